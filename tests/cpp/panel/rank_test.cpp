// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/rank.hpp"

#include "built_totals.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace edustat {
namespace {

using Ties = RankOptions::Ties;
using Among = RankOptions::Among;
using By = RankOptions::By;
using Order = RankOptions::Order;

Catalogue rate_catalogue() {
  return Catalogue::parse(R"(format = 1
id = "t"
edition = "1"
label = { zh = "试", en = "test" }
source = "test"
[measure.part]
label = { zh = "部分数", en = "part" }
unit = "人"
regions = "sum"
time = "stock"
source = "test"
[measure.whole]
label = { zh = "总数", en = "whole" }
unit = "人"
regions = "sum"
time = "stock"
source = "test"
[indicator.rate]
label = { zh = "比率", en = "rate" }
unit = "%"
formula = "part / whole"
places = 1
source = "test"
)",
                          "t.toml");
}

Series series(std::string_view measure) {
  Series result;
  result.measure = measure;
  result.unit = Unit::parse("人");
  return result;
}

struct Rate {
  std::string_view code;
  detail::int128 part;
  detail::int128 whole;
};

Indicators rates(const std::vector<Rate>& rates, const RegionTree& tree = still_tree()) {
  BuiltTotals totals(tree, periods_of({"2016"}), {series("t.part"), series("t.whole")});
  for (const Rate& rate : rates) {
    totals.put("2016", "t.part", rate.code, rate.part)
        .put("2016", "t.whole", rate.code, rate.whole);
  }
  return evaluate(std::move(totals).build(), rate_catalogue());
}

/// Ranks of the counties a1, a2, b1, b2.
std::vector<std::uint32_t> county_ranks(const Indicators& indicators, const RankOptions& options) {
  const auto ranks = rank(indicators, 0, options).front();
  std::vector<std::uint32_t> result;
  for (const std::string_view code : {"130201", "130202", "130301", "130302"}) {
    result.push_back(ranks[indicators.totals().row(code)]);
  }
  return result;
}

using Ranks = std::vector<std::uint32_t>;

const std::vector<Rate> with_ties{
    {"130201", 3, 4}, {"130202", 1, 2}, {"130301", 2, 4}, {"130302", 1, 4}};

TEST(Rank, EqualValuesShareARank) {
  const Indicators indicators = rates(with_ties);
  EXPECT_EQ(county_ranks(indicators, {.among = Among::level}), (Ranks{1, 2, 2, 4}));
  EXPECT_EQ(county_ranks(indicators, {.ties = Ties::highest, .among = Among::level}),
            (Ranks{1, 3, 3, 4}));
  EXPECT_EQ(county_ranks(indicators, {.ties = Ties::dense, .among = Among::level}),
            (Ranks{1, 2, 2, 3}));
}

TEST(Rank, TheLowestMayComeFirst) {
  EXPECT_EQ(county_ranks(rates(with_ties), {.order = Order::lowest_first, .among = Among::level}),
            (Ranks{4, 2, 2, 1}));
}

TEST(Rank, IsAmongTheChildrenOfOneParent) {
  EXPECT_EQ(county_ranks(rates(with_ties), {}), (Ranks{1, 2, 1, 2}));
}

TEST(Rank, ExactValuesDifferWhereShownOnesDoNot) {
  // 33.3 % and 33.34 % show the same.
  const Indicators indicators =
      rates({{"130201", 1, 3}, {"130202", 1667, 5000}, {"130301", 1, 3}, {"130302", 9, 10}});
  EXPECT_EQ(county_ranks(indicators, {.among = Among::level}), (Ranks{3, 2, 3, 1}));
  EXPECT_EQ(county_ranks(indicators, {.by = By::rounded, .among = Among::level}),
            (Ranks{2, 2, 2, 1}));
}

TEST(Rank, FractionsThatRoundAlikeAreToldApart) {
  constexpr std::int64_t large = 9'007'199'254'740'993;  // 2^53 + 1
  const Indicators indicators = rates({{"130201", large, large + 1},
                                       {"130202", large - 1, large},
                                       {"130301", large, large + 1},
                                       {"130302", large + 1, large + 2}});
  EXPECT_EQ(county_ranks(indicators, {.among = Among::level}), (Ranks{2, 4, 2, 1}));
}

TEST(Rank, ValuesBeyond64BitsAreRanked) {
  const detail::int128 large = detail::int128{1} << 100;
  const Indicators indicators = rates(
      {{"130201", large, 3}, {"130202", large + 1, 3}, {"130301", 5, 1}, {"130302", large, 3}});
  EXPECT_EQ(county_ranks(indicators, {.among = Among::level}), (Ranks{2, 1, 4, 2}));
  EXPECT_EQ(county_ranks(indicators, {.by = By::rounded, .among = Among::level}),
            (Ranks{2, 1, 4, 2}));
}

