// SPDX-License-Identifier: Apache-2.0
// Compiled once for each instruction set, with EDUSTAT_INSTRUCTIONS as the name of the namespace:
// see lib/CMakeLists.txt. Plain loops that the compiler makes vectors of. Nothing here may be an
// inline function of a header: the linker would keep one copy of it, perhaps that of another
// machine.
#include "panel/scan_kernel.hpp"

#include <cstring>
#if defined(__AVX512F__)
#include <immintrin.h>
#endif

namespace edustat::detail::EDUSTAT_INSTRUCTIONS {
namespace {

/// How far ahead memory is asked for: lines of scattered rows, and values of rows in runs.
constexpr std::size_t prefetched_lines = 24;
constexpr std::size_t prefetched_values = 512;

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

/// Memory that comes after 64 values.
void prefetch(const std::int64_t* values) {
  constexpr std::size_t line = 8;
  for (std::size_t i = 0; i < bits_of_word; i += line) {
    __builtin_prefetch(values + prefetched_values + i);
  }
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
    const __m512i pair =
        _mm512_add_epi64(_mm512_add_epi64(sums_[0], sums_[1]), _mm512_add_epi64(sums_[2], sums_[3]));
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
  for (std::size_t run = 0; run < count; ++run) {
    const std::size_t end = starts[run + 1];
    KnownSum sum;
    std::size_t all_known = 0;
    for (std::size_t row = starts[run]; row < end; row += bits_of_word) {
      const std::size_t rows = end - row < bits_of_word ? end - row : bits_of_word;
      const std::uint64_t known = first_bits(rows) & known_at(block, row, starts[count] - row);
      prefetch(block.values + row);
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

template <std::size_t Count>
void add_lines(const ValueBlock* blocks, const std::uint64_t* cells, std::size_t rows,
               std::int64_t* lines, std::uint32_t* unknown) {
  const std::int64_t* columns[line_series] = {};
  for (std::size_t k = 0; k < Count; ++k) columns[k] = blocks[k].values;
  for (std::size_t i = 0; i < rows; ++i) {
    const std::size_t ahead = i + prefetched_lines < rows ? i + prefetched_lines : rows - 1;
    __builtin_prefetch(lines + cells[ahead] * line_width, 1);
    auto* line = reinterpret_cast<std::uint64_t*>(lines + cells[i] * line_width);
    for (std::size_t k = 0; k < Count; ++k) line[k] += static_cast<std::uint64_t>(columns[k][i]);
    line[line_series] += 1;
  }
  for (std::size_t k = 0; k < Count; ++k) {
    for_each_unknown(blocks[k], rows, [&](std::size_t row) {
      const std::size_t place = cells[row] * line_width + k;
      take_away(lines[place], columns[k][row]);
      ++unknown[place];
    });
  }
}

std::uint64_t magnitudes(const std::int64_t* values, std::size_t rows) {
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    const auto value = static_cast<std::uint64_t>(values[i]);
    const auto sign = static_cast<std::uint64_t>(values[i] < 0 ? -1 : 0);
    seen |= value ^ sign;
  }
  return seen;
}

void know(const std::int64_t* rows, std::uint32_t* unknown, std::size_t cells) {
  for (std::size_t i = 0; i < cells; ++i) {
    unknown[i] = static_cast<std::uint32_t>(rows[i]) - unknown[i];
  }
}

bool status(const std::uint32_t* known, const std::uint32_t* due, std::size_t cells,
            const StatusWords& words, std::uint8_t* statuses) {
  // Bytes may alias everything, so that the words are read once; 32 bits up to the last step.
  const std::uint32_t complete = words.complete;
  const std::uint32_t partial = words.partial;
  const std::uint32_t missing = words.missing;
  const std::uint32_t not_applicable = words.not_applicable;
  std::uint32_t excess = 0;
  for (std::size_t i = 0; i < cells; ++i) {
    const std::uint32_t whole = due[i] == 0 ? not_applicable : complete;
    const std::uint32_t part = known[i] == 0 ? missing : partial;
    statuses[i] = static_cast<std::uint8_t>(known[i] == due[i] ? whole : part);
    excess |= known[i] > due[i] ? 1U : 0U;
  }
  return excess == 0;
}

KeyOrder order(const std::uint64_t* keys, std::size_t rows) {
  // Signed, as few instruction sets compare without sign.
  const auto first = static_cast<std::int64_t>(keys[0]);
  std::int64_t low = first;
  std::int64_t high = first;
  std::uint64_t bits = keys[0];
  std::uint64_t falls = 0;
  for (std::size_t i = 1; i < rows; ++i) {
    const auto key = static_cast<std::int64_t>(keys[i]);
    const auto before = static_cast<std::int64_t>(keys[i - 1]);
    low = key < low ? key : low;
    high = key > high ? key : high;
    bits |= keys[i];
    falls |= key <= before ? std::uint64_t{1} : std::uint64_t{0};
  }
  return {static_cast<std::uint64_t>(low), static_cast<std::uint64_t>(high), bits, falls == 0};
}

}  // namespace

extern const ScanKernel scan_kernel;
const ScanKernel scan_kernel{
    indices<std::int16_t>,
    indices<std::int32_t>,
    runs<std::int16_t>,
    runs<std::int32_t>,
    add_runs,
    add_rows,
    {add_lines<0>, add_lines<1>, add_lines<2>, add_lines<3>, add_lines<4>, add_lines<5>,
     add_lines<6>, add_lines<7>},
    magnitudes,
    know,
    status,
    order,
};

}  // namespace edustat::detail::EDUSTAT_INSTRUCTIONS
