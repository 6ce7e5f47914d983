// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"
#include "edustat/number/rational.hpp"
#include "edustat/quantity/dimension.hpp"

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// A unit with an exact factor to the base unit of its dimension (平方米, 元, 人, 1 for ratios).
///
/// `名` is a way of writing `人`, so they are equal; `人次` is another kind. Equality is by
/// meaning; `symbol()` keeps the writing. Units are cheap to copy.
class Unit {
 public:
  /// The unit of a bare number: a ratio with factor 1 and an empty symbol.
  Unit() noexcept = default;
  /// A unit of its own. `symbol_en` is used in English text, in the singular; empty for the same
  /// as `symbol`.
  /// @throws UnitError when the factor is not above zero (bad_factor), or a symbol is no plain
  /// UTF-8 text or missing (malformed_unit)
  Unit(std::string symbol, std::string symbol_en, Dimension dimension, Rational factor);
  /// Reads a unit of the built-in system, see UnitSystem::parse. @throws UnitError
  [[nodiscard]] static Unit parse(std::string_view text);

  /// As written in Chinese text: `平方米`, `元/人`.
  [[nodiscard]] const std::string& symbol() const noexcept;
  /// As written in English text: `m²`, `CNY/person`.
  [[nodiscard]] const std::string& symbol(Language language) const noexcept;
  /// What it measures.
  [[nodiscard]] const Dimension& dimension() const noexcept;
  /// How many base units it is: 2000/3 for 亩, 10000 for 万元, 1/100 for %.
  [[nodiscard]] const Rational& factor() const noexcept;

  /// Compound unit, symbols joined with `·`; equal units of opposite powers cancel.
  /// @throws LimitError beyond 4 kinds
  [[nodiscard]] Unit operator*(const Unit& other) const;
  /// Compound unit, the divisor behind `/`: 元/人·年 is money per person and year.
  /// @throws LimitError beyond 4 kinds
  [[nodiscard]] Unit operator/(const Unit& other) const;
  /// The unit to a whole power. @throws LimitError outside [-64, 64]
  [[nodiscard]] Unit pow(int exponent) const;
  /// The unit counted in a scale word: 万元 for 元 and `万`.
  /// @throws UnitError (malformed_unit) for another word, a unit without symbol, or one that has a
  /// scale word already
  [[nodiscard]] Unit with_scale(std::string_view scale_word) const;
  /// 元 for 万元, 元/亩 for 万元/亩; a unit without scale word in front is returned as it is.
  [[nodiscard]] Unit without_scale() const;
  /// Same dimension and factor, whatever the writing.
  friend bool operator==(const Unit& left, const Unit& right) noexcept;
  /// Units of equal meaning hash alike.
  [[nodiscard]] std::size_t hash() const noexcept;

 private:
  friend class UnitSystem;
  struct Data;
  struct Part;
  explicit Unit(std::shared_ptr<const Data> data) noexcept;
  /// The same content without a share in it, for units that live as long as the program.
  [[nodiscard]] Unit borrowed() const noexcept;
  [[nodiscard]] std::vector<Part> parts() const;
  [[nodiscard]] Unit combined(const Unit& other, int power) const;
  [[nodiscard]] static Unit from_parts(std::vector<Part> parts);
  std::shared_ptr<const Data> data_;  // none for the bare unit
};

/// Prints the symbol.
std::ostream& operator<<(std::ostream& stream, const Unit& unit);

}  // namespace edustat

/// Hash of a unit.
template <>
struct std::hash<edustat::Unit> {
  std::size_t operator()(const edustat::Unit& unit) const noexcept { return unit.hash(); }
};
