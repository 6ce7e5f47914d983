// SPDX-License-Identifier: Apache-2.0
#include "analysis/sample_kernel.hpp"

#include "analysis/entropy_term.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <utility>
#include <vector>

namespace edustat {
namespace {

using detail::Ratios;
using detail::SampleKernel;

// No whole number of lanes.
constexpr std::size_t column_rows = 117;

struct KernelColumns {
  std::vector<std::int64_t> wholes{};
  std::vector<double> values{};
  std::vector<double> weights{};
};

KernelColumns kernel_columns() {
  std::mt19937_64 numbers(20261126);
  KernelColumns columns;
  for (std::size_t i = 0; i < column_rows; ++i) {
    columns.wholes.push_back(static_cast<std::int64_t>(numbers() >> 12U));
    columns.values.push_back(static_cast<double>(numbers() >> 20U) * 0x1p-40);
    columns.weights.push_back(static_cast<double>(1 + numbers() % 3000));
  }
  return columns;
}

/// All that a kernel gives, for comparison with another.
std::vector<double> all_of_columns(const SampleKernel& kernel) {
  const KernelColumns columns = kernel_columns();
  std::vector<double> rooms(6 * column_rows);
  std::vector<double> all;
  double* next = rooms.data();
  const auto room = [&next] { return std::exchange(next, next + column_rows); };
  const detail::MeanParts mean{5.25, 0x1p-60, 5, 0.25};
  double* deviations = room();
  double* terms = room();
  double* ratios = room();
  kernel.load(columns.wholes.data(), column_rows, room());
  kernel.deviate(columns.values.data(), column_rows, mean, deviations);
  all.push_back(kernel.square(deviations, columns.weights.data(), column_rows, terms));
  kernel.deviate_per(columns.values.data(), columns.weights.data(), column_rows, mean, deviations);
  all.push_back(kernel.square_per(deviations, columns.weights.data(), column_rows, terms));
  kernel.scale(terms, column_rows, 1.0 / 3);
  kernel.ratios(columns.values.data(), deviations, column_rows, 5, ratios, room());
  kernel.ratios_per(columns.values.data(), deviations, columns.weights.data(), column_rows, 5,
                    ratios, room());
  const std::size_t whole_lanes = column_rows - column_rows % detail::lanes;
  const Ratios units{columns.values.data(), deviations, columns.weights.data(), whole_lanes};
  for (const auto& sum_terms : {kernel.theil_t, kernel.theil_l, kernel.entropy_of_two,
                                kernel.entropy_of_half, kernel.entropy_of_minus_one}) {
    all.push_back(sum_terms(units));
  }
  detail::WholesSeen wholes;
  kernel.look(columns.wholes.data(), column_rows, wholes);
  detail::DoublesSeen doubles{};
  kernel.survey(columns.values.data(), column_rows, doubles);
  detail::ProductSums products{};
  kernel.add_products(columns.values.data(), columns.weights.data(), column_rows, products);
  all.push_back(static_cast<double>(wholes.any ^ wholes.any_below ^ wholes.sum));
  for (std::size_t lane = 0; lane < detail::lanes; ++lane) {
    all.insert(all.end(), {doubles.smallest[lane], doubles.largest[lane], doubles.high[lane],
                           doubles.low[lane], static_cast<double>(doubles.bits[lane]),
                           products.high[lane], products.low[lane], products.lost[lane]});
  }
  all.insert(all.end(), rooms.begin(), rooms.end());
  return all;
}

TEST(SampleKernel, GivesTheSameBytesForEveryInstructionSet) {
  const std::vector<double> first = all_of_columns(detail::sample_kernel());
  for (const SampleKernel* kernel : detail::sample_kernels())
    EXPECT_EQ(all_of_columns(*kernel), first);
}

/// What a loop gives for one unit.
double one_term(double (*sum_terms)(const Ratios&), double ratio, double excess) {
  std::vector<double> ratios(detail::lanes, 1);
  std::vector<double> excesses(detail::lanes, 0);
  std::vector<double> weights(detail::lanes, 0);
  ratios[3] = ratio;
  excesses[3] = excess;
  weights[3] = 1;
  return sum_terms({ratios.data(), excesses.data(), weights.data(), detail::lanes});
}

TEST(SampleKernel, AgreesWithTheTermsOneByOne) {
  const SampleKernel& kernel = detail::sample_kernel();
  // Each side is within 12 units of the last place.
  constexpr double both = 24 * 0x1p-52;
  std::vector<double> excesses{-0.999, -0.5, -0.3, -0.29, 0.41, 0.42, 1, 3, 1e6, 1e60};
  for (const double distance : {1e-12, 1e-6, 1e-3, 0.1}) {
    excesses.push_back(distance);
    excesses.push_back(-distance);
  }
  for (const double excess : excesses) {
    const double ratio = 1 + excess;
    const auto expect = [&](double (*sum_terms)(const Ratios&), double term) {
      EXPECT_NEAR(one_term(sum_terms, ratio, excess) / term, 1, both) << excess;
    };
    // A ratio far from 1 is known no better than its excess.
    if (std::abs(excess) > 0.3 && excess > 0) {
      expect(kernel.theil_t, ratio * std::log(ratio) - excess);
    }
    expect(kernel.theil_t, detail::theil_t_term(ratio, excess));
    expect(kernel.theil_l, detail::theil_l_term(ratio, excess));
  }
}

TEST(SampleKernel, QuotientsOfEntropyByHand) {
  const SampleKernel& kernel = detail::sample_kernel();
  // (81 - 1 - 16) / 2, -4 (3 - 1 - 4), (1/9 - 1 + 8) / 2
  EXPECT_EQ(one_term(kernel.entropy_of_two, 9, 8), 32);
  EXPECT_EQ(one_term(kernel.entropy_of_half, 9, 8), 8);
  EXPECT_EQ(one_term(kernel.entropy_of_minus_one, 4, 3), 9.0 / 8);
  EXPECT_EQ(one_term(kernel.theil_t, 0, -1), 1);
  EXPECT_EQ(one_term(kernel.entropy_of_half, 0, -1), 2);
}

}  // namespace
}  // namespace edustat
