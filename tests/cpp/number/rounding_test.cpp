// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/rounding.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/number/random_rational.hpp"
#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace edustat {
namespace {

using test::refused;

constexpr std::array modes{Rounding::half_up, Rounding::half_even, Rounding::half_down,
                           Rounding::up,      Rounding::down,      Rounding::ceiling,
                           Rounding::floor};

std::string rounded(std::string_view value, int places, Rounding rounding = Rounding::half_up) {
  return round_to(Rational::parse(value), DecimalPlaces(places), rounding).to_string();
}

std::string stepped(std::string_view value, std::string_view step,
                    Rounding rounding = Rounding::half_even) {
  return round_to_step(Rational::parse(value), Decimal::parse(step), rounding).to_string();
}

/// The value at one place in every mode, in the order of the enumeration.
std::string in_all_modes(std::string_view value) {
  std::string result;
  for (const Rounding mode : modes) result += (result.empty() ? "" : " ") + rounded(value, 0, mode);
  return result;
}

TEST(RoundTo, EachModeTreatsTiesInItsWay) {
  EXPECT_EQ(in_all_modes("2.5"), "3 2 2 3 2 3 2");
  EXPECT_EQ(in_all_modes("3.5"), "4 4 3 4 3 4 3");
  EXPECT_EQ(in_all_modes("-2.5"), "-3 -2 -2 -3 -2 -2 -3");
  EXPECT_EQ(in_all_modes("-0.5"), "-1 0 0 -1 0 0 -1");
}

TEST(RoundTo, EachModeTreatsTheRestInItsWay) {
  EXPECT_EQ(in_all_modes("2.4"), "2 2 2 3 2 3 2");
  EXPECT_EQ(in_all_modes("2.6"), "3 3 3 3 2 3 2");
  EXPECT_EQ(in_all_modes("-2.4"), "-2 -2 -2 -3 -2 -2 -3");
  EXPECT_EQ(in_all_modes("-2.6"), "-3 -3 -3 -3 -2 -2 -3");
  EXPECT_EQ(in_all_modes("2"), "2 2 2 2 2 2 2");
  EXPECT_EQ(in_all_modes("1/3"), "0 0 0 1 0 1 0");
}

TEST(RoundTo, EachModeIsTheSameBeyondInt64) {
  const std::string ten_twenty = "100000000000000000000";
  EXPECT_EQ(rounded(ten_twenty + ".5", 0, Rounding::half_up), "100000000000000000001");
  EXPECT_EQ(rounded(ten_twenty + ".5", 0, Rounding::half_even), ten_twenty);
  EXPECT_EQ(rounded(ten_twenty + ".5", 0, Rounding::half_down), ten_twenty);
  EXPECT_EQ(rounded(ten_twenty + ".1", 0, Rounding::up), "100000000000000000001");
  EXPECT_EQ(rounded("-" + ten_twenty + ".9", 0, Rounding::down), "-" + ten_twenty);
  EXPECT_EQ(rounded("-" + ten_twenty + ".1", 0, Rounding::ceiling), "-" + ten_twenty);
  EXPECT_EQ(rounded("-" + ten_twenty + ".1", 0, Rounding::floor), "-100000000000000000001");
}

TEST(RoundTo, RoundsOnceFromTheExactValue) {
  EXPECT_EQ(rounded("8.53459", 2), "8.53");
  EXPECT_EQ(rounded("0.4999999999999999999999999", 0), "0");
}

TEST(RoundTo, KeepsTrailingZeros) {
  EXPECT_EQ(rounded("94.3", 2), "94.30");
  EXPECT_EQ(rounded("99.999", 2), "100.00");
  EXPECT_EQ(rounded("0", 2), "0.00");
}

TEST(RoundTo, RoundsLeftOfThePoint) {
  EXPECT_EQ(rounded("1268", -2), "1300");
  EXPECT_EQ(rounded("12345", -3), "12000");
  EXPECT_EQ(rounded("49", -2), "0");
  EXPECT_EQ(rounded("50", -2), "100");
}

TEST(RoundTo, ZeroHasNoSign) {
  EXPECT_EQ(rounded("-0.004", 2), "0.00");
}

TEST(RoundTo, RoundsTheEndsOfInt64) {
  EXPECT_EQ(rounded("9223372036854775807", 18), "9223372036854775807." + std::string(18, '0'));
  EXPECT_EQ(rounded("-9223372036854775808", -18), "-9000000000000000000");
  EXPECT_EQ(rounded("-9223372036854775808/3", 2), "-3074457345618258602.67");
  EXPECT_EQ(rounded("1/9223372036854775807", 19), "0.0000000000000000001");
}

TEST(RoundTo, ReachesTheLimitOfPlaces) {
  EXPECT_EQ(rounded("1/3", 4096), "0." + std::string(4096, '3'));
  EXPECT_EQ(rounded("1e4096", -4096), "1" + std::string(4096, '0'));
  EXPECT_EQ(rounded("1", -4096), "0");
}

TEST(RoundTo, DefaultsToHalfUp) {
  EXPECT_EQ(round_to(Rational::parse("0.125"), DecimalPlaces(2)).to_string(), "0.13");
  EXPECT_EQ(round_to(Rational::parse("-0.125"), DecimalPlaces(2)).to_string(), "-0.13");
}

// GB/T 8170-2008, 3.2 and 3.3, as printed by several metrology pages
TEST(RoundTo, FollowsTheNationalStandard) {
  EXPECT_EQ(rounded("12.1498", 1, Rounding::half_even), "12.1");
  EXPECT_EQ(rounded("10.5002", 0, Rounding::half_even), "11");
  EXPECT_EQ(rounded("1.050", 1, Rounding::half_even), "1.0");
  EXPECT_EQ(rounded("0.35", 1, Rounding::half_even), "0.4");
  EXPECT_EQ(rounded("2500", -3, Rounding::half_even), "2000");
  EXPECT_EQ(rounded("3500", -3, Rounding::half_even), "4000");
  EXPECT_EQ(rounded("-0.0365", 3, Rounding::half_even), "-0.036");
  EXPECT_EQ(rounded("15.4546", 0, Rounding::half_even), "15");
}

// GB/T 8170-2008, 3.4
TEST(RoundToStep, RoundsToHalvesAndFifthsOfAPlace) {
  EXPECT_EQ(stepped("60.25", "0.5"), "60.0");
  EXPECT_EQ(stepped("60.38", "0.5"), "60.5");
  EXPECT_EQ(stepped("-60.75", "0.5"), "-61.0");
  EXPECT_EQ(stepped("830", "20"), "840");
  EXPECT_EQ(stepped("842", "20"), "840");
  EXPECT_EQ(stepped("-930", "20"), "-920");
  EXPECT_EQ(stepped("37.30", "0.2"), "37.2");
}

TEST(RoundToStep, HasThePlacesOfTheStep) {
  EXPECT_EQ(stepped("63.37", "5"), "65");
  EXPECT_EQ(stepped("63.37", "0.50"), "63.50");
  EXPECT_EQ(stepped("63.37", "1e1"), "60");
}

TEST(RoundToStep, KnowsEveryMode) {
  EXPECT_EQ(stepped("1.25", "0.5", Rounding::half_up), "1.5");
  EXPECT_EQ(stepped("1.25", "0.5", Rounding::half_down), "1.0");
  EXPECT_EQ(stepped("1.01", "0.5", Rounding::up), "1.5");
  EXPECT_EQ(stepped("-1.49", "0.5", Rounding::down), "-1.0");
  EXPECT_EQ(stepped("-1.01", "0.5", Rounding::floor), "-1.5");
  EXPECT_EQ(stepped("-1.49", "0.5", Rounding::ceiling), "-1.0");
}

TEST(RoundToStep, RefusesAStepThatIsNotAboveZero) {
  EXPECT_EQ(refused<StructureError>([] { return stepped("1", "0"); }),
            "cannot round to multiples of 0: the step must be above 0");
  EXPECT_EQ(refused<StructureError>([] { return stepped("1", "-0.5"); }),
            "cannot round to multiples of -0.5: the step must be above 0");
}

TEST(RoundToInteger, RoundsWithoutPlaces) {
  EXPECT_EQ(round_to_integer(Rational::parse("7/2"), Rounding::half_even), Rational(4));
  EXPECT_EQ(round_to_integer(Rational(-3), Rounding::up), Rational(-3));
}

TEST(Rounding, ReadsItsNames) {
  for (const Rounding mode : modes) EXPECT_EQ(parse_rounding(name_of(mode)), mode);
}

TEST(Rounding, RefusesUnknownNamesAndListsTheKnown) {
  EXPECT_EQ(refused<CodeError>([] { return parse_rounding("bankers"); }),
            "there is no name 'bankers', known are: half_up, half_even, half_down, up, down, "
            "ceiling, floor");
}

TEST(RoundingLaws, TheResultIsTheRightNeighbour) {
  test::RandomRational random(11);
  for (int i = 0; i < 10000; ++i) {
    const Rational value = random();
    const DecimalPlaces places(static_cast<int>(random.below(41)) - 20);
    const Rational unit = Rational::power_of_ten(-places.count());
    const Rational low = (value / unit).floor() * unit;
    const Rational high = (value / unit).ceiling() * unit;
    const auto at = [&](Rounding mode) { return round_to(value, places, mode).value(); };
    EXPECT_EQ(at(Rounding::floor), low);
    EXPECT_EQ(at(Rounding::ceiling), high);
    EXPECT_EQ(at(Rounding::down), value.sign() < 0 ? high : low);
    EXPECT_EQ(at(Rounding::up), value.sign() < 0 ? low : high);
    const Rational nearer = value - low < high - value ? low : high;
    const bool is_tie = value - low == high - value;
    EXPECT_EQ(at(Rounding::half_up), is_tie ? at(Rounding::up) : nearer);
    EXPECT_EQ(at(Rounding::half_down), is_tie ? at(Rounding::down) : nearer);
    const bool is_low_even = (low / unit / Rational(2)).is_integer();
    EXPECT_EQ(at(Rounding::half_even), is_tie ? (is_low_even ? low : high) : nearer);
  }
}

TEST(RoundingLaws, AStepOfAPowerOfTenIsAPlace) {
  test::RandomRational random(12);
  for (int i = 0; i < 5000; ++i) {
    const Rational value = random();
    const int places = static_cast<int>(random.below(9)) - 4;
    const Decimal step(Rational::power_of_ten(-places), DecimalPlaces(places));
    for (const Rounding mode : modes) {
      EXPECT_EQ(round_to_step(value, step, mode).to_string(),
                round_to(value, DecimalPlaces(places), mode).to_string());
    }
  }
}

}  // namespace
}  // namespace edustat
