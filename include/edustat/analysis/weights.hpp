// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/matrix.hpp"
#include "edustat/analysis/normalise.hpp"
#include "edustat/panel/progress.hpp"

#include <cstddef>
#include <vector>

namespace edustat {

/// The same weight for every indicator; the sum is 1.
/// @throws StructureError (score_option_refused) for none
[[nodiscard]] std::vector<double> equal_weights(std::size_t columns);

/// 熵权法: more weight to indicators that tell the units apart more; the sum is 1.
///
/// A column is proportional to 1 less its entropy: with p the share of a unit in the column's sum
/// and m units, 1 + sum(p ln p) / ln m, and 0 ln 0 = 0. Directions do not enter; values must not be
/// below 0, and adding a constant to make them so changes the weights. A column without differences
/// gets 0.
///
/// 1 less the entropy is computed as sum(p ln(p m)) / ln m in terms that do not cancel, so that a
/// column of nearly equal values keeps its digits too. Relative error of a weight below 1e-14.
/// @throws StructureError (gap_in_scores, score_cell_refused; wrong_count for fewer than two rows;
/// no_weights where no column has differences), LimitError, Cancelled
/// @source  C. E. Shannon, "A Mathematical Theory of Communication" (1948); M. Zeleny, Multiple
/// Criteria Decision Making (1982)
[[nodiscard]] std::vector<double> entropy_weights(const MatrixView& table, const Work& work = {});

/// Weights proportional to the standard deviations of the columns as they stand; the sum is 1.
///
/// They depend on the units of measurement: normalise first unless all are in one unit. Relative
/// error below 1e-14 where the deviation is not below 1e-2 of the largest absolute value.
/// @throws StructureError, LimitError as above
[[nodiscard]] std::vector<double> deviation_weights(const MatrixView& table);

/// CRITIC: weights by standard deviation and by how little an indicator repeats the others.
///
/// Columns are normalised by min_max with their directions; then the weight is proportional to
/// deviation times the sum of 1 - r over all columns, r being the correlation; the sum is 1. A
/// direction changes signs of r and so the weights. Relative error below 1e-14 where no sum of
/// 1 - r is below 0.1.
/// @throws StructureError (gap_in_scores, score_cell_refused, wrong_count; no_differences for a
/// column without; no_weights where all columns repeat one another), LimitError
/// @source  D. Diakoulaki, G. Mavrotas, L. Papayannakis, "Determining objective weights in multiple
/// criteria problems: The CRITIC method", Computers and Operations Research 22 (1995)
[[nodiscard]] std::vector<double> critic_weights(const MatrixView& table,
                                                 const std::vector<Direction>& directions = {});

}  // namespace edustat
