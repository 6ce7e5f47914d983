// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "place/region_history.hpp"
#include "place/region_table.hpp"

namespace edustat::detail {

/// Brings table and history to a comparable basis, see RegionTree::on_basis_of.
void place_on_basis(RegionTable& table, RegionHistory& history, int month);

/// The number of the edition that holds a month.
[[nodiscard]] std::size_t edition_of(const RegionHistory& history, int month) noexcept;

/// The region that another became part of when it last ended before `month`; none without one.
[[nodiscard]] std::uint32_t successor_of(const RegionTable& table, std::uint32_t region,
                                         int month) noexcept;

}  // namespace edustat::detail
