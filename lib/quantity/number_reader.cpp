// SPDX-License-Identifier: Apache-2.0
#include "quantity/number_reader.hpp"

#include "quantity/ratio_words.hpp"

#include <algorithm>
#include <utility>

namespace edustat::detail {
namespace {

bool is_one(const Numeral& numeral) {
  return numeral.value == Rational(1) && numeral.last_place == Rational(1);
}

/// 16.98:1 is 16.98; in 1:16.98 and 3:2 both sides say how exact the ratio is.
void divide_by(NumberReading& reading, const Numeral& divisor) {
  Numeral& numeral = reading.number.numeral;
  numeral.is_percent = true;
  numeral.decimals = std::max(numeral.decimals, divisor.decimals);
  if (is_one(divisor)) return;
  const Rational dividend = *numeral.value;
  const bool is_reciprocal = is_one(numeral);
  reading.sides = RatioSides{{dividend, is_reciprocal ? Rational() : numeral.last_place},
                             {*divisor.value, divisor.last_place}};
  multiply(numeral, divisor.value->reciprocal());
  if (!is_reciprocal) return;
  const Rational slope = numeral.value->abs() / *divisor.value;
  numeral.last_place = slope * divisor.last_place;
  numeral.last_nonzero_place = slope * divisor.last_nonzero_place;
}

void read_divisor(NumberCursor& cursor, NumberReading& reading) {
  cursor.advance();
  const std::size_t begin = cursor.offset();
  const PlainNumber divisor = read_plain_number(cursor, {});
  const bool fits = divisor.numeral.value && divisor.numeral.value->sign() > 0;
  if (!fits) cursor.refuse_at(begin);
  divide_by(reading, divisor.numeral);
}

void read_sign_behind(NumberCursor& cursor, const NumberContext& context, NumberReading& reading) {
  PlainNumber& number = reading.number;
  const bool has_units = context.units != nullptr;
  switch (cursor.role()) {
    case Role::percent:
    case Role::permille:
    case Role::times:
      if (!has_units) read_ratio_sign(cursor, number.numeral);
      return;
    case Role::tenth:
      read_tenths(cursor, number);
      return;
    case Role::discount:
      read_discount(cursor, number);
      return;
    case Role::colon:
      if (number.numeral.value && number.surplus_word.empty()) read_divisor(cursor, reading);
      return;
    default:
      return;
  }
}

void read_unsigned(NumberCursor& cursor, const NumberContext& context, NumberReading& reading) {
  if (const auto exponent = read_bare_denominator(cursor)) {
    reading.number = read_numerator(cursor, Rational::power_of_ten(*exponent));
    reading.unit_word = *exponent == 2 ? "%" : *exponent == 3 ? "‰" : "";
    return;
  }
  const std::size_t begin = cursor.offset();
  reading.number = read_plain_number(cursor, context);
  const std::optional<Rational>& value = reading.number.numeral.value;
  if (!cursor.skip("分之")) {
    read_sign_behind(cursor, context, reading);
    return;
  }
  const bool is_divisor =
      value && value->sign() > 0 && value->is_integer() && reading.number.surplus_word.empty();
  if (!is_divisor) cursor.refuse_at(begin);
  reading.number = read_numerator(cursor, *value);
}

}  // namespace

NumberReading read_number(NumberCursor& cursor, const NumberContext& context) {
  NumberReading reading;
  if (auto change = read_change(cursor)) {
    reading.number.numeral = std::move(*change);
    reading.unit_word = "倍";
    return reading;
  }
  const bool is_negative = cursor.role() == Role::minus;
  if (is_negative || cursor.role() == Role::plus) {
    cursor.advance();
    if (cursor.role() == Role::unknown) cursor.refuse();
  }
  read_unsigned(cursor, context, reading);
  if (is_negative) {
    negate(reading.number.numeral);
    if (reading.sides) reading.sides->left.value = -reading.sides->left.value;
  }
  return reading;
}

}  // namespace edustat::detail
