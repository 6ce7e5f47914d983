// SPDX-License-Identifier: Apache-2.0
#include "table_input.hpp"

#include "edustat/error/error.hpp"

#include "casters.hpp"

#include <cstring>
#include <limits>

namespace edustat::python {
namespace {

using namespace py::literals;

bool is_true(const py::object& value) {
  const int truth = PyObject_IsTrue(value.ptr());
  if (truth < 0) throw py::error_already_set();
  return truth == 1;
}

/// Marks the rows for which a NumPy array of truth values says so as without value.
void set_missing(ReadColumn& column, const py::object& missing) {
  const ReadColumn mask = buffer_column(column.field.name, missing);
  if (mask.field.type != ColumnType::boolean || mask.chunk.rows != column.chunk.rows) {
    throw py::type_error("isna() gives a truth value for each row");
  }
  const auto* bits = static_cast<const std::uint8_t*>(mask.chunk.values);
  column.set_validity([bits](std::size_t row) { return ((bits[row / 8] >> (row % 8)) & 1U) == 0; });
}

/// A categorical series: its codes are copied, since an index is not checked again.
ReadColumn category_column(const std::string& name, const py::object& accessor) {
  const py::object codes = accessor.attr("codes").attr("astype")("int64");
  ReadColumn column = buffer_column(name, codes.attr("to_numpy")("copy"_a = true));
  ReadColumn words = column_of(name, accessor.attr("categories").attr("tolist")());
  const auto* indices = static_cast<const std::int64_t*>(column.chunk.values);
  column.set_validity([indices](std::size_t row) { return indices[row] >= 0; });
  column.field.index_type = column.field.type;
  column.field.is_dictionary = true;
  column.field.type = words.field.type;
  column.field.scale = words.field.scale;
  column.field.precision = words.field.precision;
  column.chunk.dictionary = std::make_shared<const Chunk>(std::move(words.chunk));
  for (auto& owner : words.owners) column.owners.push_back(std::move(owner));
  return column;
}

/// A pandas series.
ReadColumn series_column(const std::string& name, const py::object& series) {
  if (py::hasattr(series, "cat")) return category_column(name, series.attr("cat"));
  const py::object dtype = series.attr("dtype");
  const auto kind = py::cast<std::string>(py::str(dtype.attr("kind")));
  const py::object missing = series.attr("isna")().attr("to_numpy")();
  const bool has_missing = is_true(missing.attr("any")());
  const bool is_masked = py::hasattr(dtype, "numpy_dtype");
  if (kind == "O" || kind == "U") {
    const py::object objects = series.attr("astype")("object");
    return sequence_column(
        name, objects.attr("where")(series.attr("notna")(), py::none()).attr("tolist")());
  }
  const py::object values =
      is_masked ? series.attr("to_numpy")("dtype"_a = dtype.attr("numpy_dtype"), "na_value"_a = 0)
                : series.attr("to_numpy")();
  ReadColumn column = column_of(name, values);
  if (has_missing) set_missing(column, missing);
  return column;
}

/// Times of NumPy, which lie in no buffer that Python knows: brought to milliseconds.
ReadColumn time_column(const std::string& name, const py::object& times) {
  const py::object milliseconds = times.attr("astype")("datetime64[ms]").attr("view")("int64");
  ReadColumn column = buffer_column(name, milliseconds);
  column.field.type = ColumnType::date64;
  const auto* values = static_cast<const std::int64_t*>(column.chunk.values);
  constexpr std::int64_t not_a_time = std::numeric_limits<std::int64_t>::min();
  column.set_validity([values](std::size_t row) { return values[row] != not_a_time; });
  return column;
}

Table table_of_columns(const py::object& items) {
  std::vector<Field> fields;
  Table::Batch batch;
  auto owners = std::make_shared<std::vector<std::shared_ptr<const void>>>();
  for (const py::handle item : items) {
    const py::tuple pair = py::reinterpret_borrow<py::object>(item);
    if (pair.size() != 2 || !py::isinstance<py::str>(pair[0])) {
      throw py::type_error("a table is a mapping of names to columns");
    }
    ReadColumn column = column_of(std::string(utf8_of(pair[0])), pair[1]);
    if (fields.empty()) batch.rows = column.chunk.rows;
    fields.push_back(std::move(column.field));
    batch.chunks.push_back(std::move(column.chunk));
    for (auto& owner : column.owners) owners->push_back(std::move(owner));
  }
  return Table(std::move(fields), {std::move(batch)}, std::move(owners));
}

}  // namespace

std::string kind_of(py::handle source) {
  if (!py::hasattr(source, "dtype")) return {};
  return py::cast<std::string>(py::str(py::getattr(source.attr("dtype"), "kind", py::str(""))));
}

bool is_masked(py::handle source) {
  // A series of pandas has a method `mask`, but nothing to fill.
  return py::hasattr(source, "mask") && py::hasattr(source, "filled");
}

ReadColumn column_of(const std::string& name, py::handle source) {
  const auto column = py::reinterpret_borrow<py::object>(source);
  if (py::hasattr(column, "isna") && py::hasattr(column, "to_numpy")) {
    return series_column(name, column);
  }
  if (py::hasattr(column, "to_pylist")) return sequence_column(name, column.attr("to_pylist")());
  if (is_masked(column)) return sequence_column(name, column.attr("tolist")());
  const std::string kind = kind_of(column);
  if (kind == "M") return time_column(name, column);
  if (kind == "O" || kind == "U") return sequence_column(name, column.attr("tolist")());
  if (!PyBytes_Check(column.ptr()) && PyObject_CheckBuffer(column.ptr()) != 0) {
    return buffer_column(name, column);
  }
  return sequence_column(name, column);
}

Table table_of(py::handle source) {
  if (py::isinstance<Table>(source)) return py::cast<const Table&>(source);
  if (std::optional<Table> table = arrow_table_of(source)) return *std::move(table);
  if (!py::isinstance<py::type>(source) && py::hasattr(source, "items")) {
    return table_of_columns(source.attr("items")());
  }
  throw py::type_error(
      "a table is an object with __arrow_c_stream__ (pyarrow, polars, pandas, DuckDB) or a mapping "
      "of names to columns\n表应为支持 __arrow_c_stream__ "
      "的对象（pyarrow、polars、pandas、DuckDB），"
      "或列名到列的映射");
}

}  // namespace edustat::python
