// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/number/decimal.hpp"

#include "casters.hpp"
#include "number/int128.hpp"
#include "number/wide.hpp"
#include "table_input.hpp"

#include <algorithm>
#include <cstdint>

namespace edustat::python {
namespace {

constexpr int most_digits = 38;  // of a decimal128

/// The cells of a column, and where they stand.
struct Cells {
  std::string name;
  std::vector<py::object> values{};

  [[nodiscard]] Place place(std::size_t row) const { return {.source = name, .line = row + 1}; }
  [[noreturn]] void refuse(std::size_t row, std::string_view expected) const {
    throw py::type_error(to_string(place(row)) + ": " + std::string(py::repr(values[row])) +
                         " is not " + std::string(expected));
  }
};

ReadColumn begin(const Cells& cells, ColumnType type) {
  ReadColumn column;
  column.field.name = cells.name;
  column.field.type = type;
  column.chunk.rows = cells.values.size();
  const auto has_value = [&](std::size_t row) { return !cells.values[row].is_none(); };
  if (type != ColumnType::null) column.set_validity(has_value);
  return column;
}

ReadColumn texts_of(const Cells& cells) {
  ReadColumn column = begin(cells, ColumnType::large_text);
  std::vector<std::int64_t> offsets{0};
  std::string bytes;
  for (std::size_t row = 0; row < cells.values.size(); ++row) {
    const py::object& cell = cells.values[row];
    if (py::isinstance<Period>(cell)) {
      bytes += py::cast<const Period&>(cell).to_string();
    } else if (!cell.is_none()) {
      if (!PyUnicode_Check(cell.ptr())) cells.refuse(row, "a text as the cells before");
      bytes += utf8_of(cell);
    }
    offsets.push_back(static_cast<std::int64_t>(bytes.size()));
  }
  column.hold(std::move(offsets));
  const auto held = std::make_shared<const std::string>(std::move(bytes));
  column.chunk.text = held->data();
  column.chunk.text_bytes = held->size();
  column.owners.push_back(held);
  return column;
}

ReadColumn days_of(const Cells& cells) {
  constexpr int first_day = 719163;  // ordinal of 1970-01-01
  ReadColumn column = begin(cells, ColumnType::date32);
  std::vector<std::int32_t> days(cells.values.size());
  for (std::size_t row = 0; row < days.size(); ++row) {
    const py::object& cell = cells.values[row];
    if (cell.is_none()) continue;
    if (!day_of(cell)) cells.refuse(row, "a date as the cells before");
    days[row] = py::cast<int>(cell.attr("toordinal")()) - first_day;
  }
  column.hold(std::move(days));
  return column;
}

/// Whole numbers that all fit 64 bits, or nothing.
std::optional<ReadColumn> wholes_of(const Cells& cells) {
  std::vector<std::int64_t> numbers(cells.values.size());
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    const py::object& cell = cells.values[row];
    if (cell.is_none()) continue;
    if (!PyLong_CheckExact(cell.ptr())) return std::nullopt;
    int overflow = 0;
    numbers[row] = PyLong_AsLongLongAndOverflow(cell.ptr(), &overflow);
    if (overflow != 0) return std::nullopt;
  }
  ReadColumn column = begin(cells, ColumnType::int64);
  column.hold(std::move(numbers));
  return column;
}

/// The number in a cell. @throws TypeError with its row
std::optional<Decimal> number_in(const Cells& cells, std::size_t row) {
  if (cells.values[row].is_none()) return std::nullopt;
  try {
    if (auto number = decimal_of(cells.values[row])) return number;
  } catch (const py::type_error& error) {
    throw py::type_error(to_string(cells.place(row)) + ": " + error.what());
  }
  cells.refuse(row, "a number as the cells before");
}

ReadColumn decimals_of(const Cells& cells) {
  std::vector<std::optional<Decimal>> numbers(cells.values.size());
  int scale = 0;
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    numbers[row] = number_in(cells, row);
    if (numbers[row]) scale = std::max(scale, numbers[row]->places().count());
  }
  const Rational limit = Rational(10).pow(most_digits);
  std::vector<detail::int128> wholes(numbers.size());
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    if (!numbers[row]) continue;
    const Rational whole = numbers[row]->value() * Rational(10).pow(std::min(scale, most_digits));
    if (scale > most_digits || whole >= limit || -whole >= limit) {
      throw LimitError(Fault{
          ErrorCode::number_too_large, {numbers[row]->to_string(), "10^38"}, cells.place(row)});
    }
    wholes[row] = *detail::to_int128(whole);
  }
  ReadColumn column = begin(cells, ColumnType::decimal128);
  column.field.scale = scale;
  column.field.precision = most_digits;
  column.hold(std::move(wholes));
  return column;
}

Cells cells_of(const std::string& name, py::handle source) {
  if (PyUnicode_Check(source.ptr()) || PyBytes_Check(source.ptr())) {
    throw py::type_error("column '" + name + "' is a text, not a sequence of cells");
  }
  PyObject* list = PySequence_List(source.ptr());
  if (list == nullptr) throw py::error_already_set();
  Cells cells{name};
  for (const py::handle cell : py::reinterpret_steal<py::list>(list)) {
    cells.values.push_back(py::reinterpret_borrow<py::object>(cell));
  }
  return cells;
}

}  // namespace

ReadColumn sequence_column(const std::string& name, py::handle source) {
  const Cells cells = cells_of(name, source);
  const auto first = std::find_if(cells.values.begin(), cells.values.end(),
                                  [](const py::object& cell) { return !cell.is_none(); });
  if (first == cells.values.end()) return begin(cells, ColumnType::null);
  if (PyUnicode_Check(first->ptr()) || py::isinstance<Period>(*first)) return texts_of(cells);
  if (day_of(*first)) return days_of(cells);
  if (auto wholes = wholes_of(cells)) return *std::move(wholes);
  return decimals_of(cells);
}

}  // namespace edustat::python
