// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include "quantity/number_cursor.hpp"
#include "quantity/plain_number.hpp"

#include <optional>
#include <string_view>

namespace edustat::detail {

/// One side of a:b.
struct RatioSide {
  Rational value;
  Rational last_place;  ///< 0 for the 1 that the other side is measured by
};

/// Both sides of a ratio whose second side is not 1.
struct RatioSides {
  RatioSide left;
  RatioSide right;
};

/// A number with its sign and its ratio words.
struct NumberReading {
  PlainNumber number{};
  std::string_view unit_word{};       ///< the unit that ratio words stand for: %, ‰, 倍
  std::optional<RatioSides> sides{};  ///< of 1:16.98 and 3:2, not of 16.98:1
};

/// Reads a number: sign, digits, scale words, 百分之, 三分之, %, 成, 折, 倍, 翻番, a:b.
/// @throws ParseError, LimitError
[[nodiscard]] NumberReading read_number(NumberCursor& cursor, const NumberContext& context);

}  // namespace edustat::detail
