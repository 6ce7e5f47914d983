// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include <optional>

namespace edustat::detail {

/// The fewest decimal places, at least 0, that hold the value exactly; nothing for an endless
/// decimal and beyond 4,096 places.
[[nodiscard]] std::optional<int> exact_places(const Rational& value);

}  // namespace edustat::detail
