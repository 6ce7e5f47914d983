// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/check.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "columns.hpp"
#include "copies.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;

using NamedFigures = py::KWArgs<WrittenFigure>;

/// check() with the figures that Python gives by name.
Finding check_named(Relation relation, Precision precision, const NamedFigures& figures) {
  std::vector<NamedFigure> named;
  named.reserve(figures.size());
  for (const auto& [name, value] : figures) {
    const std::string_view key = utf8_of(name);
    named.emplace_back(std::string(key), named_figure(value, {.source = std::string(key)}));
  }
  return check(std::move(relation), std::move(named), precision);
}

std::vector<std::string_view> verdicts_of(const Findings& findings) {
  std::vector<std::string_view> names;
  names.reserve(findings.verdicts.size());
  for (const Verdict verdict : findings.verdicts) names.push_back(written(verdict));
  return names;
}

std::map<std::string_view, std::size_t> counts_of(const Findings& findings) {
  std::map<std::string_view, std::size_t> counts;
  for (const auto verdict : {Verdict::consistent, Verdict::impossible, Verdict::cannot_tell}) {
    counts[written(verdict)] = static_cast<std::size_t>(
        std::count(findings.verdicts.begin(), findings.verdicts.end(), verdict));
  }
  return counts;
}

std::string repr_of_findings(const Findings& findings) {
  std::string text = "<Findings of " + std::to_string(findings.verdicts.size()) + " rows: ";
  for (const auto& [name, count] : counts_of(findings)) {
    text.append(std::to_string(count)).append(" ").append(name).append(", ");
  }
  text.replace(text.size() - 2, 2, ">");
  return text;
}

void bind_findings(py::module_& module) {
  py::class_<Findings> findings(module, "Findings",
                                "The verdict on every row; a row's Finding is made on demand.");
  findings
      .def_property_readonly(
          "relation", [](const Findings& self) { return self.relation; }, "What was judged.")
      .def_readonly("precision", &Findings::precision, "The precision asked for.")
      .def_property_readonly("verdicts", &verdicts_of,
                             "consistent, impossible or cannot_tell, by row.")
      .def_property_readonly("counts", &counts_of, "Number of rows by verdict.")
      .def("__len__", [](const Findings& self) { return self.verdicts.size(); })
      .def(
          "__getitem__",
          [](const Findings& self, Count row) { return finding_at(self, row.value); }, "row"_a)
      .def("__iter__",
           [](py::object self) {
             return py::reinterpret_steal<py::typing::Iterator<Finding>>(PySeqIter_New(self.ptr()));
           })
      .def("__repr__", &repr_of_findings);
  bind_copies(findings);
}

}  // namespace

void bind_check(py::module_& module) {
  bind_findings(module);
  // A named parameter would be refused as the name of a figure, even where it is positional only.
  const py::arg unnamed(nullptr);
  constexpr const char* doc =
      R"(Judges whether some true values could have been printed so that the relation holds.

The relation comes first, as text or Relation; each figure is given by its name in it, as text,
Figure, int, Fraction or Decimal.
precision: exact, nearest, half_up, half_even, truncated.
Raises: ParseError, StructureError for a missing or unused figure, UnitError, TypeError for a float.)";
  module.def(
      "check",
      [](Text relation, Precision precision, const NamedFigures& figures) {
        return check_named(Relation(relation.view), precision, figures);
      },
      unnamed, py::pos_only(), py::kw_only(), "precision"_a = "nearest", doc);
  module.def(
      "check",
      [](const Relation& relation, Precision precision, const NamedFigures& figures) {
        return check_named(relation, precision, figures);
      },
      unnamed, py::pos_only(), py::kw_only(), "precision"_a = "nearest", doc);

  auto relation = py::reinterpret_borrow<py::class_<Relation>>(py::type::of<Relation>());
  relation.def("check", &check_rows, "columns"_a, py::kw_only(), "precision"_a = "nearest",
               R"(Judges every row of columns of figures, each given under its name in the relation.

A column is any sequence of texts, Figures, ints, Fractions or Decimals.
Raises: StructureError for missing, unused or unequal columns, ParseError and UnitError with every
bad row, counted from 1, TypeError for a float.)");
}

}  // namespace edustat::python
