// SPDX-License-Identifier: Apache-2.0
#include "audit/check_inputs.hpp"

#include <algorithm>
#include <cstddef>

namespace edustat {
namespace {

/// Where a reference is first written in its relation.
Place place_of(const Relation& relation, const Reference& reference) {
  for (const auto side : {relation.left(), relation.right()}) {
    const auto found = std::find_if(side.begin(), side.end(), [&](const Node& node) {
      return node.operation == Node::Operation::reference &&
             relation.references()[static_cast<std::size_t>(node.index)] == reference;
    });
    if (found != side.end()) return Place{.column = found->column};
  }
  return {};
}

}  // namespace

void require_plain_inputs(const Relation& relation) {
  for (const Reference& reference : relation.references()) {
    if (reference.item == "precision") {
      throw StructureError(Fault{ErrorCode::reserved_name, {reference.item}});
    }
    if (reference.needs_panel()) {
      throw StructureError(
          Fault{ErrorCode::needs_panel, {reference.to_string()}, place_of(relation, reference)});
    }
    if (!reference.categories.empty() || reference.relative != Reference::Relative::same) {
      throw StructureError(
          Fault{ErrorCode::missing_input, {reference.to_string(), relation.text()}});
    }
  }
}

}  // namespace edustat
