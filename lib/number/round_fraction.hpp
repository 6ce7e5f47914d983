// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rounding.hpp"

#include "number/int128.hpp"

#include <cstdint>

/// The rule by which the whole number below a fraction becomes the rounded one, for all widths.
namespace edustat::detail {

/// The fraction's remainder compared with one half.
enum class AgainstHalf : std::uint8_t { below, equal, above };

/// True when a number that is not whole rounds to the whole number above it; `floor` is the whole
/// number below it. The half modes look at the absolute value.
template <typename Whole>
[[nodiscard]] constexpr bool rounds_to_above(Whole floor, AgainstHalf half,
                                             Rounding rounding) noexcept {
  const bool is_negative = floor < 0;
  switch (rounding) {
    case Rounding::half_up:
      return half == AgainstHalf::above || (half == AgainstHalf::equal && !is_negative);
    case Rounding::half_even:
      return half == AgainstHalf::above || (half == AgainstHalf::equal && floor % 2 != 0);
    case Rounding::half_down:
      return half == AgainstHalf::above || (half == AgainstHalf::equal && is_negative);
    case Rounding::up:
      return !is_negative;
    case Rounding::down:
      return is_negative;
    case Rounding::ceiling:
      return true;
    case Rounding::floor:
      return false;
  }
  return false;
}

/// top / bottom rounded to a whole number; `bottom` is not 0 and neither is the lowest number.
[[nodiscard]] constexpr int128 round_fraction(int128 top, int128 bottom,
                                              Rounding rounding) noexcept {
  const bool is_negative = (top < 0) != (bottom < 0);
  const uint128 size = magnitude(top);
  const uint128 divisor = magnitude(bottom);
  constexpr uint128 word = ~std::uint64_t{0};
  uint128 whole = 0;
  uint128 rest = 0;
  if (size <= word && divisor <= word) {
    whole = static_cast<std::uint64_t>(size) / static_cast<std::uint64_t>(divisor);
    rest = static_cast<std::uint64_t>(size) % static_cast<std::uint64_t>(divisor);
  } else {
    whole = size / divisor;
    rest = size - whole * divisor;
  }
  if (rest == 0) return is_negative ? -static_cast<int128>(whole) : static_cast<int128>(whole);
  const int128 floor = is_negative ? -static_cast<int128>(whole) - 1 : static_cast<int128>(whole);
  if (is_negative) rest = divisor - rest;
  const uint128 other = divisor - rest;
  const AgainstHalf half = rest < other    ? AgainstHalf::below
                           : rest == other ? AgainstHalf::equal
                                           : AgainstHalf::above;
  return floor + (rounds_to_above(floor, half, rounding) ? 1 : 0);
}

}  // namespace edustat::detail
