// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/masks.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;
using MasksClass = py::class_<Masks>;

Masks find_masks(const Bulletin& bulletin, const Catalogue& catalogue, Precision precision,
                 Text text) {
  const MaskOptions options{precision, std::string(text)};
  const py::gil_scoped_release released;
  return masks(bulletin, catalogue, options);
}

void bind_reason(MasksClass& masks) {
  py::class_<Masks::Reason> reason(masks, "Reason", "A relation that rules out some digits.");
  reason
      .def_property_readonly(
          "kind", [](const Masks::Reason& self) { return written(self.kind); },
          "Why it must hold, as for a finding.")
      .def_readonly("rule", &Masks::Reason::rule, "Id of what implies it.")
      .def_readonly("relation", &Masks::Reason::relation, "As it was judged.")
      .def_readonly("label", &Masks::Reason::label, "In both languages.")
      .def_readonly("facts", &Masks::Reason::facts, "Numbers of its facts, from 0.")
      .def_readonly("allowed", &Masks::Reason::allowed,
                    "What it alone lets the figure be.\n\nUnit: base unit.")
      .def("__repr__", [](const Masks::Reason& self) {
        return "<Reason " + self.rule + ": " + self.relation + ">";
      });
  bind_copies(reason);
}

void bind_masked(MasksClass& masks) {
  py::class_<Masks::Masked> masked(masks, "Masked", "One masked figure.");
  masked.def_readonly("fact", &Masks::Masked::fact, "Number in the bulletin, from 0.")
      .def_readonly("figure", &Masks::Masked::figure, "As printed.")
      .def_readonly("allowed", &Masks::Masked::allowed,
                    "What all relations let it be.\n\nUnit: base unit.")
      .def_readonly("fillings", &Masks::Masked::fillings, "How many fillings there are.")
      .def_readonly("prints", &Masks::Masked::prints, "Fillings that fit, rising.")
      .def_readonly("values", &Masks::Masked::values, "Their values.\n\nUnit: base unit.")
      .def_readonly("reasons", &Masks::Masked::reasons, "Relations that rule out some filling.")
      .def_property_readonly("is_forced", &Masks::Masked::is_forced,
                             "True when one filling alone fits.")
      .def("__repr__", [](const Masks::Masked& self) {
        return "<Masked " + self.figure.text() + ": " + std::to_string(self.prints.size()) +
               " of " + std::to_string(self.fillings) + ">";
      });
  bind_copies(masked);
}

void bind_pattern(MasksClass& masks) {
  py::class_<Masks::Pattern> pattern(masks, "Pattern", "Masked digits in the text.");
  pattern.def_readonly("text", &Masks::Pattern::text, "As printed, every mask as `x`.")
      .def_readonly("count", &Masks::Pattern::count, "How often it stands in the text.")
      .def_readonly("range", &Masks::Pattern::range,
                    "`20xx-2018` where a year bounds it, or empty.")
      .def("__repr__", [](const Masks::Pattern& self) { return "<Pattern " + self.text + ">"; });
  bind_copies(pattern);
}

void bind_substitution(MasksClass& masks) {
  py::class_<Masks::Substitution> common(masks, "Substitution",
                                         "The same digits for every run of masks of one length.");
  common.def_readonly("digits", &Masks::Substitution::digits, "Such as 16.")
      .def_readonly("figures", &Masks::Substitution::figures, "Masked figures that it fills.")
      .def_readonly("in_text", &Masks::Substitution::in_text, "Runs in the text that it fills.")
      .def("__repr__",
           [](const Masks::Substitution& self) { return "<Substitution " + self.digits + ">"; });
  bind_copies(common);
}

}  // namespace

void bind_masks(py::module_& module) {
  MasksClass type(module, "Masks", "What the masked digits of a bulletin can be: an inference.");
  bind_reason(type);
  bind_masked(type);
  bind_pattern(type);
  bind_substitution(type);
  type.def_readonly("masked", &Masks::masked, "In the order of the bulletin.")
      .def_readonly("patterns", &Masks::patterns, "In the order of the text.")
      .def_readonly("common", &Masks::common, "Common substitutions that survive, rising.")
      .def("explain", &Masks::explain, "lang"_a = Language::zh,
           "In words, with the relations that force what is forced.")
      .def("__str__", [](const Masks& self) { return self.explain(Language::zh); })
      .def("__repr__", [](const Masks& self) {
        return "<Masks of " + std::to_string(self.masked.size()) + " figures>";
      });
  bind_copies(type);
  module.def("masks", &find_masks, "bulletin"_a, "catalogue"_a, "precision"_a = "nearest",
             py::kw_only(), "text"_a = "",
             R"(What the relations of a bulletin let its masked digits be.

text: the whole text; its masks count for the common substitution. The facts stay as printed.
Raises: CodeError, UnitError.)");
}

}  // namespace edustat::python
