// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"

#include "panel/arrow_array.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// Rows of equal value.
struct Run {
  std::size_t value = 0;  ///< its row in the values
  std::size_t rows = 0;   ///< how many rows have it
};

/// The validity of the chunk's rows from bit 0, null where it has none.
[[nodiscard]] const std::uint8_t* copy_of_validity(const Chunk& chunk, DecodedMemory& memory);

/// Timestamps as milliseconds, rounded down.
/// @throws StructureError (malformed_table) beyond 64 bits
[[nodiscard]] Chunk to_milliseconds(std::string_view column, const ColumnLayout& layout,
                                    const Chunk& chunk, DecodedMemory& memory);

/// Texts of the view type one after another; `wanted` has rows, offset and validity.
/// @throws StructureError (malformed_table)
[[nodiscard]] Chunk gather_views(std::string_view column, const ArrowArray& array,
                                 const Chunk& wanted, DecodedMemory& memory);

/// The runs that cover the wanted rows.
/// @throws StructureError (malformed_table) where ends do not rise or do not reach
[[nodiscard]] std::vector<Run> runs_within(std::string_view column, ColumnType type,
                                           const Chunk& ends, const Chunk& wanted);

/// Each value as often as its run says.
/// @throws StructureError (malformed_table) where the values are not well formed or become too
/// large
[[nodiscard]] Chunk unfold_runs(std::string_view column, const ColumnLayout& layout,
                                const Chunk& values, const std::vector<Run>& runs,
                                DecodedMemory& memory);

}  // namespace edustat::detail
