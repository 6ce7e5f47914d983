// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/region_tree.hpp"

#include "error/fault_list.hpp"
#include "place/region_data.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace edustat {
namespace {

/// Checks the members of a group and puts them in order.
class GroupReader {
 public:
  GroupReader(const RegionTree& tree, RegionTree::Group group)
      : tree_(tree), group_(std::move(group)) {}

  RegionTree::Group read(std::span<const std::string> codes) {
    std::optional<RegionNumber> within{};
    if (!group_.within.empty()) within = tree_.number(group_.within);
    for (const RegionTree::Group& other : tree_.groups()) {
      if (other.name == group_.name) fault(ErrorCode::repeated_group, {});
    }
    if (codes.empty() || group_.name.empty()) fault(ErrorCode::empty_group, {});
    for (const std::string& code : codes) add(code);
    for (const auto& [number, code] : members_) check_place(number, code, within);
    for (std::size_t e = 0; e < tree_.edition_count(); ++e) check_nesting(e);
    faults_.throw_if_any();
    std::sort(group_.members.begin(), group_.members.end());
    return std::move(group_);
  }

 private:
  void fault(ErrorCode code, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), group_.name);
    faults_.add_structural({code, std::move(arguments)});
  }

  void add(const std::string& code) {
    const std::optional<RegionNumber> number = tree_.find(code);
    if (!number) {
      fault(ErrorCode::unknown_member, {code});
    } else if (!members_.emplace(*number, code).second) {
      fault(ErrorCode::repeated_member, {code});
    } else {
      group_.members.push_back(*number);
    }
  }

  /// A member may have come to `within` later; what counts is where it stands when it last exists.
  void check_place(RegionNumber number, const std::string& code,
                   std::optional<RegionNumber> within) {
    if (!within) return;
    for (std::size_t e = tree_.edition_count(); e-- > 0;) {
      const std::span<const std::int32_t> parents = tree_.parents(e);
      if (parents[number] == RegionTree::absent) continue;
      if (!is_below(parents, number, *within)) {
        fault(ErrorCode::member_outside, {code, group_.within});
      }
      return;
    }
    fault(ErrorCode::member_outside, {code, group_.within});
  }

  static bool is_below(std::span<const std::int32_t> parents, RegionNumber number,
                       RegionNumber whole) {
    std::int32_t above = parents[number];
    while (above >= 0 && static_cast<RegionNumber>(above) != whole) {
      above = parents[static_cast<std::size_t>(above)];
    }
    return above >= 0;
  }

  void check_nesting(std::size_t edition) {
    const std::span<const std::int32_t> parents = tree_.parents(edition);
    for (auto it = members_.begin(); it != members_.end();) {
      std::int32_t above = parents[it->first];
      while (above >= 0 && members_.find(static_cast<RegionNumber>(above)) == members_.end()) {
        above = parents[static_cast<std::size_t>(above)];
      }
      if (above < 0) {
        ++it;
        continue;
      }
      fault(ErrorCode::nested_member, {it->second, members_.at(static_cast<RegionNumber>(above))});
      it = members_.erase(it);  // told once
    }
  }

  const RegionTree& tree_;
  RegionTree::Group group_;
  std::map<RegionNumber, std::string> members_;
  detail::FaultList faults_;
};

}  // namespace

RegionTree RegionTree::with_group(std::string name, std::span<const std::string> codes,
                                  std::string within) const {
  Group group = GroupReader(*this, {std::move(name), std::move(within), {}}).read(codes);
  std::vector<Group> groups = *groups_;
  groups.push_back(std::move(group));
  RegionTree result = *this;
  result.groups_ = std::make_shared<const std::vector<Group>>(std::move(groups));
  return result;
}

const RegionTree::Group& RegionTree::group(std::string_view name) const {
  std::string known;
  for (const Group& group : *groups_) {
    if (group.name == name) return group;
    known += (known.empty() ? "" : ", ") + group.name;
  }
  throw CodeError(Fault{ErrorCode::unknown_name, {std::string(name), known}});
}

}  // namespace edustat
