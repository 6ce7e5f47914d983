// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/rational.hpp"

#include "tests/cpp/number/random_rational.hpp"

#include <gtest/gtest.h>

namespace edustat {
namespace {

constexpr int rounds = 20000;

TEST(RationalLaws, SumsAndProductsMakeAField) {
  test::RandomRational random(1);
  for (int i = 0; i < rounds; ++i) {
    const Rational a = random();
    const Rational b = random();
    const Rational c = random();
    EXPECT_EQ(a + b, b + a);
    EXPECT_EQ(a * b, b * a);
    EXPECT_EQ((a + b) + c, a + (b + c));
    EXPECT_EQ((a * b) * c, a * (b * c));
    EXPECT_EQ(a * (b + c), a * b + a * c);
  }
}

TEST(RationalLaws, DifferencesAndQuotientsUndoSumsAndProducts) {
  test::RandomRational random(2);
  for (int i = 0; i < rounds; ++i) {
    const Rational a = random();
    const Rational b = random.other_than_zero();
    EXPECT_EQ(a + b - b, a);
    EXPECT_EQ(a - b, a + -b);
    EXPECT_EQ(a * b / b, a);
    EXPECT_EQ(a / b, a * b.reciprocal());
    EXPECT_EQ(b.reciprocal().reciprocal(), b);
    EXPECT_EQ(-(-a), a);
  }
}

TEST(RationalLaws, OrderIsThatOfTheDifference) {
  test::RandomRational random(3);
  for (int i = 0; i < rounds; ++i) {
    const Rational a = random();
    const Rational b = random();
    const int sign = (a - b).sign();
    EXPECT_EQ(a < b, sign < 0);
    EXPECT_EQ(a > b, sign > 0);
    EXPECT_EQ(a == b, sign == 0);
    EXPECT_EQ(a + b < b + b, a < b);
  }
}

TEST(RationalLaws, TheRepresentationIsUnique) {
  test::RandomRational random(4);
  for (int i = 0; i < rounds; ++i) {
    const Rational a = random();
    const Rational b = random.other_than_zero();
    const Rational again = (a * b + b) / b - Rational(1);
    EXPECT_EQ(again, a);
    EXPECT_EQ(again.hash(), a.hash());
    EXPECT_EQ(again.small().has_value(), a.small().has_value());
    EXPECT_EQ(a.numerator() / a.denominator(), a);
    EXPECT_EQ(a.denominator().sign(), 1);
  }
}

TEST(RationalLaws, FloorIsTheWholeNumberBelow) {
  test::RandomRational random(5);
  for (int i = 0; i < rounds; ++i) {
    const Rational a = random();
    EXPECT_EQ(a.floor().is_integer(), true);
    EXPECT_EQ(a.floor() <= a && a < a.floor() + Rational(1), true);
    EXPECT_EQ(a.ceiling(), -(-a).floor());
  }
}

TEST(RationalLaws, TextAndHexReadBack) {
  test::RandomRational random(6);
  for (int i = 0; i < rounds; ++i) {
    const Rational a = random();
    EXPECT_EQ(Rational::parse(a.to_string()), a);
    EXPECT_EQ(Rational::from_hex(a.to_hex()), a);
  }
}

TEST(RationalLaws, PowersAddTheirExponents) {
  test::RandomRational random(7);
  for (int i = 0; i < rounds / 10; ++i) {
    const Rational a = random.other_than_zero();
    const int first = static_cast<int>(random.below(17)) - 8;
    const int second = static_cast<int>(random.below(17)) - 8;
    EXPECT_EQ(a.pow(first) * a.pow(second), a.pow(first + second));
  }
}

}  // namespace
}  // namespace edustat
