// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace edustat {

/// Reads a number as Chinese bulletins write it, exactly.
///
/// `1.00005万`, `３，０００`, `1,764,000`, `三亿五千万`, `两千六`, `一点五`, `百分之三点五`,
/// `63.82%`, `三成五`, `翻两番`, `16.97:1`, `负零点二`, `廿二`, `〇`. The full grammar is in
/// docs/grammar.md; 兆 is 10 to the 12. A unit is refused: see Figure. `5万万亿`, `1,23`, `12..3`,
/// `--5` and `1e5` are refused with the position.
/// @throws ParseError with the column of the first character that does not fit; of the separator
/// that no group of three follows or precedes (bad_grouping); of 减少2倍 (meaningless_decrease)
/// @throws LimitError beyond 4,096 digits or 64 doublings (翻番)
[[nodiscard]] Rational parse_number(std::string_view text);

/// A number found at the start of a text, with what its writing says.
struct Numeral {
  std::optional<Rational> value{};  ///< exact value; absent when digits are masked
  Rational lowest{};                ///< masked digits all 0; the value when there is no mask
  std::optional<Rational>
      highest{};          ///< masked digits all 9; absent when a mask stands for any number (某)
  Rational last_place{};  ///< worth of the last written digit, scale word and per cent included
  Rational
      last_nonzero_place{};  ///< worth of the last written digit that is not 0; last_place for 0
  int decimals = 0;          ///< digits behind the decimal point, as written
  /// `万`, `亿`, `万亿`, `千万` ... behind the digits. Chinese numerals: the 万, 亿 or 兆 that the
  /// last digit stands in front of or, worth more than 1, behind (三万五); 十, 百 and 千 are
  /// places.
  std::string scale_word{};
  bool is_percent = false;  ///< a sign or word that makes it a ratio: %, ‰, 百分之, 成, 番, 倍, a:b
  std::size_t length = 0;  ///< bytes used
};

/// Reads the number at the start of `text` and says how far it reaches; masks (x, X, ×, *, □, 某)
/// are allowed.
/// @throws ParseError when no number stands there, LimitError
[[nodiscard]] Numeral read_numeral(std::string_view text);

}  // namespace edustat
