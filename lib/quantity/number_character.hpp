// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace edustat::detail {

/// What a character is in the text of a number.
enum class Role : std::uint8_t {
  none,          ///< no part of a number, or the end of the text
  digit,         ///< 0 to 9, also full width
  point,         ///< the point behind such digits
  separator,     ///< the comma between groups of three
  minus,         ///< a sign below zero, 负 too
  plus,          ///< a sign above zero, 正 too
  numeral,       ///< 一 to 九 in any writing
  zero,          ///< 零, 〇
  couple,        ///< 两, which stands alone or in front of a scale word
  tens,          ///< 廿, 卅, 卌
  small_scale,   ///< 十, 百, 千: the value is the power of ten
  large_scale,   ///< 万, 亿, 兆: the value is the power of ten
  spoken_point,  ///< 点
  mask,          ///< x, ×, *, □: one digit that is not shown
  unknown,       ///< 某: a number that is not shown
  space,         ///< ASCII or full width
  percent,       ///< %
  permille,      ///< ‰
  tenth,         ///< 成
  discount,      ///< 折
  times,         ///< 倍
  colon          ///< : of a ratio
};

/// One character of a number.
struct NumberCharacter {
  Role role = Role::none;
  std::int8_t value = 0;    ///< digit, or power of ten of a scale word
  std::uint8_t length = 0;  ///< bytes; 0 at the end of the text
};

/// The character at `offset`. Bytes that are not UTF-8 are no part of a number.
[[nodiscard]] NumberCharacter number_character(std::string_view text, std::size_t offset) noexcept;

}  // namespace edustat::detail
