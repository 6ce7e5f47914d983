// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/catalogue.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;

std::variant<Measure, Indicator> find_catalogue(const Catalogue& catalogue, Text name) {
  return std::visit([](const auto* item) -> std::variant<Measure, Indicator> { return *item; },
                    catalogue.find(name));
}

std::string repr_of_catalogue(const Catalogue& catalogue) {
  return "<Catalogue " + catalogue.id() + " " + catalogue.label().zh + ": " +
         std::to_string(catalogue.measures().size()) + " measures, " +
         std::to_string(catalogue.indicators().size()) + " indicators, " +
         std::to_string(catalogue.relations().size()) + " relations>";
}

}  // namespace

void bind_catalogue(py::module_& module) {
  py::class_<Catalogue> catalogue(module, "Catalogue",
                                  "Measures, indicators and relations with labels and units.");
  catalogue
      .def_static(
          "builtin", [](Text id) { return Catalogue::builtin(id); }, "id"_a,
          R"(A catalogue that is compiled in; `education` is all of them together.

Raises: CodeError naming the known ids.)")
      .def_static("builtin_ids", &Catalogue::builtin_ids, "The ids that builtin() knows.")
      .def_static("load", &Catalogue::load, "path"_a, py::call_guard<py::gil_scoped_release>(),
                  R"(Reads a TOML file; `extends` may name built-in catalogues.

Raises: FileError, ParseError, StructureError, UnitError, CodeError with every fault and its place.)")
      .def_static(
          "parse", [](Text text, Text name) { return Catalogue::parse(text, name); }, "text"_a,
          "name"_a = "", "Reads TOML text; `name` stands in errors.\n\nRaises: as load().")
      .def_property_readonly("id", &Catalogue::id, "The id in its head.")
      .def_property_readonly("edition", &Catalogue::edition, "The edition in its head.")
      .def_property_readonly("label", &Catalogue::label, "The label in its head.")
      .def_property_readonly("units", &Catalogue::units, "The unit words its facts may use.")
      .def_property_readonly(
          "code_lists", [](const Catalogue& self) { return list_of(self.code_lists()); },
          "All code lists.")
      .def_property_readonly(
          "measures", [](const Catalogue& self) { return list_of(self.measures()); },
          "All measures.")
      .def_property_readonly(
          "indicators", [](const Catalogue& self) { return list_of(self.indicators()); },
          "All indicators.")
      .def_property_readonly(
          "relations", [](const Catalogue& self) { return list_of(self.relations()); },
          "All declared relations.")
      .def("find", &find_catalogue, "name"_a,
           R"(The measure or indicator that an id, a label or an alias means.

Raises: CodeError when it is unknown or has several meanings.)")
      .def(
          "code_list", [](const Catalogue& self, Text id) { return CodeList(self.code_list(id)); },
          "id"_a, "The code list with this id.\n\nRaises: CodeError.")
      .def("__repr__", &repr_of_catalogue);
  bind_copies(catalogue);
}

}  // namespace edustat::python
