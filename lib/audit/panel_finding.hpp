// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/panel_audit_data.hpp"

#include <cstddef>

namespace edustat {

/// What a row is about.
[[nodiscard]] Scope scope_of(const Totals& totals, std::size_t row);

/// The finding of a cell.
[[nodiscard]] Finding finding_of(const PanelAudit::Data& data, const PanelAudit::Cell& cell);

}  // namespace edustat
