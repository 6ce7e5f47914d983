// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/audit.hpp"
#include "edustat/bulletin/evaluation.hpp"

#include <pybind11/pybind11.h>

namespace edustat::python {

namespace py = pybind11;

/// @name What `json.dumps` can write: numbers are text such as `3191/5000`, nothing is rounded
/// @{
[[nodiscard]] py::dict dictionary(const Fact& fact);
[[nodiscard]] py::dict dictionary(const Computed& computed);
[[nodiscard]] py::dict dictionary(const Finding& finding);
[[nodiscard]] py::dict dictionary(const Audit& audit, const Bulletin& bulletin);
/// @}

}  // namespace edustat::python
