// SPDX-License-Identifier: Apache-2.0
#include "panel/arrow_array.hpp"

#include "panel/arrow_decode.hpp"
#include "panel/chunk_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

namespace edustat::detail {
namespace {

// A table of a million million rows would not fit into any memory; refusing it keeps every product
// of rows and widths far from overflow.
constexpr std::int64_t most_rows = std::int64_t{1} << 40;
// No address space is larger.
constexpr std::int64_t most_bytes = std::int64_t{1} << 47;
constexpr std::int64_t most_parts = 1'000'000;
constexpr std::size_t widest_alignment = 8;
// Where a producer gives no bytes because there are none.
constexpr std::array<char, 1> no_bytes{};

/// One column, read step by step.
class ArrayReader {
 public:
  ArrayReader(std::string_view column, const ColumnLayout& layout, const ArrowArray& array,
              RowRange range, DecodedMemory& memory)
      : column_(column), layout_(layout), array_(array), range_(range), memory_(memory) {}

  Chunk read() {
    require_sizes(column_, array_);
    const auto length = static_cast<std::size_t>(array_.length);
    if (range_.first > length || range_.rows > length - range_.first) {
      refuse("it has fewer rows than its table");
    }
    require_parts();
    Chunk chunk;
    chunk.rows = range_.rows;
    chunk.offset = static_cast<std::size_t>(array_.offset) + range_.first;
    if (layout_.encoding == Encoding::runs) return unfold(chunk);
    if (layout_.encoding != Encoding::plain || layout_.type != ColumnType::null) {
      read_validity(chunk);
    }
    return read_values(std::move(chunk));
  }

 private:
  [[noreturn]] void refuse(std::string_view what) const { refuse_table(column_, what); }

  /// Buffers, children and dictionary are there, as the type wants them.
  void require_parts() const {
    const bool has_dictionary = layout_.encoding == Encoding::dictionary;
    if (has_dictionary != (array_.dictionary != nullptr)) {
      refuse(has_dictionary ? "its dictionary is missing" : "it has an unexpected dictionary");
    }
    if (array_.n_children != (layout_.encoding == Encoding::runs ? 2 : 0)) {
      refuse("it has another number of children than its type");
    }
    if (!has_wanted_buffers()) refuse("it has another number of buffers than its type");
    if (array_.n_buffers > 0 && array_.buffers == nullptr && range_.rows != 0 &&
        layout_.type != ColumnType::null) {
      refuse("its buffers are missing");
    }
  }

  [[nodiscard]] bool has_wanted_buffers() const {
    const std::int64_t count = array_.n_buffers;
    if (layout_.encoding == Encoding::runs) return count == 0;
    if (layout_.encoding == Encoding::views) return count >= 3;
    if (layout_.encoding == Encoding::dictionary) return count == 2;
    // Producers of before 2020 gave a column without values an empty buffer.
    if (layout_.type == ColumnType::null) return count == 0 || count == 1;
    return count == (is_text(layout_.type) ? 3 : 2);
  }

  [[nodiscard]] const void* buffer(std::size_t number) const {
    return array_.buffers == nullptr ? nullptr : array_.buffers[number];
  }

  void read_validity(Chunk& chunk) const {
    const auto* bits = static_cast<const std::uint8_t*>(buffer(0));
    if (bits == nullptr && array_.null_count > 0 && range_.rows != 0) {
      refuse("rows have no value, but it is not said which");
    }
    if (array_.null_count != 0) chunk.validity = bits;
  }

  Chunk read_values(Chunk chunk) {
    if (layout_.encoding == Encoding::views) {
      return gather_views(column_, array_, chunk, memory_);
    }
    if (layout_.encoding == Encoding::dictionary) {
      read_elements(layout_.index_type, chunk, chunk.rows);
      return with_dictionary(std::move(chunk));
    }
    if (layout_.type == ColumnType::null) return chunk;
    if (is_text(layout_.type)) {
      read_elements(layout_.type, chunk, chunk.rows + 1);
      read_bytes(chunk);
      return chunk;
    }
    read_elements(layout_.type, chunk, chunk.rows);
    if (layout_.encoding == Encoding::timestamps) {
      return to_milliseconds(column_, layout_, chunk, memory_);
    }
    return chunk;
  }