TEST(Rank, AGapHasNoRankAndTakesNone) {
  EXPECT_EQ(county_ranks(rates({{"130201", 1, 4}, {"130202", 1, 0}, {"130302", 1, 2}}),
                         {.among = Among::level}),
            (Ranks{2, 0, 0, 1}));
}

TEST(Rank, NegativeDenominatorsKeepTheOrderOfValues) {
  EXPECT_EQ(county_ranks(rates({{"130201", 1, -2},   // -0.5
                                {"130202", -3, -4},  // 0.75
                                {"130301", -1, 4},   // -0.25
                                {"130302", 1, 2}}),
                         {.among = Among::level}),
            (Ranks{4, 1, 3, 2}));
}

TEST(Rank, AgreesWithTheOrderOfExactValues) {
  std::mt19937_64 random(31);
  for (int i = 0; i < 300; ++i) {
    std::vector<Rate> given;
    for (const std::string_view code : {"130201", "130202", "130301", "130302"}) {
      given.push_back({code, static_cast<std::int64_t>(random() % 7) - 3,
                       static_cast<std::int64_t>(random() % 7) - 3});
    }
    const Indicators indicators = rates(given);
    const Totals& totals = indicators.totals();
    const auto ranks = rank(indicators, 0, {.among = Among::level}).front();
    for (const Rate& one : given) {
      const Observation own = indicators.at(0, 0, totals.row(one.code));
      if (!std::holds_alternative<Quantity>(own)) {
        ASSERT_EQ(ranks[totals.row(one.code)], 0U);
        continue;
      }
      std::uint32_t before = 0;
      for (const Rate& other : given) {
        const Observation value = indicators.at(0, 0, totals.row(other.code));
        const bool is_higher = std::holds_alternative<Quantity>(value) &&
                               std::get<Quantity>(value) > std::get<Quantity>(own);
        before += is_higher ? 1U : 0U;
      }
      ASSERT_EQ(ranks[totals.row(one.code)], before + 1);
    }
  }
}

/// Codes of counties below one province.
std::vector<std::string> county_codes(std::size_t count) {
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < count; ++i) codes.push_back("c" + std::to_string(i));
  return codes;
}

/// What a row gets when everyone is asked; `own` is no gap.
std::uint32_t rank_by_asking(const std::vector<std::int64_t>& values, std::int64_t own,
                             const RankOptions& options) {
  std::set<std::int64_t> before;
  std::size_t count = 0;
  std::size_t equal = 0;
  for (const std::int64_t value : values) {
    const bool is_before = options.order == Order::highest_first ? value > own : value < own;
    if (is_before) before.insert(value);
    count += is_before ? 1 : 0;
    equal += value == own ? 1 : 0;
  }
  if (options.ties == Ties::dense) return static_cast<std::uint32_t>(before.size() + 1);
  return static_cast<std::uint32_t>(options.ties == Ties::lowest ? count + 1 : count + equal);
}

TEST(Rank, OfFewAndOfManyIsWhatAskingEveryoneGives) {
  std::mt19937_64 random(32);
  for (const std::size_t count : {1U, 2U, 7U, 31U, 32U, 33U, 90U}) {
    const std::vector<std::string> codes = county_codes(count);
    std::vector<RegionRow> rows{{"p", "p", "province", ""}};
    std::vector<Rate> given;
    std::vector<std::int64_t> values;
    for (const std::string& code : codes) {
      rows.push_back({code, code, "county", "p"});
      values.push_back(static_cast<std::int64_t>(random() % 20) - 10);
      given.push_back({code, values.back(), 10});  // in tenths of a percent: 100 times the value
    }
    const Indicators indicators = rates(given, RegionTree(rows));
    for (const Ties ties : {Ties::lowest, Ties::highest, Ties::dense}) {
      for (const Order order : {Order::highest_first, Order::lowest_first}) {
        const RankOptions options{.order = order, .ties = ties, .by = By::rounded};
        const auto ranks = rank(indicators, 0, options).front();
        for (std::size_t i = 0; i < count; ++i) {
          ASSERT_EQ(ranks[indicators.totals().row(codes[i])],
                    rank_by_asking(values, values[i], options))
              << count << ' ' << name_of(ties) << ' ' << name_of(order);
        }
      }
    }
  }
}

}  // namespace
}  // namespace edustat
