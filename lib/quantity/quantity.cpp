// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/quantity.hpp"

#include "edustat/number/decimal.hpp"
#include "edustat/quantity/numeral.hpp"

#include "error/utf8.hpp"
#include "quantity/exact_places.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace edustat {
namespace {

void require_same_dimension(const Unit& left, std::string_view operation, const Unit& right) {
  if (left.dimension() == right.dimension()) return;
  throw UnitError(Fault{ErrorCode::mixed_units,
                        {left.symbol(), std::string(operation), right.symbol(),
                         left.dimension().to_string(), right.dimension().to_string()}});
}

/// True for % and ‰, whose differences are in 百分点, and false for a bare number.
bool is_rate(const Unit& unit) {
  return unit.dimension().is_ratio() && unit.factor() != Rational(1);
}

const Unit& percentage_point() {
  static const Unit unit = Unit::parse("个百分点");
  return unit;
}

/// Bytes of a fraction such as `-7/3` at the start of `text`, 0 when there is none.
std::size_t fraction_length(std::string_view text) noexcept {
  const auto digits_end = [&](std::size_t from) {
    while (from < text.size() && text::is_digit(text[from])) ++from;
    return from;
  };
  const std::size_t first = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t slash = digits_end(first);
  if (slash == first || slash >= text.size() || text[slash] != '/') return 0;
  const std::size_t end = digits_end(slash + 1);
  return end == slash + 1 ? 0 : end;
}

/// The text without spaces (also U+3000) at its start.
std::string_view without_spaces(std::string_view text) noexcept {
  constexpr std::string_view wide = "\u3000";
  while (true) {
    if (!text.empty() && text.front() == ' ') {
      text.remove_prefix(1);
    } else if (text.substr(0, wide.size()) == wide) {
      text.remove_prefix(wide.size());
    } else {
      return text;
    }
  }
}

std::string_view without_end_spaces(std::string_view text) noexcept {
  constexpr std::string_view wide = "\u3000";
  while (true) {
    if (!text.empty() && text.back() == ' ') {
      text.remove_suffix(1);
    } else if (text.size() >= wide.size() && text.substr(text.size() - wide.size()) == wide) {
      text.remove_suffix(wide.size());
    } else {
      return text;
    }
  }
}

bool ends_with(std::string_view text, std::string_view end) noexcept {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The unit that the writing of a ratio names: % and ‰, else the bare unit (百分之, 成, 16.97:1).
Unit unit_of_ratio(std::string_view written) {
  if (ends_with(written, "%") || ends_with(written, "％")) return Unit::parse("%");
  if (ends_with(written, "‰")) return Unit::parse("‰");
  return {};
}

/// The place of `rest`, a part of `text`.
Place place_of(std::string_view text, std::string_view rest) {
  return text::place_in(text, static_cast<std::size_t>(rest.data() - text.data()), "");
}

Quantity parse_number_and_unit(std::string_view whole, std::string_view text,
                               const UnitSystem& units) {
  const Numeral numeral = read_numeral(text);
  const std::string_view rest = without_spaces(text.substr(numeral.length));
  if (!numeral.value || (numeral.is_percent && !rest.empty())) {
    throw ParseError(
        Fault{ErrorCode::malformed_figure, {text::excerpt(text)}, place_of(whole, rest)});
  }
  if (numeral.is_percent) {
    const Unit unit = unit_of_ratio(text.substr(0, numeral.length));
    return {*numeral.value / unit.factor(), unit};
  }
  const UnitSystem::Match match = units.match(rest);
  if (match.length != rest.size()) {
    throw UnitError(Fault{ErrorCode::unknown_unit, {text::excerpt(rest)}, place_of(whole, rest)});
  }
  return {*numeral.value, match.unit};
}

/// A compound whose kinds all cancel (亩/平方米) is a bare number.
Quantity reduced(const Rational& value, const Unit& unit) {
  if (unit.dimension().is_ratio()) return {value * unit.factor(), Unit()};
  return {value, unit};
}

}  // namespace

Quantity::Quantity(Rational value, Unit unit) : value_(std::move(value)), unit_(std::move(unit)) {}

Quantity Quantity::parse(std::string_view text) {
  return parse(text, UnitSystem());
}

Quantity Quantity::parse(std::string_view text, const UnitSystem& units) {
  text::require_plain(text, "");
  const std::string_view bare = without_end_spaces(without_spaces(text));
  if (bare.empty()) throw ParseError(Fault{ErrorCode::empty_text, {}, place_of(text, bare)});
  if (const std::size_t length = fraction_length(bare); length != 0) {
    const Unit unit = units.parse(bare.substr(length));
    return {Rational::parse(bare.substr(0, length)), unit};
  }
  return parse_number_and_unit(text, bare, units);
}

Quantity Quantity::in_unit(const Unit& unit) const {
  require_same_dimension(unit_, "→", unit);
  return {base_value() / unit.factor(), unit};
}

Quantity Quantity::operator-() const {
  return {-value_, unit_};
}

Quantity operator+(const Quantity& left, const Quantity& right) {
  require_same_dimension(left.unit_, "+", right.unit_);
  return {left.value_ + right.base_value() / left.unit_.factor(), left.unit_};
}

Quantity operator-(const Quantity& left, const Quantity& right) {
  require_same_dimension(left.unit_, "-", right.unit_);
  if (is_rate(left.unit_) && is_rate(right.unit_)) {
    const Unit& unit = percentage_point();
    return {(left.base_value() - right.base_value()) / unit.factor(), unit};
  }
  return {left.value_ - right.base_value() / left.unit_.factor(), left.unit_};
}

Quantity operator*(const Quantity& left, const Quantity& right) {
  if (right.unit_.dimension().is_ratio()) {
    return {left.value_ * right.base_value(), left.unit_};
  }
  if (left.unit_.dimension().is_ratio()) {
    return {left.base_value() * right.value_, right.unit_};
  }
  return reduced(left.value_ * right.value_, left.unit_ * right.unit_);
}

Quantity operator/(const Quantity& left, const Quantity& right) {
  if (right.value_.is_zero()) {
    throw ZeroError(Fault{ErrorCode::division_by_zero, {left.to_string()}});
  }
  if (left.unit_.dimension() == right.unit_.dimension()) {
    return {left.base_value() / right.base_value(), Unit()};
  }
  if (right.unit_.dimension().is_ratio()) {
    return {left.value_ / right.base_value(), left.unit_};
  }
  if (left.unit_.dimension().is_ratio()) {
    return {left.base_value() / right.value_, Unit() / right.unit_};
  }
  return reduced(left.value_ / right.value_, left.unit_ / right.unit_);
}

Quantity Quantity::pow(int exponent) const {
  if (unit_.dimension().is_ratio()) return {base_value().pow(exponent), Unit()};
  return {value_.pow(exponent), unit_.pow(exponent)};
}

bool operator==(const Quantity& left, const Quantity& right) {
  return left.unit_.dimension() == right.unit_.dimension() &&
         left.base_value() == right.base_value();
}

std::strong_ordering operator<=>(const Quantity& left, const Quantity& right) {
  require_same_dimension(left.unit_, "<", right.unit_);
  return left.base_value() <=> right.base_value();
}

std::string Quantity::to_string() const {
  const std::optional<int> places = detail::exact_places(value_);
  const std::string number =
      places ? Decimal(value_, DecimalPlaces(*places)).to_string() : value_.to_string();
  return number + unit_.symbol();
}

std::size_t Quantity::hash() const noexcept {
  return unit_.dimension().hash() * 31 + base_value().hash();
}

std::ostream& operator<<(std::ostream& stream, const Quantity& quantity) {
  return stream << quantity.to_string();
}

}  // namespace edustat
