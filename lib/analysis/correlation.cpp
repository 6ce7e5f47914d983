// SPDX-License-Identifier: Apache-2.0
#include "analysis/correlation.hpp"

#include "analysis/column_sums.hpp"
#include "analysis/normalise_column.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace edustat::detail {
namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Rows that are multiplied at a time: the sums of blocks are then added without loss.
constexpr Eigen::Index product_rows = 256;

/// Sums of products of every two columns, each less its mean.
std::vector<LongSum> products_of(const Matrix& table) {
  const auto rows = static_cast<Eigen::Index>(table.rows());
  const auto columns = static_cast<Eigen::Index>(table.columns());
  const Eigen::Map<const RowMajor> cells(table.cells().data(), rows, columns);
  Eigen::RowVectorXd means(columns);
  for (Eigen::Index column = 0; column < columns; ++column) {
    means[column] = mean_of(table.column(static_cast<std::size_t>(column)));
  }
  std::vector<LongSum> sums(table.columns() * table.columns());
  for (Eigen::Index first = 0; first < rows; first += product_rows) {
    const RowMajor centred =
        cells.middleRows(first, std::min(product_rows, rows - first)).rowwise() - means;
    const RowMajor products = centred.transpose() * centred;
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i].add(products.data()[i]);
  }
  return sums;
}

}  // namespace

Correlations correlations_of(const Matrix& table) {
  const std::size_t columns = table.columns();
  const std::vector<LongSum> products = products_of(table);
  Correlations result{Matrix(columns, columns), {}};
  for (std::size_t column = 0; column < columns; ++column) {
    result.deviations.push_back(std::sqrt(products[column * columns + column].value()));
  }
  for (std::size_t row = 0; row < columns; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const double product = products[row * columns + column].value();
      const double bound = result.deviations[row] * result.deviations[column];
      result.coefficients.set(row, column, row == column ? 1 : product / bound);
    }
  }
  return result;
}

}  // namespace edustat::detail
