// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panel/scan_kernel.hpp"

#include <cstring>
#if defined(__AVX512F__)
#include <immintrin.h>
#endif

// For the source that is compiled once for each instruction set, and for it alone: all names are
// its own.
namespace edustat::detail::EDUSTAT_INSTRUCTIONS {
namespace {

/// How far ahead memory is asked for: lines of scattered rows, and values of rows in runs.
constexpr std::size_t prefetched_lines = 96;
constexpr std::size_t prefetched_values = 512;

constexpr std::size_t bits_of_word = 64;

/// The first `count` bits, at least one.
std::uint64_t first_bits(std::size_t count) {
  return ~std::uint64_t{0} >> (bits_of_word - count);
}

/// `count` bits from bit number `first` on, at most 64, the rest 0.
std::uint64_t bits_at(const std::uint8_t* bits, std::size_t first, std::size_t count) {
  const std::size_t shift = first % 8;
  const std::size_t bytes = (shift + count + 7) / 8;
  const std::uint8_t* from = bits + first / 8;
  std::uint64_t low = 0;
  if (bytes < 8) {
    std::memcpy(&low, from, bytes);
  } else {
    std::memcpy(&low, from, 8);  // a number of bytes that the compiler knows
  }
  std::uint64_t word = low >> shift;
  if (bytes > 8) word |= std::uint64_t{from[8]} << (bits_of_word - shift);
  return word & first_bits(count);
}

/// Which of at most 64 rows have a value, when `rows` are left in the block.
std::uint64_t known_at(const ValueBlock& block, std::size_t row, std::size_t rows) {
  const std::size_t count = rows < bits_of_word ? rows : bits_of_word;
  if (block.validity == nullptr) return first_bits(count);
  return bits_at(block.validity, block.first_bit + row, count);
}

/// Calls act(row) for every row of a block without a value, in order.
template <typename Act>
void for_each_unknown(const ValueBlock& block, std::size_t rows, Act act) {
  if (block.validity == nullptr) return;
  for (std::size_t row = 0; row < rows; row += bits_of_word) {
    const std::size_t count = rows - row < bits_of_word ? rows - row : bits_of_word;
    std::uint64_t unknown = first_bits(count) & ~known_at(block, row, count);
    for (; unknown != 0; unknown &= unknown - 1) {
      act(row + static_cast<std::size_t>(__builtin_ctzll(unknown)));
    }
  }
}

void add(std::int64_t& sum, std::uint64_t value) {
  sum = static_cast<std::int64_t>(static_cast<std::uint64_t>(sum) + value);
}

void take_away(std::int64_t& sum, std::int64_t value) {
  add(sum, 0 - static_cast<std::uint64_t>(value));
}

/// Asks for the memory of 64 values.
void prefetch(const std::int64_t* values) {
  constexpr std::size_t line = 8;
  for (std::size_t i = 0; i < bits_of_word; i += line) __builtin_prefetch(values + i);
}

#if defined(__AVX512F__)

/// A sum of known values: what is not known is masked, as masks are free here.
class KnownSum {
 public:
  /// Adds values[i] where bit i is set, of at most 64.
  void add(const std::int64_t* values, std::size_t rows, std::uint64_t known) {
    constexpr std::size_t lanes = 8;
    if (rows == bits_of_word) {
#pragma GCC unroll 8
      for (std::size_t i = 0; i < bits_of_word / lanes; ++i) {
        // Loaded whole: a masked load of memory that is not near takes longer.
        __m512i all = _mm512_loadu_si512(values + i * lanes);
        __asm__("" : "+v"(all));
        const auto mask = static_cast<__mmask8>(known >> (i * lanes));
        sums_[i % 4] = _mm512_mask_add_epi64(sums_[i % 4], mask, sums_[i % 4], all);
      }
    } else {
      for (std::size_t i = 0; i * lanes < rows; ++i) {
        const auto mask = static_cast<__mmask8>(known >> (i * lanes));
        sums_[0] = _mm512_add_epi64(sums_[0], _mm512_maskz_loadu_epi64(mask, values + i * lanes));
      }
    }
  }
  [[nodiscard]] std::uint64_t total() const {
    const __m512i pair = _mm512_add_epi64(_mm512_add_epi64(sums_[0], sums_[1]),
                                          _mm512_add_epi64(sums_[2], sums_[3]));
    return static_cast<std::uint64_t>(_mm512_reduce_add_epi64(pair));
  }

