// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/rational.hpp"

#include "bindings.hpp"
#include "casters.hpp"

namespace edustat::python {

void bind_rational(py::module_& module) {
  using namespace py::literals;

  module.def(
      "from_double",
      [](Float value, DecimalPlaces places) { return Rational::from_double(value.value, places); },
      "value"_a, "places"_a,
      R"(The decimal of the stated places that a float was meant to be: 0.1 with 1 place is 1/10.

Raises: ParseError when the float is not the one nearest to any decimal of these places.)");
}

}  // namespace edustat::python
