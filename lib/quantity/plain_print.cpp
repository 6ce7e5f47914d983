// SPDX-License-Identifier: Apache-2.0
#include "quantity/plain_print.hpp"

#include "error/utf8.hpp"

#include <cstddef>
#include <utility>

namespace edustat::detail {
namespace {

constexpr int plain_digits = 15;

/// ASCII digits with a point and separators.
struct Digits {
  std::int64_t value = 0;
  int decimals = 0;
  std::size_t length = 0;
};

/// Nothing when the text is not so plain.
std::optional<Digits> read_digits(std::string_view text) noexcept {
  Digits digits;
  int count = 0;
  int group = 0;
  bool has_groups = false;
  bool has_point = false;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    const char character = text[i];
    if (text::is_digit(character)) {
      if (++count > plain_digits) return std::nullopt;
      digits.value = digits.value * 10 + (character - '0');
      ++group;
    } else if (character == ',' && !has_point) {
      if (group == 0 || group > 3 || (has_groups && group != 3)) return std::nullopt;
      has_groups = true;
      group = 0;
    } else if (character == '.' && !has_point) {
      if (group == 0 || (has_groups && group != 3)) return std::nullopt;
      has_point = true;
      group = 0;
    } else {
      break;
    }
  }
  const bool is_complete = group > 0 && (!has_groups || has_point || group == 3);
  if (!is_complete) return std::nullopt;
  digits.decimals = has_point ? group : 0;
  digits.length = i;
  return digits;
}

/// 万, 亿 and 万亿.
struct LargeScale {
  int exponent = 0;
  std::string_view word{};
};

LargeScale read_scale(std::string_view text) noexcept {
  constexpr std::string_view wan = "万";
  constexpr std::string_view yi = "亿";
  if (text.starts_with(wan)) {
    const bool is_both = text.substr(wan.size()).starts_with(yi);
    return is_both ? LargeScale{12, text.substr(0, wan.size() + yi.size())}
                   : LargeScale{4, text.substr(0, wan.size())};
  }
  return text.starts_with(yi) ? LargeScale{8, text.substr(0, yi.size())} : LargeScale{};
}

}  // namespace

bool is_whole_count(int places, std::string_view scale_word, const Unit& unit) {
  return places == 0 && scale_word.empty() && unit.dimension().is_count() &&
         unit.factor() == Rational(1);
}

std::optional<PlainPrint> read_plain_print(std::string_view text, const UnitSystem& units) {
  const std::optional<Digits> digits = read_digits(text);
  if (!digits) return std::nullopt;
  const LargeScale scale = read_scale(text.substr(digits->length));
  const std::string_view rest = text.substr(digits->length + scale.word.size());
  constexpr std::size_t longest_unit = 256;
  if (rest.size() > longest_unit) return std::nullopt;
  PlainPrint print;
  if (!rest.empty()) {
    UnitSystem::Match match = units.match(rest);
    if (match.length != rest.size()) return std::nullopt;
    print.unit = std::move(match.unit);
  }
  const std::optional<Rational::Small> factor = print.unit.factor().small();
  if (!factor) return std::nullopt;
  print.digits = digits->value;
  print.decimals = digits->decimals;
  print.scale_word = scale.word;
  print.is_bare = rest.empty();
  // A percentage steps in powers of ten, as a count does.
  const int tens = factor->denominator == 100 ? 2 : factor->denominator == 1000 ? 3 : 0;
  print.numerator = factor->numerator;
  print.denominator = tens == 0 ? factor->denominator : 1;
  print.shift = scale.exponent - digits->decimals - tens;
  return print;
}

}  // namespace edustat::detail
