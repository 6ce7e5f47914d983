// SPDX-License-Identifier: Apache-2.0
// Compiled once for each instruction set, with EDUSTAT_INSTRUCTIONS as the name of the namespace:
// see lib/CMakeLists.txt. Plain loops that the compiler makes vectors of. Nothing here may be an
// inline function of a header: the linker would keep one copy of it, perhaps that of another
// machine.
#include "panel/scan_kernel.hpp"

namespace edustat::detail::EDUSTAT_INSTRUCTIONS {
namespace {

constexpr std::size_t prefetched_rows = 24;

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

template <typename Code>
void indices(const KeyBlock& keys, std::size_t rows, std::uint64_t* out) {
  const auto* periods = static_cast<const Code*>(keys.periods);
  const auto period_at = [&](std::size_t i) {
    return static_cast<std::size_t>(periods[i] - keys.first_period);
  };
  const auto region_at = [&](std::size_t i) {
    return static_cast<std::size_t>(keys.regions[i] - keys.first_region);
  };
  const auto cells_at = [&](std::size_t period) {
    return keys.cells_of[keys.edition_of == nullptr ? 0 : keys.edition_of[period]];
  };
  for (std::size_t begin = 0; begin < rows; begin += glance) {
    const std::size_t end = begin + glance < rows ? begin + glance : rows;
    if (follow(periods + begin, keys.regions + begin, end - begin)) {
      const std::uint64_t plane = keys.plane_of[period_at(begin)];
      const std::uint32_t* cells = cells_at(period_at(begin)) + region_at(begin);
      for (std::size_t i = begin; i < end; ++i) out[i] = plane + cells[i - begin];
    } else if (keys.edition_of == nullptr) {
      const std::uint32_t* cells = keys.cells_of[0];
      for (std::size_t i = begin; i < end; ++i) {
        out[i] = keys.plane_of[period_at(i)] + cells[region_at(i)];
      }
    } else {
      for (std::size_t i = begin; i < end; ++i) {
        out[i] = keys.plane_of[period_at(i)] + cells_at(period_at(i))[region_at(i)];
      }
    }
  }
}

std::size_t runs(const std::uint64_t* cells, std::size_t rows, std::uint32_t* starts) {
  std::size_t count = 0;
  starts[count++] = 0;
  for (std::size_t begin = 1; begin < rows; begin += glance) {
    const std::size_t end = begin + glance < rows ? begin + glance : rows;
    std::uint64_t otherwise = 0;
    for (std::size_t i = begin; i < end; ++i) otherwise |= cells[i] ^ cells[i - 1];
    if (otherwise == 0) continue;
    for (std::size_t i = begin; i < end; ++i) {
      starts[count] = static_cast<std::uint32_t>(i);
      count += static_cast<std::size_t>(cells[i] != cells[i - 1]);
    }
  }
  starts[count] = static_cast<std::uint32_t>(rows);
  return count;
}

void add_runs(const std::int64_t* values, const std::uint64_t* cells, const std::uint32_t* starts,
              std::size_t count, std::int64_t* sums) {
  for (std::size_t run = 0; run < count; ++run) {
    std::uint64_t sum = 0;
    for (std::size_t i = starts[run]; i < starts[run + 1]; ++i) {
      sum += static_cast<std::uint64_t>(values[i]);
    }
    std::int64_t& cell = sums[cells[starts[run]]];
    cell = static_cast<std::int64_t>(static_cast<std::uint64_t>(cell) + sum);
  }
}

void add_rows(const std::int64_t* values, const std::uint64_t* cells, std::size_t rows,
              std::int64_t* sums) {
  for (std::size_t i = 0; i < rows; ++i) {
    std::int64_t& cell = sums[cells[i]];
    cell = static_cast<std::int64_t>(static_cast<std::uint64_t>(cell) +
                                     static_cast<std::uint64_t>(values[i]));
  }
}

template <std::size_t Count>
void add_lines(const std::int64_t* const* values, const std::uint64_t* cells, std::size_t rows,
               std::int64_t* lines) {
  const std::int64_t* columns[line_series] = {};
  for (std::size_t k = 0; k < Count; ++k) columns[k] = values[k];
  for (std::size_t i = 0; i < rows; ++i) {
    const std::size_t ahead = i + prefetched_rows < rows ? i + prefetched_rows : rows - 1;
    __builtin_prefetch(lines + cells[ahead] * line_width, 1);
    auto* line = reinterpret_cast<std::uint64_t*>(lines + cells[i] * line_width);
    for (std::size_t k = 0; k < Count; ++k) line[k] += static_cast<std::uint64_t>(columns[k][i]);
    line[line_series] += 1;
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
    runs,
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
