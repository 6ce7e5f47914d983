// SPDX-License-Identifier: Apache-2.0
#include "quantity/ratio_words.hpp"

#include "error/utf8.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace edustat::detail {
namespace {

constexpr int doublings_limit = 64;
// @source by meaning: 到, 至 and 为 name the level that was reached, without them the difference
constexpr std::array<std::string_view, 3> level_words{"到", "至", "为"};
constexpr std::array<std::string_view, 5> increases{"增加", "增长", "提高", "扩大", "上升"};
constexpr std::array<std::string_view, 4> decreases{"减少", "下降", "降低", "缩小"};

bool skip_any(NumberCursor& cursor, std::span<const std::string_view> words) noexcept {
  for (const std::string_view word : words) {
    if (cursor.skip(word)) return true;
  }
  return false;
}

bool is_scale(Role role) noexcept {
  return role == Role::small_scale || role == Role::large_scale;
}

Rational hundredths(std::int64_t count) {
  return count / Rational(100);
}

/// The whole value of a number without mask.
PlainNumber read_shown(NumberCursor& cursor) {
  const std::size_t begin = cursor.offset();
  PlainNumber number = read_plain_number(cursor, {});
  if (!number.numeral.value) cursor.refuse_at(begin);
  return number;
}

Numeral whole(const Rational& value) {
  Numeral numeral;
  numeral.value = value;
  numeral.lowest = value;
  numeral.highest = value;
  numeral.last_place = 1;
  numeral.last_nonzero_place = 1;
  numeral.is_percent = true;
  return numeral;
}

/// 翻番, 翻一番, 翻了两番.
Numeral read_doubling(NumberCursor& cursor) {
  cursor.skip("了");
  if (cursor.skip("番")) return whole(2);
  const std::size_t begin = cursor.offset();
  const Rational count = *read_shown(cursor).numeral.value;
  if (!count.is_integer() || count.sign() <= 0) cursor.refuse_at(begin);
  if (!cursor.skip("番")) cursor.refuse();
  if (count > Rational(doublings_limit)) {
    throw LimitError(Fault{ErrorCode::power_out_of_range,
                           {text::excerpt(count.to_string()), std::to_string(doublings_limit)},
                           cursor.place(begin)});
  }
  return whole(Rational(2).pow(static_cast<int>(count.small()->numerator)));
}

/// 增加2倍, 增加到2倍.
Numeral read_increase(NumberCursor& cursor) {
  const bool is_level = skip_any(cursor, level_words);
  if (!is_level) cursor.skip("了");
  Numeral numeral = read_shown(cursor).numeral;
  if (!cursor.skip(Role::times)) cursor.refuse();
  numeral.is_percent = true;
  if (is_level) return numeral;
  const Rational value = *numeral.value + Rational(1);
  numeral.value = value;
  numeral.lowest = value;
  numeral.highest = value;
  return numeral;
}

[[noreturn]] void refuse_decrease(NumberCursor& cursor, std::size_t begin) {
  if (!skip_any(cursor, level_words)) cursor.skip("了");
  const PlainNumber number = read_shown(cursor);
  if (cursor.role() != Role::times) cursor.refuse();
  cursor.refuse_at(begin, ErrorCode::meaningless_decrease);
}

}  // namespace

void multiply(Numeral& numeral, const Rational& factor) {
  if (numeral.value) *numeral.value *= factor;
  numeral.lowest *= factor;
  if (numeral.highest) *numeral.highest *= factor;
  numeral.last_place *= factor;
  numeral.last_nonzero_place *= factor;
}

void negate(Numeral& numeral) {
  if (numeral.value) numeral.value = -*numeral.value;
  const Rational lowest = -*numeral.highest;
  numeral.highest = -numeral.lowest;
  numeral.lowest = lowest;
}

void read_ratio_sign(NumberCursor& cursor, Numeral& numeral) {
  if (cursor.role() == Role::percent) multiply(numeral, Rational::power_of_ten(-2));
  if (cursor.role() == Role::permille) multiply(numeral, Rational::power_of_ten(-3));
  numeral.is_percent = true;
  cursor.advance();
}

void read_tenths(NumberCursor& cursor, PlainNumber& number) {
  if (number.is_digit_pair || !number.surplus_word.empty()) cursor.refuse();
  cursor.advance();
  Numeral& numeral = number.numeral;
  multiply(numeral, Rational::power_of_ten(-1));
  numeral.is_percent = true;
  const bool has_digit = cursor.role() == Role::numeral || cursor.role() == Role::digit;
  int digit = has_digit ? cursor.here().value : 0;
  if (!numeral.value || numeral.decimals > 0) return;
  if (has_digit) {
    cursor.count_digit();
    cursor.advance();
  } else if (cursor.skip("半")) {
    digit = 5;
  } else {
    return;
  }
  *numeral.value += hundredths(digit);
  numeral.lowest = *numeral.value;
  numeral.highest = *numeral.value;
  numeral.last_place = hundredths(1);
  if (digit != 0) numeral.last_nonzero_place = hundredths(1);
}

void read_discount(NumberCursor& cursor, PlainNumber& number) {
  Numeral& numeral = number.numeral;
  const bool has_tenths = numeral.value && *numeral.value < Rational(10);
  const bool has_hundredths = numeral.value && numeral.value->is_integer() &&
                              numeral.decimals == 0 && *numeral.value > Rational(10) &&
                              *numeral.value < Rational(100);
  if (!has_tenths && !has_hundredths) cursor.refuse();
  cursor.advance();
  multiply(numeral, Rational::power_of_ten(has_tenths ? -1 : -2));
  numeral.is_percent = true;
  number.is_digit_pair = false;
}

std::optional<int> read_bare_denominator(NumberCursor& cursor) {
  if (!is_scale(cursor.role())) return std::nullopt;
  constexpr int most_words = 5;
  NumberCursor ahead = cursor;
  for (int i = 0; i < most_words && is_scale(ahead.role()); ++i) ahead.advance();
  if (!ahead.skip("分之")) return std::nullopt;
  const int exponent = read_scale_words(cursor, {}).exponent;
  cursor = ahead;
  return exponent;
}

PlainNumber read_numerator(NumberCursor& cursor, const Rational& denominator) {
  const bool is_negative = cursor.skip(Role::minus);
  PlainNumber number;
  const bool is_whole = cursor.rest().starts_with("百") || cursor.rest().starts_with("佰");
  if (is_whole) {  // 百分之百
    cursor.advance();
    number.numeral = whole(100);
  } else {
    number = read_plain_number(cursor, {});
  }
  if (number.is_unknown) cursor.refuse();
  multiply(number.numeral, denominator.reciprocal());
  number.numeral.is_percent = true;
  if (is_negative) negate(number.numeral);
  return number;
}

std::optional<Numeral> read_change(NumberCursor& cursor) {
  if (cursor.role() != Role::none) return std::nullopt;
  const std::size_t begin = cursor.offset();
  if (cursor.skip("翻")) return read_doubling(cursor);
  if (skip_any(cursor, increases)) return read_increase(cursor);
  if (skip_any(cursor, decreases)) refuse_decrease(cursor, begin);
  return std::nullopt;
}

}  // namespace edustat::detail
