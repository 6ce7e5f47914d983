// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/balance_finding.hpp"

#include "edustat/analysis/balance.hpp"
#include "edustat/error/error.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace edustat {
namespace {

using test::refused;
using Kind = BalanceFinding::Kind;

std::vector<Interval> exactly(const std::vector<const char*>& texts) {
  std::vector<Interval> values;
  for (const char* text : texts) values.push_back(Interval::exactly(Rational::parse(text)));
  return values;
}

std::vector<Decimal> decimals(const std::vector<const char*>& texts) {
  std::vector<Decimal> prints;
  for (const char* text : texts) prints.push_back(Decimal::parse(text));
  return prints;
}

BalanceFinding recognised(const std::vector<Interval>& values,
                          const std::vector<const char*>& prints, const char* total,
                          const PrintOptions& options = {}) {
  return recognise_balance(values, decimals(prints), Decimal::parse(total), options);
}

TEST(RecogniseBalance, TellsABalancedListFromARoundedOne) {
  const std::vector<Interval> values = exactly({"1.4", "1.4", "1.4"});
  const BalanceFinding ordinary = recognised(values, {"1", "1", "1"}, "4");
  EXPECT_EQ(ordinary.kind, Kind::ordinary);
  ASSERT_EQ(ordinary.broken.size(), 1U);  // 3 is not 4: yearbooks let it stand
  EXPECT_EQ(ordinary.broken[0].row, std::nullopt);
  EXPECT_EQ(ordinary.is_least, std::nullopt);
  const BalanceFinding balanced = recognised(values, {"1", "2", "1"}, "4");
  EXPECT_EQ(balanced.kind, Kind::balanced);
  ASSERT_EQ(balanced.moved.size(), 1U);
  EXPECT_EQ(balanced.moved[0].row, 1U);
  EXPECT_EQ(balanced.moved[0].printed.to_string(), "2");
  EXPECT_EQ(balanced.is_least, true);
}

TEST(RecogniseBalance, SaysThatAnotherBalanceMovesLess) {
  const BalanceFinding finding = recognised(exactly({"1.1", "1.4", "1.4"}), {"2", "1", "1"}, "4");
  EXPECT_EQ(finding.kind, Kind::balanced);
  EXPECT_EQ(finding.is_least, false);
}

TEST(RecogniseBalance, TellsTotalsThatSumRoundedParts) {
  // 4.2 is 4 by itself; 1 + 1 + 1 was added instead.
  const BalanceFinding finding = recognised(exactly({"1.4", "1.4", "1.4"}), {"1", "1", "1"}, "3");
  EXPECT_EQ(finding.kind, Kind::summed);
  ASSERT_EQ(finding.beyond.size(), 1U);
  EXPECT_EQ(finding.beyond[0].value, Interval::exactly(Rational::parse("4.2")));
}

TEST(RecogniseBalance, DoesNotExcusePrintsThatAreAStepOff) {
  const BalanceFinding finding = recognised(exactly({"1.4", "1.4", "1.2"}), {"1", "3", "0"}, "4");
  EXPECT_EQ(finding.kind, Kind::neither);
  ASSERT_EQ(finding.beyond.size(), 2U);
  EXPECT_EQ(finding.beyond[0].row, 1U);
  // Whole numbers may not move at all.
  EXPECT_EQ(recognised(exactly({"2", "1.4", "1.4"}), {"3", "1", "1"}, "5").kind, Kind::neither);
}

TEST(RecogniseBalance, DoesNotExcuseMovedPrintsThatDoNotAddUp) {
  EXPECT_EQ(recognised(exactly({"1.4", "1.4", "1.4"}), {"2", "2", "1"}, "4").kind, Kind::neither);
}

TEST(RecogniseBalance, ReadsSharesThatAddUpToOneHundred) {
  const Rational third = Rational(100) / Rational(3);
  const std::vector<Interval> values(3, Interval::exactly(third));
  EXPECT_EQ(recognised(values, {"33.33", "33.33", "33.34"}, "100").kind, Kind::balanced);
  EXPECT_EQ(recognised(values, {"33.33", "33.33", "33.33"}, "100").kind, Kind::ordinary);
}

TEST(RecogniseBalance, JudgesByWhatIsKnownOfTheValues) {
  // Known to tenths only: 1.4 may be 1.45, but neither is rounded to 2.
  std::vector<Interval> values = exactly({"1.4", "1.4"});
  values.push_back(Interval::closed(Rational::parse("1.35"), Rational::parse("1.45")));
  EXPECT_EQ(recognised(values, {"1", "1", "2"}, "4").kind, Kind::balanced);
  EXPECT_EQ(recognised(values, {"1", "1", "2"}, "4").is_least, std::nullopt);
  values.back() = Interval::closed(Rational::parse("1.35"), Rational::parse("1.55"));
  EXPECT_EQ(recognised(values, {"1", "1", "2"}, "4").kind, Kind::ordinary);
}

TEST(RecogniseBalance, KnowsHowFiguresWereShortened) {
  const std::vector<Interval> values = exactly({"17000", "17000"});
  const PrintOptions nearest{.scale = Rational(10000)};
  const PrintOptions truncated{.precision = Precision::truncated, .scale = Rational(10000)};
  EXPECT_EQ(recognised(values, {"2", "1"}, "3", nearest).kind, Kind::balanced);
  EXPECT_EQ(recognised(values, {"1", "1"}, "3", truncated).kind, Kind::ordinary);
}

TEST(RecogniseBalance, KnowsTheStepOfThePrints) {
  const std::vector<Interval> values = exactly({"12", "12", "12"});
  const PrintOptions fives{.step = Decimal::parse("5")};
  EXPECT_EQ(recognised(values, {"15", "10", "10"}, "35").kind, Kind::neither);
  const BalanceFinding finding = recognised(values, {"15", "10", "10"}, "35", fives);
  EXPECT_EQ(finding.kind, Kind::balanced);
  EXPECT_EQ(finding.is_least, true);
  ASSERT_EQ(finding.moved.size(), 1U);
  EXPECT_EQ(finding.moved[0].row, 0U);
  EXPECT_EQ(recognised(values, {"10", "10", "10"}, "35", fives).kind, Kind::ordinary);
  EXPECT_EQ(refused<StructureError>([&] {
              return recognised(values, {"10", "10", "10"}, "35", {.step = Decimal::parse("0")});
            }),
            "cannot round to multiples of 0: the step must be above 0");
}

TEST(RecogniseBalance, TakesTheFinestPrintForTheStepUnlessItIsStated) {
  const std::vector<Interval> values = exactly({"1.4", "1.4", "1.4"});
  EXPECT_EQ(recognised(values, {"1", "2", "1"}, "4.0").kind, Kind::neither);
  EXPECT_EQ(recognised(values, {"1", "2", "1"}, "4.0", {.step = Decimal::parse("1")}).kind,
            Kind::balanced);
}

TEST(RecogniseBalance, DoesNotExcusePrintsThatAreNoMultiplesOfTheStep) {
  const BalanceFinding finding = recognised(exactly({"12", "12", "12"}), {"12", "12", "12"}, "36",
                                            {.step = Decimal::parse("5")});
  EXPECT_EQ(finding.kind, Kind::neither);
  EXPECT_EQ(finding.beyond.size(), 4U);
}

TEST(RecogniseBalance, RefusesPrintsThatWereNotRounded) {
  EXPECT_EQ(refused<CodeError>([] {
              return recognised(exactly({"1.4"}), {"1"}, "1", {.precision = Precision::exact});
            }),
            "there is no name 'exact', known are: nearest, half_up, half_even, truncated");
}

std::vector<std::vector<Decimal>> prints_of(const BalancedTable& table) {
  std::vector<std::vector<Decimal>> prints = table.cells;
  for (std::size_t row = 0; row < prints.size(); ++row) {
    prints[row].push_back(table.row_totals[row]);
  }
  prints.push_back(table.column_totals);
  prints.back().push_back(table.total);
  return prints;
}

TEST(RecogniseBalancedTable, RecognisesWhatBalancedTableGives) {
  std::mt19937_64 random(20265);
  int moved = 0;
  for (int i = 0; i < 300; ++i) {
    std::vector<std::vector<Rational>> rows(2 + random() % 3, std::vector<Rational>(3));
    std::vector<std::vector<Interval>> values(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (Rational& cell : rows[row]) {
        // Seventeenths are never half-way between two whole numbers.
        cell = Rational(static_cast<std::int64_t>(random() % 300)) / Rational(17);
        values[row].push_back(Interval::exactly(cell));
      }
    }
    const BalancedTable table = balanced_table(rows);
    const BalanceFinding finding = recognise_balanced_table(values, prints_of(table));
    ASSERT_EQ(finding.broken.size(), 0U);
    ASSERT_EQ(finding.beyond.size(), 0U);
    ASSERT_EQ(finding.moved.size(), table.moved.size());
    bool is_cell_moved = false;
    for (const MovedFigure& figure : table.moved) is_cell_moved |= figure.row && figure.column;
    if (is_cell_moved) {
      ++moved;
      ASSERT_EQ(finding.kind, Kind::balanced);
      ASSERT_EQ(finding.is_least, true);
    }
  }
  EXPECT_GT(moved, 100);
}

TEST(RecogniseBalancedTable, NamesSumsThatDoNotHold) {
  const std::vector<std::vector<Interval>> values{exactly({"1.4", "1.4"}), exactly({"2", "2"})};
  const BalanceFinding finding = recognise_balanced_table(
      values, std::vector<std::vector<Decimal>>{
                  decimals({"1", "1", "3"}), decimals({"2", "2", "4"}), decimals({"3", "3", "7"})});
  EXPECT_EQ(finding.kind, Kind::ordinary);
  ASSERT_EQ(finding.broken.size(), 2U);
  EXPECT_EQ(finding.broken[0].row, 0U);
  EXPECT_EQ(finding.broken[1].row, std::nullopt);
  EXPECT_EQ(finding.broken[1].column, std::nullopt);
}

using Texts = std::vector<std::vector<const char*>>;

BalanceFinding recognised_table(const Texts& values, const Texts& prints,
                                const PrintOptions& options = {}) {
  std::vector<std::vector<Interval>> cells;
  for (const auto& row : values) cells.push_back(exactly(row));
  std::vector<std::vector<Decimal>> lines;
  for (const auto& row : prints) lines.push_back(decimals(row));
  return recognise_balanced_table(cells, lines, options);
}

TEST(RecogniseBalancedTable, KnowsTheStepOfThePrints) {
  const Texts prints{{"15", "10", "25"}, {"10", "15", "25"}, {"25", "25", "50"}};
  const Texts values{{"12", "12"}, {"12", "12"}};
  EXPECT_EQ(recognised_table(values, prints).kind, Kind::neither);
  const BalanceFinding finding = recognised_table(values, prints, {.step = Decimal::parse("5")});
  EXPECT_EQ(finding.kind, Kind::balanced);
  EXPECT_EQ(finding.is_least, true);
}

TEST(RecogniseBalancedTable, ComparesWithTheTableOfTheSameGrandTotal) {
  // 2.5 is 2 by half_even, and half_up would balance to 3.
  const PrintOptions even{.precision = Precision::half_even};
  const Texts halves{{"1.6", "0.9"}};
  EXPECT_EQ(recognised_table(halves, {{"1", "1", "2"}, {"1", "1", "2"}}, even).is_least, true);
  EXPECT_EQ(recognised_table(halves, {{"2", "0", "2"}, {"2", "0", "2"}}, even).is_least, false);
  const PrintOptions cut{.precision = Precision::truncated};
  const Texts cells{{"1.7", "1.9"}};
  EXPECT_EQ(recognised_table(cells, {{"1", "2", "3"}, {"1", "2", "3"}}, cut).is_least, true);
  EXPECT_EQ(recognised_table(cells, {{"2", "1", "3"}, {"2", "1", "3"}}, cut).is_least, false);
  EXPECT_EQ(recognised_table(cells, {{"2", "2", "4"}, {"2", "2", "4"}}, cut).is_least, true);
}

TEST(RecogniseBalancedTable, JudgesOneRowAsAList) {
  std::mt19937_64 random(20267);
  const Precision precisions[] = {Precision::nearest, Precision::half_up, Precision::half_even,
                                  Precision::truncated};
  int balanced = 0;
  for (int i = 0; i < 2000; ++i) {
    std::vector<Interval> values;
    std::vector<Decimal> prints;
    Rational sum;
    for (int j = 0; j < 3; ++j) {
      const Rational value = Rational(static_cast<std::int64_t>(random() % 60)) / Rational(10);
      const Rational print = random() % 2 == 0 ? value.floor() : value.ceiling();
      values.push_back(Interval::exactly(value));
      prints.emplace_back(print, DecimalPlaces(0));
      sum += print;
    }
    const Decimal total(sum, DecimalPlaces(0));
    std::vector<Decimal> line = prints;
    line.push_back(total);
    const PrintOptions options{.precision = precisions[random() % 4]};
    const BalanceFinding list = recognise_balance(values, prints, total, options);
    const BalanceFinding table =
        recognise_balanced_table(std::vector<std::vector<Interval>>{values},
                                 std::vector<std::vector<Decimal>>{line, line}, options);
    ASSERT_EQ(list.kind, table.kind);
    ASSERT_EQ(list.is_least, table.is_least);
    ASSERT_EQ(list.is_least.has_value(), list.kind == Kind::balanced);
    balanced += list.kind == Kind::balanced ? 1 : 0;
  }
  EXPECT_GT(balanced, 500);
}

TEST(RecogniseBalancedTable, RefusesPrintsOfAnotherShape) {
  const auto said = [](const Texts& values, const Texts& prints) {
    return refused<StructureError>([&] { return recognised_table(values, prints); });
  };
  EXPECT_EQ(said({{"1"}, {"1"}}, {{"1", "1"}, {"1", "1"}}),
            "prints need 3 rows (2 and one of totals), there are 2");
  EXPECT_EQ(said({{"1", "2"}}, {{"1", "2", "3"}, {"1", "2"}}),
            "row 2 of the prints has 2 cells, 3 are expected (2 and one of totals)");
  EXPECT_EQ(said({{}, {"1"}}, {{"1"}}),
            "row 2 has 1 cells where the first has 0, all must be equally long");
  EXPECT_EQ(said({}, {}), "there are no figures, at least one is expected");
}

}  // namespace
}  // namespace edustat
