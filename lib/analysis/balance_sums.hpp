// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/balance.hpp"

namespace edustat::detail {

/// Adds up the rows, the columns and the totals of a table again: nothing rests on the network
/// alone.
/// @throws Error (unbalanced_table) where a sum does not hold
void expect_sums(const BalancedTable& table);

}  // namespace edustat::detail
