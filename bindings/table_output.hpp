// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"

#include <pybind11/pybind11.h>

namespace edustat::python {

namespace py = pybind11;

/// A capsule with the stream of a table.
[[nodiscard]] py::capsule stream_of(const Table& table);
/// @name Frames of other packages, imported when they are asked for
/// @{
[[nodiscard]] py::object to_arrow(const Table& table);   ///< pyarrow.Table
[[nodiscard]] py::object to_pandas(const Table& table);  ///< pandas.DataFrame, through pyarrow
[[nodiscard]] py::object to_polars(const Table& table);  ///< polars.DataFrame
/// @}

/// `to_arrow`, `to_pandas` and `to_polars` of the table that `make` gives for an object and the
/// arguments that `options` declare.
template <typename... Given, typename Class, typename Make, typename... Options>
void bind_frames(Class& type, const Make& make, const Options&... options) {
  using Value = typename Class::type;
  const auto as = [&](const char* name, py::object (*convert)(const Table&), const char* doc) {
    type.def(
        name,
        [make, convert](const Value& self, const Given&... given) {
          return convert(make(self, given...));
        },
        options..., doc);
  };
  as("to_arrow", &to_arrow, "A pyarrow.Table.\n\nRaises: DependencyError without pyarrow.");
  as("to_pandas", &to_pandas,
     "A pandas.DataFrame.\n\nRaises: DependencyError without pandas or pyarrow.");
  as("to_polars", &to_polars, "A polars.DataFrame.\n\nRaises: DependencyError without polars.");
}

}  // namespace edustat::python
