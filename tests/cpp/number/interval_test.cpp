// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/interval.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace edustat {
namespace {

using test::refused;

Interval operator""_i(const char* text, std::size_t length) {
  return Interval::parse({text, length});
}

Rational number(std::string_view text) {
  return Rational::parse(text);
}

std::string shown(const std::optional<Interval>& interval) {
  return interval ? interval->to_string() : "nothing";
}

TEST(Interval, WritesItsEnds) {
  EXPECT_EQ(Interval({number("1/2"), End::closed}, {number("3/4"), End::open}).to_string(),
            "[1/2, 3/4)");
  EXPECT_EQ(Interval({}, {7, End::closed}).to_string(), "(-inf, 7]");
  EXPECT_EQ(Interval::exactly(5).to_string(), "[5, 5]");
  EXPECT_EQ(Interval::closed(1, 2).to_string(), "[1, 2]");
  EXPECT_EQ(Interval::at_least(3).to_string(), "[3, inf)");
  EXPECT_EQ(Interval::everything().to_string(), "(-inf, inf)");
  std::ostringstream stream;
  stream << Interval::exactly(5);
  EXPECT_EQ(stream.str(), "[5, 5]");
}

TEST(Interval, AnAbsentEndIsOpen) {
  EXPECT_EQ(Interval({std::nullopt, End::closed}, {std::nullopt, End::closed}),
            Interval::everything());
}

TEST(Interval, RefusesToBeEmpty) {
  const std::string rule =
      " contains no number: the lower end must be below the upper end, equal ends must both be "
      "closed";
  EXPECT_EQ(refused<StructureError>([] { return Interval::closed(2, 1); }),
            "interval [2, 1]" + rule);
  EXPECT_EQ(refused<StructureError>([] { return "[1, 1)"_i; }), "interval [1, 1)" + rule);
  EXPECT_EQ(refused<StructureError>([] { return "(1, 1)"_i; }), "interval (1, 1)" + rule);
}

TEST(Interval, KnowsWhetherItIsBoundedOrExact) {
  EXPECT_EQ("[1, 2)"_i.is_bounded(), true);
  EXPECT_EQ("[1, inf)"_i.is_bounded(), false);
  EXPECT_EQ("[1, 1]"_i.is_exact(), true);
  EXPECT_EQ("[1, 2]"_i.is_exact(), false);
  EXPECT_EQ("(-inf, 1]"_i.is_exact(), false);
}

TEST(Interval, ContainsAClosedEndButNotAnOpenOne) {
  EXPECT_EQ("[1, 2)"_i.contains(1), true);
  EXPECT_EQ("[1, 2)"_i.contains(number("3/2")), true);
  EXPECT_EQ("[1, 2)"_i.contains(2), false);
  EXPECT_EQ("[1, 2)"_i.contains(0), false);
  EXPECT_EQ("(-inf, 2)"_i.contains(number("-1e30")), true);
}

TEST(Interval, TouchingEndsMeetOnlyWhenBothAreClosed) {
  EXPECT_EQ(shown("[1, 2]"_i.intersect("[2, 3]"_i)), "[2, 2]");
  EXPECT_EQ(shown("[1, 2)"_i.intersect("[2, 3]"_i)), "nothing");
  EXPECT_EQ(shown("[1, 2]"_i.intersect("(2, 3]"_i)), "nothing");
}

TEST(Interval, IntersectionTakesTheNarrowerEnds) {
  EXPECT_EQ(shown("[1, 5]"_i.intersect("(1, 4)"_i)), "(1, 4)");
  EXPECT_EQ(shown("(-inf, 5]"_i.intersect("[0, inf)"_i)), "[0, 5]");
  EXPECT_EQ(shown("(-inf, inf)"_i.intersect("(-inf, inf)"_i)), "(-inf, inf)");
  EXPECT_EQ(shown("[1, 2]"_i.intersect("[3, 4]"_i)), "nothing");
}

TEST(Interval, HullTakesTheWiderEnds) {
  EXPECT_EQ("[1, 2)"_i.hull("(4, 5]"_i).to_string(), "[1, 5]");
  EXPECT_EQ("(1, 2)"_i.hull("[1, 2]"_i).to_string(), "[1, 2]");
  EXPECT_EQ("(1, 2)"_i.hull("(-inf, 0)"_i).to_string(), "(-inf, 2)");
}

TEST(Interval, CanBeLessWhenSomeValuesAre) {
  EXPECT_EQ("[1, 5]"_i.can_be_less("[0, 2]"_i), true);
  EXPECT_EQ("[2, 5]"_i.can_be_less("[0, 2]"_i), false);
  EXPECT_EQ("(1, 5]"_i.can_be_less("[0, 2)"_i), true);
  EXPECT_EQ("(-inf, 5]"_i.can_be_less("(-inf, 2]"_i), true);
  EXPECT_EQ("[9, 9]"_i.can_be_less("[0, inf)"_i), true);
}

TEST(Interval, CanBeAtMostWhenTouchingEndsAreClosed) {
  EXPECT_EQ("[2, 5]"_i.can_be_at_most("[0, 2]"_i), true);
  EXPECT_EQ("(2, 5]"_i.can_be_at_most("[0, 2]"_i), false);
  EXPECT_EQ("[2, 5]"_i.can_be_at_most("[0, 2)"_i), false);
  EXPECT_EQ("[3, 5]"_i.can_be_at_most("[0, 2]"_i), false);
}

TEST(IntervalSum, IsClosedWhereBothEndsAre) {
  EXPECT_EQ(("[1, 2)"_i + "[10, 20]"_i).to_string(), "[11, 22)");
  EXPECT_EQ(("[1, 2)"_i - "[10, 20]"_i).to_string(), "[-19, -8)");
  EXPECT_EQ(("[1, inf)"_i + "[10, 20]"_i).to_string(), "[11, inf)");
  EXPECT_EQ(("[1, inf)"_i - "[10, inf)"_i).to_string(), "(-inf, inf)");
}

TEST(IntervalOpposite, SwapsTheEndsWithTheirFlags) {
  EXPECT_EQ((-"[1, 2)"_i).to_string(), "(-2, -1]");
  EXPECT_EQ((-"(-inf, 2]"_i).to_string(), "[-2, inf)");
}

TEST(IntervalProduct, ANegativeWeightSwapsTheEnds) {
  EXPECT_EQ(("[1, 2)"_i * "[-3, -3]"_i).to_string(), "(-6, -3]");
}

TEST(IntervalProduct, TakesTheExtremeCorners) {
  EXPECT_EQ(("[2, 3)"_i * "[5, 7]"_i).to_string(), "[10, 21)");
  EXPECT_EQ(("[-2, 3)"_i * "(-5, 7]"_i).to_string(), "(-15, 21)");
  EXPECT_EQ(("[-3, -2]"_i * "(-5, -4]"_i).to_string(), "[8, 15)");
}

TEST(IntervalProduct, IsClosedIfOneOfEqualCornersIsAttained) {
  EXPECT_EQ(("(-2, 2]"_i * "[-3, 3]"_i).to_string(), "[-6, 6]");
  EXPECT_EQ(("(-2, 2]"_i * "(-3, 3]"_i).to_string(), "(-6, 6]");
}

TEST(IntervalProduct, ZeroTimesAnOpenEndIsAttained) {
  EXPECT_EQ(("[0, 1]"_i * "(2, 3)"_i).to_string(), "[0, 3)");
  EXPECT_EQ(("(0, 1]"_i * "(2, 3)"_i).to_string(), "(0, 3)");
  EXPECT_EQ(("(0, 1]"_i * "[0, 3)"_i).to_string(), "[0, 3)");
}

TEST(IntervalProduct, ZeroTimesUnboundedIsZero) {
  EXPECT_EQ(("[0, 0]"_i * "(-inf, inf)"_i).to_string(), "[0, 0]");
  EXPECT_EQ(("[0, 1]"_i * "[2, inf)"_i).to_string(), "[0, inf)");
  EXPECT_EQ(("(0, 1]"_i * "[2, inf)"_i).to_string(), "(0, inf)");
  EXPECT_EQ(("[-1, 0]"_i * "[2, inf)"_i).to_string(), "(-inf, 0]");
}

TEST(IntervalQuotient, OfPositiveFiguresSwapsTheDivisorsEnds) {
  EXPECT_EQ(shown(divide("[111.5, 112.5)"_i, "[176, 177)"_i)), "(223/354, 225/352)");
  EXPECT_EQ(shown(divide("[1, 2)"_i, "[4, 5]"_i)), "[1/5, 1/2)");
}

TEST(IntervalQuotient, ByZeroAloneIsNothing) {
  EXPECT_EQ(shown(divide("[1, 2]"_i, "[0, 0]"_i)), "nothing");
  EXPECT_EQ(shown(divide("[0, 0]"_i, "[0, 0]"_i)), "nothing");
}

TEST(IntervalQuotient, LeavesAZeroAtTheEndOfTheDivisorOut) {
  EXPECT_EQ(shown(divide("[1, 2]"_i, "[0, 4]"_i)), "[1/4, inf)");
  EXPECT_EQ(shown(divide("[1, 2]"_i, "(-4, 0]"_i)), "(-inf, -1/4)");
  EXPECT_EQ(shown(divide("[0, 2]"_i, "[0, 4]"_i)), "[0, inf)");
}

TEST(IntervalQuotient, WithZeroInsideTheDivisorIsEverything) {
  EXPECT_EQ(shown(divide("[1, 2]"_i, "[-1, 4]"_i)), "(-inf, inf)");
  EXPECT_EQ(shown(divide("[0, 0]"_i, "[-1, 4]"_i)), "[0, 0]");
}

TEST(IntervalQuotient, ByAnUnboundedDivisorComesNearZero) {
  EXPECT_EQ(shown(divide("[1, 2]"_i, "[4, inf)"_i)), "(0, 1/2]");
  EXPECT_EQ(shown(divide("[0, 2]"_i, "[4, inf)"_i)), "[0, 1/2]");
}

TEST(IntervalPower, OfEvenExponentIsNeverNegative) {
  EXPECT_EQ(shown("[-2, 3)"_i.pow(2)), "[0, 9)");
  EXPECT_EQ(shown("[-3, 3)"_i.pow(2)), "[0, 9]");
  EXPECT_EQ(shown("[-3, -2)"_i.pow(2)), "(4, 9]");
  EXPECT_EQ(shown("(0, 2]"_i.pow(2)), "(0, 4]");
  EXPECT_EQ(shown("(-inf, 2]"_i.pow(2)), "[0, inf)");
}

TEST(IntervalPower, OfOddExponentKeepsTheSign) {
  EXPECT_EQ(shown("[-2, 3)"_i.pow(3)), "[-8, 27)");
  EXPECT_EQ(shown("(-inf, 2]"_i.pow(3)), "(-inf, 8]");
}

TEST(IntervalPower, OfZeroIsOne) {
  EXPECT_EQ(shown("[-2, 3)"_i.pow(0)), "[1, 1]");
}

TEST(IntervalPower, BelowZeroLeavesZeroOut) {
  EXPECT_EQ(shown("[2, 4)"_i.pow(-1)), "(1/4, 1/2]");
  EXPECT_EQ(shown("[-1, 2]"_i.pow(-1)), "(-inf, inf)");
  EXPECT_EQ(shown("[-1, 2]"_i.pow(-2)), "[1/4, inf)");
  EXPECT_EQ(shown("[0, 2]"_i.pow(-1)), "[1/2, inf)");
  EXPECT_EQ(shown("[0, 0]"_i.pow(-1)), "nothing");
  EXPECT_EQ(shown("(-inf, inf)"_i.pow(-2)), "(0, inf)");
}

TEST(IntervalPower, HasALimit) {
  EXPECT_EQ(refused<LimitError>([] { return "[1, 2]"_i.pow(65); }),
            "power 65 is outside -64 to 64");
}

TEST(IntervalHash, IsTheSameForEqualIntervals) {
  EXPECT_EQ("[1/2, 3/4)"_i.hash(), "[2/4, 6/8)"_i.hash());
  EXPECT_EQ("[1/2, 3/4)"_i.hash() == "[1/2, 3/4]"_i.hash(), false);
}

TEST(IntervalParse, ReadsItsOwnText) {
  for (const char* text : {"[1/2, 3/4)", "(-inf, 7]", "[5, 5]", "(-inf, inf)", "[-3, inf)"}) {
    EXPECT_EQ(Interval::parse(text).to_string(), text);
  }
}

TEST(IntervalParse, ReadsDecimalsAndAnySpacing) {
  EXPECT_EQ("[0.5,0.75)"_i.to_string(), "[1/2, 3/4)");
  EXPECT_EQ("[0.5,  0.75)"_i.to_string(), "[1/2, 3/4)");
}

TEST(IntervalParse, RefusesWithTheColumn) {
  const auto refusal = [](const char* text) {
    return refused<ParseError>([=] { return Interval::parse(text); });
  };
  const auto misfit = [](int column, const std::string& text) {
    return "column " + std::to_string(column) + ": cannot read '" + text +
           "' as an interval such as [1/2, 3/4) or (-inf, 7]";
  };
  EXPECT_EQ(refusal(""), misfit(1, ""));
  EXPECT_EQ(refusal("1, 2"), misfit(1, "1, 2"));
  EXPECT_EQ(refusal("[1 2]"), misfit(6, "[1 2]"));
  EXPECT_EQ(refusal("[1, 2"), misfit(5, "[1, 2"));
  EXPECT_EQ(refusal("[1, 2）"), misfit(6, "[1, 2）"));
  EXPECT_EQ(refusal("[,"), misfit(2, "[,"));
  EXPECT_EQ(refusal("[1, x]"), "column 5: cannot read 'x' as a number such as -12.50");
  EXPECT_EQ(refusal("[1, 2, 3]"), "column 6: cannot read '2, 3' as a number such as -12.50");
  EXPECT_EQ(refusal("[-inf, 2]"), "column 3: cannot read '-inf' as a number such as -12.50");
  EXPECT_EQ(refusal("(inf, 2]"), "column 2: cannot read 'inf' as a number such as -12.50");
  EXPECT_EQ(refusal("[1, ]"), "column 5: the text is empty, a value is expected");
}

}  // namespace
}  // namespace edustat
