// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/interval.hpp"
#include "edustat/number/rational.hpp"
#include "edustat/quantity/unit.hpp"
#include "edustat/quantity/unit_system.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace edustat {

/// How a figure was shortened before it was printed.
enum class Precision : std::uint8_t {
  exact,      ///< not at all
  nearest,    ///< to the nearest, tie rule unknown: [v-u/2, v+u/2]
  half_up,    ///< 四舍五入: [v-u/2, v+u/2), mirrored below zero, open at both ends at zero
  half_even,  ///< 四舍六入五成双: both ends closed exactly when the last kept digit is even
  truncated   ///< cut: [v, v+u) above zero, (v-u, v] below, (-u, u) at zero
};

/// `nearest` and so on. @throws CodeError naming the known rules
[[nodiscard]] Precision parse_precision(std::string_view name);
/// The name as parse_precision reads it.
[[nodiscard]] std::string_view name_of(Precision precision) noexcept;

/// The word that makes a figure approximate. With u the worth of its last digit that is not 0:
enum class Qualifier : std::uint8_t {
  none,      ///< as printed
  about,     ///< 约, 大约, 左右: [v-u, v+u]
  near,      ///< 近: [v-u, v+u]
  over,      ///< 余, 多: [v, v+u)
  at_least,  ///< 以上, 超过, 逾: [v, infinity)
  under      ///< 不足: (v-u, v)
};

/// A quantity as printed: digits, scale word, unit, qualifier, masked digits. Never more precise
/// than its print.
///
/// A whole number in a counting unit without scale word (410人) is exact under every precision; a
/// whole number in a measuring unit (4000元) is not. Masked digits are unknowns: the figure has no
/// value, only an interval.
class Figure {
 public:
  /// Reads `176.4万平方米`, `约12.2万㎡`, `63.82%`, `6xx万册`, `16.98:1`, `4.31个百分点` with the
  /// built-in units. The grammar is in docs/grammar.md. `七八个` is refused: seven or eight.
  /// @throws ParseError, UnitError (unknown_unit), LimitError, each with the column
  explicit Figure(std::string_view text);
  /// Reads with the unit words of `units`.
  Figure(std::string_view text, const UnitSystem& units);

  /// The same print, known to be kept to `last_place` base units: 94.3% in a column of two places
  /// is kept to 1/10000, 12000 rounded to thousands to 1000. It is then exact only under
  /// Precision::exact.
  /// @throws ParseError (last_place_mismatch) when the print is no whole multiple of it, or it is
  /// not above zero
  [[nodiscard]] Figure with_last_place(const Rational& last_place) const;
  /// A bare number with the unit that its column or item declares: 63.82 of a % column
  /// is 63.82%, 4.2 of 万元 is 42000元. A declared last place is scaled as well. @throws UnitError
  /// when the figure has a unit of its own
  [[nodiscard]] Figure with_unit(const Unit& unit) const;
  /// The worth of a last place written as `1000`, `0.01%` or `100元`: bare numbers are base units.
  [[nodiscard]] static Rational parse_last_place(std::string_view text);

  /// As printed, without spaces at the ends.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// The printed value in base units, absent when digits are masked.
  [[nodiscard]] const std::optional<Rational>& value() const noexcept { return value_; }
  /// The unit as written, without scale word; the bare unit for a number alone.
  [[nodiscard]] const Unit& unit() const noexcept { return unit_; }
  /// True for a number without unit and without sign of a ratio: it takes the unit that its
  /// relation implies.
  [[nodiscard]] bool is_bare() const noexcept { return is_bare_; }
  /// Decimal places as written in front of the scale word: 1 for 176.4万.
  [[nodiscard]] int places() const noexcept { return places_; }
  /// Worth of the last place in base units: 1000 for 176.4万平方米, 1/10000 for 63.82%. In 1:16.98
  /// it is what the last digit of 16.98 moves the ratio by, to first order; the interval is exact.
  [[nodiscard]] const Rational& last_place() const noexcept { return last_place_; }
  /// The scale word behind the digits, `万`, or empty.
  [[nodiscard]] const std::string& scale_word() const noexcept { return scale_word_; }
  /// What makes it approximate.
  [[nodiscard]] Qualifier qualifier() const noexcept { return qualifier_; }
  /// The qualifier as printed, `约`, or empty.
  [[nodiscard]] const std::string& qualifier_word() const noexcept { return qualifier_word_; }
  /// True when digits are masked.
  [[nodiscard]] bool is_masked() const noexcept { return !value_; }
  /// True for a whole number in a unit that counts by ones, without scale word, qualifier, mask or
  /// declared last place.
  [[nodiscard]] bool is_exact_count() const noexcept { return is_exact_count_; }

  /// Every true value, in base units, that could have been printed so under `precision`.
  [[nodiscard]] Interval interval(Precision precision) const;

  /// The same print, unit and last place.
  friend bool operator==(const Figure& left, const Figure& right) noexcept {
    return left.text_ == right.text_ && left.last_place_ == right.last_place_ &&
           left.unit_ == right.unit_ && left.is_exact_count_ == right.is_exact_count_;
  }
  /// Equal figures hash alike.
  [[nodiscard]] std::size_t hash() const noexcept;

 private:
  struct Sides;
  class Reader;
  bool read_plain(std::string_view text, const UnitSystem& units);
  void read_text(std::string_view text, const UnitSystem& units);
  [[nodiscard]] bool is_printed_count() const noexcept;
  [[nodiscard]] Interval interval_around(const Rational& value, Precision precision) const;

  std::string text_;
  std::optional<Rational> value_;
  Rational lowest_;                     // of a masked figure
  std::optional<Rational> highest_;     // of a masked figure, absent for 某
  std::shared_ptr<const Sides> sides_;  // of a ratio whose second side is not 1
  Unit unit_;
  Rational last_place_;
  Rational last_nonzero_place_;
  std::string scale_word_;
  std::string qualifier_word_;
  int places_ = 0;
  Qualifier qualifier_ = Qualifier::none;
  bool is_bare_ = false;
  bool is_exact_count_ = false;
};

/// Prints the figure as printed.
std::ostream& operator<<(std::ostream& stream, const Figure& figure);

}  // namespace edustat

/// Hash of a figure.
template <>
struct std::hash<edustat::Figure> {
  std::size_t operator()(const edustat::Figure& figure) const noexcept { return figure.hash(); }
};
