// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/finding.hpp"

#include "bulletin/keyed_facts.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace edustat {

/// One relation to be judged, with the fact behind each of its references.
struct Task {
  Relation relation;
  std::vector<std::size_t> facts;  ///< by reference index
  Finding::Kind kind;
  std::string rule;  ///< id of what implies it
  Severity severity = Severity::hard;
  Label label{};
  Label note{};
  std::vector<Note> notes{};
};

/// False where the statement names codes of a dimension of `categories` itself: `x[stage=primary]
/// <= x` says nothing of another stage.
[[nodiscard]] bool is_read_for(const Relation& statement,
                               const std::vector<Reference::Category>& categories);

/// @name What a catalogue implies for the facts of a bulletin
/// @{
[[nodiscard]] std::vector<Task> restatement_tasks(const KeyedFacts& facts);
[[nodiscard]] std::vector<Task> indicator_tasks(const KeyedFacts& facts);
[[nodiscard]] std::vector<Task> rule_tasks(const KeyedFacts& facts);
[[nodiscard]] std::vector<Task> category_tasks(const KeyedFacts& facts);
[[nodiscard]] std::vector<Task> subset_tasks(const KeyedFacts& facts);
[[nodiscard]] std::vector<Task> region_tasks(const KeyedFacts& facts);
/// @}

}  // namespace edustat
