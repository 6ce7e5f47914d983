// SPDX-License-Identifier: Apache-2.0
#include "region_rows.hpp"

namespace edustat::python {

void bind_region_questions(py::class_<RegionTree>& tree) {
  using namespace py::literals;

  tree.def(
          "find", [](const RegionTree& self, Text code) { return code_of(self, self.find(code)); },
          "code"_a, "The latest code of the region that bears or bore this one, or None.")
      .def(
          "named",
          [](const RegionTree& self, Text name) { return codes_of(self, self.named(name)); },
          "name"_a, "The codes of all regions that bear or bore a name.")
      .def(
          "name_of",
          [](const RegionTree& self, Text code, const AnyPeriod& period) {
            const int month = period ? period_of(*period).last_month() : RegionTree::for_ever;
            return std::string(self.name_at(self.number(code), month));
          },
          "code"_a, "period"_a = py::none(),
          "The name of a region, in a period or the latest.\n\nRaises: CodeError.")
      .def(
          "level_of",
          [](const RegionTree& self, Text code) {
            return self.levels()[self.region(self.number(code)).level];
          },
          "code"_a, "The level of a region.\n\nRaises: CodeError.")
      .def(
          "is_own_level",
          [](const RegionTree& self, Text code) {
            return self.region(self.number(code)).kind == RegionKind::own_level;
          },
          "code"_a, "True for a node that stands for its parent's own level.\n\nRaises: CodeError.")
      .def(
          "parent_of",
          [](const RegionTree& self, Text code, const AnyPeriod& period, Text hierarchy) {
            return code_in(self, code, self.parents(edition_in(self, period), hierarchy), period);
          },
          "code"_a, "period"_a = py::none(), "hierarchy"_a = "",
          R"(The containing region at the end of a period, None for a root.

Raises: CodeError, also where the region does not exist then.)")
      .def(
          "ancestor_of",
          [](const RegionTree& self, Text code, Text level, const AnyPeriod& period,
             Text hierarchy) {
            const auto all =
                self.ancestors_at(edition_in(self, period), self.level_number(level), hierarchy);
            return code_in(self, code, all, period);
          },
          "code"_a, "level"_a, "period"_a = py::none(), "hierarchy"_a = "",
          R"(The region itself where it is of that level, else its ancestor, None where that is skipped.

Raises: CodeError, also where the region does not exist then.)")
      .def(
          "children_of",
          [](const RegionTree& self, Text code, const AnyPeriod& period, Text hierarchy) {
            return codes_of(self,
                            self.children(self.number(code), edition_in(self, period), hierarchy));
          },
          "code"_a, "period"_a = py::none(), "hierarchy"_a = "",
          "The regions directly below, in the official order.\n\nRaises: CodeError.")
      .def(
          "leaves_of",
          [](const RegionTree& self, Text code, const AnyPeriod& period, Text hierarchy) {
            return codes_of(self,
                            self.leaves(self.number(code), edition_in(self, period), hierarchy));
          },
          "code"_a, "period"_a = py::none(), "hierarchy"_a = "",
          R"(The regions without children at this one or below, in the official order.

Raises: CodeError.)")
      .def(
          "successor_of",
          [](const RegionTree& self, Text code) {
            return code_of(self, self.successor(self.number(code)));
          },
          "code"_a, "The region that this one was merged into, or None.\n\nRaises: CodeError.")
      .def(
          "has_same_boundary",
          [](const RegionTree& self, Text code, const WrittenPeriod& first,
             const WrittenPeriod& last, Text hierarchy) {
            return self.has_same_boundary(self.number(code), edition_in(self, first),
                                          edition_in(self, last), hierarchy);
          },
          "code"_a, "first"_a, "last"_a, "hierarchy"_a = "",
          R"(True when no leaf moved in or out, or was merged in, between the ends of two periods.

Raises: CodeError.)");
}

}  // namespace edustat::python
