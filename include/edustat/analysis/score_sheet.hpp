// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/matrix.hpp"
#include "edustat/panel/table.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace edustat {

/// Scores with the names of their units and columns.
struct ScoreSheet {
  std::vector<std::string> units;    ///< one for each row
  std::vector<std::string> columns;  ///< one for each column
  Matrix values;                     ///< a gap is nothing
};

/// A float64 column for each column, behind a text column `unit` (`unit_` where a column has that
/// name); a gap is nothing.
/// @throws StructureError (wrong_count, duplicate_column)
[[nodiscard]] Table to_table(const ScoreSheet& sheet);

/// The sheet in aligned columns, at most `rows` rows of it, for people: six significant digits, a
/// dash for a gap. Computing goes on with the values, not with this.
[[nodiscard]] std::string to_string(const ScoreSheet& sheet, std::size_t rows = 20);

/// The same as a table of HTML.
[[nodiscard]] std::string to_html(const ScoreSheet& sheet, std::size_t rows = 20);

}  // namespace edustat
