// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/sensitivity.hpp"

#include "edustat/analysis/topsis.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace edustat {
namespace {

using Rows = std::vector<std::vector<double>>;
using Ranks = std::vector<std::uint32_t>;

IndexStructure pair() {
  return IndexStructure::flat({"a", "b"}, {1, 1});
}

CompositeOptions as_they_are() {
  CompositeOptions options;
  options.normalise.method = Normalisation::none;
  return options;
}

// The first is best in everything, whatever the weights; the others change places by the weights.
TEST(WeightSensitivity, ADominantUnitKeepsItsRank) {
  const Matrix table(Rows{{9, 9}, {4, 6.1}, {6, 4}, {1, 1}});
  const WeightSensitivity result = weight_sensitivity(table.view(), pair(), as_they_are());
  EXPECT_EQ(result.ranks, (Ranks{1, 2, 3, 4}));
  EXPECT_EQ(result.best, (Ranks{1, 2, 2, 4}));
  EXPECT_EQ(result.worst, (Ranks{1, 3, 3, 4}));
  EXPECT_EQ(result.kept[0], 1);
  EXPECT_GT(result.kept[1], 0.5);
  EXPECT_LT(result.kept[1], 1);
}

TEST(WeightSensitivity, TheSameSeedGivesTheSameDraws) {
  const Matrix table(Rows{{9, 9}, {4, 6.1}, {6, 4}});
  const auto kept = [&](std::uint64_t seed) {
    return weight_sensitivity(table.view(), pair(), as_they_are(), {0.25, 100, seed}).kept;
  };
  EXPECT_EQ(kept(7), kept(7));
  EXPECT_NE(kept(7), kept(8));
}

TEST(WeightSensitivity, RefusesANumberOfDrawsBelowOne) {
  const Matrix table(Rows{{9, 9}, {4, 6}});
  EXPECT_EQ(test::refused<StructureError>([&] {
              return weight_sensitivity(table.view(), pair(), as_they_are(), {0.25, -5, 1});
            }),
            "draws cannot be -5, expected a number from 1 to 1000000");
}

TEST(WeightSensitivity, WithoutSpreadNothingMoves) {
  const Matrix table(Rows{{9, 9}, {4, 6.1}, {6, 4}});
  const WeightSensitivity result =
      weight_sensitivity(table.view(), pair(), as_they_are(), {0, 10, 1});
  EXPECT_EQ(result.kept, (std::vector<double>{1, 1, 1}));
}

TEST(RankIntervals, ExactInputsGiveOneRank) {
  const Matrix table(Rows{{9, 9}, {4, 6}, {6, 3}});
  const RankIntervals result = rank_intervals(table.view(), table.view(), pair(), as_they_are());
  EXPECT_EQ(result.best, (Ranks{1, 2, 3}));
  EXPECT_EQ(result.worst, (Ranks{1, 2, 3}));
}

// Sums 9.5 to 10.5, 10.1 to 10.1 and 1 to 2: the first two may change places.
TEST(RankIntervals, RoundedInputsGiveAnInterval) {
  const Matrix lows(Rows{{4.75, 4.75}, {5.05, 5.05}, {0.5, 0.5}});
  const Matrix highs(Rows{{5.25, 5.25}, {5.05, 5.05}, {1, 1}});
  const RankIntervals result = rank_intervals(lows.view(), highs.view(), pair(), as_they_are());
  EXPECT_EQ(result.best, (Ranks{1, 1, 3}));
  EXPECT_EQ(result.worst, (Ranks{2, 2, 3}));
  EXPECT_EQ(result.low_scores[0], 4.75);
  EXPECT_EQ(result.high_scores[0], 5.25);
}

TEST(RankIntervals, ACostIsBestAtItsLowEnd) {
  CompositeOptions options;
  options.normalise.method = Normalisation::goalposts;
  options.normalise.directions = {Direction::cost};
  options.normalise.goalposts = {{0, 10}};
  const IndexStructure structure = IndexStructure::flat({"a"}, {1});
  const RankIntervals result =
      rank_intervals(Matrix(Rows{{2}}).view(), Matrix(Rows{{4}}).view(), structure, options);
  EXPECT_EQ(result.low_scores, (std::vector<double>{0.6}));
  EXPECT_EQ(result.high_scores, (std::vector<double>{0.8}));
}

TEST(RankIntervals, AGapHasNoRank) {
  const Matrix table(Rows{{9, 9}, {4, gap_cell}});
  EXPECT_EQ(rank_intervals(table.view(), table.view(), pair(), as_they_are()).best, (Ranks{1, 0}));
}

/// Inputs inside their ends.
Matrix drawn(const Matrix& lows, const Matrix& highs, std::mt19937_64& numbers) {
  Matrix table(lows.rows(), lows.columns());
  for (std::size_t row = 0; row < lows.rows(); ++row) {
    for (std::size_t column = 0; column < lows.columns(); ++column) {
      // Ends are drawn as often as what lies between them.
      const double share = static_cast<double>(numbers() % 4) / 3;
      const double low = lows.at(row, column);
      table.set(row, column, low + share * (highs.at(row, column) - low));
    }
  }
  return table;
}

Matrix random_lows(std::mt19937_64& numbers) {
  Matrix lows(6, 3);
  for (std::size_t row = 0; row < 6; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      lows.set(row, column, static_cast<double>(numbers() % 100));
    }
  }
  return lows;
}

