// SPDX-License-Identifier: Apache-2.0
#include "audit/check_inputs.hpp"

namespace edustat {

void require_plain_inputs(const Relation& relation) {
  for (const Reference& reference : relation.references()) {
    if (reference.item == "precision") {
      throw StructureError(Fault{ErrorCode::reserved_name, {reference.item}});
    }
    if (reference.needs_panel()) {
      throw StructureError(Fault{ErrorCode::needs_panel, {reference.to_string()}});
    }
    if (!reference.categories.empty() || reference.relative != Reference::Relative::same) {
      throw StructureError(
          Fault{ErrorCode::missing_input, {reference.to_string(), relation.text()}});
    }
  }
}

}  // namespace edustat
