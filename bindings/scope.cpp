// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/scope.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

#include <pybind11/operators.h>

namespace edustat::python {

void bind_scope(py::module_& module) {
  using namespace py::literals;

  py::class_<Scope> scope(module, "Scope", R"(What a fact is about: a region, a group, or the rest.

Written from the whole to the part: 邯郸市>7个扶贫县; 邯郸市>!7个扶贫县 is the rest of the city.)");
  scope.def(py::init<>(), "The whole of which the text speaks.")
      .def_static(
          "parse", [](Text text) { return Scope::parse(text); }, "text"_a,
          R"(Reads 邯郸市, 邯郸市>7个扶贫县, 邯郸市>!7个扶贫县 or 邯郸市>五县{魏县、馆陶县}.

Raises: ParseError, LimitError.)")
      .def_property_readonly("name", &Scope::name, "The last name; empty for the whole.")
      .def_property_readonly("within", &Scope::within,
                             "The scope that it is written in; None for an outermost one.")
      .def_property_readonly("is_complement", &Scope::is_complement,
                             "True for the containing scope without the group.")
      .def_property_readonly("members", &Scope::members, "The members, where they are written.")
      .def("complement", &Scope::complement,
           "The rest of the containing scope.\n\nRaises: StructureError for an outermost scope.")
      .def("contains", &Scope::contains, "other"_a,
           "True when the other is written as a part of this scope, at any depth.")
      .def(py::self < py::self)
      .def(py::self <= py::self)
      .def(py::self > py::self)
      .def(py::self >= py::self)
      .def("__hash__", &Scope::hash)
      .def("__str__", &Scope::to_string)
      .def("__repr__",
           [](const Scope& self) { return py::str("Scope.parse({!r})").format(self.to_string()); });
  bind_pickle(
      scope, [](const Scope& self) { return py::make_tuple(self.to_string()); }, "parse");
  bind_equality(scope);
  bind_copies(scope);
}

}  // namespace edustat::python
