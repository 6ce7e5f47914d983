// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include <compare>
#include <span>

namespace edustat::detail {

/// The sum of the square roots against a bound, exactly. Roots of rational numbers with factors
/// above 0 add to a rational number only where each of them is one, so an irrational sum is told
/// apart from the bound by taking enough digits.
[[nodiscard]] std::strong_ordering compare_root_sum(std::span<const Rational> squares,
                                                    const Rational& bound);

}  // namespace edustat::detail
