// SPDX-License-Identifier: Apache-2.0
#include "number/wide.hpp"

#include "number/large.hpp"

namespace edustat::detail {

Rational to_rational(int128 value) {
  return LargeRational::of(value, 1);
}

std::optional<int128> to_int128(const Rational& value) {
  if (!value.is_integer()) return {};
  if (const auto small = value.small()) return small->numerator;
  const Parts parts(value);
  const Whole limit = Whole(1) << 127;
  if (parts.numerator() >= limit || parts.numerator() < -limit) return {};
  return static_cast<int128>(parts.numerator());
}

}  // namespace edustat::detail
