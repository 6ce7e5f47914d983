// SPDX-License-Identifier: Apache-2.0
#include "analysis/ascending.hpp"

#include "edustat/error/error.hpp"

#include "analysis/pieces.hpp"
#include "panel/memory.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace edustat::detail {
namespace {

/// The upper bits of a value as a number that orders like it, and its unit.
struct Keyed {
  std::uint32_t key;
  std::uint32_t unit;
};

constexpr int key_bits = 32;
constexpr int digit_bits = 8;
constexpr std::size_t digit_values = std::size_t{1} << digit_bits;

std::size_t digit_of(std::uint32_t key, int shift) noexcept {
  return static_cast<std::size_t>(key >> shift) & (digit_values - 1);
}

/// Puts units into the order of one digit of their keys, otherwise keeping their order.
void sort_by_digit(std::span<const Keyed> units, int shift, Keyed* sorted) {
  using Places = std::array<std::uint32_t, digit_values>;
  std::vector<Places> next = by_pieces(units.size(), [&](std::size_t begin, std::size_t end) {
    Places counts{};
    for (std::size_t i = begin; i < end; ++i) ++counts[digit_of(units[i].key, shift)];
    return counts;
  });
  std::uint32_t begin = 0;
  for (std::size_t digit = 0; digit < digit_values; ++digit) {
    for (Places& places : next) begin += std::exchange(places[digit], begin);
  }
  by_pieces(units.size(), [&](std::size_t first, std::size_t last) {
    Places places = next[first / piece_units];
    for (std::size_t i = first; i < last; ++i) {
      sorted[places[digit_of(units[i].key, shift)]++] = units[i];
    }
  });
}

/// Whole numbers that order like values, to 53 bits, and the bits in which any two differ.
struct Keys {
  std::shared_ptr<std::uint64_t[]> held;
  std::uint64_t differing = 0;
};

/// The bits of some keys.
struct KeyBits {
  std::uint64_t any = 0;
  std::uint64_t all = std::numeric_limits<std::uint64_t>::max();

  void add(const KeyBits& other) noexcept {
    any |= other.any;
    all &= other.all;
  }
};

void fill_keys(const SampleData& data, const Stretch& units, std::uint64_t* keys) {
  if (!data.is_per && data.amounts.form == SampleColumn::Form::wholes) {
    for (std::size_t unit = units.begin; unit < units.end; ++unit) {
      keys[unit] = static_cast<std::uint64_t>(data.amounts.wholes[unit]);
    }
    return;
  }
  for_blocks(data, units, [&](const LoadedBlock& block) {
    for (std::size_t i = 0; i < block.count; ++i) {
      const double value = data.is_per ? block.amounts[i] / block.weights[i] : block.amounts[i];
      // A negative zero is a zero.
      keys[block.begin + i] = std::bit_cast<std::uint64_t>(value + 0.0);
    }
  });
}

Keys keys_of(const SampleData& data) {
  Keys keys{unset<std::uint64_t>(data.size())};
  std::uint64_t* const all = keys.held.get();
  KeyBits bits;
  for (const KeyBits& part : by_pieces(data.size(), [&](std::size_t first, std::size_t last) {
         fill_keys(data, {first, last}, all);
         KeyBits seen;
         for (std::size_t unit = first; unit < last; ++unit) seen.add({all[unit], all[unit]});
         return seen;
       })) {
    bits.add(part);
  }
  keys.differing = bits.any & ~bits.all;
  return keys;
}

/// Of two units with the same key: by what a double does not show of their values.
bool is_below(const SampleData& data, std::uint32_t left, std::uint32_t right) {
  if (data.is_per && data.is_whole()) {
    return static_cast<int128>(data.amounts.wholes[left]) * data.weights.wholes[right] <
           static_cast<int128>(data.amounts.wholes[right]) * data.weights.wholes[left];
  }
  if (!data.is_per && data.amounts.lost.empty()) return false;
  const Rational first = data.amounts.unscaled(left);
  const Rational second = data.amounts.unscaled(right);
  if (!data.is_per) return first < second;
  return first * data.weights.unscaled(right) < second * data.weights.unscaled(left);
}

/// Orders units whose values differ by less than the upper bits show.
void settle_equal_keys(const SampleData& data, std::span<const std::uint64_t> keys,
                       std::span<Keyed> units) {
  const auto by_value = [&](const Keyed& left, const Keyed& right) {
    const std::uint64_t first = keys[left.unit];
    const std::uint64_t second = keys[right.unit];
    return first != second ? first < second : is_below(data, left.unit, right.unit);
  };
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= units.size(); ++i) {
    if (i < units.size() && units[i].key == units[begin].key) continue;
    if (i - begin > 1) {
      const auto first = units.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto last = units.begin() + static_cast<std::ptrdiff_t>(i);
      if (!std::is_sorted(first, last, by_value)) std::sort(first, last, by_value);
    }
    begin = i;
  }
}

}  // namespace

std::vector<std::uint32_t> ascending(const SampleData& data) {
  const std::size_t size = data.size();
  constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
  if (size > most) {
    throw LimitError(
        Fault{ErrorCode::number_too_large, {std::to_string(size), std::to_string(most)}});
  }
  const Keys keys = keys_of(data);
  const std::uint64_t* const all = keys.held.get();
  // Bits above the first one in which two values differ order nothing.
  const int shift = std::max(static_cast<int>(std::bit_width(keys.differing)) - key_bits, 0);
  std::shared_ptr<Keyed[]> units = unset<Keyed>(size);
  std::shared_ptr<Keyed[]> other = unset<Keyed>(size);
  by_pieces(size, [&](std::size_t first, std::size_t last) {
    for (std::size_t unit = first; unit < last; ++unit) {
      units.get()[unit] = {static_cast<std::uint32_t>(all[unit] >> shift),
                           static_cast<std::uint32_t>(unit)};
    }
  });
  // The last digit first. So few bits at a time that all places where the next unit goes stay at
  // hand.
  for (int bit = 0; bit < key_bits; bit += digit_bits) {
    const bool is_same = ((keys.differing >> shift >> bit) & (digit_values - 1)) == 0;
    if (is_same) continue;
    sort_by_digit({units.get(), size}, bit, other.get());
    units.swap(other);
  }
  settle_equal_keys(data, {all, size}, {units.get(), size});
  std::vector<std::uint32_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = units.get()[i].unit;
  return order;
}

}  // namespace edustat::detail
