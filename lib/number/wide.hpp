// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include "number/int128.hpp"

#include <optional>

namespace edustat::detail {

/// The whole number.
[[nodiscard]] Rational to_rational(int128 value);
/// The value where it is a whole number of 128 bits.
[[nodiscard]] std::optional<int128> to_int128(const Rational& value);

}  // namespace edustat::detail
