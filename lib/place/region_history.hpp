// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "place/region_table.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace edustat::detail {

/// Who stood below whom, edition by edition.
struct RegionHistory {
  using Parents = std::vector<std::int32_t>;        ///< by region
  std::vector<RegionTree::Edition> editions{};      ///< at least one
  std::vector<std::vector<Parents>> parents{};      ///< by hierarchy, then by edition
  std::vector<std::vector<std::uint32_t>> units{};  ///< by edition, then by region
};

/// Follows the regions through time.
/// Faults: level_order, cyclic_regions, absent_parent, repeated_root, outside_hierarchy.
/// @throws LimitError (too_many_editions)
[[nodiscard]] RegionHistory follow(const RegionTable& table, Roots roots, FaultList& faults);

/// By region: 1 where it exists and has no child.
[[nodiscard]] std::vector<std::uint32_t> leaves_of(const RegionHistory::Parents& parents);

/// Most numbers of parents over all editions and hierarchies.
inline constexpr std::size_t most_parents = std::size_t{1} << 28U;

}  // namespace edustat::detail
