// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/composite.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <tuple>
#include <vector>

namespace edustat {
namespace {

using Rows = std::vector<std::vector<double>>;
using Ranks = std::vector<std::uint32_t>;

std::vector<double> one_score(const Rows& rows, const std::vector<double>& weights,
                              Aggregation way) {
  return aggregate(Matrix(rows).view(), weights, way);
}

/// Two dimensions: places with weight 3 (rooms, beds), and staff.
IndexStructure two_levels() {
  return IndexStructure({{"index"},
                         {"places", "index", 3},
                         {"rooms", "places", 1},
                         {"beds", "places", 1},
                         {"staff", "index", 1}});
}

CompositeOptions as_they_are(double availability) {
  CompositeOptions options;
  options.normalise.method = Normalisation::none;
  options.availability = availability;
  return options;
}

TEST(Aggregate, MeansOfTwoAndEight) {
  EXPECT_EQ(one_score({{2, 8}}, {1, 1}, Aggregation::arithmetic), (std::vector<double>{5}));
  EXPECT_NEAR(one_score({{2, 8}}, {1, 1}, Aggregation::geometric)[0], 4, 1e-15);
  EXPECT_EQ(one_score({{2, 8}}, {1, 1}, Aggregation::harmonic), (std::vector<double>{3.2}));
}

// 2^2 * 3^1.
TEST(Aggregate, TheProductTakesWeightsAsTheyAre) {
  EXPECT_NEAR(one_score({{2, 3}}, {2, 1}, Aggregation::weighted_product)[0], 12, 1e-14);
}

TEST(Aggregate, WeightsOfMeansAreRelative) {
  EXPECT_EQ(one_score({{2, 8}}, {1, 3}, Aggregation::arithmetic),
            one_score({{2, 8}}, {4, 12}, Aggregation::arithmetic));
}

TEST(Aggregate, AZeroMakesMultiplyingMeansZero) {
  EXPECT_EQ(one_score({{0, 8}}, {1, 1}, Aggregation::geometric), (std::vector<double>{0}));
  EXPECT_EQ(one_score({{0, 8}}, {1, 1}, Aggregation::harmonic), (std::vector<double>{0}));
  EXPECT_EQ(one_score({{0, 8}}, {1, 1}, Aggregation::weighted_product), (std::vector<double>{0}));
}

TEST(Aggregate, AScoreBelowZeroHasNoGeometricMean) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return one_score({{3, 4}, {-1, 8}}, {1, 1}, Aggregation::geometric);
            }),
            "geometric of 'index': row 2, column 1 holds -1, expected scores not below 0");
}

// 1e-14, and 5e-16 for each unit of ln 2^401, which is 278.
TEST(Aggregate, AGeometricMeanLosesDigitsWithTheSizeOfItsLogarithm) {
  const double mean = one_score({{0x1p+400, 0x1p+402}}, {1, 1}, Aggregation::geometric)[0];
  EXPECT_NEAR(mean * 0x1p-401, 1, 1.5e-13);
}

TEST(Aggregate, NamesTheColumnThatIsBelowZero) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return one_score({{3, -4}}, {1, 1}, Aggregation::harmonic);
            }),
            "harmonic of 'index': row 1, column 2 holds -4, expected scores not below 0");
}

TEST(Aggregate, WeightsOfAnySizeAreProportions) {
  EXPECT_EQ(one_score({{1, 2}}, {1e308, 1e308}, Aggregation::arithmetic),
            (std::vector<double>{1.5}));
  EXPECT_EQ(one_score({{1, 2}}, {1e-320, 1e-320}, Aggregation::arithmetic),
            (std::vector<double>{1.5}));
}

TEST(Aggregate, RefusesAnInfiniteCell) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return one_score({{1, 1}, {1, HUGE_VAL}}, {1, 1}, Aggregation::arithmetic);
            }),
            "aggregate: row 2, column 2 holds inf, expected a finite number");
}

