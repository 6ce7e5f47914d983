// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace edustat::detail {

/// How many cells each row of a table has.
/// @throws StructureError for rows of unequal length (unequal_rows), no cells (nothing_to_balance)
template <typename Cell>
[[nodiscard]] std::size_t table_width(std::span<const std::vector<Cell>> rows) {
  const std::size_t width = rows.empty() ? 0 : rows.front().size();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].size() == width) continue;
    throw StructureError(
        Fault{ErrorCode::unequal_rows,
              {std::to_string(i + 1), std::to_string(rows[i].size()), std::to_string(width)}});
  }
  if (width == 0) throw StructureError(Fault{ErrorCode::nothing_to_balance});
  return width;
}

}  // namespace edustat::detail
