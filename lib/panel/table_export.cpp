// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/panel/table.hpp"

#include "panel/arrow_abi.hpp"
#include "panel/arrow_schema.hpp"
#include "panel/chunk_reader.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace edustat {
namespace {

/// Structures inside a structure: each is released by its consumer or with the whole, and lies in
/// memory of the whole.
template <typename Structure>
struct Children {
  std::vector<Structure> structures{};
  std::vector<Structure*> pointers{};
  std::unique_ptr<Structure> dictionary{};

  void make(std::size_t count) {
    structures.resize(count);
    for (Structure& structure : structures) pointers.push_back(&structure);
  }
};

template <typename Structure, typename Parts>
void release(Structure* structure) noexcept {
  const std::unique_ptr<Parts> parts(static_cast<Parts*>(structure->private_data));
  for (Structure& child : parts->children.structures) {
    if (child.release != nullptr) child.release(&child);
  }
  Structure* dictionary = parts->children.dictionary.get();
  if (dictionary != nullptr && dictionary->release != nullptr) dictionary->release(dictionary);
  structure->release = nullptr;
}

/// Gives a structure its parts and places for what is inside it; from here on it can be released.
template <typename Structure, typename Parts>
void start(Structure& structure, std::unique_ptr<Parts> parts, std::size_t children) {
  parts->children.make(children);
  structure.n_children = static_cast<std::int64_t>(children);
  structure.children = children == 0 ? nullptr : parts->children.pointers.data();
  structure.private_data = parts.release();
  structure.release = &release<Structure, Parts>;
}

template <typename Structure, typename Parts>
Structure& start_dictionary(Structure& structure) {
  auto& dictionary = static_cast<Parts*>(structure.private_data)->children.dictionary;
  dictionary = std::make_unique<Structure>();
  structure.dictionary = dictionary.get();
  return *dictionary;
}

struct SchemaParts {
  std::string name{};
  std::string format{};
  Children<ArrowSchema> children{};
};

struct ArrayParts {
  std::shared_ptr<const Table> table{};
  std::array<const void*, 3> buffers{};
  Children<ArrowArray> children{};
};

struct StreamParts {
  std::shared_ptr<const Table> table{};
  std::size_t next = 0;
  const char* error = nullptr;
};

void write_schema(ArrowSchema& schema, std::string name, std::string format, std::size_t children) {
  auto parts = std::make_unique<SchemaParts>();
  parts->name = std::move(name);
  parts->format = std::move(format);
  schema.name = parts->name.c_str();
  schema.format = parts->format.c_str();
  start(schema, std::move(parts), children);
}

/// True when every value of a column in milliseconds is a day: only then it is a `date64` to
/// others.
bool has_only_days(const Table& table, std::size_t column) {
  constexpr std::int64_t milliseconds_of_day = 86'400'000;
  for (const Table::Batch& batch : table.batches()) {
    const bool is_dictionary = table.fields()[column].is_dictionary;
    const Chunk& chunk = is_dictionary ? *batch.chunks[column].dictionary : batch.chunks[column];
    for (std::size_t i = 0; i < chunk.rows; ++i) {
      const bool is_day = !chunk.is_valid(i) ||
                          detail::whole_at(ColumnType::date64, chunk, i) % milliseconds_of_day == 0;
      if (!is_day) return false;
    }
  }
  return true;
}

void write_field(ArrowSchema& schema, const Table& table, std::size_t column) {
  const Field& field = table.fields()[column];
  const bool is_time = field.type == ColumnType::date64 && !has_only_days(table, column);
  std::string format = is_time ? "tsm:" : detail::format_of(field);
  if (!field.is_dictionary) {
    write_schema(schema, field.name, std::move(format), 0);
    schema.flags = arrow_flag_nullable;
    return;
  }
  const Field indices{field.name, field.index_type, 0, 0, false, ColumnType::null};
  write_schema(schema, field.name, detail::format_of(indices), 0);
  schema.flags = arrow_flag_nullable;
  ArrowSchema& values = start_dictionary<ArrowSchema, SchemaParts>(schema);
  write_schema(values, "", std::move(format), 0);
  values.flags = arrow_flag_nullable;
}

void write_chunk(ArrowArray& array, const std::shared_ptr<const Table>& table, ColumnType type,
                 const Chunk& chunk) {
  // What stands for elements, offsets or bytes where there are none.
  alignas(64) static constexpr std::array<char, 64> nothing{};
  const auto present = [](const void* memory) {
    return memory == nullptr ? static_cast<const void*>(nothing.data()) : memory;
  };
  auto parts = std::make_unique<ArrayParts>();
  parts->table = table;
  array.length = static_cast<std::int64_t>(chunk.rows);
  array.offset = chunk.values == nullptr ? 0 : static_cast<std::int64_t>(chunk.offset);
  array.null_count = chunk.validity == nullptr ? 0 : -1;
  array.n_buffers = detail::is_text(type) ? 3 : 2;
  if (type == ColumnType::null) {
    array.null_count = array.length;
    array.n_buffers = 0;
  }
  parts->buffers = {chunk.validity, present(chunk.values), present(chunk.text)};
  array.buffers = parts->buffers.data();
  start(array, std::move(parts), 0);
}

void write_batch(ArrowArray& array, const std::shared_ptr<const Table>& table, std::size_t number) {
  const Table::Batch& batch = table->batches()[number];
  const auto fields = table->fields();
  auto parts = std::make_unique<ArrayParts>();
  array.length = static_cast<std::int64_t>(batch.rows);
  array.n_buffers = 1;
  array.buffers = parts->buffers.data();
  start(array, std::move(parts), fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Chunk& chunk = batch.chunks[i];
    ArrowArray& child = *array.children[i];
    if (!fields[i].is_dictionary) {
      write_chunk(child, table, fields[i].type, chunk);
      continue;
    }
    write_chunk(child, table, fields[i].index_type, chunk);
    write_chunk(start_dictionary<ArrowArray, ArrayParts>(child), table, fields[i].type,
                *chunk.dictionary);
  }
}

/// Fills an empty structure; where memory runs out, what is half written is released.
template <typename Structure, typename Write>
int answer(StreamParts& stream, Structure* out, Write write) noexcept {
  *out = Structure{};
  try {
    write(*out);
    stream.error = nullptr;
    return 0;
  } catch (const std::bad_alloc&) {
    stream.error = "out of memory";
  }
  if (out->release != nullptr) out->release(out);
  return ENOMEM;
}

StreamParts& parts_of(ArrowArrayStream* stream) {
  return *static_cast<StreamParts*>(stream->private_data);
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) noexcept {
  StreamParts& parts = parts_of(stream);
  return answer(parts, out, [&parts](ArrowSchema& schema) {
    const std::size_t columns = parts.table->fields().size();
    write_schema(schema, "", "+s", columns);
    for (std::size_t i = 0; i < columns; ++i) write_field(*schema.children[i], *parts.table, i);
  });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) noexcept {
  StreamParts& parts = parts_of(stream);
  if (parts.next == parts.table->batches().size()) {
    *out = ArrowArray{};
    return 0;
  }
  const int code = answer(
      parts, out, [&parts](ArrowArray& array) { write_batch(array, parts.table, parts.next); });
  if (code == 0) ++parts.next;
  return code;
}

const char* get_last_error(ArrowArrayStream* stream) noexcept {
  return parts_of(stream).error;
}

void release_stream(ArrowArrayStream* stream) noexcept {
  delete static_cast<StreamParts*>(stream->private_data);
  stream->private_data = nullptr;
  stream->release = nullptr;
}

}  // namespace

void Table::to_stream(ArrowArrayStream& stream) const {
  for (const Field& field : fields()) {
    if (field.type == ColumnType::other) {
      throw StructureError(
          Fault{ErrorCode::wrong_column_type, {field.name, std::string(name_of(field.type))}});
    }
  }
  auto parts = std::make_unique<StreamParts>();
  parts->table = std::make_shared<const Table>(*this);
  stream.get_schema = &get_schema;
  stream.get_next = &get_next;
  stream.get_last_error = &get_last_error;
  stream.release = &release_stream;
  stream.private_data = parts.release();
}

}  // namespace edustat
