// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/normalise.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace edustat {
namespace {

/// The scores of one column.
std::vector<double> scored(const std::vector<double>& values, const NormaliseOptions& options) {
  const MatrixView table{values.data(), values.size(), 1, 1, 1};
  return normalise(table, options).column(0);
}

NormaliseOptions by(Normalisation method, Direction direction = Direction::benefit) {
  NormaliseOptions options;
  options.method = method;
  options.directions = {direction};
  return options;
}

TEST(Normalise, MinMaxMeetsBothEndsExactly) {
  NormaliseOptions options = by(Normalisation::min_max);
  options.scale = {1, 100};
  EXPECT_EQ(scored({0.1, 0.7, 0.4}, options).front(), 1);
  EXPECT_EQ(scored({0.1, 0.7, 0.4}, options)[1], 100);
}

TEST(Normalise, ACostIsTurnedRound) {
  EXPECT_EQ(scored({2, 4, 8}, by(Normalisation::min_max, Direction::cost)),
            (std::vector<double>{1, 2.0 / 3, 0}));
}

TEST(Normalise, AGapStaysAGapAndMovesNoOther) {
  const std::vector<double> scores = scored({2, gap_cell, 6, 4}, by(Normalisation::min_max));
  EXPECT_EQ(is_gap(scores[1]), true);
  EXPECT_EQ(scores[3], 0.5);
}

// Mean 4, sample deviation 2.
TEST(Normalise, ZScoreIsInSampleDeviations) {
  EXPECT_EQ(scored({2, 4, 6}, by(Normalisation::z_score)), (std::vector<double>{-1, 0, 1}));
  EXPECT_EQ(scored({2, 4, 6}, by(Normalisation::z_score, Direction::cost)),
            (std::vector<double>{1, 0, -1}));
}

TEST(Normalise, ZScoreByPopulation) {
  NormaliseOptions options = by(Normalisation::z_score);
  options.divisor = Divisor::population;
  options.mean = 10;
  options.deviation = 2;
  EXPECT_EQ(scored({1, 3}, options), (std::vector<double>{8, 12}));
}

TEST(Normalise, RankSharesTheMeanOfTies) {
  EXPECT_EQ(scored({5, 9, 5, 7}, by(Normalisation::rank)), (std::vector<double>{1.5, 4, 1.5, 3}));
  EXPECT_EQ(scored({5, 9, 5, 7}, by(Normalisation::rank, Direction::cost)),
            (std::vector<double>{3.5, 1, 3.5, 2}));
}

TEST(Normalise, VectorHasLengthOne) {
  const std::vector<double> scores = scored({3, -4}, by(Normalisation::vector));
  EXPECT_NEAR(scores[0], 0.6, 1e-15);
  EXPECT_NEAR(scores[1], -0.8, 1e-15);
}

TEST(Normalise, SumOfACostTakesInverses) {
  const std::vector<double> scores = scored({1, 2}, by(Normalisation::sum, Direction::cost));
  EXPECT_NEAR(scores[0], 2.0 / 3, 1e-15);
  EXPECT_NEAR(scores[1], 1.0 / 3, 1e-15);
}

TEST(Normalise, SumRefusesWhatHasNoShare) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return scored({1, 0}, by(Normalisation::sum, Direction::cost));
            }),
            "normalise: row 2, column 1 holds 0, expected a number above 0");
}

TEST(Normalise, GoalpostsCapOrKeepWhatLiesBeyond) {
  NormaliseOptions options = by(Normalisation::goalposts, Direction::cost);
  options.goalposts = {{0, 10}};
  EXPECT_EQ(scored({1, -1, 11}, options), (std::vector<double>{0.9, 1, 0}));
  options.beyond = Beyond::keep;
  EXPECT_NEAR(scored({1, -1, 11}, options)[1], 1.1, 1e-15);
}

TEST(Normalise, TargetIsMeasuredFromTheWorstUnit) {
  NormaliseOptions options = by(Normalisation::target, Direction::cost);
  options.targets = {0};
  options.beyond = Beyond::keep;
  const std::vector<double> scores = scored({-1, 1, 10}, options);
  EXPECT_NEAR(scores[0], 1.1, 1e-15);
  EXPECT_NEAR(scores[1], 0.9, 1e-15);
  EXPECT_EQ(scores[2], 0);
}

