// SPDX-License-Identifier: Apache-2.0
#include "quantity/spread.hpp"

#include "quantity/plain_print.hpp"

#include <gtest/gtest.h>

#include <string>

namespace edustat::detail {
namespace {

/// `[-1, +1)`, in halves of the last place.
std::string spread(Precision precision, int sign, LastDigit last = LastDigit::even) {
  const Spread found = spread_of(precision, sign, last);
  return std::string(found.low == End::closed ? "[" : "(") + '-' + std::to_string(found.below) +
         ", +" + std::to_string(found.above) + (found.high == End::closed ? "]" : ")");
}

TEST(SpreadOf, ClosesBothEndsWhereTheTieRuleIsUnknown) {
  EXPECT_EQ(spread(Precision::nearest, 1), "[-1, +1]");
  EXPECT_EQ(spread(Precision::nearest, -1), "[-1, +1]");
  EXPECT_EQ(spread(Precision::nearest, 0), "[-1, +1]");
}

TEST(SpreadOf, MirrorsHalfUpBelowZero) {
  EXPECT_EQ(spread(Precision::half_up, 1), "[-1, +1)");
  EXPECT_EQ(spread(Precision::half_up, -1), "(-1, +1]");
  EXPECT_EQ(spread(Precision::half_up, 0), "(-1, +1)");
}

TEST(SpreadOf, ClosesHalfEvenByTheLastDigit) {
  EXPECT_EQ(spread(Precision::half_even, 1, LastDigit::even), "[-1, +1]");
  EXPECT_EQ(spread(Precision::half_even, 1, LastDigit::odd), "(-1, +1)");
}

TEST(SpreadOf, ReachesAWholePlaceWhereDigitsWereCut) {
  EXPECT_EQ(spread(Precision::truncated, 1), "[-0, +2)");
  EXPECT_EQ(spread(Precision::truncated, -1), "(-2, +0]");
  EXPECT_EQ(spread(Precision::truncated, 0), "(-2, +2)");
}

TEST(SpreadOf, IsNothingForAnExactPrint) {
  EXPECT_EQ(spread(Precision::exact, 1), "[-0, +0]");
}

TEST(PlainPrint, CountsByOnesWithoutScaleWord) {
  const auto is_count = [](std::string_view text) {
    return read_plain_print(text, UnitSystem()).value().is_count();
  };
  EXPECT_TRUE(is_count("410人"));
  EXPECT_TRUE(is_count("27所"));
  EXPECT_FALSE(is_count("1.2万人"));
  EXPECT_FALSE(is_count("4000元"));
  EXPECT_FALSE(is_count("410"));
  EXPECT_FALSE(is_count("0.5人"));
}

}  // namespace
}  // namespace edustat::detail
