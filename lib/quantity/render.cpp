// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/render.hpp"

#include "edustat/number/decimal.hpp"

#include "quantity/exact_places.hpp"
#include "quantity/scale_word.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace edustat {
namespace {

constexpr int endless_places = 4;
constexpr int count_places = 2;
constexpr int most_places = 4096;

/// What all numbers of one text have in common.
struct Layout {
  Unit unit;  // without scale word
  RenderStyle style;
  int exponent = 0;  // of the scale word
};

Rational scaled(const Rational& value, int exponent) {
  return value / Rational::power_of_ten(exponent);
}

/// The places of a value in front of a scale word, `wanted` where its decimals do not end.
int places_of(const Rational& value, int exponent, int wanted) {
  return detail::exact_places(scaled(value, exponent)).value_or(wanted);
}

/// Rounded once, from the exact value, and in the unit without scale word.
Decimal rounded(const Rational& value, const Layout& layout, int wanted) {
  const bool is_chinese = layout.style.language == Language::zh;
  const Rational shown = is_chinese ? scaled(value, layout.exponent) : value;
  int places = wanted;
  if (!layout.style.places) {
    places = places_of(shown, 0, wanted);
  } else if (!is_chinese) {
    places = std::max(wanted - layout.exponent, -most_places);
  }
  return round_to(shown, DecimalPlaces(places), layout.style.rounding);
}

/// 1234567.5 as 1,234,567.5.
std::string grouped(std::string digits) {
  const std::size_t first = digits[0] == '-' ? 1 : 0;
  std::size_t at = std::min(digits.find('.'), digits.size());
  while (at > first + 3) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

bool ends_in(std::string_view word, std::string_view end) noexcept {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

std::string plural(std::string_view word) {
  const bool is_consonant_y = ends_in(word, "y") && std::string_view("aeiou").find(
                                                        word[word.size() - 2]) == std::string::npos;
  if (is_consonant_y) return std::string(word.substr(0, word.size() - 1)) + "ies";
  const bool hisses = ends_in(word, "s") || ends_in(word, "x") || ends_in(word, "z") ||
                      ends_in(word, "ch") || ends_in(word, "sh");
  return std::string(word) + (hisses ? "es" : "s");
}

/// True for words (`person-time`), false for symbols (`m²`, `CNY`, `mu`).
bool is_word(std::string_view symbol) noexcept {
  return symbol.size() >= 3 && std::all_of(symbol.begin(), symbol.end(), [](char character) {
           return (character >= 'a' && character <= 'z') || character == ' ' || character == '-';
         });
}

/// `m²`, or `persons/pupil`: only what stands in front of the first joint is counted.
std::string english_symbol(const Unit& unit, std::string_view number) {
  const std::string& symbol = unit.symbol(Language::en);
  const std::size_t joint = std::min(symbol.find('/'), symbol.find("·"));
  const std::string_view head = std::string_view(symbol).substr(0, joint);
  if (number == "1" || number == "-1" || unit.dimension().is_ratio() || !is_word(head)) {
    return symbol;
  }
  return plural(head) + symbol.substr(head.size());
}

/// What stands between number and symbol: 12 persons, 12%, 12/person, 12 × 100 pupils.
std::string_view gap_before(std::string_view symbol) noexcept {
  const bool is_close =
      symbol.empty() || symbol[0] == '%' || symbol[0] == '/' || symbol.substr(0, 3) == "‰";
  if (is_close) return "";
  return symbol[0] >= '0' && symbol[0] <= '9' ? " × " : " ";
}

std::string written(const Decimal& number, const Layout& layout) {
  const std::string digits = number.to_string();
  if (layout.style.language == Language::en) {
    const std::string symbol = english_symbol(layout.unit, digits);
    return grouped(digits) + std::string(gap_before(symbol)) + symbol;
  }
  const std::string_view word = layout.exponent == 8 ? "亿" : layout.exponent == 4 ? "万" : "";
  return digits + std::string(word) + layout.unit.symbol();
}

bool takes_scale_words(const Unit& unit) {
  if (unit.dimension().is_ratio()) return unit.factor() == Rational(1);
  for (const Dimension::Factor& factor : unit.dimension().factors()) {
    if (factor.kind.nature() == Kind::Nature::point) return false;
  }
  return detail::scale_word_at(unit.symbol()) == nullptr;  // 百名学生
}

/// The largest scale word under which two decimals hold every count exactly.
int exponent_of_counts(const std::vector<Rational>& values, const Rational& largest) {
  for (const int exponent : {8, 4}) {
    const bool fits = std::all_of(values.begin(), values.end(), [&](const Rational& value) {
      return places_of(value, exponent, most_places) <= count_places;
    });
    if (fits && largest >= Rational::power_of_ten(exponent)) return exponent;
  }
  return 0;
}

/// The scale word that the printed number reaches: 99999999元 without decimals is 1亿元.
int exponent_of_measure(const Rational& largest, const RenderStyle& style) {
  int exponent = 0;
  for (const int next : {4, 8}) {
    Rational shown = scaled(largest, exponent);
    if (style.places) shown = round_to(shown, *style.places, style.rounding).value();
    if (shown < Rational::power_of_ten(next - exponent)) break;
    exponent = next;
  }
  return exponent;
}

int exponent_of(const std::vector<Rational>& values, const Unit& unit, const RenderStyle& style) {
  if (!takes_scale_words(unit) || style.scale == RenderStyle::Scale::none) return 0;
  if (style.scale == RenderStyle::Scale::wan) return 4;
  if (style.scale == RenderStyle::Scale::yi) return 8;
  if (style.language == Language::en) return 0;
  Rational largest;
  for (const Rational& value : values) largest = std::max(largest, value.abs());
  return unit.dimension().measuring_part().is_ratio() ? exponent_of_counts(values, largest)
                                                      : exponent_of_measure(largest, style);
}

Layout layout_of(const std::vector<Rational>& base_values, const Unit& unit,
                 const RenderStyle& style) {
  const Unit plain = unit.without_scale();
  std::vector<Rational> values = base_values;
  for (Rational& value : values) value /= plain.factor();
  return {plain, style, exponent_of(values, plain, style)};
}

int wanted_places(const RenderStyle& style) {
  return style.places ? style.places->count() : endless_places;
}

std::vector<Rational> values_of(const Interval& interval) {
  std::vector<Rational> values;
  if (interval.low().value) values.push_back(*interval.low().value);
  if (interval.high().value) values.push_back(*interval.high().value);
  return values;
}

/// The fewest places, from those of the style on, with which both ends are not the same print.
int places_apart(const Interval& interval, const Layout& layout) {
  int places = wanted_places(layout.style);
  if (!interval.is_bounded() || interval.is_exact()) return places;
  const Rational low = *interval.low().value / layout.unit.factor();
  const Rational high = *interval.high().value / layout.unit.factor();
  while (places < most_places && rounded(low, layout, places) == rounded(high, layout, places)) {
    places = std::min(places < 16 ? places + 1 : 2 * places, most_places);
  }
  return places;
}

}  // namespace

std::string_view name_of(RenderStyle::Scale scale) noexcept {
  constexpr std::array<std::string_view, 4> names{"automatic", "none", "wan", "yi"};
  return names[static_cast<std::size_t>(scale)];
}

std::string render(const Quantity& quantity, const RenderStyle& style) {
  const Layout layout = layout_of({quantity.base_value()}, quantity.unit(), style);
  const Rational value = quantity.base_value() / layout.unit.factor();
  return written(rounded(value, layout, wanted_places(style)), layout);
}

std::string render(const Interval& interval, const Unit& unit, const RenderStyle& style) {
  const Layout layout = layout_of(values_of(interval), unit, style);
  const int places = places_apart(interval, layout);
  const auto end = [&](const Interval::Bound& bound, std::string_view infinity) {
    if (!bound.value) return std::string(infinity);
    return written(rounded(*bound.value / layout.unit.factor(), layout, places), layout);
  };
  std::string text = interval.low().end == End::closed ? "[" : "(";
  text += end(interval.low(), "-∞") + ", " + end(interval.high(), "∞");
  text += interval.high().end == End::closed ? "]" : ")";
  return text;
}

}  // namespace edustat
