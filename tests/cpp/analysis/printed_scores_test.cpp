// SPDX-License-Identifier: Apache-2.0
// Scores and weights that others printed; every number within half a unit of its last printed
// digit.
#include "edustat/analysis/ahp.hpp"
#include "edustat/analysis/composite.hpp"
#include "edustat/analysis/topsis.hpp"
#include "edustat/analysis/weights.hpp"

#include "tests/cpp/support/csv.hpp"
#include "tests/cpp/support/shared.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace edustat {
namespace {

using Json = nlohmann::json;
using Numbers = std::vector<double>;
using Rows = std::vector<Numbers>;

/// The folder of printed scores.
class Composite : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = shared_file("conformance/composite");
    if (!folder_) GTEST_SKIP() << shared_data_is_absent;
  }

  [[nodiscard]] Json json(const char* name) const {
    std::ifstream stream(*folder_ / name);
    return Json::parse(stream);
  }
  /// The cases of some methods.
  [[nodiscard]] std::vector<Json> cases(const std::string& method) const {
    std::vector<Json> found;
    const Json all = json("mcdm_cases.json");
    for (const Json& one : all.at("cases")) {
      if (one.at("method") == method) found.push_back(one);
    }
    return found;
  }

  std::optional<std::filesystem::path> folder_;
};

/// Half a unit of the last printed digit, and what a double adds to it.
double printed_error(int decimals) {
  return 0.5 * std::pow(10.0, -decimals) + 1e-12;
}

void expect_printed(const Numbers& computed, const Numbers& printed, int decimals,
                    const std::string& id) {
  ASSERT_EQ(computed.size(), printed.size()) << id;
  for (std::size_t i = 0; i < computed.size(); ++i) {
    EXPECT_NEAR(computed[i], printed[i], printed_error(decimals)) << id << " " << i;
  }
}

std::vector<Direction> directions_of(const Json& types) {
  std::vector<Direction> directions;
  for (const int type : types) {
    directions.push_back(type < 0 ? Direction::cost : Direction::benefit);
  }
  return directions;
}

TEST_F(Composite, EntropyWeightsArePrintedSo) {
  const std::vector<Json> all = cases("entropy_weights");
  EXPECT_EQ(all.size(), 4U);
  for (const Json& one : all) {
    expect_printed(entropy_weights(Matrix(one.at("matrix").get<Rows>()).view()), one.at("expected"),
                   one.at("decimals"), one.at("id"));
  }
}

TEST_F(Composite, DeviationWeightsArePrintedSo) {
  const std::vector<Json> all = cases("std_weights");
  EXPECT_EQ(all.size(), 2U);
  for (const Json& one : all) {
    expect_printed(deviation_weights(Matrix(one.at("matrix").get<Rows>()).view()),
                   one.at("expected"), one.at("decimals"), one.at("id"));
  }
}

TEST_F(Composite, CriticWeightsArePrintedSo) {
  const std::vector<Json> all = cases("critic_weights");
  EXPECT_EQ(all.size(), 2U);
  for (const Json& one : all) {
    expect_printed(critic_weights(Matrix(one.at("matrix").get<Rows>()).view()), one.at("expected"),
                   one.at("decimals"), one.at("id"));
  }
}

TEST_F(Composite, TopsisScoresArePrintedSo) {
  const std::map<std::string, Normalisation> methods{{"vector", Normalisation::vector},
                                                     {"none", Normalisation::none},
                                                     {"minmax", Normalisation::min_max}};
  const std::vector<Json> all = cases("topsis");
  EXPECT_EQ(all.size(), 4U);
  for (const Json& one : all) {
    const TopsisOptions options{directions_of(one.at("types")),
                                methods.at(one.at("normalisation"))};
    const Topsis result = topsis(Matrix(one.at("matrix").get<Rows>()).view(),
                                 one.at("weights").get<Numbers>(), options);
    expect_printed(result.scores, one.at("expected"), one.at("decimals"), one.at("id"));
    if (one.contains("rank")) {
      EXPECT_EQ(rank_scores(result.scores), one.at("rank").get<std::vector<std::uint32_t>>());
    }
  }
}

