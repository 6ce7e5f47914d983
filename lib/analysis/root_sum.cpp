// SPDX-License-Identifier: Apache-2.0
#include "analysis/root_sum.hpp"

#include <optional>
#include <vector>

namespace edustat::detail {
namespace {

/// The largest whole number whose square is at most `value`, by Newton's steps from above.
Rational whole_root(const Rational& value) {
  if (value.is_zero()) return 0;
  Rational root = 1;
  while (root * root <= value) root *= 1'000'000;
  for (;;) {
    const Rational next = ((root + value / root) / 2).floor();
    if (next >= root) return root;
    root = next;
  }
}

/// The root where it is rational.
std::optional<Rational> rational_root(const Rational& value) {
  const Rational above = whole_root(value.numerator());
  const Rational below = whole_root(value.denominator());
  if (above * above != value.numerator() || below * below != value.denominator()) {
    return std::nullopt;
  }
  return above / below;
}

}  // namespace

std::strong_ordering compare_root_sum(std::span<const Rational> squares, const Rational& bound) {
  Rational known = 0;
  std::vector<Rational> others;
  for (const Rational& square : squares) {
    if (const auto root = rational_root(square)) {
      known += *root;
    } else {
      others.push_back(square);
    }
  }
  if (others.empty()) return known <=> bound;
  for (int places = 20;; places *= 2) {
    const Rational unit = Rational(1) / Rational::power_of_ten(places);
    Rational lower = known;
    for (const Rational& square : others) {
      lower += whole_root((square * Rational::power_of_ten(2 * places)).floor()) * unit;
    }
    if (lower >= bound) return std::strong_ordering::greater;
    if (lower + unit * others.size() <= bound) return std::strong_ordering::less;
  }
}

}  // namespace edustat::detail
