// SPDX-License-Identifier: Apache-2.0
#include "quantity/exact_places.hpp"

namespace edustat::detail {

std::optional<int> exact_places(const Rational& value) {
  constexpr int limit = 4096;
  if (value.is_integer()) return 0;
  if (!value.is_decimal()) return std::nullopt;
  const auto holds = [&](int places) {
    return (value * Rational::power_of_ten(places)).is_integer();
  };
  int high = 1;
  while (high < limit && !holds(high)) high *= 2;
  if (high >= limit && !holds(limit)) return std::nullopt;
  int low = high / 2;  // does not hold the value, high does
  while (high - low > 1) {
    const int middle = (low + high) / 2;
    (holds(middle) ? high : low) = middle;
  }
  return high;
}

}  // namespace edustat::detail