TEST_F(Composite, NormalisedTablesArePrintedSo) {
  const std::map<std::string, Normalisation> methods{{"minmax_normalise", Normalisation::min_max},
                                                     {"sum_normalise", Normalisation::sum},
                                                     {"vector_normalise", Normalisation::vector}};
  int compared = 0;
  for (const auto& [name, method] : methods) {
    for (const Json& one : cases(name)) {
      NormaliseOptions options;
      options.method = method;
      options.directions = directions_of(one.at("types"));
      const Matrix scores = normalise(Matrix(one.at("matrix").get<Rows>()).view(), options);
      const Matrix printed(one.at("expected").get<Rows>());
      expect_printed({scores.cells().begin(), scores.cells().end()},
                     {printed.cells().begin(), printed.cells().end()}, one.at("decimals"),
                     one.at("id"));
      ++compared;
    }
  }
  EXPECT_EQ(compared, 4);
}

TEST_F(Composite, GoalpostsArePrintedSo) {
  const std::vector<Json> all = cases("goalposts");
  EXPECT_EQ(all.size(), 6U);
  for (const Json& one : all) {
    NormaliseOptions options;
    options.method = Normalisation::goalposts;
    options.directions = directions_of(Json::array({one.at("direction")}));
    options.goalposts = {{one.at("goalposts")[0], one.at("goalposts")[1]}};
    options.scale.high = one.at("goalposts")[2];
    const Matrix table(Rows{{one.at("x").get<double>()}});
    EXPECT_NEAR(normalise(table.view(), options).at(0, 0), one.at("expected").get<double>(), 1e-15)
        << one.at("id");
  }
}

TEST_F(Composite, DistancesToATargetArePrintedSo) {
  const std::vector<Json> all = cases("distance_to_target");
  EXPECT_EQ(all.size(), 4U);
  for (const Json& one : all) {
    NormaliseOptions options;
    options.method = Normalisation::target;
    options.directions = directions_of(Json::array({one.at("direction")}));
    options.targets = {one.at("target").get<double>()};
    options.beyond = one.at("cap_max").get<bool>() ? Beyond::cap : Beyond::keep;
    const Numbers values = one.at("x");
    const MatrixView table{values.data(), values.size(), 1, 1, 1};
    expect_printed(normalise(table, options).column(0), one.at("expected"), 12, one.at("id"));
  }
}

// The products are printed as decimal logarithms, of the table and the weights over their sums.
TEST_F(Composite, WeightedProductsArePrintedSo) {
  const Json one = cases("weighted_product_log10_score").front();
  NormaliseOptions options;
  options.method = Normalisation::sum;
  const Matrix shares = normalise(Matrix(one.at("matrix").get<Rows>()).view(), options);
  Numbers weights = one.at("weights");
  for (double& weight : weights) weight /= 100;
  Numbers logarithms;
  for (const double score : aggregate(shares.view(), weights, Aggregation::weighted_product)) {
    logarithms.push_back(std::log10(score));
  }
  expect_printed(logarithms, one.at("expected"), one.at("decimals"), one.at("id"));
}

/// A judgement that is written as a number or as `1/3`.
double judgement(const Json& written) {
  if (written.is_number()) return written;
  const std::string text = written;
  const std::size_t stroke = text.find('/');
  if (stroke == std::string::npos) return std::stod(text);
  return std::stod(text.substr(0, stroke)) / std::stod(text.substr(stroke + 1));
}

/// A reciprocal matrix from judgements of pairs.
Matrix of_pairs(const std::vector<std::string>& names, const Json& pairs) {
  std::map<std::string, std::size_t> numbers;
  for (const std::string& name : names) numbers.emplace(name, numbers.size());
  Matrix matrix(names.size(), names.size());
  for (std::size_t i = 0; i < names.size(); ++i) matrix.set(i, i, 1);
  for (const Json& pair : pairs) {
    const std::size_t row = numbers.at(pair[0]);
    const std::size_t column = numbers.at(pair[1]);
    matrix.set(row, column, judgement(pair[2]));
    matrix.set(column, row, 1 / judgement(pair[2]));
  }
  return matrix;
}

/// A reciprocal matrix from its upper triangle, row by row.
Matrix of_triangle(const Json& triangle) {
  std::size_t size = 1;
  while (size * (size - 1) / 2 < triangle.size()) ++size;
  Matrix matrix(size, size);
  std::size_t next = 0;
  for (std::size_t row = 0; row < size; ++row) {
    matrix.set(row, row, 1);
    for (std::size_t column = row + 1; column < size; ++column, ++next) {
      matrix.set(row, column, judgement(triangle[next]));
      matrix.set(column, row, 1 / judgement(triangle[next]));
    }
  }
  return matrix;
}

