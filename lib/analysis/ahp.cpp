// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/ahp.hpp"

#include "edustat/error/error.hpp"

#include "analysis/column_sums.hpp"

#include <Eigen/Eigenvalues>

#include <array>
#include <cmath>
#include <span>
#include <string>

namespace edustat {
namespace {

using Judgements = Eigen::MatrixXd;

/// @name Random indices of three items and more
/// @{
/// Source: T. L. Saaty, The Analytic Hierarchy Process (1980).
constexpr std::array<double, 9> saaty_1980_indices{0.58, 0.90, 1.12, 1.24, 1.32,
                                                   1.41, 1.45, 1.49, 1.51};
/// Source: T. L. Saaty, Theory and Applications of the Analytic Network Process (2005).
constexpr std::array<double, 13> saaty_2005_indices{0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45,
                                                    1.49, 1.52, 1.54, 1.56, 1.58, 1.59};
/// Source: H. A. Donegan, F. J. Dodd, "A note on Saaty's random indexes", Mathematical and Computer
/// Modelling 15 (1991).
constexpr std::array<double, 13> donegan_dodd_1991_indices{0.4914, 0.8286, 1.0591, 1.1797, 1.2519,
                                                           1.3171, 1.3733, 1.4055, 1.4213, 1.4497,
                                                           1.4643, 1.4822, 1.4969};
/// @}

std::span<const double> indices_of(RandomIndex table) {
  switch (table) {
    case RandomIndex::saaty_1980:
      return saaty_1980_indices;
    case RandomIndex::saaty_2005:
      return saaty_2005_indices;
    case RandomIndex::donegan_dodd_1991:
      return donegan_dodd_1991_indices;
  }
  return {};
}

/// How far a product of two judgements across the diagonal may be from 1: what two roundings to a
/// double and one of the product can do.
constexpr double reciprocity = 0x1p-50;

void refuse_pair(const MatrixView& judgements, std::size_t row, std::size_t column) {
  throw StructureError(Fault{
      ErrorCode::not_reciprocal,
      {std::to_string(row + 1), std::to_string(column + 1),
       detail::text_of(judgements.at(row, column)), detail::text_of(judgements.at(column, row))}});
}

Judgements checked(const MatrixView& judgements) {
  const std::size_t size = judgements.rows;
  detail::require_count("columns of judgements", judgements.columns, size);
  if (size == 0) detail::require_count("items", 0, 1);
  static_cast<void>(detail::summarise(detail::StripReader(judgements), "ahp"));
  Judgements matrix(size, size);
  for (std::size_t row = 0; row < size; ++row) {
    for (std::size_t column = 0; column < size; ++column) {
      const double value = judgements.at(row, column);
      if (!(value > 0)) detail::refuse_cell("ahp", judgements, row, column, "a number above 0");
      if (std::abs(value * judgements.at(column, row) - 1) > reciprocity) {
        refuse_pair(judgements, row, column);
      }
      matrix(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column)) = value;
    }
  }
  return matrix;
}

/// The eigenvector of the largest eigenvalue of a positive matrix, with the sum 1.
Eigen::VectorXd principal_vector(const Judgements& matrix) {
  const Eigen::EigenSolver<Judgements> solver(matrix);
  Eigen::Index largest = 0;
  solver.eigenvalues().real().maxCoeff(&largest);
  Eigen::VectorXd vector = solver.eigenvectors().col(largest).real().cwiseAbs();
  vector /= vector.sum();
  // What the solver leaves of the other eigenvectors shrinks with every step.
  constexpr int steps = 3;
  for (int step = 0; step < steps; ++step) {
    vector = (matrix * vector).eval();
    vector /= vector.sum();
  }
  return vector;
}

}  // namespace

Ahp ahp(const MatrixView& judgements, const AhpOptions& options) {
  const Judgements matrix = checked(judgements);
  Ahp result;
  result.table = options.random_index;
  result.random_index = random_index_of(judgements.rows, options.random_index);
  const Eigen::VectorXd vector = principal_vector(matrix);
  result.weights.assign(vector.begin(), vector.end());
  const double size = static_cast<double>(judgements.rows);
  // The weights sum up to 1, so the eigenvalue is what the product sums up to.
  result.principal_eigenvalue = (matrix * vector).sum() / vector.sum();
  detail::require_size("ahp", result.principal_eigenvalue);
  for (const double weight : result.weights) {
    if (!(weight > 0)) detail::refuse_size("ahp");
  }
  if (result.random_index) {
    // Of a reciprocal matrix it is never below n but by its own rounding.
    result.consistency_index = std::max(0.0, (result.principal_eigenvalue - size) / (size - 1));
    result.consistency_ratio = result.consistency_index / *result.random_index;
  }
  if (options.inconsistent == Inconsistent::refuse && !result.is_consistent()) {
    throw StructureError(Fault{ErrorCode::inconsistent_judgements,
                               {detail::text_of(result.consistency_ratio), "0.1"}});
  }
  return result;
}

std::optional<double> random_index_of(std::size_t items, RandomIndex table) {
  constexpr std::size_t smallest = 3;
  if (items < smallest) return std::nullopt;
  const std::span<const double> indices = indices_of(table);
  if (items - smallest >= indices.size()) {
    throw LimitError(Fault{ErrorCode::no_random_index,
                           {std::to_string(items), std::string(name_of(table)), "3",
                            std::to_string(indices.size() + smallest - 1)}});
  }
  return indices[items - smallest];
}

std::string_view name_of(RandomIndex table) noexcept {
  constexpr std::array<std::string_view, 3> names{"saaty_1980", "saaty_2005", "donegan_dodd_1991"};
  return names[static_cast<std::size_t>(table)];
}

std::string_view name_of(Inconsistent rule) noexcept {
  constexpr std::array<std::string_view, 2> names{"refuse", "report"};
  return names[static_cast<std::size_t>(rule)];
}

}  // namespace edustat
