// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/dimension.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

#include <pybind11/operators.h>

namespace edustat::python {
namespace {

using namespace py::literals;

void bind_kind(py::module_& module) {
  py::class_<Kind> kind(module, "Kind", "What a unit measures: area, money, person, desk_set.");
  kind.def(py::init([](Text name, Kind::Nature nature) { return Kind(name, nature); }), "name"_a,
           "nature"_a,
           R"(Nature: measuring, counting or point.

Raises: UnitError for an empty or too long name, or signs other than a-z, 0-9 and _.)")
      .def_property_readonly("name", &Kind::name, "The name.")
      .def_property_readonly("nature", &Kind::nature, "measuring, counting or point.");
  bind_fields(kind, "Kind",
              [](const Kind& self) { return py::make_tuple(self.name(), self.nature()); });
}

/// `Dimension(Kind('area', 'measuring')) * Dimension(Kind('person', 'counting')).pow(-1)`
std::string repr_of_dimension(const Dimension& dimension) {
  std::string text;
  for (const Dimension::Factor& factor : dimension.factors()) {
    text += text.empty() ? "" : " * ";
    text += "Dimension(" + std::string(py::repr(py::cast(factor.kind))) + ")";
    if (factor.power != 1) text += ".pow(" + std::to_string(factor.power) + ")";
  }
  return text.empty() ? "Dimension()" : text;
}

/// What the constructor from factors takes.
std::vector<std::pair<Kind, int>> factors_of(const Dimension& dimension) {
  std::vector<std::pair<Kind, int>> factors;
  for (const auto& [kind, power] : dimension.factors()) factors.emplace_back(kind, power);
  return factors;
}

Dimension product_of(const std::vector<std::pair<Kind, Count>>& factors) {
  Dimension product;
  for (const auto& [kind, power] : factors) product = product * Dimension(kind).pow(power.value);
  return product;
}

}  // namespace

void bind_dimension(py::module_& module) {
  bind_kind(module);
  py::class_<Dimension> dimension(
      module, "Dimension", "A product of kinds with whole powers; the empty product is a ratio.");
  dimension.def(py::init<>(), "A plain ratio.")
      .def(py::init<const Kind&>(), "kind"_a, "One kind.")
      .def(py::init(&product_of), "factors"_a, "Kinds with their powers.")
      .def_property_readonly("factors", &factors_of,
                             "Pairs of a kind and its power, in the order of the names.")
      .def_property_readonly("is_ratio", &Dimension::is_ratio, "True for a plain ratio.")
      .def_property_readonly("is_count", &Dimension::is_count,
                             "True for one counting kind to the power 1.")
      .def(py::self * py::self)
      .def(py::self / py::self)
      .def(
          "pow", [](const Dimension& self, Count exponent) { return self.pow(exponent.value); },
          "exponent"_a, "To a whole power.\n\nRaises: LimitError outside -64 to 64.")
      .def("__hash__", &Dimension::hash)
      .def("__str__", &Dimension::to_string)
      .def("__repr__", &repr_of_dimension);
  bind_pickle(dimension, [](const Dimension& self) { return py::make_tuple(factors_of(self)); });
  bind_equality(dimension);
  bind_copies(dimension);
}

}  // namespace edustat::python
