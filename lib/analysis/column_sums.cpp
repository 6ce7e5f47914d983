// SPDX-License-Identifier: Apache-2.0
#include "analysis/column_sums.hpp"

#include "edustat/error/error.hpp"

#include "panel/crew.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace edustat::detail {
namespace {

/// Strips between two additions to the long sums.
constexpr std::size_t block_strips = 64;
/// Rows that one thread takes at a time: whole blocks.
constexpr std::size_t piece_rows = 16 * block_strips * lanes;

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
  refuse_size(operation);
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

std::size_t StripReader::pieces() const noexcept {
  return (view_.rows + piece_rows - 1) / piece_rows;
}

std::vector<double> StripReader::sums_of_piece(const Add& add, std::size_t piece) const {
  const std::size_t start = piece * piece_rows;
  const std::size_t rows = std::min(piece_rows, view_.rows - start);
  const std::size_t strips = rows / lanes;
  const std::size_t rest = rows % lanes;
  const std::size_t together = columns_together();
  const std::size_t width = lanes * together;
  std::vector<LongSum> totals(view_.columns);
  std::vector<double> block(width);
  const auto add_block = [&](const Strips& cells, std::size_t first) {
    std::fill(block.begin(), block.end(), 0.0);
    add(cells, first, piece, block.data());
    for (std::size_t column = 0; column < together; ++column) {
      std::array<double, lanes> lane{};
      for (std::size_t i = 0; i < lanes; ++i) lane[i] = block[i * together + column];
      totals[first + column].add(sum_of_lanes(lane));
    }
  };
  for (std::size_t first = 0; first < view_.columns; first += together) {
    const double* cells = view_.cells + start * together +
                          (is_by_row_ ? 0 : static_cast<std::ptrdiff_t>(first) * view_.column_step);
    for (std::size_t strip = 0; strip < strips; strip += block_strips) {
      add_block({cells + strip * width, std::min(block_strips, strips - strip), width}, first);
    }
    if (rest != 0) add_block({cells + strips * width, 1, rest * together}, first);
  }
  std::vector<double> sums;
  for (const LongSum& total : totals) sums.push_back(total.value());
  return sums;
}

std::vector<double> StripReader::sums(const Add& add, const Work& work) const {
  std::vector<std::vector<double>> parts(pieces());
  Crew(work, parts.size()).run_pieces(parts.size(), [&](std::size_t piece, unsigned) {
    parts[piece] = sums_of_piece(add, piece);
  });
  std::vector<double> result;
  for (std::size_t column = 0; column < view_.columns; ++column) {
    LongSum total;
    for (const std::vector<double>& part : parts) total.add(part[column]);
    result.push_back(total.value());
  }
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

ColumnSummary summarise(const StripReader& reader, std::string_view operation, Squares squares,
                        const Work& work) {
  const std::size_t columns = reader.view().columns;
  const std::size_t together = reader.columns_together();
  constexpr double infinity = std::numeric_limits<double>::infinity();
  // By piece, so that none waits for another.
  std::vector<std::vector<double>> lows(reader.pieces(), std::vector(lanes * columns, infinity));
  std::vector<std::vector<double>> highs(reader.pieces(), std::vector(lanes * columns, -infinity));
  std::vector<std::vector<LongSum>> squared(reader.pieces(), std::vector<LongSum>(columns));
  const auto add = [&](const Strips& cells, std::size_t first, std::size_t piece, double* sums) {
    double* const low = lows[piece].data() + reader.place_of(first);
    double* const high = highs[piece].data() + reader.place_of(first);
    if (squares == Squares::left_out) {
      score_kernel().summarise(cells, sums, low, high);
      return;
    }
    std::vector<double> block(cells.width);
    score_kernel().summarise_squares(cells, sums, low, high, block.data());
    for (std::size_t i = 0; i < block.size(); ++i)
      squared[piece][first + i % together].add(block[i]);
  };
  ColumnSummary summary{
      reader.sums(add, work), std::vector(columns, infinity), std::vector(columns, -infinity), {}};
  require_finite(summary.sums, reader, operation);
  for (std::size_t piece = 0; piece < lows.size(); ++piece) {
    for (std::size_t i = 0; i < lanes * columns; ++i) {
      const std::size_t column = together == 1 ? i / lanes : i % columns;
      summary.lows[column] = std::min(summary.lows[column], lows[piece][i]);
      summary.highs[column] = std::max(summary.highs[column], highs[piece][i]);
    }
  }
  for (std::size_t column = 0; squares == Squares::summed && column < columns; ++column) {
    LongSum total;
    for (const std::vector<LongSum>& piece : squared) total.add(piece[column].value());
    summary.squares.push_back(total.value());
  }
  require_finite(summary.squares, reader, operation);
  return summary;
}

void refuse_cell(std::string_view operation, const MatrixView& view, std::size_t row,
                 std::size_t column, std::string expected) {
  throw StructureError(
      Fault{ErrorCode::score_cell_refused,
            {std::string(operation), text_of(view.at(row, column)), std::to_string(row + 1),
             std::to_string(column + 1), std::move(expected)}});
}

void refuse_equal(std::string_view operation, std::size_t column, double value) {
  throw StructureError(Fault{ErrorCode::no_differences,
                             {std::string(operation), std::to_string(column + 1), text_of(value)}});
}

void refuse_size(std::string_view operation) {
  // Squares and products of two such numbers are doubles of full precision.
  throw LimitError(Fault{ErrorCode::beyond_range, {std::string(operation), "1e-150", "1e150"}});
}

void require_size(std::string_view operation, double value) {
  if (!std::isfinite(value)) refuse_size(operation);
}

int exponent_of_largest(const std::vector<double>& numbers) {
  double largest = 0;
  for (const double number : numbers) largest = std::max(largest, number);
  return largest > 0 && std::isfinite(largest) ? std::ilogb(largest) : 0;
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
  double largest = 0;
  for (const double weight : weights) {
    if (!std::isfinite(weight) || weight < 0) {
      refuse_option("a weight", text_of(weight), "a finite number not below 0");
    }
    largest = std::max(largest, weight);
  }
  if (!(largest > 0)) refuse_option("the sum of the weights", "0", "above 0");
  constexpr double least_share = 1e-150;
  for (const double weight : weights) {
    if (weight > 0 && weight / largest < least_share) {
      refuse_option("a weight", text_of(weight), "0 or at least 1e-150 of the largest");
    }
  }
}

}  // namespace edustat::detail
