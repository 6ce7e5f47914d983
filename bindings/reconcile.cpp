// SPDX-License-Identifier: Apache-2.0
// The extension _reconcile: it registers its own results and shares every other class with
// _edustat.
#include "edustat/audit/reconcile.hpp"

#include "casters.hpp"
#include "copies.hpp"

#include <pybind11/chrono.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <map>
#include <optional>
#include <set>
#include <string>

namespace {

namespace py = pybind11;
using namespace py::literals;
using edustat::Reconciliation;

std::optional<edustat::Interval> interval_of(const Reconciliation::Known& known) {
  return known.bound ? known.bound->interval : std::nullopt;
}

std::optional<std::string> bound_of(const Reconciliation::Known& known) {
  if (!known.bound) return std::nullopt;
  return std::string(edustat::name_of(known.bound->tightness));
}

py::typing::Dict<py::str, py::str> categories_of(const Reconciliation::Known& known) {
  py::typing::Dict<py::str, py::str> categories;
  for (const auto& [dimension, code] : known.categories) categories[py::str(dimension)] = code;
  return categories;
}

Reconciliation run(const edustat::Bulletin& bulletin, const edustat::Catalogue& catalogue,
                   const std::string& precision, std::set<std::size_t> fixed,
                   const std::map<std::size_t, edustat::python::WrittenRational>& weights,
                   std::chrono::milliseconds time_limit, std::size_t most_conflicts) {
  edustat::ReconcileOptions options;
  options.precision = edustat::parse_precision(precision);
  options.fixed = std::move(fixed);
  for (const auto& [fact, weight] : weights) options.weights.emplace(fact, weight.value);
  options.time_limit = time_limit;
  options.most_conflicts = most_conflicts;
  const py::gil_scoped_release released;
  return edustat::reconcile(bulletin, catalogue, options);
}

void bind_known(py::class_<Reconciliation>& type) {
  py::class_<Reconciliation::Known> known(type, "Known", "What one statistic can be.");
  known.def_readonly("item", &Reconciliation::Known::item, "Full id.")
      .def_property_readonly("categories", &categories_of, "Code by code list.")
      .def_readonly("scope", &Reconciliation::Known::scope, "Of what.")
      .def_readonly("period", &Reconciliation::Known::period, "For when.")
      .def_readonly("fact", &Reconciliation::Known::fact, "Its number; None where it is hidden.")
      .def_readonly("print", &Reconciliation::Known::print,
                    "What its print lets it be, in base units; None where it is hidden.")
      .def_property_readonly("is_narrowed", &Reconciliation::Known::is_narrowed,
                             "True when the rest rules out more of the print than an end.")
      .def_property_readonly("interval", &interval_of, "In base units; None where nothing fits.")
      .def_property_readonly("bound", &bound_of, "tight or outer.");
  edustat::python::bind_copies(known);
}

void bind_conflict(py::class_<Reconciliation>& type) {
  py::class_<Reconciliation::Reason> reason(type, "Reason", "A relation of a conflict.");
  reason.def_readonly("rule", &Reconciliation::Reason::rule, "Id of what implies it.")
      .def_readonly("label", &Reconciliation::Reason::label, "In both languages.")
      .def_readonly("relation", &Reconciliation::Reason::relation, "As it must hold.")
      .def_readonly("facts", &Reconciliation::Reason::facts, "Its printed inputs.");
  edustat::python::bind_copies(reason);
  py::class_<Reconciliation::Contradiction> conflict(type, "Conflict",
                                                     "Prints that cannot all be true.");
  conflict.def_readonly("facts", &Reconciliation::Contradiction::facts, "By number, rising.")
      .def_readonly("reasons", &Reconciliation::Contradiction::reasons, "Enough relations.");
  edustat::python::bind_copies(conflict);
}

}  // namespace

PYBIND11_MODULE(_reconcile, module) {
  py::module_::import("edustat._edustat");  // its classes, and how errors are told
  module.doc() = "The joint audit, on the exact arithmetic of Z3.";
  py::class_<Reconciliation> type(module, "Reconciliation", "The joint verdict on a bulletin.");
  bind_known(type);
  bind_conflict(type);
  type.def_property_readonly(
          "verdict",
          [](const Reconciliation& self) { return std::string(edustat::name_of(self.verdict)); },
          "consistent, impossible or cannot_tell.")
      .def_readonly("conflicts", &Reconciliation::conflicts, "The smallest first.")
      .def_readonly("least", &Reconciliation::least, "Least sets of facts that must be wrong.")
      .def_readonly("intervals", &Reconciliation::intervals, "Facts first, then hidden inputs.")
      .def_readonly("hypotheses", &Reconciliation::hypotheses, "Slips, the likeliest first.")
      .def_readonly("is_complete", &Reconciliation::is_complete, "False when a limit was met.")
      .def("__repr__", [](const Reconciliation& self) {
        return "<Reconciliation: " + std::string(edustat::name_of(self.verdict)) + ", " +
               std::to_string(self.conflicts.size()) + " conflicts>";
      });
  edustat::python::bind_copies(type);
  module.def("reconcile", &run, "bulletin"_a, "catalogue"_a, "precision"_a, "fixed"_a, "weights"_a,
             "time_limit"_a, "most_conflicts"_a);
}
