// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/panel_audit.hpp"

#include "panel/leaf.hpp"
#include "panel/series_binding.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace edustat {

/// A relation to be judged on every row of totals.
struct PanelCheck {
  PanelAudit::Check shown{};
  Relation relation;
  std::vector<Reference> inputs;     ///< by reference index: each means one series
  std::vector<detail::Leaf> leaves;  ///< likewise
  std::vector<Label> labels;         ///< likewise
  std::vector<Note> notes{};         ///< for every finding
  /// The series whose reported totals are checked: then the inputs are the reported total and what
  /// rolls up to it, and there are no leaves.
  std::optional<std::size_t> reported{};
};

/// Everything that a catalogue implies for the series of totals; `left_out` gets what no series
/// answers.
[[nodiscard]] std::vector<PanelCheck> panel_checks(const Totals& totals, const Catalogue& catalogue,
                                                   const detail::SeriesBinding& binding,
                                                   std::vector<Fault>& left_out);

}  // namespace edustat
