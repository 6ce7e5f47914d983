// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/rounding.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"
#include "number/large.hpp"

#include <array>
#include <compare>
#include <utility>

namespace edustat {
namespace {

using detail::int128;
using detail::LargeRational;
using detail::Parts;
using detail::uint128;
using detail::Whole;

struct Name {
  Rounding rounding;
  std::string_view text;
};

constexpr std::array rounding_names{
    Name{Rounding::half_up, "half_up"},     Name{Rounding::half_even, "half_even"},
    Name{Rounding::half_down, "half_down"}, Name{Rounding::up, "up"},
    Name{Rounding::down, "down"},           Name{Rounding::ceiling, "ceiling"},
    Name{Rounding::floor, "floor"}};

enum class Parity : std::uint8_t { even, odd };
enum class Sign : std::uint8_t { below_zero, above_zero };

/// What is known of a number that is not whole when its fraction is cut off.
struct Cut {
  Parity kept;                        ///< of the whole part, without the sign
  Sign sign;                          ///< of the number
  std::strong_ordering against_half;  ///< the fraction compared with one half
};

/// True when the whole part moves one further from zero.
bool goes_away_from_zero(const Cut& cut, Rounding rounding) noexcept {
  switch (rounding) {
    case Rounding::half_up:
      return std::is_gteq(cut.against_half);
    case Rounding::half_even:
      return std::is_gt(cut.against_half) ||
             (std::is_eq(cut.against_half) && cut.kept == Parity::odd);
    case Rounding::half_down:
      return std::is_gt(cut.against_half);
    case Rounding::up:
      return true;
    case Rounding::down:
      return false;
    case Rounding::ceiling:
      return cut.sign == Sign::above_zero;
    case Rounding::floor:
      return cut.sign == Sign::below_zero;
  }
  return false;
}

/// Rounds top / bottom, top at most 2^124 in size so that the steps below cannot overflow.
int128 round_quotient(int128 top, std::int64_t bottom, Rounding rounding) noexcept {
  const auto below = static_cast<uint128>(bottom);
  const uint128 size = detail::magnitude(top);
  const bool is_short = size <= std::numeric_limits<std::uint64_t>::max();
  const uint128 whole = is_short
                            ? static_cast<std::uint64_t>(size) / static_cast<std::uint64_t>(bottom)
                            : size / below;
  const uint128 rest = size - whole * below;
  if (rest == 0) return top < 0 ? -static_cast<int128>(whole) : static_cast<int128>(whole);
  const Cut cut{whole % 2 == 0 ? Parity::even : Parity::odd,
                top < 0 ? Sign::below_zero : Sign::above_zero, 2 * rest <=> below};
  const auto result = static_cast<int128>(whole + (goes_away_from_zero(cut, rounding) ? 1U : 0U));
  return top < 0 ? -result : result;
}

Rational round_large(const Rational& value, Rounding rounding) {
  const Parts parts(value);
  Whole whole;
  Whole rest;
  divide_qr(Whole(abs(parts.numerator())), parts.denominator(), whole, rest);
  const int half = Whole(rest * 2).compare(parts.denominator());
  const Cut cut{whole % 2 == 0 ? Parity::even : Parity::odd,
                value.sign() < 0 ? Sign::below_zero : Sign::above_zero, half <=> 0};
  if (rest != 0 && goes_away_from_zero(cut, rounding)) ++whole;
  if (value.sign() < 0) whole = -whole;
  return LargeRational::of_reduced(std::move(whole), 1);
}

/// True when 10 to these places, and the product with it, are quickly computed.
bool is_quick(const Rational& value, DecimalPlaces places) noexcept {
  return LargeRational::of(value) == nullptr && places.count() >= 0 &&
         places.count() < static_cast<int>(detail::small_powers_of_ten.size());
}

std::string known_names() {
  std::string result;
  for (const Name& name : rounding_names) {
    if (!result.empty()) result += ", ";
    result += name.text;
  }
  return result;
}

}  // namespace

Rational round_to_integer(const Rational& value, Rounding rounding) {
  if (value.is_integer()) return value;
  if (LargeRational::of(value) != nullptr) return round_large(value, rounding);
  const int128 result = round_quotient(LargeRational::numerator_of(value),
                                       LargeRational::denominator_of(value), rounding);
  return LargeRational::of_reduced(result, 1);
}

Decimal round_to(const Rational& value, DecimalPlaces places, Rounding rounding) {
  if (is_quick(value, places)) {
    const std::int64_t power =
        detail::small_powers_of_ten[static_cast<std::size_t>(places.count())];
    const int128 top = int128{LargeRational::numerator_of(value)} * power;
    const int128 digits = round_quotient(top, LargeRational::denominator_of(value), rounding);
    return {LargeRational::of(digits, power), places};
  }
  const Rational digits =
      round_to_integer(value * Rational::power_of_ten(places.count()), rounding);
  return {digits * Rational::power_of_ten(-places.count()), places};
}

Decimal round_to_step(const Rational& value, const Decimal& step, Rounding rounding) {
  if (step.value().sign() <= 0) {
    throw StructureError(Fault{ErrorCode::bad_step, {text::excerpt(step.to_string())}});
  }
  return {round_to_integer(value / step.value(), rounding) * step.value(), step.places()};
}

Rounding parse_rounding(std::string_view name) {
  for (const Name& known : rounding_names) {
    if (known.text == name) return known.rounding;
  }
  throw CodeError(Fault{ErrorCode::unknown_name, {text::excerpt(name), known_names()}});
}

std::string_view name_of(Rounding rounding) noexcept {
  for (const Name& known : rounding_names) {
    if (known.rounding == rounding) return known.text;
  }
  return {};
}

}  // namespace edustat
