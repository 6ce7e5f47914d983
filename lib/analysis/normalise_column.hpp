// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/normalise.hpp"

#include <cstddef>
#include <vector>

namespace edustat::detail {

/// Writes the scores of one column; the options were checked.
/// @throws StructureError
void normalise_column(const MatrixView& table, std::size_t column, const NormaliseOptions& options,
                      Matrix& scores);

/// The direction of a column.
[[nodiscard]] Direction direction_of(const std::vector<Direction>& directions, std::size_t column);

/// Mean of numbers without gaps, within two units of the last place of the mean absolute value.
[[nodiscard]] double mean_of(const std::vector<double>& values);
/// Root of the sum of squared distances from the mean over `divisor`.
[[nodiscard]] double deviation_of(const std::vector<double>& values, double mean, double divisor);
/// Ranks from 1 for the smallest; equal values share the mean of theirs.
[[nodiscard]] std::vector<double> middle_ranks(const std::vector<double>& values);

}  // namespace edustat::detail
