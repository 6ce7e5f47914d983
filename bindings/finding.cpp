// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/finding.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "dictionary.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;
using FindingClass = py::class_<Finding>;

void bind_note(py::module_& module) {
  py::class_<Note> note(module, "Note", "Something that a reader of a finding should know.");
  note.def(py::init([](Note::Code code, std::vector<std::string> arguments) {
             return Note{code, std::move(arguments)};
           }),
           "code"_a, "arguments"_a = std::vector<std::string>())
      .def_readonly("code", &Note::code, "What is noted, such as `mixed_kinds`.")
      .def_readonly("arguments", &Note::arguments, "The figures or names concerned.")
      .def("message", &Note::message, "lang"_a = Language::zh,
           "The sentence in Chinese (`zh`) or English (`en`).")
      .def("__str__", [](const Note& self) { return self.message(Language::zh); });
  bind_fields(note, "Note", [](const Note& self) {
    return py::make_tuple(self.code, py::tuple(py::cast(self.arguments)));
  });
}

void bind_input(FindingClass& finding) {
  py::class_<Finding::Input> input(finding, "Input", "One figure of a relation.");
  input.def_readonly("name", &Finding::Input::name, "As in the relation.")
      .def_readonly("figure", &Finding::Input::figure, "As printed.")
      .def_readonly("precision", &Finding::Input::precision, "The rule by which it was read.")
      .def_readonly("interval", &Finding::Input::interval,
                    "What the true value can be.\n\nUnit: base unit.")
      .def("__repr__", [](const Finding::Input& self) {
        return "<Input " + self.name + " " + self.figure.text() + ">";
      });
  bind_copies(input);
}

void bind_origin(FindingClass& finding) {
  py::class_<Finding::Origin> origin(finding, "Origin", "Where an input of a bulletin stands.");
  origin.def_readonly("label", &Finding::Origin::label, "Of the item, in both languages.")
      .def_readonly("scope", &Finding::Origin::scope, "Of what.")
      .def_readonly("place", &Finding::Origin::place, "In the facts file.")
      .def_readonly("fact", &Finding::Origin::fact, "Number of the fact, from 0.")
      .def("__repr__", [](const Finding::Origin& self) {
        return "<Origin " + self.label.zh + " " + to_string(self.place) + ">";
      });
  bind_copies(origin);
}

std::optional<Interval> allowed(const Finding& finding, Text name) {
  std::string known;
  for (std::size_t i = 0; i < finding.inputs().size(); ++i) {
    const std::string& input = finding.inputs()[i].name;
    if (input == name.view) return finding.allowed(i).interval;
    known.append(known.empty() ? "" : ", ").append(input);
  }
  throw CodeError(Fault{ErrorCode::unknown_name, {std::string(name), known}});
}

/// The call of check() that gives it; a summary for a finding of an audit.
std::string repr_of_finding(const Finding& finding) {
  if (finding.subject().kind != Finding::Kind::asked) {
    return "<Finding " + std::string(written(finding.verdict())) + ": " + finding.subject().rule +
           " " + finding.subject().scope.to_string() + ">";
  }
  std::string text = "check(" + std::string(py::repr(str_of(finding.relation().text())));
  py::dict others;
  for (const Finding::Input& input : finding.inputs()) {
    const bool is_text = Figure(input.figure.text()) == input.figure;
    const py::object figure =
        is_text ? py::object(str_of(input.figure.text())) : py::cast(input.figure);
    if (!py::cast<bool>(str_of(input.name).attr("isidentifier")())) {
      others[str_of(input.name)] = figure;
    } else {
      text += py::str(", {}={!r}").format(input.name, figure);
    }
  }
  if (!others.empty()) text += ", **" + std::string(py::repr(others));
  return text + ", precision='" + std::string(written(finding.precision())) + "')";
}

void bind_verdict(FindingClass& finding) {
  finding
      .def_property_readonly(
          "verdict", [](const Finding& self) { return written(self.verdict()); },
          "consistent, impossible or cannot_tell.")
      .def_property_readonly(
          "relation", [](const Finding& self) { return self.relation().text(); }, "The relation.")
      .def_property_readonly("precision", &Finding::precision, "The precision asked for.")
      .def_property_readonly(
          "inputs",
          [](const Finding& self) {
            return std::vector<Finding::Input>(self.inputs().begin(), self.inputs().end());
          },
          "The figures, in the order of the relation.")
      .def_property_readonly(
          "interval", [](const Finding& self) { return self.computed().interval; },
          "What the computed side can be; None when it is undefined.\n\nUnit: base unit.")
      .def_property_readonly(
          "left", [](const Finding& self) { return self.left().interval; },
          "What the left side can be; None when it is undefined.\n\nUnit: base unit.")
      .def_property_readonly(
          "right", [](const Finding& self) { return self.right().interval; },
          "What the right side can be; None when it is undefined.\n\nUnit: base unit.")
      .def_property_readonly(
          "bound", [](const Finding& self) { return written(self.tightness()); },
          "tight, or outer when the verdict rests on a bound that is not proven tight.")
      .def_property_readonly(
          "notes",
          [](const Finding& self) {
            return std::vector<Note>(self.notes().begin(), self.notes().end());
          },
          "What a reader should know.")
      .def("allowed", &allowed, "name"_a,
           R"(What the named figure would have to be, given the others; None when nothing would do.

Unit: base unit. Raises: CodeError for an unknown name.)")
      .def("explain", &Finding::explain, "lang"_a = "zh",
           "The whole story in Chinese (`zh`) or English (`en`).")
      .def(
          "to_dict", [](const Finding& self) { return dictionary(self); },
          "Everything as JSON-ready values; numbers are text such as 3191/5000.");
}

template <typename Member>
auto of_subject(Member member) {
  return [member](const Finding& self) { return self.subject().*member; };
}

void bind_subject(FindingClass& finding) {
  using Subject = Finding::Subject;
  finding
      .def_property_readonly(
          "kind", [](const Finding& self) { return written(self.subject().kind); },
          "asked, indicator, rule, partition, subset, region, complement, restatement, cumulative "
          "or "
          "between_parts.")
      .def_property_readonly("rule", of_subject(&Subject::rule), "Id of what implies it.")
      .def_property_readonly(
          "severity", [](const Finding& self) { return written(self.subject().severity); },
          "hard: must hold; soft: fix or explain.")
      .def_property_readonly("label", of_subject(&Subject::label), "In both languages.")
      .def_property_readonly("note", of_subject(&Subject::note), "What the catalogue says of it.")
      .def_property_readonly("scope", of_subject(&Subject::scope), "Of what.")
      .def_property_readonly("period", of_subject(&Subject::period), "For when.")
      .def_property_readonly("origins", of_subject(&Subject::origins),
                             "Where the inputs stand; empty for a finding of check().")
      .def_property_readonly("explanation", of_subject(&Subject::explanation),
                             "A stored explanation; None when there is none.");
}

}  // namespace

void bind_finding(py::module_& module) {
  bind_note(module);
  FindingClass finding(module, "Finding",
                       "The verdict on one relation, with everything needed to check it by hand.");
  bind_input(finding);
  bind_origin(finding);
  bind_verdict(finding);
  bind_subject(finding);
  finding.def("__str__", [](const Finding& self) { return self.explain(Language::zh); })
      .def("__repr__", &repr_of_finding);
  bind_copies(finding);
}

}  // namespace edustat::python
