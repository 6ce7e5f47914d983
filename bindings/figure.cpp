// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/figure.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

#include <array>

namespace edustat::python {
namespace {

using namespace py::literals;
using FigureClass = py::class_<Figure>;
using LastPlace = std::variant<Text, Rational>;

Rational worth_of(const LastPlace& last_place) {
  if (const Text* text = std::get_if<Text>(&last_place)) return Figure::parse_last_place(*text);
  return std::get<Rational>(last_place);
}

Figure make_figure(FigureText text, const std::optional<LastPlace>& last_place,
                   const std::optional<UnitSystem>& units) {
  Figure figure = units ? Figure(text.view, *units) : Figure(text.view);
  return last_place ? figure.with_last_place(worth_of(*last_place)) : figure;
}

/// How a figure is made from its text: what the arguments of its constructor were, and the unit of
/// its column.
struct Recipe {
  std::optional<UnitSystem> units{};
  std::optional<Rational> last_place{};
  std::optional<Unit> unit{};

  [[nodiscard]] Figure start(const std::string& text) const {
    Figure figure = units ? Figure(text, *units) : Figure(text);
    return last_place ? figure.with_last_place(*last_place) : figure;
  }
  [[nodiscard]] bool makes(const Figure& figure) const {
    try {
      const Figure made = unit ? start(figure.text()).with_unit(*unit) : start(figure.text());
      return made == figure && made.unit() == figure.unit() && made.value() == figure.value() &&
             made.is_bare() == figure.is_bare();
    } catch (const Error&) {
      return false;
    }
  }
};

/// The built-in units and this one, under its symbol and the word behind the number.
std::optional<UnitSystem> units_with(const Unit& unit, std::string_view word) {
  try {
    return UnitSystem().define(unit, {std::string(word)});
  } catch (const Error&) {
    return std::nullopt;  // no word, but a part of a number or of another word
  }
}

/// The recipe for a unit that is not built in: its word is some end of the text.
Recipe recipe_with_units(const Figure& figure) {
  const std::string_view text = figure.text();
  for (std::size_t length = 1; length < text.size(); ++length) {
    const auto units = units_with(figure.unit(), text.substr(text.size() - length));
    if (!units) continue;
    const std::array<Recipe, 2> recipes{{{units, {}, {}}, {units, figure.last_place(), {}}}};
    for (const Recipe& recipe : recipes) {
      if (recipe.makes(figure)) return recipe;
    }
  }
  return {};
}

Recipe recipe_of(const Figure& figure) {
  const Unit& unit = figure.unit();
  const Rational& place = figure.last_place();
  const std::array<Recipe, 4> recipes{
      {{}, {{}, place, {}}, {{}, {}, unit}, {{}, place / unit.factor(), unit}}};
  for (const Recipe& recipe : recipes) {
    if (recipe.makes(figure)) return recipe;
  }
  return recipe_with_units(figure);
}

py::dict options_of(const Recipe& recipe) {
  py::dict options;
  if (recipe.last_place) options["last_place"] = *recipe.last_place;
  if (recipe.units) options["units"] = *recipe.units;
  return options;
}

std::string repr_of_figure(const Figure& figure) {
  const Recipe recipe = recipe_of(figure);
  std::string text = "Figure(" + std::string(py::repr(str_of(figure.text())));
  for (const auto& [name, value] : options_of(recipe)) {
    text += py::str(", {}={!r}").format(name, value);
  }
  text += ")";
  if (recipe.unit) text += py::str(".with_unit({!r})").format(*recipe.unit);
  return text;
}

/// Pickled as the call that makes it.
Reduced reduced_figure(const Figure& figure) {
  const Recipe recipe = recipe_of(figure);
  if (recipe.unit) {
    const py::object call = py::module_::import("operator").attr("methodcaller");
    return py::tuple(py::make_tuple(call("with_unit", *recipe.unit),
                                    py::make_tuple(recipe.start(figure.text()))));
  }
  const py::object partial = py::module_::import("functools").attr("partial");
  return py::tuple(py::make_tuple(partial(py::type::of<Figure>(), **options_of(recipe)),
                                  py::make_tuple(figure.text())));
}

void bind_properties(FigureClass& figure) {
  figure.def_property_readonly("text", &Figure::text, "As printed.")
      .def_property_readonly("value", &Figure::value,
                             "The printed value; None when digits are masked.\n\nUnit: base unit.")
      .def_property_readonly("unit", &Figure::unit, "The unit as written, without scale word.")
      .def_property_readonly("places", &Figure::places, "Decimal places as written: 1 for 176.4万.")
      .def_property_readonly("last_place", &Figure::last_place,
                             "Worth of the last place: 1000 for 176.4万平方米.\n\nUnit: base unit.")
      .def_property_readonly("scale_word", &Figure::scale_word, "万, 亿 and so on, or empty.")
      .def_property_readonly(
          "qualifier",
          [](const Figure& self) {
            const std::string& word = self.qualifier_word();
            return word.empty() ? std::nullopt : std::optional(word);
          },
          "The word that makes it approximate, such as 约; None when there is none.")
      .def_property_readonly("is_bare", &Figure::is_bare, "True for a number without any unit.")
      .def_property_readonly("is_masked", &Figure::is_masked, "True when digits are masked.")
      .def_property_readonly("is_exact_count", &Figure::is_exact_count,
                             "True for a whole number in a counting unit, as 410人.");
}

}  // namespace

void bind_figure(py::module_& module) {
  FigureClass figure(module, "Figure", "A quantity as printed, never more precise than its print.");
  figure.def(py::init(&make_figure), "text"_a, py::kw_only(), "last_place"_a = py::none(),
             "units"_a = py::none(),
             R"(Reads 176.4万平方米, 约12.2万㎡, 63.82%, 6xx万册, 16.98:1 or 4.31个百分点.

last_place declares to what it was kept: a number in base units, or a text such as 0.01%.
Raises: ParseError, UnitError for an unknown unit, LimitError, TypeError for a float.)");
  bind_properties(figure);
  figure
      .def(
          "with_last_place",
          [](const Figure& self, const LastPlace& last_place) {
            return self.with_last_place(worth_of(last_place));
          },
          "last_place"_a,
          R"(The same print, known to be kept to this place.

Unit: base unit. Raises: ParseError when the print has digits below it.)")
      .def(
          "with_unit",
          [](const Figure& self, const WrittenUnit& unit) { return self.with_unit(unit_of(unit)); },
          "unit"_a,
          R"(A bare number with the unit that its column declares.

Raises: UnitError when the figure has a unit of its own.)")
      .def_static(
          "parse_last_place", [](Text text) { return Figure::parse_last_place(text); }, "text"_a,
          R"(The worth of a last place written as 1000, 0.01% or 100元.

Unit: base unit. Raises: ParseError.)")
      .def("interval", &Figure::interval, "precision"_a,
           R"(Every true value that could have been printed so.

precision: exact, nearest, half_up, half_even, truncated.
Unit: base unit. Raises: CodeError for another precision.)")
      .def("__hash__", &Figure::hash)
      .def("__str__", &Figure::text)
      .def("__repr__", &repr_of_figure)
      .def("__reduce__", &reduced_figure);
  bind_equality(figure);
  bind_copies(figure);
}

}  // namespace edustat::python
