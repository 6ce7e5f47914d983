// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/sample_data.hpp"

namespace edustat::detail {

/// The sum over all pairs of units of the product of their weights and the difference of their
/// values, in the units of the columns. Every number of the sample is a double that lost nothing.
///
/// Nothing is sorted: units go into small groups of neighbouring values. Between two groups the
/// order is known, so only sums of deviations and weights count; inside one all pairs are taken.
/// @throws LimitError beyond 2^32 - 1 units
[[nodiscard]] double difference_sum(const SampleData& data);

}  // namespace edustat::detail
