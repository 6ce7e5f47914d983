// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/hypothesis.hpp"

#include "bulletin/keyed_facts.hpp"

#include <vector>

namespace edustat {

/// The slips of a printed rate that need other facts to be seen: another denominator, a mean of
/// rates.
[[nodiscard]] std::vector<Hypothesis> context_slips(const KeyedFacts& facts, const Suspect& suspect,
                                                    const SlipOptions& options);

}  // namespace edustat
