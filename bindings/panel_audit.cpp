// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/panel_audit.hpp"

#include "edustat/panel/roll_up.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "panel_casters.hpp"
#include "table_output.hpp"
#include "work.hpp"

#include <filesystem>
#include <variant>

namespace edustat::python {
namespace {

using namespace py::literals;
using Check = PanelAudit::Check;
using Explanations = std::variant<std::filesystem::path, std::vector<Explanation>>;

void bind_checks(py::class_<PanelAudit>& audit) {
  py::class_<Check> check(audit, "Check", "One relation, for one choice of categories.");
  check
      .def_property_readonly(
          "kind", [](const Check& self) { return written(self.kind); },
          "indicator, rule, partition, subset, cumulative or region: why it must hold.")
      .def_readonly("rule", &Check::rule, "Id of what implies it.")
      .def_property_readonly(
          "severity", [](const Check& self) { return written(self.severity); },
          "hard: must hold; soft: fix or explain.")
      .def_readonly("label", &Check::label, "In both languages.")
      .def_readonly("note", &Check::note, "What the catalogue says of it.")
      .def_property_readonly(
          "categories", [](const Check& self) { return codes_of(self.categories); },
          "Code by dimension, for which it is read.")
      .def_readonly("statement", &Check::statement,
                    "The relation, indicators without a series written out.")
      .def_readonly("consistent", &Check::consistent,
                    "Cells; of a reported total only where something is unknown.")
      .def_readonly("impossible", &Check::impossible, "Cells, explained ones among them.")
      .def_readonly("cannot_tell", &Check::cannot_tell, "Cells, explained ones among them.")
      .def_readonly("gaps", &Check::gaps, "Cells with an input that is not known.")
      .def("__repr__", [](const Check& self) {
        return "<Check " + self.rule + ": " + std::to_string(self.consistent) + " consistent, " +
               std::to_string(self.impossible) + " impossible, " +
               std::to_string(self.cannot_tell) + " cannot tell, " + std::to_string(self.gaps) +
               " gaps>";
      });
  bind_copies(check);
}

/// From behind where it is below 0.
std::size_t number_of(const PanelAudit& audit, py::ssize_t index) {
  const auto count = static_cast<py::ssize_t>(audit.cells().size());
  if (index < -count || index >= count) throw py::index_error("no such finding");
  return static_cast<std::size_t>(index < 0 ? index + count : index);
}

PanelAuditOptions options_of(Partial partial, const std::optional<Explanations>& explanations,
                             const std::optional<Day>& as_of, const Work& work) {
  PanelAuditOptions options{.partial = partial, .as_of = as_of.value_or(Day()).text, .work = work};
  if (!explanations) return options;
  const auto* path = std::get_if<std::filesystem::path>(&*explanations);
  options.explanations =
      path ? read_explanations(*path) : std::get<std::vector<Explanation>>(*explanations);
  return options;
}

constexpr const char* audit_doc =
    R"(Judges every relation that the catalogue implies on every row and period.

A panel is rolled up to all its levels first. partial: what a partial total counts as, gap or
known_part. explanations: a file or a list, whose scopes are names or codes of rows; as_of: the day
on which they must be valid, today by default.
Raises: UnitError, StructureError, CodeError, KeyboardInterrupt.)";

void bind_calls(py::module_& module) {
  module.def(
      "audit",
      [](const Totals& totals, const Catalogue& catalogue, Partial partial,
         const std::optional<Explanations>& explanations, const std::optional<Day>& as_of,
         Count threads, Progress progress) {
        Watch watch(threads, std::move(progress));
        const PanelAuditOptions options = options_of(partial, explanations, as_of, watch.work());
        return watch.run([&] { return audit(totals, catalogue, options); });
      },
      "totals"_a, "catalogue"_a, py::kw_only(), "partial"_a = "gap", "explanations"_a = py::none(),
      "as_of"_a = py::none(), "threads"_a = 0, "progress"_a = py::none(), audit_doc);
  module.def(
      "audit",
      [](const Panel& panel, const Catalogue& catalogue, Partial partial,
         const std::optional<Explanations>& explanations, const std::optional<Day>& as_of,
         Count threads, Progress progress) {
        Watch watch(threads, std::move(progress));
        const RollUpOptions sums{.work = watch.work(0, 0.5)};
        const PanelAuditOptions options =
            options_of(partial, explanations, as_of, watch.work(0.5, 1));
        return watch.run([&] { return audit(roll_up(panel, sums), catalogue, options); });
      },
      "panel"_a, "catalogue"_a, py::kw_only(), "partial"_a = "gap", "explanations"_a = py::none(),
      "as_of"_a = py::none(), "threads"_a = 0, "progress"_a = py::none(), audit_doc);
}

}  // namespace

void bind_panel_audit(py::module_& module) {
  py::class_<PanelAudit> audit(
      module, "PanelAudit",
      "Every relation that a catalogue implies, judged on every row and period of totals.");
  bind_checks(audit);
  audit.def_property_readonly("totals", &PanelAudit::totals, "What was audited.")
      .def_property_readonly(
          "checks", [](const PanelAudit& self) { return list_of(self.checks()); },
          "Every relation with the numbers of its cells by verdict.")
      .def_property_readonly(
          "left_out", [](const PanelAudit& self) { return list_of(self.left_out()); },
          "Relations that were not judged, each with what no series answers.")
      .def_property_readonly(
          "verdict", [](const PanelAudit& self) { return written(self.verdict()); },
          "impossible if any cell without explanation is, else cannot_tell if any is, else "
          "consistent.")
      .def("__len__", [](const PanelAudit& self) { return self.cells().size(); })
      .def(
          "__getitem__",
          [](const PanelAudit& self, py::ssize_t index) {
            return self.finding(number_of(self, index));
          },
          "index"_a,
          "The finding of one cell that is not consistent, by check, then period, then row.")
      .def(
          "to_table", [](const PanelAudit& self) { return to_table(self); },
          "A row for each cell that is not consistent: region, period, rule, verdict, both sides.")
      .def("__repr__", [](const PanelAudit& self) {
        return "<PanelAudit: " + std::string(written(self.verdict())) + ", " +
               std::to_string(self.checks().size()) + " checks, " +
               std::to_string(self.cells().size()) + " findings>";
      });
  bind_frames(audit, [](const PanelAudit& self) { return to_table(self); });
  bind_copies(audit);
  bind_calls(module);
}

}  // namespace edustat::python
