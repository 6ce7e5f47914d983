// SPDX-License-Identifier: Apache-2.0
#include "measured_column.hpp"

#include "edustat/error/error.hpp"

#include "casters.hpp"
#include "number/int128.hpp"
#include "number/wide.hpp"
#include "table_input.hpp"

#include <cmath>

namespace edustat::python {
namespace {

/// Cells as they are collected: whole while all are, doubles while all are, else exact.
struct Collected {
  std::vector<std::int64_t> wholes{};
  std::vector<double> doubles{};
  std::vector<Rational> exact{};
  std::vector<std::size_t> gaps{};
  bool has_whole = false;
  bool has_double = false;
  bool has_exact = false;
  std::size_t rows = 0;

  void add_gap() {
    gaps.push_back(rows);
    add(0, 0.0, Rational());
  }
  void add_whole(std::int64_t value) {
    has_whole = true;
    add(value, 0.0, Rational(value));
  }
  void add_double(double value, const py::handle& written) {
    if (std::isnan(value)) return add_gap();
    if (!std::isfinite(value)) {
      throw ParseError(Fault{ErrorCode::not_finite, {std::to_string(value)}, {.line = rows + 1}});
    }
    has_double = true;
    if (!written) return add(0, value, Rational());
    const py::tuple ratio = written.attr("as_integer_ratio")();
    add(0, value, *rational_of(ratio[0]) / *rational_of(ratio[1]));
  }
  void add_exact(const Rational& value) {
    has_exact = true;
    add(0, 0.0, value);
  }
  void add(std::int64_t whole, double value, const Rational& number) {
    wholes.push_back(whole);
    doubles.push_back(value);
    exact.push_back(number);
    ++rows;
  }
};

Numbers finished(Collected collected) {
  const auto held = std::make_shared<const Collected>(std::move(collected));
  Numbers numbers;
  numbers.gaps = held->gaps;
  numbers.owner = held;
  if (!held->has_double && !held->has_exact) {
    numbers.cells = std::span<const std::int64_t>(held->wholes);
  } else if (held->has_double && !held->has_exact && !held->has_whole) {
    numbers.cells = std::span<const double>(held->doubles);
  } else {
    numbers.cells = std::span<const Rational>(held->exact);
  }
  return numbers;
}

Numbers sequence_numbers(py::handle source) {
  if (PyUnicode_Check(source.ptr()) || PyBytes_Check(source.ptr())) {
    throw py::type_error("a text is not a column of numbers");
  }
  Collected collected;
  for (const py::handle cell : py::iter(source)) {
    if (cell.is_none()) {
      collected.add_gap();
    } else if (PyFloat_Check(cell.ptr())) {
      collected.add_double(PyFloat_AS_DOUBLE(cell.ptr()), cell);
    } else if (const auto number = rational_of(cell)) {
      const auto small = number->small();
      if (small && small->denominator == 1) {
        collected.add_whole(small->numerator);
      } else {
        collected.add_exact(*number);
      }
    } else {
      throw py::type_error("row " + std::to_string(collected.rows + 1) + ": " +
                           std::string(py::repr(cell)) + " is not a number");
    }
  }
  return finished(std::move(collected));
}

void add_unsigned(Collected& collected, std::uint64_t value) {
  const Rational number = value;
  if (const auto small = number.small()) return collected.add_whole(small->numerator);
  collected.add_exact(number);
}

void add_decimal(Collected& collected, detail::int128 value, int scale) {
  collected.add_exact(detail::to_rational(value) / Rational::power_of_ten(scale));
}

/// Adds the cell in a row of a chunk. @throws StructureError for a type that holds no numbers
void add_cell(Collected& collected, const Field& field, const Chunk& chunk, std::size_t row) {
  switch (field.type) {
    case ColumnType::int8:
      return collected.add_whole(cell_at<std::int8_t>(chunk, row));
    case ColumnType::int16:
      return collected.add_whole(cell_at<std::int16_t>(chunk, row));
    case ColumnType::int32:
      return collected.add_whole(cell_at<std::int32_t>(chunk, row));
    case ColumnType::int64:
      return collected.add_whole(cell_at<std::int64_t>(chunk, row));
    case ColumnType::uint8:
      return collected.add_whole(cell_at<std::uint8_t>(chunk, row));
    case ColumnType::uint16:
      return collected.add_whole(cell_at<std::uint16_t>(chunk, row));
    case ColumnType::uint32:
      return collected.add_whole(cell_at<std::uint32_t>(chunk, row));
    case ColumnType::uint64:
      return add_unsigned(collected, cell_at<std::uint64_t>(chunk, row));
    case ColumnType::float32:
      return collected.add_double(cell_at<float>(chunk, row), {});
    case ColumnType::float64:
      return collected.add_double(cell_at<double>(chunk, row), {});
    case ColumnType::decimal32:
      return add_decimal(collected, cell_at<std::int32_t>(chunk, row), field.scale);
    case ColumnType::decimal64:
      return add_decimal(collected, cell_at<std::int64_t>(chunk, row), field.scale);
    case ColumnType::decimal128:
      return add_decimal(collected, cell_at<detail::int128>(chunk, row), field.scale);
    default:
      break;
  }
  throw StructureError(
      Fault{ErrorCode::wrong_column_type, {field.name, std::string(name_of(field.type))}});
}

bool has_nan(std::span<const double> cells) {
  for (const double cell : cells) {
    if (std::isnan(cell)) return true;
  }
  return false;
}

/// The column where it lies, if it lies as a measure reads it; else nothing.
std::optional<Numbers> borrowed(const Field& field, const Chunk& chunk,
                                std::vector<std::shared_ptr<const void>> owners) {
  if (chunk.validity != nullptr || field.is_dictionary) return std::nullopt;
  Numbers numbers;
  if (field.type == ColumnType::int64) {
    numbers.cells =
        std::span(static_cast<const std::int64_t*>(chunk.values) + chunk.offset, chunk.rows);
  } else if (field.type == ColumnType::float64) {
    const std::span<const double> cells(static_cast<const double*>(chunk.values) + chunk.offset,
                                        chunk.rows);
    if (has_nan(cells)) return std::nullopt;
    numbers.cells = cells;
  } else {
    return std::nullopt;
  }
  numbers.owner =
      std::make_shared<const std::vector<std::shared_ptr<const void>>>(std::move(owners));
  return numbers;
}

void add_chunk(Collected& collected, const Field& field, const Chunk& chunk) {
  for (std::size_t row = 0; row < chunk.rows; ++row) {
    if (field.type == ColumnType::null || !chunk.is_valid(row)) {
      collected.add_gap();
    } else {
      add_cell(collected, field, chunk, row);
    }
  }
}

Numbers table_numbers(const Table& table) {
  if (table.fields().size() != 1 || table.fields()[0].is_dictionary) {
    throw py::type_error("one column of numbers is expected");
  }
  const Field& field = table.fields()[0];
  if (table.batches().size() == 1) {
    auto kept = std::make_shared<const Table>(table);
    if (auto numbers = borrowed(field, table.batches()[0].chunks[0], {kept})) return *numbers;
  }
  Collected collected;
  for (const Table::Batch& batch : table.batches()) add_chunk(collected, field, batch.chunks[0]);
  return finished(std::move(collected));
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

}  // namespace

Numbers numbers_of(py::handle handle) {
  const auto source = py::reinterpret_borrow<py::object>(handle);
  if (const auto table = arrow_column(source)) return table_numbers(*table);
  const bool is_series = py::hasattr(source, "isna") && py::hasattr(source, "to_numpy");
  const bool is_buffer = !PyBytes_Check(source.ptr()) && PyObject_CheckBuffer(source.ptr()) != 0;
  bool is_object = false;
  if (py::hasattr(source, "dtype")) {
    const py::object kind = py::getattr(source.attr("dtype"), "kind", py::str(""));
    is_object = py::cast<std::string>(py::str(kind)) == "O";
  }
  if (is_object) return sequence_numbers(source.attr("tolist")());
  if (!is_series && !is_buffer) return sequence_numbers(source);
  const ReadColumn column = column_of("values", source);
  if (column.field.is_dictionary) throw py::type_error("a categorical column holds no numbers");
  if (auto numbers = borrowed(column.field, column.chunk, column.owners)) return *numbers;
  Collected collected;
  add_chunk(collected, column.field, column.chunk);
  return finished(std::move(collected));
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
