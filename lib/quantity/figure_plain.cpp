// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/figure.hpp"

#include "number/int128.hpp"
#include "quantity/plain_print.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace edustat {
namespace {

/// Nothing when the value leaves int64 on the way.
std::optional<Rational> times(std::int64_t digits, const detail::PlainPrint& step) {
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
  std::optional<detail::PlainPrint> print = detail::read_plain_print(text, units);
  if (!print) return false;
  std::optional<Rational> value = times(print->digits, *print);
  std::optional<Rational> last_place = times(1, *print);
  if (!value || !last_place) return false;
  value_ = std::move(value);
  last_place_ = std::move(*last_place);
  text_ = text;
  unit_ = std::move(print->unit);
  scale_word_ = print->scale_word;
  places_ = print->decimals;
  is_bare_ = print->is_bare;
  return true;
}

}  // namespace edustat
