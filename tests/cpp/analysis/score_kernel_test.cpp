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
  std::vector<double> all(10 * width);
  const detail::Strips read{cells.data(), strips, width};
  kernel.summarise(read, all.data(), all.data() + width, all.data() + 2 * width);
  kernel.summarise_squares(read, all.data(), all.data() + width, all.data() + 2 * width,
                           all.data() + 3 * width);
  kernel.add_divergences(read, centres.data(), inverses.data(), all.data() + 4 * width);
  kernel.distances({centres.data(), cells.data(), inverses.data(), 16, 11}, cells.data(), width,
                   all.data() + 5 * width, all.data() + 6 * width);
  kernel.summarise_divergences({centres.data(), inverses.data(), all.data() + 7 * width,
                                all.data() + 8 * width, all.data() + 9 * width},
                               read);
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

// From (3, 4), the second column counted half: the root of 9 + 4 to (0, 0), and 1 to (3, 2).
TEST(ScoreKernel, DistancesAreEuclidean) {
  std::vector<double> values(detail::lanes);
  std::vector<double> other(detail::lanes);
  std::vector<double> factors(detail::lanes);
  values[0] = 3;
  values[1] = 4;
  values[2] = 7;  // no column: its factor is 0
  other[0] = 3;
  other[1] = 2;
  factors[0] = 1;
  factors[1] = 0.5;
  const std::vector<double> origin(detail::lanes);
  double to_origin = 0;
  double to_other = 0;
  detail::score_kernel().distances(
      {origin.data(), other.data(), factors.data(), detail::lanes, detail::lanes}, values.data(), 1,
      &to_origin, &to_other);
  EXPECT_EQ(to_origin, std::sqrt(13.0));
  EXPECT_EQ(to_other, 1);
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

// More rows than one thread takes at a time.
TEST(ScoreKernel, SumsAreTheSameForAnyNumberOfThreads) {
  std::mt19937_64 numbers(3);
  std::vector<double> cells(3 * 40'000);
  for (double& cell : cells) cell = static_cast<double>(numbers() >> 11U) * 0x1p-53;
  const detail::StripReader reader({cells.data(), 40'000, 3, 3, 1});
  const auto sums = [&](unsigned threads) {
    Work work;
    work.threads = threads;
    return detail::summarise(reader, "test", detail::Squares::summed, work);
  };
  EXPECT_EQ(sums(1).sums, sums(4).sums);
  EXPECT_EQ(sums(1).squares, sums(4).squares);
  EXPECT_EQ(sums(1).lows, sums(4).lows);
}

TEST(ScoreKernel, LongSumKeepsWhatAdditionsLose) {
  detail::LongSum sum;
  for (const double term : {1.0, 1e100, 1.0, -1e100}) sum.add(term);
  EXPECT_EQ(sum.value(), 2);
}

}  // namespace
}  // namespace edustat
