// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/numeral.hpp"

#include "bindings.hpp"
#include "casters.hpp"

namespace edustat::python {

void bind_numeral(py::module_& module) {
  using namespace py::literals;

  module.def(
      "parse_number", [](FigureText text) { return parse_number(text.view); }, "text"_a,
      R"(Reads a number as Chinese bulletins write it, exactly: 1.00005万, 三亿五千万, 百分之三点五.

Raises: ParseError with the column of what does not fit, LimitError beyond 4,096 digits.)");
}

}  // namespace edustat::python