Numbers reported_weights(const Matrix& matrix) {
  return ahp(matrix.view(), {RandomIndex::saaty_1980, Inconsistent::report}).weights;
}

/// Weights of the alternatives below weighted criteria.
Numbers combined(const Numbers& criteria, const std::vector<Numbers>& below) {
  Numbers weights(below.front().size());
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    for (std::size_t k = 0; k < weights.size(); ++k) weights[k] += criteria[i] * below[i][k];
  }
  return weights;
}

Numbers listed(const Json& by_name, const std::vector<std::string>& names) {
  Numbers values;
  for (const std::string& name : names) values.push_back(by_name.at(name));
  return values;
}

using AhpCases = Composite;

TEST_F(AhpCases, WeightsAndRatiosArePrintedSo) {
  const std::map<std::string, RandomIndex> tables{
      {"saaty2005", RandomIndex::saaty_2005}, {"donegan_dodd1991", RandomIndex::donegan_dodd_1991}};
  int ratios = 0;
  const Json all = json("ahp_cases.json");
  for (const Json& one : all.at("cases")) {
    // An incomplete matrix is not taken; the other has no pairs.
    if (!one.contains("names") || one.contains("optional")) continue;
    const std::vector<std::string> names = one.at("names");
    const Matrix matrix = of_pairs(names, one.at("pairwise"));
    expect_printed(reported_weights(matrix), listed(one.at("expected_weights"), names),
                   one.at("weight_decimals"), one.at("id"));
    for (const auto& [name, printed] : one.at("expected_consistency_ratio").items()) {
      const Ahp result = ahp(matrix.view(), {tables.at(name), Inconsistent::refuse});
      EXPECT_NEAR(result.consistency_ratio, printed[0].get<double>(), printed_error(printed[1]))
          << one.at("id") << " " << name;
      ++ratios;
    }
  }
  EXPECT_EQ(ratios, 5);
}

TEST_F(AhpCases, RandomIndicesArePrintedSo) {
  const std::map<std::string, RandomIndex> tables{
      {"classic_saaty1980", RandomIndex::saaty_1980},
      {"saaty2005", RandomIndex::saaty_2005},
      {"donegan_dodd1991", RandomIndex::donegan_dodd_1991}};
  const Json printed = json("ahp_cases.json").at("random_index");
  int compared = 0;
  for (const auto& [name, table] : tables) {
    for (const auto& [items, index] : printed.at(name).items()) {
      if (std::stoul(items) < 3) continue;
      EXPECT_EQ(random_index_of(std::stoul(items), table), index.get<double>()) << name << items;
      ++compared;
    }
  }
  EXPECT_EQ(compared, 9 + 13 + 13);
}

TEST_F(AhpCases, WholeHierarchiesArePrintedSo) {
  const Json all = json("ahp_cases.json");
  for (const Json& one : all.at("cases")) {
    if (one.at("id") == "ahp.cities") {
      const std::vector<std::string> criteria = one.at("criteria");
      const std::vector<std::string> cities = one.at("alternatives");
      std::vector<Numbers> below;
      for (const std::string& name : criteria) {
        below.push_back(reported_weights(of_pairs(cities, one.at("pairwise").at(name))));
      }
      const Numbers top = reported_weights(of_pairs(criteria, one.at("pairwise").at("criteria")));
      expect_printed(combined(top, below), listed(one.at("expected_weights"), cities), 4, "cities");
    }
    if (one.at("id") == "ahp.car.hierarchy") {
      const Json& given = one.at("hierarchy").at("pairwise_upper_triangle_row_major");
      const auto weights = [&](const char* name) {
        return reported_weights(of_triangle(given.at(name)));
      };
      const Numbers cost =
          combined(weights("Cost (Price,Fuel,Maintenance,Resale)"),
                   {weights("Price"), weights("Fuel"), weights("Maintenance"), weights("Resale")});
      const Numbers capacity =
          combined(weights("Capacity (Cargo,Passenger)"), {weights("Cargo"), weights("Passenger")});
      const std::vector<std::string> cars = one.at("hierarchy").at("alternatives");
      expect_printed(
          combined(weights("Criteria"), {cost, weights("Safety"), weights("Style"), capacity}),
          listed(one.at("expected_weights"), cars), 3, "cars");
    }
  }
}

