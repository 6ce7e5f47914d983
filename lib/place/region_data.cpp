// SPDX-License-Identifier: Apache-2.0
#include "place/region_data.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace edustat {

std::size_t RegionTree::Data::hierarchy(std::string_view name) const {
  const auto it = std::find(table.hierarchies.begin(), table.hierarchies.end(), name);
  if (it != table.hierarchies.end()) {
    return static_cast<std::size_t>(it - table.hierarchies.begin());
  }
  std::string known;
  for (const std::string& word : table.hierarchies) {
    if (!word.empty()) known += (known.empty() ? "" : ", ") + word;
  }
  throw CodeError(Fault{ErrorCode::unknown_name, {std::string(name), known}});
}

const detail::RegionHistory::Parents& RegionTree::Data::parents(std::size_t edition,
                                                                std::string_view name) const {
  return history.parents[name.empty() ? 0 : hierarchy(name)][edition];
}

const detail::ChildIndex& RegionTree::Data::children_in(std::size_t edition,
                                                        std::string_view name) const {
  detail::ChildIndex& index = children[place_of(edition, name)];
  std::call_once(index.once, [&] {
    const detail::RegionHistory::Parents& above = parents(edition, name);
    index.begins.assign(above.size() + 1, 0);
    for (const std::int32_t parent : above) {
      if (parent >= 0) ++index.begins[static_cast<std::size_t>(parent) + 1];
    }
    std::partial_sum(index.begins.begin(), index.begins.end(), index.begins.begin());
    index.children.resize(index.begins.back());
    std::vector<std::size_t> next(index.begins.begin(), index.begins.end() - 1);
    for (std::uint32_t r = 0; r < above.size(); ++r) {
      if (above[r] >= 0) index.children[next[static_cast<std::size_t>(above[r])]++] = r;
    }
  });
  return index;
}

const std::vector<std::uint32_t>& RegionTree::Data::leaf_counts(std::size_t edition,
                                                                std::string_view name) const {
  detail::UnitCounts& known = units[place_of(edition, name)];
  std::call_once(known.once, [&] {
    const detail::RegionHistory::Parents& above = parents(edition, name);
    std::vector<std::uint32_t> counts = history.units[edition];
    for (auto it = table.by_level.rbegin(); it != table.by_level.rend(); ++it) {
      if (above[*it] == absent) {
        counts[*it] = 0;
      } else if (above[*it] >= 0) {
        counts[static_cast<std::size_t>(above[*it])] += counts[*it];
      }
    }
    known.counts = std::move(counts);
  });
  return known.counts;
}

}  // namespace edustat
