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

/// What the values of each column are divided by before they are weighted.
std::vector<double> divisors_of(const detail::StripReader& reader,
                                const detail::ColumnSummary& summary, Normalisation method) {
  const MatrixView& table = reader.view();
  std::vector<double> divisors(table.columns, 1);
  if (method == Normalisation::vector) {
    divisors = summary.squares;
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
  const auto squares = options.normalisation == Normalisation::vector ? detail::Squares::summed
                                                                      : detail::Squares::left_out;
  const detail::ColumnSummary summary =
      detail::summarise(reader, topsis_operation, squares, options.work);
  const std::vector<double> factors =
      factors_of(weights, divisors_of(reader, summary, options.normalisation));
  Topsis result{{}, {}, {}, summary.highs, summary.lows};
  for (std::size_t column = 0; column < table.columns; ++column) {
    if (detail::direction_of(options.directions, column) == Direction::cost) {
      std::swap(result.ideal[column], result.anti_ideal[column]);
    }
  }
  measure_distances(reader.view(), factors, options.work, result);
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
