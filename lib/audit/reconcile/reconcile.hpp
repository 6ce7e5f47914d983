// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/reconcile.hpp"

#include "audit/reconcile/system.hpp"

#include <span>
#include <vector>

namespace edustat::reconcile_detail {

/// A weight above 0 of a fact or an unknown. @throws StructureError (doubtful_weight)
void require_weight(const Rational& weight, std::size_t number);

/// The joint question with relations whose references have their numbers.
[[nodiscard]] Joint solve_jointly(std::span<const Unknown> unknowns, std::span<const Link> links,
                                  const ReconcileOptions& options);

}  // namespace edustat::reconcile_detail
