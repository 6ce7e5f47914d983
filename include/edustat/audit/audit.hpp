// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/explanation.hpp"
#include "edustat/audit/finding.hpp"
#include "edustat/bulletin/bulletin.hpp"
#include "edustat/catalogue/catalogue.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace edustat {

/// How a bulletin is audited.
struct AuditOptions {
  Precision precision = Precision::nearest;  ///< for figures whose precision nothing else declares
  std::vector<Explanation> explanations{};   ///< stored explanations of soft findings
  std::string as_of{};  ///< the day on which explanations must be valid, `2016-12-31`; empty: today
};

/// All findings on one bulletin, in a fixed order: by the first fact of each, then by kind.
struct Audit {
  std::vector<Finding> findings{};       ///< every judged relation, without the explained ones
  std::vector<Finding> explained{};      ///< soft findings that a valid explanation covers
  std::vector<std::size_t> masked{};     ///< facts with masked digits, by number from 0
  std::vector<std::size_t> unrelated{};  ///< facts that no judged relation uses, by number from 0
  Precision precision = Precision::nearest;  ///< as asked

  /// impossible if any hard or unexplained soft finding is, else cannot_tell if any is, else
  /// consistent.
  [[nodiscard]] Verdict verdict() const noexcept;
};

/// Judges every relation that the catalogue implies for the facts of a bulletin: printed indicators
/// against their formulas, declared relations, categories against their total, subsets and groups
/// against their wholes, groups with their complement, and restatements.
///
/// One relation at a time: whether all can hold at once is reconcile's question.
/// @throws CodeError for items or categories that the catalogue does not know, UnitError for
/// figures of another dimension than their item, with all faults and their lines; ParseError
/// (bad_value) for an `as_of` or `valid_until` that is no day
[[nodiscard]] Audit audit(const Bulletin& bulletin, const Catalogue& catalogue,
                          const AuditOptions& options = {});

}  // namespace edustat