// Law: no draw leaves its ranks and scores.
TEST(RankIntervals, HoldEveryDrawOfTheInputs) {
  std::mt19937_64 numbers(5);
  const IndexStructure structure = IndexStructure::flat({"a", "b", "c"}, {1, 2, 3});
  int compared = 0;
  for (const Normalisation method : {Normalisation::min_max, Normalisation::rank,
                                     Normalisation::goalposts, Normalisation::target}) {
    CompositeOptions options;
    options.normalise.method = method;
    options.normalise.directions = {Direction::benefit, Direction::cost, Direction::benefit};
    if (method == Normalisation::goalposts) {
      options.normalise.goalposts = {{20, 80}, {0, 90}, {0, 200}};
    }
    if (method == Normalisation::target) options.normalise.targets = {150, -50, 120};
    for (std::size_t round = 0; round < 20; ++round) {
      const Matrix lows = random_lows(numbers);
      Matrix highs(lows.view());
      if (round % 2 == 1) options.normalise.scale = {-1, 1};
      for (std::size_t row = 0; row < 6; ++row) {
        highs.set(row, round % 3, lows.at(row, round % 3) + static_cast<double>(numbers() % 15));
      }
      const RankIntervals bounds = rank_intervals(lows.view(), highs.view(), structure, options);
      for (int draw = 0; draw < 50; ++draw) {
        const CompositeIndex index =
            composite_index(drawn(lows, highs, numbers).view(), structure, options);
        for (std::size_t unit = 0; unit < 6; ++unit) {
          EXPECT_GE(index.ranks[unit], bounds.best[unit]);
          EXPECT_LE(index.ranks[unit], bounds.worst[unit]);
          EXPECT_GE(index.scores.at(unit, 0), bounds.low_scores[unit] - 1e-14);
          EXPECT_LE(index.scores.at(unit, 0), bounds.high_scores[unit] + 1e-14);
          ++compared;
        }
      }
    }
  }
  EXPECT_EQ(compared, 4 * 20 * 50 * 6);
}

