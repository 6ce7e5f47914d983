// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/decimal.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"
#include "number/scan.hpp"

#include <ostream>
#include <utility>

namespace edustat {
namespace {

/// `value` in units of its last place, which is whole when the places hold the value.
Rational in_last_place(const Rational& value, DecimalPlaces places) {
  return value * Rational::power_of_ten(places.count());
}

}  // namespace

Decimal::Decimal(Rational value, DecimalPlaces places) : value_(std::move(value)), places_(places) {
  const bool is_plainly_exact = places.count() >= 0 && value_.is_integer();
  if (!is_plainly_exact && !in_last_place(value_, places).is_integer()) {
    throw ParseError(Fault{ErrorCode::not_exact_decimal,
                           {text::excerpt(value_.to_string()), std::to_string(places.count())}});
  }
}

Decimal Decimal::parse(std::string_view text) {
  const detail::NumberText parts = detail::scan_number(text, detail::Grammar::decimal);
  const DecimalPlaces places(static_cast<int>(parts.fraction.size()) - parts.exponent);
  return {detail::value_of(parts), places};
}

std::string Decimal::to_string() const {
  const int count = places_.count();
  if (count <= 0) return value_.to_string();
  const auto behind_point = static_cast<std::size_t>(count);
  std::string digits = in_last_place(value_.abs(), places_).to_string();
  if (digits.size() <= behind_point) digits.insert(0, behind_point + 1 - digits.size(), '0');
  digits.insert(digits.size() - behind_point, 1, '.');
  if (value_.sign() < 0) digits.insert(0, 1, '-');
  return digits;
}

std::ostream& operator<<(std::ostream& stream, const Decimal& value) {
  return stream << value.to_string();
}

}  // namespace edustat
