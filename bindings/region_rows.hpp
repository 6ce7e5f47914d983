// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/place/region_tree.hpp"

#include "casters.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace edustat::python {

namespace py = pybind11;

/// @name What a table of regions is given as
/// @{
using Row = py::typing::Dict<py::str, py::object>;
using Texts = py::typing::Iterable<py::typing::Optional<py::str>>;
using Times = py::typing::Iterable<py::typing::Optional<py::object>>;
using Truths = py::typing::Iterable<py::typing::Optional<py::bool_>>;
/// Name, codes of the members, code of the region around them.
using NamedGroup = std::tuple<std::string, std::vector<std::string>, std::string>;
/// A period, its text, or nothing for the latest edition.
using AnyPeriod = std::optional<WrittenPeriod>;
/// @}

/// The columns of a table of regions; the optional ones may be absent.
struct RegionColumns {
  py::object code, name, level, parent, hierarchy, valid_from, valid_until, own_level, successor;
};

/// The rows of columns.
/// @throws TypeError for a cell that is no text or period, StructureError (unequal_columns),
/// ParseError, each with its row
[[nodiscard]] std::vector<RegionRow> rows_of(const RegionColumns& columns);
/// The rows of mappings. @throws as rows_of, and StructureError (unknown_column)
[[nodiscard]] std::vector<RegionRow> rows_of(const py::iterable& rows);
/// The columns of a tree, as RegionColumns takes them.
[[nodiscard]] py::typing::Dict<py::str, py::typing::List<py::object>> columns_of(
    const RegionTree& tree);
/// A tree of two columns. @throws StructureError (unequal_columns, malformed_region_code)
[[nodiscard]] RegionTree from_gbt2260(const std::vector<std::string>& codes,
                                      const std::vector<std::string>& names);
/// Groups with the codes of their members.
[[nodiscard]] std::vector<NamedGroup> groups_of(const RegionTree& tree);
/// The tree with these groups.
[[nodiscard]] RegionTree with_groups(RegionTree tree, const std::vector<NamedGroup>& groups);

/// @name Questions by code
/// @{
[[nodiscard]] std::size_t edition_in(const RegionTree& tree, const AnyPeriod& period);
[[nodiscard]] std::vector<std::string> codes_of(const RegionTree& tree,
                                                const std::vector<RegionNumber>& numbers);
[[nodiscard]] std::optional<std::string> code_of(const RegionTree& tree,
                                                 std::optional<RegionNumber> number);
/// The region in a table by region, where it is one. @throws CodeError (absent_region)
[[nodiscard]] std::optional<std::string> code_in(const RegionTree& tree, std::string_view code,
                                                 std::span<const std::int32_t> table,
                                                 const AnyPeriod& period);
[[nodiscard]] std::string summary_of(const RegionTree& tree);
/// @}

/// What the rows alone do not say. @throws CodeError
[[nodiscard]] RegionTreeOptions tree_options(const std::vector<std::string>& levels,
                                             std::string_view roots, const AnyPeriod& basis);

/// The tree of a table in Arrow's layout.
void bind_region_arrow(py::class_<RegionTree>& tree);
/// Members that ask a tree by code.
void bind_region_questions(py::class_<RegionTree>& tree);

}  // namespace edustat::python
