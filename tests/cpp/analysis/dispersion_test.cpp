// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/dispersion.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/analysis/numbers.hpp"
#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace edustat {
namespace {

using test::numbers;
using test::refused;

// Each measure is known to a few units in the last of 53 bits.
constexpr double stated = 1e-14;

const std::vector<std::int64_t> one_to_five{1, 2, 3, 4, 5};

TEST(Gini, IsHalfTheMeanDifferenceOverTheMean) {
  // Differences of 1 to 5: 4*1 + 3*2 + 2*3 + 1*4 = 20 pairs, 40 of 25, half of it over 3.
  EXPECT_EQ(exact_gini(Sample::of(numbers(one_to_five))), Rational(4) / 15);
  EXPECT_EQ(gini(Sample::of(numbers(one_to_five))), 4.0 / 15);
}

TEST(Gini, AWeightOfTwoIsTwoUnits) {
  const std::vector<std::int64_t> twice{1, 2, 2, 7};
  const std::vector<std::int64_t> once{7, 1, 2};
  const std::vector<std::int64_t> weights{1, 1, 2};
  EXPECT_EQ(exact_gini(Sample::weighted(numbers(once), numbers(weights))),
            exact_gini(Sample::of(numbers(twice))));
}

/// The definition, by all pairs.
Rational by_pairs(const Sample& sample) {
  Rational sum = 0;
  Rational weights = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    weights += sample.weight(i);
    for (std::size_t k = 0; k < sample.size(); ++k) {
      sum += sample.weight(i) * sample.weight(k) * (sample.value(i) - sample.value(k)).abs();
    }
  }
  return sum / (weights * weights * sample.mean() * 2);
}

