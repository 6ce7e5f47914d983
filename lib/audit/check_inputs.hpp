// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"
#include "edustat/error/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// Refuses a relation that cannot be judged on figures alone. @throws StructureError
void require_plain_inputs(const Relation& relation);

/// The number of the figure for each reference, by reference index; `name_of(i)` names figure `i`
/// of `count`.
/// @throws StructureError (missing_input, unused_input, reserved_name, needs_panel) with all faults
template <typename NameOf>
std::vector<std::size_t> match_inputs(const Relation& relation, std::size_t count, NameOf name_of) {
  require_plain_inputs(relation);
  std::vector<std::size_t> order;
  std::vector<Fault> faults;
  order.reserve(relation.references().size());
  for (const Reference& reference : relation.references()) {
    std::size_t found = 0;
    while (found < count && name_of(found) != reference.item) ++found;
    if (found == count) {
      faults.push_back({ErrorCode::missing_input, {reference.item, relation.text()}});
    }
    order.push_back(found);
  }
  for (std::size_t i = 0; i < count && count != relation.references().size(); ++i) {
    std::size_t used = 0;
    while (used < order.size() && order[used] != i) ++used;
    if (used == order.size()) {
      faults.push_back({ErrorCode::unused_input, {std::string(name_of(i)), relation.text()}});
    }
  }
  if (!faults.empty()) throw StructureError(std::move(faults));
  return order;
}

}  // namespace edustat
