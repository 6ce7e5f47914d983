// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/cell_inputs.hpp"
#include "audit/panel_audit_data.hpp"

namespace edustat {

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

}  // namespace edustat
