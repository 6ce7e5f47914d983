// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"

#include "number/int128.hpp"

#include <cstddef>
#include <optional>

namespace edustat::detail {

/// The value in a valid row of a float column.
[[nodiscard]] double float_at(ColumnType type, const Chunk& chunk, std::size_t row);
/// NaN: what table libraries write for a missing float.
[[nodiscard]] bool is_nan(double value) noexcept;
/// The decimal of so many places, as a whole number of 10 to the minus max(places, 0), if `value`
/// is the number of its column's type that is nearest to it; nothing otherwise.
[[nodiscard]] std::optional<int128> decimal_of(ColumnType type, double value, int places);

}  // namespace edustat::detail
