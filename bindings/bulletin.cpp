// SPDX-License-Identifier: Apache-2.0
#include "edustat/bulletin/bulletin.hpp"

#include "edustat/catalogue/catalogue.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "dictionary.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;
using Categories = std::map<std::string, std::string>;
using Marks = std::map<std::string, Gap>;

std::variant<Figure, Gap> content_of(const WrittenFigure& figure, std::optional<Gap> gap) {
  if (figure.value && gap) throw py::type_error("a fact has a figure or a gap, not both");
  if (figure.value) return *figure.value;
  return gap.value_or(Gap::missing);
}

Fact make_fact(Text item, const std::optional<WrittenFigure>& figure, std::optional<Gap> gap,
               const Categories& categories, const WrittenScope& scope,
               const std::optional<WrittenPeriod>& period, std::optional<Precision> precision,
               Text vintage, Text source, Text note, const Place& place) {
  Fact fact{.item = std::string(item),
            .figure = content_of(figure.value_or(WrittenFigure()), gap),
            .precision = precision,
            .vintage = std::string(vintage),
            .source = std::string(source),
            .note = std::string(note),
            .place = place};
  for (const auto& [dimension, code] : categories) fact.categories.push_back({dimension, code});
  fact.scope = scope_of(scope);
  if (period) fact.period = period_of(*period);
  return fact;
}

std::optional<Figure> figure_of(const Fact& fact) {
  const Figure* figure = std::get_if<Figure>(&fact.figure);
  return figure ? std::optional(*figure) : std::nullopt;
}

std::optional<Gap> gap_of_fact(const Fact& fact) {
  const Gap* gap = std::get_if<Gap>(&fact.figure);
  return gap ? std::optional(*gap) : std::nullopt;
}

Categories categories_of(const Fact& fact) {
  Categories categories;
  for (const auto& [dimension, code] : fact.categories) categories.emplace(dimension, code);
  return categories;
}

py::dict fields_of_fact(const Fact& fact) {
  return py::dict("item"_a = fact.item, "figure"_a = figure_of(fact), "gap"_a = gap_of_fact(fact),
                  "categories"_a = categories_of(fact), "scope"_a = fact.scope,
                  "period"_a = fact.period, "precision"_a = fact.precision,
                  "vintage"_a = fact.vintage, "source"_a = fact.source, "note"_a = fact.note,
                  "place"_a = fact.place);
}

void bind_fact(py::module_& module) {
  py::class_<Fact> fact(module, "Fact", "One statistic of a published text.");
  fact.def(py::init(&make_fact), "item"_a, "figure"_a = py::none(), py::kw_only(),
           "gap"_a = py::none(), "categories"_a = py::dict(), "scope"_a = Scope(),
           "period"_a = py::none(), "precision"_a = py::none(), "vintage"_a = "", "source"_a = "",
           "note"_a = "", "place"_a = Place(),
           R"(A figure as printed, or the gap that stands for it.

gap: missing, not_applicable, suppressed, undefined.
Raises: ParseError, UnitError, CodeError, TypeError for a float.)")
      .def_readonly("item", &Fact::item, "An id, a label or an alias.")
      .def_property_readonly("figure", &figure_of, "As printed; None for a gap.")
      .def_property_readonly("gap", &gap_of_fact, "Why nothing is printed; None for a figure.")
      .def_property_readonly("categories", &categories_of, "Code by code list.")
      .def_readonly("scope", &Fact::scope, "Of what.")
      .def_readonly("period", &Fact::period, "For when; None for the period of the text.")
      .def_readonly("precision", &Fact::precision, "How it was shortened, where declared.")
      .def_readonly("vintage", &Fact::vintage, "快报, 年报, 核定, 修订.")
      .def_readonly("source", &Fact::source, "Where it is printed.")
      .def_readonly("note", &Fact::note, "In words.")
      .def_readonly("place", &Fact::place, "Line in the facts file.")
      .def(
          "to_dict", [](const Fact& self) { return dictionary(self); },
          "Everything as JSON-ready values.")
      .def("__hash__", [](const Fact& self) { return py::hash(str_of(self.item)); });
  bind_named_fields(fact, "Fact", &fields_of_fact);
}

