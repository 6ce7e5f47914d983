// SPDX-License-Identifier: Apache-2.0
#include "edustat/bulletin/reader.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "dictionary.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;
using WrittenCatalogues = std::variant<std::vector<Catalogue>, Catalogue>;

BulletinText read_text(Text text, const WrittenCatalogues& catalogue,
                       const std::optional<WrittenScope>& region,
                       const std::optional<WrittenPeriod>& period, std::vector<std::string> regions,
                       Text name) {
  BulletinText::Options options;
  if (region) options.region = scope_of(*region);
  if (period) options.period = period_of(*period);
  options.regions = std::move(regions);
  const auto* one = std::get_if<Catalogue>(&catalogue);
  const auto* several = std::get_if<std::vector<Catalogue>>(&catalogue);
  const std::span<const Catalogue> catalogues = one ? std::span(one, 1) : std::span(*several);
  const py::gil_scoped_release released;
  return read_bulletin(text, catalogues, options, name);
}

void bind_reading(py::module_& module) {
  py::class_<Reading> reading(module, "Reading",
                              "A figure found in a text: where it stands and what it became.");
  reading.def_readonly("byte_begin", &Reading::byte_begin, "First byte, a qualifier included.")
      .def_readonly("byte_end", &Reading::byte_end, "Behind the last byte of its unit.")
      .def_readonly("begin", &Reading::character_begin,
                    "First character: `text[begin:end]` is the figure.")
      .def_readonly("end", &Reading::character_end, "Behind its last character.")
      .def_readonly("text", &Reading::text, "As printed.")
      .def_readonly("sentence_begin", &Reading::sentence_character_begin,
                    "First character of its sentence.")
      .def_readonly("sentence_end", &Reading::sentence_character_end,
                    "Behind the last character of its sentence, which its 。 is not.")
      .def_property_readonly(
          "kind", [](const Reading& self) { return name_of(self.kind); },
          "statistic, change, date, duration, document_number, section_number, ordinal, "
          "phone_number, word, other.")
      .def_readonly("fact", &Reading::fact, "Number of its fact, from 0; None where it is none.")
      .def_property_readonly(
          "reason",
          [](const Reading& self) {
            return self.reason ? std::optional(name_of(*self.reason)) : std::nullopt;
          },
          "Why a statistic is no fact: no_item, other_unit, ambiguous, programme_unclear, "
          "restricted, scope_unclear, distribution, other_period.")
      .def_readonly("items", &Reading::items, "What it can mean, or what a change moved.")
      .def_readonly("context", &Reading::context, "Its sentence, shortened around it.")
      .def("explain", &Reading::explain, "lang"_a = Language::zh, "In one sentence.")
      .def(
          "to_dict", [](const Reading& self) { return dictionary(self); },
          "Everything as JSON-ready values; places are in characters.")
      .def("__str__", [](const Reading& self) { return self.explain(Language::zh); })
      .def("__repr__", [](const Reading& self) {
        return "<Reading " + self.text + " at " + std::to_string(self.character_begin) + ": " +
               std::string(name_of(self.kind)) + ">";
      });
  bind_copies(reading);
}

}  // namespace

void bind_reader(py::module_& module) {
  bind_reading(module);
  py::class_<BulletinText, Bulletin> text(module, "BulletinText",
                                          "A bulletin that was read from running text.");
  text.def_property_readonly(
          "text", [](const BulletinText& self) { return str_of(self.text()); }, "As given.")
      .def_property_readonly(
          "readings", [](const BulletinText& self) { return list_of(self.readings()); },
          "Every figure, in the order of the text.")
      .def_property_readonly(
          "period", [](const BulletinText& self) { return self.period(); },
          "The period of the facts that state no other.")
      .def("__reduce__",
           [](const BulletinText& self) -> Reduced {
             throw py::type_error("'" + self.name() + "' was read from its text: pickle the text");
           })
      .def("__repr__", [](const BulletinText& self) {
        return "<BulletinText " + self.name() + ": " + std::to_string(self.facts().size()) +
               " facts of " + std::to_string(self.readings().size()) + " figures>";
      });
  bind_copies(text);
  module.def("read_bulletin", &read_text, "text"_a, "catalogue"_a, py::kw_only(),
             "region"_a = py::none(), "period"_a = py::none(),
             "regions"_a = std::vector<std::string>{}, "name"_a = "",
             R"(Reads every figure of Chinese running text and binds it by labels and aliases.

catalogue: one or several. region: what 全市 means. period: that of the text where it names no year.
regions: names that may occur. A figure is bound only where its name stands with it; every other one is
in `readings` with the reason. Growth is a change and no fact.
Raises: ParseError with line and column, LimitError beyond 16 MiB.)");
}

}  // namespace edustat::python
