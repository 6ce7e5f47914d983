// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/indicators.hpp"
#include "edustat/panel/table.hpp"
#include "edustat/panel/totals.hpp"

#include <cstdint>
#include <string_view>

namespace edustat {

/// Totals as a table: a row for each period, series and row of the totals, in this order.
///
/// Columns: level (of a region; nothing for a group), code, name, parent (code of the row above),
/// period, measure, one for each dimension of the categories, value (decimal128 with the most
/// places of any series; the sum of what is known, nothing where nothing is), unit, status, known,
/// due.
/// @throws LimitError (number_too_large) for a value beyond 38 digits, StructureError
/// (duplicate_column) for a dimension with the name of another column
[[nodiscard]] Table to_table(const Totals& totals);

/// How the values of indicators stand in a table.
enum class TableLayout : std::uint8_t {
  wide_layout,  ///< a row for each period and region, a column for each indicator
  long_layout   ///< a row for each period, indicator and region
};

/// Indicators as a table.
///
/// Both layouts begin with level, code, name, parent and period, as that of the totals. Wide: a
/// decimal128 for each indicator, under its name, in its own places; a gap is nothing. Long:
/// indicator, one column for each dimension of the categories, value (decimal128 with the most
/// places of any indicator), unit, status, and the exact value as numerator and denominator in
/// lowest terms (nothing where one of them needs more than 38 digits), known and due (as
/// Indicators::coverage has them).
/// @throws LimitError, StructureError as above
[[nodiscard]] Table to_table(const Indicators& indicators, TableLayout layout);

/// `wide` or `long`.
[[nodiscard]] std::string_view name_of(TableLayout layout) noexcept;

}  // namespace edustat
