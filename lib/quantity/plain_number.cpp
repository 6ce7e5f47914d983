// SPDX-License-Identifier: Apache-2.0
#include "quantity/plain_number.hpp"

#include "quantity/digit_run.hpp"
#include "quantity/scaled_terms.hpp"

#include <initializer_list>
#include <utility>

namespace edustat::detail {
namespace {

/// True for a scale word here. 百分点 is a unit, and unit words (百名学生) win where they are
/// known.
bool is_scale_word(const NumberCursor& cursor, const NumberContext& context) {
  if (cursor.role() == Role::large_scale) return true;
  if (cursor.role() != Role::small_scale || cursor.rest().substr(3).starts_with("分点")) {
    return false;
  }
  return context.units == nullptr || match_unit(*context.units, cursor.rest()).length == 0;
}

/// How the words must grow: 千, then 万, then 亿 or 兆.
bool may_follow(int exponent, int before) noexcept {
  switch (exponent) {
    case 4:
      return before < 4;
    case 8:
      return before <= 8;
    case 12:
      return before <= 4;
    default:
      return before == 0;
  }
}

bool is_term(Role role) noexcept {
  return role == Role::digit || role == Role::mask || role == Role::numeral || role == Role::zero ||
         role == Role::couple || role == Role::tens;
}

void set_scale(PlainNumber& number, ScaleWords&& scale) {
  number.numeral.scale_word = std::move(scale.words);
  number.surplus_word = scale.surplus_word;
}

void set_value(Numeral& numeral, const Rational& value) {
  numeral.value = value;
  numeral.lowest = value;
  numeral.highest = value;
}

PlainNumber number_from(const DigitRun& run, ScaleWords&& scale) {
  PlainNumber result;
  Numeral& numeral = result.numeral;
  set_value(numeral, run.value(scale.exponent));
  if (run.is_masked()) {
    numeral.value.reset();
    numeral.highest = run.value(scale.exponent, DigitRun::Fill::nines);
  }
  numeral.decimals = run.decimals();
  numeral.last_place = Rational::power_of_ten(scale.exponent - run.decimals());
  const bool is_zero = numeral.value && numeral.value->is_zero();
  numeral.last_nonzero_place =
      is_zero ? numeral.last_place
              : Rational::power_of_ten(scale.exponent + run.last_nonzero_exponent());
  set_scale(result, std::move(scale));
  return result;
}

/// 三亿五千万, 一百点五, 一点五万.
PlainNumber read_terms(NumberCursor& cursor, const NumberContext& context) {
  ScaledTerms terms(cursor, context);
  terms.read();
  PlainNumber result;
  result.numeral.scale_word = terms.scale_word();
  result.surplus_word = terms.surplus_word();
  DigitRun decimals;
  if (!terms.is_short_form() && terms.surplus_word().empty()) {
    read_spoken_decimals(cursor, decimals);
  }
  ScaleWords scale;
  if (decimals.size() > 0 && !terms.has_large_scale()) scale = read_scale_words(cursor, context);
  Numeral& numeral = result.numeral;
  const Rational value = decimals.size() > 0 ? terms.value() + decimals.value() : terms.value();
  set_value(numeral, value * Rational::power_of_ten(scale.exponent));
  numeral.decimals = decimals.decimals();
  const bool has_decimals = decimals.size() > 0;
  const int last = has_decimals ? -decimals.decimals() : terms.last_exponent();
  const bool has_nonzero_decimal = has_decimals && !decimals.value().is_zero();
  const int last_nonzero =
      has_nonzero_decimal ? decimals.last_nonzero_exponent() : terms.last_nonzero_exponent();
  numeral.last_place = Rational::power_of_ten(scale.exponent + last);
  numeral.last_nonzero_place = Rational::power_of_ten(scale.exponent + last_nonzero);
  if (has_decimals) set_scale(result, std::move(scale));
  return result;
}

/// 一七二零, 零点五万.
PlainNumber read_digit_by_digit(NumberCursor& cursor, const NumberContext& context) {
  const bool begins_with_zero = cursor.role() == Role::zero;
  DigitRun run;
  read_numerals(cursor, run);
  const std::size_t whole = run.size();
  read_spoken_decimals(cursor, run);
  ScaleWords scale;
  if (whole == 1 && run.decimals() > 0) scale = read_scale_words(cursor, context);
  PlainNumber result = number_from(run, std::move(scale));
  result.is_digit_pair =
      run.size() == 2 && whole == 2 && !begins_with_zero && run.last_nonzero_exponent() == 0;
  return result;
}

PlainNumber read_arabic(NumberCursor& cursor, const NumberContext& context) {
  const NumberCursor start = cursor;
  const DigitRun run = read_digits(cursor);
  ScaleWords scale = read_scale_words(cursor, context);
  if (scale.exponent > 0 && is_term(cursor.role())) {
    const bool may_continue = run.decimals() == 0 && !run.is_masked() && scale.surplus_word.empty();
    if (!may_continue) cursor.refuse();
    cursor = start;
    return read_terms(cursor, context);
  }
  return number_from(run, std::move(scale));
}

/// 某万元: any number from 0 on.
PlainNumber read_unknown(NumberCursor& cursor, const NumberContext& context) {
  cursor.advance();
  ScaleWords scale = read_scale_words(cursor, context);
  PlainNumber result;
  result.is_unknown = true;
  result.numeral.last_place = Rational::power_of_ten(scale.exponent);
  result.numeral.last_nonzero_place = result.numeral.last_place;
  set_scale(result, std::move(scale));
  return result;
}

}  // namespace

std::string_view read_surplus(NumberCursor& cursor, const NumberContext& context) {
  if (context.surplus == Surplus::refused) return {};
  NumberCursor ahead = cursor;
  for (const std::string_view word : {"余", "多", "餘"}) {
    if (!ahead.skip(word)) continue;
    if (ahead.role() != Role::large_scale) return {};
    cursor = ahead;
    return word;
  }
  return {};
}

ScaleWords read_scale_words(NumberCursor& cursor, const NumberContext& context) {
  ScaleWords scale;
  NumberCursor ahead = cursor;
  ahead.skip_spaces();
  scale.surplus_word = read_surplus(ahead, context);
  if (!is_scale_word(ahead, context)) {
    scale.surplus_word = {};
    return scale;
  }
  cursor = ahead;
  int before = 0;
  bool is_raised = false;  // 亿亿
  while (is_scale_word(cursor, context)) {
    const int exponent = cursor.here().value;
    if (!may_follow(exponent, before) || is_raised) cursor.refuse(ErrorCode::scale_word_order);
    is_raised = exponent == before;
    const std::size_t begin = cursor.offset();
    cursor.advance();
    scale.words += cursor.since(begin);
    scale.exponent += exponent;
    before = exponent;
    if (scale.surplus_word.empty()) scale.surplus_word = read_surplus(cursor, context);
  }
  return scale;
}

UnitSystem::Match match_unit(const UnitSystem& units, std::string_view rest) {
  constexpr std::size_t longest = 256;
  if (rest.size() <= longest) return units.match(rest);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(rest[end]) & 0xC0U) == 0x80U) --end;
  return units.match(rest.substr(0, end));
}

PlainNumber read_plain_number(NumberCursor& cursor, const NumberContext& context) {
  const auto is_numeral = [](Role role) { return role == Role::numeral || role == Role::zero; };
  switch (cursor.role()) {
    case Role::digit:
    case Role::mask:
      return read_arabic(cursor, context);
    case Role::zero:
      return read_digit_by_digit(cursor, context);
    case Role::numeral:
      return is_numeral(cursor.next_role()) ? read_digit_by_digit(cursor, context)
                                            : read_terms(cursor, context);
    case Role::couple:
    case Role::tens:
    case Role::small_scale:
      return read_terms(cursor, context);
    case Role::unknown:
      return read_unknown(cursor, context);
    default:
      cursor.refuse();
  }
}

}  // namespace edustat::detail
