// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panel/arrow_abi.hpp"

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace edustat::test {

/// Memory that a handmade column points to; lies where 16 bytes may be read at once.
class Bytes {
 public:
  template <typename T>
  static Bytes of(const std::vector<T>& values) {
    Bytes bytes;
    bytes.words_ = std::make_shared<std::vector<std::uint64_t>>(values.size() * sizeof(T) / 8 + 2);
    if (!values.empty())
      std::memcpy(bytes.words_->data(), values.data(), values.size() * sizeof(T));
    return bytes;
  }
  static Bytes of(const std::string& text) {
    return of(std::vector<char>(text.begin(), text.end()));
  }
  static Bytes none() { return {}; }
  [[nodiscard]] const void* data() const { return words_ ? words_->data() : nullptr; }

 private:
  std::shared_ptr<std::vector<std::uint64_t>> words_{};
};

/// A column of a handmade stream: what it says, and the structures that say it.
struct HandColumn {
  std::string name{};
  std::string format{};
  std::int64_t length = 0;
  std::vector<Bytes> memory{};
  std::vector<HandColumn> children{};
  std::shared_ptr<HandColumn> dictionary{};
  std::int64_t offset = 0;
  std::int64_t null_count = -1;

  ArrowSchema schema{};
  ArrowArray array{};
  std::vector<const void*> buffers{};
  std::vector<ArrowSchema*> child_schemas{};
  std::vector<ArrowArray*> child_arrays{};

  /// Fills the structures; from here on the column may not move.
  void link() {
    for (const Bytes& bytes : memory) buffers.push_back(bytes.data());
    for (HandColumn& child : children) {
      child.link();
      child_schemas.push_back(&child.schema);
      child_arrays.push_back(&child.array);
    }
    const auto count = static_cast<std::int64_t>(children.size());
    schema = {format.c_str(), name.c_str(),
              nullptr,        arrow_flag_nullable,
              count,          child_schemas.data(),
              nullptr,        [](ArrowSchema* one) { one->release = nullptr; },
              nullptr};
    array = {length,
             null_count,
             offset,
             static_cast<std::int64_t>(buffers.size()),
             count,
             buffers.data(),
             child_arrays.data(),
             nullptr,
             [](ArrowArray* one) { one->release = nullptr; },
             nullptr};
    if (!dictionary) return;
    dictionary->link();
    schema.dictionary = &dictionary->schema;
    array.dictionary = &dictionary->array;
  }
};

/// A stream of one column or more that counts what is released.
class HandStream {
 public:
  explicit HandStream(std::vector<HandColumn> columns, std::int64_t rows, int batches = 1)
      : batches_(batches) {
    table.format = "+s";
    table.length = rows;
    table.null_count = 0;
    table.memory = {Bytes::none()};
    table.children = std::move(columns);
    table.link();
    table.schema.private_data = this;
    table.array.private_data = this;
    table.schema.release = [](ArrowSchema* one) {
      ++static_cast<HandStream*>(one->private_data)->schemas_released;
      one->release = nullptr;
    };
    table.array.release = [](ArrowArray* one) {
      ++static_cast<HandStream*>(one->private_data)->arrays_released;
      one->release = nullptr;
    };
    stream = {&HandStream::get_schema, &HandStream::get_next, &HandStream::get_last_error,
              [](ArrowArrayStream* one) {
                ++static_cast<HandStream*>(one->private_data)->streams_released;
                one->release = nullptr;
              },
              this};
  }
  HandStream(const HandStream&) = delete;
  HandStream& operator=(const HandStream&) = delete;

  [[nodiscard]] HandColumn& column(std::size_t number = 0) { return table.children[number]; }
  /// True when each structure that was handed out has come back once.
  [[nodiscard]] bool is_settled() const {
    return schemas_released == schemas_given && arrays_released == arrays_given &&
           streams_released == 1;
  }

  HandColumn table{};
  ArrowArrayStream stream{};
  int schema_code = 0;
  int next_code = 0;
  const char* error = nullptr;
  int schemas_given = 0;
  int arrays_given = 0;
  int schemas_released = 0;
  int arrays_released = 0;
  int streams_released = 0;

 private:
  static HandStream& self(ArrowArrayStream* one) {
    return *static_cast<HandStream*>(one->private_data);
  }
  static int get_schema(ArrowArrayStream* one, ArrowSchema* out) {
    HandStream& hand = self(one);
    *out = hand.table.schema;
    if (hand.schema_code == 0 && out->release != nullptr) ++hand.schemas_given;
    return hand.schema_code;
  }
  static int get_next(ArrowArrayStream* one, ArrowArray* out) {
    HandStream& hand = self(one);
    *out = ArrowArray{};
    if (hand.next_code != 0) return hand.next_code;
    if (hand.arrays_given == hand.batches_) return 0;
    *out = hand.table.array;
    if (out->release != nullptr) ++hand.arrays_given;
    return 0;
  }
  static const char* get_last_error(ArrowArrayStream* one) { return self(one).error; }

  int batches_;
};

/// Whole numbers of 32 bits.
inline HandColumn hand_numbers(const std::string& name, const std::vector<std::int32_t>& values) {
  return {name, "i", static_cast<std::int64_t>(values.size()), {Bytes::none(), Bytes::of(values)}};
}

/// Texts of either kind of offsets.
template <typename Offset>
HandColumn hand_texts(const std::string& name, const std::vector<std::string>& values) {
  std::vector<Offset> offsets{0};
  std::string bytes;
  for (const std::string& value : values) {
    bytes += value;
    offsets.push_back(static_cast<Offset>(bytes.size()));
  }
  return {name,
          sizeof(Offset) == 4 ? "u" : "U",
          static_cast<std::int64_t>(values.size()),
          {Bytes::none(), Bytes::of(offsets), Bytes::of(bytes)}};
}

/// Indices into values.
inline HandColumn hand_dictionary(const std::string& name, const std::vector<std::int8_t>& indices,
                                  HandColumn values) {
  HandColumn column{
      name, "c", static_cast<std::int64_t>(indices.size()), {Bytes::none(), Bytes::of(indices)}};
  column.dictionary = std::make_shared<HandColumn>(std::move(values));
  return column;
}

/// Runs that end where `ends` says.
inline HandColumn hand_runs(const std::string& name, std::int64_t rows,
                            const std::vector<std::int32_t>& ends, HandColumn values) {
  return {name, "+r", rows, {}, {hand_numbers("run_ends", ends), std::move(values)}};
}

/// Texts of the view type, all behind the first 12 bytes in one piece.
inline HandColumn hand_views(const std::string& name, const std::vector<std::string>& values) {
  std::string views;
  std::string piece;
  const auto add = [&views](std::int32_t number) {
    views.append(reinterpret_cast<const char*>(&number), sizeof number);
  };
  for (const std::string& value : values) {
    add(static_cast<std::int32_t>(value.size()));
    if (value.size() <= 12) {
      views += value + std::string(12 - value.size(), '\0');
      continue;
    }
    views += value.substr(0, 4);
    add(0);
    add(static_cast<std::int32_t>(piece.size()));
    piece += value;
  }
  const std::vector<std::int64_t> sizes{static_cast<std::int64_t>(piece.size())};
  return {name,
          "vu",
          static_cast<std::int64_t>(values.size()),
          {Bytes::none(), Bytes::of(views), Bytes::of(piece), Bytes::of(sizes)}};
}

}  // namespace edustat::test
