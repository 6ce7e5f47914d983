// SPDX-License-Identifier: Apache-2.0
#include "analysis/column_sums.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace edustat::detail {
namespace {

/// Rows between two additions to the long sums: a block of 30 columns stays in the nearest caches.
constexpr std::size_t block_strips = 64;

/// A sum of eight lanes in an order that never changes.
double sum_of_lanes(const std::array<double, lanes>& lane) {
  return ((lane[0] + lane[1]) + (lane[2] + lane[3])) + ((lane[4] + lane[5]) + (lane[6] + lane[7]));
}

bool lies_by_row(const MatrixView& view) {
  return view.column_step == 1 && view.row_step == static_cast<std::ptrdiff_t>(view.columns);
}

bool lies_by_column(const MatrixView& view) {
  return view.row_step == 1;
}

bool is_copied(const MatrixView& view) {
  return !lies_by_row(view) && !lies_by_column(view);
}

/// Refuses the first cell that is no finite number.
void refuse_not_finite(const MatrixView& view, std::string_view operation) {
  for (std::size_t row = 0; row < view.rows; ++row) {
    for (std::size_t column = 0; column < view.columns; ++column) {
      const double value = view.at(row, column);
      if (is_gap(value)) {
        throw StructureError(
            Fault{ErrorCode::gap_in_scores,
                  {std::string(operation), std::to_string(row + 1), std::to_string(column + 1)}});
      }
      if (std::isinf(value)) refuse_cell(operation, view, row, column, "a finite number");
    }
  }
  throw LimitError(Fault{ErrorCode::number_too_large, {std::string(operation), "1e150"}});
}

void require_finite(const std::vector<double>& sums, const StripReader& reader,
                    std::string_view operation) {
  const auto is_finite = [](double sum) { return std::isfinite(sum); };
  if (!std::all_of(sums.begin(), sums.end(), is_finite)) {
    refuse_not_finite(reader.view(), operation);
  }
}

}  // namespace

std::string text_of(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

void LongSum::add(double term) noexcept {
  const double sum = sum_ + term;
  lost_ += std::abs(sum_) >= std::abs(term) ? (sum_ - sum) + term : (term - sum) + sum_;
  sum_ = sum;
}

StripReader::StripReader(const MatrixView& view)
    : copy_(is_copied(view) ? Matrix(view) : Matrix(0, 0)),
      view_(is_copied(view) ? copy_.view() : view),
      is_by_row_(lies_by_row(view_)) {}

void StripReader::each_block(
    const std::function<void(const Strips&, std::size_t, std::size_t)>& body) const {
  const std::size_t strips = view_.rows / lanes;
  const std::size_t rest = view_.rows % lanes;
  const std::size_t together = is_by_row_ ? view_.columns : 1;
  for (std::size_t first = 0; first < view_.columns; first += together) {
    const double* cells =
        view_.cells + (is_by_row_ ? 0 : static_cast<std::ptrdiff_t>(first) * view_.column_step);
    const std::size_t width = lanes * together;
    for (std::size_t strip = 0; strip < strips; strip += block_strips) {
      body({cells + strip * width, std::min(block_strips, strips - strip), width}, together, first);
    }
    if (rest != 0) body({cells + strips * width, 1, rest * together}, together, first);
  }
}

std::vector<double> StripReader::sums(
    const std::function<void(const Strips&, std::size_t, double*)>& add) const {
  std::vector<LongSum> totals(view_.columns);
  std::vector<double> block(lanes * (is_by_row_ ? view_.columns : 1));
  each_block([&](const Strips& cells, std::size_t columns, std::size_t first) {
    std::fill(block.begin(), block.end(), 0.0);
    add(cells, first, block.data());
    for (std::size_t column = 0; column < columns; ++column) {
      std::array<double, lanes> lane{};
      for (std::size_t i = 0; i < lanes; ++i) lane[i] = block[i * columns + column];
      totals[first + column].add(sum_of_lanes(lane));
    }
  });
  std::vector<double> result;
  for (const LongSum& total : totals) result.push_back(total.value());
  return result;
}

std::vector<double> StripReader::repeated(const std::vector<double>& by_column) const {
  std::vector<double> all;
  all.reserve(lanes * by_column.size());
  if (is_by_row_) {
    for (std::size_t i = 0; i < lanes; ++i) {
      all.insert(all.end(), by_column.begin(), by_column.end());
    }
  } else {
    for (const double value : by_column) all.insert(all.end(), lanes, value);
  }
  return all;
}

ColumnSummary summarise(const StripReader& reader, std::string_view operation) {
  const std::size_t columns = reader.view().columns;
  constexpr double infinity = std::numeric_limits<double>::infinity();
  ColumnSummary summary{{}, std::vector(columns, infinity), std::vector(columns, -infinity)};
  std::vector<double> lows = reader.repeated(summary.lows);
  std::vector<double> highs = reader.repeated(summary.highs);
  summary.sums = reader.sums([&](const Strips& cells, std::size_t first, double* sums) {
    const std::size_t place = reader.place_of(first);
    score_kernel().summarise(cells, sums, lows.data() + place, highs.data() + place);
  });
  require_finite(summary.sums, reader, operation);
  const bool is_wide = reader.place_of(1) == 0;
  for (std::size_t i = 0; i < lows.size(); ++i) {
    const std::size_t column = is_wide ? i % columns : i / lanes;
    summary.lows[column] = std::min(summary.lows[column], lows[i]);
    summary.highs[column] = std::max(summary.highs[column], highs[i]);
  }
  return summary;
}

std::vector<double> sums_of_squares(const StripReader& reader, std::string_view operation) {
  std::vector<double> sums = reader.sums([](const Strips& cells, std::size_t, double* block) {
    score_kernel().add_squares(cells, block);
  });
  require_finite(sums, reader, operation);
  return sums;
}

void refuse_cell(std::string_view operation, const MatrixView& view, std::size_t row,
                 std::size_t column, std::string expected) {
  throw StructureError(
      Fault{ErrorCode::score_cell_refused,
            {std::string(operation), text_of(view.at(row, column)), std::to_string(row + 1),
             std::to_string(column + 1), std::move(expected)}});
}

void refuse_range(std::string_view operation, std::size_t column, double value) {
  throw StructureError(Fault{ErrorCode::zero_range,
                             {std::string(operation), std::to_string(column + 1), text_of(value)}});
}

void require_count(std::string_view what, std::size_t given, std::size_t expected) {
  if (given == expected) return;
  throw StructureError(Fault{ErrorCode::wrong_count,
                             {std::string(what), std::to_string(given), std::to_string(expected)}});
}

void refuse_option(std::string_view option, std::string value, std::string expected) {
  throw StructureError(Fault{ErrorCode::score_option_refused,
                             {std::string(option), std::move(value), std::move(expected)}});
}

void require_weights(const std::vector<double>& weights, std::size_t columns) {
  require_count("weights", weights.size(), columns);
  double sum = 0;
  for (const double weight : weights) {
    if (!std::isfinite(weight) || weight < 0) {
      refuse_option("a weight", text_of(weight), "a finite number not below 0");
    }
    sum += weight;
  }
  if (!(sum > 0)) refuse_option("the sum of the weights", text_of(sum), "above 0");
}

}  // namespace edustat::detail