TEST(Normalise, TargetOnTheWrongSideIsRefused) {
  NormaliseOptions options = by(Normalisation::target);
  options.targets = {0};
  EXPECT_EQ(test::refused<StructureError>([&] {
              return scored({1, 2}, options);
            }),
            "the target of column 1 cannot be 0, expected a value better than that of the worst "
            "unit, 1");
}

TEST(Normalise, AColumnWithoutRangeIsRefusedUnlessAskedFor) {
  NormaliseOptions options = by(Normalisation::min_max);
  EXPECT_EQ(test::refused<StructureError>([&] {
              return scored({3, gap_cell, 3}, options);
            }),
            "normalise: every row of column 1 is 3, so it tells nothing apart: leave it out, or "
            "say with zero_range what it gives");
  options.zero_range = ZeroRange::middle;
  EXPECT_EQ(scored({3, gap_cell, 3}, options)[2], 0.5);
  options.zero_range = ZeroRange::gap;
  EXPECT_EQ(is_gap(scored({3, gap_cell, 3}, options)[0]), true);
}

TEST(Normalise, ATargetThatTheWorstHasMetIsRefusedByItsName) {
  NormaliseOptions options = by(Normalisation::target);
  options.targets = {3};
  EXPECT_EQ(test::refused<StructureError>([&] {
              return scored({3, 5}, options);
            }),
            "the target of column 1 cannot be 3, expected a value better than that of the worst "
            "unit, 3");
  options.zero_range = ZeroRange::middle;
  EXPECT_EQ(scored({3, 5}, options), (std::vector<double>{1, 1}));
}

TEST(Normalise, ListsAreGivenForTheMethodThatReadsThem) {
  NormaliseOptions options = by(Normalisation::min_max);
  options.targets = {3};
  EXPECT_EQ(test::refused<StructureError>([&] {
              return scored({3, 5}, options);
            }),
            "the normalisation with targets cannot be min_max, expected target");
  options.targets = {};
  options.goalposts = {{0, 1}};
  EXPECT_EQ(test::refused<StructureError>([&] {
              return scored({3, 5}, options);
            }),
            "the normalisation with goalposts cannot be min_max, expected goalposts");
}

TEST(Normalise, ATargetIsANumber) {
  NormaliseOptions options = by(Normalisation::target);
  options.targets = {gap_cell};
  EXPECT_EQ(test::refused<StructureError>([&] {
              return scored({3, 5}, options);
            }),
            "the target of column 1 cannot be nan, expected a finite number");
}

// 0, 1 and 2 have mean 1 and deviation 1, in units of any size.
TEST(Normalise, NumbersOfAnySizeHaveStandardScores) {
  for (const double unit : {1e-200, 1e155, 1e300}) {
    EXPECT_EQ(scored({0, unit, 2 * unit}, by(Normalisation::z_score)),
              (std::vector<double>{-1, 0, 1}));
  }
}

TEST(Normalise, SharesOfTheLargestAndRangesOfTheSmallest) {
  EXPECT_EQ(scored({1e308, 1e308}, by(Normalisation::sum)), (std::vector<double>{0.5, 0.5}));
  EXPECT_EQ(scored({0, 5e-324}, by(Normalisation::min_max)), (std::vector<double>{0, 1}));
}

TEST(Normalise, WhatIsBeyondADoubleIsRefused) {
  EXPECT_EQ(test::refused<LimitError>([] {
              return scored({1.5e308, 1.5e308, 1}, by(Normalisation::z_score));
            }),
            "normalise: the result is beyond the range of a double: give numbers whose size is "
            "between 1e-150 and 1e150");
  NormaliseOptions options = by(Normalisation::min_max);
  options.scale = {-1e308, 1e308};
  EXPECT_EQ(test::refused<StructureError>([&] {
              return scored({1, 2}, options);
            }),
            "the length of the scale cannot be inf, expected a finite number");
}

TEST(Normalise, TheLargestNumbersDoNotOverflow) {
  EXPECT_EQ(scored({-1.5e308, 1.5e308, 0}, by(Normalisation::min_max)),
            (std::vector<double>{0, 1, 0.5}));
}

TEST(Normalise, RefusesAnInfiniteCell) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return scored({1, HUGE_VAL}, by(Normalisation::min_max));
            }),
            "normalise: row 2, column 1 holds inf, expected a finite number");
}

TEST(Normalise, RefusesACostThatStaysAsItIs) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return scored({1, 2}, by(Normalisation::none, Direction::cost));
            }),
            "the direction without normalisation cannot be cost, expected benefit");
}

}  // namespace
}  // namespace edustat
