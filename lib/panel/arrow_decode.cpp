// SPDX-License-Identifier: Apache-2.0
#include "panel/arrow_decode.hpp"

#include "panel/chunk_reader.hpp"
#include "panel/table_check.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>
#include <string>

namespace edustat::detail {
namespace {

// A few bytes of runs or views can mean any number of bytes decoded.
constexpr std::size_t most_decoded_bytes = std::size_t{1} << 32;

void require_decodable(std::string_view column, std::size_t bytes) {
  if (bytes > most_decoded_bytes) refuse_table(column, "it decodes to more than 4 GiB");
}

void set_bit(std::byte* bits, std::size_t number) {
  bits[number / 8] |= std::byte{1} << (number % 8);
}

bool bit_at(const Chunk& chunk, std::size_t row) {
  const std::size_t bit = chunk.offset + row;
  return ((static_cast<const std::uint8_t*>(chunk.values)[bit / 8] >> (bit % 8)) & 1U) != 0;
}

void store(std::byte* values, std::size_t row, std::int64_t value) {
  std::memcpy(values + row * sizeof value, &value, sizeof value);
}

const std::uint8_t* as_bits(const std::byte* bits) {
  return reinterpret_cast<const std::uint8_t*>(bits);
}

/// Offsets of 64 bits and bytes of texts that are added one after another.
class TextWriter {
 public:
  TextWriter(std::size_t rows, std::size_t bytes, DecodedMemory& memory)
      : offsets_(memory.take((rows + 1) * sizeof(std::int64_t))), bytes_(memory.take(bytes)) {}

  void add(std::string_view text) {
    if (!text.empty()) std::memcpy(bytes_ + size_, text.data(), text.size());
    size_ += text.size();
    store(offsets_, ++rows_, static_cast<std::int64_t>(size_));
  }

  void finish(Chunk& chunk) const {
    chunk.values = offsets_;
    chunk.text = reinterpret_cast<const char*>(bytes_);
    chunk.text_bytes = size_;
  }

 private:
  std::byte* offsets_;
  std::byte* bytes_;
  std::size_t size_ = 0;
  std::size_t rows_ = 0;
};

/// Texts of the view type.
/// @source Apache Arrow, "Arrow Columnar Format", variable-size binary view layout
class Views {
 public:
  Views(std::string_view column, const ArrowArray& array)
      : column_(column), array_(array), pieces_(static_cast<std::size_t>(array.n_buffers) - 3) {
    views_ = static_cast<const char*>(array.buffers[1]);
    sizes_ = static_cast<const char*>(array.buffers[array.n_buffers - 1]);
    if (views_ == nullptr) refuse_table(column_, "its values are missing");
    if (sizes_ == nullptr && pieces_ != 0)
      refuse_table(column_, "the sizes of its bytes are missing");
  }

  [[nodiscard]] std::string_view at(std::size_t row) const {
    constexpr std::int32_t longest_inline = 12;
    constexpr std::size_t width = 16;
    const char* const view = views_ + row * width;
    const auto length = number_at<std::int32_t>(view);
    if (length < 0) refuse_table(column_, "a text has a negative length");
    const auto bytes = static_cast<std::size_t>(length);
    if (length <= longest_inline) return {view + 4, bytes};
    const auto piece = number_at<std::int32_t>(view + 8);
    const auto begin = number_at<std::int32_t>(view + 12);
    if (piece < 0 || static_cast<std::size_t>(piece) >= pieces_ || begin < 0) {
      refuse_table(column_, "a text lies outside its bytes");
    }
    const auto* const text = static_cast<const char*>(array_.buffers[2 + piece]);
    const auto size = number_at<std::int64_t>(sizes_ + static_cast<std::size_t>(piece) * 8);
    if (text == nullptr || begin > size || length > size - begin) {
      refuse_table(column_, "a text lies outside its bytes");
    }
    return {text + begin, bytes};
  }

 private:
  template <typename T>
  static T number_at(const char* place) {
    T value;
    std::memcpy(&value, place, sizeof value);
    return value;
  }

  std::string_view column_;
  const ArrowArray& array_;
  std::size_t pieces_;
  const char* views_ = nullptr;
  const char* sizes_ = nullptr;
};

/// Values written as often as their runs say.
class Unfolding {
 public:
  Unfolding(std::string_view column, const Chunk& values, const std::vector<Run>& runs,
            DecodedMemory& memory)
      : column_(column), values_(values), runs_(runs), memory_(memory) {
    for (const Run& run : runs) result_.rows += run.rows;
  }

  Chunk finish(const Field& field) {
    require_decodable(column_, result_.rows * std::max<std::size_t>(width_of(field.type), 1));
    if (field.type == ColumnType::null && !field.is_dictionary) return result_;
    if (values_.validity != nullptr) {
      result_.validity = bits([this](std::size_t row) { return values_.is_valid(row); });
    }
    result_.dictionary = values_.dictionary;
    if (field.is_dictionary) {
      unfold_elements(width_of(field.index_type));
    } else if (field.type == ColumnType::boolean) {
      result_.values = bits([this](std::size_t row) { return bit_at(values_, row); });
    } else if (is_text(field.type)) {
      unfold_texts(field.type);
    } else {
      unfold_elements(width_of(field.type));
    }
    return result_;
  }

