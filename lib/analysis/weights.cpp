// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/weights.hpp"

#include "edustat/error/error.hpp"

#include "analysis/column_sums.hpp"
#include "analysis/correlation.hpp"
#include "analysis/normalise_column.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace edustat {
namespace {

/// Parts of their sum. @throws StructureError (no_weights) where all are 0, LimitError
std::vector<double> shares_of(std::vector<double> parts, std::string_view operation) {
  const int exponent = detail::exponent_of_largest(parts);
  detail::LongSum sum;
  for (double& part : parts) {
    detail::require_size(operation, part);
    part = std::ldexp(part, -exponent);
    sum.add(part);
  }
  if (!(sum.value() > 0)) {
    throw StructureError(Fault{ErrorCode::no_weights, {std::string(operation)}});
  }
  for (double& part : parts) part /= sum.value();
  return parts;
}

void require_shape(const MatrixView& table) {
  if (table.columns == 0) detail::require_count("columns", 0, 1);
  if (table.rows < 2) detail::require_count("rows", table.rows, 2);
}

/// Refuses the first cell below 0.
void refuse_cells_below_zero(const MatrixView& table, std::string_view operation) {
  for (std::size_t row = 0; row < table.rows; ++row) {
    for (std::size_t column = 0; column < table.columns; ++column) {
      if (table.at(row, column) < 0) {
        detail::refuse_cell(operation, table, row, column, "a number not below 0");
      }
    }
  }
}

/// Means of some rows, evenly spread; nothing where they are few or one is not above 0.
std::optional<std::vector<double>> sampled_means(const MatrixView& table) {
  constexpr std::size_t sample = 1024;
  constexpr std::size_t least_rows = 4 * sample;
  if (table.rows < least_rows) return std::nullopt;
  const std::size_t step = table.rows / sample;
  std::vector<double> means(table.columns);
  for (std::size_t row = 0; row < sample; ++row) {
    for (std::size_t column = 0; column < table.columns; ++column) {
      means[column] += table.at(row * step, column) / sample;
    }
  }
  const auto is_positive = [](double mean) { return std::isfinite(mean) && mean > 0; };
  if (!std::all_of(means.begin(), means.end(), is_positive)) return std::nullopt;
  return means;
}

/// 1 less the entropies, all times ln m, in one reading of a large table.
///
/// Divergences are summed from sampled means c, and the true mean, r c, is known at the end: the
/// sum from it is (sum from c - m (r ln r - r + 1)) / r. Nothing where a column makes that a
/// difference of near numbers, or has cells that must be refused: then it is read twice.
std::optional<std::vector<double>> divergences_at_once(const detail::StripReader& reader,
                                                       const Work& work) {
  const MatrixView& table = reader.view();
  const auto means = sampled_means(table);
  if (!means) return std::nullopt;
  std::vector<double> inverses;
  for (const double mean : *means) inverses.push_back(1 / mean);
  const std::vector<double> centres = reader.repeated(*means);
  const std::vector<double> factors = reader.repeated(inverses);
  std::vector<std::vector<double>> lows(reader.pieces(), std::vector<double>(centres.size()));
  std::vector<std::vector<detail::LongSum>> sums(reader.pieces(),
                                                 std::vector<detail::LongSum>(table.columns));
  const auto add = [&](const detail::Strips& cells, std::size_t first, std::size_t piece,
                       double* divergences) {
    const std::size_t place = reader.place_of(first);
    std::vector<double> block(cells.width);
    detail::score_kernel().summarise_divergences(
        {centres.data() + place, factors.data() + place, divergences, block.data(),
         lows[piece].data() + place},
        cells);
    for (std::size_t i = 0; i < block.size(); ++i) {
      sums[piece][first + i % reader.columns_together()].add(block[i]);
    }
  };
  std::vector<double> divergences = reader.sums(add, work);
  // They begin at 0, so that only what lies below it shows.
  for (const std::vector<double>& piece : lows) {
    if (*std::min_element(piece.begin(), piece.end()) < 0) return std::nullopt;
  }
  const double rows = static_cast<double>(table.rows);
  for (std::size_t column = 0; column < table.columns; ++column) {
    detail::LongSum sum;
    for (const auto& piece : sums) sum.add(piece[column].value());
    const double mean = sum.value() / rows;
    double moved = 0;
    detail::score_kernel().add_divergences({&mean, 1, 1}, &(*means)[column], &inverses[column],
                                           &moved);
    const double found = divergences[column] / rows;
    // With these the difference keeps all but four bits, and the rounding of the mean is no part.
    if (!(found >= 0x1p-10) || !(moved <= found / 16)) return std::nullopt;
    divergences[column] = (found - moved) / (mean * inverses[column]);
  }
  return divergences;
}

/// What the rounding of the mean adds to a divergence: m times half the square of how far off it
/// is. The terms of a nearly constant column are not much larger than that.
double part_of_rounding(const MatrixView& table, std::size_t column, double mean,
                        double divergence) {
  const double rows = static_cast<double>(table.rows);
  if (divergence > rows * 0x1p-50) return 0;
  detail::LongSum rest;
  for (std::size_t row = 0; row < table.rows; ++row) rest.add(table.at(row, column) - mean);
  const double off = rest.value() / rows / mean;
  return rows * off * off / 2;
}

}  // namespace

