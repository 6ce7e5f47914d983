// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/rational.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <sstream>
#include <type_traits>
#include <unordered_set>
#include <utility>

namespace edustat {
namespace {

using test::refused;

static_assert(sizeof(Rational) == 24);
static_assert(!std::is_constructible_v<Rational, bool>);
static_assert(!std::is_constructible_v<Rational, char>);
static_assert(!std::is_constructible_v<Rational, char16_t>);
static_assert(!std::is_constructible_v<Rational, const char*>);
static_assert(!std::is_constructible_v<DecimalPlaces, Rational>);
static_assert(std::is_convertible_v<int, Rational>);
static_assert(std::is_nothrow_move_constructible_v<Rational>);
static_assert(std::is_nothrow_move_assignable_v<Rational>);

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

Rational operator""_r(const char* text, std::size_t length) {
  return Rational::parse({text, length});
}

TEST(Rational, IsZeroByDefault) {
  EXPECT_EQ(Rational().to_string(), "0");
  EXPECT_EQ(Rational().is_zero(), true);
}

TEST(Rational, TakesEveryIntegerTypeWhole) {
  EXPECT_EQ(Rational(std::int8_t{-7}).to_string(), "-7");
  EXPECT_EQ(Rational(lowest).to_string(), "-9223372036854775808");
  EXPECT_EQ(Rational(std::numeric_limits<std::uint64_t>::max()).to_string(),
            "18446744073709551615");
}

TEST(Rational, IsKeptInLowestTermsWithAPositiveDenominator) {
  EXPECT_EQ((Rational(6) / Rational(-8)).to_string(), "-3/4");
  EXPECT_EQ((Rational(-6) / Rational(-3)).to_string(), "2");
}

TEST(Rational, ShowsSmallPartsOnly) {
  EXPECT_EQ("7/8"_r.small()->numerator, 7);
  EXPECT_EQ("7/8"_r.small()->denominator, 8);
  EXPECT_EQ("9223372036854775808"_r.small().has_value(), false);
}

TEST(Rational, SmallEndsAtInt64) {
  EXPECT_EQ(Rational(lowest).small()->numerator, lowest);
  EXPECT_EQ((Rational(1) / Rational(highest)).small()->denominator, highest);
  EXPECT_EQ((Rational(1) / Rational(lowest)).small().has_value(), false);
}

TEST(Rational, OppositeOfTheLowestInt64IsRight) {
  EXPECT_EQ((-Rational(lowest)).to_string(), "9223372036854775808");
  EXPECT_EQ(Rational(lowest).abs().to_string(), "9223372036854775808");
  EXPECT_EQ(Rational(0) - Rational(lowest), "9223372036854775808"_r);
  EXPECT_EQ(-"9223372036854775808"_r, Rational(lowest));
  EXPECT_EQ((-"9223372036854775808"_r).small()->numerator, lowest);
}

TEST(Rational, QuotientByTheLowestInt64IsRight) {
  EXPECT_EQ((Rational(lowest) / Rational(lowest)).to_string(), "1");
  EXPECT_EQ((Rational(1) / Rational(lowest)).to_string(), "-1/9223372036854775808");
  EXPECT_EQ(Rational(lowest).reciprocal().to_string(), "-1/9223372036854775808");
  EXPECT_EQ((Rational(lowest) / Rational(-1)).to_string(), "9223372036854775808");
  EXPECT_EQ((Rational(lowest) / Rational(2)).to_string(), "-4611686018427387904");
}

TEST(Rational, ComparesAtTheEndsOfInt64) {
  EXPECT_EQ(Rational(lowest) < Rational(highest), true);
  EXPECT_EQ(Rational(lowest) / Rational(highest) < Rational(-1), true);
  EXPECT_EQ(
      "9223372036854775807/9223372036854775806"_r > "9223372036854775806/9223372036854775805"_r,
      false);
  EXPECT_EQ(Rational(lowest) > "-9223372036854775809"_r, true);
  EXPECT_EQ("18446744073709551616"_r > "-18446744073709551616"_r, true);
}

TEST(Rational, GrowsBeyondInt64AndComesBack) {
  const Rational large = Rational(highest) * Rational(highest);
  EXPECT_EQ(large.to_string(), "85070591730234615847396907784232501249");
  EXPECT_EQ((large / Rational(highest)).small()->numerator, highest);
  EXPECT_EQ(large - large, Rational(0));
  EXPECT_EQ((large - large).small()->denominator, 1);
  EXPECT_EQ(large + Rational(1) - large, Rational(1));
}

TEST(Rational, SumsThatOverflowInt64AreExact) {
  EXPECT_EQ(Rational(highest) + Rational(1), "9223372036854775808"_r);
  EXPECT_EQ(Rational(lowest) + Rational(lowest), "-18446744073709551616"_r);
  EXPECT_EQ(("1/9223372036854775807"_r + "1/9223372036854775805"_r).to_string(),
            "18446744073709551612/85070591730234615828950163710522949635");
}

TEST(Rational, EqualValuesShareTheirHash) {
  const Rational small = "1/3"_r;
  const Rational again = "2/6"_r;
  const Rational large = Rational(10).pow(40) / Rational(3);
  const Rational large_again = Rational(10).pow(20) * Rational(10).pow(20) / Rational(3);
  EXPECT_EQ(small.hash(), again.hash());
  EXPECT_EQ(large, large_again);
  EXPECT_EQ(large.hash(), large_again.hash());
  EXPECT_EQ((std::unordered_set<Rational>{small, again, large, large_again}.size()), 2U);
}

TEST(Rational, SharesLargeValuesBetweenCopies) {
  Rational first = Rational(10).pow(30);
  Rational second = first;
  second += 1;
  EXPECT_EQ(first.to_string(), "1" + std::string(30, '0'));
  EXPECT_EQ(second.to_string(), "1" + std::string(29, '0') + "1");
  const Rational& alias = first;
  first = alias;
  EXPECT_EQ(first, Rational(10).pow(30));
  second = std::move(first);
  EXPECT_EQ(second, Rational(10).pow(30));
}

TEST(Rational, MayStandOnBothSidesOfAnAssignment) {
  Rational value = "3/4"_r;
  const Rational& same = value;
  value += same;
  EXPECT_EQ(value, "3/2"_r);
  value *= same;
  EXPECT_EQ(value, "9/4"_r);
  value /= same;
  EXPECT_EQ(value, Rational(1));
  Rational large = Rational(10).pow(30);
  const Rational& same_large = large;
  large -= same_large;
  EXPECT_EQ(large, Rational(0));
}

TEST(Rational, RefusesDivisionByZero) {
  EXPECT_EQ(refused<ZeroError>([] { return Rational(5) / Rational(0); }), "cannot divide 5 by 0");
  EXPECT_EQ(refused<ZeroError>([] { return Rational(0).reciprocal(); }), "cannot divide 1 by 0");
  EXPECT_EQ(refused<ZeroError>([] { return Rational(0).pow(-1); }), "cannot divide 1 by 0");
  EXPECT_EQ(refused<ZeroError>([] { return Rational(10).pow(60) / Rational(0); }),
            "cannot divide 1" + std::string(39, '0') + "… by 0");
}

TEST(Rational, TellsItsSign) {
  EXPECT_EQ("-1/3"_r.sign(), -1);
  EXPECT_EQ("0/3"_r.sign(), 0);
  EXPECT_EQ("1e30"_r.sign(), 1);
  EXPECT_EQ("-1e30"_r.sign(), -1);
}

TEST(Rational, GivesItsParts) {
  EXPECT_EQ("-6/8"_r.numerator(), Rational(-3));
  EXPECT_EQ("-6/8"_r.denominator(), Rational(4));
  EXPECT_EQ("1e-30"_r.denominator(), "1e30"_r);
  EXPECT_EQ("1e-30"_r.numerator(), Rational(1));
}

TEST(Rational, KnowsWholeNumbers) {
  EXPECT_EQ("8/4"_r.is_integer(), true);
  EXPECT_EQ("1/2"_r.is_integer(), false);
  EXPECT_EQ("1e40"_r.is_integer(), true);
  EXPECT_EQ("1e-40"_r.is_integer(), false);
}

TEST(Rational, KnowsDecimals) {
  EXPECT_EQ("1/8"_r.is_decimal(), true);
  EXPECT_EQ("1/3"_r.is_decimal(), false);
  EXPECT_EQ("7/6"_r.is_decimal(), false);
  EXPECT_EQ(Rational(3).is_decimal(), true);
  EXPECT_EQ("1e-4096"_r.is_decimal(), true);
  EXPECT_EQ(("1e-4096"_r / Rational(7)).is_decimal(), false);
}

TEST(Rational, FloorAndCeilingOfBothSigns) {
  EXPECT_EQ("7/2"_r.floor(), Rational(3));
  EXPECT_EQ("-7/2"_r.floor(), Rational(-4));
  EXPECT_EQ("-1/2"_r.floor(), Rational(-1));
  EXPECT_EQ("-1/2"_r.ceiling(), Rational(0));
  EXPECT_EQ("7/2"_r.ceiling(), Rational(4));
  EXPECT_EQ(Rational(-4).floor(), Rational(-4));
  EXPECT_EQ("-1e-30"_r.floor(), Rational(-1));
  EXPECT_EQ("1e-30"_r.ceiling(), Rational(1));
}

TEST(Rational, WholePowers) {
  EXPECT_EQ("2/3"_r.pow(3), "8/27"_r);
  EXPECT_EQ("-2/3"_r.pow(-3), "-27/8"_r);
  EXPECT_EQ("2/3"_r.pow(0), Rational(1));
  EXPECT_EQ(Rational(0).pow(0), Rational(1));
  EXPECT_EQ(Rational(0).pow(5), Rational(0));
  EXPECT_EQ(Rational(2).pow(64).to_string(), "18446744073709551616");
  EXPECT_EQ(Rational(-1).pow(63), Rational(-1));
}

TEST(Rational, RefusesPowersBeyondTheLimit) {
  EXPECT_EQ(refused<LimitError>([] { return Rational(1).pow(65); }),
            "power 65 is outside -64 to 64");
  EXPECT_EQ(refused<LimitError>([] { return Rational(0).pow(-65); }),
            "power -65 is outside -64 to 64");
}

TEST(Rational, PowersOfTen) {
  EXPECT_EQ(Rational::power_of_ten(0), Rational(1));
  EXPECT_EQ(Rational::power_of_ten(18).to_string(), "1000000000000000000");
  EXPECT_EQ(Rational::power_of_ten(-19).to_string(), "1/10000000000000000000");
  EXPECT_EQ(Rational::power_of_ten(16384).to_string().size(), 16385U);
  EXPECT_EQ(refused<LimitError>([] { return Rational::power_of_ten(16385); }),
            "power 16385 is outside -16384 to 16384");
}

TEST(Rational, PrintsItsText) {
  std::ostringstream stream;
  stream << "-7/8"_r << ' ' << Rational(12);
  EXPECT_EQ(stream.str(), "-7/8 12");
}

TEST(DecimalPlaces, HasALimit) {
  EXPECT_EQ(DecimalPlaces(-4096).count(), -4096);
  EXPECT_EQ(DecimalPlaces(4096).count(), 4096);
  EXPECT_EQ(refused<LimitError>([] { return DecimalPlaces(4097); }),
            "4097 decimal places are outside -4096 to 4096");
  EXPECT_EQ(refused<LimitError>([] { return DecimalPlaces(-4097); }),
            "-4097 decimal places are outside -4096 to 4096");
}

TEST(RationalHex, CarriesLargeValuesAcrossBorders) {
  const Rational value = "-123456789012345678901234567890/17"_r;
  EXPECT_EQ(value.to_hex().numerator, "-18ee90ff6c373e0ee4e3f0ad2");
  EXPECT_EQ(value.to_hex().denominator, "11");
  EXPECT_EQ(Rational::from_hex(value.to_hex()), value);
  EXPECT_EQ(Rational(0).to_hex().numerator, "0");
}

TEST(RationalHex, KeepsZerosInsideWords) {
  const Rational value = Rational(2).pow(64) * Rational(2).pow(64) + Rational(1);
  EXPECT_EQ(value.to_hex().numerator, "100000000000000000000000000000001");
  EXPECT_EQ(Rational::from_hex({"100000000000000000000000000000001", "1"}), value);
}

TEST(RationalHex, ReadsPartsInAnyTerms) {
  EXPECT_EQ(Rational::from_hex({"-0A", "04"}), "-5/2"_r);
}

TEST(RationalHex, RefusesEverythingElse) {
  const auto read = [](const char* top, const char* bottom) {
    return [=] { return Rational::from_hex({top, bottom}); };
  };
  EXPECT_EQ(refused<ParseError>(read("0x1F", "1")),
            "column 2: cannot read '0x1F' as a whole number in hexadecimal such as -1f");
  EXPECT_EQ(refused<ParseError>(read("-1g", "1")),
            "column 3: cannot read '1g' as a whole number in hexadecimal such as -1f");
  EXPECT_EQ(refused<ParseError>(read("1", "-1")),
            "column 1: cannot read '-1' as a whole number in hexadecimal such as -1f");
  EXPECT_EQ(refused<ParseError>(read("", "1")), "column 1: the text is empty, a value is expected");
  EXPECT_EQ(refused<ParseError>(read("1", "")), "column 1: the text is empty, a value is expected");
  EXPECT_EQ(refused<ZeroError>(read("1", "00")), "cannot divide 0x1 by 0");
}

}  // namespace
}  // namespace edustat
