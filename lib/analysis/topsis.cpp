// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/topsis.hpp"

#include "analysis/column_sums.hpp"
#include "analysis/normalise_column.hpp"
#include "panel/crew.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace edustat {
namespace {

constexpr std::string_view topsis_operation = "topsis";

double deviation_of_column(const MatrixView& table, std::size_t column) {
  std::vector<double> values;
  for (std::size_t row = 0; row < table.rows; ++row) values.push_back(table.at(row, column));
  return detail::deviation_of(values, detail::mean_of(values), static_cast<double>(table.rows - 1));
}

/// The length of a column, whose squares must not be lost below a double.
double length_of(double squares) {
  constexpr double least_squares = 1e-301;
  if (squares < least_squares) detail::refuse_size(topsis_operation);
  return std::sqrt(squares);
}

/// What the values of a column are divided by before they are weighted.
double divisor_of(const MatrixView& table, const detail::ColumnSummary& summary, std::size_t column,
                  Normalisation method) {
  const double low = summary.lows[column];
  const double high = summary.highs[column];
  const bool is_by_range = method == Normalisation::z_score || method == Normalisation::min_max;
  const bool is_zero = low == 0 && high == 0 && method != Normalisation::none;
  if (is_zero || (is_by_range && low == high)) {
    detail::refuse_equal(topsis_operation, column, low);
  }
  if (method == Normalisation::vector) return length_of(summary.squares[column]);
  if (method == Normalisation::min_max) return high - low;
  if (method == Normalisation::z_score) return deviation_of_column(table, column);
  if (method == Normalisation::none) return 1;
  const double sum = std::abs(summary.sums[column]);
  if (sum == 0) {
    detail::refuse_option("the sum of column " + std::to_string(column + 1), "0",
                          "another number where columns are divided by it");
  }
  return sum;
}

void require_method(Normalisation method) {
  for (const Normalisation known :
       {Normalisation::none, Normalisation::min_max, Normalisation::z_score, Normalisation::vector,
        Normalisation::sum}) {
    if (method == known) return;
  }
  detail::refuse_option("the normalisation of topsis", std::string(name_of(method)),
                        "vector, min_max, sum, z_score or none");
}

/// A list with zeros behind it, to whole lanes.
std::vector<double> padded(std::vector<double> list) {
  list.resize((list.size() + detail::lanes - 1) / detail::lanes * detail::lanes);
  return list;
}

/// The rows one behind the other, each padded to `width`.
std::vector<double> padded_rows(const MatrixView& table, std::size_t width) {
  std::vector<double> cells(table.rows * width);
  for (std::size_t row = 0; row < table.rows; ++row) {
    for (std::size_t column = 0; column < table.columns; ++column) {
      cells[row * width + column] = table.at(row, column);
    }
  }
  return cells;
}

/// Weighted distances of every row from the ideal and the anti-ideal.
void measure_distances(const MatrixView& table, const std::vector<double>& factors,
                       const Work& work, Topsis& result) {
  const std::vector<double> ideal = padded(result.ideal);
  const std::vector<double> anti_ideal = padded(result.anti_ideal);
  const std::vector<double> scales = padded(factors);
  const bool is_by_row =
      table.column_step == 1 && table.row_step == static_cast<std::ptrdiff_t>(table.columns);
  result.to_ideal.resize(table.rows);
  result.to_anti_ideal.resize(table.rows);
  constexpr std::size_t together = 4096;
  const std::size_t pieces = (table.rows + together - 1) / together;
  detail::Crew(work, pieces).run_pieces(pieces, [&](std::size_t piece, unsigned) {
    const std::size_t first = piece * together;
    MatrixView part = table;
    part.rows = std::min(together, table.rows - first);
    part.cells += static_cast<std::ptrdiff_t>(first) * table.row_step;
    // Whole lanes of a row are read, up to seven cells of those behind it.
    const bool is_read_in_place = is_by_row && first + part.rows + detail::lanes <= table.rows;
    const std::vector<double> copy =
        is_read_in_place ? std::vector<double>() : padded_rows(part, scales.size());
    const detail::PointPair points{ideal.data(), anti_ideal.data(), scales.data(), scales.size(),
                                   is_read_in_place ? table.columns : scales.size()};
    detail::score_kernel().distances(points, is_read_in_place ? part.cells : copy.data(), part.rows,
                                     result.to_ideal.data() + first,
                                     result.to_anti_ideal.data() + first);
  });
}

/// What the values of each column are multiplied with, times a power of two that brings the largest
/// distance near to 1: so no square of one overflows or is lost.
struct Factors {
  std::vector<double> values{};
  double unit = 1;  ///< a distance of 1 as it is without the power
};

Factors factors_of(const MatrixView& table, const detail::ColumnSummary& summary,
                   const std::vector<double>& weights, Normalisation method) {
  const int heaviest = detail::exponent_of_largest(weights);
  Factors factors;
  std::vector<double> distances;
  for (std::size_t column = 0; column < weights.size(); ++column) {
    const double divisor = divisor_of(table, summary, column, method);
    detail::require_size(topsis_operation, divisor);
    factors.values.push_back(std::ldexp(weights[column], -heaviest) / divisor);
    const double half = summary.highs[column] / 2 - summary.lows[column] / 2;
    distances.push_back(half * factors.values.back());
  }
  const int widest = detail::exponent_of_largest(distances);
  for (double& factor : factors.values) factor = std::ldexp(factor, -widest);
  factors.unit = std::ldexp(1.0, heaviest + widest);
  if (!std::isnormal(factors.unit)) detail::refuse_size(topsis_operation);
  return factors;
}

/// Whether no column with a weight has differences.
bool are_equal(const detail::ColumnSummary& summary, const std::vector<double>& weights) {
  for (std::size_t column = 0; column < weights.size(); ++column) {
    if (weights[column] > 0 && summary.lows[column] != summary.highs[column]) return false;
  }
  return true;
}

/// The scores of distances, which then get their unit; gaps where all units are equal.
std::vector<double> closeness(Topsis& result, double unit, const detail::ColumnSummary& summary,
                              const std::vector<double>& weights) {
  const bool is_flat = are_equal(summary, weights);
  std::vector<double> scores;
  scores.reserve(result.to_ideal.size());
  bool is_finite = true;
  for (std::size_t row = 0; row < result.to_ideal.size(); ++row) {
    double& to_ideal = result.to_ideal[row];
    double& to_anti_ideal = result.to_anti_ideal[row];
    const double score = to_anti_ideal / (to_ideal + to_anti_ideal);
    scores.push_back(is_flat ? gap_cell : score);
    to_ideal *= unit;
    to_anti_ideal *= unit;
    is_finite =
        is_finite && std::isfinite(to_ideal + to_anti_ideal) && (is_flat || std::isfinite(score));
  }
  if (!is_finite) detail::refuse_size(topsis_operation);
  return scores;
}

}  // namespace

