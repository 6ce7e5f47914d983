// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/table.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "panel/arrow_abi.hpp"
#include "table_input.hpp"
#include "table_output.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;

constexpr const char* stream_name = "arrow_array_stream";

void release_capsule(PyObject* capsule) {
  auto* stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, stream_name));
  if (stream->release != nullptr) stream->release(stream);
  delete stream;
}

/// A package. @throws DependencyError where it is not installed
py::module_ imported(const char* package) {
  try {
    return py::module_::import(package);
  } catch (py::error_already_set& error) {
    if (!error.matches(PyExc_ModuleNotFoundError)) throw;
    const std::string install = std::string("pip install ") + package;
    const std::string text = std::string(package) + " is not installed: " + install +
                             "\n没有安装 " + package + "：" + install;
    const py::object type = py::module_::import("edustat._edustat").attr("DependencyError");
    PyErr_SetString(type.ptr(), text.c_str());
    throw py::error_already_set();
  }
}

std::vector<std::string> names_of(const Table& table) {
  std::vector<std::string> names;
  for (const Field& field : table.fields()) names.push_back(field.name);
  return names;
}

std::string repr_of_table(const Table& table) {
  std::string text = "<Table of " + std::to_string(table.rows()) + " rows: ";
  for (const Field& field : table.fields()) {
    text.append(field.name).append(" ").append(name_of(field.type)).append(", ");
  }
  return text.replace(text.size() - 2, 2, ">");
}

}  // namespace

py::capsule stream_of(const Table& table) {
  auto stream = std::make_unique<ArrowArrayStream>();
  table.to_stream(*stream);
  PyObject* capsule = PyCapsule_New(stream.get(), stream_name, &release_capsule);
  if (capsule == nullptr) {
    stream->release(stream.get());
    throw py::error_already_set();
  }
  static_cast<void>(stream.release());
  return py::reinterpret_steal<py::capsule>(capsule);
}

py::object to_arrow(const Table& table) {
  return imported("pyarrow").attr("table")(py::cast(table));
}

py::object to_pandas(const Table& table) {
  imported("pandas");
  return to_arrow(table).attr("to_pandas")();
}

py::object to_polars(const Table& table) {
  return imported("polars").attr("DataFrame")(py::cast(table));
}

void bind_table(py::module_& module) {
  py::class_<Table> table(module, "Table",
                          R"(A table of columns in batches of rows, in Arrow's layout.

Immutable. Arrays that it was made of without a copy must not be changed while it lives.)");
  table
      .def_static(
          "from_arrow", [](AnyTable given) { return std::move(given.value); }, "table"_a,
          R"(A table of anything with `__arrow_c_stream__` or `__arrow_c_array__` (pyarrow, polars, pandas,
DuckDB), or of a mapping of names to columns: NumPy arrays, pandas series, sequences of str, int,
Decimal and datetime.date, with None where nothing is.

Raises: TypeError, StructureError, LimitError.)")
      .def_property_readonly("column_names", &names_of, "In their order.")
      .def_property_readonly("num_rows", &Table::rows, "How many rows there are.")
      .def("__len__", &Table::rows)
      .def(
          "__arrow_c_stream__",
          [](const Table& self, const py::object&) { return stream_of(self); },
          "requested_schema"_a = py::none(),
          "The table as a stream of Arrow; the asked schema is not looked at.");
  bind_frames(table, [](const Table& self) { return self; });
  table.def("__repr__", &repr_of_table);
  bind_copies(table);
}

}  // namespace edustat::python
