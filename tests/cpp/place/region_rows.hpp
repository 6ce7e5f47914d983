// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/place/period.hpp"
#include "edustat/place/region_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat {

/// Valid from and to, as texts of months; empty for no limit.
inline RegionRow dated(RegionRow row, std::string_view from, std::string_view until) {
  if (!from.empty()) row.first_month = Period::parse(from).first_month();
  if (!until.empty()) row.last_month = Period::parse(until).last_month();
  return row;
}

inline RegionRow in_hierarchy(RegionRow row, std::string hierarchy) {
  row.hierarchy = std::move(hierarchy);
  return row;
}

inline RegionRow succeeded(RegionRow row, std::string successor) {
  row.successor = std::move(successor);
  return row;
}

inline RegionRow own_level(RegionRow row) {
  row.kind = RegionKind::own_level;
  return row;
}

inline int month(std::string_view text) {
  return Period::parse(text).last_month();
}

/// Codes of regions, for messages that can be read.
inline std::vector<std::string> codes(const RegionTree& tree,
                                      const std::vector<RegionNumber>& numbers) {
  std::vector<std::string> result;
  for (const RegionNumber number : numbers) result.push_back(tree.region(number).code);
  return result;
}

using Parents = std::vector<std::int32_t>;

inline constexpr std::int32_t absent = RegionTree::absent;

inline Parents parents_of(const RegionTree& tree, std::size_t edition,
                          std::string_view hierarchy = {}) {
  const auto parents = tree.parents(edition, hierarchy);
  return {parents.begin(), parents.end()};
}

using UnitCounts = std::vector<std::uint32_t>;

inline UnitCounts leaf_counts_of(const RegionTree& tree, std::size_t edition,
                                 std::string_view hierarchy = {}) {
  const auto counts = tree.leaf_counts(edition, hierarchy);
  return {counts.begin(), counts.end()};
}

/// 河北省 with 邯郸市 and two of its counties, 定州市 directly below the province, and the own
/// level of 邯郸市.
inline std::vector<RegionRow> hebei() {
  return {
      {"13", "河北省", "省", ""},
      {"1304", "邯郸市", "市", "13"},
      own_level({"1304A", "邯郸市本级", "", "1304"}),
      {"130402", "邯山区", "区县", "1304"},
      {"130434", "魏县", "区县", "1304"},
      {"130682", "定州市", "区县", "13"},
  };
}

}  // namespace edustat
