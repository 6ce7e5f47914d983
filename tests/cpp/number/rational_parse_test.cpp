// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/number/rational.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <string>

namespace edustat {
namespace {

using test::refused;

std::string read(std::string_view text) {
  return Rational::parse(text).to_string();
}

template <typename E = ParseError>
std::string refusal(std::string_view text) {
  return refused<E>([&] { return Rational::parse(text); });
}

std::string misfit(std::size_t column, const std::string& quoted) {
  return "column " + std::to_string(column) + ": cannot read '" + quoted +
         "' as a number such as -12.50";
}

TEST(RationalParse, ReadsTheGrammar) {
  EXPECT_EQ(read("0"), "0");
  EXPECT_EQ(read("-12.50"), "-25/2");
  EXPECT_EQ(read("+7/8"), "7/8");
  EXPECT_EQ(read("-14/16"), "-7/8");
  EXPECT_EQ(read("1.5e3"), "1500");
  EXPECT_EQ(read("1.5E+3"), "1500");
  EXPECT_EQ(read("25e-2"), "1/4");
  EXPECT_EQ(read("1e-0002"), "1/100");
  EXPECT_EQ(read("-0"), "0");
  EXPECT_EQ(read("-0.00"), "0");
}

TEST(RationalParse, LeadingZerosAreDecimal) {
  EXPECT_EQ(read("010"), "10");
  EXPECT_EQ(read("-007/08"), "-7/8");
}

TEST(RationalParse, ReadsBeyondInt64) {
  EXPECT_EQ(read("9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(read("9223372036854775808"), "9223372036854775808");
  EXPECT_EQ(read("-9223372036854775808"), "-9223372036854775808");
  EXPECT_EQ(read("999999999999999999999999.5"), "1999999999999999999999999/2");
  EXPECT_EQ(read("100000000000000000000/300000000000000000000"), "1/3");
  EXPECT_EQ(read("1e18"), "1000000000000000000");
  EXPECT_EQ(read("1e19"), "10000000000000000000");
  EXPECT_EQ(read("123456789012345678e18"), "123456789012345678000000000000000000");
}

TEST(RationalParse, ReadsUpToTheLimits) {
  const std::string nines(4096, '9');
  EXPECT_EQ(read(nines), nines);
  EXPECT_EQ(read(nines + "/" + nines), "1");
  EXPECT_EQ(read("1e4096"), "1" + std::string(4096, '0'));
  EXPECT_EQ(read("1e-4096"), "1/1" + std::string(4096, '0'));
  EXPECT_EQ(read("0e4096"), "0");
  EXPECT_EQ(read("0." + std::string(4095, '0')), "0");
}

TEST(RationalParse, RefusesBeyondTheLimits) {
  const std::string many = ": the number has more than 4096 digits";
  EXPECT_EQ(refusal<LimitError>(std::string(4097, '9')), "column 1" + many);
  EXPECT_EQ(refusal<LimitError>("-1." + std::string(4096, '9')), "column 2" + many);
  EXPECT_EQ(refusal<LimitError>("1/" + std::string(4097, '9')), "column 3" + many);
  EXPECT_EQ(refusal<LimitError>("1e4097"), "column 3: exponent 4097 is outside -4096 to 4096");
  EXPECT_EQ(refusal<LimitError>("1e-4097"), "column 3: exponent -4097 is outside -4096 to 4096");
  EXPECT_EQ(refusal<LimitError>("1e999999999"),
            "column 3: exponent 999999999 is outside -4096 to 4096");
}

TEST(RationalParse, HostileTextIsNotReadToItsEnd) {
  const std::string digits(1'000'000, '7');
  for (int repeat = 0; repeat < 1000; ++repeat) {  // a second each if all digits were read
    EXPECT_EQ(refusal<LimitError>(digits), "column 1: the number has more than 4096 digits");
    EXPECT_EQ(refusal<LimitError>("1e" + digits.substr(0, 5000)),
              "column 3: the number has more than 4096 digits");
  }
}

TEST(RationalParse, RefusesAtTheFirstCharacterThatDoesNotFit) {
  EXPECT_EQ(refusal("1,23"), misfit(2, "1,23"));
  EXPECT_EQ(refusal("12..3"), misfit(4, "12..3"));
  EXPECT_EQ(refusal("--5"), misfit(2, "--5"));
  EXPECT_EQ(refusal("+-5"), misfit(2, "+-5"));
  EXPECT_EQ(refusal(" 5"), misfit(1, " 5"));
  EXPECT_EQ(refusal("5 "), misfit(2, "5 "));
  EXPECT_EQ(refusal(".5"), misfit(1, ".5"));
  EXPECT_EQ(refusal("5."), misfit(3, "5."));
  EXPECT_EQ(refusal("5.e1"), misfit(3, "5.e1"));
  EXPECT_EQ(refusal("-"), misfit(2, "-"));
  EXPECT_EQ(refusal("1e"), misfit(3, "1e"));
  EXPECT_EQ(refusal("1e+"), misfit(4, "1e+"));
  EXPECT_EQ(refusal("1e5.0"), misfit(4, "1e5.0"));
  EXPECT_EQ(refusal("0x1F"), misfit(2, "0x1F"));
  EXPECT_EQ(refusal("1_000"), misfit(2, "1_000"));
  EXPECT_EQ(refusal("1/"), misfit(3, "1/"));
  EXPECT_EQ(refusal("1/-2"), misfit(3, "1/-2"));
  EXPECT_EQ(refusal("1/2/3"), misfit(4, "1/2/3"));
  EXPECT_EQ(refusal("1.5/2"), misfit(4, "1.5/2"));
  EXPECT_EQ(refusal("1e2/3"), misfit(4, "1e2/3"));
  EXPECT_EQ(refusal("nan"), misfit(1, "nan"));
  EXPECT_EQ(refusal("inf"), misfit(1, "inf"));
  EXPECT_EQ(refusal("12３"), misfit(3, "12３"));
  EXPECT_EQ(refusal("5万"), misfit(2, "5万"));
  EXPECT_EQ(refusal("5\xFF"), misfit(2, "5\uFFFD"));
  EXPECT_EQ(refusal(std::string_view("5\0", 2)), misfit(2, "5\uFFFD"));
}

TEST(RationalParse, RefusesAnEmptyText) {
  EXPECT_EQ(refusal(""), "column 1: the text is empty, a value is expected");
}

TEST(RationalParse, RefusesAZeroDenominator) {
  EXPECT_EQ(refusal<ZeroError>("5/00"), "column 3: cannot divide 5 by 0");
}

}  // namespace
}  // namespace edustat
