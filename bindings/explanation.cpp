// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/explanation.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;

Explanation make_explanation(Text relation, Text text, const Scope& scope,
                             const std::optional<Period>& period, Text who, Text date,
                             Text valid_until, const Place& place) {
  return {std::string(relation),
          scope,
          period,
          std::string(text),
          std::string(who),
          std::string(date),
          std::string(valid_until),
          place};
}

}  // namespace

void bind_explanation(py::module_& module) {
  py::class_<Explanation> explanation(module, "Explanation",
                                      "Why a soft finding is as it is, kept for the next month.");
  explanation
      .def(py::init(&make_explanation), "relation"_a, "text"_a, "scope"_a = Scope(),
           "period"_a = py::none(), "who"_a = "", "date"_a = "", "valid_until"_a = "",
           "place"_a = Place())
      .def_readonly("relation", &Explanation::relation, "Id of the relation or indicator.")
      .def_readonly("text", &Explanation::text, "The explanation.")
      .def_readonly("scope", &Explanation::scope, "The scope to which it applies.")
      .def_readonly("period", &Explanation::period, "The period; None for every one.")
      .def_readonly("who", &Explanation::who, "Who gave it.")
      .def_readonly("date", &Explanation::date, "When, as 2016-12-01.")
      .def_readonly("valid_until", &Explanation::valid_until, "Last day on which it counts.")
      .def_readonly("place", &Explanation::place, "Line in its file.")
      .def("__str__", [](const Explanation& self) { return self.text; });
  bind_fields(explanation, "Explanation", [](const Explanation& self) {
    return py::make_tuple(self.relation, self.text, self.scope, self.period, self.who, self.date,
                          self.valid_until, self.place);
  });
  module.def("read_explanations", &read_explanations, "path"_a,
             R"(Reads a CSV file of explanations; the columns relation and text are needed.

Raises: FileError, ParseError, StructureError with every fault.)");
}

}  // namespace edustat::python
