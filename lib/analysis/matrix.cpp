// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/matrix.hpp"

#include "edustat/error/error.hpp"

#include <string>

namespace edustat {

Matrix::Matrix(std::size_t rows, std::size_t columns)
    : rows_(rows), columns_(columns), cells_(rows * columns, gap_cell) {}

Matrix::Matrix(const std::vector<std::vector<double>>& rows)
    : rows_(rows.size()), columns_(rows.empty() ? 0 : rows.front().size()) {
  cells_.reserve(rows_ * columns_);
  for (const std::vector<double>& row : rows) {
    if (row.size() != columns_) {
      throw StructureError(
          Fault{ErrorCode::wrong_count,
                {"cells of a row", std::to_string(row.size()), std::to_string(columns_)}});
    }
    cells_.insert(cells_.end(), row.begin(), row.end());
  }
}

Matrix::Matrix(const MatrixView& view) : Matrix(view.rows, view.columns) {
  for (std::size_t row = 0; row < rows_; ++row) {
    for (std::size_t column = 0; column < columns_; ++column) {
      set(row, column, view.at(row, column));
    }
  }
}

MatrixView Matrix::view() const noexcept {
  return {cells_.data(), rows_, columns_, static_cast<std::ptrdiff_t>(columns_), 1};
}

std::vector<double> Matrix::column(std::size_t column) const {
  std::vector<double> cells;
  cells.reserve(rows_);
  for (std::size_t row = 0; row < rows_; ++row) cells.push_back(at(row, column));
  return cells;
}

}  // namespace edustat
