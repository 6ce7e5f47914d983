// SPDX-License-Identifier: Apache-2.0
#include "panel/layout.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace edustat::detail {
namespace {

constexpr std::int32_t none = Totals::no_parent;

bool is_rest(std::string_view name) {
  return name.starts_with('!');
}

/// The group of a name that may stand for its rest.
const RegionTree::Group& group_of(const RegionTree& tree, std::string_view name) {
  return tree.group(name.substr(is_rest(name) ? 1 : 0));
}

/// What contains a group: the region that it names, or the only root.
std::optional<RegionNumber> containing(const RegionTree& tree, const RegionTree::Group& group,
                                       std::string_view hierarchy) {
  if (!group.within.empty()) return tree.number(group.within);
  const auto parents = tree.parents(tree.latest_edition(), hierarchy);
  std::optional<RegionNumber> root;
  for (std::size_t region = 0; region < parents.size(); ++region) {
    if (parents[region] != RegionTree::no_parent) continue;
    if (root) return {};
    root = static_cast<RegionNumber>(region);
  }
  return root;
}

bool is_region(std::int32_t number) {
  return number >= 0;
}

}  // namespace

Layout::Layout(const RegionTree& tree, const std::vector<std::string>& levels,
               const std::vector<std::string>& groups, std::string_view hierarchy)
    : cell_of_region_(tree.size(), none) {
  add_levels(tree, levels);
  add_groups(tree, groups, hierarchy);
  for (std::size_t number = 0; number < tree.edition_count(); ++number) {
    add_edition(tree, number, hierarchy);
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) row_by_code_.emplace(rows_[i].code, i);
}

void Layout::add_levels(const RegionTree& tree, const std::vector<std::string>& levels) {
  std::vector<std::size_t> asked;
  for (const std::string& level : levels) asked.push_back(tree.level_number(level));
  if (levels.empty()) {
    asked.resize(tree.levels().size());
    std::iota(asked.begin(), asked.end(), std::size_t{0});
  }
  std::sort(asked.begin(), asked.end());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  for (const std::size_t level : asked) {
    for (const RegionNumber number : tree.at_level(level)) {
      const RegionTree::Region& region = tree.region(number);
      cell_of_region_[number] = static_cast<std::int32_t>(rows_.size());
      rows_.push_back(
          {region.code, region.name, tree.levels()[level], Totals::Row::Kind::region, number});
    }
  }
  cells_ = rows_.size();
}

/// The cell of a region, a new one where it is no row.
std::uint32_t Layout::cell_of(RegionNumber region) {
  if (cell_of_region_[region] == none) cell_of_region_[region] = static_cast<int>(cells_++);
  return static_cast<std::uint32_t>(cell_of_region_[region]);
}

void Layout::add_groups(const RegionTree& tree, const std::vector<std::string>& names,
                        std::string_view hierarchy) {
  const std::size_t first = rows_.size();
  for (const std::string& name : names) {
    static_cast<void>(group_of(tree, name));
    rows_.push_back({name,
                     name,
                     {},
                     is_rest(name) ? Totals::Row::Kind::complement : Totals::Row::Kind::group,
                     {}});
  }
  cells_ = rows_.size();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const RegionTree::Group& group = group_of(tree, names[i]);
    Group one{static_cast<std::uint32_t>(first + i),
              none,
              {},
              group.members,
              containing(tree, group, hierarchy)};
    if (is_rest(names[i]) && !one.containing) {
      throw StructureError(Fault{ErrorCode::no_containing_scope, {names[i]}});
    }
    if (one.containing) one.within = static_cast<std::int32_t>(cell_of(*one.containing));
    for (const RegionNumber member : group.members) one.members.push_back(cell_of(member));
    groups_.push_back(std::move(one));
  }
}

void Layout::add_edition(const RegionTree& tree, std::size_t number, std::string_view hierarchy) {
  const auto parents = tree.parents(number, hierarchy);
  const auto leaves = tree.leaf_counts(number, hierarchy);
  Edition edition;
  edition.home.assign(tree.size(), nowhere());
  edition.self.assign(tree.size(), nowhere());
  edition.up.assign(cells_, none);
  edition.due.assign(cells_, 0);
  edition.exists.assign(tree.size(), true);
  edition.is_leaf.assign(tree.size(), true);
  for (const RegionNumber region : tree.parents_first()) {
    const std::int32_t parent = parents[region];
    if (parent == RegionTree::absent) {
      edition.exists[region] = false;
      continue;
    }
    if (is_region(parent)) edition.is_leaf[static_cast<std::size_t>(parent)] = false;
    const std::uint32_t above =
        is_region(parent) ? edition.home[static_cast<std::size_t>(parent)] : nowhere();
    const std::int32_t own = cell_of_region_[region];
    if (own == none) {
      edition.home[region] = above;
      continue;
    }
    const auto cell = static_cast<std::uint32_t>(own);
    edition.home[region] = edition.self[region] = cell;
    edition.up[cell] = above == nowhere() ? none : static_cast<std::int32_t>(above);
    edition.due[cell] = leaves[region];
  }
  for (std::size_t level = tree.levels().size(); level-- > 0;) {
    for (const RegionNumber region : tree.at_level(level)) {
      const std::uint32_t cell = edition.self[region];
      if (cell == nowhere() || edition.up[cell] == none) continue;
      const auto up = static_cast<std::uint32_t>(edition.up[cell]);
      const bool is_next = !edition.steps.empty() && edition.steps.back().up == up &&
                           edition.steps.back().first + edition.steps.back().count == cell;
      if (!is_next) edition.steps.push_back({up, cell, 0});
      ++edition.steps.back().count;
    }
  }
  for (const Group& group : groups_) {
    std::uint32_t due = 0;
    for (const std::uint32_t member : group.members) due += edition.due[member];
    const bool is_complement = rows_[group.cell].kind == Totals::Row::Kind::complement;
    edition.due[group.cell] =
        is_complement ? edition.due[static_cast<std::size_t>(group.within)] - due : due;
    edition.up[group.cell] = group.within;
  }
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    std::int32_t above = edition.up[row];
    while (above != none && static_cast<std::size_t>(above) >= rows_.size()) {
      above = edition.up[static_cast<std::size_t>(above)];
    }
    edition.parent_rows.push_back(above);
  }
  editions_.push_back(std::move(edition));
}

bool Layout::has_same_boundary(const RegionTree& tree, std::size_t row, std::size_t edition,
                               std::size_t other) const {
  if (rows_[row].region) return tree.has_same_boundary(*rows_[row].region, edition, other);
  const auto is_same = [&](RegionNumber region) {
    return tree.has_same_boundary(region, edition, other);
  };
  const auto group = std::find_if(groups_.begin(), groups_.end(),
                                  [&](const Group& one) { return one.cell == row; });
  const bool is_complement = rows_[row].kind == Totals::Row::Kind::complement;
  return std::all_of(group->regions.begin(), group->regions.end(), is_same) &&
         (!is_complement || is_same(*group->containing));
}

std::size_t Layout::row(std::string_view code) const {
  const auto found = row_by_code_.find(std::string(code));
  return found == row_by_code_.end() ? rows_.size() : found->second;
}

}  // namespace edustat::detail
