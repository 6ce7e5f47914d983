// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/place/period.hpp"

#include <optional>

namespace edustat::detail {

/// Length and first month of the periods of a kind.
struct Tile {
  int length;  ///< in months
  int offset;  ///< of a first month from January of year 0, modulo the length
};

/// Nothing for kinds without a fixed length.
[[nodiscard]] std::optional<Tile> tile_of(Period::Kind kind) noexcept;

}  // namespace edustat::detail
