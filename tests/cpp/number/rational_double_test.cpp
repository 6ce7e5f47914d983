// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/number/rational.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <type_traits>

namespace edustat {
namespace {

using test::refused;

static_assert(!std::is_constructible_v<Rational, float>);
static_assert(!std::is_constructible_v<Rational, double>);
static_assert(!std::is_constructible_v<Rational, long double>);
static_assert(!std::is_assignable_v<Rational&, double>);

constexpr double infinity = std::numeric_limits<double>::infinity();

double nearest(std::string_view text) {
  return Rational::parse(text).to_double();
}

std::string exact(double value, int places) {
  return Rational::from_double(value, DecimalPlaces(places)).to_string();
}

std::string refusal(double value, int places) {
  return refused<ParseError>([=] { return Rational::from_double(value, DecimalPlaces(places)); });
}

TEST(ToDouble, IsTheNearest) {
  EXPECT_EQ(nearest("0.1"), 0.1);
  EXPECT_EQ(nearest("-63.82"), -63.82);
  EXPECT_EQ(nearest("1/3"), 1.0 / 3.0);
  EXPECT_EQ(nearest("1e23"), 1e23);
  EXPECT_EQ(nearest("-1.7976931348623157e308"), -1.7976931348623157e308);
}

TEST(ToDouble, BreaksTiesToEven) {
  EXPECT_EQ(nearest("9007199254740993"), 9007199254740992.0);  // 2^53 + 1
  EXPECT_EQ(nearest("9007199254740995"), 9007199254740996.0);  // 2^53 + 3
  EXPECT_EQ(nearest("9007199254740993.1"), 9007199254740994.0);
}

TEST(ToDouble, ReachesBothEndsOfTheRange) {
  EXPECT_EQ(nearest("1e309"), infinity);
  EXPECT_EQ(nearest("-1e400"), -infinity);
  EXPECT_EQ(nearest("4.9406564584124654e-324"), 4.9406564584124654e-324);
  EXPECT_EQ(nearest("2.4703282292062327e-324"), 0.0);
  EXPECT_EQ(nearest("2.4703282292062328e-324"), 4.9406564584124654e-324);
  EXPECT_EQ(nearest("2.2250738585072011e-308"), 2.2250738585072011e-308);
  EXPECT_EQ(nearest("1e-4096"), 0.0);
}

TEST(ToDouble, AgreesWithTheReaderOfTheStandardLibrary) {
  std::mt19937_64 random(20240601);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = std::to_string(random()) + "." + std::to_string(random()) + "e" +
                             std::to_string(static_cast<int>(random() % 700) - 360);
    EXPECT_EQ(nearest(text), std::strtod(text.c_str(), nullptr)) << text;
  }
}

TEST(FromDouble, FindsTheDecimalThatWasMeant) {
  EXPECT_EQ(exact(0.1, 1), "1/10");
  EXPECT_EQ(exact(63.82, 2), "3191/50");
  EXPECT_EQ(exact(63.82, 4), "3191/50");
  EXPECT_EQ(exact(-1764000.0, -3), "-1764000");
  EXPECT_EQ(exact(-0.0, 2), "0");
  EXPECT_EQ(exact(1e22, 0), "1" + std::string(22, '0'));
}

TEST(FromDouble, RefusesAValueWithMorePlaces) {
  EXPECT_EQ(refusal(63.825, 2),
            "63.825 cannot be written exactly with 2 decimal places, round it first or state more "
            "places");
  EXPECT_EQ(refusal(1764000.0, -4),
            "1764000 cannot be written exactly with -4 decimal places, round it first or state "
            "more places");
}

TEST(FromDouble, RefusesWhatIsNotFinite) {
  EXPECT_EQ(refusal(infinity, 2), "cannot take inf as a number: it must be finite");
  EXPECT_EQ(refusal(std::nan(""), 2), "cannot take nan as a number: it must be finite");
}

TEST(FromDouble, ReadsEveryTwoPlaceDecimal) {
  for (int hundredths = -20000; hundredths <= 20000; ++hundredths) {
    const Rational value = Rational(hundredths) / Rational(100);
    EXPECT_EQ(Rational::from_double(static_cast<double>(hundredths) / 100, DecimalPlaces(2)),
              value);
  }
}

}  // namespace
}  // namespace edustat
