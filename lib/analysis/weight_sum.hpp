// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include <optional>
#include <span>

namespace edustat::detail {

/// What weights add up to; absent ones are passed over, but count where one is named.
/// @throws StructureError for no weights (nothing_to_balance), a weight below 0 (negative_weight)
[[nodiscard]] Rational sum_of_weights(std::span<const std::optional<Rational>> weights);

}  // namespace edustat::detail
