// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/formula.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;

/// Equal formulas have equal references.
py::ssize_t hash_of(std::span<const Reference> references) {
  py::list names;
  for (const Reference& reference : references) names.append(reference.to_string());
  return py::hash(py::tuple(names));
}

/// Reads one reference; `*` stands inside sum() only. @throws ParseError
Reference parse_reference(Text text) {
  const bool is_sum = text.view.find("=*") != std::string_view::npos;
  const Formula formula(is_sum ? "sum(" + std::string(text) + ")" : std::string(text));
  if (formula.nodes().size() != 1 || formula.references().size() != 1) {
    throw ParseError(Fault{ErrorCode::name_expected, {std::string(text)}, {.column = 1}});
  }
  return formula.references().front();
}

void bind_reference(py::module_& module) {
  py::class_<Reference> reference(module, "Reference",
                                  "A leaf of a formula: an item, and where it is taken.");
  reference
      .def(py::init(&parse_reference), "text"_a,
           "Reads `trained[training_kind=disabled]`.\n\nRaises: ParseError.")
      .def_readonly("item", &Reference::item, "Id or label of the item.")
      .def_property_readonly(
          "categories",
          [](const Reference& self) {
            std::map<std::string, std::string> codes;
            for (const auto& [dimension, code] : self.categories) codes.emplace(dimension, code);
            return codes;
          },
          "Code by code list; `*` for every code.")
      .def_property_readonly(
          "relative", [](const Reference& self) { return written(self.relative); },
          "same, parent or total.")
      .def_readonly("shift_periods", &Reference::shift_periods, "-1 for prev(x).")
      .def_readonly("shift_months", &Reference::shift_months, "-12 for x@-1y.")
      .def_property_readonly("needs_panel", &Reference::needs_panel,
                             "True when the value stands in another period or region.")
      .def("__hash__", [](const Reference& self) { return py::hash(str_of(self.to_string())); })
      .def("__str__", &Reference::to_string)
      .def("__repr__", [](const Reference& self) {
        return py::str("Reference({!r})").format(self.to_string());
      });
  bind_pickle(reference, [](const Reference& self) { return py::make_tuple(self.to_string()); });
  bind_equality(reference);
  bind_copies(reference);
}

/// What Formula and Relation have in common.
template <typename Value>
void bind_tree(py::class_<Value>& type, const char* name) {
  const std::string format = std::string(name) + "({!r})";
  type.def(py::init([](Text text) { return Value(text.view); }), "text"_a)
      .def_property_readonly("text", &Value::text, "As written.")
      .def_property_readonly(
          "references", [](const Value& self) { return list_of(self.references()); },
          "The references, each once, in the order of their first appearance.")
      .def_property_readonly(
          "constants", [](const Value& self) { return list_of(self.constants()); },
          "The constants, exactly.")
      .def("__hash__", [](const Value& self) { return hash_of(self.references()); })
      .def("__str__", &Value::text)
      .def("__repr__", [format](const Value& self) { return py::str(format).format(self.text()); });
  bind_pickle(type, [](const Value& self) { return py::make_tuple(self.text()); });
  bind_equality(type);
  bind_copies(type);
}

}  // namespace

void bind_formula(py::module_& module) {
  bind_reference(module);
  py::class_<Formula> formula(module, "Formula", R"(A rational expression over items, exact.

Operators + - * / and ^ with a whole number; equality is of the parsed tree.
Raises: ParseError with the column, LimitError.)");
  bind_tree(formula, "Formula");
  py::class_<Relation> relation(module, "Relation", R"(Two formulas joined by == <= >= < or >.

Raises: ParseError with the column, LimitError.)");
  bind_tree(relation, "Relation");
  relation.def_property_readonly(
      "comparison", [](const Relation& self) { return written(self.comparison()); },
      "==, <=, >=, < or >.");
}

}  // namespace edustat::python
