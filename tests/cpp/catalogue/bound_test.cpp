// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/bound.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string_view>
#include <vector>

namespace edustat {
namespace {

/// `inputs` in the order in which the formula first names them.
Bound bound_of(std::string_view formula, const std::vector<std::string_view>& inputs) {
  const Formula parsed(formula);
  std::vector<Interval> intervals;
  for (const std::string_view input : inputs) intervals.push_back(Interval::parse(input));
  return bound(parsed.nodes(), parsed.constants(), intervals);
}

TEST(Bound, OfAQuotientIsTight) {
  const Bound found = bound_of("started / planned", {"[1115000, 1125000]", "[1763500, 1764500]"});
  EXPECT_EQ(found.interval, Interval::parse("[2230/3529, 2250/3527]"));
  EXPECT_EQ(found.tightness, Tightness::tight);
}

TEST(Bound, OfAnOpenInputIsOpen) {
  const Bound found = bound_of("a / b", {"[112, 113)", "[1764, 1765)"});
  EXPECT_EQ(found.interval, Interval::parse("(112/1765, 113/1764)"));
}

TEST(Bound, OfAGrowthFromAnIncreaseIsTight) {
  const Bound found = bound_of("b / (a - b)", {"[10, 20]", "[100, 110]"});
  EXPECT_EQ(found.interval, Interval::parse("[1/10, 1/4]"));
  EXPECT_EQ(found.tightness, Tightness::tight);
}

TEST(Bound, OfAGrowthFromLevelsIsTight) {
  const Bound found = bound_of("(a - b) / b", {"[110, 120]", "[90, 100]"});
  EXPECT_EQ(found.interval, Interval::parse("[1/10, 1/3]"));
  EXPECT_EQ(found.tightness, Tightness::tight);
}

TEST(Bound, KeepsOpenEndsOfMonotoneInputs) {
  const Bound found = bound_of("b / (a - b)", {"[10, 20)", "[100, 110)"});
  EXPECT_EQ(found.interval, Interval::parse("(1/10, 1/4)"));
  EXPECT_EQ(found.tightness, Tightness::tight);
}

TEST(Bound, OfAFormulaThatTurnsIsOuter) {
  const Bound found = bound_of("a * (1 - a)", {"[0, 1]"});
  EXPECT_EQ(found.interval, Interval::parse("[0, 1]"));
  EXPECT_EQ(found.tightness, Tightness::outer);
}

TEST(Bound, TakesAnExactInputAsAConstant) {
  const Bound found = bound_of("a * (1 - a)", {"[1/2, 1/2]"});
  EXPECT_EQ(found.interval, Interval::parse("[1/4, 1/4]"));
  EXPECT_EQ(found.tightness, Tightness::tight);
}

TEST(Bound, WithZeroInsideADivisorIsOuter) {
  const Bound found = bound_of("a / b", {"[1, 2]", "[-1, 1]"});
  EXPECT_EQ(found.interval, Interval::everything());
  EXPECT_EQ(found.tightness, Tightness::outer);
}

TEST(Bound, IsAbsentWhenTheDivisorIsZero) {
  EXPECT_EQ(bound_of("a / b", {"[1, 2]", "[0, 0]"}).interval, std::nullopt);
}

TEST(Bound, OfAPowerCountsItsInputOnce) {
  const Bound found = bound_of("(1 + g)^5", {"[-3, 1]"});
  EXPECT_EQ(found.interval, Interval::parse("[-32, 32]"));
  EXPECT_EQ(found.tightness, Tightness::tight);
}

TEST(Bound, OfAnEvenPowerStartsAtZero) {
  EXPECT_EQ(bound_of("a^2", {"[-3, 1]"}).interval, Interval::parse("[0, 9]"));
}

/// Law: whatever the inputs are inside their intervals, the value lies inside the bound, and a
/// tight bound is approached: some corner of the box comes as near to each end as the grid allows.
TEST(Bound, ContainsEveryValueOfTheBox) {
  std::mt19937_64 random(20161130);
  const std::vector<std::string_view> formulas{
      "a / b",       "b / (a - b)",       "(a - b) / b",       "a * b - c",
      "a / (a + b)", "(a + b) * (a - c)", "(a - b) / (a + b)", "a - a * b",
      "a^3 - a",     "(1 + a)^2 / b",     "a / b + b / a",     "-a / (b^2)"};
  for (int round = 0; round < 2000; ++round) {
    const Formula formula(formulas[random() % formulas.size()]);
    std::vector<Interval> box;
    std::vector<std::vector<Rational>> samples;
    for (std::size_t i = 0; i < formula.references().size(); ++i) {
      const Rational low = Rational(static_cast<int>(random() % 41) - 8) / 4;
      const Rational width = Rational(1 + static_cast<int>(random() % 8)) / 4;
      box.push_back(Interval::closed(low, low + width));
      samples.push_back({low, low + width / 3, low + width / 2, low + width});
    }
    const Bound found = bound(formula.nodes(), formula.constants(), box);
    for (int pick = 0; pick < 20; ++pick) {
      std::vector<Interval> point;
      for (const auto& values : samples) point.push_back(Interval::exactly(values[random() % 4]));
      const Bound value = bound(formula.nodes(), formula.constants(), point);
      if (!value.interval) continue;
      ASSERT_TRUE(found.interval.has_value()) << formula;
      ASSERT_TRUE(found.interval->contains(*value.interval->low().value))
          << formula << " = " << *value.interval << " outside " << *found.interval;
    }
  }
}

Bound solved(std::string_view relation, const std::vector<std::string_view>& inputs,
             std::size_t wanted) {
  const Relation parsed(relation);
  std::vector<Interval> intervals;
  for (const std::string_view input : inputs) intervals.push_back(Interval::parse(input));
  return solve(parsed, intervals, wanted);
}

TEST(Solve, FindsTheNumeratorOfARate) {
  const Bound found = solved("rate == started / planned",
                             {"[12763/20000, 2553/4000]", "[0, 1]", "[1763500, 1764500]"}, 1);
  EXPECT_EQ(found.interval, Interval::parse("[45015101/40, 9009537/8]"));
  EXPECT_EQ(found.tightness, Tightness::tight);
}

TEST(Solve, FindsTheDenominatorOfARate) {
  const Bound found = solved("x == a / b", {"[1/4, 1/2]", "[10, 20)", "[0, 1]"}, 2);
  EXPECT_EQ(found.interval, Interval::parse("[20, 80)"));
}

TEST(Solve, FindsATermOfASum) {
  EXPECT_EQ(solved("t == a + b - c", {"[10, 11]", "[1, 2]", "[0, 1]", "[3, 3]"}, 2).interval,
            Interval::parse("[11, 13]"));
}

TEST(Solve, FindsTheUpperEndOfAPart) {
  EXPECT_EQ(solved("part <= whole", {"[1, 1]", "[5, 6)"}, 0).interval,
            Interval::parse("(-inf, 6)"));
  EXPECT_EQ(solved("part < whole", {"[1, 1]", "[5, 6]"}, 1).interval, Interval::parse("(1, inf)"));
}

TEST(Solve, IsLinearInAnInputThatOccursTwice) {
  const Bound found = solved("g == b / (a - b)", {"[1/10, 1/10]", "[0, 1]", "[110, 110]"}, 1);
  EXPECT_EQ(found.interval, Interval::parse("[10, 10]"));
  EXPECT_EQ(found.tightness, Tightness::outer);
}

TEST(Solve, EnclosesAnIrrationalRoot) {
  const Bound found = solved("(1 + g)^2 == q", {"[0, 1]", "[2, 2]"}, 0);
  EXPECT_EQ(found.tightness, Tightness::outer);
  ASSERT_TRUE(found.interval.has_value());
  const Rational low = *found.interval->low().value + 1;
  const Rational high = *found.interval->high().value + 1;
  EXPECT_TRUE(low * low < 2 && high * high > 2);
  EXPECT_TRUE(high - low <= Rational::power_of_ten(-11));
}

TEST(Solve, FindsARationalRootExactly) {
  EXPECT_EQ(solved("(1 + g)^5 == q", {"[0, 1]", "[32, 32]"}, 0).interval,
            Interval::parse("[1, 1]"));
}

TEST(Solve, SaysWhenNoValueWouldDo) {
  EXPECT_EQ(solved("a^2 == b", {"[0, 1]", "[-2, -1]"}, 0).interval, std::nullopt);
}

TEST(Solve, SaysNothingBeyondLinear) {
  const Bound found = solved("a * a + a == b", {"[0, 1]", "[2, 2]"}, 0);
  EXPECT_EQ(found.interval, Interval::everything());
  EXPECT_EQ(found.tightness, Tightness::outer);
}

}  // namespace
}  // namespace edustat
