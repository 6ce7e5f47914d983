// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/panel_audit.hpp"

#include "audit/cell_inputs.hpp"
#include "audit/panel_checks.hpp"
#include "panel/boundaries.hpp"
#include "panel/series_binding.hpp"

#include <optional>
#include <vector>

namespace edustat {

/// What PanelAudit shares with its copies.
struct PanelAudit::Data {
  Catalogue catalogue;
  Partial partial;
  detail::Boundaries boundaries;     ///< and the totals
  detail::SeriesBinding binding;     ///< printed indicators among them
  std::vector<PanelCheck> checks{};  ///< those of printed totals have no leaves
  std::vector<Check> shown{};        ///< by check
  std::vector<Cell> cells{};
  std::vector<Fault> left_out{};
  std::vector<Explanation> explanations{};

  Data(const Totals& totals, const Catalogue& catalogue_in, Partial partial_in)
      : catalogue(catalogue_in),
        partial(partial_in),
        boundaries(totals),
        binding(totals, catalogue_in, detail::PrintedIndicators::read) {}

  [[nodiscard]] const Totals& totals() const noexcept { return boundaries.totals(); }
};

/// What a row is about.
[[nodiscard]] Scope scope_of(const Totals& totals, std::size_t row);

/// Adds checks for every series of which inner regions reported totals, and judges them: only
/// totals that differ from what rolls up, or of which something is not known, are counted.
void audit_reported_totals(PanelAudit::Data& data);

/// A reported total and what rolls up to it.
struct ReportedPrints {
  TotalPrint reported;
  TotalPrint computed;
};
[[nodiscard]] ReportedPrints reported_prints(const PanelAudit::Data& data,
                                             const Totals::Difference& difference);

/// The difference behind a cell of such a check.
[[nodiscard]] const Totals::Difference& difference_of(const PanelAudit::Data& data,
                                                      const PanelAudit::Cell& cell);

/// The finding of a cell.
[[nodiscard]] Finding finding_of(const PanelAudit::Data& data, const PanelAudit::Cell& cell);

}  // namespace edustat
