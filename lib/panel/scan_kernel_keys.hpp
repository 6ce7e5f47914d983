// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panel/scan_kernel.hpp"

// For the source that is compiled once for each instruction set, and for it alone: all names are
// its own.
namespace edustat::detail::EDUSTAT_INSTRUCTIONS {
namespace {

/// Rows that are looked at for a common nature: most share it where rows are in order.
constexpr std::size_t glance = 64;

/// True when the rows are of one period.
template <typename Code>
bool are_equal(const Code* periods, std::size_t rows) {
  std::uint32_t otherwise = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    otherwise |= static_cast<std::uint32_t>(periods[i] ^ periods[0]);
  }
  return otherwise == 0;
}

/// True when the regions are numbered one after the other.
bool follow(const std::int32_t* regions, std::size_t rows) {
  std::uint32_t otherwise = 0;
  for (std::size_t i = 0; i < rows; ++i) {
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
  /// The cells that serve the period of a row.
  [[nodiscard]] const CodeCells& cells_at(std::size_t i) const {
    return keys.cells_of[keys.edition_of == nullptr ? 0 : keys.edition_of[period_at(i)]];
  }
  /// True when rows are of one period and their regions are numbered one after the other.
  [[nodiscard]] bool are_plain(std::size_t begin, std::size_t end) const {
    return follow(keys.regions + begin, end - begin) &&
           (keys.has_one_plane || are_equal(periods + begin, end - begin));
  }
  /// Calls act(row, cell) for rows of any nature.
  template <typename Act>
  void for_each(std::size_t begin, std::size_t end, Act act) const {
    if (keys.edition_of == nullptr) {
      const std::uint32_t* cells = keys.cells_of[0].cells;
      for (std::size_t i = begin; i < end; ++i) act(i, plane_at(i) + cells[region_at(i)]);
    } else {
      for (std::size_t i = begin; i < end; ++i)
        act(i, plane_at(i) + cells_at(i).cells[region_at(i)]);
    }
  }
};

template <typename Code>
void indices(const KeyBlock& keys, std::size_t rows, std::uint64_t* out) {
  const Reading<Code> reading(keys);
  for (std::size_t begin = 0; begin < rows; begin += glance) {
    const std::size_t end = begin + glance < rows ? begin + glance : rows;
    if (reading.are_plain(begin, end)) {
      const std::uint64_t plane = reading.plane_at(begin);
      const std::uint32_t* cells = reading.cells_at(begin).cells + reading.region_at(begin);
      for (std::size_t i = begin; i < end; ++i) out[i] = plane + cells[i - begin];
    } else {
      reading.for_each(begin, end, [&](std::size_t i, std::uint64_t cell) { out[i] = cell; });
    }
  }
}

/// The span of a code, mostly the one of the code before or the next.
class SpanCursor {
 public:
  void move_to(const CodeCells& cells, std::size_t code) {
    if (begins_ != cells.span_begins) {
      begins_ = cells.span_begins;
      span = 0;
    }
    if (begins_[span + 1] <= code) ++span;
    if (begins_[span] <= code && code < begins_[span + 1]) return;
    std::size_t behind = cells.spans;
    for (span = 0; behind - span > 1;) {
      const std::size_t middle = span + (behind - span) / 2;
      (begins_[middle] <= code ? span : behind) = middle;
    }
  }
  std::size_t span = 0;

 private:
  const std::uint32_t* begins_ = nullptr;
};

template <typename Code>
std::size_t runs(const KeyBlock& keys, std::size_t rows, std::uint32_t* starts,
                 std::uint64_t* cells) {
  const Reading<Code> reading(keys);
  SpanCursor cursor;
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
    if (reading.are_plain(begin, end)) {
      const std::uint64_t plane = reading.plane_at(begin);
      const CodeCells& ours = reading.cells_at(begin);
      const std::size_t first = reading.region_at(begin);
      cursor.move_to(ours, first);
      take(begin, plane + ours.span_cells[cursor.span]);
      while (ours.span_begins[cursor.span + 1] < first + (end - begin)) {
        ++cursor.span;
        take(begin + (ours.span_begins[cursor.span] - first), plane + ours.span_cells[cursor.span]);
      }
    } else {
      reading.for_each(begin, end, take);
    }
  }
  starts[count] = static_cast<std::uint32_t>(rows);
  return count;
}

}  // namespace
}  // namespace edustat::detail::EDUSTAT_INSTRUCTIONS
