// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/series.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;
using SeriesAuditClass = py::class_<SeriesAudit>;

SeriesAudit run_series(const std::vector<Bulletin>& bulletins, const Catalogue& catalogue,
                       Precision precision) {
  const py::gil_scoped_release released;
  return audit_series(bulletins, catalogue, precision);
}

void bind_source(SeriesAuditClass& audit) {
  py::class_<SeriesAudit::Source> source(audit, "Source", "A fact of one of the bulletins.");
  source.def_readonly("bulletin", &SeriesAudit::Source::bulletin, "Number of the bulletin, from 0.")
      .def_readonly("fact", &SeriesAudit::Source::fact, "Number in its bulletin, from 0.")
      .def("__repr__", [](const SeriesAudit::Source& self) {
        return "<Source " + std::to_string(self.bulletin) + "." + std::to_string(self.fact) + ">";
      });
  bind_copies(source);
}

void bind_remark(SeriesAuditClass& audit) {
  py::class_<SeriesAudit::Remark> remark(audit, "Remark", "One relation across bulletins.");
  remark
      .def_property_readonly(
          "kind", [](const SeriesAudit::Remark& self) { return written(self.kind); },
          "growth, formula, cumulative, restatement, revision or plan_change.")
      .def_property_readonly(
          "verdict", [](const SeriesAudit::Remark& self) { return written(self.verdict); },
          "consistent, impossible or cannot_tell.")
      .def_readonly("rule", &SeriesAudit::Remark::rule, "Id of the item that implies it.")
      .def_readonly("relation", &SeriesAudit::Remark::relation, "As it was judged.")
      .def_readonly("label", &SeriesAudit::Remark::label, "In both languages.")
      .def_readonly("facts", &SeriesAudit::Remark::facts, "In the order of the relation.")
      .def_readonly("intervals", &SeriesAudit::Remark::intervals,
                    "What their prints can stand for.\n\nUnit: base unit.")
      .def_readonly("vintages", &SeriesAudit::Remark::vintages, "Of the facts, where given.")
      .def("__repr__", [](const SeriesAudit::Remark& self) {
        return "<Remark " + std::string(written(self.kind)) + ": " +
               std::string(written(self.verdict)) + " " + self.rule + ">";
      });
  bind_copies(remark);
}

void bind_narrowed(SeriesAuditClass& audit) {
  py::class_<SeriesAudit::Narrowed> narrowed(audit, "Narrowed",
                                             "A fact that the others know better than its print.");
  narrowed.def_readonly("source", &SeriesAudit::Narrowed::source, "Which.")
      .def_readonly("printed", &SeriesAudit::Narrowed::printed,
                    "What its print can stand for.\n\nUnit: base unit.")
      .def_readonly("interval", &SeriesAudit::Narrowed::interval,
                    "What all bulletins together let it be.\n\nUnit: base unit.")
      .def("__repr__", [](const SeriesAudit::Narrowed& self) {
        return "<Narrowed " + self.interval.to_string() + ">";
      });
  bind_copies(narrowed);
}

}  // namespace

void bind_audit_series(py::module_& module) {
  SeriesAuditClass type(module, "SeriesAudit", "What several bulletins say of one another.");
  bind_source(type);
  bind_remark(type);
  bind_narrowed(type);
  type.def_readonly("remarks", &SeriesAudit::remarks, "In the order of their first facts.")
      .def_readonly("narrowed", &SeriesAudit::narrowed, "In the order of the bulletins.")
      .def_readonly("undated", &SeriesAudit::undated,
                    "Facts without period: they meet no other bulletin.")
      .def_property_readonly(
          "verdict", [](const SeriesAudit& self) { return written(self.verdict()); },
          "impossible if any remark is, else cannot_tell if any is, else consistent.")
      .def("__repr__", [](const SeriesAudit& self) {
        return "<SeriesAudit: " + std::string(written(self.verdict())) + ", " +
               std::to_string(self.remarks.size()) + " remarks>";
      });
  bind_copies(type);
  module.def("audit_series", &run_series, "bulletins"_a, "catalogue"_a, "precision"_a = "nearest",
             R"(Judges what relates bulletins of different dates, and narrows their figures.

bulletins: in the order of publication.
Raises: CodeError, UnitError.)");
}

}  // namespace edustat::python