TEST(Aggregate, RefusesWhatIsBeyondADouble) {
  const auto refused = [](const Rows& rows, const std::vector<double>& weights, Aggregation way) {
    return test::refused<LimitError>([&] { return one_score(rows, weights, way); });
  };
  const std::string sentence =
      " of 'index': the result is beyond the range of a double: give numbers whose size is between "
      "1e-150 and 1e150";
  EXPECT_EQ(refused({{1e308, 1e308}}, {1, 1}, Aggregation::arithmetic), "arithmetic" + sentence);
  EXPECT_EQ(refused({{1e-310, 1}}, {1, 1}, Aggregation::harmonic), "harmonic" + sentence);
  EXPECT_EQ(refused({{1e200}}, {2}, Aggregation::weighted_product), "weighted_product" + sentence);
  EXPECT_EQ(refused({{1e-200}}, {2}, Aggregation::weighted_product), "weighted_product" + sentence);
}

TEST(Aggregate, AGapIsNoZero) {
  EXPECT_EQ(is_gap(one_score({{gap_cell, 8}}, {1, 1}, Aggregation::arithmetic)[0]), true);
}

// (3 * (1 + 5) / 2 + 7) / 4.
TEST(CompositeIndex, AggregatesUpTheTree) {
  const Matrix table(Rows{{1, 5, 7}});
  const CompositeIndex result = composite_index(table.view(), two_levels(), as_they_are(1));
  EXPECT_EQ(result.aggregates, (std::vector<std::string>{"places", "index"}));
  EXPECT_EQ(result.scores.at(0, 0), 3);
  EXPECT_EQ(result.scores.at(0, 1), 4);
}

TEST(CompositeIndex, AGapMakesAGapUnlessLessIsEnough) {
  const Matrix table(Rows{{1, gap_cell, 7}});
  const CompositeIndex strict = composite_index(table.view(), two_levels(), as_they_are(1));
  EXPECT_EQ(is_gap(strict.scores.at(0, 1)), true);
  EXPECT_EQ(strict.ranks, (Ranks{0}));
  const CompositeIndex lenient = composite_index(table.view(), two_levels(), as_they_are(0.5));
  EXPECT_EQ(lenient.scores.at(0, 0), 1);
  EXPECT_EQ(lenient.scores.at(0, 1), 2.5);
}

TEST(CompositeIndex, SaysHowManyIndicatorsAreKnown) {
  const Matrix table(Rows{{1, gap_cell, 7}, {1, 2, gap_cell}});
  const CompositeIndex result = composite_index(table.view(), two_levels(), as_they_are(0.5));
  EXPECT_EQ(result.known, (std::vector<Ranks>{{1, 2}, {2, 2}}));
  EXPECT_EQ(result.due, (Ranks{2, 3}));
}

TEST(CompositeIndex, AGroupWithoutAnythingKnownIsAGap) {
  const Matrix table(Rows{{gap_cell, gap_cell, gap_cell}});
  const CompositeIndex result = composite_index(table.view(), two_levels(), as_they_are(0));
  EXPECT_EQ(is_gap(result.scores.at(0, 1)), true);
}

// Arithmetic below, geometric above: the root of 4 and 9 with weights 1 and 1.
TEST(CompositeIndex, LevelsHaveTheirOwnAggregation) {
  const IndexStructure structure(
      {{"index"}, {"a", "index"}, {"a1", "a"}, {"a2", "a"}, {"b", "index"}});
  CompositeOptions options = as_they_are(1);
  options.aggregation = {Aggregation::arithmetic, Aggregation::geometric};
  const CompositeIndex result = composite_index(Matrix(Rows{{3, 5, 9}}).view(), structure, options);
  EXPECT_NEAR(result.scores.at(0, 1), 6, 1e-14);
}

// 7 of 25 is the double 0.28, though 0.28 times 25 is above 7.
TEST(CompositeIndex, AShareThatIsMetExactlyIsEnough) {
  for (const auto& [known, due, share] :
       {std::tuple{7U, 25U, 0.28}, std::tuple{14U, 25U, 0.56}, std::tuple{15U, 29U, 15.0 / 29}}) {
    Matrix table(1, due);
    std::vector<std::string> names;
    for (std::size_t column = 0; column < due; ++column) {
      if (column < known) table.set(0, column, 2);
      names.push_back(std::to_string(column));
    }
    const IndexStructure structure = IndexStructure::flat(names, std::vector<double>(due, 1));
    EXPECT_EQ(composite_index(table.view(), structure, as_they_are(share)).scores.at(0, 0), 2);
  }
}

