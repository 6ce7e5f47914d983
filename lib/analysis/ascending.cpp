// SPDX-License-Identifier: Apache-2.0
#include "analysis/ascending.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace edustat::detail {
namespace {

/// A value as a number that orders like it, to about 53 bits, and its unit.
struct Keyed {
  std::uint64_t key;
  std::uint32_t unit;
};

constexpr int digit_bits = 11;
constexpr std::size_t digit_values = std::size_t{1} << digit_bits;

std::size_t digit_of(std::uint64_t key, int shift) noexcept {
  return static_cast<std::size_t>(key >> shift) & (digit_values - 1);
}

/// Sorts by the digits of the keys, the last one first, each time keeping the order so far.
void sort_by_digits(std::vector<Keyed>& units, std::uint64_t largest, std::uint64_t common) {
  std::vector<Keyed> other(units.size());
  for (int shift = 0; shift < static_cast<int>(std::bit_width(largest)); shift += digit_bits) {
    // A digit that is the same everywhere orders nothing.
    if (digit_of(common, shift) == 0) continue;
    std::array<std::uint32_t, digit_values> starts{};
    for (const Keyed& unit : units) ++starts[digit_of(unit.key, shift)];
    std::uint32_t begin = 0;
    for (std::uint32_t& start : starts) begin += std::exchange(start, begin);
    for (const Keyed& unit : units) other[starts[digit_of(unit.key, shift)]++] = unit;
    units.swap(other);
  }
}

/// Of two units with the same key.
bool is_below(const SampleData& data, std::uint32_t left, std::uint32_t right) {
  if (data.is_per && data.is_whole()) {
    return static_cast<int128>(data.amounts.wholes[left]) * data.weights.wholes[right] <
           static_cast<int128>(data.amounts.wholes[right]) * data.weights.wholes[left];
  }
  const Rational first = data.amounts.unscaled(left);
  const Rational second = data.amounts.unscaled(right);
  if (!data.is_per) return first < second;
  return first * data.weights.unscaled(right) < second * data.weights.unscaled(left);
}

/// Orders units whose values differ by less than their keys can show.
void settle_equal_keys(const SampleData& data, std::vector<Keyed>& units) {
  const auto by_value = [&](const Keyed& left, const Keyed& right) {
    return is_below(data, left.unit, right.unit);
  };
  for (auto begin = units.begin(); begin != units.end();) {
    const auto end = std::find_if(begin + 1, units.end(),
                                  [&](const Keyed& unit) { return unit.key != begin->key; });
    if (end - begin > 1 && !std::is_sorted(begin, end, by_value)) std::sort(begin, end, by_value);
    begin = end;
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
  const bool is_whole = data.is_whole() && !data.is_per;
  std::vector<Keyed> units(size);
  std::uint64_t any = 0;
  std::uint64_t all = std::numeric_limits<std::uint64_t>::max();
  for (std::size_t unit = 0; unit < size; ++unit) {
    std::uint64_t key = 0;
    if (is_whole) {
      key = static_cast<std::uint64_t>(data.amounts.wholes[unit]);
    } else {
      const double amount = data.amounts.high(unit) + 0.0;
      key = std::bit_cast<std::uint64_t>(data.is_per ? amount / data.weights.high(unit) : amount);
    }
    units[unit] = {key, static_cast<std::uint32_t>(unit)};
    any |= key;
    all &= key;
  }
  sort_by_digits(units, any, any & ~all);
  const bool is_known = is_whole || (!data.is_per && data.amounts.lost.empty());
  if (!is_known) settle_equal_keys(data, units);
  std::vector<std::uint32_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = units[i].unit;
  return order;
}

}  // namespace edustat::detail
