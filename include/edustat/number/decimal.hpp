// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include <iosfwd>
#include <string>
#include <string_view>

namespace edustat {

/// A rounded number that keeps its digits: `94.30` has two places, and 94.3 has one.
///
/// Two decimals are equal when their values are; compare `to_string()` where the digits matter.
class Decimal {
 public:
  /// `value` written with these places.
  /// @throws ParseError (not_exact_decimal) when the places cannot hold the value: rounding is
  /// round_to's business
  Decimal(Rational value, DecimalPlaces places);

  /// Reads `-12.50` or `1.5E+3` by the grammar of Rational::parse, without the fraction form;
  /// `1.5E+3` has -2 places.
  /// @throws ParseError, LimitError
  [[nodiscard]] static Decimal parse(std::string_view text);

  /// The exact value.
  [[nodiscard]] const Rational& value() const noexcept { return value_; }
  /// The places that are written; negative where digits left of the point were rounded away.
  [[nodiscard]] DecimalPlaces places() const noexcept { return places_; }
  /// All digits without exponent: `94.30`, `1300`.
  [[nodiscard]] std::string to_string() const;

  /// Equal in value: 94.3 == 94.30.
  friend bool operator==(const Decimal& left, const Decimal& right) noexcept {
    return left.value_ == right.value_;
  }
  /// Ordered by value.
  friend auto operator<=>(const Decimal& left, const Decimal& right) {
    return left.value_ <=> right.value_;
  }

 private:
  Rational value_;
  DecimalPlaces places_;
};

/// Prints all digits.
std::ostream& operator<<(std::ostream& stream, const Decimal& value);

}  // namespace edustat