TEST(Gini, AgreesWithAllPairsInEveryForm) {
  std::mt19937_64 random(4);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::int64_t> wholes;
    std::vector<std::int64_t> weights;
    std::vector<double> doubles;
    std::vector<Rational> exact;
    const std::uint64_t range = round % 2 == 0 ? 20 : 1'000'000'000'000;
    for (std::size_t i = 0; i < 1 + random() % 30; ++i) {
      wholes.push_back(static_cast<std::int64_t>(1 + random() % range));
      weights.push_back(static_cast<std::int64_t>(1 + random() % 500));
      doubles.push_back(static_cast<double>(random() % range + 1) / 7);
      exact.push_back(Rational(wholes.back()) / (1 + random() % 1'000'000'007));
    }
    for (const Sample& sample :
         {Sample::of(numbers(wholes)), Sample::weighted(numbers(wholes), numbers(weights)),
          Sample::per(numbers(wholes), numbers(weights)), Sample::of(numbers(doubles)),
          Sample::per(numbers(doubles), numbers(weights)),
          Sample::weighted(numbers(exact), numbers(weights)),
          Sample::per(numbers(exact), numbers(doubles))}) {
      const Rational expected = by_pairs(sample);
      EXPECT_EQ(exact_gini(sample), expected);
      EXPECT_NEAR(gini(sample), expected.to_double(), stated * expected.to_double());
    }
  }
}

/// Values of many units as a county may have them, and as none has.
std::vector<std::vector<std::int64_t>> many_values() {
  constexpr std::size_t units = 3000;
  std::mt19937_64 random(17);
  std::vector<std::vector<std::int64_t>> columns(6);
  for (std::size_t i = 0; i < units; ++i) {
    const auto draw = static_cast<std::int64_t>(random() % 1'000'000);
    columns[0].push_back(draw);                                      // evenly spread
    columns[1].push_back(1'000'000'000'000 / (draw + 1));            // a long tail
    columns[2].push_back(1'000'000'000'000'000 + draw % 3);          // hardly different, with ties
    columns[3].push_back(i == 77 ? 1'000'000'000'000 : draw % 2);    // one holds all
    columns[4].push_back(draw % 10 == 0 ? 9'000'000 + draw : 8);     // most are equal
    columns[5].push_back(static_cast<std::int64_t>(i) * 4'000'001);  // in order
  }
  return columns;
}

TEST(Gini, OfManyUnitsAgreesWithTheExactOne) {
  std::mt19937_64 random(18);
  for (const std::vector<std::int64_t>& values : many_values()) {
    std::vector<std::int64_t> weights;
    std::vector<double> doubles;
    for (const std::int64_t value : values) {
      weights.push_back(static_cast<std::int64_t>(random() % 3 == 0 ? 0 : random() % 3000));
      doubles.push_back(static_cast<double>(value) / 3);
    }
    std::vector<std::int64_t> pupils = weights;
    for (std::int64_t& one : pupils) ++one;
    for (const Sample& sample :
         {Sample::of(numbers(values)), Sample::weighted(numbers(values), numbers(weights)),
          Sample::per(numbers(values), numbers(pupils)), Sample::of(numbers(doubles)),
          Sample::weighted(numbers(doubles), numbers(weights))}) {
      EXPECT_NEAR(gini(sample) / exact_gini(sample).to_double(), 1, stated);
    }
  }
}

TEST(Gini, OfEqualValuesIsNothing) {
  const std::vector<double> values(3000, 0.1);
  EXPECT_EQ(gini(Sample::of(numbers(values))), 0);
  EXPECT_EQ(gini(Sample::of(numbers(std::vector<double>{7.5}))), 0);
}

TEST(Theil, OfHalfWithoutAnythingIsTheLogarithmOfTwo) {
  const std::vector<std::int64_t> values{0, 0, 0, 10, 10, 10};
  EXPECT_NEAR(theil_t(Sample::of(numbers(values))), std::log(2.0), stated);
  EXPECT_TRUE(std::isinf(theil_l(Sample::of(numbers(values)))));
}

TEST(Theil, LosesNothingWhereValuesHardlyDiffer) {
  // With c the half difference over the mean: T = c^2/2 + c^4/12 + ..., L = c^2/2 + c^4/4 + ...
  const std::vector<std::int64_t> values{999'999'999, 1'000'000'001};
  EXPECT_NEAR(theil_t(Sample::of(numbers(values))) * 2e18, 1, stated);
  EXPECT_NEAR(theil_l(Sample::of(numbers(values))) * 2e18, 1, stated);
  EXPECT_NEAR(generalised_entropy(Sample::of(numbers(values)), 0.5) * 2e18, 1, stated);
  EXPECT_NEAR(generalised_entropy(Sample::of(numbers(values)), -3) * 2e18, 1, stated);
}

TEST(Atkinson, OfOneIsTheGeometricMeanOverTheMean) {
  // 4 and 9: 6 over 13/2.
  const std::vector<std::int64_t> values{4, 9};
  EXPECT_NEAR(atkinson(Sample::of(numbers(values)), 1), 1.0 / 13, stated);
  // Of 2 it is the harmonic mean, 72/13, over the mean: 144/169.
  EXPECT_NEAR(atkinson(Sample::of(numbers(values)), 2), 25.0 / 169, stated);
  // Of 1/2 the square of the mean root, 25/4: 25/26.
  EXPECT_NEAR(atkinson(Sample::of(numbers(values)), 0.5), 1.0 / 26, stated);
  EXPECT_EQ(atkinson(Sample::of(numbers(values)), 0), 0);
}

TEST(Atkinson, WithAZeroIsOneFromEpsilonOne) {
  const std::vector<std::int64_t> values{0, 9};
  EXPECT_EQ(atkinson(Sample::of(numbers(values)), 1), 1);
  EXPECT_EQ(atkinson(Sample::of(numbers(values)), 2), 1);
  // Of 1/2: (3/2)^2 over 9/2.
  EXPECT_NEAR(atkinson(Sample::of(numbers(values)), 0.5), 0.5, stated);
}

TEST(GeneralisedEntropy, OfTwoIsHalfTheSquaredCoefficientOfVariation) {
  // 1 to 5: variance 2 over 9, halved.
  EXPECT_NEAR(generalised_entropy(Sample::of(numbers(one_to_five)), 2), 1.0 / 9, stated);
}

TEST(GeneralisedEntropy, GoesOverIntoTheilsMeasures) {
  const Sample sample = Sample::of(numbers(one_to_five));
  EXPECT_EQ(generalised_entropy(sample, 1), theil_t(sample));
  EXPECT_EQ(generalised_entropy(sample, 0), theil_l(sample));
  EXPECT_NEAR(generalised_entropy(sample, 1 + 1e-12), theil_t(sample), 1e-12);
  EXPECT_NEAR(generalised_entropy(sample, 1e-12), theil_l(sample), 1e-12);
}

TEST(GeneralisedEntropy, RefusesAnAlphaOutOfRange) {
  EXPECT_THROW((void)generalised_entropy(Sample::of(numbers(one_to_five)), 65), StructureError);
  EXPECT_THROW((void)generalised_entropy(Sample::of(numbers(one_to_five)), std::nan("")),
               StructureError);
  EXPECT_THROW((void)atkinson(Sample::of(numbers(one_to_five)), -1), StructureError);
}

TEST(RatioOfShares, CountsTheUnitOnTheBorderInPart) {
  // A fifth is one unit: 5 over 1.
  EXPECT_NEAR(ratio_of_shares(Sample::of(numbers(one_to_five)), Rational(1) / 5, Rational(1) / 5),
              5, stated);
  // Three tenths: 5 + 4/2 over 1 + 2/2.
  EXPECT_NEAR(ratio_of_shares(Sample::of(numbers(one_to_five)), Rational(3) / 10, Rational(3) / 10),
              3.5, stated);
}

TEST(RatioOfShares, IsInfiniteWhereTheLowestHoldNothing) {
  const std::vector<std::int64_t> values{0, 1};
  EXPECT_TRUE(
      std::isinf(ratio_of_shares(Sample::of(numbers(values)), Rational(1) / 2, Rational(1) / 2)));
  EXPECT_THROW((void)ratio_of_shares(Sample::of(numbers(values)), Rational(0), Rational(1) / 2),
               StructureError);
}

TEST(Lorenz, GoesFromNothingToAll) {
  const std::vector<std::int64_t> values{7, 1, 2};
  const std::vector<std::int64_t> weights{1, 1, 2};
  const LorenzCurve curve = lorenz(Sample::weighted(numbers(values), numbers(weights)));
  const std::vector<double> shares(curve.weights.begin(), curve.weights.end());
  EXPECT_EQ(shares, (std::vector<double>{0, 0.25, 0.75, 1}));
  ASSERT_EQ(curve.amounts.size(), 4U);
  EXPECT_EQ(curve.amounts[0], 0);
  EXPECT_NEAR(curve.amounts[1], 1.0 / 12, stated);
  EXPECT_NEAR(curve.amounts[2], 5.0 / 12, stated);
  EXPECT_EQ(curve.amounts[3], 1);
}

TEST(TheilDecomposition, SplitsIntoWithinAndBetween) {
  const std::vector<std::int64_t> values{1, 3, 10, 10, 2};
  const std::vector<std::size_t> groups{0, 0, 1, 1, 0};
  for (const TheilMeasure measure : {TheilMeasure::t, TheilMeasure::l}) {
    const Sample sample = Sample::of(numbers(values));
    const TheilDecomposition result = theil_decomposition(sample, groups, measure);
    const double whole = measure == TheilMeasure::t ? theil_t(sample) : theil_l(sample);
    EXPECT_NEAR(result.total, whole, stated * whole);
    EXPECT_EQ(result.groups[1].theil, 0);
    EXPECT_NEAR(result.groups[0].weight_share, 0.6, stated);
    EXPECT_NEAR(result.groups[0].amount_share, 6.0 / 26, stated);
    const std::vector<std::int64_t> first{1, 3, 2};
    const Sample part = Sample::of(numbers(first));
    const double within = measure == TheilMeasure::t ? theil_t(part) : theil_l(part);
    EXPECT_NEAR(result.groups[0].theil, within, stated * within);
  }
}

TEST(TheilDecomposition, BetweenGroupsOnly) {
  const std::vector<std::int64_t> values{0, 0, 10, 10};
  const std::vector<std::size_t> groups{0, 0, 1, 1};
  const TheilDecomposition result =
      theil_decomposition(Sample::of(numbers(values)), groups, TheilMeasure::t);
  EXPECT_NEAR(result.between, std::log(2.0), stated);
  EXPECT_EQ(result.within, 0);
  EXPECT_TRUE(std::isinf(
      theil_decomposition(Sample::of(numbers(values)), groups, TheilMeasure::l).between));
}

TEST(Dispersion, RefusesNegativeValuesWithTheirRow) {
  const std::vector<std::int64_t> values{3, -1, 4};
  EXPECT_EQ(refused<StructureError>([&] { return gini(Sample::of(numbers(values))); }),
            "values:2: column 'values' has -1, a value of at least 0 is expected");
  EXPECT_THROW((void)theil_t(Sample::of(numbers(values))), StructureError);
}

TEST(Dispersion, DoesNotDependOnUnits) {
  const std::vector<Rational> values{Rational::parse("0.3"), Rational::parse("1.7"), Rational(4)};
  std::vector<Rational> scaled;
  for (const Rational& value : values) scaled.push_back(value * 10'000);
  EXPECT_EQ(exact_gini(Sample::of(numbers(values))), exact_gini(Sample::of(numbers(scaled))));
  EXPECT_EQ(theil_t(Sample::of(numbers(values))), theil_t(Sample::of(numbers(scaled))));
}

}  // namespace
}  // namespace edustat