Ranks ranks_of_standard_scores(const Rows& rows) {
  CompositeOptions options;
  options.normalise.method = Normalisation::z_score;
  std::vector<std::string> names;
  for (std::size_t column = 0; column < rows[0].size(); ++column) {
    names.push_back(std::to_string(column));
  }
  const IndexStructure structure =
      IndexStructure::flat(names, std::vector<double>(names.size(), 1));
  return composite_index(Matrix(rows).view(), structure, options).ranks;
}

TEST(CompositeIndex, ScoresThatCancelAreTied) {
  Rows rows;
  for (const double value : {16, 21, 19, 3, 20, 1, 30}) rows.push_back({value, 100 - value});
  EXPECT_EQ(ranks_of_standard_scores(rows), Ranks(7, 1));
  EXPECT_EQ(ranks_of_standard_scores({{8, 8, 12}, {6, 3, 17}, {6, 4, 16}, {9, 1, 19}, {1, 5, 15}}),
            (Ranks{2, 3, 3, 1, 5}));
}

// 1 and 2 are two numbers, whatever else stands in the column.
TEST(CompositeIndex, ALargeScoreTiesNoSmallOnes) {
  const IndexStructure structure = IndexStructure::flat({"a"}, {1});
  const Matrix table(Rows{{-1}, {1e15}, {2}, {1}});
  EXPECT_EQ(composite_index(table.view(), structure, as_they_are(1)).ranks, (Ranks{4, 1, 2, 3}));
}

TEST(CompositeIndex, NamesTheDimensionThatIsBelowZero) {
  CompositeOptions options = as_they_are(1);
  options.aggregation = {Aggregation::arithmetic, Aggregation::geometric};
  const Matrix table(Rows{{-1, -1, 7}});
  EXPECT_EQ(test::refused<StructureError>(
                [&] { return composite_index(table.view(), two_levels(), options); }),
            "geometric of 'index': row 1, column 'places' holds -1, expected scores not below 0");
}

TEST(CompositeIndex, TopsisLeavesUnitsWithGapsOut) {
  CompositeOptions options = as_they_are(1);
  options.aggregation = {Aggregation::topsis};
  const IndexStructure structure = IndexStructure::flat({"a", "b"}, {1, 1});
  const Matrix table(Rows{{0, 0}, {3, 4}, {gap_cell, 100}, {3, 0}});
  const CompositeIndex result = composite_index(table.view(), structure, options);
  EXPECT_EQ(result.scores.at(3, 0), 3.0 / 7);
  EXPECT_EQ(is_gap(result.scores.at(2, 0)), true);
}

TEST(IndexStructure, RefusesWhatIsNoTree) {
  using Nodes = std::vector<IndexNode>;
  const auto refused = [](const Nodes& nodes) {
    return test::refused<StructureError>([&] { return IndexStructure(nodes); });
  };
  EXPECT_EQ(refused({{"index"}, {"a", "index"}, {"a", "index"}}),
            "node 'a' stands in the structure more than once");
  EXPECT_EQ(refused({{"index"}, {"a", "b"}}),
            "node 'a' stands below 'b', which is not in the structure");
  EXPECT_EQ(refused({{"index"}, {"other"}, {"a", "index"}}),
            "a structure has exactly one index, a node without parent, found: index, other");
  EXPECT_EQ(refused({{"index"}, {"c", "index"}, {"a", "b"}, {"b", "a"}}),
            "node 'a' of the structure stands above itself");
}

TEST(IndexStructure, RefusesAGroupWithoutWeight) {
  EXPECT_EQ(test::refused<StructureError>([] { return IndexStructure::flat({"a"}, {0}); }),
            "the sum of the weights cannot be 0, expected above 0");
}

TEST(IndexStructure, AFlatIndexGivesWayToAnIndicatorOfItsName) {
  EXPECT_EQ(IndexStructure::flat({"index", "a"}, {1, 1}).nodes().back().name, "index_");
}

}  // namespace
}  // namespace edustat
