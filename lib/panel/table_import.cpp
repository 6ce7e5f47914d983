// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/table.hpp"

#include "error/utf8.hpp"
#include "panel/arrow_abi.hpp"
#include "panel/arrow_array.hpp"
#include "panel/arrow_schema.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace edustat {
namespace {

using detail::refuse_table;

/// A structure of the interface that is released once, however the reading ends.
template <typename Structure>
class Held {
 public:
  Held() = default;
  /// Moves the structure out of its place, which is marked as released.
  explicit Held(Structure& place) noexcept : held_(std::exchange(place, Structure{})) {}
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() {
    if (held_.release != nullptr) held_.release(&held_);
  }

  [[nodiscard]] Structure& operator*() noexcept { return held_; }
  [[nodiscard]] Structure* operator->() noexcept { return &held_; }
  /// A producer that fails owes nothing: what it may have left there is not touched.
  void forget() noexcept { held_.release = nullptr; }

 private:
  Structure held_{};
};

/// What a table that came in a stream keeps alive.
struct Holdings {
  std::vector<std::unique_ptr<Held<ArrowArray>>> arrays{};
  detail::DecodedMemory decoded{};
};

[[noreturn]] void refuse_call(ArrowArrayStream& stream, std::string_view what, int code) {
  constexpr std::size_t most_bytes = 1000;
  std::string sentence = std::string(what) + " failed with code " + std::to_string(code);
  const char* error = stream.get_last_error == nullptr ? nullptr : stream.get_last_error(&stream);
  if (error != nullptr) {
    std::string_view words = error;
    sentence += ": " + text::printable(words.substr(0, most_bytes));
  }
  refuse_table("*", sentence);
}

/// The rows of a batch; those of a structure that are missing as a whole are refused.
detail::RowRange rows_of(const ArrowArray& batch, std::size_t columns) {
  detail::require_sizes("*", batch);
  if (static_cast<std::size_t>(batch.n_children) != columns) {
    refuse_table("*", "a batch has another number of columns");
  }
  if (columns != 0 && batch.children == nullptr) refuse_table("*", "the columns are missing");
  if (batch.n_buffers != 1) refuse_table("*", "a batch has another number of buffers than one");
  if (batch.dictionary != nullptr) refuse_table("*", "a batch has a dictionary");
  const detail::RowRange range{static_cast<std::size_t>(batch.offset),
                               static_cast<std::size_t>(batch.length)};
  if (batch.null_count > 0) refuse_table("*", "whole rows are missing");
  if (batch.null_count == 0 || batch.buffers == nullptr) return range;
  Chunk chunk;
  chunk.offset = range.first;
  chunk.validity = static_cast<const std::uint8_t*>(batch.buffers[0]);
  for (std::size_t i = 0; i < range.rows; ++i) {
    if (!chunk.is_valid(i)) refuse_table("*", "whole rows are missing");
  }
  return range;
}

Table::Batch read_batch(const std::vector<detail::NamedLayout>& columns, const ArrowArray& array,
                        detail::DecodedMemory& memory) {
  const detail::RowRange range = rows_of(array, columns.size());
  Table::Batch batch{range.rows, {}};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto& [name, layout] = columns[i];
    const ArrowArray* child = array.children[i];
    if (child == nullptr) refuse_table(name, "its memory is missing");
    if (layout.encoding != detail::Encoding::skipped) {
      batch.chunks.push_back(detail::read_array(name, layout, *child, range, memory));
      continue;
    }
    Chunk skipped;
    skipped.rows = range.rows;
    batch.chunks.push_back(skipped);
  }
  return batch;
}

std::vector<detail::NamedLayout> schema_of(ArrowArrayStream& stream) {
  Held<ArrowSchema> schema;
  const int code = stream.get_schema(&stream, &*schema);
  if (code != 0) {
    schema.forget();
    refuse_call(stream, "get_schema", code);
  }
  return detail::read_schema(*schema);
}

}  // namespace

Table Table::from_stream(ArrowArrayStream& stream) {
  if (stream.release == nullptr) refuse_table("*", "the stream has been released");
  Held<ArrowArrayStream> held(stream);
  if (held->get_schema == nullptr || held->get_next == nullptr) {
    refuse_table("*", "the stream has no functions");
  }
  const std::vector<detail::NamedLayout> columns = schema_of(*held);
  std::vector<Field> fields;
  for (const auto& [name, layout] : columns) fields.push_back(layout.field(name));
  auto holdings = std::make_shared<Holdings>();
  std::vector<Batch> batches;
  while (true) {
    auto array = std::make_unique<Held<ArrowArray>>();
    const int code = held->get_next(&*held, &**array);
    if (code != 0) {
      array->forget();
      refuse_call(*held, "get_next", code);
    }
    if ((*array)->release == nullptr) break;
    batches.push_back(read_batch(columns, **array, holdings->decoded));
    if (batches.back().rows == 0) {
      batches.pop_back();
    } else {
      holdings->arrays.push_back(std::move(array));
    }
  }
  return Table(std::move(fields), std::move(batches), std::move(holdings));
}

}  // namespace edustat
