// SPDX-License-Identifier: Apache-2.0
#include "edustat/bulletin/evaluation.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "dictionary.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;

void bind_input(py::class_<Computed>& computed) {
  py::class_<Computed::Input> input(computed, "Input", "One input of a formula.");
  input.def_readonly("name", &Computed::Input::name, "Full id with category.")
      .def_readonly("label", &Computed::Input::label, "In both languages.")
      .def_readonly("text", &Computed::Input::text, "As printed, or the computed value.")
      .def_readonly("interval", &Computed::Input::interval,
                    "What the true value can be.\n\nUnit: base unit.")
      .def("__repr__", [](const Computed::Input& self) {
        return "<Input " + self.name + " " + self.text + ">";
      });
  bind_copies(input);
}

std::optional<Quantity> value_of(const Computed& computed) {
  const Quantity* value = std::get_if<Quantity>(&computed.value);
  return value ? std::optional(*value) : std::nullopt;
}

std::optional<Gap> gap_of_computed(const Computed& computed) {
  const Gap* gap = std::get_if<Gap>(&computed.value);
  return gap ? std::optional(*gap) : std::nullopt;
}

std::string repr_of_computed(const Computed& computed) {
  const Quantity* value = std::get_if<Quantity>(&computed.value);
  const std::string shown = value ? computed.rounded
                                        ? computed.rounded->to_string() + value->unit().symbol()
                                        : value->to_string()
                                  : std::string(written(std::get<Gap>(computed.value)));
  return "<Computed " + computed.indicator + " " + computed.scope.to_string() + ": " + shown + ">";
}

}  // namespace

void bind_evaluation(py::module_& module) {
  py::class_<Computed> computed(module, "Computed",
                                "One indicator computed from the facts of a bulletin.");
  bind_input(computed);
  computed.def_readonly("indicator", &Computed::indicator, "Full id.")
      .def_readonly("label", &Computed::label, "In both languages.")
      .def_property_readonly(
          "categories",
          [](const Computed& self) {
            std::map<std::string, std::string> codes;
            for (const auto& [dimension, code] : self.categories) codes.emplace(dimension, code);
            return codes;
          },
          "Code by code list, for which it is read.")
      .def_readonly("scope", &Computed::scope, "Of what.")
      .def_readonly("period", &Computed::period, "For when.")
      .def_readonly("formula", &Computed::formula, "As the catalogue writes it.")
      .def_readonly("inputs", &Computed::inputs, "In the order of the formula.")
      .def_property_readonly("value", &value_of,
                             "Exact, from the printed values; None where there is a gap.\n\n"
                             "Unit: the indicator's.")
      .def_property_readonly("gap", &gap_of_computed,
                             "Why there is no value; None where there is one.")
      .def_readonly("rounded", &Computed::rounded,
                    "The value with the indicator's places.\n\nUnit: the indicator's.")
      .def_property_readonly(
          "interval", [](const Computed& self) { return self.bound.interval; },
          "What the true value can be.\n\nUnit: base unit.")
      .def_property_readonly(
          "bound", [](const Computed& self) { return written(self.bound.tightness); },
          "tight, or outer when not every value inside is proven possible.")
      .def_readonly("printed", &Computed::printed, "The figure that the bulletin prints for it.")
      .def(
          "to_dict", [](const Computed& self) { return dictionary(self); },
          "Everything as JSON-ready values.")
      .def("__repr__", &repr_of_computed);
  bind_copies(computed);
  module.def("evaluate", py::overload_cast<const Bulletin&, const Catalogue&, Precision>(&evaluate),
             "bulletin"_a, "catalogue"_a, "precision"_a = "nearest",
             py::call_guard<py::gil_scoped_release>(),
             R"(Every indicator that the facts allow, exactly, with its trace.

Raises: CodeError for unknown items, UnitError for figures of another dimension, CodeError (precision).)");
}

}  // namespace edustat::python
