// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"
#include "edustat/panel/totals.hpp"

namespace edustat {

/// Totals as a table: a row for each period, series and row of the totals, in this order.
///
/// Columns: level (of a region; nothing for a group), code, name, parent (code of the row above),
/// period, measure, one for each dimension of the categories, value (decimal128 with the most places
/// of any series; the sum of what is known, nothing where nothing is), unit, status, known, due.
/// @throws LimitError (number_too_large) for a value beyond 38 digits, StructureError
/// (duplicate_column) for a dimension with the name of another column
[[nodiscard]] Table to_table(const Totals& totals);

}  // namespace edustat
