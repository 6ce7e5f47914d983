// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"
#include "edustat/quantity/numeral.hpp"

#include "quantity/number_cursor.hpp"
#include "quantity/plain_number.hpp"

#include <optional>

namespace edustat::detail {

/// Multiplies the value, its bounds and its places.
void multiply(Numeral& numeral, const Rational& factor);

/// Turns the sign of the value and its bounds; the bounds must be there.
void negate(Numeral& numeral);

/// Reads % ‰ 倍 behind a number.
void read_ratio_sign(NumberCursor& cursor, Numeral& numeral);

/// Reads 成 behind a number and the hundredths behind it: 三成, 三成五, 三成半.
/// @throws ParseError for 七八成, which is seven to eight tenths
void read_tenths(NumberCursor& cursor, PlainNumber& number);

/// Reads 折 behind a number: 八折 is 80%, 八五折 and 85折 are 85%.
/// @throws ParseError
void read_discount(NumberCursor& cursor, PlainNumber& number);

/// Reads 百分之, 千分之, 万分之 and the like; the power of ten, nothing when none stands here.
[[nodiscard]] std::optional<int> read_bare_denominator(NumberCursor& cursor);

/// Reads what stands behind 分之. @throws ParseError, LimitError
[[nodiscard]] PlainNumber read_numerator(NumberCursor& cursor, const Rational& denominator);

/// Reads 翻两番 (4), 增加2倍 (3), 增加到2倍 (2); nothing when no such word stands here.
/// @throws ParseError (meaningless_decrease) for 减少2倍, LimitError beyond 64 doublings
[[nodiscard]] std::optional<Numeral> read_change(NumberCursor& cursor);

}  // namespace edustat::detail
