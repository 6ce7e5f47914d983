// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/interval.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

#include <pybind11/operators.h>

namespace edustat::python {
namespace {

using namespace py::literals;
using IntervalClass = py::class_<Interval>;

void bind_factories(IntervalClass& interval) {
  interval
      .def_static(
          "parse", [](Text text) { return Interval::parse(text); }, "text"_a,
          R"(Reads `[1/2, 3/4)` or `(-inf, 7]`.

Raises: ParseError.)")
      .def_static("exactly", &Interval::exactly, "value"_a, "The single value.")
      .def_static("closed", &Interval::closed, "low"_a, "high"_a,
                  R"([low, high].

Raises: StructureError when low is above high.)")
      .def_static("at_least", &Interval::at_least, "low"_a, "[low, infinity).")
      .def_static("everything", &Interval::everything, "Every number.");
}

void bind_properties(IntervalClass& interval) {
  interval
      .def_property_readonly(
          "low", [](const Interval& self) { return self.low().value; },
          "The lower end; None when there is none.")
      .def_property_readonly(
          "high", [](const Interval& self) { return self.high().value; },
          "The upper end; None when there is none.")
      .def_property_readonly(
          "low_closed", [](const Interval& self) { return self.low().end == End::closed; },
          "True when the lower end is a possible value.")
      .def_property_readonly(
          "high_closed", [](const Interval& self) { return self.high().end == End::closed; },
          "True when the upper end is a possible value.")
      .def_property_readonly("is_bounded", &Interval::is_bounded, "True when both ends exist.")
      .def_property_readonly("is_exact", &Interval::is_exact, "True for a single value.");
}

void bind_operations(IntervalClass& interval) {
  interval.def("contains", &Interval::contains, "value"_a, "True when the value lies inside.")
      .def("__contains__", &Interval::contains, "value"_a)
      .def("intersect", &Interval::intersect, "other"_a,
           "The common part; None when there is none.")
      .def("hull", &Interval::hull, "other"_a, "The smallest interval that contains both.")
      .def("can_be_less", &Interval::can_be_less, "other"_a,
           "True when some value is less than some value of the other.")
      .def("can_be_at_most", &Interval::can_be_at_most, "other"_a,
           "True when some value is at most some value of the other.")
      .def(
          "pow", [](const Interval& self, Count exponent) { return self.pow(exponent.value); },
          "exponent"_a,
          R"(Every value to a whole power; None when 0 alone is taken to a negative one.

Raises: LimitError outside -64 to 64.)")
      .def(-py::self)
      .def(py::self + py::self)
      .def(py::self - py::self)
      .def(py::self * py::self)
      .def("__truediv__", &divide, "other"_a, py::is_operator(),
           "Every quotient by a divisor other than 0; None when the divisor is exactly 0.");
}

}  // namespace

void bind_interval(py::module_& module) {
  IntervalClass interval(module, "Interval",
                         R"(A range of possible values, each end closed, open or absent.

Arithmetic gives exactly the set of results when the operands vary independently.)");
  bind_factories(interval);
  bind_properties(interval);
  bind_operations(interval);
  interval.def("__hash__", &Interval::hash)
      .def("__str__", &Interval::to_string)
      .def("__repr__", [](const Interval& self) {
        return py::str("Interval.parse({!r})").format(self.to_string());
      });
  bind_pickle(
      interval, [](const Interval& self) { return py::make_tuple(self.to_string()); }, "parse");
  bind_equality(interval);
  bind_copies(interval);
}

}  // namespace edustat::python
