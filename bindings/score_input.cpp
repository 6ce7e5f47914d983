// SPDX-License-Identifier: Apache-2.0
#include "score_input.hpp"

#include "edustat/error/error.hpp"

#include "table_input.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace edustat::python {
namespace {

using namespace py::literals;

constexpr const char* table_expected =
    "a table of measured values is a two-dimensional array, a data frame, a mapping of names to "
    "columns, or a list of rows\n实测数据表应为二维数组、数据框、列名到列的映射，或各行的列表";
constexpr const char* truth_refused = "a truth value is no measured value\n真假值不是实测数据";

bool has_kind(const py::object& array, std::string_view kinds) {
  const std::string kind = kind_of(array);
  return !kind.empty() && kinds.find(kind) != std::string_view::npos;
}

bool is_borrowed(const Py_buffer& view) {
  constexpr auto size = static_cast<Py_ssize_t>(sizeof(double));
  const std::string_view format = view.format == nullptr ? "B" : view.format;
  return (format == "d" || format == "@d" || format == "=d" || format == "<d") &&
         view.itemsize == size && view.strides[0] % size == 0 && view.strides[1] % size == 0 &&
         reinterpret_cast<std::uintptr_t>(view.buf) % sizeof(double) == 0;
}

void name_columns(MeasuredTable& table) {
  if (!table.columns.empty()) return;
  for (std::size_t column = 0; column < table.view.columns; ++column) {
    table.columns.push_back(std::to_string(column + 1));
  }
}

MeasuredTable held(Matrix matrix) {
  MeasuredTable table;
  auto owner = std::make_shared<const Matrix>(std::move(matrix));
  table.view = owner->view();
  table.owner = std::move(owner);
  return table;
}

MeasuredTable table_of_rows(py::handle source) {
  std::vector<std::vector<double>> rows;
  for (const py::handle row : source) {
    if (PyUnicode_Check(row.ptr()) || !py::hasattr(row, "__iter__")) {
      throw py::type_error(table_expected);
    }
    rows.push_back(doubles_of(row));
  }
  return held(Matrix(rows));
}

MeasuredTable table_of_array(const py::object& array) {
  if (py::cast<int>(array.attr("ndim")) != 2) throw py::type_error(table_expected);
  if (has_kind(array, "b")) throw py::type_error(truth_refused);
  // The list of a masked array has None where a cell is masked.
  if (is_masked(array) || has_kind(array, "OUS")) return table_of_rows(array.attr("tolist")());
  if (!has_kind(array, "fiu")) throw py::type_error(table_expected);
  auto buffer = borrowed_buffer(array);
  if (!is_borrowed(*buffer)) buffer = borrowed_buffer(array.attr("astype")("float64"));
  constexpr auto size = static_cast<std::ptrdiff_t>(sizeof(double));
  MeasuredTable table;
  table.view = {static_cast<const double*>(buffer->buf), static_cast<std::size_t>(buffer->shape[0]),
                static_cast<std::size_t>(buffer->shape[1]), buffer->strides[0] / size,
                buffer->strides[1] / size};
  table.owner = std::move(buffer);
  return table;
}

std::vector<std::string> texts_of(const py::object& values) {
  std::vector<std::string> texts;
  for (const py::handle value : values) texts.emplace_back(std::string(utf8_of(py::str(value))));
  return texts;
}

bool has_texts(const py::object& series) {
  if (py::cast<py::ssize_t>(series.attr("size")) == 0) return false;
  return PyUnicode_Check(py::object(series.attr("iloc")[py::int_(0)]).ptr()) != 0;
}

/// @throws StructureError (unequal_columns)
MeasuredTable table_of_columns(std::vector<std::string> heads,
                               const std::vector<std::vector<double>>& columns) {
  if (columns.empty()) throw py::type_error(table_expected);
  Matrix matrix(columns.front().size(), columns.size());
  for (std::size_t column = 0; column < columns.size(); ++column) {
    if (columns[column].size() != matrix.rows()) {
      throw StructureError(Fault{
          ErrorCode::unequal_columns,
          {heads[column], std::to_string(columns[column].size()), std::to_string(matrix.rows())}});
    }
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
      matrix.set(row, column, columns[column][row]);
    }
  }
  MeasuredTable table = held(std::move(matrix));
  table.columns = std::move(heads);
  return table;
}

MeasuredTable table_of_mapping(const py::object& items) {
  std::vector<std::string> heads;
  std::vector<std::vector<double>> columns;
  for (const py::handle item : items) {
    const py::tuple pair = py::reinterpret_borrow<py::object>(item);
    if (!PyUnicode_Check(py::object(pair[0]).ptr())) throw py::type_error(table_expected);
    heads.emplace_back(utf8_of(pair[0]));
    columns.push_back(doubles_of(pair[1]));
  }
  return table_of_columns(std::move(heads), columns);
}

/// The columns of a pandas frame, cell by cell.
MeasuredTable table_of_objects(const py::object& frame) {
  const py::object objects = frame.attr("astype")("object");
  const py::object cells = objects.attr("where")(frame.attr("notna")(), py::none());
  std::vector<std::string> heads = texts_of(frame.attr("columns"));
  std::vector<std::vector<double>> columns;
  for (const py::handle column : cells.attr("to_numpy")().attr("T").attr("tolist")()) {
    columns.push_back(doubles_of(column));
  }
  return table_of_columns(std::move(heads), columns);
}

