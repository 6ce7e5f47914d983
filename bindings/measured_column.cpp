// SPDX-License-Identifier: Apache-2.0
#include "measured_column.hpp"

#include "edustat/analysis/matrix.hpp"
#include "edustat/error/error.hpp"

#include "analysis/sample_data.hpp"
#include "casters.hpp"
#include "number/int128.hpp"
#include "number/wide.hpp"
#include "table_input.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

namespace edustat::python {
namespace {

/// What stands in a cell; nothing for a gap.
using MeasuredCell = std::variant<std::monostate, std::int64_t, double, Rational>;

/// A column where it lies, or cell by cell.
struct Read {
  std::optional<Numbers> lying{};
  std::vector<MeasuredCell> cells{};
};

MeasuredCell cell_of(double value) {
  return std::isnan(value) ? MeasuredCell() : MeasuredCell(value);
}

MeasuredCell cell_of(const Rational& value) {
  const auto small = value.small();
  return small && small->denominator == 1 ? MeasuredCell(small->numerator) : MeasuredCell(value);
}

/// The cell that a Python object means. @throws TypeError
MeasuredCell cell_of(py::handle cell, TextCells texts) {
  if (cell.is_none()) return {};
  if (PyFloat_Check(cell.ptr())) return cell_of(PyFloat_AS_DOUBLE(cell.ptr()));
  if (texts == TextCells::parsed && PyUnicode_Check(cell.ptr())) {
    return cell_of(Rational::parse(utf8_of(cell)));
  }
  const std::string kind = kind_of(cell);
  if (kind == "f" && is_masked(cell)) return {};
  if (kind == "f") return cell_of(py::cast<double>(py::float_(cell.cast<py::object>())));
  const bool is_whole = kind == "i" || kind == "u";
  const auto number = rational_of(is_whole ? py::int_(cell.cast<py::object>()) : cell);
  if (number) return cell_of(*number);
  throw py::type_error(std::string(py::repr(cell)) + " is not a number\n" +
                       std::string(py::repr(cell)) + " 不是数");
}

std::vector<MeasuredCell> sequence_cells(py::handle source, TextCells texts) {
  if (PyUnicode_Check(source.ptr()) || PyBytes_Check(source.ptr())) {
    throw py::type_error("a text is not a column of numbers\n文本不是数列");
  }
  std::vector<MeasuredCell> cells;
  for (const py::handle cell : py::iter(source)) {
    try {
      cells.push_back(cell_of(cell, texts));
    } catch (const py::type_error& error) {
      throw py::type_error("row " + std::to_string(cells.size() + 1) + ": " + error.what());
    }
  }
  return cells;
}

template <typename Value>
MeasuredCell number_at(const Field& field, const Chunk& chunk, std::size_t row) {
  const auto value = cell_at<Value>(chunk, row);
  if constexpr (std::is_floating_point_v<Value>) {
    return cell_of(static_cast<double>(value));
  } else {
    const Rational whole = detail::to_rational(detail::int128{value});
    return cell_of(field.scale == 0 ? whole : whole / Rational::power_of_ten(field.scale));
  }
}

/// The cell in a row of a chunk. @throws StructureError for a type that holds no numbers
MeasuredCell cell_of(const Field& field, const Chunk& chunk, std::size_t row) {
  if (field.type == ColumnType::null || !chunk.is_valid(row)) return {};
  switch (field.is_dictionary ? ColumnType::text : field.type) {
    case ColumnType::int8:
      return number_at<std::int8_t>(field, chunk, row);
    case ColumnType::int16:
      return number_at<std::int16_t>(field, chunk, row);
    case ColumnType::int32:
    case ColumnType::decimal32:
      return number_at<std::int32_t>(field, chunk, row);
    case ColumnType::int64:
    case ColumnType::decimal64:
      return number_at<std::int64_t>(field, chunk, row);
    case ColumnType::uint8:
      return number_at<std::uint8_t>(field, chunk, row);
    case ColumnType::uint16:
      return number_at<std::uint16_t>(field, chunk, row);
    case ColumnType::uint32:
      return number_at<std::uint32_t>(field, chunk, row);
    case ColumnType::uint64:
      return number_at<std::uint64_t>(field, chunk, row);
    case ColumnType::float32:
      return number_at<float>(field, chunk, row);
    case ColumnType::float64:
      return number_at<double>(field, chunk, row);
    case ColumnType::decimal128:
      return number_at<detail::int128>(field, chunk, row);
    default:
      break;
  }
  throw StructureError(
      Fault{ErrorCode::wrong_column_type, {field.name, std::string(name_of(field.type))}});
}

/// The column where it lies, if it lies as a measure reads it; else nothing.
std::optional<Numbers> lying(const Field& field, const Chunk& chunk,
                             std::shared_ptr<const void> owner) {
  if (field.is_dictionary) return std::nullopt;
  Numbers numbers;
  if (field.type == ColumnType::int64) {
    numbers.cells =
        std::span(static_cast<const std::int64_t*>(chunk.values) + chunk.offset, chunk.rows);
  } else if (field.type == ColumnType::float64) {
    const std::span cells(static_cast<const double*>(chunk.values) + chunk.offset, chunk.rows);
    numbers.cells = cells;
    numbers.gaps = detail::nan_rows(cells);
  } else {
    return std::nullopt;
  }
  if (chunk.validity != nullptr) {
    std::vector<std::size_t> gaps;
    for (std::size_t row = 0; row < chunk.rows; ++row) {
      if (!chunk.is_valid(row)) gaps.push_back(row);
    }
    std::vector<std::size_t> all;
    std::set_union(gaps.begin(), gaps.end(), numbers.gaps.begin(), numbers.gaps.end(),
                   std::back_inserter(all));
    numbers.gaps = std::move(all);
  }
  numbers.owner = std::move(owner);
  return numbers;
}

Read read_table(const Table& table, std::size_t column) {
  const Field& field = table.fields()[column];
  if (table.batches().size() == 1) {
    auto kept = std::make_shared<const Table>(table);
    if (auto numbers = lying(field, kept->batches()[0].chunks[column], kept)) return {*numbers};
  }
  Read read;
  for (const Table::Batch& batch : table.batches()) {
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const Chunk& chunk = batch.chunks[column];
      const bool is_long = field.type == ColumnType::decimal256 && chunk.is_valid(row);
      read.cells.push_back(is_long
                               ? cell_of(Rational::parse(table.text_at(column, read.cells.size())))
                               : cell_of(field, chunk, row));
    }
  }
  return read;
}

/// The column of pyarrow or polars as a table of one column; nothing where it is none.
std::optional<Table> arrow_column(const py::object& source) {
  using namespace py::literals;
  const auto module = py::cast<std::string>(py::str(py::type::of(source).attr("__module__")));
  if (module.rfind("pyarrow", 0) == 0 && py::hasattr(source, "to_pylist")) {
    return table_of(py::module_::import("pyarrow").attr("table")(py::dict("values"_a = source)));
  }
  if (module.rfind("polars", 0) == 0 && py::hasattr(source, "to_frame")) {
    return table_of(source.attr("to_frame")());
  }
  return std::nullopt;
}

Read read_column(py::handle handle, TextCells texts) {
  const auto source = py::reinterpret_borrow<py::object>(handle);
  if (const auto table = arrow_column(source)) {
    if (table->fields().size() != 1) throw py::type_error("one column of numbers is expected");
    return read_table(*table, 0);
  }
  const bool is_series = py::hasattr(source, "isna") && py::hasattr(source, "to_numpy");
  const bool is_buffer = !PyBytes_Check(source.ptr()) && PyObject_CheckBuffer(source.ptr()) != 0;
  if (kind_of(source) == "O" || is_masked(source))
    return {{}, sequence_cells(source.attr("tolist")(), texts)};
  if (!is_series && !is_buffer) return {{}, sequence_cells(source, texts)};
  const auto column = std::make_shared<const ReadColumn>(column_of("values", source));
  if (auto numbers = lying(column->field, column->chunk, column)) return {*numbers};
  Read read;
  for (std::size_t row = 0; row < column->chunk.rows; ++row) {
    read.cells.push_back(cell_of(column->field, column->chunk, row));
  }
  return read;
}

/// Numbers of the cells in one form: whole where all are, doubles where all are, else exact.
template <typename Value>
Numbers numbers_as(const std::vector<MeasuredCell>& cells) {
  auto values = std::make_shared<std::vector<Value>>();
  Numbers numbers;
  for (std::size_t row = 0; row < cells.size(); ++row) {
    values->push_back(std::visit(
        [&](const auto& cell) -> Value {
          using Given = std::decay_t<decltype(cell)>;
          if constexpr (std::is_same_v<Given, std::monostate>) numbers.gaps.push_back(row);
          if constexpr (std::is_same_v<Given, Value>) return cell;
          if constexpr (std::is_same_v<Value, Rational> && std::is_same_v<Given, std::int64_t>) {
            return Rational(cell);
          }
          if constexpr (std::is_same_v<Value, Rational> && std::is_same_v<Given, double>) {
            if (std::isfinite(cell)) return detail::exact_rational(cell);
            throw ParseError(
                Fault{ErrorCode::not_finite, {std::to_string(cell)}, {.line = row + 1}});
          }
          return Value();
        },
        cells[row]));
  }
  numbers.cells = std::span<const Value>(*values);
  numbers.owner = std::move(values);
  return numbers;
}

Numbers numbers_in(Read read) {
  if (read.lying) return *std::move(read.lying);
  bool has_whole = false;
  bool has_double = false;
  bool has_exact = false;
  for (const MeasuredCell& cell : read.cells) {
    has_whole = has_whole || std::holds_alternative<std::int64_t>(cell);
    has_double = has_double || std::holds_alternative<double>(cell);
    has_exact = has_exact || std::holds_alternative<Rational>(cell);
  }
  if (has_exact || (has_whole && has_double)) return numbers_as<Rational>(read.cells);
  return has_double ? numbers_as<double>(read.cells) : numbers_as<std::int64_t>(read.cells);
}

double double_of(const MeasuredCell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
  if (const auto* value = std::get_if<double>(&cell)) return *value;
  if (const auto* exact = std::get_if<Rational>(&cell)) return exact->to_double();
  return gap_cell;
}

std::vector<double> doubles_in(const Read& read) {
  std::vector<double> doubles;
  for (const MeasuredCell& cell : read.cells) doubles.push_back(double_of(cell));
  if (!read.lying) return doubles;
  std::visit(
      [&](const auto& cells) {
        for (const auto& cell : cells) doubles.push_back(double_of(MeasuredCell(cell)));
      },
      read.lying->cells);
  for (const std::size_t row : read.lying->gaps) doubles[row] = gap_cell;
  return doubles;
}

}  // namespace

