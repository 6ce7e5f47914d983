// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/audit_rules.hpp"
#include "bulletin/keyed_facts.hpp"

#include <vector>

namespace edustat {

/// The printed rate of a whole against the lowest and the highest of parts that cover it: a group
/// and the rest, or all categories of a partition. No numerator or denominator is needed.
///
/// For a verdict alone: the part that the prints put lowest need not be the lowest in truth, so the
/// relation must not narrow it.
[[nodiscard]] std::vector<Task> between_tasks(const KeyedFacts& facts);

}  // namespace edustat
