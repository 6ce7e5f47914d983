// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/topsis.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace edustat {
namespace {

using Rows = std::vector<std::vector<double>>;
using Ranks = std::vector<std::uint32_t>;

Topsis scored(const Rows& rows, const std::vector<double>& weights,
              const TopsisOptions& options = {}) {
  return topsis(Matrix(rows).view(), weights, options);
}

TEST(Topsis, TheIdealScoresOneAndTheAntiIdealZero) {
  const Topsis result = scored({{1, 9}, {5, 2}, {3, 4}}, {1, 1},
                               {{Direction::benefit, Direction::cost}, Normalisation::vector});
  EXPECT_EQ(result.scores[0], 0);
  EXPECT_EQ(result.scores[1], 1);
  EXPECT_EQ(result.ideal, (std::vector<double>{5, 2}));
  EXPECT_EQ(result.anti_ideal, (std::vector<double>{1, 9}));
}

// Distances 5 and 0 of (3, 4), and of (3, 0): 4 to the ideal, 3 to the other.
TEST(Topsis, WithoutNormalisationDistancesAreThoseOfTheTable) {
  const Topsis result = scored({{0, 0}, {3, 4}, {3, 0}}, {1, 1}, {{}, Normalisation::none});
  EXPECT_EQ(result.to_ideal, (std::vector<double>{5, 0, 4}));
  EXPECT_EQ(result.to_anti_ideal, (std::vector<double>{0, 5, 3}));
  EXPECT_EQ(result.scores[2], 3.0 / 7);
}

TEST(Topsis, OnlyProportionsOfTheWeightsMatter) {
  const Rows rows{{1, 9}, {5, 2}, {3, 4}};
  EXPECT_EQ(scored(rows, {1, 3}).scores, scored(rows, {256, 768}).scores);
}

TEST(Topsis, EqualUnitsHaveNoScore) {
  EXPECT_EQ(is_gap(scored({{2, 3}, {2, 3}}, {1, 1}).scores[0]), true);
}

TEST(Topsis, IsTheSameByRowAndByColumn) {
  const std::vector<double> by_row{1, 9, 5, 2, 3, 4};
  const std::vector<double> by_column{1, 5, 3, 9, 2, 4};
  EXPECT_EQ(topsis({by_row.data(), 3, 2, 2, 1}, {1, 2}).scores,
            topsis({by_column.data(), 3, 2, 1, 3}, {1, 2}).scores);
}

// More rows than are measured at a time, of which the last are read in another way.
TEST(Topsis, EveryRowIsMeasuredAlike) {
  std::vector<std::vector<double>> rows;
  for (int row = 0; row < 9000; ++row) rows.push_back({row % 2 + 1.0, 3.0 - row % 2, 5});
  const Topsis result = scored(rows, {1, 2, 3});
  for (std::size_t row = 2; row < rows.size(); ++row) {
    ASSERT_EQ(result.to_ideal[row], result.to_ideal[row % 2]) << row;
    ASSERT_EQ(result.scores[row], result.scores[row % 2]) << row;
  }
}

TEST(Topsis, RefusesAGap) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return scored({{1, gap_cell}}, {1, 1});
            }),
            "topsis: row 1, column 2 is a gap, which this method does not take and which is never "
            "0");
}

TEST(Topsis, RefusesAColumnOfZeros) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return scored({{1, 0}, {2, 0}}, {1, 1});
            }),
            "topsis: every row of column 2 is 0, so it tells nothing apart: leave it out");
}

TEST(Topsis, ASumOfZeroDividesNothing) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return scored({{1, -2}, {2, 2}}, {1, 1}, {{}, Normalisation::sum});
            }),
            "the sum of column 2 cannot be 0, expected another number where columns are divided by "
            "it");
}

TEST(Topsis, WeightsOfAnySizeAreProportions) {
  const Rows rows{{1, 9}, {5, 2}, {3, 4}};
  const std::vector<double> scores = scored(rows, {1, 1}).scores;
  EXPECT_EQ(scored(rows, {0x1p-660, 0x1p-660}).scores, scores);
  EXPECT_EQ(scored(rows, {0x1p+660, 0x1p+660}).scores, scores);
}

// 0, 1 and 3 of 4 in units of a power of two.
TEST(Topsis, ValuesOfAnySizeHaveTheirScores) {
  const TopsisOptions options{{}, Normalisation::none};
  for (const double unit : {0x1p-660, 1.0, 0x1p+530}) {
    EXPECT_EQ(scored({{0}, {unit}, {3 * unit}, {4 * unit}}, {1}, options).scores,
              (std::vector<double>{0, 0.25, 0.75, 1}));
  }
}

TEST(Topsis, WhatIsBeyondADoubleIsRefused) {
  const auto refused = [](const Rows& rows, Normalisation method) {
    return test::refused<LimitError>([&] { return scored(rows, {1}, {{}, method}); });
  };
  const std::string sentence =
      "topsis: the result is beyond the range of a double: give numbers whose size is between "
      "1e-150 and 1e150";
  EXPECT_EQ(refused({{1e160}, {2e160}}, Normalisation::vector), sentence);
  EXPECT_EQ(refused({{1e-200}, {2e-200}}, Normalisation::vector), sentence);
  EXPECT_EQ(refused({{-1.5e308}, {1.5e308}}, Normalisation::min_max), sentence);
  EXPECT_EQ(refused({{0}, {5e-324}}, Normalisation::none), sentence);
}

TEST(Topsis, RefusesAWeightThatIsLostBesideAnother) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return scored({{1, 2}}, {1, 1e-200});
            }),
            "a weight cannot be 1e-200, expected 0 or at least 1e-150 of the largest");
}

TEST(Topsis, RefusesAWeightBelowZero) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return scored({{1, 2}}, {1, -1});
            }),
            "a weight cannot be -1, expected a finite number not below 0");
}

TEST(Topsis, RefusesANormalisationOfOtherMeaning) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return scored({{1, 2}}, {1, 1}, {{}, Normalisation::rank});
            }),
            "the normalisation of topsis cannot be rank, expected vector, min_max, sum, z_score "
            "or none");
}

TEST(RankScores, TiesAsAskedAndGapsWithoutRank) {
  const std::vector<double> scores{0.5, gap_cell, 0.9, 0.5, 0.1};
  EXPECT_EQ(rank_scores(scores), (Ranks{2, 0, 1, 2, 4}));
  EXPECT_EQ(rank_scores(scores, RankOptions::Ties::highest), (Ranks{3, 0, 1, 3, 4}));
  EXPECT_EQ(rank_scores(scores, RankOptions::Ties::dense), (Ranks{2, 0, 1, 2, 3}));
}

// 0.1 + 0.2 and 0.3 differ in the last place alone.
TEST(RankScores, RoundingTellsNobodyApart) {
  EXPECT_EQ(rank_scores(std::vector<double>{0.3, 0.1 + 0.2, 0.3 + 1e-9}), (Ranks{2, 2, 1}));
}

// Two that are 0 but for the rounding of terms as large as 3.
TEST(RankScores, WhatIsLeftOfLargerTermsIsComparedWithThese) {
  const std::vector<double> scores{2e-17, -3e-17, 1e-3};
  EXPECT_EQ(rank_scores(scores), (Ranks{2, 3, 1}));
  EXPECT_EQ(rank_scores(scores, RankOptions::Ties::lowest, std::vector<double>{3, 3, 3}),
            (Ranks{2, 2, 1}));
}

}  // namespace
}  // namespace edustat
