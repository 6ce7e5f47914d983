// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/column.hpp"
#include "edustat/panel/table.hpp"
#include "edustat/quantity/unit_system.hpp"

#include "panel/crew.hpp"
#include "panel/panel_data.hpp"
#include "panel/row_faults.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace edustat::detail {

/// A measure column as scaled whole numbers.
struct ValueColumn {
  std::vector<Values> parts{};  ///< by batch
  int scale = 0;                ///< values are whole numbers of 10 to the minus `scale`
  int places = 0;               ///< to which they were shortened
  bool is_borrowed = false;     ///< as they lie in the table, their magnitudes not yet known
};

/// True for a column that can hold a measure without being named: numbers, but no floats.
[[nodiscard]] bool holds_numbers(const Field& field) noexcept;

/// Reads the values of a column, without a copy where they are whole numbers of 64 bits.
///
/// A float is accepted when it is the double nearest to a decimal of the stated places, NaN as
/// missing. A text is a number, or a declared mark. Bad rows go to `faults`.
/// @throws StructureError (wrong_column_type, float_without_places)
[[nodiscard]] ValueColumn read_values(const Table& table, std::size_t number, const Column& column,
                                      RowFaults& faults, Crew& crew);

/// Bounds the magnitudes of columns that are borrowed.
void bound_magnitudes(const Table& table, std::span<ValueColumn> columns, Crew& crew);

}  // namespace edustat::detail
