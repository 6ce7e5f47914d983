// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/topsis.hpp"

#include "analysis/column_sums.hpp"
#include "analysis/normalise_column.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace edustat {
namespace {

constexpr std::string_view topsis_operation = "topsis";

/// What the values of each column are divided by before they are weighted.
std::vector<double> divisors_of(const detail::StripReader& reader,
                                const detail::ColumnSummary& summary, Normalisation method) {
  const MatrixView& table = reader.view();
  std::vector<double> divisors(table.columns, 1);
  if (method == Normalisation::vector) {
    divisors = detail::sums_of_squares(reader, topsis_operation);
    for (double& divisor : divisors) divisor = std::sqrt(divisor);
  }
  for (std::size_t column = 0; column < table.columns; ++column) {
    const double low = summary.lows[column];
    const double high = summary.highs[column];
    if (method == Normalisation::min_max) divisors[column] = high - low;
    if (method == Normalisation::sum) divisors[column] = std::abs(summary.sums[column]);
    if (method == Normalisation::z_score && low != high) {
      const std::vector<double> values = Matrix(table).column(column);
      divisors[column] = detail::deviation_of(values, detail::mean_of(values),
                                              static_cast<double>(table.rows - 1));
    }
    const bool is_without_range =
        (method == Normalisation::z_score || method == Normalisation::min_max) && low == high;
    if (is_without_range || divisors[column] == 0) {
      detail::refuse_range(topsis_operation, column, low);
    }
  }
  return divisors;
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

/// Roots of the sums of the squares of each row in a strip.
void lengths_of_rows(const std::vector<double>& squares, std::size_t rows, std::size_t columns,
                     double* lengths) {
  for (std::size_t row = 0; row < rows; ++row) lengths[row] = 0;
  for (std::size_t column = 0; column < columns; ++column) {
    for (std::size_t row = 0; row < rows; ++row) lengths[row] += squares[row * columns + column];
  }
  for (std::size_t row = 0; row < rows; ++row) lengths[row] = std::sqrt(lengths[row]);
}

/// Weighted distances of every row from one point.
std::vector<double> distances_from(const MatrixView& table, const std::vector<double>& point,
                                   const std::vector<double>& factors) {
  std::vector<double> targets;
  std::vector<double> repeated;
  for (std::size_t lane = 0; lane < detail::lanes; ++lane) {
    targets.insert(targets.end(), point.begin(), point.end());
    repeated.insert(repeated.end(), factors.begin(), factors.end());
  }
  std::vector<double> squares(targets.size());
  std::vector<double> gathered(targets.size());
  std::vector<double> distances(table.rows);
  const bool is_by_row =
      table.column_step == 1 && table.row_step == static_cast<std::ptrdiff_t>(table.columns);
  for (std::size_t first = 0; first < table.rows; first += detail::lanes) {
    const std::size_t rows = std::min(detail::lanes, table.rows - first);
    const double* cells = table.cells + first * table.columns;
    if (!is_by_row) {
      for (std::size_t column = 0; column < table.columns; ++column) {
        for (std::size_t row = 0; row < rows; ++row) {
          gathered[row * table.columns + column] = table.at(first + row, column);
        }
      }
      cells = gathered.data();
    }
    detail::score_kernel().square_distances({cells, 1, rows * table.columns}, targets.data(),
                                            repeated.data(), squares.data());
    lengths_of_rows(squares, rows, table.columns, distances.data() + first);
  }
  return distances;
}

std::vector<double> factors_of(const std::vector<double>& weights,
                               const std::vector<double>& divisors) {
  std::vector<double> factors;
  for (std::size_t i = 0; i < weights.size(); ++i) factors.push_back(weights[i] / divisors[i]);
  return factors;
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
  const detail::ColumnSummary summary = detail::summarise(reader, topsis_operation);
  const std::vector<double> factors =
      factors_of(weights, divisors_of(reader, summary, options.normalisation));
  Topsis result{{}, {}, {}, summary.highs, summary.lows};
  for (std::size_t column = 0; column < table.columns; ++column) {
    if (detail::direction_of(options.directions, column) == Direction::cost) {
      std::swap(result.ideal[column], result.anti_ideal[column]);
    }
  }
  result.to_ideal = distances_from(reader.view(), result.ideal, factors);
  result.to_anti_ideal = distances_from(reader.view(), result.anti_ideal, factors);
  result.scores.reserve(table.rows);
  for (std::size_t row = 0; row < table.rows; ++row) {
    const double both = result.to_ideal[row] + result.to_anti_ideal[row];
    result.scores.push_back(both > 0 ? result.to_anti_ideal[row] / both : gap_cell);
  }
  return result;
}

std::vector<std::uint32_t> rank_scores(std::span<const double> scores, RankOptions::Ties ties) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!is_gap(scores[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return scores[left] > scores[right];
  });
  constexpr double margin = 1e-12;
  std::vector<std::uint32_t> ranks(scores.size());
  std::size_t distinct = 0;
  for (std::size_t first = 0; first < order.size();) {
    const double top = scores[order[first]];
    std::size_t last = first;
    const auto is_tied = [&](double score) {
      return top == score || top - score <= margin * std::max(std::abs(top), std::abs(score));
    };
    while (last < order.size() && is_tied(scores[order[last]])) ++last;
    ++distinct;
    const std::size_t rank = ties == RankOptions::Ties::lowest    ? first + 1
                             : ties == RankOptions::Ties::highest ? last
                                                                  : distinct;
    for (; first < last; ++first) ranks[order[first]] = static_cast<std::uint32_t>(rank);
  }
  return ranks;
}

}  // namespace edustat
