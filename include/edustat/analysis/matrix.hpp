// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace edustat {

/// What stands in a matrix of measured values where nothing was measured: a quiet NaN.
///
/// The floor `analysis` computes in `double`, and here alone a gap travels as a number that is
/// none: no operation takes it for 0, and each says what it does with it.
inline constexpr double gap_cell = std::numeric_limits<double>::quiet_NaN();

/// True for a gap.
[[nodiscard]] constexpr bool is_gap(double cell) noexcept {
  return cell != cell;
}

/// Measured values that lie elsewhere, in rows (units: counties, schools) and columns (indicators).
///
/// Borrowed: the memory must live and stay unchanged as long as the view is used. Operations on
/// values that are 0 or from 1e-150 to 1e150 in size keep within doubles, but for products; beyond,
/// they give the right number or throw a LimitError (beyond_range), never a gap or an infinity.
struct MatrixView {
  const double* cells = nullptr;   ///< the first cell
  std::size_t rows = 0;            ///< units
  std::size_t columns = 0;         ///< indicators
  std::ptrdiff_t row_step = 0;     ///< cells from a row to the next
  std::ptrdiff_t column_step = 0;  ///< cells from a column to the next

  /// A cell, not checked to lie inside.
  [[nodiscard]] double at(std::size_t row, std::size_t column) const noexcept {
    return cells[static_cast<std::ptrdiff_t>(row) * row_step +
                 static_cast<std::ptrdiff_t>(column) * column_step];
  }
};

/// Measured values or scores in rows and columns, row after row in memory.
class Matrix {
 public:
  /// `rows` by `columns` gaps.
  Matrix(std::size_t rows, std::size_t columns);
  /// Rows of equal length. @throws StructureError (wrong_count)
  explicit Matrix(const std::vector<std::vector<double>>& rows);
  /// A copy of what a view shows.
  explicit Matrix(const MatrixView& view);

  /// Units.
  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  /// Indicators.
  [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
  /// A cell, not checked to lie inside.
  [[nodiscard]] double at(std::size_t row, std::size_t column) const noexcept {
    return cells_[row * columns_ + column];
  }
  /// Writes a cell, not checked to lie inside.
  void set(std::size_t row, std::size_t column, double value) noexcept {
    cells_[row * columns_ + column] = value;
  }
  /// All cells, row after row.
  [[nodiscard]] std::span<const double> cells() const noexcept { return cells_; }
  /// A view, valid while the matrix lives and does not change.
  [[nodiscard]] MatrixView view() const noexcept;
  /// One column as a list.
  [[nodiscard]] std::vector<double> column(std::size_t column) const;

 private:
  std::size_t rows_;
  std::size_t columns_;
  std::vector<double> cells_;
};

}  // namespace edustat
