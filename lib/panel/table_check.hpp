// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"

#include <string>
#include <vector>

namespace edustat::detail {

/// Refuses a batch whose chunks are not what Table promises: as many as fields and of one length,
/// offsets that rise within their bytes, UTF-8, indices within their dictionaries.
/// @throws StructureError (malformed_table, unequal_columns)
void check_batch(const std::vector<Field>& fields, const Table::Batch& batch);
/// @throws StructureError (duplicate_column)
void check_names(const std::vector<Field>& fields);
/// A value as a text, for messages; empty where there is none.
[[nodiscard]] std::string shown(const Field& field, const Chunk& chunk, std::size_t row);

}  // namespace edustat::detail
