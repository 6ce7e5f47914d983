// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/period.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

#include <pybind11/operators.h>

namespace edustat::python {

void bind_period(py::module_& module) {
  using namespace py::literals;

  py::class_<Period> period(module, "Period",
                            "A span of whole months, or an instant at the end of a month.");
  period
      .def_static(
          "parse", [](Text text) { return Period::parse(text); }, "text"_a,
          R"(Reads 2016, 2016-11, 2014-2018, 2016年1—11月, @2016-11 or 截至2016年11月底.

Raises: ParseError, LimitError.)")
      .def_property_readonly("first_month", &Period::first_month,
                             "First month, counted from January of year 0.")
      .def_property_readonly("last_month", &Period::last_month,
                             "Last month, counted from January of year 0.")
      .def_property_readonly("is_instant", &Period::is_instant,
                             "True for an instant at the end of the last month.")
      .def("contains", &Period::contains, "other"_a,
           "True when every month of the other is one of this span.")
      .def("in_words", py::overload_cast<Language>(&Period::to_string, py::const_), "lang"_a = "zh",
           "2016年11月 in Chinese (`zh`), November 2016 in English (`en`).")
      .def(py::self < py::self)
      .def(py::self <= py::self)
      .def(py::self > py::self)
      .def(py::self >= py::self)
      .def("__hash__", [](const Period& self) { return std::hash<Period>{}(self); })
      .def("__str__", py::overload_cast<>(&Period::to_string, py::const_))
      .def("__repr__", [](const Period& self) {
        return py::str("Period.parse({!r})").format(self.to_string());
      });
  bind_pickle(
      period, [](const Period& self) { return py::make_tuple(self.to_string()); }, "parse");
  bind_equality(period);
  bind_copies(period);
}

}  // namespace edustat::python
