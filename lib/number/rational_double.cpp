// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/number/rational.hpp"
#include "edustat/number/rounding.hpp"

#include "number/large.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace edustat {
namespace {

using detail::LargeRational;
using detail::Parts;
using detail::Whole;

using Limits = std::numeric_limits<double>;
static_assert(Limits::is_iec559 && Limits::digits == 53);

constexpr int mantissa_bits = Limits::digits;
constexpr std::int64_t exact_limit = std::int64_t{1} << mantissa_bits;
/// The exponent of the smallest double above zero, 2^-1074.
constexpr int lowest_exponent = Limits::min_exponent - mantissa_bits;

/// The nearest double of two whole numbers above 0, ties to even: the quotient is cut to one bit
/// more than the result has, and a last bit says whether something was cut off.
double nearest_quotient(Whole top, Whole bottom) {
  const auto length = [](const Whole& value) { return static_cast<std::int64_t>(msb(value)); };
  const std::int64_t difference = length(top) - length(bottom);
  if (difference > Limits::max_exponent) return Limits::infinity();
  if (difference < lowest_exponent - 2) return 0;
  const int exponent =
      std::max(static_cast<int>(difference) - mantissa_bits - 1, lowest_exponent - 2);
  if (exponent < 0) {
    top <<= static_cast<unsigned>(-exponent);
  } else {
    bottom <<= static_cast<unsigned>(exponent);
  }
  Whole quotient;
  Whole rest;
  divide_qr(top, bottom, quotient, rest);
  auto bits = static_cast<std::uint64_t>(quotient);
  const int surplus =
      std::max(static_cast<int>(std::bit_width(bits)) - mantissa_bits, lowest_exponent - exponent);
  const std::uint64_t unit = std::uint64_t{1} << surplus;
  const std::uint64_t cut = bits & (unit - 1);
  bits -= cut;
  const bool is_above_half = cut > unit / 2 || (cut == unit / 2 && rest != 0);
  const bool is_tie = cut == unit / 2 && rest == 0;
  if (is_above_half || (is_tie && (bits & unit) != 0)) bits += unit;
  return std::ldexp(static_cast<double>(bits), exponent);
}

[[noreturn]] void refuse(ErrorCode code, double value, DecimalPlaces places) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.begin(), buffer.end(), value).ptr;
  throw ParseError(Fault{code, {std::string(buffer.begin(), end), std::to_string(places.count())}});
}

}  // namespace

double Rational::to_double() const {
  const bool is_exact_quotient = large_ == nullptr && numerator_ <= exact_limit &&
                                 numerator_ >= -exact_limit && denominator_ <= exact_limit;
  if (is_exact_quotient) return static_cast<double>(numerator_) / static_cast<double>(denominator_);
  const Parts parts(*this);
  const double size =
      nearest_quotient(boost::multiprecision::abs(parts.numerator()), parts.denominator());
  return sign() < 0 ? -size : size;
}

Rational Rational::from_double(double value, DecimalPlaces places) {
  if (!std::isfinite(value)) refuse(ErrorCode::not_finite, value, places);
  int exponent = 0;
  const double mantissa = std::ldexp(std::frexp(value, &exponent), mantissa_bits);
  exponent -= mantissa_bits;
  const Whole digits = static_cast<std::int64_t>(mantissa);
  const Rational exact =
      exponent < 0 ? LargeRational::of(digits, Whole(1) << static_cast<unsigned>(-exponent))
                   : LargeRational::of_reduced(digits << static_cast<unsigned>(exponent), 1);
  const Rational nearest = round_to(exact, places, Rounding::half_even).value();
  if (nearest.to_double() != value) refuse(ErrorCode::not_exact_decimal, value, places);
  return nearest;
}

}  // namespace edustat