// Law: every rank is reached at a corner of the inputs, ties of whole numbers among them.
TEST(RankIntervals, AreReachedAtCorners) {
  constexpr std::size_t units = 4;
  constexpr std::size_t cells = units * 2;
  std::mt19937_64 numbers(7);
  for (const Normalisation method : {Normalisation::none, Normalisation::goalposts}) {
    CompositeOptions options;
    options.normalise.method = method;
    if (method == Normalisation::goalposts) {
      options.normalise.goalposts = {{0, 16}, {0, 16}};
      options.normalise.directions = {Direction::benefit, Direction::cost};
    }
    for (std::size_t round = 0; round < 40; ++round) {
      const auto number = [&] {
        const double whole = static_cast<double>(1 + numbers() % 6);
        return round % 2 == 0 ? whole : whole + static_cast<double>(numbers() % 1000) / 1000;
      };
      Matrix lows(units, 2);
      Matrix highs(units, 2);
      for (std::size_t cell = 0; cell < cells; ++cell) {
        lows.set(cell / 2, cell % 2, number());
        highs.set(cell / 2, cell % 2, lows.at(cell / 2, cell % 2) + number() - 1);
      }
      Ranks best(units, units);
      Ranks worst(units, 1);
      for (std::size_t corner = 0; corner < std::size_t{1} << cells; ++corner) {
        Matrix table(lows.view());
        for (std::size_t cell = 0; cell < cells; ++cell) {
          const bool is_high = (corner >> cell & 1) != 0;
          if (is_high) table.set(cell / 2, cell % 2, highs.at(cell / 2, cell % 2));
        }
        const Ranks ranks = composite_index(table.view(), pair(), options).ranks;
        for (std::size_t unit = 0; unit < units; ++unit) {
          best[unit] = std::min(best[unit], ranks[unit]);
          worst[unit] = std::max(worst[unit], ranks[unit]);
        }
      }
      const RankIntervals bounds = rank_intervals(lows.view(), highs.view(), pair(), options);
      EXPECT_EQ(bounds.best, best);
      EXPECT_EQ(bounds.worst, worst);
    }
  }
}

std::string refused_by_intervals(const CompositeOptions& options) {
  const Matrix table(Rows{{9, 9}, {4, 3}});
  return test::refused<StructureError>(
      [&] { return rank_intervals(table.view(), table.view(), pair(), options); });
}

TEST(RankIntervals, RefuseAScoreThatIsThereAtOneEndOnly) {
  CompositeOptions options;
  options.normalise.zero_range = ZeroRange::gap;
  EXPECT_EQ(refused_by_intervals(options),
            "zero_range of intervals cannot be gap, expected refuse or middle");
}

TEST(RankIntervals, RefuseWhatIsNotMonotone) {
  CompositeOptions options;
  options.normalise.method = Normalisation::z_score;
  EXPECT_EQ(refused_by_intervals(options),
            "normalisation z_score is not monotone, so intervals of the inputs give no interval of "
            "ranks: use min_max, rank, goalposts or target");
}

// With a target of 10, kept beyond: 12 is worth 1 + 2 / (10 - worst), which grows with the worst.
TEST(RankIntervals, RefuseScoresBeyondATarget) {
  CompositeOptions options;
  options.normalise.method = Normalisation::target;
  options.normalise.targets = {10, 10};
  options.normalise.beyond = Beyond::keep;
  EXPECT_EQ(refused_by_intervals(options),
            "beyond of intervals to a target cannot be keep, expected cap");
}

// Scores from -1 to 1 that cancel: their mean is 0 but for rounding, and ranks tie it.
TEST(RankIntervals, TieWhatRanksTie) {
  CompositeOptions options;
  options.normalise.scale = {-1, 1};
  Matrix table(7, 2);
  std::size_t row = 0;
  for (const double value : {16, 21, 19, 3, 20, 1, 30}) {
    table.set(row, 0, value);
    table.set(row++, 1, 100 - value);
  }
  const Ranks first(7, 1);
  EXPECT_EQ(composite_index(table.view(), pair(), options).ranks, first);
  EXPECT_EQ(weight_sensitivity(table.view(), pair(), options, {0, 3, 1}).worst, first);
  const RankIntervals result = rank_intervals(table.view(), table.view(), pair(), options);
  EXPECT_EQ(result.best, first);
  EXPECT_EQ(result.worst, first);
}

TEST(RankIntervals, NameTheColumnThatIsRefused) {
  const Matrix table(Rows{{9, 5}, {4, 5}});
  EXPECT_EQ(test::refused<StructureError>(
                [&] { return rank_intervals(table.view(), table.view(), pair()); }),
            "rank_intervals: every row of column 2 is 5, so it tells nothing apart: leave it out, "
            "or say with zero_range what it gives");
}

TEST(RankIntervals, RefuseEndsInTheWrongOrder) {
  const Matrix lows(Rows{{9, 9}});
  const Matrix highs(Rows{{9, 8}});
  EXPECT_EQ(test::refused<StructureError>(
                [&] { return rank_intervals(lows.view(), highs.view(), pair(), as_they_are()); }),
            "rank_intervals: row 1, column 2 holds 9, expected not above the upper end 8");
}

}  // namespace
}  // namespace edustat
