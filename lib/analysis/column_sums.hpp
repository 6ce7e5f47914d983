// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/matrix.hpp"
#include "edustat/panel/progress.hpp"

#include "analysis/score_kernel.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// The shortest text that reads back as the number, for messages.
[[nodiscard]] std::string text_of(double value);

/// A sum that keeps what each addition loses: within a unit of the last place of the sum of
/// absolute terms, for any number of terms.
/// Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen",
/// ZAMM 54 (1974).
class LongSum {
 public:
  void add(double term) noexcept;
  [[nodiscard]] double value() const noexcept { return sum_ + lost_; }

 private:
  double sum_ = 0;
  double lost_ = 0;
};

/// A matrix whose rows, or whose columns, lie side by side, so that it is read in strips.
class StripReader {
 public:
  /// The view where it lies so, else a copy of it.
  explicit StripReader(const MatrixView& view);

  /// What is read.
  [[nodiscard]] const MatrixView& view() const noexcept { return view_; }
  /// Parts of the rows that are summed apart, and can be at the same time.
  [[nodiscard]] std::size_t pieces() const noexcept;
  /// Adds cells of `piece`, which begin with column `first`, to sums of their width.
  using Add =
      std::function<void(const Strips& cells, std::size_t first, std::size_t piece, double* sums)>;
  /// The sums over all rows, by column. The same bytes for any number of threads.
  /// @throws Cancelled
  [[nodiscard]] std::vector<double> sums(const Add& add, const Work& work) const;
  /// Columns that stand in one strip: all, or one.
  [[nodiscard]] std::size_t columns_together() const noexcept {
    return is_by_row_ ? view_.columns : 1;
  }
  /// Numbers by column, repeated for every lane of a strip as it is read; for column `first`.
  [[nodiscard]] std::vector<double> repeated(const std::vector<double>& by_column) const;
  /// Where the numbers of column `first` begin in what repeated() gives.
  [[nodiscard]] std::size_t place_of(std::size_t first) const noexcept {
    return is_by_row_ ? 0 : first * lanes;
  }

 private:
  [[nodiscard]] std::vector<double> sums_of_piece(const Add& add, std::size_t piece) const;

  Matrix copy_;
  MatrixView view_;
  bool is_by_row_;
};

/// Whether squares are summed too.
enum class Squares : std::uint8_t { left_out, summed };

/// Sum and extremes of each column.
struct ColumnSummary {
  std::vector<double> sums;
  std::vector<double> lows;
  std::vector<double> highs;
  std::vector<double> squares;  ///< sums of squares, where asked for
};

/// @throws StructureError (gap_in_scores, score_cell_refused for an infinite cell), LimitError
/// (beyond_range) where a sum overflows; `operation` is named in the message
[[nodiscard]] ColumnSummary summarise(const StripReader& reader, std::string_view operation,
                                      Squares squares = Squares::left_out, const Work& work = {});

/// Refuses a cell with what is expected instead. @throws StructureError (score_cell_refused)
[[noreturn]] void refuse_cell(std::string_view operation, const MatrixView& view, std::size_t row,
                              std::size_t column, std::string expected);
/// Refuses a column without differences. @throws StructureError (no_differences)
[[noreturn]] void refuse_equal(std::string_view operation, std::size_t column, double value);
/// Refuses what a double cannot hold. @throws LimitError (beyond_range)
[[noreturn]] void refuse_size(std::string_view operation);
/// The same unless it is a finite number.
void require_size(std::string_view operation, double value);
/// The exponent of the largest as a power of two; 0 where none is above 0.
[[nodiscard]] int exponent_of_largest(const std::vector<double>& numbers);
/// Refuses another count. @throws StructureError (wrong_count)
void require_count(std::string_view what, std::size_t given, std::size_t expected);
/// Refuses an option. @throws StructureError (score_option_refused)
[[noreturn]] void refuse_option(std::string_view option, std::string value, std::string expected);
/// Weights above or at 0, at least one above, and none so small beside the largest that it would be
/// lost. @throws StructureError (wrong_count,
/// score_option_refused)
void require_weights(const std::vector<double>& weights, std::size_t columns);

}  // namespace edustat::detail
