// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "table_input.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace edustat::python {

std::shared_ptr<const Py_buffer> borrowed_buffer(py::handle source) {
  auto view = std::make_unique<Py_buffer>();
  if (PyObject_GetBuffer(source.ptr(), view.get(), PyBUF_RECORDS_RO) != 0) {
    throw py::error_already_set();
  }
  return {view.release(), [](Py_buffer* held) {
            if (Py_IsInitialized() == 0)
              return;  // the interpreter has gone, and the memory with it
            const py::gil_scoped_acquire locked;
            PyBuffer_Release(held);
            delete held;
          }};
}

namespace {

[[noreturn]] void refuse(const std::string& name, std::string type) {
  throw StructureError(Fault{ErrorCode::wrong_column_type, {name, std::move(type)}});
}

constexpr std::string_view signed_letters = "bhilqn";
constexpr std::string_view unsigned_letters = "BHILQN";

/// The type that a letter of the struct module means for elements of `size` bytes.
ColumnType type_of(const std::string& name, char letter, std::size_t size,
                   const std::string& format) {
  const auto by_size = [&](std::array<ColumnType, 4> types) {
    if (size != 1 && size != 2 && size != 4 && size != 8) refuse(name, format);
    return types[size == 1 ? 0 : size == 2 ? 1 : size == 4 ? 2 : 3];
  };
  if (signed_letters.find(letter) != std::string_view::npos) {
    return by_size({ColumnType::int8, ColumnType::int16, ColumnType::int32, ColumnType::int64});
  }
  if (unsigned_letters.find(letter) != std::string_view::npos) {
    return by_size({ColumnType::uint8, ColumnType::uint16, ColumnType::uint32, ColumnType::uint64});
  }
  if (letter == 'f' && size == sizeof(float)) return ColumnType::float32;
  if (letter == 'd' && size == sizeof(double)) return ColumnType::float64;
  if (letter == '?' && size == 1) return ColumnType::boolean;
  refuse(name, format);
}

ColumnType type_of(const std::string& name, const Py_buffer& view) {
  const std::string format = view.format == nullptr ? "B" : view.format;
  std::string_view letter = format;
  if (letter.find_first_of("@=<") == 0) letter.remove_prefix(1);
  const auto size = static_cast<std::size_t>(view.itemsize);
  if (letter.find_first_of(">!") == 0) {
    letter.remove_prefix(1);
    if (size > 1) refuse(name, "big-endian " + std::string(letter));
  }
  if (letter.size() != 1) refuse(name, format);
  return type_of(name, letter.front(), size, format);
}

/// The elements side by side.
std::vector<std::byte> copied(const Py_buffer& view, std::size_t rows) {
  const auto size = static_cast<std::size_t>(view.itemsize);
  std::vector<std::byte> bytes(rows * size);
  const auto* from = static_cast<const std::byte*>(view.buf);
  for (std::size_t row = 0; row < rows; ++row, from += view.strides[0]) {
    std::memcpy(bytes.data() + row * size, from, size);
  }
  return bytes;
}

/// Truth values, a byte each, as bits.
std::vector<std::uint8_t> packed(const Py_buffer& view, std::size_t rows) {
  std::vector<std::uint8_t> bits((rows + 7) / 8);
  const auto* from = static_cast<const char*>(view.buf);
  for (std::size_t row = 0; row < rows; ++row, from += view.strides[0]) {
    if (*from != 0) bits[row / 8] |= static_cast<std::uint8_t>(1U << (row % 8));
  }
  return bits;
}

/// True where the elements lie as Arrow wants them.
bool is_as_arrow(const Py_buffer& view, std::size_t rows) {
  const auto address = reinterpret_cast<std::uintptr_t>(view.buf);
  return rows == 0 || (view.strides[0] == view.itemsize &&
                       address % static_cast<std::size_t>(view.itemsize) == 0);
}

}  // namespace

ReadColumn buffer_column(const std::string& name, py::handle source) {
  std::shared_ptr<const Py_buffer> view = borrowed_buffer(source);
  if (view->ndim != 1) throw py::type_error("column '" + name + "' has not one dimension");
  ReadColumn column;
  column.field.name = name;
  column.field.type = type_of(name, *view);
  column.chunk.rows = static_cast<std::size_t>(view->shape[0]);
  if (column.field.type == ColumnType::boolean) {
    column.hold(packed(*view, column.chunk.rows));
  } else if (!is_as_arrow(*view, column.chunk.rows)) {
    column.hold(copied(*view, column.chunk.rows));
  } else {
    column.chunk.values = view->buf;
    column.owners.push_back(std::move(view));
  }
  return column;
}

}  // namespace edustat::python