/// A pandas frame: a first column of texts names the units, else its index does.
MeasuredTable table_of_frame(py::object frame) {
  const bool has_columns = py::len(frame.attr("columns")) != 0;
  if (has_columns &&
      has_texts(
          frame.attr("iloc")[py::make_tuple(py::slice(py::none(), py::none(), py::none()), 0)])) {
    frame = frame.attr("set_index")(frame.attr("columns")[py::int_(0)]);
  }
  bool has_only_numbers = true;
  for (const py::handle type : frame.attr("dtypes")) {
    const auto kind = py::cast<std::string>(py::str(py::getattr(type, "kind", py::str("O"))));
    if (kind == "b") throw py::type_error(truth_refused);
    has_only_numbers = has_only_numbers && std::string_view("fiu").find(kind) != kind.npos;
  }
  MeasuredTable table = has_only_numbers
                            ? table_of_array(frame.attr("to_numpy")(
                                  "dtype"_a = "float64", "na_value"_a = py::float_(gap_cell)))
                            : table_of_objects(frame);
  table.columns = texts_of(frame.attr("columns"));
  table.units = texts_of(frame.attr("index"));
  return table;
}

/// A table in Arrow's layout: a first column of texts names the units.
MeasuredTable table_of_arrow(const Table& given) {
  const auto is_text = [](ColumnType type) {
    return type == ColumnType::text || type == ColumnType::large_text;
  };
  const std::size_t first = !given.fields().empty() && is_text(given.fields()[0].type) ? 1 : 0;
  std::vector<std::string> heads;
  std::vector<std::vector<double>> columns;
  for (std::size_t column = first; column < given.fields().size(); ++column) {
    heads.push_back(given.fields()[column].name);
    columns.push_back(doubles_of(given, column));
  }
  MeasuredTable table = table_of_columns(std::move(heads), columns);
  for (std::size_t row = 0; first != 0 && row < given.rows(); ++row) {
    table.units.push_back(given.text_at(0, row));
  }
  return table;
}

MeasuredTable read_table(py::handle source) {
  const auto given = py::reinterpret_borrow<py::object>(source);
  if (py::isinstance<py::type>(source) || PyUnicode_Check(source.ptr())) {
    throw py::type_error(table_expected);
  }
  if (py::hasattr(source, "to_numpy") && py::hasattr(source, "iloc") &&
      py::hasattr(source, "columns")) {
    return table_of_frame(given);
  }
  if (py::hasattr(source, "dtype") && py::hasattr(source, "ndim")) return table_of_array(given);
  if (py::isinstance<Table>(source)) return table_of_arrow(py::cast<const Table&>(source));
  if (const std::optional<Table> table = arrow_table_of(source)) return table_of_arrow(*table);
  if (py::hasattr(source, "items")) return table_of_mapping(source.attr("items")());
  if (py::isinstance<ScoreSheet>(source)) {
    const ScoreSheet& sheet = py::cast<const ScoreSheet&>(source);
    MeasuredTable table = held(sheet.values);
    table.units = sheet.units;
    table.columns = sheet.columns;
    return table;
  }
  if (!py::hasattr(source, "__iter__")) throw py::type_error(table_expected);
  return table_of_rows(source);
}

}  // namespace

MeasuredTable measured_table(py::handle source) {
  MeasuredTable table = read_table(source);
  name_columns(table);
  return table;
}

std::vector<std::optional<double>> known_of(const std::vector<double>& values) {
  std::vector<std::optional<double>> known;
  for (const double value : values) {
    known.push_back(is_gap(value) ? std::nullopt : std::optional(value));
  }
  return known;
}

std::vector<std::optional<std::uint32_t>> known_ranks_of(const std::vector<std::uint32_t>& ranks) {
  std::vector<std::optional<std::uint32_t>> known;
  for (const std::uint32_t rank : ranks) {
    known.push_back(rank == 0 ? std::nullopt : std::optional(rank));
  }
  return known;
}

std::vector<std::string> names_of_rows(const std::vector<std::string>& units, std::size_t rows) {
  if (!units.empty()) return units;
  std::vector<std::string> numbers;
  for (std::size_t row = 0; row < rows; ++row) numbers.push_back(std::to_string(row + 1));
  return numbers;
}

ScoreSheet sheet_of(std::vector<std::string> units, const std::vector<std::string>& heads,
                    const std::vector<std::vector<double>>& columns) {
  Matrix values(units.size(), columns.size());
  for (std::size_t column = 0; column < columns.size(); ++column) {
    for (std::size_t row = 0; row < units.size(); ++row) {
      values.set(row, column, columns[column][row]);
    }
  }
  return {std::move(units), heads, std::move(values)};
}

std::vector<double> numbers_of_ranks(const std::vector<std::uint32_t>& ranks) {
  std::vector<double> numbers;
  for (const std::uint32_t rank : ranks) {
    numbers.push_back(rank == 0 ? gap_cell : static_cast<double>(rank));
  }
  return numbers;
}

}  // namespace edustat::python
