// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/weights.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

namespace edustat {
namespace {

using Rows = std::vector<std::vector<double>>;

std::vector<double> entropy(const Rows& rows) {
  return entropy_weights(Matrix(rows).view());
}

TEST(EqualWeights, SumUpToOne) {
  EXPECT_EQ(equal_weights(4), (std::vector<double>{0.25, 0.25, 0.25, 0.25}));
}

// A column of one single share has entropy 0, one of equal shares entropy 1.
TEST(EntropyWeights, GoToTheColumnThatTellsApart) {
  EXPECT_EQ(entropy({{0, 5}, {1, 5}}), (std::vector<double>{1, 0}));
}

// sum p ln(p m) is h^2/2 for shares of 1 - h and 1 + h: four times as much for twice the h.
TEST(EntropyWeights, KeepTheirDigitsWhereColumnsAreNearlyEqual) {
  const double h = 0x1p-26;
  const std::vector<double> weights = entropy({{1 - h, 1 - 2 * h}, {1 + h, 1 + 2 * h}});
  EXPECT_NEAR(weights[0], 0.2, 1e-15);
  EXPECT_NEAR(weights[1], 0.8, 1e-15);
}

TEST(EntropyWeights, DoNotDependOnTheUnitOfAColumn) {
  const std::vector<double> weights = entropy({{1, 2}, {4, 16}, {3, 5}});
  const std::vector<double> others = entropy({{1024, 2}, {4096, 16}, {3072, 5}});
  EXPECT_EQ(weights, others);
}

TEST(EntropyWeights, RefuseAValueBelowZeroWithItsPlace) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return entropy({{1, 2}, {4, -16}});
            }),
            "entropy_weights: row 2, column 2 holds -16, expected a number not below 0");
}

TEST(EntropyWeights, RefuseAGapAndDoNotTakeItForZero) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return entropy({{1, gap_cell}, {4, 16}});
            }),
            "entropy_weights: row 1, column 2 is a gap, which this method does not take and which "
            "is never 0");
}

TEST(EntropyWeights, RefuseColumnsOfWhichNoneTellsAnythingApart) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return entropy({{3, 5}, {3, 5}});
            }),
            "entropy_weights: every column is without differences or repeats the others, so there "
            "are no weights");
}

TEST(EntropyWeights, AColumnOfZerosGetsNone) {
  EXPECT_EQ(entropy({{0, 1}, {0, 3}}), (std::vector<double>{0, 1}));
}

// Squares of 0, 0 and d less their mean d/3, which no double near 1000 is: four times as much for
// twice the d.
TEST(EntropyWeights, KeepTheirDigitsWhereTheMeanIsRounded) {
  for (const double d : {0x1p-43, 0x1p-41}) {
    const std::vector<double> weights =
        entropy({{1000, 1000}, {1000, 1000}, {1000 + d, 1000 + 2 * d}});
    EXPECT_NEAR(weights[0], 0.2, 1e-15);
    EXPECT_NEAR(weights[1], 0.8, 1e-15);
  }
}

TEST(EntropyWeights, RefuseWhatIsBeyondADouble) {
  EXPECT_EQ(test::refused<LimitError>([] {
              return entropy({{1e-310, 2}, {2e-310, 1}});
            }),
            "entropy_weights: the result is beyond the range of a double: give numbers whose size "
            "is between 1e-150 and 1e150");
}

TEST(EntropyWeights, RefuseASingleRow) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return entropy({{3, 5}});
            }),
            "1 rows were given, 2 are expected");
}

TEST(EntropyWeights, AreTheSameByRowAndByColumn) {
  const std::vector<double> by_row{1, 2, 4, 16, 3, 5};
  const std::vector<double> by_column{1, 4, 3, 2, 16, 5};
  EXPECT_EQ(entropy_weights({by_row.data(), 3, 2, 2, 1}),
            entropy_weights({by_column.data(), 3, 2, 1, 3}));
}

