// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/normalise.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// Writes the scores of one column; the options were checked. `operation` is named in messages.
/// @throws StructureError, LimitError
void normalise_column(const MatrixView& table, std::size_t column, const NormaliseOptions& options,
                      Matrix& scores, std::string_view operation = "normalise");

/// What the rounding errors of a column's scores are relative to, where that is more than the
/// score itself: scores of both signs come from numbers of this size.
[[nodiscard]] double least_size(const NormaliseOptions& options);

/// The direction of a column.
[[nodiscard]] Direction direction_of(const std::vector<Direction>& directions, std::size_t column);

/// Mean of numbers without gaps, within two units of the last place of the mean absolute value.
[[nodiscard]] double mean_of(const std::vector<double>& values);
/// Root of the sum of squared distances from the mean over `divisor`, of numbers of any size.
[[nodiscard]] double deviation_of(const std::vector<double>& values, double mean, double divisor);
/// Ranks from 1 for the smallest; equal values share the mean of theirs.
[[nodiscard]] std::vector<double> middle_ranks(const std::vector<double>& values);

}  // namespace edustat::detail
