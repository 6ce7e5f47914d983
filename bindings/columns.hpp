// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/check.hpp"

#include <pybind11/pybind11.h>

#include <string>
#include <utility>
#include <vector>

namespace edustat::python {

namespace py = pybind11;

/// Columns by name: a `dict`, or anything with `items()`, such as a data frame.
struct NamedColumns {
  py::dict value{};
};

/// A relation judged on every row. The columns are kept, so that a Finding can be made of any row.
struct Findings {
  Relation relation;
  Precision precision;
  std::vector<std::pair<std::string, py::tuple>> columns;
  std::vector<Verdict> verdicts;
};

/// The figure in a Python value; an error says at which `place` it stands.
/// @throws TypeError for anything that is no figure, ParseError, UnitError, LimitError
[[nodiscard]] Figure named_figure(py::handle value, const Place& place);
/// check_columns() on a mapping of Python sequences.
[[nodiscard]] Findings check_rows(const Relation& relation, const NamedColumns& columns,
                                  Precision precision);
/// The finding on a row, from 0, or from the end when negative. @throws IndexError
[[nodiscard]] Finding finding_at(const Findings& findings, int row);

}  // namespace edustat::python

namespace pybind11::detail {

template <>
struct type_caster<edustat::python::NamedColumns> {
  PYBIND11_TYPE_CASTER(edustat::python::NamedColumns,
                       const_name("collections.abc.Mapping[str, collections.abc.Iterable[Figure | "
                                  "str | int | fractions.Fraction | decimal.Decimal]]"));
  bool load(handle source, bool) {
    if (isinstance<dict>(source)) {
      value.value = reinterpret_borrow<dict>(source);
      return true;
    }
    if (!hasattr(source, "items")) return false;
    value.value = dict();
    const object items = source.attr("items")();
    if (PyDict_MergeFromSeq2(value.value.ptr(), items.ptr(), 1) != 0) throw error_already_set();
    return true;
  }
};

}  // namespace pybind11::detail
