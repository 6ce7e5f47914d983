// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/slip.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

#include <algorithm>

namespace edustat::python {
namespace {

using namespace py::literals;

std::vector<Slip> find_slips(const WrittenFigure& figure, const Interval& allowed,
                             const std::optional<WrittenUnit>& unit, Precision precision,
                             Count most) {
  const Unit item = unit ? unit_of(*unit) : figure.value->unit();
  const SlipOptions options{precision, static_cast<std::size_t>(std::max(most.value, 0)),
                            UnitSystem()};
  return slips(*figure.value, allowed, item, options);
}

}  // namespace

void bind_slip(py::module_& module) {
  py::class_<Slip> slip(module, "Slip", "One slip between a true value and its print.");
  slip.def_property_readonly(
          "kind", [](const Slip& self) { return written(self.kind); },
          "rounding, scale_word, unit, transposed, mistyped, dropped, doubled, decimal_point, "
          "sign, "
          "other_denominator or mean_of_rates.")
      .def_readonly("figure", &Slip::figure, "What should have been printed.")
      .def_readonly("precision", &Slip::precision, "The rule by which `interval` reads it.")
      .def_readonly("interval", &Slip::interval,
                    "What the corrected figure can stand for.\n\nUnit: base unit.")
      .def_readonly("weight", &Slip::weight, "Share of its kind among its alternatives.")
      .def_readonly("arguments", &Slip::arguments, "Print, correction, and what else is named.")
      .def(
          "words", [](const Slip& self, Language lang) { return words_of(self.kind, lang); },
          "lang"_a = Language::zh, "The kind in Chinese (`zh`) or English (`en`).")
      .def("explain", &Slip::explain, "lang"_a = Language::zh,
           "What happened, in Chinese (`zh`) or English (`en`).")
      .def("__str__", [](const Slip& self) { return self.explain(Language::zh); })
      .def("__repr__", [](const Slip& self) {
        return "<Slip " + std::string(written(self.kind)) + " " + self.figure.text() + ">";
      });
  bind_copies(slip);
  module.def("slips", &find_slips, "figure"_a, "allowed"_a, "unit"_a = py::none(), py::kw_only(),
             "precision"_a = "nearest", "most"_a = 20,
             R"(Every single slip that would mend a figure, the likeliest first.

allowed: what the rest of the bulletin lets it be; unit: of its item, by default its own.
Unit: base unit.)");
}

}  // namespace edustat::python
