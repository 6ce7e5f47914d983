// SPDX-License-Identifier: Apache-2.0
#include "analysis/entropy_term.hpp"

#include <cmath>
#include <limits>

namespace edustat::detail {
namespace {

// Within these the series are used: beyond, the subtractions cost less than three bits.
constexpr double near_one = 0.5;
constexpr double near_zero = 0.5;

/// s^3/3 + s^5/5 + ..., what the logarithm ln((1 + s) / (1 - s)) / 2 has beyond s.
double beyond_first(double s) noexcept {
  const double square = s * s;
  double power = s * square;
  double sum = 0;
  for (int odd = 3;; odd += 2) {
    const double term = power / odd;
    const double next = sum + term;
    if (next == sum) return sum;
    sum = next;
    power *= square;
  }
}

/// The logarithm of a ratio.
double logarithm(double ratio, double excess) noexcept {
  return std::abs(excess) < near_one ? std::log1p(excess) : std::log(ratio);
}

/// exp(x) - 1 - x
double exponential_beyond(double x) noexcept {
  if (std::abs(x) >= near_zero) return std::expm1(x) - x;
  double term = x * x / 2;
  double sum = term;
  for (int n = 3;; ++n) {
    term *= x / n;
    const double next = sum + term;
    if (next == sum) return sum;
    sum = next;
  }
}

}  // namespace

double theil_l_term(double ratio, double excess) noexcept {
  if (ratio == 0) return std::numeric_limits<double>::infinity();
  if (std::abs(excess) >= near_one) return excess - std::log(ratio);
  const double s = excess / (2 + excess);
  return s * excess - 2 * beyond_first(s);
}

double theil_t_term(double ratio, double excess) noexcept {
  if (ratio == 0) return 1;
  if (std::abs(excess) >= near_one) return ratio * std::log(ratio) - excess;
  const double s = excess / (2 + excess);
  return s * excess + 2 * ratio * beyond_first(s);
}

double entropy_term(double ratio, double excess, double alpha) noexcept {
  constexpr double half_way = 0.5;
  const double beyond_one = alpha - 1;
  if (ratio == 0) {
    return alpha > 0 ? 1 / alpha : std::numeric_limits<double>::infinity();
  }
  const double log = logarithm(ratio, excess);
  if (std::abs(beyond_one) < half_way) {
    const double power = ratio * exponential_beyond(beyond_one * log) / beyond_one;
    return (power + theil_t_term(ratio, excess)) / alpha;
  }
  const double power = exponential_beyond(alpha * log) / alpha;
  return (power - theil_l_term(ratio, excess)) / beyond_one;
}

}  // namespace edustat::detail
