// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/audit.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "dictionary.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;
using FindingTuple = py::typing::Tuple<Finding, py::ellipsis>;
using FactTuple = py::typing::Tuple<Fact, py::ellipsis>;
using Explanations = std::variant<std::filesystem::path, std::vector<Explanation>>;

/// An audit beside its bulletin, so that facts are facts and not numbers of facts. The findings
/// are Python objects once and for all.
struct BulletinAudit {
  Audit audit;
  Bulletin bulletin;
  py::tuple findings;
  py::tuple explained;
};

std::vector<Explanation> list_of(const std::optional<Explanations>& explanations) {
  if (!explanations) return {};
  const auto* path = std::get_if<std::filesystem::path>(&*explanations);
  return path ? read_explanations(*path) : std::get<std::vector<Explanation>>(*explanations);
}

BulletinAudit run_audit(const Bulletin& bulletin, const Catalogue& catalogue, Precision precision,
                        const std::optional<Explanations>& explanations,
                        const std::optional<Day>& as_of) {
  const AuditOptions options{precision, list_of(explanations), as_of.value_or(Day()).text};
  Audit result = [&] {
    const py::gil_scoped_release released;
    return audit(bulletin, catalogue, options);
  }();
  py::tuple findings = py::cast(result.findings);
  py::tuple explained = py::cast(result.explained);
  return {std::move(result), bulletin, std::move(findings), std::move(explained)};
}

FactTuple facts_of(const Bulletin& bulletin, const std::vector<std::size_t>& numbers) {
  py::list facts;
  for (const std::size_t number : numbers) facts.append(bulletin.facts()[number]);
  return py::tuple(facts);
}

std::string repr_of_audit(const BulletinAudit& self) {
  return "<Audit of " + self.bulletin.name() + ": " + std::string(written(self.audit.verdict())) +
         ", " + std::to_string(self.audit.findings.size()) + " findings>";
}

}  // namespace

void bind_audit(py::module_& module) {
  py::class_<BulletinAudit> type(module, "Audit",
                                 "All findings on one bulletin, in a fixed order.");
  type.def_property_readonly(
          "findings", [](const BulletinAudit& self) { return FindingTuple(self.findings); },
          "Every judged relation, without the explained ones.")
      .def_property_readonly(
          "explained", [](const BulletinAudit& self) { return FindingTuple(self.explained); },
          "Soft findings that a valid explanation covers.")
      .def_property_readonly(
          "masked",
          [](const BulletinAudit& self) { return facts_of(self.bulletin, self.audit.masked); },
          "Facts with masked digits.")
      .def_property_readonly(
          "unrelated",
          [](const BulletinAudit& self) { return facts_of(self.bulletin, self.audit.unrelated); },
          "Facts that no judged relation uses.")
      .def_property_readonly(
          "precision", [](const BulletinAudit& self) { return self.audit.precision; }, "As asked.")
      .def_property_readonly(
          "verdict", [](const BulletinAudit& self) { return written(self.audit.verdict()); },
          "impossible if any finding is, else cannot_tell if any is, else consistent.")
      .def_readonly("bulletin", &BulletinAudit::bulletin, "What was audited.")
      .def(
          "to_dict",
          [](const BulletinAudit& self) { return dictionary(self.audit, self.bulletin); },
          "Everything as JSON-ready values; numbers are text such as 3191/5000.")
      .def("__len__", [](const BulletinAudit& self) { return self.findings.size(); })
      .def("__iter__",
           [](const BulletinAudit& self) -> py::typing::Iterator<Finding> {
             return py::iter(self.findings);
           })
      .def(
          "__getitem__",
          [](const BulletinAudit& self, Count index) {
            return py::cast<Finding>(self.findings.attr("__getitem__")(index.value));
          },
          "index"_a)
      .def("__repr__", &repr_of_audit);
  bind_copies(type);
  module.def("audit", &run_audit, "bulletin"_a, "catalogue"_a, "precision"_a = "nearest",
             py::kw_only(), "explanations"_a = py::none(), "as_of"_a = py::none(),
             R"(Judges every relation that the catalogue implies for the facts of a bulletin.

explanations: a file or a list; as_of: the day on which they must be valid, today by default.
Raises: CodeError for unknown items, UnitError for figures of another dimension, each with its line.)");
}

}  // namespace edustat::python
