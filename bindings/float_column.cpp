// SPDX-License-Identifier: Apache-2.0
#include "float_column.hpp"

namespace edustat::python {
namespace {

/// Doubles and what keeps them alive.
struct FloatColumn {
  std::span<const double> values{};
  std::shared_ptr<const void> owner{};
};

py::buffer_info buffer_of(FloatColumn& self) {
  return {const_cast<double*>(self.values.data()),
          static_cast<py::ssize_t>(sizeof(double)),
          py::format_descriptor<double>::format(),
          1,
          {static_cast<py::ssize_t>(self.values.size())},
          {static_cast<py::ssize_t>(sizeof(double))},
          true};
}

}  // namespace

void bind_float_column(py::module_& module) {
  py::class_<FloatColumn>(module, "_FloatColumn", py::buffer_protocol(),
                          "Memory of floats behind a memoryview.")
      .def_buffer(&buffer_of);
}

py::memoryview view_of(std::span<const double> values, std::shared_ptr<const void> owner) {
  return py::memoryview(py::cast(FloatColumn{values, std::move(owner)}));
}

}  // namespace edustat::python
