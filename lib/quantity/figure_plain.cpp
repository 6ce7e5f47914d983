// SPDX-License-Identifier: Apache-2.0
// The common print, `176.4万平方米`, read without a detour; anything else is left to the full
// grammar.
#include "edustat/quantity/figure.hpp"

#include "number/int128.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace edustat {
namespace {

constexpr int digits_limit = 15;

/// ASCII digits with a point and separators.
struct Digits {
  std::int64_t value = 0;
  int decimals = 0;
  std::size_t length = 0;
};

bool is_digit(char character) noexcept {
  return character >= '0' && character <= '9';
}

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
    if (is_digit(character)) {
      if (++count > digits_limit) return std::nullopt;
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

/// Whole numbers of units, or of parts of a unit, in one step of the last place.
struct Step {
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
  int shift = 0;  ///< power of ten
};

/// A percentage steps in powers of ten, as a count does.
Step step_of(const Rational::Small& factor, int shift) noexcept {
  switch (factor.denominator) {
    case 100:
      return {factor.numerator, 1, shift - 2};
    case 1000:
      return {factor.numerator, 1, shift - 3};
    default:
      return {factor.numerator, factor.denominator, shift};
  }
}

/// Nothing when the value leaves int64 on the way.
std::optional<Rational> times(std::int64_t digits, const Step& step) {
  using detail::int128;
  const auto tens = static_cast<std::size_t>(step.shift < 0 ? -step.shift : step.shift);
  const std::int64_t power = detail::small_powers_of_ten[tens];
  if (digits == 1 && step.numerator == 1 && step.denominator == 1) {
    return Rational::power_of_ten(step.shift);
  }
  const int128 scaled = int128{step.numerator} * (step.shift > 0 ? power : 1);
  if (!detail::fits_int64(scaled) || !detail::fits_int64(digits * scaled)) return std::nullopt;
  Rational result(static_cast<std::int64_t>(digits * scaled));
  if (step.shift < 0) result /= Rational(power);
  if (step.denominator != 1) result /= Rational(step.denominator);
  return result;
}

}  // namespace

bool Figure::read_plain(std::string_view text, const UnitSystem& units) {
  const std::optional<Digits> digits = read_digits(text);
  if (!digits) return false;
  const LargeScale scale = read_scale(text.substr(digits->length));
  const std::string_view rest = text.substr(digits->length + scale.word.size());
  constexpr std::size_t longest_unit = 256;
  if (rest.size() > longest_unit) return false;
  if (!rest.empty()) {
    UnitSystem::Match match = units.match(rest);
    if (match.length != rest.size()) return false;
    unit_ = std::move(match.unit);
  }
  const std::optional<Rational::Small> factor = unit_.factor().small();
  if (!factor) return false;
  const Step step = step_of(*factor, scale.exponent - digits->decimals);
  std::optional<Rational> value = times(digits->value, step);
  std::optional<Rational> last_place = times(1, step);
  if (!value || !last_place) return false;
  value_ = std::move(value);
  last_place_ = std::move(*last_place);
  text_ = text;
  scale_word_ = scale.word;
  places_ = digits->decimals;
  is_bare_ = rest.empty();
  return true;
}

}  // namespace edustat
