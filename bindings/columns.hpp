// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/check.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <string>
#include <utility>
#include <vector>

namespace edustat::python {

namespace py = pybind11;

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
[[nodiscard]] Findings check_rows(const Relation& relation,
                                  const py::typing::Dict<py::str, py::object>& columns,
                                  Precision precision);
/// The finding on a row, from 0, or from the end when negative. @throws IndexError
[[nodiscard]] Finding finding_at(const Findings& findings, int row);

}  // namespace edustat::python