 private:
  __m512i sums_[4] = {};
};

#else

/// A sum of known values: all are added, and what is not known is taken away again.
class KnownSum {
 public:
  /// Adds values[i] where bit i is set, of at most 64.
  void add(const std::int64_t* values, std::size_t rows, std::uint64_t known) {
    if (rows == bits_of_word) {  // a number that the compiler knows
      for (std::size_t i = 0; i < bits_of_word; ++i) sum_ += static_cast<std::uint64_t>(values[i]);
    } else {
      for (std::size_t i = 0; i < rows; ++i) sum_ += static_cast<std::uint64_t>(values[i]);
    }
    for (std::uint64_t unknown = first_bits(rows) & ~known; unknown != 0; unknown &= unknown - 1) {
      sum_ -= static_cast<std::uint64_t>(values[__builtin_ctzll(unknown)]);
    }
  }
  [[nodiscard]] std::uint64_t total() const { return sum_; }

 private:
  std::uint64_t sum_ = 0;
};

#endif

void add_runs(const ValueBlock& block, const std::uint32_t* starts, const std::uint64_t* cells,
              std::size_t count, std::int64_t* sums, std::uint32_t* unknown) {
  for (std::size_t row = 0; row < prefetched_values; row += bits_of_word) {
    prefetch(block.values + row);
  }
  for (std::size_t run = 0; run < count; ++run) {
    const std::size_t end = starts[run + 1];
    KnownSum sum;
    std::size_t all_known = 0;
    for (std::size_t row = starts[run]; row < end; row += bits_of_word) {
      const std::size_t rows = end - row < bits_of_word ? end - row : bits_of_word;
      const std::uint64_t known = first_bits(rows) & known_at(block, row, starts[count] - row);
      prefetch(block.values + row + prefetched_values);
      sum.add(block.values + row, rows, known);
      all_known += static_cast<std::size_t>(__builtin_popcountll(known));
    }
    add(sums[cells[run]], sum.total());
    unknown[cells[run]] += static_cast<std::uint32_t>(end - starts[run] - all_known);
  }
}

void add_rows(const ValueBlock& block, const std::uint64_t* cells, std::size_t rows,
              std::int64_t* sums, std::uint32_t* unknown) {
  for (std::size_t i = 0; i < rows; ++i) {
    add(sums[cells[i]], static_cast<std::uint64_t>(block.values[i]));
  }
  for_each_unknown(block, rows, [&](std::size_t row) {
    take_away(sums[cells[row]], block.values[row]);
    ++unknown[cells[row]];
  });
}

/// Rows of which the empty ones are told at once.
constexpr std::size_t part_rows = 1024;

/// The rows of a part that have no value, column by column.
template <std::size_t Count>
struct EmptyRows {
  std::uint32_t rows[part_rows * (Count + 1)];
  std::size_t ends[Count + 1];  ///< by column

  /// Also asks for the memory of their counts, which is far.
  void find(const ValueBlock* blocks, const std::uint64_t* cells, std::size_t count,
            const std::uint32_t* unknown) {
    std::size_t found = 0;
    for (std::size_t k = 0; k < Count; ++k) {
      for_each_unknown(blocks[k], count, [&](std::size_t row) {
        rows[found++] = static_cast<std::uint32_t>(row);
        __builtin_prefetch(unknown + cells[row] * line_width + k, 1);
      });
      ends[k] = found;
    }
  }
  /// What lies under them was added: takes it away again, and counts them.
  void take_from(std::int64_t* lines, const ValueBlock* blocks, const std::uint64_t* cells,
                 std::uint32_t* unknown) const {
    std::size_t i = 0;
    for (std::size_t k = 0; k < Count; ++k) {
      for (; i < ends[k]; ++i) {
        const std::size_t place = cells[rows[i]] * line_width + k;
        take_away(lines[place], blocks[k].values[rows[i]]);
        ++unknown[place];
      }
    }
  }
};

template <std::size_t Count>
void add_lines(const ValueBlock* blocks, const std::uint64_t* cells, std::size_t rows,
               std::int64_t* lines, std::uint32_t* unknown) {
  ValueBlock parts[Count + 1] = {};
  const std::int64_t* columns[Count + 1] = {};  // beside the parts: these stay in registers
  EmptyRows<Count> empty;
  for (std::size_t begin = 0; begin < rows; begin += part_rows) {
    const std::size_t end = begin + part_rows < rows ? begin + part_rows : rows;
    for (std::size_t k = 0; k < Count; ++k) {
      columns[k] = blocks[k].values + begin;
      parts[k] = {columns[k], blocks[k].validity, blocks[k].first_bit + begin};
    }
    empty.find(parts, cells + begin, end - begin, unknown);
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t ahead = i + prefetched_lines < rows ? i + prefetched_lines : rows - 1;
      __builtin_prefetch(lines + cells[ahead] * line_width, 1);
      auto* line = reinterpret_cast<std::uint64_t*>(lines + cells[i] * line_width);
      for (std::size_t k = 0; k < Count; ++k) {
        line[k] += static_cast<std::uint64_t>(columns[k][i - begin]);
      }
      line[line_series] += 1;
    }
    empty.take_from(lines, parts, cells + begin, unknown);
  }
}

}  // namespace
}  // namespace edustat::detail::EDUSTAT_INSTRUCTIONS