Topsis topsis(const MatrixView& table, const std::vector<double>& weights,
              const TopsisOptions& options) {
  require_method(options.normalisation);
  detail::require_weights(weights, table.columns);
  if (!options.directions.empty()) {
    detail::require_count("directions", options.directions.size(), table.columns);
  }
  if (table.rows == 0) detail::require_count("rows", 0, 1);
  const detail::StripReader reader(table);
  const auto squares = options.normalisation == Normalisation::vector ? detail::Squares::summed
                                                                      : detail::Squares::left_out;
  const detail::ColumnSummary summary =
      detail::summarise(reader, topsis_operation, squares, options.work);
  const Factors factors = factors_of(reader.view(), summary, weights, options.normalisation);
  Topsis result{{}, {}, {}, summary.highs, summary.lows};
  for (std::size_t column = 0; column < table.columns; ++column) {
    if (detail::direction_of(options.directions, column) == Direction::cost) {
      std::swap(result.ideal[column], result.anti_ideal[column]);
    }
  }
  measure_distances(reader.view(), factors.values, options.work, result);
  result.scores = closeness(result, factors.unit, summary, weights);
  return result;
}

std::vector<std::uint32_t> rank_scores(std::span<const double> scores, RankOptions::Ties ties,
                                       std::span<const double> sizes) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!is_gap(scores[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return scores[left] > scores[right];
  });
  constexpr double margin = 1e-12;
  const auto size_of = [&](std::size_t unit) {
    return sizes.empty() ? std::abs(scores[unit]) : sizes[unit];
  };
  std::vector<std::uint32_t> ranks(scores.size());
  std::size_t distinct = 0;
  for (std::size_t first = 0; first < order.size();) {
    const std::size_t top = order[first];
    std::size_t last = first;
    const auto is_tied = [&](std::size_t unit) {
      const double difference = scores[top] - scores[unit];
      return difference == 0 || difference <= margin * std::max(size_of(top), size_of(unit));
    };
    while (last < order.size() && is_tied(order[last])) ++last;
    ++distinct;
    const std::size_t rank = ties == RankOptions::Ties::lowest    ? first + 1
                             : ties == RankOptions::Ties::highest ? last
                                                                  : distinct;
    for (; first < last; ++first) ranks[order[first]] = static_cast<std::uint32_t>(rank);
  }
  return ranks;
}

}  // namespace edustat
