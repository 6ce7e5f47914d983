// SPDX-License-Identifier: Apache-2.0
// Columns so long that threads share them, against sums that take one unit after the other.
#include "edustat/analysis/coefficient_of_variation.hpp"
#include "edustat/analysis/dispersion.hpp"

#include "tests/cpp/analysis/numbers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

namespace edustat {
namespace {

using test::numbers;

constexpr double stated = 1e-14;
/// Two threads earn their keep, and the last piece is not full.
constexpr std::size_t school_count = 300'007;

struct Schools {
  std::vector<std::int64_t> books;
  std::vector<std::int64_t> pupils;
  std::vector<double> floats;
};

/// Books of schools, of which some lie close together and some have none.
Schools schools() {
  std::mt19937_64 random(20161130);
  Schools made;
  for (std::size_t i = 0; i < school_count; ++i) {
    const bool is_near = random() % 4 == 0;
    made.books.push_back(
        static_cast<std::int64_t>(is_near ? 40'000 + random() % 3 : random() % 90'000));
    made.pupils.push_back(static_cast<std::int64_t>(1 + random() % 3000));
    made.floats.push_back(static_cast<double>(made.books[i] + 1) /
                          static_cast<double>(made.pupils[i]));
  }
  return made;
}

/// The mean of what `term` gives for the ratio of each value to the mean.
template <typename Term>
double mean_of_terms(const std::vector<double>& values, Term term) {
  const long double sum = std::accumulate(values.begin(), values.end(), 0.0L);
  const long double mean = sum / static_cast<long double>(values.size());
  long double terms = 0;
  for (const double value : values) terms += term(value / mean);
  return static_cast<double>(terms / static_cast<long double>(values.size()));
}

TEST(LongColumns, GiniIsTheExactOne) {
  const Schools made = schools();
  for (const Sample& sample : {Sample::of(numbers(made.books)),
                               Sample::weighted(numbers(made.books), numbers(made.pupils)),
                               Sample::per(numbers(made.books), numbers(made.pupils))}) {
    const double exact = exact_gini(sample).to_double();
    EXPECT_NEAR(gini(sample), exact, stated * exact);
  }
}

TEST(LongColumns, GiniOfFloatsIsThatOfTheirRanks) {
  const Schools made = schools();
  std::vector<double> sorted = made.floats;
  std::sort(sorted.begin(), sorted.end());
  long double sum = 0;
  long double total = 0;
  for (std::size_t i = 0; i < school_count; ++i) {
    sum += (2 * static_cast<long double>(i) + 1 - school_count) * sorted[i];
    total += sorted[i];
  }
  const auto expected = static_cast<double>(sum / (school_count * total));
  EXPECT_NEAR(gini(Sample::of(numbers(made.floats))), expected, stated * expected);
}

TEST(LongColumns, TheSquareOfACoefficientIsTheExactOne) {
  const Schools made = schools();
  for (const Sample& sample : {Sample::of(numbers(made.books)),
                               Sample::weighted(numbers(made.books), numbers(made.pupils))}) {
    const CoefficientOfVariation variation(sample);
    const double exact = variation.squared().to_double();
    EXPECT_NEAR(variation.value() * variation.value(), exact, 2 * stated * exact);
    const auto shares = variation.contributions();
    const long double sum = std::accumulate(shares.begin(), shares.end(), 0.0L);
    EXPECT_NEAR(static_cast<double>(sum), 1.0, 1e-12);
  }
}

TEST(LongColumns, EntropiesAreThoseOfOneTermAfterTheOther) {
  const Schools made = schools();
  const Sample sample = Sample::of(numbers(made.floats));
  const double t = mean_of_terms(made.floats, [](long double r) { return r * std::log(r); });
  const double l = mean_of_terms(made.floats, [](long double r) { return -std::log(r); });
  const double root = mean_of_terms(made.floats, [](long double r) { return std::sqrt(r); });
  EXPECT_NEAR(theil_t(sample), t, 1e-13 * t);
  EXPECT_NEAR(theil_l(sample), l, 1e-13 * l);
  EXPECT_NEAR(atkinson(sample, 0.5), 1 - root * root, 1e-13);
}

TEST(LongColumns, ALorenzCurveGoesUnitByUnit) {
  const Schools made = schools();
  const LorenzCurve curve = lorenz(Sample::per(numbers(made.books), numbers(made.pupils)));
  std::vector<std::size_t> order(school_count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return made.books[left] * made.pupils[right] < made.books[right] * made.pupils[left];
  });
  const auto whole = [](const std::vector<std::int64_t>& all) {
    return static_cast<double>(std::accumulate(all.begin(), all.end(), std::int64_t{0}));
  };
  const double all_pupils = whole(made.pupils);
  const double all_books = whole(made.books);
  ASSERT_EQ(curve.weights.size(), school_count + 1);
  ASSERT_EQ(curve.amounts.size(), school_count + 1);
  std::int64_t pupils = 0;
  std::int64_t books = 0;
  std::size_t differing = 0;
  for (std::size_t i = 0; i < school_count; ++i) {
    pupils += made.pupils[order[i]];
    books += made.books[order[i]];
    // Where two schools have the same value either may come first.
    const bool is_last =
        i + 1 == school_count || made.books[order[i]] * made.pupils[order[i + 1]] !=
                                     made.books[order[i + 1]] * made.pupils[order[i]];
    const double weight = static_cast<double>(pupils) / all_pupils;
    const double amount = static_cast<double>(books) / all_books;
    const bool is_same = std::abs(curve.weights[i + 1] - weight) <= 1e-15 &&
                         std::abs(curve.amounts[i + 1] - amount) <= 1e-15;
    differing += is_last && !is_same ? 1 : 0;
  }
  EXPECT_EQ(differing, 0U);
}

}  // namespace
}  // namespace edustat