/// Enough rows to be read once.
Matrix many_rows() {
  Matrix table(5003, 2);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    table.set(row, 0, static_cast<double>(1 + row % 7));
    table.set(row, 1, static_cast<double>(1 + row * row % 11));
  }
  return table;
}

TEST(EntropyWeights, OfManyRowsAreTheSameForAnyNumberOfThreads) {
  const Matrix table = many_rows();
  Work alone;
  alone.threads = 1;
  Work many;
  many.threads = 3;
  EXPECT_EQ(entropy_weights(table.view(), alone), entropy_weights(table.view(), many));
}

TEST(EntropyWeights, RefuseAGapAmongManyRows) {
  Matrix table = many_rows();
  table.set(4321, 1, gap_cell);
  EXPECT_EQ(test::refused<StructureError>([&] { return entropy_weights(table.view()); }),
            "entropy_weights: row 4322, column 2 is a gap, which this method does not take and "
            "which is never 0");
  table.set(4321, 1, -1);
  EXPECT_EQ(test::refused<StructureError>([&] { return entropy_weights(table.view()); }),
            "entropy_weights: row 4322, column 2 holds -1, expected a number not below 0");
}

TEST(EntropyWeights, ReadEveryOtherColumnWhereItLies) {
  const std::vector<double> wide{1, -7, 2, -7, 4, -7, 16, -7, 3, -7, 5, -7};
  EXPECT_EQ(entropy_weights({wide.data(), 3, 2, 4, 2}), entropy({{1, 2}, {4, 16}, {3, 5}}));
}

// Deviations 1.5 and 7.
TEST(DeviationWeights, AreSharesOfTheDeviations) {
  const std::vector<double> weights = deviation_weights(Matrix(Rows{{1, 2}, {4, 16}}).view());
  EXPECT_NEAR(weights[0], 1.5 / 8.5, 1e-15);
  EXPECT_NEAR(weights[1], 7 / 8.5, 1e-15);
}

TEST(DeviationWeights, AreSharesAtAnySize) {
  const std::vector<double> weights =
      deviation_weights(Matrix(Rows{{1e200, 2e200}, {4e200, 16e200}}).view());
  EXPECT_NEAR(weights[0], 1.5 / 8.5, 1e-15);
}

// Two columns of the same scores have correlation 1: all the conflict is with the third, whose
// correlation with each is 0. Deviations are equal, so conflicts of 1, 1 and 2 remain.
TEST(CriticWeights, HalveWhatIsSaidTwice) {
  const Matrix table(Rows{{0, 0, 0}, {0, 0, 1}, {1, 2, 0}, {1, 2, 1}});
  const std::vector<double> weights = critic_weights(table.view());
  EXPECT_NEAR(weights[0], 0.25, 1e-15);
  EXPECT_NEAR(weights[1], 0.25, 1e-15);
  EXPECT_NEAR(weights[2], 0.5, 1e-15);
}

// Turned round, the second column contradicts the first: conflicts of 3, 3 and 2.
TEST(CriticWeights, DependOnTheDirections) {
  const Matrix table(Rows{{0, 0, 0}, {0, 0, 1}, {1, 2, 0}, {1, 2, 1}});
  const std::vector<double> weights =
      critic_weights(table.view(), {Direction::benefit, Direction::cost, Direction::benefit});
  EXPECT_NEAR(weights[0], 0.375, 1e-15);
  EXPECT_NEAR(weights[2], 0.25, 1e-15);
}

TEST(CriticWeights, RefuseAColumnWithoutDifferences) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return critic_weights(Matrix(Rows{{0, 4}, {1, 4}}).view());
            }),
            "critic_weights: every row of column 2 is 4, so it tells nothing apart: leave it out");
}

TEST(CriticWeights, RefuseColumnsThatAllSayTheSame) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return critic_weights(Matrix(Rows{{1, 10}, {2, 20}, {4, 40}}).view());
            }),
            "critic_weights: every column is without differences or repeats the others, so there "
            "are no weights");
}

}  // namespace
}  // namespace edustat
