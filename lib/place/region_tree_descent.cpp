// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/region_tree.hpp"

#include "place/region_data.hpp"

#include <algorithm>

namespace edustat {

std::span<const std::int32_t> RegionTree::parents(std::size_t edition,
                                                  std::string_view hierarchy) const {
  return data_->parents(edition, hierarchy);
}

std::vector<std::int32_t> RegionTree::ancestors_at(std::size_t edition, std::size_t level,
                                                   std::string_view hierarchy) const {
  const detail::RegionHistory::Parents& parents = data_->parents(edition, hierarchy);
  std::vector<std::int32_t> ancestors(parents.size(), absent);
  for (const std::uint32_t r : data_->table.by_level) {
    if (parents[r] == absent) continue;
    if (region(r).level == level) {
      ancestors[r] = static_cast<std::int32_t>(r);
    } else {
      ancestors[r] = parents[r] < 0 ? no_parent : ancestors[static_cast<std::size_t>(parents[r])];
    }
  }
  return ancestors;
}

std::span<const RegionNumber> RegionTree::parents_first() const noexcept {
  return data_->table.by_level;
}

std::span<const RegionNumber> RegionTree::at_level(std::size_t level) const noexcept {
  const std::vector<std::size_t>& begins = data_->table.level_begins;
  return parents_first().subspan(begins[level], begins[level + 1] - begins[level]);
}

std::span<const std::uint32_t> RegionTree::leaf_counts(std::size_t edition,
                                                       std::string_view hierarchy) const {
  return data_->leaf_counts(edition, hierarchy);
}

std::vector<RegionNumber> RegionTree::children(RegionNumber number, std::size_t edition,
                                               std::string_view hierarchy) const {
  const detail::ChildIndex& index = data_->children_in(edition, hierarchy);
  const auto at = [&](std::size_t k) {
    return index.children.begin() + static_cast<std::ptrdiff_t>(index.begins[k]);
  };
  return {at(number), at(number + 1)};
}

std::vector<RegionNumber> RegionTree::leaves(RegionNumber number, std::size_t edition,
                                             std::string_view hierarchy) const {
  const detail::ChildIndex& index = data_->children_in(edition, hierarchy);
  std::vector<RegionNumber> found;
  if (data_->parents(edition, hierarchy)[number] == absent) return found;
  std::vector<RegionNumber> waiting{number};
  while (!waiting.empty()) {
    const RegionNumber next = waiting.back();
    waiting.pop_back();
    if (index.begins[next] == index.begins[next + 1]) found.push_back(next);
    for (std::size_t k = index.begins[next]; k < index.begins[next + 1]; ++k) {
      waiting.push_back(index.children[k]);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace edustat
