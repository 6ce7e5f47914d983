// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/unit.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

#include <pybind11/operators.h>

namespace edustat::python {
namespace {

using namespace py::literals;

/// True when the built-in words give this very unit for its symbol.
bool is_builtin(const Unit& unit) {
  try {
    const Unit known = Unit::parse(unit.symbol());
    return known == unit && known.symbol() == unit.symbol() &&
           known.symbol(Language::en) == unit.symbol(Language::en);
  } catch (const Error&) {
    return false;
  }
}

py::tuple fields_of(const Unit& unit) {
  return py::make_tuple(unit.symbol(), unit.symbol(Language::en), unit.dimension(), unit.factor());
}

py::str repr_of_unit(const Unit& unit) {
  if (is_builtin(unit)) return py::str("Unit.parse({!r})").format(unit.symbol());
  return py::str("Unit({!r}, {!r}, {!r}, {!r})").format(*fields_of(unit));
}

Reduced reduced_unit(const Unit& unit) {
  const py::object type = py::type::of<Unit>();
  if (!is_builtin(unit)) return py::tuple(py::make_tuple(type, fields_of(unit)));
  const py::object call = py::module_::import("operator").attr("methodcaller");
  return py::tuple(py::make_tuple(call("parse", unit.symbol()), py::make_tuple(type)));
}

}  // namespace

void bind_unit(py::module_& module) {
  py::class_<Unit> unit(module, "Unit", R"(A unit with an exact factor to its base unit.

Equality is by meaning (名 is 人); the writing is kept.)");
  unit.def(py::init<>(), "The unit of a bare number.")
      .def(py::init([](Text symbol, Text symbol_en, const Dimension& dimension, Rational factor) {
             return Unit(std::string(symbol), std::string(symbol_en), dimension, std::move(factor));
           }),
           "symbol"_a, "symbol_en"_a, "dimension"_a, "factor"_a,
           R"(A unit of its own: `factor` is how many base units it is.

Raises: UnitError when the factor is not above zero or a symbol is no plain text.)")
      .def_static(
          "parse", [](Text text) { return Unit::parse(text); }, "text"_a,
          R"(Reads 平方米, 万元, 元/人 or m² with the built-in words.

Raises: UnitError.)")
      .def_property_readonly(
          "symbol", [](const Unit& self) { return self.symbol(); }, "As written in Chinese text.")
      .def(
          "symbol_in", [](const Unit& self, Language lang) { return self.symbol(lang); }, "lang"_a,
          "As written in Chinese (`zh`) or English (`en`) text.")
      .def_property_readonly("dimension", &Unit::dimension, "What it measures.")
      .def_property_readonly("factor", &Unit::factor, "How many base units it is.")
      .def(
          "pow", [](const Unit& self, Count exponent) { return self.pow(exponent.value); },
          "exponent"_a, "To a whole power.\n\nRaises: LimitError outside -64 to 64.")
      .def(
          "with_scale", [](const Unit& self, Text word) { return self.with_scale(word); },
          "scale_word"_a, "The unit counted in 万 or 亿.\n\nRaises: UnitError.")
      .def("without_scale", &Unit::without_scale, "元 for 万元.")
      .def(py::self * py::self)
      .def(py::self / py::self)
      .def("__hash__", &Unit::hash)
      .def("__str__", [](const Unit& self) { return self.symbol(); })
      .def("__repr__", &repr_of_unit)
      .def("__reduce__", &reduced_unit);
  bind_equality(unit);
  bind_copies(unit);
}

}  // namespace edustat::python
