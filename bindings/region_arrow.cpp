// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/region_columns.hpp"

#include "casters.hpp"
#include "region_rows.hpp"
#include "table_input.hpp"

namespace edustat::python {
namespace {

using Name = std::optional<std::string>;

constexpr const char* from_arrow_doc =
    R"(The same from a table with a row for each region.

table: anything that Table.from_arrow takes. code, name, level, parent: columns of text; numbers
have lost the leading zeros of codes and are refused. hierarchy, valid_from, valid_until, own_level,
successor: columns that may be absent; None for the one of that name, where the table has it.
valid_from and valid_until are periods as text, dates, or years and months. own_level: truth values,
or true, false, 1, 0, 是, 否. A cell without value is nothing.
Raises: StructureError with every column that is missing or of another type, else with every fault
of a cell or of the tree and its row; LimitError.)";

}  // namespace

void bind_region_arrow(py::class_<RegionTree>& tree) {
  using namespace py::literals;
  tree.def_static(
      "from_arrow",
      [](const AnyTable& table, Text code, Text name, Text level, Text parent,
         const Name& hierarchy, const Name& valid_from, const Name& valid_until,
         const Name& own_level, const Name& successor, const std::vector<std::string>& levels,
         Text roots, const AnyPeriod& basis, const std::vector<NamedGroup>& groups) {
        const RegionColumnNames names{.code = std::string(code),
                                      .name = std::string(name),
                                      .level = std::string(level),
                                      .parent = std::string(parent),
                                      .hierarchy = hierarchy,
                                      .valid_from = valid_from,
                                      .valid_until = valid_until,
                                      .own_level = own_level,
                                      .successor = successor};
        const RegionTreeOptions options = tree_options(levels, roots, basis);
        return with_groups(region_tree_of(table.value, names, options), groups);
      },
      "table"_a, py::kw_only(), "code"_a = "code", "name"_a = "name", "level"_a = "level",
      "parent"_a = "parent", "hierarchy"_a = py::none(), "valid_from"_a = py::none(),
      "valid_until"_a = py::none(), "own_level"_a = py::none(), "successor"_a = py::none(),
      "levels"_a = py::tuple(), "roots"_a = "one", "basis"_a = py::none(), "groups"_a = py::tuple(),
      from_arrow_doc);
}

}  // namespace edustat::python
