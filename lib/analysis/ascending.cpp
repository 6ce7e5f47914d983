// SPDX-License-Identifier: Apache-2.0
#include "analysis/ascending.hpp"

#include "edustat/error/error.hpp"

#include "panel/memory.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <memory>
#include <span>
#include <utility>

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

using Starts = std::array<std::array<std::uint32_t, digit_values>, key_bits / digit_bits>;

/// How many units have each value of each digit.
Starts counts_of(std::span<const Keyed> units) {
  Starts counts{};
  for (const Keyed& unit : units) {
    for (std::size_t digit = 0; digit < counts.size(); ++digit) {
      ++counts[digit][digit_of(unit.key, static_cast<int>(digit) * digit_bits)];
    }
  }
  return counts;
}

/// Sorts by the digits of the keys, the last one first, each time keeping the order so far. So few
/// digits at a time that all places where the next unit goes stay at hand.
std::shared_ptr<Keyed[]> sorted_by_digits(std::shared_ptr<Keyed[]> units, std::size_t size) {
  if (size == 0) return units;
  std::shared_ptr<Keyed[]> other = unset<Keyed>(size);
  Starts counts = counts_of({units.get(), size});
  for (std::size_t digit = 0; digit < counts.size(); ++digit) {
    const int shift = static_cast<int>(digit) * digit_bits;
    auto& starts = counts[digit];
    // A digit that is the same everywhere orders nothing.
    if (starts[digit_of(units.get()[0].key, shift)] == size) continue;
    std::uint32_t begin = 0;
    for (std::uint32_t& start : starts) begin += std::exchange(start, begin);
    Keyed* const to = other.get();
    for (const Keyed& unit : std::span(units.get(), size)) {
      to[starts[digit_of(unit.key, shift)]++] = unit;
    }
    units.swap(other);
  }
  return units;
}

/// The values of all units as whole numbers that order like them, to 53 bits.
std::shared_ptr<std::uint64_t[]> keys_of(const SampleData& data) {
  std::shared_ptr<std::uint64_t[]> keys = unset<std::uint64_t>(data.size());
  if (!data.is_per && data.amounts.form == SampleColumn::Form::wholes) {
    std::copy(data.amounts.wholes.begin(), data.amounts.wholes.end(), keys.get());
    return keys;
  }
  SampleBlock amount_block;
  SampleBlock weight_block;
  for (std::size_t begin = 0; begin < data.size(); begin += sample_block_rows) {
    const std::size_t count = std::min(sample_block_rows, data.size() - begin);
    const double* amounts = data.amounts.load(begin, count, amount_block);
    const double* weights = data.weights.load(begin, count, weight_block);
    for (std::size_t i = 0; i < count; ++i) {
      const double value = data.is_per ? amounts[i] / weights[i] : amounts[i];
      keys.get()[begin + i] =
          std::bit_cast<std::uint64_t>(value + 0.0);  // a negative zero is a zero
    }
  }
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
  const std::shared_ptr<std::uint64_t[]> held = keys_of(data);
  const std::span<const std::uint64_t> keys(held.get(), size);
  std::uint64_t any = 0;
  std::uint64_t all = std::numeric_limits<std::uint64_t>::max();
  for (const std::uint64_t key : keys) {
    any |= key;
    all &= key;
  }
  // Bits above the first one in which two values differ order nothing.
  const int differing = static_cast<int>(std::bit_width(any & ~all));
  const int shift = std::max(differing - key_bits, 0);
  std::shared_ptr<Keyed[]> units = unset<Keyed>(size);
  for (std::size_t unit = 0; unit < size; ++unit) {
    units.get()[unit] = {static_cast<std::uint32_t>(keys[unit] >> shift),
                         static_cast<std::uint32_t>(unit)};
  }
  units = sorted_by_digits(std::move(units), size);
  settle_equal_keys(data, keys, {units.get(), size});
  std::vector<std::uint32_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = units.get()[i].unit;
  return order;
}

}  // namespace edustat::detail