std::vector<double> equal_weights(std::size_t columns) {
  if (columns == 0) detail::refuse_option("the number of indicators", "0", "at least 1");
  return std::vector(columns, 1.0 / static_cast<double>(columns));
}

std::vector<double> entropy_weights(const MatrixView& table, const Work& work) {
  constexpr std::string_view operation = "entropy_weights";
  require_shape(table);
  const detail::StripReader reader(table);
  if (auto divergences = divergences_at_once(reader, work)) {
    return shares_of(*std::move(divergences), operation);
  }
  const detail::ColumnSummary summary =
      detail::summarise(reader, operation, detail::Squares::left_out, work);
  std::vector<double> means;
  std::vector<double> inverses;
  for (std::size_t column = 0; column < table.columns; ++column) {
    if (summary.lows[column] < 0) refuse_cells_below_zero(table, operation);
    const double mean = summary.sums[column] / static_cast<double>(table.rows);
    // A column of zeros has no differences: its divergence becomes 0 below.
    means.push_back(mean == 0 ? 1 : mean);
    inverses.push_back(1 / means.back());
  }
  const std::vector<double> centres = reader.repeated(means);
  const std::vector<double> factors = reader.repeated(inverses);
  const auto add = [&](const detail::Strips& cells, std::size_t first, std::size_t, double* sums) {
    const std::size_t place = reader.place_of(first);
    detail::score_kernel().add_divergences(cells, centres.data() + place, factors.data() + place,
                                           sums);
  };
  std::vector<double> divergences = reader.sums(add, work);
  for (std::size_t column = 0; column < table.columns; ++column) {
    // Its terms would be those of the rounded mean alone.
    if (summary.lows[column] == summary.highs[column]) {
      divergences[column] = 0;
    } else {
      divergences[column] -= part_of_rounding(table, column, means[column], divergences[column]);
    }
  }
  // Every column is divided by the same m ln m.
  return shares_of(std::move(divergences), operation);
}

std::vector<double> deviation_weights(const MatrixView& table) {
  constexpr std::string_view operation = "deviation_weights";
  require_shape(table);
  static_cast<void>(detail::summarise(detail::StripReader(table), operation));
  const Matrix copy(table);
  std::vector<double> deviations;
  for (std::size_t column = 0; column < table.columns; ++column) {
    const std::vector<double> values = copy.column(column);
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    deviations.push_back(*low == *high ? 0
                                       : detail::deviation_of(values, detail::mean_of(values),
                                                              static_cast<double>(table.rows)));
  }
  return shares_of(std::move(deviations), operation);
}

std::vector<double> critic_weights(const MatrixView& table,
                                   const std::vector<Direction>& directions) {
  constexpr std::string_view operation = "critic_weights";
  require_shape(table);
  const detail::ColumnSummary summary = detail::summarise(detail::StripReader(table), operation);
  for (std::size_t column = 0; column < table.columns; ++column) {
    if (summary.lows[column] == summary.highs[column]) {
      detail::refuse_equal(operation, column, summary.lows[column]);
    }
  }
  NormaliseOptions options;
  options.directions = directions;
  const detail::Correlations found = detail::correlations_of(normalise(table, options));
  // What is left of 1 - r where a column repeats another.
  constexpr double rounding = 1e-14;
  std::vector<double> contents;
  for (std::size_t column = 0; column < table.columns; ++column) {
    double conflict = 0;
    for (std::size_t other = 0; other < table.columns; ++other) {
      const double apart = 1 - found.coefficients.at(column, other);
      if (other != column && apart > rounding) conflict += apart;
    }
    contents.push_back(found.deviations[column] * conflict);
  }
  if (table.columns == 1) return {1.0};
  return shares_of(std::move(contents), operation);
}

}  // namespace edustat
