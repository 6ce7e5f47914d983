// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/reconcile/system.hpp"

#include <cstddef>
#include <vector>

namespace edustat::reconcile_detail {

/// What each of these numbers can be while these prints hold, in their order.
///
/// Every end is the one that the linear part allows, proven: nothing lies beyond it. It is tight
/// where something reaches it, or comes as near as one likes.
[[nodiscard]] std::vector<Bound> bounds_of(System& system, const std::vector<std::size_t>& numbers,
                                           const std::vector<std::size_t>& prints);

}  // namespace edustat::reconcile_detail
