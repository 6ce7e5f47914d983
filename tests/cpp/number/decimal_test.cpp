// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/decimal.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace edustat {
namespace {

using test::refused;

std::string shown(std::string_view value, int places) {
  return Decimal(Rational::parse(value), DecimalPlaces(places)).to_string();
}

TEST(Decimal, KeepsItsZeros) {
  EXPECT_EQ(shown("94.3", 2), "94.30");
  EXPECT_EQ(shown("94.3", 1), "94.3");
  EXPECT_EQ(shown("5", 3), "5.000");
  EXPECT_EQ(shown("0", 2), "0.00");
}

TEST(Decimal, WritesAZeroBeforeThePoint) {
  EXPECT_EQ(shown("0.05", 2), "0.05");
  EXPECT_EQ(shown("-0.05", 3), "-0.050");
  EXPECT_EQ(shown("-0.5", 1), "-0.5");
}

TEST(Decimal, WritesZerosForNegativePlaces) {
  EXPECT_EQ(shown("1300", -2), "1300");
  EXPECT_EQ(shown("-12000", -3), "-12000");
  EXPECT_EQ(shown("0", -3), "0");
}

TEST(Decimal, WritesLargeValues) {
  EXPECT_EQ(shown("12345678901234567890.5", 2), "12345678901234567890.50");
  EXPECT_EQ(shown("1e-30", 30), "0.000000000000000000000000000001");
}

TEST(Decimal, RefusesPlacesThatCannotHoldTheValue) {
  const std::string rest = ", round it first or state more places";
  EXPECT_EQ(
      refused<ParseError>([] { return Decimal(Rational(1) / Rational(3), DecimalPlaces(2)); }),
      "1/3 cannot be written exactly with 2 decimal places" + rest);
  EXPECT_EQ(refused<ParseError>([] { return Decimal(1350, DecimalPlaces(-2)); }),
            "1350 cannot be written exactly with -2 decimal places" + rest);
}

TEST(Decimal, AreEqualWhenTheirValuesAre) {
  EXPECT_EQ(Decimal::parse("94.30"), Decimal::parse("94.3"));
  EXPECT_EQ(Decimal::parse("94.30") < Decimal::parse("94.31"), true);
}

TEST(DecimalParse, KeepsThePlacesOfTheText) {
  EXPECT_EQ(Decimal::parse("-12.50").places(), DecimalPlaces(2));
  EXPECT_EQ(Decimal::parse("-12.50").to_string(), "-12.50");
  EXPECT_EQ(Decimal::parse("1.5E+3").places(), DecimalPlaces(-2));
  EXPECT_EQ(Decimal::parse("1.5E+3").to_string(), "1500");
  EXPECT_EQ(Decimal::parse("15e-3").to_string(), "0.015");
  EXPECT_EQ(Decimal::parse("1.50e1").to_string(), "15.0");
}

TEST(DecimalParse, ZeroHasNoSign) {
  EXPECT_EQ(Decimal::parse("-0").to_string(), "0");
  EXPECT_EQ(Decimal::parse("-0.00").to_string(), "0.00");
}

TEST(DecimalParse, RefusesFractions) {
  EXPECT_EQ(refused<ParseError>([] { return Decimal::parse("1/2"); }),
            "column 2: cannot read '1/2' as a number such as -12.50");
}

TEST(DecimalParse, RefusesMorePlacesThanAreAllowed) {
  EXPECT_EQ(Decimal::parse("1e-4096").places(), DecimalPlaces(4096));
  EXPECT_EQ(refused<LimitError>([] { return Decimal::parse("0.1e-4096"); }),
            "4097 decimal places are outside -4096 to 4096");
}

TEST(Decimal, PrintsAllDigits) {
  std::ostringstream stream;
  stream << Decimal::parse("94.30");
  EXPECT_EQ(stream.str(), "94.30");
}

}  // namespace
}  // namespace edustat
