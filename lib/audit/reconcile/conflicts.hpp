// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/reconcile/system.hpp"

#include <cstddef>
#include <vector>

namespace edustat::reconcile_detail {

/// All minimal sets of prints that contradict one another, and all maximal sets that do not.
struct Conflicts {
  std::vector<std::vector<std::size_t>> minimal{};      ///< the smallest first
  std::vector<std::vector<std::size_t>> corrections{};  ///< prints to leave out, no one too many
  bool is_complete = true;
};

/// Looks for up to `most` conflicts of a system whose prints contradict one another.
///
/// @source M. Liffiton, A. Previti, A. Malik, J. Marques-Silva: Fast, flexible MUS enumeration,
/// Constraints 21, 2016
[[nodiscard]] Conflicts find_conflicts(System& system, std::size_t most);

/// Relations, by place, that suffice to contradict these prints.
[[nodiscard]] std::vector<std::size_t> contradicting_links(System& system,
                                                           const std::vector<std::size_t>& prints);

}  // namespace edustat::reconcile_detail
