// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panel/scan_kernel.hpp"

// For the source that is compiled once for each instruction set, and for it alone: all names are
// its own.
namespace edustat::detail::EDUSTAT_INSTRUCTIONS {
namespace {

/// Rows that are looked at for a common nature: most share it where rows are in order.
constexpr std::size_t glance = 64;

/// True when the rows are of one period and their regions are numbered one after the other.
template <typename Code>
bool follow(const Code* periods, const std::int32_t* regions, std::size_t rows) {
  std::uint32_t otherwise = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    otherwise |= static_cast<std::uint32_t>(periods[i] ^ periods[0]);
    otherwise |= static_cast<std::uint32_t>(regions[i]) -
                 (static_cast<std::uint32_t>(regions[0]) + static_cast<std::uint32_t>(i));
  }
  return otherwise == 0;
}

/// What the keys of a block mean.
template <typename Code>
struct Reading {
  const KeyBlock& keys;
  const Code* periods;

  explicit Reading(const KeyBlock& block)
      : keys(block), periods(static_cast<const Code*>(block.periods)) {}

  [[nodiscard]] std::size_t period_at(std::size_t i) const {
    return static_cast<std::size_t>(periods[i] - keys.first_period);
  }
  [[nodiscard]] std::uint64_t plane_at(std::size_t i) const { return keys.plane_of[period_at(i)]; }
  [[nodiscard]] std::size_t region_at(std::size_t i) const {
    return static_cast<std::size_t>(keys.regions[i] - keys.first_region);
  }
  /// The cells by region code that serve the period of a row.
  [[nodiscard]] const std::uint32_t* cells_at(std::size_t i) const {
    return keys.cells_of[keys.edition_of == nullptr ? 0 : keys.edition_of[period_at(i)]];
  }
  /// Calls act(row, cell) for rows of any nature.
  template <typename Act>
  void for_each(std::size_t begin, std::size_t end, Act act) const {
    if (keys.edition_of == nullptr) {
      const std::uint32_t* cells = keys.cells_of[0];
      for (std::size_t i = begin; i < end; ++i) act(i, plane_at(i) + cells[region_at(i)]);
    } else {
      for (std::size_t i = begin; i < end; ++i) act(i, plane_at(i) + cells_at(i)[region_at(i)]);
    }
  }
};

template <typename Code>
void indices(const KeyBlock& keys, std::size_t rows, std::uint64_t* out) {
  const Reading<Code> reading(keys);
  for (std::size_t begin = 0; begin < rows; begin += glance) {
    const std::size_t end = begin + glance < rows ? begin + glance : rows;
    if (follow(reading.periods + begin, keys.regions + begin, end - begin)) {
      const std::uint64_t plane = reading.plane_at(begin);
      const std::uint32_t* cells = reading.cells_at(begin) + reading.region_at(begin);
      for (std::size_t i = begin; i < end; ++i) out[i] = plane + cells[i - begin];
    } else {
      reading.for_each(begin, end, [&](std::size_t i, std::uint64_t cell) { out[i] = cell; });
    }
  }
}

/// True when all cells are the same.
bool is_one(const std::uint32_t* cells, std::size_t rows) {
  std::uint32_t otherwise = 0;
  for (std::size_t i = 0; i < rows; ++i) otherwise |= cells[i] ^ cells[0];
  return otherwise == 0;
}

template <typename Code>
std::size_t runs(const KeyBlock& keys, std::size_t rows, std::uint32_t* starts,
                 std::uint64_t* cells) {
  const Reading<Code> reading(keys);
  std::size_t count = 0;
  std::uint64_t last = 0;
  const auto take = [&](std::size_t i, std::uint64_t cell) {
    if (cell == last && count > 0) return;
    starts[count] = static_cast<std::uint32_t>(i);
    cells[count] = cell;
    ++count;
    last = cell;
  };
  for (std::size_t begin = 0; begin < rows; begin += glance) {
    const std::size_t end = begin + glance < rows ? begin + glance : rows;
    if (follow(reading.periods + begin, keys.regions + begin, end - begin)) {
      const std::uint64_t plane = reading.plane_at(begin);
      const std::uint32_t* ours = reading.cells_at(begin) + reading.region_at(begin);
      const std::size_t looked_at = is_one(ours, end - begin) ? 1 : end - begin;
      for (std::size_t i = 0; i < looked_at; ++i) take(begin + i, plane + ours[i]);
    } else {
      reading.for_each(begin, end, take);
    }
  }
  starts[count] = static_cast<std::uint32_t>(rows);
  return count;
}

}  // namespace
}  // namespace edustat::detail::EDUSTAT_INSTRUCTIONS
