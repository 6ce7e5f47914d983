// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/item.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;

void bind_label(py::module_& module) {
  py::class_<Label> label(module, "Label", "A name in both languages.");
  label
      .def(py::init([](Text zh, Text en) {
             return Label{std::string(zh), std::string(en)};
           }),
           "zh"_a, "en"_a)
      .def_readonly("zh", &Label::zh, "Chinese.")
      .def_readonly("en", &Label::en, "English.")
      .def("__str__", [](const Label& self) { return self.zh; });
  bind_fields(label, "Label", [](const Label& self) { return py::make_tuple(self.zh, self.en); });
}

/// What every entry of a catalogue says.
template <typename Entry>
void bind_entry(py::class_<Entry>& type, const char* name) {
  const std::string head = std::string("<") + name + " ";
  type.def_readonly("id", &Entry::id, "Unique in its catalogue.")
      .def_readonly("catalogue", &Entry::catalogue, "Id of the catalogue that declares it.")
      .def_property_readonly("full_id", &Entry::full_id, "`catalogue.id`.")
      .def_readonly("label", &Entry::label, "In both languages.")
      .def_readonly("note", &Entry::note, "What a careful user would get wrong.")
      .def_readonly("source", &Entry::source, "Where it comes from.")
      .def_readonly("place", &Entry::place, "Where it is declared.")
      .def("__str__", &Entry::full_id)
      .def("__repr__",
           [head](const Entry& self) { return head + self.full_id() + " " + self.label.zh + ">"; });
  bind_copies(type);
}

void bind_code_list(py::module_& module) {
  py::class_<Code> code(module, "Code", "One code of a code list.");
  code.def_readonly("id", &Code::id, "Unique in its list.")
      .def_readonly("label", &Code::label, "In both languages.")
      .def_readonly("aliases", &Code::aliases, "As bulletins write it.")
      .def("__str__", [](const Code& self) { return self.id; })
      .def("__repr__",
           [](const Code& self) { return "<Code " + self.id + " " + self.label.zh + ">"; });
  bind_copies(code);

  py::class_<CodeList> list(module, "CodeList", "The categories of a dimension.");
  list.def_readonly("id", &CodeList::id, "Unique in its catalogue.")
      .def_readonly("catalogue", &CodeList::catalogue, "Id of the catalogue that declares it.")
      .def_readonly("label", &CodeList::label, "In both languages.")
      .def_property_readonly(
          "rule", [](const CodeList& self) { return written(self.rule); },
          "partition when the codes add up, subset when they may overlap.")
      .def_readonly("codes", &CodeList::codes, "In official order.")
      .def("__repr__", [](const CodeList& self) {
        return "<CodeList " + self.id + " " + self.label.zh + ": " +
               std::to_string(self.codes.size()) + " codes>";
      });
  bind_copies(list);
}

void bind_measure(py::module_& module) {
  py::class_<Measure> measure(module, "Measure", "What is recorded.");
  bind_entry(measure, "Measure");
  measure.def_readonly("aliases", &Measure::aliases, "As bulletins write it.")
      .def_readonly("unit", &Measure::unit, "As declared.")
      .def_readonly("counts", &Measure::counts, "The thing counted, such as desk_set, or empty.")
      .def_property_readonly(
          "regions", [](const Measure& self) { return written(self.regions); },
          "How it adds over regions: sum or none.")
      .def_property_readonly(
          "time", [](const Measure& self) { return written(self.time); },
          "How it behaves in time: flow, stock, cumulative, plan, cohort, standard, ratio, rank.")
      .def_property_readonly(
          "origin", [](const Measure& self) { return written(self.origin); },
          "Since when it is counted: programme, year, school_year, loan_round, or empty.")
      .def_readonly("dimensions", &Measure::dimensions, "Ids of its code lists.")
      .def_readonly("subset_of", &Measure::subset_of, "Full id of its whole, or empty.")
      .def_readonly("places", &Measure::places, "Shown places; None when not declared.");
}

void bind_indicator(py::module_& module) {
  py::class_<Indicator> indicator(module, "Indicator", "What is computed by a formula.");
  bind_entry(indicator, "Indicator");
  indicator.def_readonly("aliases", &Indicator::aliases, "As bulletins write it.")
      .def_readonly("unit", &Indicator::unit, "As declared.")
      .def_readonly("formula", &Indicator::formula, "The only definition, with full ids.")
      .def_readonly("formula_text", &Indicator::formula_text, "As the catalogue writes it.")
      .def_readonly("dimensions", &Indicator::dimensions, "Read once per code of these lists.")
      .def_readonly("places", &Indicator::places, "Shown places; None when not declared.")
      .def_readonly("rounding", &Indicator::rounding, "Shown rounding.");
}

}  // namespace

void bind_item(py::module_& module) {
  bind_label(module);
  bind_code_list(module);
  bind_measure(module);
  bind_indicator(module);
  py::class_<Rule> rule(module, "Rule", "A relation that a catalogue declares.");
  bind_entry(rule, "Rule");
  rule.def_readonly("statement", &Rule::statement, "The relation, with full ids.")
      .def_property_readonly(
          "severity", [](const Rule& self) { return written(self.severity); },
          "hard: must hold; soft: fix or explain.");
}

}  // namespace edustat::python
