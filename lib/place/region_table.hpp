// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/place/region_tree.hpp"

#include "error/fault_list.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace edustat::detail {

/// No region, no row, no level.
inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Where a region stands in one hierarchy for some time.
struct Placement {
  std::uint32_t region;
  std::int32_t parent;  ///< RegionTree::no_parent for a root
  int first;
  int last;
  std::uint32_t row;
};

/// A merger: `region` ended with `last_month` and became a part of `successor`.
struct Succession {
  std::uint32_t region;
  int last_month;
  std::uint32_t successor;
};

/// The rows of a table of regions with everything that they name looked up.
struct RegionTable {
  std::vector<RegionRow> rows;
  std::vector<RegionTree::Region> regions{};
  std::vector<std::uint32_t> row_regions{};  ///< by row; none for one that is no region any more
  std::unordered_map<std::string_view, std::uint32_t> numbers{};  ///< by code
  std::vector<std::string> hierarchies{};                         ///< the first is the main one
  std::vector<std::string> levels{};                              ///< from top to bottom
  std::vector<std::uint32_t> by_level{};    ///< regions from top to bottom, parents before children
  std::vector<std::size_t> level_begins{};  ///< in by_level, and one more
  std::vector<std::vector<Placement>> placements{};  ///< by hierarchy; by region, then by time
  std::vector<Succession> successions{};             ///< by region, then by time
  std::vector<std::uint32_t> naming_rows{};          ///< by region, then by time
  std::vector<std::size_t> naming_begins{};          ///< by region, and one more
  std::vector<std::uint8_t> is_faulty{};  ///< by row: its place or level is wrong, and told
  bool are_levels_ordered = true;         ///< false where levels stand in a circle
};

/// Valid from and to, with RegionTree::from_ever and for_ever.
[[nodiscard]] inline int first_of(const RegionRow& row) noexcept {
  return row.first_month.value_or(RegionTree::from_ever);
}
[[nodiscard]] inline int last_of(const RegionRow& row) noexcept {
  return row.last_month.value_or(RegionTree::for_ever);
}

/// Looks everything up. With faults the table is of no use but to find more of them.
[[nodiscard]] RegionTable read_regions(std::vector<RegionRow> rows,
                                       const RegionTreeOptions& options, FaultList& faults);

/// Sets RegionTable::by_level and level_begins.
void sort_by_level(RegionTable& table);

}  // namespace edustat::detail
