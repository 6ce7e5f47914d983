// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/numeral.hpp"

#include "quantity/number_cursor.hpp"
#include "quantity/number_reader.hpp"

#include <utility>

namespace edustat {

Rational parse_number(std::string_view text) {
  detail::NumberCursor cursor(text, detail::Masks::refused);
  cursor.begin();
  const detail::NumberReading reading = detail::read_number(cursor, {});
  cursor.skip_spaces();
  if (!cursor.is_at_end()) cursor.refuse();
  return *reading.number.numeral.value;
}

Numeral read_numeral(std::string_view text) {
  detail::NumberCursor cursor(text, detail::Masks::allowed);
  if (cursor.is_at_end()) cursor.begin();
  Numeral numeral = std::move(detail::read_number(cursor, {}).number.numeral);
  numeral.length = cursor.offset();
  return numeral;
}

}  // namespace edustat