 private:
  template <typename Ask>
  const std::uint8_t* bits(Ask ask) {
    std::byte* const made = memory_.take((result_.rows + 7) / 8);
    std::size_t row = 0;
    for (const Run& run : runs_) {
      if (ask(run.value)) {
        for (std::size_t i = 0; i < run.rows; ++i) set_bit(made, row + i);
      }
      row += run.rows;
    }
    return as_bits(made);
  }

  void unfold_elements(std::size_t width) {
    std::byte* const made = memory_.take(result_.rows * width);
    std::byte* next = made;
    for (const Run& run : runs_) {
      const char* const value =
          static_cast<const char*>(values_.values) + (values_.offset + run.value) * width;
      for (std::size_t i = 0; i < run.rows; ++i, next += width) std::memcpy(next, value, width);
    }
    result_.values = made;
  }

  void unfold_texts(ColumnType type) {
    std::size_t bytes = 0;
    for (const Run& run : runs_) {
      const std::size_t length = text_at(type, values_, run.value).size();
      if (length != 0 && run.rows > most_decoded_bytes / length) {
        require_decodable(column_, most_decoded_bytes + 1);
      }
      bytes += run.rows * length;
      require_decodable(column_, bytes);
    }
    TextWriter writer(result_.rows, bytes, memory_);
    for (const Run& run : runs_) {
      const std::string_view text = text_at(type, values_, run.value);
      for (std::size_t i = 0; i < run.rows; ++i) writer.add(text);
    }
    writer.finish(result_);
  }

  std::string_view column_;
  const Chunk& values_;
  const std::vector<Run>& runs_;
  DecodedMemory& memory_;
  Chunk result_{};
};

}  // namespace

const std::uint8_t* copy_of_validity(const Chunk& chunk, DecodedMemory& memory) {
  if (chunk.validity == nullptr) return nullptr;
  std::byte* const bits = memory.take((chunk.rows + 7) / 8);
  for (std::size_t i = 0; i < chunk.rows; ++i) {
    if (chunk.is_valid(i)) set_bit(bits, i);
  }
  return as_bits(bits);
}

Chunk to_milliseconds(std::string_view column, const ColumnLayout& layout, const Chunk& chunk,
                      DecodedMemory& memory) {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max() / layout.multiplier;
  std::byte* const values = memory.take(chunk.rows * sizeof(std::int64_t));
  for (std::size_t i = 0; i < chunk.rows; ++i) {
    if (!chunk.is_valid(i)) continue;
    const std::int64_t value = whole_at(ColumnType::int64, chunk, i);
    if (layout.multiplier != 1 && (value > most || value < -most)) {
      refuse_table(column, "a timestamp in milliseconds is beyond 64 bits");
    }
    const std::int64_t down = value % layout.divisor < 0 ? 1 : 0;
    store(values, i, value / layout.divisor * layout.multiplier - down);
  }
  Chunk result;
  result.rows = chunk.rows;
  result.validity = copy_of_validity(chunk, memory);
  result.values = values;
  return result;
}

Chunk gather_views(std::string_view column, const ArrowArray& array, const Chunk& wanted,
                   DecodedMemory& memory) {
  Chunk result;
  result.rows = wanted.rows;
  if (wanted.rows == 0) return result;
  const Views views(column, array);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < wanted.rows; ++i) {
    if (!wanted.is_valid(i)) continue;
    bytes += views.at(wanted.offset + i).size();
    require_decodable(column, bytes);
  }
  TextWriter writer(wanted.rows, bytes, memory);
  for (std::size_t i = 0; i < wanted.rows; ++i) {
    writer.add(wanted.is_valid(i) ? views.at(wanted.offset + i) : std::string_view());
  }
  writer.finish(result);
  result.validity = copy_of_validity(wanted, memory);
  return result;
}

std::vector<Run> runs_within(std::string_view column, ColumnType type, const Chunk& ends,
                             const Chunk& wanted) {
  std::vector<Run> runs;
  const std::size_t end_of_wanted = wanted.offset + wanted.rows;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < ends.rows; ++i) {
    const std::int64_t end = whole_at(type, ends, i);
    if (end <= 0 || static_cast<std::size_t>(end) <= begin) {
      refuse_table(column, "the ends of runs do not rise");
    }
    const std::size_t first = std::max(begin, wanted.offset);
    const std::size_t last = std::min(static_cast<std::size_t>(end), end_of_wanted);
    if (first < last) runs.push_back({i, last - first});
    begin = static_cast<std::size_t>(end);
  }
  if (wanted.rows != 0 && begin < end_of_wanted) {
    refuse_table(column, "its runs end before its rows");
  }
  return runs;
}

Chunk unfold_runs(std::string_view column, const ColumnLayout& layout, const Chunk& values,
                  const std::vector<Run>& runs, DecodedMemory& memory) {
  const Field field = layout.values->field(std::string(column));
  check_batch({field}, Table::Batch{values.rows, {values}});
  return Unfolding(column, values, runs, memory).finish(field);
}

}  // namespace edustat::detail
