// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/composite.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <cmath>
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
