// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/interval.hpp"
#include "edustat/quantity/figure.hpp"

#include <cstdint>

namespace edustat::detail {

/// Whether the last kept digit of a print is even.
enum class LastDigit : std::uint8_t { even, odd };

/// How far true values may lie from a print, in halves of its last place, and whether the ends
/// belong to them.
struct Spread {
  int below;
  int above;
  End low;
  End high;
};

/// The interval of a precision rule, for a print with this sign. `last` matters to half_even alone.
[[nodiscard]] constexpr Spread spread_of(Precision precision, int sign, LastDigit last) noexcept {
  const End away_from_zero = End::open;
  const End low = sign > 0 ? End::closed : away_from_zero;
  const End high = sign < 0 ? End::closed : away_from_zero;
  const End both = last == LastDigit::even ? End::closed : End::open;
  switch (precision) {
    case Precision::exact:
      break;
    case Precision::nearest:
      return {1, 1, End::closed, End::closed};
    case Precision::half_up:
      return {1, 1, low, high};
    case Precision::half_even:
      return {1, 1, both, both};
    case Precision::truncated:
      return {sign > 0 ? 0 : 2, sign < 0 ? 0 : 2, low, high};
  }
  return {0, 0, End::closed, End::closed};
}

/// What a print of `value`, kept to `place`, may stand for.
[[nodiscard]] Interval shortened(const Rational& value, const Rational& place, Precision precision);

}  // namespace edustat::detail
