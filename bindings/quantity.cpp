// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/quantity.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

#include <pybind11/operators.h>

namespace edustat::python {
namespace {

using namespace py::literals;
using QuantityClass = py::class_<Quantity>;

Quantity bare(const Rational& value) {
  return Quantity(value, Unit());
}

void bind_operators(QuantityClass& quantity) {
  quantity.def(-py::self)
      .def(py::self + py::self)
      .def(py::self - py::self)
      .def(py::self * py::self)
      .def(py::self / py::self)
      .def(
          "__mul__", [](const Quantity& self, const Rational& other) { return self * bare(other); },
          "other"_a, py::is_operator())
      .def(
          "__rmul__",
          [](const Quantity& self, const Rational& other) { return bare(other) * self; }, "other"_a,
          py::is_operator())
      .def(
          "__truediv__",
          [](const Quantity& self, const Rational& other) { return self / bare(other); }, "other"_a,
          py::is_operator())
      .def(
          "pow", [](const Quantity& self, Count exponent) { return self.pow(exponent.value); },
          "exponent"_a, "To a whole power.\n\nRaises: LimitError, ZeroError.")
      .def(py::self < py::self)
      .def(py::self <= py::self)
      .def(py::self > py::self)
      .def(py::self >= py::self);
}

}  // namespace

void bind_quantity(py::module_& module) {
  QuantityClass quantity(module, "Quantity", R"(A number with its unit.

Equality is by meaning (1公顷 == 10000平方米); sums and comparisons of different kinds raise UnitError.)");
  quantity
      .def(py::init([](Rational value, const WrittenUnit& unit) {
             return Quantity(std::move(value), unit_of(unit));
           }),
           "value"_a, "unit"_a, "`value` of `unit`.\n\nRaises: UnitError, TypeError for a float.")
      .def_static(
          "parse",
          [](Text text, const std::optional<UnitSystem>& units) {
            return units ? Quantity::parse(text, *units) : Quantity::parse(text);
          },
          "text"_a, py::kw_only(), "units"_a = py::none(),
          R"(Reads an exact quantity such as 4000元/人 or 1.8万平方米.

Raises: ParseError, UnitError, LimitError.)")
      .def_property_readonly("value", &Quantity::value, "The number in its own unit.")
      .def_property_readonly("unit", &Quantity::unit, "Its unit.")
      .def_property_readonly("base_value", &Quantity::base_value, "The number in base units.")
      .def(
          "in_unit",
          [](const Quantity& self, const WrittenUnit& unit) { return self.in_unit(unit_of(unit)); },
          "unit"_a, "The same quantity in another unit, exactly.\n\nRaises: UnitError.");
  bind_operators(quantity);
  quantity.def("__hash__", &Quantity::hash)
      .def("__str__", &Quantity::to_string)
      .def("__repr__", [](const Quantity& self) {
        return py::str("Quantity({!r}, {!r})").format(self.value(), self.unit());
      });
  bind_pickle(quantity,
              [](const Quantity& self) { return py::make_tuple(self.value(), self.unit()); });
  bind_equality(quantity);
  bind_copies(quantity);
}

}  // namespace edustat::python
