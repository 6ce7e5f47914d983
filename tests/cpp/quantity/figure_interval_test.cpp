// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/rounding.hpp"
#include "edustat/quantity/figure.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace edustat {
namespace {

void expect_interval(std::string_view text, Precision precision, std::string_view interval) {
  EXPECT_EQ(Figure(text).interval(precision), Interval::parse(interval))
      << text << ' ' << name_of(precision);
}

TEST(FigureInterval, IsClosedWhenTheTieRuleIsUnknown) {
  expect_interval("176.4万平方米", Precision::nearest, "[1763500, 1764500]");
  expect_interval("63.82%", Precision::nearest, "[12763/20000, 2553/4000]");
  expect_interval("-5元", Precision::nearest, "[-11/2, -9/2]");
  expect_interval("0元", Precision::nearest, "[-1/2, 1/2]");
}

TEST(FigureInterval, IsOpenAwayFromZeroForHalfUp) {
  expect_interval("5元", Precision::half_up, "[9/2, 11/2)");
  expect_interval("-5元", Precision::half_up, "(-11/2, -9/2]");
  expect_interval("0元", Precision::half_up, "(-1/2, 1/2)");
}

TEST(FigureInterval, IsClosedAroundAnEvenDigitForHalfEven) {
  expect_interval("4元", Precision::half_even, "[7/2, 9/2]");
  expect_interval("5元", Precision::half_even, "(9/2, 11/2)");
  expect_interval("-6元", Precision::half_even, "[-13/2, -11/2]");
  expect_interval("0元", Precision::half_even, "[-1/2, 1/2]");
  expect_interval("1.3万元", Precision::half_even, "(12500, 13500)");
}

TEST(FigureInterval, ReachesAwayFromZeroWhenCut) {
  expect_interval("5元", Precision::truncated, "[5, 6)");
  expect_interval("-5元", Precision::truncated, "(-6, -5]");
  expect_interval("0元", Precision::truncated, "(-1, 1)");
}

TEST(FigureInterval, IsOneValueForExactCountsAndExactPrecision) {
  expect_interval("410人", Precision::nearest, "[410, 410]");
  expect_interval("410人", Precision::truncated, "[410, 410]");
  expect_interval("176.4万平方米", Precision::exact, "[1764000, 1764000]");
}

TEST(FigureInterval, FollowsApproximateWordsUnderEveryPrecision) {
  const std::vector<std::pair<std::string_view, std::string_view>> rows{
      {"约12000人", "[11000, 13000]"},
      {"12.20万平方米左右", "[121000, 123000]"},
      {"近300人", "[200, 400]"},
      {"100余所", "[100, 200)"},
      {"3600多万元", "[36000000, 37000000)"},
      {"-300余元", "(-400, -300]"},
      {"300人以上", "[300, inf)"},
      {"超过63.82%", "[3191/5000, inf)"},
      {"不足300人", "(200, 300)"}};
  for (const auto& [text, interval] : rows) {
    for (const Precision precision : {Precision::exact, Precision::nearest, Precision::half_up,
                                      Precision::half_even, Precision::truncated}) {
      expect_interval(text, precision, interval);
    }
  }
}

TEST(FigureInterval, SpansEveryReadingOfAMask) {
  expect_interval("6xx万册", Precision::exact, "[6000000, 6990000]");
  expect_interval("6xx万册", Precision::nearest, "[5995000, 6995000]");
  expect_interval("6xx万册", Precision::truncated, "[6000000, 7000000)");
  expect_interval("xx5人次", Precision::exact, "[5, 995]");
  expect_interval("-6x元", Precision::truncated, "(-70, -60]");
  expect_interval("6.x%", Precision::exact, "[3/50, 69/1000]");
  expect_interval("约6xx万册", Precision::nearest, "[5000000, 7990000]");
  expect_interval("某万人", Precision::nearest, "[0, inf)");
}

TEST(FigureInterval, RoundsBothSidesOfARatio) {
  expect_interval("16.98:1", Precision::nearest, "[679/40, 3397/200]");
  expect_interval("1:16.98", Precision::nearest, "[200/3397, 40/679]");
  expect_interval("1:16.98", Precision::truncated, "(100/1699, 50/849]");
  expect_interval("3:2", Precision::nearest, "[1, 7/3]");
  expect_interval("3:2", Precision::exact, "[3/2, 3/2]");
}

/// Thousandths written with three places: 1250 is 1.250.
Rational thousandths(std::int64_t count) {
  return Rational(count) / Rational(1000);
}

struct Rule {
  Precision precision;
  Rounding rounding;
};

// `nearest` may break ties in any way.
constexpr std::array rules{
    Rule{Precision::half_up, Rounding::half_up},   Rule{Precision::half_even, Rounding::half_even},
    Rule{Precision::truncated, Rounding::down},    Rule{Precision::nearest, Rounding::half_up},
    Rule{Precision::nearest, Rounding::half_even}, Rule{Precision::nearest, Rounding::half_down}};

TEST(FigureInterval, ContainsEveryValueThatPrintsSo) {
  for (const Rule& rule : rules) {
    for (std::int64_t i = -2500; i <= 2500; ++i) {
      const Rational value = thousandths(i);
      const Figure figure(round_to(value, DecimalPlaces(1), rule.rounding).to_string() + "元");
      EXPECT_EQ(figure.interval(rule.precision).contains(value), true)
          << value << " printed as " << figure << ' ' << name_of(rule.precision);
    }
  }
}

TEST(FigureInterval, ContainsNoValueThatPrintsOtherwise) {
  for (const Rule& rule : rules) {
    if (rule.precision == Precision::nearest) continue;
    for (std::int64_t print = -15; print <= 15; ++print) {
      const Rational printed = Rational(print) / Rational(10);
      const Figure figure(Decimal(printed, DecimalPlaces(1)).to_string() + "元");
      const Interval interval = figure.interval(rule.precision);
      for (std::int64_t i = -1800; i <= 1800; ++i) {
        const Rational value = thousandths(i);
        const bool prints_so = round_to(value, DecimalPlaces(1), rule.rounding).value() == printed;
        EXPECT_EQ(interval.contains(value), prints_so)
            << value << " in " << interval << ' ' << name_of(rule.precision);
      }
    }
  }
}

}  // namespace
}  // namespace edustat