/// A whole index that another program computed: 51 units, 49 indicators, 63 gaps.
class WholeIndex : public Composite {
 protected:
  using Table = std::map<std::string, test::CsvRow, std::less<>>;

  /// Rows by unit: the files are in different orders.
  [[nodiscard]] Table by_unit(const char* name) const {
    Table rows;
    for (test::CsvRow& row : test::read_csv(*folder_ / "coinr_asem" / name)) {
      rows.emplace(row.at("uCode"), std::move(row));
    }
    return rows;
  }
  static double cell(const std::string& text) {
    return text.empty() || text == "NA" ? gap_cell : std::stod(text);
  }
  void read_structure() {
    std::vector<IndexNode> nodes;
    for (const test::CsvRow& row : test::read_csv(*folder_ / "coinr_asem/structure.csv")) {
      if (row.at("Type") != "Indicator" && row.at("Type") != "Aggregate") continue;
      const std::string parent = row.at("Parent") == "NA" ? "" : row.at("Parent");
      nodes.push_back({row.at("iCode"), parent, std::stod(row.at("Weight"))});
      if (row.at("Type") != "Indicator") continue;
      names_.push_back(row.at("iCode"));
      directions_.push_back(row.at("Direction") == "-1" ? Direction::cost : Direction::benefit);
    }
    structure_.emplace(std::move(nodes));
  }
  void expect_index(const NormaliseOptions& normalised, Aggregation way, const char* scores,
                    const char* aggregates) {
    read_structure();
    const Table raw = by_unit("raw.csv");
    Matrix table(raw.size(), names_.size());
    std::size_t unit = 0;
    std::size_t gaps = 0;
    for (const auto& [code, row] : raw) {
      for (std::size_t column = 0; column < names_.size(); ++column) {
        table.set(unit, column, cell(row.at(names_[column])));
        gaps += is_gap(table.at(unit, column)) ? 1U : 0U;
      }
      ++unit;
    }
    EXPECT_EQ(gaps, 63U);
    CompositeOptions options;
    options.normalise = normalised;
    options.normalise.directions = directions_;
    options.aggregation = {way};
    options.availability = 0;
    const CompositeIndex index = composite_index(table.view(), *structure_, options);
    if (scores != nullptr) expect_table(index.normalised, names_, by_unit(scores));
    expect_table(index.scores, index.aggregates, by_unit(aggregates));
  }
  static void expect_table(const Matrix& computed, const std::vector<std::string>& names,
                           const Table& printed) {
    ASSERT_EQ(printed.size(), computed.rows());
    std::size_t unit = 0;
    for (const auto& [code, row] : printed) {
      for (std::size_t column = 0; column < names.size(); ++column) {
        const double expected = cell(row.at(names[column]));
        const double value = computed.at(unit, column);
        EXPECT_EQ(is_gap(value), is_gap(expected)) << code << " " << names[column];
        if (is_gap(expected)) continue;
        // 15 digits are printed, of the raw values too: narrow ranges make more of their error.
        EXPECT_NEAR(value, expected, 1e-12 * std::max(std::abs(expected), 1.0))
            << code << " " << names[column];
      }
      ++unit;
    }
  }

  std::vector<std::string> names_{};
  std::vector<Direction> directions_{};
  std::optional<IndexStructure> structure_{};
};

TEST_F(WholeIndex, ByMinMaxAndArithmeticMeans) {
  NormaliseOptions options;
  options.scale = {0, 100};
  expect_index(options, Aggregation::arithmetic, "minmax_0_100.csv", "minmax_aggregated_amean.csv");
}

TEST_F(WholeIndex, ByZScoresAndArithmeticMeans) {
  NormaliseOptions options;
  options.method = Normalisation::z_score;
  options.mean = 10;
  options.deviation = 2;
  expect_index(options, Aggregation::arithmetic, "zscore_10_2.csv", "zscore_aggregated_amean.csv");
}

TEST_F(WholeIndex, ByMinMaxAndGeometricMeans) {
  NormaliseOptions options;
  options.scale = {1, 100};
  expect_index(options, Aggregation::geometric, nullptr, "minmax_1_100_aggregated_gmean.csv");
}

}  // namespace
}  // namespace edustat
