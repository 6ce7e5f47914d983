// SPDX-License-Identifier: Apache-2.0
#include "analysis/score_kernel.hpp"

#include "analysis/column_sums.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace edustat {
namespace {

constexpr std::size_t strips = 50;
constexpr std::size_t width = 24;

std::vector<double> random_cells() {
  std::mt19937_64 numbers(20261125);
  std::vector<double> cells(strips * width);
  for (double& cell : cells) cell = static_cast<double>(numbers() >> 20U) * 0x1p-40;
  cells[7] = 0;
  return cells;
}

/// All that a kernel gives, for comparison with another.
std::vector<double> all_of(const detail::ScoreKernel& kernel) {
  const std::vector<double> cells = random_cells();
  const std::vector<double> centres(width, 5.0);
  const std::vector<double> inverses(width, 0.2);
  std::vector<double> all(6 * width);
  const detail::Strips read{cells.data(), strips, width};
  kernel.summarise(read, all.data(), all.data() + width, all.data() + 2 * width);
  kernel.add_squares(read, all.data() + 3 * width);
  kernel.add_divergences(read, centres.data(), inverses.data(), all.data() + 4 * width);
  kernel.square_distances({cells.data(), 1, width}, centres.data(), inverses.data(),
                          all.data() + 5 * width);
  return all;
}

double divergence_at(double value, double centre) {
  const double inverse = 1 / centre;
  double sum = 0;
  detail::score_kernel().add_divergences({&value, 1, 1}, &centre, &inverse, &sum);
  return sum;
}

TEST(ScoreKernel, GivesTheSameBytesForEveryInstructionSet) {
  const std::vector<double> first = all_of(detail::score_kernel());
  for (const detail::ScoreKernel* kernel : detail::score_kernels()) {
    EXPECT_EQ(all_of(*kernel), first);
  }
}

TEST(ScoreKernel, DivergenceOfZeroIsOne) {
  EXPECT_EQ(divergence_at(0, 7), 1);
}

TEST(ScoreKernel, DivergenceOfTheCentreIsZero) {
  EXPECT_EQ(divergence_at(7, 7), 0);
}

// t^2/2 - t^3/6 + t^4/12 - ..., of which 2^-40 leaves the first two terms.
TEST(ScoreKernel, DivergenceKeepsItsDigitsNearTheCentre) {
  const double step = 0x1p-40;
  EXPECT_NEAR(divergence_at(1 + step, 1) / (step * step / 2 - step * step * step / 6), 1, 1e-15);
}

// 2 ln 2 - 1 and (1 - ln 2) / 2.
TEST(ScoreKernel, DivergenceOfTwiceAndOfHalf) {
  EXPECT_NEAR(divergence_at(2, 1), 0.38629436111989061883, 4e-16);
  EXPECT_NEAR(divergence_at(1, 2), 0.15342640972002734529, 4e-16);
}

TEST(ScoreKernel, SumsAreTheSameByRowAndByColumn) {
  const std::vector<double> cells = random_cells();
  const std::size_t rows = cells.size() / 6 - 3;
  const MatrixView by_row{cells.data(), rows, 6, 6, 1};
  std::vector<double> turned(rows * 6);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < 6; ++column) {
      turned[column * rows + row] = by_row.at(row, column);
    }
  }
  const MatrixView by_column{turned.data(), rows, 6, 1, static_cast<std::ptrdiff_t>(rows)};
  EXPECT_EQ(detail::summarise(detail::StripReader(by_row), "test").sums,
            detail::summarise(detail::StripReader(by_column), "test").sums);
  EXPECT_EQ(detail::summarise(detail::StripReader(by_row), "test").lows,
            detail::summarise(detail::StripReader(by_column), "test").lows);
}

TEST(ScoreKernel, LongSumKeepsWhatAdditionsLose) {
  detail::LongSum sum;
  for (const double term : {1.0, 1e100, 1.0, -1e100}) sum.add(term);
  EXPECT_EQ(sum.value(), 2);
}

}  // namespace
}  // namespace edustat
