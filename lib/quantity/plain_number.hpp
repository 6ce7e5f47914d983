// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/quantity/numeral.hpp"
#include "edustat/quantity/unit_system.hpp"

#include "quantity/number_cursor.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace edustat::detail {

/// Whether 余 and 多 may stand in front of a scale word, 3600多万.
enum class Surplus : std::uint8_t { refused, allowed };

/// What stands around a number.
struct NumberContext {
  Surplus surplus = Surplus::refused;
  /// Unit words win over scale words behind Arabic digits (百名学生), and a ratio sign that is a
  /// unit word (%) is left to them. Null for a number alone.
  const UnitSystem* units = nullptr;
};

/// A number without sign and without ratio words, and what only its neighbours need to know.
struct PlainNumber {
  Numeral numeral{};
  std::string_view surplus_word{};  ///< 余 or 多 in front of the scale word
  bool is_digit_pair = false;       ///< 七八: 78, or seven to eight
  bool is_unknown = false;          ///< 某
};

/// Scale words behind a number.
struct ScaleWords {
  int exponent = 0;
  std::string words{};
  std::string_view surplus_word{};
};

/// Reads the scale words behind a number, from small to large: 千, 万, 百万, 万亿, 亿亿. A space in
/// front is allowed.
/// @throws ParseError (scale_word_order): 万万
[[nodiscard]] ScaleWords read_scale_words(NumberCursor& cursor, const NumberContext& context);

/// Steps over 余 or 多 when a large scale word follows it.
[[nodiscard]] std::string_view read_surplus(NumberCursor& cursor, const NumberContext& context);

/// The unit at the start of `rest`; looks at no more of it than a unit may fill.
[[nodiscard]] UnitSystem::Match match_unit(const UnitSystem& units, std::string_view rest);

/// Reads digits and scale words. @throws ParseError, LimitError
[[nodiscard]] PlainNumber read_plain_number(NumberCursor& cursor, const NumberContext& context);

}  // namespace edustat::detail
