// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/panel_audit.hpp"

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

}  // namespace edustat
