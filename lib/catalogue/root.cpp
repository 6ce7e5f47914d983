// SPDX-License-Identifier: Apache-2.0
#include "catalogue/root.hpp"

#include <cstdint>
#include <cstdlib>
#include <utility>

namespace edustat {
namespace {

struct Enclosure {
  Rational low;
  Rational high;
  bool is_exact() const { return low == high; }
};

/// The largest whole r with r^exponent <= value, for value >= 0.
Rational whole_root(const Rational& value, int exponent) {
  Rational high = 1;
  while (high.pow(exponent) <= value) high *= 2;
  Rational low = (high / 2).floor();
  while (high - low > 1) {
    const Rational middle = ((low + high) / 2).floor();
    (middle.pow(exponent) <= value ? low : high) = middle;
  }
  return low;
}

/// Decimals of at least 12 digits around the root of a value >= 0.
Enclosure enclose(const Rational& value, int exponent) {
  const Rational over = whole_root(value.numerator(), exponent);
  const Rational under = whole_root(value.denominator(), exponent);
  if (over.pow(exponent) == value.numerator() && under.pow(exponent) == value.denominator()) {
    return {over / under, over / under};
  }
  int digits = 12;
  while (whole_root(value * Rational::power_of_ten(digits * exponent), exponent) <
         Rational::power_of_ten(12)) {
    digits += 12;
  }
  const Rational scale = Rational::power_of_ten(digits);
  const Rational root = whole_root(value * scale.pow(exponent), exponent);
  return {root / scale, (root + 1) / scale};
}

/// Which end of a range is meant.
enum class Which : std::uint8_t { low, high };

/// One end of a root range, and tight where the root is rational.
struct RootEnd {
  Interval::Bound end{};
  Tightness tightness = Tightness::tight;
};

/// An end is moved outward where the root is not rational.
RootEnd end_of(const Interval::Bound& end, int exponent, Which which) {
  if (!end.value) return {};
  const bool negative = end.value->sign() < 0;
  const Enclosure root = enclose(end.value->abs(), exponent);
  if (root.is_exact()) return {{negative ? -root.low : root.low, end.end}, Tightness::tight};
  const Rational& magnitude = (which == Which::high) != negative ? root.high : root.low;
  return {{negative ? -magnitude : magnitude, End::closed}, Tightness::outer};
}

Bound odd_root(const Interval& target, int exponent) {
  RootEnd low = end_of(target.low(), exponent, Which::low);
  RootEnd high = end_of(target.high(), exponent, Which::high);
  const bool is_tight = low.tightness == Tightness::tight && high.tightness == Tightness::tight;
  return {Interval(std::move(low.end), std::move(high.end)),
          is_tight ? Tightness::tight : Tightness::outer};
}

Bound even_root(const Interval& target, int exponent, const std::optional<Interval>& current) {
  const auto positive = target.intersect(Interval::at_least(0));
  if (!positive) return {std::nullopt, Tightness::tight};
  const Bound root = odd_root(*positive, exponent);
  const bool above = current && current->low().value && current->low().value->sign() >= 0;
  const bool below = current && current->high().value && current->high().value->sign() <= 0;
  if (above) return root;
  if (below) return {-*root.interval, root.tightness};
  return {root.interval->hull(-*root.interval), Tightness::outer};
}

}  // namespace

Bound root_of(const Interval& target, int exponent, const std::optional<Interval>& current) {
  if (exponent == 0) return {Interval::everything(), Tightness::outer};
  if (exponent == 1) return {target, Tightness::tight};
  if (exponent < 0) {
    const auto inverse = divide(Interval::exactly(1), target);
    if (!inverse) return {std::nullopt, Tightness::tight};
    Bound result = root_of(*inverse, -exponent, current);
    if (target.contains(0)) result.tightness = Tightness::outer;
    return result;
  }
  return exponent % 2 == 0 ? even_root(target, exponent, current) : odd_root(target, exponent);
}

}  // namespace edustat