  /// Elements or offsets; copied where they do not lie where their type may be read.
  void read_elements(ColumnType type, Chunk& chunk, std::size_t count) {
    chunk.values = buffer(1);
    if (chunk.rows == 0) return;
    if (chunk.values == nullptr) refuse("its values are missing");
    const std::size_t width = width_of(type);
    if (width == 0) return;
    const std::size_t alignment = std::min(width, widest_alignment);
    if (reinterpret_cast<std::uintptr_t>(chunk.values) % alignment == 0) return;
    std::byte* copy = memory_.take(count * width);
    std::memcpy(copy, static_cast<const char*>(chunk.values) + chunk.offset * width, count * width);
    chunk.validity = copy_of_validity(chunk, memory_);
    chunk.values = copy;
    chunk.offset = 0;
  }

  /// The bytes of texts end where the last of them ends.
  void read_bytes(Chunk& chunk) const {
    chunk.text = static_cast<const char*>(buffer(2));
    if (chunk.rows != 0) {
      const ColumnType offsets =
          layout_.type == ColumnType::text ? ColumnType::int32 : ColumnType::int64;
      const std::int64_t end = whole_at(offsets, chunk, chunk.rows);
      if (end < 0 || end > most_bytes) {
        refuse("offsets of texts do not rise within their bytes");
      }
      chunk.text_bytes = static_cast<std::size_t>(end);
      if (chunk.text == nullptr && end != 0) refuse("the bytes of its texts are missing");
    }
    if (chunk.text == nullptr) chunk.text = no_bytes.data();
  }

  Chunk with_dictionary(Chunk chunk) {
    const ArrowArray& dictionary = *array_.dictionary;
    require_sizes(column_, dictionary);
    const RowRange all{0, static_cast<std::size_t>(dictionary.length)};
    chunk.dictionary = std::make_shared<const Chunk>(
        read_array(column_, *layout_.values, dictionary, all, memory_));
    return chunk;
  }

  Chunk unfold(const Chunk& wanted) {
    if (array_.children == nullptr || array_.children[0] == nullptr ||
        array_.children[1] == nullptr) {
      refuse("its runs are missing");
    }
    if (array_.null_count > 0) refuse("runs cannot be without value themselves");
    const ArrowArray& ends = *array_.children[0];
    const ArrowArray& values = *array_.children[1];
    require_sizes(column_, ends);
    require_sizes(column_, values);
    if (ends.length > values.length) refuse("there are more runs than values");
    ColumnLayout layout;
    layout.type = layout_.index_type;
    const RowRange all{0, static_cast<std::size_t>(ends.length)};
    const Chunk read_ends = read_array(column_, layout, ends, all, memory_);
    if (read_ends.validity != nullptr) refuse("the ends of runs may not be missing");
    const std::vector<Run> runs = runs_within(column_, layout_.index_type, read_ends, wanted);
    const Chunk read_values = read_array(column_, *layout_.values, values, all, memory_);
    return unfold_runs(column_, layout_, read_values, runs, memory_);
  }

  std::string_view column_;
  const ColumnLayout& layout_;
  const ArrowArray& array_;
  RowRange range_;
  DecodedMemory& memory_;
};

}  // namespace

std::byte* DecodedMemory::take(std::size_t bytes) {
  pieces_.push_back(std::make_unique<std::byte[]>(std::max<std::size_t>(bytes, 1)));
  return pieces_.back().get();
}

void require_sizes(std::string_view column, const ArrowArray& array) {
  if (array.release == nullptr) refuse_table(column, "its memory has been released");
  if (array.length < 0 || array.offset < 0) refuse_table(column, "its sizes are negative");
  if (array.length > most_rows || array.offset > most_rows) {
    refuse_table(column, "its sizes are beyond any memory");
  }
  if (array.null_count < -1 || array.null_count > array.length) {
    refuse_table(column, "its number of missing rows is impossible");
  }
  if (array.n_buffers < 0 || array.n_children < 0) {
    refuse_table(column, "its numbers of buffers and children are negative");
  }
  if (array.n_buffers > most_parts || array.n_children > most_parts) {
    refuse_table(column, "it has more than a million buffers or children");
  }
}

Chunk read_array(std::string_view column, const ColumnLayout& layout, const ArrowArray& array,
                 RowRange range, DecodedMemory& memory) {
  return ArrayReader(column, layout, array, range, memory).read();
}

}  // namespace edustat::detail
