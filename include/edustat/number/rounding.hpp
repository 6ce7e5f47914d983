// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/decimal.hpp"
#include "edustat/number/rational.hpp"

#include <cstdint>
#include <string_view>

namespace edustat {

/// How an exact value is shortened. The half modes look at the absolute value.
enum class Rounding : std::uint8_t {
  half_up,    ///< to the nearest, ties away from zero (四舍五入); the default of bulletins
  half_even,  ///< to the nearest, ties to the even digit (四舍六入五成双). @source GB/T
              ///< 8170-2008, 3.2
  half_down,  ///< to the nearest, ties toward zero
  up,         ///< away from zero
  down,       ///< toward zero (去尾)
  ceiling,    ///< toward positive infinity (进一, for values above zero)
  floor       ///< toward negative infinity
};

/// Rounds an exact value once to a number of decimal places; the result keeps its trailing zeros.
///
/// Never feed it an already rounded value: 8.53459 is 8.53 at two places, and 8.54 by way of 8.535.
/// @source GB/T 8170-2008, 3.2 (half_even)
[[nodiscard]] Decimal round_to(const Rational& value, DecimalPlaces places,
                               Rounding rounding = Rounding::half_up);

/// Rounds an exact value once to a whole multiple of `step`, as 0.5 or 0.2 units of a place; ties
/// to the even multiple in half_even. The result has the places of the step.
/// @throws StructureError (bad_step) when the step is not above zero
/// @source GB/T 8170-2008, 3.4 (half_even)
[[nodiscard]] Decimal round_to_step(const Rational& value, const Decimal& step,
                                    Rounding rounding = Rounding::half_up);

/// Rounds an exact value once to a whole number.
[[nodiscard]] Rational round_to_integer(const Rational& value, Rounding rounding);

/// `half_up` and so on. @throws CodeError naming the known modes
[[nodiscard]] Rounding parse_rounding(std::string_view name);
/// The name as parse_rounding reads it.
[[nodiscard]] std::string_view name_of(Rounding rounding) noexcept;

}  // namespace edustat
