// SPDX-License-Identifier: Apache-2.0
#include "panel/chunk_reader.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <limits>

namespace edustat::detail {
namespace {

template <typename T>
T element(const Chunk& chunk, std::size_t row) {
  T value;
  std::memcpy(&value, static_cast<const char*>(chunk.values) + (chunk.offset + row) * sizeof(T),
              sizeof(T));
  return value;
}

/// Calls act with a value of the C++ type of a column of whole numbers.
template <typename Act>
auto with_type(ColumnType type, Act act) {
  switch (type) {
    case ColumnType::int8:
      return act(std::int8_t{});
    case ColumnType::int16:
      return act(std::int16_t{});
    case ColumnType::int32:
    case ColumnType::date32:
      return act(std::int32_t{});
    case ColumnType::uint8:
      return act(std::uint8_t{});
    case ColumnType::uint16:
      return act(std::uint16_t{});
    case ColumnType::uint32:
      return act(std::uint32_t{});
    case ColumnType::uint64:
      return act(std::uint64_t{});
    default:
      return act(std::int64_t{});
  }
}

std::string month_of(std::int64_t days) {
  const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{days}}};
  const std::string year = std::to_string(static_cast<int>(day.year()));
  const unsigned month = static_cast<unsigned>(day.month());
  return year + (month < 10 ? "-0" : "-") + std::to_string(month);
}

}  // namespace

bool is_whole(ColumnType type) noexcept {
  return type >= ColumnType::int8 && type <= ColumnType::uint64;
}

bool is_decimal(ColumnType type) noexcept {
  return type >= ColumnType::decimal32 && type <= ColumnType::decimal256;
}

bool is_text(ColumnType type) noexcept {
  return type == ColumnType::text || type == ColumnType::large_text;
}

std::int64_t whole_at(ColumnType type, const Chunk& chunk, std::size_t row) {
  return with_type(type, [&](auto shape) {
    return static_cast<std::int64_t>(element<decltype(shape)>(chunk, row));
  });
}

std::pair<std::int64_t, std::int64_t> ends_of(ColumnType type, const Chunk& chunk) {
  return with_type(type, [&](auto shape) {
    using T = decltype(shape);
    constexpr std::size_t block = 4096;
    std::int64_t low = std::numeric_limits<std::int64_t>::max();
    std::int64_t high = std::numeric_limits<std::int64_t>::min();
    const T* values = static_cast<const T*>(chunk.values) + chunk.offset;
    for (std::size_t begin = 0; begin < chunk.rows; begin += block) {
      const std::size_t end = std::min(begin + block, chunk.rows);
      T block_low = std::numeric_limits<T>::max();
      T block_high = std::numeric_limits<T>::min();
      if (chunk.validity == nullptr) {
        for (std::size_t i = begin; i < end; ++i) {
          block_low = std::min(block_low, values[i]);
          block_high = std::max(block_high, values[i]);
        }
      } else {
        for (std::size_t i = begin; i < end; ++i) {
          if (!chunk.is_valid(i)) continue;
          block_low = std::min(block_low, values[i]);
          block_high = std::max(block_high, values[i]);
        }
      }
      if (block_low > block_high) continue;
      low = std::min(low, static_cast<std::int64_t>(block_low));
      high = std::max(high, static_cast<std::int64_t>(block_high));
    }
    return std::pair(low, high);
  });
}

std::optional<int128> decimal_at(ColumnType type, const Chunk& chunk, std::size_t row) {
  switch (type) {
    case ColumnType::decimal32:
      return element<std::int32_t>(chunk, row);
    case ColumnType::decimal64:
      return element<std::int64_t>(chunk, row);
    case ColumnType::decimal128:
      return element<int128>(chunk, row);
    default: {
      const auto parts = element<std::array<int128, 2>>(chunk, row);
      // Beyond 128 bits where the upper half is more than the sign of the lower one.
      if (parts[1] != (parts[0] < 0 ? -1 : 0)) return {};
      return parts[0];
    }
  }
}

std::string_view text_at(ColumnType type, const Chunk& chunk, std::size_t row) {
  if (type == ColumnType::text) {
    const auto begin = element<std::int32_t>(chunk, row);
    const auto end = element<std::int32_t>(chunk, row + 1);
    return {chunk.text + begin, static_cast<std::size_t>(end - begin)};
  }
  const auto begin = element<std::int64_t>(chunk, row);
  const auto end = element<std::int64_t>(chunk, row + 1);
  return {chunk.text + begin, static_cast<std::size_t>(end - begin)};
}

std::string word_of(ColumnType type, const Chunk& chunk, std::size_t row) {
  constexpr std::int64_t milliseconds_of_day = 86'400'000;
  if (is_text(type)) return std::string(text_at(type, chunk, row));
  if (type == ColumnType::uint64) return std::to_string(element<std::uint64_t>(chunk, row));
  const std::int64_t number = whole_at(type, chunk, row);
  if (type == ColumnType::date32) return month_of(number);
  if (type != ColumnType::date64) return std::to_string(number);
  const std::int64_t remainder = number % milliseconds_of_day;
  return month_of(number / milliseconds_of_day - (remainder < 0 ? 1 : 0));
}

}  // namespace edustat::detail
