// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

namespace edustat::detail {

/// The place that lies `inner` inside a text which begins at `origin`.
[[nodiscard]] inline Place behind(const Place& origin, const Place& inner) {
  Place place = origin;
  const bool is_first_line = inner.line <= 1;
  if (place.line != 0 && !is_first_line) place.line += inner.line - 1;
  place.column =
      is_first_line && place.column != 0 ? place.column + inner.column - 1 : inner.column;
  return place;
}

}  // namespace edustat::detail
