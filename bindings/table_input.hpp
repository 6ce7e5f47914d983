// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"

#include <pybind11/pybind11.h>

#include <cstddef>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace edustat::python {

namespace py = pybind11;

/// One column of a table in Arrow's layout, with what keeps its memory alive.
struct ReadColumn {
  Field field{};
  Chunk chunk{};
  std::vector<std::shared_ptr<const void>> owners{};

  /// A chunk of values that the column owns.
  template <typename Value>
  void hold(std::vector<Value> values) {
    auto held = std::make_shared<const std::vector<Value>>(std::move(values));
    chunk.values = held->data();
    owners.push_back(std::move(held));
  }
  /// Rows for which `has_value(row)` does not hold have none.
  template <typename Question>
  void set_validity(const Question& has_value) {
    std::vector<std::uint8_t> bits((chunk.rows + 7) / 8);
    for (std::size_t row = 0; row < chunk.rows; ++row) {
      if (has_value(row)) bits[row / 8] |= static_cast<std::uint8_t>(1U << (row % 8));
    }
    auto held = std::make_shared<const std::vector<std::uint8_t>>(std::move(bits));
    chunk.validity = held->data();
    owners.push_back(std::move(held));
  }
};

/// The letter that NumPy gives the type of an array, a series or a number; empty for anything else.
[[nodiscard]] std::string kind_of(py::handle source);

/// True for a masked array of NumPy, whose list has None where a value is masked.
[[nodiscard]] bool is_masked(py::handle source);

/// A table of whatever holds columns: a Table, an object with `__arrow_c_stream__` or
/// `__arrow_c_array__`, or a mapping of names to columns.
/// @throws TypeError for anything else, StructureError, LimitError
[[nodiscard]] Table table_of(py::handle source);

/// The table of an object of the Arrow PyCapsule interface; nothing where it is none, or where it
/// needs a package that is not installed.
[[nodiscard]] std::optional<Table> arrow_table_of(py::handle source);

/// A cell of a chunk of numbers, wherever it lies: Arrow's memory need not be aligned.
template <typename Cell>
Cell cell_at(const Chunk& chunk, std::size_t row) {
  Cell cell;
  const auto* bytes = static_cast<const char*>(chunk.values);
  std::memcpy(&cell, bytes + (chunk.offset + row) * sizeof(Cell), sizeof(Cell));
  return cell;
}

/// The buffer of a Python object, given back under the interpreter lock, whichever thread lets it
/// go. @throws BufferError of Python
[[nodiscard]] std::shared_ptr<const Py_buffer> borrowed_buffer(py::handle source);
/// A column of a buffer, such as a NumPy array: borrowed where it lies as Arrow's does, else
/// copied.
/// @throws StructureError (wrong_column_type) for big-endian numbers and other types, TypeError
[[nodiscard]] ReadColumn buffer_column(const std::string& name, py::handle source);
/// A column of `str`, `int`, `Decimal` and `datetime.date`, all of one kind, and None.
/// @throws TypeError with the row for anything else, LimitError
[[nodiscard]] ReadColumn sequence_column(const std::string& name, py::handle source);
/// A column of anything: a pandas series, a NumPy array, a sequence.
[[nodiscard]] ReadColumn column_of(const std::string& name, py::handle source);

/// A table given as whatever table_of() takes.
struct AnyTable {
  Table value{};
};

}  // namespace edustat::python

namespace pybind11::detail {

template <>
struct type_caster<edustat::python::AnyTable> {
  PYBIND11_TYPE_CASTER(edustat::python::AnyTable, const_name("object"));
  bool load(handle source, bool) {
    value.value = edustat::python::table_of(source);
    return true;
  }
};

}  // namespace pybind11::detail
