// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/balance.hpp"

#include "edustat/error/error.hpp"
#include "edustat/quantity/unit_system.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat {
namespace {

using test::refused;

std::vector<Rational> numbers(const std::vector<const char*>& texts) {
  std::vector<Rational> values;
  for (const char* text : texts) values.push_back(Rational::parse(text));
  return values;
}

std::string text_of(const std::vector<Decimal>& decimals) {
  std::string text;
  for (const Decimal& decimal : decimals) text += (text.empty() ? "" : " ") + decimal.to_string();
  return text;
}

BalanceOptions to(int places) {
  return BalanceOptions::to(DecimalPlaces(places));
}

std::string balanced(const std::vector<const char*>& texts, const BalanceOptions& options = {}) {
  const BalancedParts result = balanced_round(numbers(texts), options);
  return text_of(result.parts) + " = " + result.total.to_string();
}

TEST(BalancedRound, GivesTheLargestRemaindersTheUnitsThatAreLeft) {
  EXPECT_EQ(balanced({"13.626332", "47.989636", "9.596008", "28.788024"}), "14 48 9 29 = 100");
  EXPECT_EQ(balanced({"1.4", "1.4", "1.4"}), "2 1 1 = 4");
  EXPECT_EQ(balanced({"1.6", "1.6", "1.6"}), "2 2 1 = 5");
}

TEST(BalancedRound, LeavesPartsAloneThatAddUp) {
  const BalancedParts result = balanced_round(numbers({"1.2", "2.3", "3.5"}));
  EXPECT_EQ(text_of(result.parts), "1 2 4");
  EXPECT_EQ(result.moved.size(), 0U);
}

TEST(BalancedRound, NamesEveryPartThatMoved) {
  // 元 to 万元: 4.3333 + 2.3333 + 3.3334 = 10
  const BalancedParts result =
      balanced_round(numbers({"43333", "23333", "33334"}), {.scale = Rational(10000)});
  EXPECT_EQ(text_of(result.parts), "4 2 4");
  ASSERT_EQ(result.moved.size(), 1U);
  EXPECT_EQ(result.moved[0].row, 2U);
  EXPECT_EQ(result.moved[0].column, std::nullopt);
  EXPECT_EQ(result.moved[0].value, Rational::parse("3.3334"));
  EXPECT_EQ(result.moved[0].rounded.to_string(), "3");
  EXPECT_EQ(result.moved[0].balanced.to_string(), "4");
}

TEST(BalancedRound, KeepsTrailingZeros) {
  BalanceOptions options = to(2);
  options.scale = 10000;
  EXPECT_EQ(balanced({"10050", "10050", "9900"}, options), "1.01 1.00 0.99 = 3.00");
}

TEST(BalancedRound, LetsPartsKeepTheirOrdinaryRoundingWhenRemaindersAreEqual) {
  // Both remainders are 1/2; -0.5 is rounded to -1 by itself and 0.5 to 1, and 1 - 1 = 0.
  EXPECT_EQ(balanced({"-0.5", "0.5"}), "-1 1 = 0");
  EXPECT_EQ(balanced({"0.5", "0.5"}), "1 0 = 1");
}

TEST(BalancedRound, NegatingThePartsNegatesTheResult) {
  EXPECT_EQ(balanced({"1.4", "1.4", "1.4"}), "2 1 1 = 4");
  EXPECT_EQ(balanced({"-1.4", "-1.4", "-1.4"}), "-2 -1 -1 = -4");
  // 0.3 is 0, but has a sign; where the sum has none, the first part has.
  EXPECT_EQ(balanced({"0.5", "0.5", "-0.7"}), "1 0 -1 = 0");
  EXPECT_EQ(balanced({"-0.5", "-0.5", "0.7"}), "-1 0 1 = 0");
  EXPECT_EQ(balanced({"0.5", "0.5", "-1"}), "1 0 -1 = 0");
  EXPECT_EQ(balanced({"-0.5", "-0.5", "1"}), "-1 0 1 = 0");
}

TEST(BalancedRound, RoundsToMultiplesOfAStep) {
  EXPECT_EQ(balanced({"12", "12", "12"}, {.step = Decimal::parse("5")}), "15 10 10 = 35");
  EXPECT_EQ(balanced({"120", "130", "55"}, {.step = Decimal::parse("1E+1")}), "120 130 60 = 310");
}

TEST(BalancedRound, KeepsATotalThatWasPrintedBefore) {
  const BalancedParts result =
      balanced_round(numbers({"1.4", "1.4", "1.4"}), {}, Decimal::parse("5"));
  EXPECT_EQ(text_of(result.parts), "2 2 1");
  EXPECT_EQ(refused<StructureError>([] {
              return balanced_round(numbers({"1.4", "1.4", "1"}), {}, Decimal::parse("6"));
            }),
            "the parts cannot add up to 6: a multiple of 1 from 3 to 5 is expected");
  EXPECT_EQ(refused<StructureError>([] {
              return balanced_round(numbers({"1.4", "1.4"}), {}, Decimal::parse("2.5"));
            }),
            "the parts cannot add up to 2.5: a multiple of 1 from 2 to 4 is expected");
}

TEST(BalancedRound, WorksBeyondInt64) {
  EXPECT_EQ(balanced({"100000000000000000000.4", "0.4", "0.4"}),
            "100000000000000000001 0 0 = 100000000000000000001");
}

TEST(BalancedRound, RefusesWhatItCannotBalance) {
  EXPECT_EQ(refused<StructureError>([] { return balanced_round({}); }),
            "there are no figures, at least one is expected");
  EXPECT_EQ(refused<LimitError>([] { return to(-1); }),
            "cannot balance to -1 decimal places, at least 0 are expected: for tens and more state "
            "step=10");
  EXPECT_EQ(refused<StructureError>(
                [] { return balanced_round(numbers({"1"}), {.step = Decimal::parse("0")}); }),
            "cannot round to multiples of 0: the step must be above 0");
  EXPECT_EQ(refused<StructureError>(
                [] { return balanced_round(numbers({"1"}), {.scale = Rational(-1)}); }),
            "cannot rescale by -1: the scale must be above 0");
}

TEST(ScaleBetween, IsWhatOneOfTheNewUnitIsInTheOld) {
  const UnitSystem units;
  EXPECT_EQ(scale_between(units.parse("元"), units.parse("万元")), Rational(10000));
  EXPECT_EQ(scale_between(units.parse("公顷"), units.parse("平方米")),
            Rational(1) / Rational(10000));
  EXPECT_EQ(refused<UnitError>([&] {
              return scale_between(units.parse("元"), units.parse("平方米"));
            }).empty(),
            false);
}

TEST(WithoutGaps, NamesEveryAbsentFigure) {
  const std::vector<std::optional<Rational>> figures{Rational(1), std::nullopt, Rational(2),
                                                     std::nullopt};
  EXPECT_EQ(refused<StructureError>([&] { return without_gaps(figures); }),
            "figure 2, 4 is absent, so the total is not known: give it, or leave it out and "
            "balance the others");
  EXPECT_EQ(refused<StructureError>(
                [&] { return without_gaps(figures, {.source = "values", .line = 3}); }),
            "values: row 3: figure 2, 4 is absent, so the totals are not known: every cell of a "
            "table is expected");
  EXPECT_EQ(without_gaps(std::vector<std::optional<Rational>>{Rational(1), Rational(2)}),
            (std::vector<Rational>{1, 2}));
}

using Weights = std::vector<std::optional<Rational>>;

std::string shares(const Weights& weights, int places,
                   AbsentWeights absent = AbsentWeights::refused) {
  const BalancedShares result = balanced_shares(weights, DecimalPlaces(places), absent);
  std::string text;
  for (const auto& share : result.shares) text += (share ? share->to_string() : "gap") + " ";
  return text + "= " + (result.whole ? result.whole->to_string() : "?");
}

TEST(BalancedShares, AddUpToOneHundredPercent) {
  EXPECT_EQ(shares({1, 1, 1}, 2), "33.34 33.33 33.33 = 100.00");
  EXPECT_EQ(shares({1, 2, 3}, 0), "17 33 50 = 100");
  EXPECT_EQ(shares({0, 5}, 1), "0.0 100.0 = 100.0");
}

TEST(BalancedShares, NameTheWeightWhoseShareMoved) {
  const BalancedShares result =
      balanced_shares(Weights{std::nullopt, 1, 1, 1}, DecimalPlaces(2), AbsentWeights::left_out);
  ASSERT_EQ(result.moved.size(), 1U);
  EXPECT_EQ(result.moved[0].row, 1U);
  EXPECT_EQ(result.moved[0].value, Rational(100) / Rational(3));
}

TEST(BalancedShares, LeaveGapsGapsOnRequestOnly) {
  const Weights weights{std::nullopt, 1, 1, 1};
  EXPECT_EQ(shares(weights, 1, AbsentWeights::left_out), "gap 33.4 33.3 33.3 = 100.0");
  EXPECT_EQ(shares({std::nullopt, std::nullopt}, 1, AbsentWeights::left_out), "gap gap = ?");
  EXPECT_EQ(refused<StructureError>([&] { return shares(weights, 1); }),
            "figure 1 is absent, so the total is not known: give it, or leave it out and balance "
            "the others");
}

TEST(BalancedShares, RefuseWeightsThatHaveNoShares) {
  EXPECT_EQ(refused<StructureError>([] {
              return shares({0, 0}, 1);
            }),
            "the weights add up to 0, so there are no shares");
  EXPECT_EQ(refused<StructureError>([] {
              return shares({3, -1}, 1);
            }),
            "weight 2 is -1, below 0, and has no share");
  EXPECT_EQ(refused<StructureError>([] { return shares({}, 1); }),
            "there are no figures, at least one is expected");
  EXPECT_EQ(refused<StructureError>([] {
              return balanced_shares(Weights{1}, DecimalPlaces(1), AbsentWeights::refused,
                                     Rational::parse("0.25"));
            }),
            "shares cannot add up to 1/4: the whole must be above 0 and exact with 1 decimal "
            "places");
}

std::string table_text(const BalancedTable& table) {
  std::string text;
  for (std::size_t row = 0; row < table.cells.size(); ++row) {
    text += text_of(table.cells[row]) + " | " + table.row_totals[row].to_string() + "\n";
  }
  return text + text_of(table.column_totals) + " | " + table.total.to_string();
}

std::vector<std::vector<Rational>> rows_of(const std::vector<std::vector<const char*>>& texts) {
  std::vector<std::vector<Rational>> rows;
  for (const auto& row : texts) rows.push_back(numbers(row));
  return rows;
}

TEST(BalancedTable, HoldsEverySum) {
  // Each alone: 1 1 | 3, 1 1 | 3, column totals 3 3, total 5; 1 + 1 is not 3, nor 3 + 3 5.
  const BalancedTable table = balanced_table(rows_of({{"1.3", "1.3"}, {"1.3", "1.4"}}));
  EXPECT_EQ(table_text(table),
            "1 1 | 2\n"
            "1 2 | 3\n"
            "2 3 | 5");
}

TEST(BalancedTable, NamesWhatMovedByRowAndColumn) {
  const BalancedTable table = balanced_table(rows_of({{"1.3", "1.3"}, {"1.3", "1.4"}}));
  // 1.4 is given as 2, and the total of the first column, 2.6, as 2.
  ASSERT_EQ(table.moved.size(), 3U);
  EXPECT_EQ(table.moved[0].row, 1U);
  EXPECT_EQ(table.moved[0].column, 1U);
  EXPECT_EQ(table.moved[0].value, Rational::parse("1.4"));
  EXPECT_EQ(table.moved[1].row, 0U);
  EXPECT_EQ(table.moved[1].column, std::nullopt);
  EXPECT_EQ(table.moved[1].rounded.to_string(), "3");
  EXPECT_EQ(table.moved[1].balanced.to_string(), "2");
  EXPECT_EQ(table.moved[2].row, std::nullopt);
  EXPECT_EQ(table.moved[2].column, 0U);
}

TEST(BalancedTable, DoesNotMoveWholeNumbers) {
  EXPECT_EQ(table_text(balanced_table(rows_of({{"2", "0"}, {"0", "0.5"}, {"0", "0.4"}}))),
            "2 0 | 2\n"
            "0 1 | 1\n"
            "0 0 | 0\n"
            "2 1 | 3");
}

TEST(BalancedTable, RescalesAndKeepsPlaces) {
  // 14.5 15.6 | 30.1, 24.5 5.5 | 30, 39 21.1 | 60.1 tenths of 万元: 15 15 / 24 6 lies farther away
  BalanceOptions options = to(1);
  options.scale = 10000;
  EXPECT_EQ(table_text(balanced_table(rows_of({{"14500", "15600"}, {"24500", "5500"}}), options)),
            "1.4 1.6 | 3.0\n"
            "2.5 0.5 | 3.0\n"
            "3.9 2.1 | 6.0");
}

TEST(BalancedTable, RefusesWhatIsNoTable) {
  EXPECT_EQ(refused<StructureError>([] { return balanced_table({}); }),
            "there are no figures, at least one is expected");
  EXPECT_EQ(refused<StructureError>([] {
              return balanced_table(rows_of({{"1", "2"}, {"1"}}));
            }),
            "row 2 has 1 cells where the first has 2, all must be equally long");
  EXPECT_EQ(refused<StructureError>([] {
              return balanced_table(rows_of({{}, {"1"}}));
            }),
            "row 2 has 1 cells where the first has 0, all must be equally long");
  EXPECT_EQ(refused<StructureError>([] {
              return balanced_table(rows_of({{}, {}}));
            }),
            "there are no figures, at least one is expected");
}

}  // namespace
}  // namespace edustat
