// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/number/interval.hpp"

#include "number/bound.hpp"

#include <array>
#include <utility>

namespace edustat {
namespace {

using detail::both;
using detail::Bound;
using detail::either;

Bound negated(const Bound& bound) {
  if (!bound.value) return {};
  return {-*bound.value, bound.end};
}

Bound sum(const Bound& left, const Bound& right) {
  if (!left.value || !right.value) return {};
  return {*left.value + *right.value, both(left.end, right.end)};
}

Bound difference(const Bound& left, const Bound& right) {
  if (!left.value || !right.value) return {};
  return {*left.value - *right.value, both(left.end, right.end)};
}

Bound power(const Bound& bound, int exponent) {
  if (!bound.value) return {};
  return {bound.value->pow(exponent), bound.end};
}

/// Signs of the ends; an end without a value has the sign of its infinity.
int low_sign(const Interval& interval) noexcept {
  return interval.low().value ? interval.low().value->sign() : -1;
}

int high_sign(const Interval& interval) noexcept {
  return interval.high().value ? interval.high().value->sign() : 1;
}

bool is_zero(const Interval& interval) noexcept {
  return low_sign(interval) == 0 && high_sign(interval) == 0;
}

bool has_zero_inside(const Interval& interval) noexcept {
  return low_sign(interval) < 0 && high_sign(interval) > 0;
}

/// Two ends multiplied.
struct Corner {
  Bound bound;  ///< without a value where the product is infinite
  int sign;     ///< of the product
};

/// A closed end 0 makes 0 a possible product whatever the other end is.
Corner corner(const Bound& left, int left_sign, const Bound& right, int right_sign) {
  if (left_sign == 0 || right_sign == 0) {
    const End by_left = left_sign == 0 ? left.end : End::open;
    const End by_right = right_sign == 0 ? right.end : End::open;
    return {{Rational(), either(by_left, by_right)}, 0};
  }
  const int sign = left_sign * right_sign;
  if (!left.value || !right.value) return {{}, sign};
  return {{*left.value * *right.value, both(left.end, right.end)}, sign};
}

Corner low_corner(const Interval& left, const Interval& right) {
  return corner(left.low(), low_sign(left), right.low(), low_sign(right));
}

Corner high_corner(const Interval& left, const Interval& right) {
  return corner(left.high(), high_sign(left), right.high(), high_sign(right));
}

/// The lowest and highest of all corners. Some corner is not above and some not below the others,
/// so an infinite one is left out on the side where it does not count.
Interval hull(const std::array<Corner, 4>& corners) {
  const Bound* low = nullptr;
  const Bound* high = nullptr;
  for (const Corner& each : corners) {
    const bool is_finite = each.bound.value.has_value();
    if (is_finite || each.sign < 0) {
      low = low == nullptr ? &each.bound : &detail::wider_low(*low, each.bound);
    }
    if (is_finite || each.sign > 0) {
      high = high == nullptr ? &each.bound : &detail::wider_high(*high, each.bound);
    }
  }
  return {*low, *high};
}

/// 1 over an end of an interval without 0 inside; beyond a far end lies 0, beyond 0 nothing.
Bound inverse(const Bound& bound) {
  if (!bound.value) return {Rational(), End::open};
  if (bound.value->is_zero()) return {};
  return {bound.value->reciprocal(), bound.end};
}

/// An end that is not below 0 divided by one that is above 0.
Bound quotient(const Bound& left, const Bound& right) {
  if (!left.value) return {};
  if (left.value->is_zero()) return left;
  return {*left.value / *right.value, both(left.end, right.end)};
}

/// 1 over every value but 0; 0 is not strictly inside and not the only value.
Interval reciprocal(const Interval& interval) {
  return {inverse(interval.high()), inverse(interval.low())};
}

/// For an exponent above 0.
Interval positive_power(const Interval& base, int exponent) {
  const bool is_rising = exponent % 2 != 0 || low_sign(base) >= 0;
  Bound low = power(base.low(), exponent);
  Bound high = power(base.high(), exponent);
  if (is_rising) return {std::move(low), std::move(high)};
  if (high_sign(base) <= 0) return {std::move(high), std::move(low)};
  return {{Rational(), End::closed}, detail::wider_high(low, high)};
}

}  // namespace

Interval Interval::operator-() const {
  return {negated(high_), negated(low_)};
}

Interval operator+(const Interval& left, const Interval& right) {
  return {sum(left.low_, right.low_), sum(left.high_, right.high_)};
}

Interval operator-(const Interval& left, const Interval& right) {
  return {difference(left.low_, right.high_), difference(left.high_, right.low_)};
}

Interval operator*(const Interval& left, const Interval& right) {
  if (low_sign(left) >= 0 && low_sign(right) >= 0) {
    return {low_corner(left, right).bound, high_corner(left, right).bound};
  }
  return hull({low_corner(left, right), high_corner(left, right),
               corner(left.low_, low_sign(left), right.high_, high_sign(right)),
               corner(left.high_, high_sign(left), right.low_, low_sign(right))});
}

std::optional<Interval> Interval::pow(int exponent) const {
  constexpr int limit = 64;
  if (exponent < -limit || exponent > limit) {
    throw LimitError(
        Fault{ErrorCode::power_out_of_range, {std::to_string(exponent), std::to_string(limit)}});
  }
  if (exponent > 0) return positive_power(*this, exponent);
  if (exponent == 0) return exactly(1);
  if (is_zero(*this)) return std::nullopt;
  const Interval positive = positive_power(*this, -exponent);
  return has_zero_inside(positive) ? everything() : reciprocal(positive);
}

std::optional<Interval> divide(const Interval& left, const Interval& right) {
  if (is_zero(right)) return std::nullopt;
  if (low_sign(left) >= 0 && low_sign(right) > 0 && right.high().value) {
    return Interval(quotient(left.low(), right.high()), quotient(left.high(), right.low()));
  }
  if (is_zero(left)) return left;
  if (has_zero_inside(right)) return Interval::everything();
  return left * reciprocal(right);
}

}  // namespace edustat
