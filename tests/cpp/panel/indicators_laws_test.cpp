// SPDX-License-Identifier: Apache-2.0
// The column kernel agrees with the value reading of the same formula in every cell, on random
// totals with gaps, shifts, parents, changes of boundary, plans, and values of every size.
#include "edustat/panel/indicators.hpp"

#include "built_totals.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace edustat {
namespace {

struct Law {
  std::string_view unit;
  std::string_view formula;
};

/// Every shape of formula; a to d are numbers of 人 or 元 with different rules over time.
constexpr std::array laws{
    Law{"", "a / b"},
    Law{"%", "a / (a + b)"},
    Law{"%", "a / parent(a)"},
    Law{"%", "a / a@-1y - 1"},
    Law{"%", "b / prev(b) - 1"},
    Law{"%", "(a - a@-1y) / parent(a@-1y)"},
    Law{"%", "(a - a@-1y) / (parent(a) - parent(a@-1y))"},
    Law{"人", "c - prev(c)"},
    Law{"人", "c - c@-2m"},
    Law{"%", "c / p"},
    Law{"%", "parent(c) / parent(p)"},
    Law{"%", "c@-1y / p@-1y"},
    Law{"", "a / b + b / a"},
    Law{"", "(a / b) / (b / c)"},
    Law{"", "(a / b - 1)^3"},
    Law{"", "(a / b)^-2"},
    Law{"", "2 * a / b - 0.5"},
    Law{"‰", "share / share@-1y"},
    Law{"百分点", "share - share@-1y"},
    Law{"%", "share / parent(share)"},
    Law{"人", "0 * a + b@+1m"},
    Law{"人", "a - a"},
    Law{"元/人", "m / a"},
    Law{"元/人", "(m - m@-1y) / (a - b)"},
    Law{"元·人", "m * a * 1000"},
    Law{"%", "root_rate(a, a@-1y, 3)"},
    Law{"%", "root_rate(a / b, a@-1y / b@-1y, 2)"},
    Law{"人", "a / 0"},
    Law{"", "3"},
};

constexpr std::array roundings{"half_up", "half_even", "half_down", "up",
                               "down",    "ceiling",   "floor"};

Catalogue law_catalogue() {
  std::string text =
      "format = 1\nid = \"t\"\nedition = \"1\"\nlabel = { zh = \"试\", en = \"test\" }\n"
      "source = \"test\"\n";
  const auto label = [](std::string_view id) {
    return "label = { zh = \"" + std::string(id) + "数\", en = \"" + std::string(id) +
           " number\" }\nsource = \"test\"\n";
  };
  const auto measure = [&](std::string_view id, std::string_view unit, std::string_view time) {
    text += "[measure." + std::string(id) + "]\n" + label(id) + "regions = \"sum\"\nunit = \"" +
            std::string(unit) + "\"\ntime = " + std::string(time) + "\n";
  };
  measure("a", "人", "\"stock\"");
  measure("b", "人", "\"flow\"");
  measure("c", "人", "\"cumulative\"\norigin = \"year\"");
  measure("p", "人", "\"plan\"");
  measure("m", "万元", "\"flow\"");
  text += "[indicator.share]\n" + label("share") + "unit = \"%\"\nformula = \"a / parent(a)\"\n";
  for (std::size_t i = 0; i < laws.size(); ++i) {
    const std::string id = "law" + std::to_string(i);
    text += "[indicator." + id + "]\n" + label(id) + "unit = \"" + std::string(laws[i].unit) +
            "\"\nformula = \"" + std::string(laws[i].formula) +
            "\"\nplaces = " + std::to_string(i % 4) + "\nrounding = \"" +
            roundings[i % roundings.size()] + "\"\n";
  }
  return Catalogue::parse(text, "t.toml");
}

Series series_of(std::string_view measure, std::string_view unit, TimeRule time, int places = 0) {
  Series result;
  result.measure = "t." + std::string(measure);
  result.unit = Unit::parse(unit);
  result.time = time;
  if (time == TimeRule::cumulative) result.origin = Origin::year;
  result.places = places;
  return result;
}

std::vector<Period> law_periods() {
  std::vector<Period> periods = periods_of({"2014-2018", "2016", "2015-12", "2016-01", "2016-02",
                                            "2016-11", "2016-12", "2017-01", "2017-02", "2017-03"});
  std::sort(periods.begin(), periods.end());
  return periods;
}

/// Values of up to so many bits; few gaps, few zeros, few negative numbers.
Totals random_totals(std::uint64_t seed, unsigned bits) {
  std::mt19937_64 random(seed);
  BuiltTotals totals(
      moving_tree(), law_periods(),
      {series_of("a", "人", TimeRule::stock), series_of("b", "人", TimeRule::flow),
       series_of("c", "人", TimeRule::cumulative), series_of("p", "人", TimeRule::plan),
       series_of("m", "元", TimeRule::flow, 2)});
  constexpr std::array gaps{CellStatus::partial,        CellStatus::missing,
                            CellStatus::not_applicable, CellStatus::suppressed,
                            CellStatus::undefined,      CellStatus::not_comparable};
  for (std::size_t period = 0; period < law_periods().size(); ++period) {
    for (std::size_t series = 0; series < 5; ++series) {
      for (std::size_t row = 0; row < totals.rows(); ++row) {
        const CellStatus status =
            random() % 6 == 0 ? gaps[random() % gaps.size()] : CellStatus::complete;
        const unsigned size = static_cast<unsigned>(random() % bits) + 1;
        detail::int128 value = static_cast<std::int64_t>(random() >> (64U - std::min(size, 63U)));
        if (size > 63) value *= detail::int128{1} << (size - 63U);
        if (random() % 8 == 0) value = 0;
        if (random() % 8 == 0) value = -value;
        const bool is_known = status == CellStatus::complete || status == CellStatus::partial;
        totals.put(period, series, row, is_known ? value : 0, status);
      }
    }
  }
  return std::move(totals).build();
}

bool is_gap(CellStatus status, Gap gap) {
  switch (status) {
    case CellStatus::suppressed:
      return gap == Gap::suppressed;
    case CellStatus::missing:
      return gap == Gap::missing;
    case CellStatus::not_applicable:
      return gap == Gap::not_applicable;
    case CellStatus::undefined:
    case CellStatus::not_comparable:
      return gap == Gap::undefined;
    default:
      return false;
  }
}

void expect_agreement(const Indicators& indicators, std::size_t& known) {
  const Totals& totals = indicators.totals();
  for (std::size_t column = 0; column < indicators.columns().size(); ++column) {
    const Indicators::Column& shown = indicators.columns()[column];
    for (std::size_t period = 0; period < totals.periods().size(); ++period) {
      for (std::size_t row = 0; row < totals.rows().size(); ++row) {
        const auto where = [&] {
          return shown.formula + " in " + totals.periods()[period].to_string() + " for " +
                 totals.rows()[row].code;
        };
        const CellStatus status = indicators.statuses(period, column)[row];
        const std::int64_t value = indicators.values(period, column)[row];
        const Observation exact = indicators.at(period, column, row);
        if (const Gap* gap = std::get_if<Gap>(&exact)) {
          ASSERT_TRUE(is_gap(status, *gap)) << where() << ' ' << name_of(status, Language::en);
          ASSERT_EQ(value, 0) << where();
          continue;
        }
        ++known;
        ASSERT_LE(status, CellStatus::partial) << where() << ' ' << name_of(status, Language::en);
        const Rational rounded =
            round_to(std::get<Quantity>(exact).value(), DecimalPlaces(shown.places), shown.rounding)
                .value();
        const auto small = (rounded * Rational::power_of_ten(shown.places)).small();
        ASSERT_EQ(value, small ? small->numerator : 0) << where();
        ASSERT_EQ(indicators.rounded(period, column, row)->value(), rounded) << where();
      }
    }
  }
}

class KernelLaws : public testing::TestWithParam<unsigned> {};

/// 12 bits stay in the fast path, 40 and 62 need 128 bits, 100 need more.
TEST_P(KernelLaws, TheKernelAgreesWithTheValueReadingInEveryCell) {
  const Catalogue catalogue = law_catalogue();
  std::size_t known = 0;
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    for (const Partial partial : {Partial::gap, Partial::known_part}) {
      const Indicators indicators =
          evaluate(random_totals(seed, GetParam()), catalogue, {.partial = partial});
      ASSERT_EQ(indicators.columns().size(), laws.size() + 1);
      expect_agreement(indicators, known);
      if (HasFatalFailure()) return;
    }
  }
  EXPECT_GT(known, 5000U);
}

INSTANTIATE_TEST_SUITE_P(Sizes, KernelLaws, testing::Values(12U, 26U, 40U, 62U, 100U));

TEST(KernelThreads, AnyNumberOfThreadsGivesTheSameBytes) {
  const Catalogue catalogue = law_catalogue();
  const Totals totals = random_totals(77, 30);
  const Indicators one = evaluate(totals, catalogue, {.work = {.threads = 1}});
  const Indicators many = evaluate(totals, catalogue, {.work = {.threads = 5}});
  for (std::size_t period = 0; period < totals.periods().size(); ++period) {
    for (std::size_t column = 0; column < one.columns().size(); ++column) {
      const auto left = one.values(period, column);
      const auto right = many.values(period, column);
      ASSERT_TRUE(std::equal(left.begin(), left.end(), right.begin()));
      const auto before = one.statuses(period, column);
      const auto after = many.statuses(period, column);
      ASSERT_TRUE(std::equal(before.begin(), before.end(), after.begin()));
    }
  }
}

}  // namespace
}  // namespace edustat
