// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/cell_inputs.hpp"
#include "audit/panel_audit_data.hpp"

#include <vector>

namespace edustat {

/// Adds checks for every series of which inner regions reported totals, and judges them: only
/// totals that differ from what rolls up, or of which something is not known, are counted.
void audit_reported_totals(PanelAudit::Data& data);

/// A reported total and what rolls up to it, by reference index of the check.
[[nodiscard]] std::vector<TotalPrint> reported_prints(const PanelAudit::Data& data,
                                                      const Totals::Difference& difference,
                                                      const PanelCheck& check);

/// The difference behind a cell of such a check.
[[nodiscard]] const Totals::Difference& difference_of(const PanelAudit::Data& data,
                                                      const PanelAudit::Cell& cell);

}  // namespace edustat
