// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"

#include "panel/arrow_schema.hpp"

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// Memory that was made while a stream was read: decoded values and bits.
class DecodedMemory {
 public:
  /// So many bytes, all zero.
  [[nodiscard]] std::byte* take(std::size_t bytes);

 private:
  std::vector<std::unique_ptr<std::byte[]>> pieces_{};
};

/// Rows of an array that are wanted.
struct RowRange {
  std::size_t first = 0;  ///< counted after the array's own offset
  std::size_t rows = 0;   ///< how many
};

/// Rows, first row and children of an array, refused where they cannot be.
/// @throws StructureError (malformed_table)
void require_sizes(std::string_view column, const ArrowArray& array);

/// A column of a batch. The memory stays the array's, or is `memory`'s where it was decoded.
/// @throws StructureError (malformed_table)
[[nodiscard]] Chunk read_array(std::string_view column, const ColumnLayout& layout,
                               const ArrowArray& array, RowRange range, DecodedMemory& memory);

}  // namespace edustat::detail
