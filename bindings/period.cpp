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
          R"(Reads 2016, 2016-11, 2014-2018, 2016Q3, 2016年上半年, 2016/17学年第一学期, 2016年1—11月,
“十三五”, @2016-11 or 截至2016年11月底.

Raises: ParseError, LimitError.)")
      .def_static(
          "month", [](Count year, Count month) { return Period::month(year.value, month.value); },
          "year"_a, "month"_a, "A month of a year, from 1.\n\nRaises: LimitError.")
      .def_static(
          "year", [](Count year) { return Period::year(year.value); }, "year"_a,
          "A calendar year.\n\nRaises: LimitError.")
      .def_static(
          "of_months",
          [](Count first, Count last) { return Period::of_months(first.value, last.value); },
          "first_month"_a, "last_month"_a,
          R"(The months from one to another, counted from January of year 0.

Raises: StructureError, LimitError.)")
      .def_static(
          "instant",
          [](Count year, Count month) { return Period::instant(year.value, month.value); },
          "year"_a, "month"_a, "The end of a month of a year.\n\nRaises: LimitError.")
      .def_static(
          "range",
          [](const WrittenPeriod& first, const WrittenPeriod& last) {
            return Period::range(period_of(first), period_of(last));
          },
          "first"_a, "last"_a,
          R"(All periods in a row from one to another of the same kind, both included.

Raises: StructureError, ParseError.)")
      .def_property_readonly("kind", &Period::kind,
                             "month, two_months, quarter, half_year, year, term, school_year, "
                             "plan_period, span or instant.")
      .def_property_readonly("first_month", &Period::first_month,
                             "First month, counted from January of year 0.")
      .def_property_readonly("last_month", &Period::last_month,
                             "Last month, counted from January of year 0.")
      .def_property_readonly("months", &Period::months,
                             "How many months it has; an instant has none.")
      .def_property_readonly("is_instant", &Period::is_instant,
                             "True for an instant at the end of the last month.")
      .def("contains", &Period::contains, "other"_a,
           "True when every month of the other is one of this span.")
      .def(
          "shifted_by_months",
          [](const Period& self, Count months) { return self.shifted_by_months(months.value); },
          "months"_a, "The same so many months later.\n\nRaises: LimitError.")
      .def("next", &Period::next,
           "The one of the same kind and length that follows.\n\nRaises: LimitError.")
      .def("previous", &Period::previous,
           "The one of the same kind and length before.\n\nRaises: LimitError.")
      .def("year_before", &Period::year_before, "The same of last year.\n\nRaises: LimitError.")
      .def("divide", &Period::divide, "kind"_a,
           "Its parts of one kind, in order.\n\nRaises: StructureError where they do not fill it.")
      .def("containing", &Period::containing, "kind"_a,
           "The one of a kind that it lies in.\n\nRaises: StructureError where it lies in none.")
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
