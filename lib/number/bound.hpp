// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/interval.hpp"

#include <compare>

/// Choosing between two ends on the same side of intervals.
namespace edustat::detail {

using Bound = Interval::Bound;

/// Closed when both are.
[[nodiscard]] constexpr End both(End left, End right) noexcept {
  return left == End::closed && right == End::closed ? End::closed : End::open;
}

/// Closed when one is.
[[nodiscard]] constexpr End either(End left, End right) noexcept {
  return left == End::closed || right == End::closed ? End::closed : End::open;
}

/// The lower bound that lets more numbers in.
[[nodiscard]] inline const Bound& wider_low(const Bound& left, const Bound& right) {
  if (!left.value || !right.value) return left.value ? right : left;
  const auto order = *left.value <=> *right.value;
  return std::is_lt(order) || (std::is_eq(order) && left.end == End::closed) ? left : right;
}

/// The upper bound that lets more numbers in.
[[nodiscard]] inline const Bound& wider_high(const Bound& left, const Bound& right) {
  if (!left.value || !right.value) return left.value ? right : left;
  const auto order = *left.value <=> *right.value;
  return std::is_gt(order) || (std::is_eq(order) && left.end == End::closed) ? left : right;
}

/// The lower bound that lets fewer numbers in.
[[nodiscard]] inline const Bound& narrower_low(const Bound& left, const Bound& right) {
  return &wider_low(left, right) == &left ? right : left;
}

/// The upper bound that lets fewer numbers in.
[[nodiscard]] inline const Bound& narrower_high(const Bound& left, const Bound& right) {
  return &wider_high(left, right) == &left ? right : left;
}

}  // namespace edustat::detail
