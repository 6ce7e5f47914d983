// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"
#include "edustat/number/rounding.hpp"

namespace edustat::detail {

/// How an average growth is shown.
struct RootRate {
  int degree;         ///< n, from 1 to 64
  Rational scale;     ///< units in the last place that make 1: 10000 for hundredths of a percent
  Rounding rounding;  ///< of the result
};

/// (quotient^(1/n) - 1) * scale, rounded once to a whole number, for a quotient not below 0.
///
/// No root is taken: k is the floor where (1 + k/scale)^n <= quotient < (1 + (k+1)/scale)^n, and
/// the same comparison at k + 1/2 decides the rounding. Doubles decide a comparison only where
/// their stated error cannot matter; all others are made exactly.
[[nodiscard]] Rational round_root_rate(const Rational& quotient, const RootRate& rate);

}  // namespace edustat::detail
