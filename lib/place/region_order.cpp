// SPDX-License-Identifier: Apache-2.0
#include "place/region_order.hpp"

#include <cstddef>
#include <utility>

namespace edustat::detail {
namespace {

std::string level_name(const RegionTable& table, const RegionTree::Region& region) {
  return region.level < table.levels.size() ? table.levels[region.level] : std::string{};
}

void tell_circle(const RegionTable& table, const std::vector<std::int32_t>& parents,
                 const std::vector<std::uint32_t>& rows, std::uint32_t begin,
                 RegionFaults& faults) {
  std::string chain = table.rows[rows[begin]].code;
  std::vector<std::uint32_t> members;
  std::uint32_t r = begin;
  do {
    members.push_back(rows[r]);
    r = static_cast<std::uint32_t>(parents[r]);
    chain.append(" < ").append(table.rows[rows[r]].code);
  } while (r != begin);
  faults.add(ErrorCode::cyclic_regions, {chain}, members.front());
  for (const std::uint32_t row : members) faults.pass(row);
}

}  // namespace

void RegionFaults::add(ErrorCode code, std::vector<std::string> arguments, std::uint32_t row) {
  if (std::exchange(is_told_[row], 1) != 0) return;
  faults_.add_structural({code, std::move(arguments), table_.rows[row].place});
}

std::vector<Placement> wrong_levels(const RegionTable& table) {
  std::vector<Placement> wrong;
  for (const std::vector<Placement>& placed : table.placements) {
    for (const Placement& it : placed) {
      if (it.parent == RegionTree::no_parent) continue;
      const RegionTree::Region& parent = table.regions[static_cast<std::size_t>(it.parent)];
      if (parent.level >= table.regions[it.region].level) wrong.push_back(it);
    }
  }
  return wrong;
}

void tell_circles(const RegionTable& table, const std::vector<std::int32_t>& parents,
                  const std::vector<std::uint32_t>& rows, RegionFaults& faults) {
  std::vector<std::uint32_t> met(parents.size(), none);
  for (std::uint32_t begin = 0; begin < parents.size(); ++begin) {
    std::uint32_t r = begin;
    while (met[r] == none && parents[r] >= 0) {
      met[r] = begin;
      r = static_cast<std::uint32_t>(parents[r]);
    }
    if (met[r] == begin && parents[r] >= 0) tell_circle(table, parents, rows, r, faults);
    if (met[r] == none) met[r] = begin;
  }
}

void tell_wrong_levels(const RegionTable& table, RegionFaults& faults) {
  if (!table.are_levels_ordered) return;
  for (const Placement& it : wrong_levels(table)) {
    const RegionRow& row = table.rows[it.row];
    const RegionTree::Region& parent = table.regions[static_cast<std::size_t>(it.parent)];
    faults.add(ErrorCode::level_order,
               {row.code, level_name(table, table.regions[it.region]), row.parent,
                level_name(table, parent)},
               it.row);
  }
}

}  // namespace edustat::detail
