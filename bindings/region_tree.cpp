// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/region_tree.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "region_rows.hpp"

#include <numeric>

namespace edustat::python {

template <>
inline constexpr auto last_of<Roots> = Roots::several;

RegionTreeOptions tree_options(const std::vector<std::string>& levels, std::string_view roots,
                               const AnyPeriod& basis) {
  RegionTreeOptions options{.levels = levels, .roots = read<Roots>(roots)};
  if (basis) options.basis = period_of(*basis).last_month();
  return options;
}

namespace {

using namespace py::literals;
using RegionTreeClass = py::class_<RegionTree>;

void bind_making(RegionTreeClass& tree) {
  tree.def(
          py::init([](const py::typing::Iterable<Row>& rows, const std::vector<std::string>& levels,
                      Text roots) {
            return RegionTree(rows_of(py::iterable(rows)), tree_options(levels, roots, {}));
          }),
          "rows"_a, py::kw_only(), "levels"_a = py::tuple(), "roots"_a = "one",
          R"(Checks a table of regions: mappings with code, name, level, parent and, where they apply,
hierarchy, valid_from, valid_until, own_level and successor.

Raises: StructureError with every fault and its row, ParseError, LimitError.)")
      .def_static(
          "from_columns",
          [](const Texts& code, const Texts& name, const Texts& level, const Texts& parent,
             const std::optional<Texts>& hierarchy, const std::optional<Times>& valid_from,
             const std::optional<Times>& valid_until, const std::optional<Truths>& own_level,
             const std::optional<Texts>& successor, const std::vector<std::string>& levels,
             Text roots, const AnyPeriod& basis, const std::vector<NamedGroup>& groups) {
            const auto column = [](const auto& given) {
              return given ? py::object(*given) : py::none();
            };
            const RegionColumns columns{code,
                                        name,
                                        level,
                                        parent,
                                        column(hierarchy),
                                        column(valid_from),
                                        column(valid_until),
                                        column(own_level),
                                        column(successor)};
            return with_groups(RegionTree(rows_of(columns), tree_options(levels, roots, basis)),
                               groups);
          },
          "code"_a, "name"_a, "level"_a, "parent"_a, py::kw_only(), "hierarchy"_a = py::none(),
          "valid_from"_a = py::none(), "valid_until"_a = py::none(), "own_level"_a = py::none(),
          "successor"_a = py::none(), "levels"_a = py::tuple(), "roots"_a = "one",
          "basis"_a = py::none(), "groups"_a = py::tuple(),
          R"(The same from columns of equal length; None in a cell is nothing.

Raises: StructureError with every fault and its row, ParseError, LimitError.)")
      .def_static(
          "from_gbt2260",
          [](const std::vector<std::string>& codes, const std::vector<std::string>& names) {
            return from_gbt2260(codes, names);
          },
          "codes"_a, "names"_a,
          R"(A tree from six-digit codes of GB/T 2260, with levels nation, province, city and county.

Raises: StructureError.)");
}

void bind_properties(RegionTreeClass& tree) {
  tree.def_property_readonly(
          "codes",
          [](const RegionTree& self) {
            std::vector<RegionNumber> all(self.size());
            std::iota(all.begin(), all.end(), 0U);
            return codes_of(self, all);
          },
          "The latest code of every region, in the official order.")
      .def_property_readonly(
          "levels",
          [](const RegionTree& self) {
            return std::vector<std::string>(self.levels().begin(), self.levels().end());
          },
          "The words of the levels, from top to bottom.")
      .def_property_readonly(
          "hierarchies",
          [](const RegionTree& self) {
            return std::vector<std::string>(self.hierarchies().begin(), self.hierarchies().end());
          },
          "The names of the hierarchies; the main one is empty.")
      .def_property_readonly("edition_count", &RegionTree::edition_count,
                             "How many editions of the boundaries there are, at least one.")
      .def_property_readonly(
          "groups", &groups_of,
          "Name, codes of the members and code of the region around them, for each group.")
      .def_property_readonly("columns", &columns_of,
                             "The table of the tree, as from_columns takes it.");
}

void bind_changes(RegionTreeClass& tree) {
  tree.def(
          "with_group",
          [](const RegionTree& self, Text name, const std::vector<std::string>& members,
             Text within) {
            return self.with_group(std::string(name), members, std::string(within));
          },
          "name"_a, "members"_a, "within"_a = "",
          R"(The tree with one more group of regions.

Raises: StructureError with every fault, CodeError.)")
      .def(
          "cut_at", [](const RegionTree& self, Text level) { return self.cut_at(level); },
          "level"_a, "The tree without everything below a level.\n\nRaises: CodeError.")
      .def(
          "on_basis_of",
          [](const RegionTree& self, const WrittenPeriod& period) {
            return self.on_basis_of(period_of(period).last_month());
          },
          "period"_a,
          R"(A comparable basis: every region stands at all times where it stands at the end of a period,
and what had merged by then is a part of its successor.)");
}

py::tuple reduced(const py::object& self) {
  const auto& tree = py::cast<const RegionTree&>(self);
  const RegionTreeOptions& options = tree.options();
  py::dict arguments = columns_of(tree);
  arguments["levels"] = options.levels;
  arguments["roots"] = str_of(written(options.roots));
  arguments["basis"] =
      options.basis
          ? py::object(str_of(Period::of_months(*options.basis, *options.basis).to_string()))
          : py::none();
  arguments["groups"] = groups_of(tree);
  const py::object call = py::module_::import("operator").attr("methodcaller");
  return py::make_tuple(call("from_columns", **arguments), py::make_tuple(py::type::of(self)));
}

}  // namespace

void bind_region_tree(py::module_& module) {
  RegionTreeClass tree(module, "RegionTree",
                       R"(Regions that contain each other: school, county, city, province.

What a region is does not change; its names, codes, parents and mergers are dated. Questions are
asked by code; without a period they mean the latest edition.)");
  bind_making(tree);
  bind_region_arrow(tree);
  bind_properties(tree);
  bind_region_questions(tree);
  bind_changes(tree);
  tree.def("__len__", &RegionTree::size)
      .def(
          "__contains__",
          [](const RegionTree& self, Text code) { return self.find(code).has_value(); }, "code"_a)
      .def("__hash__",
           [](const RegionTree& self) {
             return py::hash(py::make_tuple(self.size(), self.rows().size(),
                                            self.rows().front().code, self.groups().size()));
           })
      .def("__repr__", &summary_of)
      .def("__reduce__", [](const py::object& self) -> Reduced { return reduced(self); });
  bind_equality(tree);
  bind_copies(tree);
}

}  // namespace edustat::python