Numbers numbers_of(py::handle source) {
  return numbers_in(read_column(source, TextCells::refused));
}

std::vector<double> doubles_of(py::handle source) {
  return doubles_in(read_column(source, TextCells::parsed));
}

std::vector<double> doubles_of(const Table& table, std::size_t column) {
  return doubles_in(read_table(table, column));
}

double measured_number(py::handle source) {
  return double_of(cell_of(source, TextCells::parsed));
}

Sample sample_of(MeasuredColumn values, std::optional<MeasuredColumn> weights,
                 std::optional<MeasuredColumn> per, GapRule gaps) {
  if (weights && per) {
    throw py::type_error(
        "give weights, or what the values are per, not both\nweights 与 per 只能给出其一");
  }
  if (weights) {
    weights->numbers.name = "weights";
    return Sample::weighted(values.numbers, weights->numbers, gaps);
  }
  if (per) {
    per->numbers.name = "per";
    return Sample::per(values.numbers, per->numbers, gaps);
  }
  return Sample::of(values.numbers, gaps);
}

}  // namespace edustat::python

bool pybind11::detail::type_caster<edustat::python::Parameter>::load(handle source, bool) {
  if (PyFloat_Check(source.ptr())) {
    value.value = PyFloat_AS_DOUBLE(source.ptr());
    return true;
  }
  const auto number = edustat::python::rational_of(source);
  if (number) value.value = number->to_double();
  return number.has_value();
}
