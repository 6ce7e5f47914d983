// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/bound.hpp"

#include <optional>

namespace edustat {

/// What x has to be so that x^exponent lies in `target`; `current` chooses the branch of an even
/// root. Roots that are not rational are enclosed between decimals of 12 digits, and the bound is
/// then outer.
[[nodiscard]] Bound root_of(const Interval& target, int exponent,
                            const std::optional<Interval>& current);

}  // namespace edustat
