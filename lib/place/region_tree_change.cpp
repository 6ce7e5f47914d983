// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/region_tree.hpp"

#include "place/region_data.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace edustat {
namespace {

/// Takes the groups over into a tree of the same codes; members that became one count once.
RegionTree with_groups_of(const RegionTree& old, RegionTree tree) {
  for (const RegionTree::Group& group : old.groups()) {
    std::vector<RegionNumber> members;
    for (const RegionNumber member : group.members) {
      if (const auto found = tree.find(old.region(member).code)) members.push_back(*found);
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    std::vector<std::string> codes;
    for (const RegionNumber member : members) codes.push_back(tree.region(member).code);
    tree = tree.with_group(group.name, codes, group.within);
  }
  return tree;
}

}  // namespace

RegionTree RegionTree::on_basis_of(int month) const {
  RegionTreeOptions options = data_->options;
  options.basis = month;
  return with_groups_of(*this, RegionTree(data_->table.rows, std::move(options)));
}

RegionTree RegionTree::cut_at(std::string_view level) const {
  const std::size_t lowest = level_number(level);
  const detail::RegionTable& table = data_->table;
  const auto is_kept = [&](std::size_t row) {
    const std::uint32_t number = table.row_regions[row];
    return number == detail::none || region(number).level <= lowest;
  };
  std::set<std::string_view> left_out;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (!is_kept(i)) left_out.insert(table.rows[i].hierarchy);
  }
  left_out.erase("");
  std::vector<RegionRow> rows;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (is_kept(i) && !left_out.contains(table.rows[i].hierarchy)) rows.push_back(table.rows[i]);
  }
  RegionTreeOptions options = data_->options;
  if (!options.levels.empty()) options.levels.resize(lowest + 1);
  RegionTree tree(std::move(rows), std::move(options));
  for (const Group& group : *groups_) {
    std::vector<std::string> codes;
    for (const RegionNumber member : group.members) codes.push_back(region(member).code);
    const bool is_known =
        (group.within.empty() || tree.find(group.within)) &&
        std::all_of(codes.begin(), codes.end(), [&](const auto& code) { return tree.find(code); });
    if (is_known) tree = tree.with_group(group.name, codes, group.within);
  }
  return tree;
}

}  // namespace edustat
