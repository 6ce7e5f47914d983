// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/unit_system.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

#include <algorithm>

namespace edustat::python {
namespace {

using namespace py::literals;
using Words = std::vector<std::pair<std::string, Unit>>;

/// The words that the built-in system has not.
Words defined_words(const UnitSystem& system) {
  const Words builtin = UnitSystem().words();
  Words words = system.words();
  std::erase_if(words, [&](const auto& entry) {
    return std::any_of(builtin.begin(), builtin.end(),
                       [&](const auto& known) { return known.first == entry.first; });
  });
  return words;
}

UnitSystem defined(const Words& words) {
  UnitSystem system;
  for (const auto& [word, unit] : words) system = system.define(unit, {word});
  return system;
}

py::str repr_of_unit_system(const UnitSystem& system) {
  const Words words = defined_words(system);
  return words.empty() ? py::str("UnitSystem()")
                       : py::str("UnitSystem({!r})").format(py::cast(words));
}

py::tuple fields_of_unit_system(const UnitSystem& system) {
  const Words words = defined_words(system);
  return words.empty() ? py::tuple() : py::make_tuple(py::cast(words));
}

}  // namespace

void bind_unit_system(py::module_& module) {
  py::class_<UnitSystem> system(module, "UnitSystem",
                                "The unit words that a text may use, built-in and defined ones.");
  system.def(py::init<>(), "The built-in units.")
      .def(py::init(&defined), "words"_a, "The built-in units, and words with their units.")
      .def(
          "define",
          [](const UnitSystem& self, const Unit& unit, const std::vector<std::string>& words) {
            return self.define(unit, words);
          },
          "unit"_a, "words"_a = py::tuple(),
          R"(This system with one more unit, under its symbol and other words.

Raises: UnitError when a word already means something else.)")
      .def(
          "parse", [](const UnitSystem& self, Text text) { return self.parse(text); }, "text"_a,
          R"(Reads 平方米, 万元, 元/人 or 人/百名学生.

Raises: UnitError naming the word.)")
      .def_property_readonly("words", &UnitSystem::words,
                             "Every word with its unit, in a fixed order.")
      .def("__hash__", [](const UnitSystem& self) { return self.words().size(); })
      .def("__repr__", &repr_of_unit_system);
  bind_pickle(system, &fields_of_unit_system);
  bind_equality(system, [](const UnitSystem& self, const UnitSystem& other) {
    return self.words() == other.words();
  });
  bind_copies(system);
}

}  // namespace edustat::python
