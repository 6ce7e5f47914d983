// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/coefficient_of_variation.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/analysis/numbers.hpp"
#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace edustat {
namespace {

using test::numbers;
using test::refused;

// Five schools with their pupils and books, a worked example of the supervision's formula.
const std::vector<std::int64_t> example_pupils{45, 37, 89, 76, 55};
const std::vector<std::int64_t> example_books{279, 137, 935, 160, 402};

CoefficientOfVariation example() {
  return CoefficientOfVariation(Sample::per(numbers(example_books), numbers(example_pupils)));
}

TEST(CoefficientOfVariation, OfTheWorkedExample) {
  EXPECT_EQ(example().rounded(DecimalPlaces{5}), Decimal::parse("0.51526"));
  EXPECT_NEAR(example().value(), 0.51526, 5e-6);
}

TEST(CoefficientOfVariation, SquareIsExact) {
  // Weights 1: mean 4, squared deviations 9 1 1 9 over 4 are 5, over 16.
  const std::vector<std::int64_t> values{1, 3, 5, 7};
  EXPECT_EQ(CoefficientOfVariation(Sample::of(numbers(values))).squared(), Rational(5) / 16);
  // 1 and 3 with weights 3 and 1: mean 3/2, square (3/4 + 9/4) / 4 over 9/4.
  const std::vector<std::int64_t> two{1, 3};
  const std::vector<std::int64_t> weights{3, 1};
  EXPECT_EQ(CoefficientOfVariation(Sample::weighted(numbers(two), numbers(weights))).squared(),
            Rational(1) / 3);
}

TEST(CoefficientOfVariation, PerAndWeightedAgree) {
  std::vector<Rational> values;
  for (std::size_t i = 0; i < example_pupils.size(); ++i)
    values.push_back(Rational(example_books[i]) / example_pupils[i]);
  const CoefficientOfVariation weighted(Sample::weighted(numbers(values), numbers(example_pupils)));
  EXPECT_EQ(weighted.squared(), example().squared());
  EXPECT_NEAR(weighted.value(), example().value(), 1e-15);
}

TEST(CoefficientOfVariation, ContributionsAreSharesOfTheSquare) {
  const CoefficientOfVariation result = example();
  const Rational mean = Rational(1913) / 302;
  for (std::size_t i = 0; i < example_pupils.size(); ++i) {
    const Rational deviation = Rational(example_books[i]) / example_pupils[i] - mean;
    const Rational share =
        deviation * deviation * example_pupils[i] / 302 / (mean * mean) / result.squared();
    EXPECT_NEAR(result.contributions()[i], share.to_double(), 1e-15);
  }
}

TEST(CoefficientOfVariation, MeetsAThresholdExactly) {
  // 1 and 4 around 5/2: 3/5 to the last digit.
  const std::vector<std::int64_t> values{1, 4};
  const CoefficientOfVariation result(Sample::of(numbers(values)));
  EXPECT_EQ(result.compare(Rational::parse("0.6")), std::strong_ordering::equal);
  EXPECT_EQ(result.compare(Rational::parse("0.5999999999999999999999")),
            std::strong_ordering::greater);
  EXPECT_EQ(result.compare(Rational::parse("0.6000000000000000000001")),
            std::strong_ordering::less);
  EXPECT_EQ(result.compare(-1), std::strong_ordering::greater);
}

TEST(CoefficientOfVariation, RoundedAndExactVerdictsMayDiffer) {
  // 999 and 4001 around 2500: 1501/2500 is above 0.6 and 0.60 when rounded.
  const std::vector<std::int64_t> values{999, 4001};
  const CoefficientOfVariation result(Sample::of(numbers(values)));
  EXPECT_EQ(result.compare(Rational::parse("0.6")), std::strong_ordering::greater);
  EXPECT_EQ(result.rounded(DecimalPlaces{2}), Decimal::parse("0.60"));
  EXPECT_EQ(result.rounded(DecimalPlaces{4}), Decimal::parse("0.6004"));
}

TEST(CoefficientOfVariation, RoundsTiesUpFromTheExactRoot) {
  // 25 and 15: 5/20 = 0.25.
  const std::vector<std::int64_t> values{25, 15};
  EXPECT_EQ(CoefficientOfVariation(Sample::of(numbers(values))).rounded(DecimalPlaces{1}),
            Decimal::parse("0.3"));
}

TEST(CoefficientOfVariation, DistanceIsBelowZeroWhereTheThresholdIsPassed) {
  EXPECT_NEAR(example().distance(Rational::parse("0.65")), 0.13474, 5e-6);
  EXPECT_LT(example().distance(Rational::parse("0.5")), 0);
}

TEST(CoefficientOfVariation, OfEqualValuesIsZeroWithoutContributions) {
  const std::vector<Rational> values(7, Rational(1) / 3);
  const CoefficientOfVariation result(Sample::of(numbers(values)));
  EXPECT_EQ(result.value(), 0);
  EXPECT_EQ(result.compare(0), std::strong_ordering::equal);
  EXPECT_EQ(result.contributions()[3], 0);
}

TEST(CoefficientOfVariation, LosesNothingWhereValuesHardlyDiffer) {
  // 10^15 and 10^15 + 2: 1 over 10^15 + 1.
  const std::vector<std::int64_t> values{1'000'000'000'000'000, 1'000'000'000'000'002};
  const CoefficientOfVariation result(Sample::of(numbers(values)));
  EXPECT_NEAR(result.value() * 1'000'000'000'000'001, 1, 4e-16);
  EXPECT_EQ(result.compare(Rational(1) / 1'000'000'000'000'001), std::strong_ordering::equal);
  EXPECT_EQ(result.compare(Rational(1) / 1'000'000'000'000'002), std::strong_ordering::greater);
}

TEST(CoefficientOfVariation, RefusesAMeanOfZero) {
  const std::vector<std::int64_t> values{-1, 1};
  EXPECT_EQ(refused<StructureError>(
                [&] { return CoefficientOfVariation(Sample::of(numbers(values, "books"))); }),
            "the mean of 'books' is 0, above 0 is expected: of no other is a dispersion defined");
  const std::vector<std::int64_t> none;
  EXPECT_THROW((void)CoefficientOfVariation(Sample::of(numbers(none))), StructureError);
}

TEST(CoefficientOfVariation, AgreesWithItsExactSquareOnRandomCounties) {
  std::mt19937_64 random(20161130);
  for (int county = 0; county < 200; ++county) {
    std::vector<std::int64_t> weights;
    std::vector<std::int64_t> amounts;
    for (std::uint64_t i = 0; i < 1 + random() % 60; ++i) {
      weights.push_back(static_cast<std::int64_t>(1 + random() % 3000));
      amounts.push_back(static_cast<std::int64_t>(1 + random() % 100'000));
    }
    const CoefficientOfVariation result(Sample::per(numbers(amounts), numbers(weights)));
    const double square = result.squared().to_double();
    EXPECT_NEAR(result.value() * result.value(), square, 4e-15 * square);
    const auto shares = result.contributions();
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    EXPECT_NEAR(sum, weights.size() > 1 ? 1 : sum, 1e-14);
  }
}

}  // namespace
}  // namespace edustat
