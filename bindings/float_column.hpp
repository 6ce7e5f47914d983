// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

#include <memory>
#include <span>

namespace edustat::python {

namespace py = pybind11;

/// Registers what holds the memory of a view.
void bind_float_column(py::module_& module);
/// A read-only memoryview of doubles that `owner` keeps alive: no copy, also for
/// `numpy.asarray(view)`.
[[nodiscard]] py::memoryview view_of(std::span<const double> values,
                                     std::shared_ptr<const void> owner);

}  // namespace edustat::python