Bulletin::Format format_of(std::optional<std::string> encoding, Marks marks,
                           const std::optional<Catalogue>& catalogue) {
  return {std::move(encoding), std::move(marks), catalogue ? catalogue->units() : UnitSystem()};
}

void bind_readers(py::class_<Bulletin>& bulletin) {
  bulletin
      .def_static(
          "read_csv",
          [](const std::filesystem::path& path, std::optional<std::string> encoding, Marks marks,
             const std::optional<Catalogue>& catalogue) {
            return Bulletin::read_csv(path,
                                      format_of(std::move(encoding), std::move(marks), catalogue));
          },
          "path"_a, "encoding"_a = py::none(), py::kw_only(), "marks"_a = py::dict(),
          "catalogue"_a = py::none(),
          R"(Reads a facts file; only the columns item and figure are needed.

encoding: utf-8, gb18030, gbk. marks say what signs mean: {"—": "missing"}. catalogue gives unit words.
Raises: FileError, ParseError, StructureError with every fault, its line and column.)")
      .def_static(
          "parse_csv",
          [](Text text, Text name, Marks marks, const std::optional<Catalogue>& catalogue) {
            return Bulletin::parse_csv(text, name,
                                       format_of(std::nullopt, std::move(marks), catalogue));
          },
          "text"_a, "name"_a = "", py::kw_only(), "marks"_a = py::dict(),
          "catalogue"_a = py::none(), R"(Reads the text of a facts file; `name` stands in errors.

Raises: ParseError, StructureError with every fault, its line and column.)");
}

const Fact& fact_at(const Bulletin& bulletin, py::ssize_t index) {
  const auto size = static_cast<py::ssize_t>(bulletin.facts().size());
  if (index < 0) index += size;
  if (index < 0 || index >= size) throw py::index_error("a bulletin has no such fact");
  return bulletin.facts()[static_cast<std::size_t>(index)];
}

std::vector<Fact> facts_of(const Bulletin& bulletin) {
  return {bulletin.facts().begin(), bulletin.facts().end()};
}

}  // namespace

void bind_bulletin(py::module_& module) {
  bind_fact(module);
  py::class_<Bulletin> bulletin(module, "Bulletin",
                                "The facts of one published text, in its order.");
  bulletin
      .def(py::init([](std::vector<Fact> facts, Text name) {
             return Bulletin(std::move(facts), std::string(name));
           }),
           "facts"_a, "name"_a = "", "A bulletin of these facts.")
      .def_property_readonly("name", &Bulletin::name, "File name or title.")
      .def_property_readonly("facts", &facts_of, "The facts in the order of the text.");
  bind_readers(bulletin);
  bulletin.def("__len__", [](const Bulletin& self) { return self.facts().size(); })
      .def(
          "__getitem__", [](const Bulletin& self, Count i) { return fact_at(self, i.value); },
          "index"_a)
      .def("__iter__",
           [](const Bulletin& self) -> py::typing::Iterator<Fact> {
             return py::iter(py::cast(facts_of(self)));
           })
      .def("__hash__", [](const Bulletin& self) { return py::hash(str_of(self.name())); })
      .def("__repr__", [](const Bulletin& self) {
        return "<Bulletin " + self.name() + ": " + std::to_string(self.facts().size()) + " facts>";
      });
  bind_pickle(bulletin,
              [](const Bulletin& self) { return py::make_tuple(facts_of(self), self.name()); });
  bind_equality(bulletin, [](const Bulletin& self, const Bulletin& other) {
    return self.name() == other.name() && py::cast(facts_of(self)).equal(py::cast(facts_of(other)));
  });
  bind_copies(bulletin);
}

}  // namespace edustat::python
