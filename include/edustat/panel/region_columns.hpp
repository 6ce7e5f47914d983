// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"
#include "edustat/place/region_tree.hpp"

#include <optional>
#include <string>

namespace edustat {

/// What the columns of a table of regions are called, as RegionRow calls them.
///
/// A column that is named must be there. One that is left out here is read under its own name
/// (`hierarchy` and so on) where the table has it.
struct RegionColumnNames {
  std::string code = "code";                 ///< text: numbers have lost leading zeros
  std::string name = "name";                 ///< text
  std::string level = "level";               ///< text
  std::string parent = "parent";             ///< text, the code of the containing region
  std::optional<std::string> hierarchy{};    ///< text
  std::optional<std::string> valid_from{};   ///< periods as text, dates, or years and months
  std::optional<std::string> valid_until{};  ///< periods as text, dates, or years and months
  std::optional<std::string> own_level{};    ///< truth values, or a word for one
  std::optional<std::string> successor{};    ///< text, the code that takes over
};

/// The tree of a table with a row for each region. Words for truth are true, 1, yes and 是, and
/// false, 0, no and 否; a cell without value is nothing.
/// @throws StructureError with every column that is missing (unknown_column) or of another type
/// (text_expected, wrong_column_type), else with every cell that cannot be read and everything that
/// RegionTree refuses, each with its row; LimitError as RegionTree
[[nodiscard]] RegionTree region_tree_of(const Table& table, const RegionColumnNames& names = {},
                                        RegionTreeOptions options = {});

}  // namespace edustat
