// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/audit.hpp"
#include "edustat/bulletin/evaluation.hpp"
#include "edustat/bulletin/reader.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

namespace edustat::python {

namespace py = pybind11;

/// A `dict` of what JSON has.
using Plain = py::typing::Dict<py::str, py::object>;

/// @name What `json.dumps` can write: numbers are text such as `3191/5000`, nothing is rounded
/// @{
[[nodiscard]] Plain dictionary(const Fact& fact);
[[nodiscard]] Plain dictionary(const Reading& reading);
[[nodiscard]] Plain dictionary(const Computed& computed);
[[nodiscard]] Plain dictionary(const Finding& finding);
[[nodiscard]] Plain dictionary(const Audit& audit, const Bulletin& bulletin);
/// @}

}  // namespace edustat::python
