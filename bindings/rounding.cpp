// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/rounding.hpp"

#include "bindings.hpp"
#include "casters.hpp"

namespace edustat::python {

void bind_rounding(py::module_& module) {
  using namespace py::literals;

  module.def(
      "round_to",
      [](const WrittenRational& value, DecimalPlaces places, Rounding rounding) {
        return round_to(value.value, places, rounding);
      },
      "value"_a, "places"_a, "rounding"_a = "half_up",
      R"(The value rounded once to a number of decimal places, with its trailing zeros.

Rounding: half_up, half_even, half_down, up, down, ceiling, floor.
Raises: LimitError, ParseError (text), CodeError (rounding), TypeError (float, bool).)");
  module.def(
      "round_to",
      [](const WrittenRational& value, const WrittenDecimal& step, Rounding rounding) {
        return round_to_step(value.value, *step.value, rounding);
      },
      "value"_a, py::kw_only(), "step"_a, "rounding"_a = "half_up",
      R"(The value rounded once to a whole multiple of a step such as 0.5, with its places.

Raises: StructureError when the step is not above zero, ParseError, CodeError, TypeError.)");
}

}  // namespace edustat::python
