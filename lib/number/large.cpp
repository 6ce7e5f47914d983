// SPDX-License-Identifier: Apache-2.0
#include "number/large.hpp"

#include <limits>
#include <utility>

namespace edustat::detail {
namespace {

bool is_small(const Whole& value) {
  return value >= std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}

}  // namespace

LargeRational::LargeRational(Whole top, Whole bottom)
    : numerator(std::move(top)), denominator(std::move(bottom)) {}

Rational LargeRational::of_reduced(Whole numerator, Whole denominator) {
  if (is_small(numerator) && is_small(denominator)) {
    return Rational(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator),
                    Rational::Tag{});
  }
  return Rational(new LargeRational(std::move(numerator), std::move(denominator)), Rational::Tag{});
}

Rational LargeRational::of(Whole numerator, Whole denominator) {
  const Whole divisor = gcd(numerator, denominator);
  if (divisor != 1) {
    numerator /= divisor;
    denominator /= divisor;
  }
  return of_reduced(std::move(numerator), std::move(denominator));
}

Rational LargeRational::of(int128 numerator, std::int64_t denominator) {
  const auto below = static_cast<std::uint64_t>(denominator);
  const std::uint64_t divisor =
      greatest_common_divisor(remainder(magnitude(numerator), below), below);
  if (divisor == 1) return of_reduced(numerator, denominator);
  return of_reduced(numerator / static_cast<int128>(divisor), static_cast<int128>(below / divisor));
}

Whole whole_power_of_ten(unsigned exponent) {
  return pow(Whole(5), exponent) << exponent;
}

bool divides_power_of_ten(Whole value) {
  value >>= lsb(value);
  const Whole step = pow(Whole(5), 27U);  // the highest that fits into one 64-bit word
  while (value % step == 0) value /= step;
  return step % value == 0;
}

}  // namespace edustat::detail
