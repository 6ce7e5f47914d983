// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"
#include "edustat/quantity/unit.hpp"
#include "edustat/quantity/unit_system.hpp"

#include <compare>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace edustat {

/// A number with its unit. There is no quantity without a unit and no default one.
///
/// Equality is by meaning: 1公顷 == 10000平方米. Sums and comparisons of different kinds throw: 人
/// and 人次 do not add. A difference of two rates in % or ‰ is in 百分点; % and 百分点 do not add.
/// Kinds that cancel leave a bare number (元 / 万元), and a product with a ratio keeps the unit of
/// the other operand. Does not convert currencies.
class Quantity {
 public:
  /// `value` of `unit`.
  Quantity(Rational value, Unit unit);
  /// Reads an exact quantity such as `4000元/人` or `1.8万平方米`: the text of a figure without
  /// qualifier or mask, or the fraction form of to_string. `parse(q.to_string()) == q`.
  /// @throws ParseError, UnitError, LimitError
  [[nodiscard]] static Quantity parse(std::string_view text);
  /// Reads with the unit words of `units`.
  [[nodiscard]] static Quantity parse(std::string_view text, const UnitSystem& units);

  /// The number in its own unit.
  [[nodiscard]] const Rational& value() const noexcept { return value_; }
  /// Its unit.
  [[nodiscard]] const Unit& unit() const noexcept { return unit_; }
  /// The number in base units.
  [[nodiscard]] Rational base_value() const { return value_ * unit_.factor(); }
  /// The same quantity in another unit: `in_unit(u).in_unit(unit()) == *this`, exactly.
  /// @throws UnitError when the dimensions differ
  [[nodiscard]] Quantity in_unit(const Unit& unit) const;

  [[nodiscard]] Quantity operator-() const;  ///< negated
  friend Quantity operator+(const Quantity& left,
                            const Quantity& right);  ///< in the left unit. @throws UnitError
  friend Quantity operator-(const Quantity& left,
                            const Quantity& right);  ///< in the left unit. @throws UnitError
  friend Quantity operator*(const Quantity& left, const Quantity& right);  ///< in the compound unit
  friend Quantity operator/(const Quantity& left, const Quantity& right);  ///< @throws ZeroError
  [[nodiscard]] Quantity pow(int exponent) const;  ///< @throws LimitError, ZeroError
  /// Equal by meaning; false across dimensions.
  friend bool operator==(const Quantity& left, const Quantity& right);
  /// @throws UnitError across dimensions
  friend std::strong_ordering operator<=>(const Quantity& left, const Quantity& right);

  /// `1.8万平方米` is printed as `18000平方米`; thirds as `7/3元`.
  [[nodiscard]] std::string to_string() const;
  /// Equal quantities hash alike, whatever their unit.
  [[nodiscard]] std::size_t hash() const noexcept;

 private:
  Rational value_;
  Unit unit_;
};

/// Prints the text form.
std::ostream& operator<<(std::ostream& stream, const Quantity& quantity);

}  // namespace edustat

/// Hash of a quantity.
template <>
struct std::hash<edustat::Quantity> {
  std::size_t operator()(const edustat::Quantity& quantity) const noexcept {
    return quantity.hash();
  }
};
