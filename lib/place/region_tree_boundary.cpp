// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/region_tree.hpp"

#include "place/region_basis.hpp"
#include "place/region_data.hpp"

#include <algorithm>
#include <utility>

namespace edustat {
namespace {

using Parents = detail::RegionHistory::Parents;

/// Compares where the leaves of two editions stand.
class BoundaryComparison {
 public:
  BoundaryComparison(const detail::RegionTable& table, const Parents& before, const Parents& after,
                     int month_after)
      : table_(table), before_(before), after_(after), month_after_(month_after) {}

  std::vector<std::uint8_t> compare() {
    const std::size_t size = before_.size();
    same_.assign(size, 1);
    for (std::size_t r = 0; r < size; ++r) {
      if (before_[r] == RegionTree::absent || after_[r] == RegionTree::absent) same_[r] = 0;
    }
    if (!has_moves()) return std::move(same_);
    const std::vector<std::uint32_t> leaves_before = detail::leaves_of(before_);
    const std::vector<std::uint32_t> leaves_after = detail::leaves_of(after_);
    for (std::uint32_t r = 0; r < size; ++r) {
      if (leaves_before[r] == 0 && leaves_after[r] == 0) continue;
      if (before_[r] == RegionTree::absent) continue;
      const std::uint32_t target = after_[r] != RegionTree::absent ? r : merged_into(r);
      if (target != detail::none) compare_ancestors(r, target);
    }
    return std::move(same_);
  }

 private:
  /// Most pairs of editions differ only by regions that open and close.
  [[nodiscard]] bool has_moves() const {
    for (std::size_t r = 0; r < before_.size(); ++r) {
      if (before_[r] == after_[r] || before_[r] == RegionTree::absent) continue;
      if (after_[r] != RegionTree::absent) return true;
      if (merged_into(static_cast<std::uint32_t>(r)) != detail::none) return true;
    }
    return false;
  }

  [[nodiscard]] std::uint32_t merged_into(std::uint32_t region) const {
    for (std::size_t steps = 0; steps <= table_.successions.size(); ++steps) {
      region = detail::successor_of(table_, region, month_after_);
      if (region == detail::none || after_[region] != RegionTree::absent) return region;
    }
    return detail::none;
  }

  /// Regions that contain a leaf in one edition only have another boundary. Levels fall on the way
  /// up, so that the lower of two regions cannot be among the ancestors of the other.
  void compare_ancestors(std::uint32_t leaf_before, std::uint32_t leaf_after) {
    auto before = static_cast<std::int32_t>(leaf_before);
    auto after = static_cast<std::int32_t>(leaf_after);
    while (before >= 0 || after >= 0) {
      if (before == after) {
        before = before_[static_cast<std::size_t>(before)];
        after = after_[static_cast<std::size_t>(after)];
      } else if (after < 0 || (before >= 0 && level(before) >= level(after))) {
        same_[static_cast<std::size_t>(before)] = 0;
        before = before_[static_cast<std::size_t>(before)];
      } else {
        same_[static_cast<std::size_t>(after)] = 0;
        after = after_[static_cast<std::size_t>(after)];
      }
    }
  }

  [[nodiscard]] std::size_t level(std::int32_t region) const {
    return table_.regions[static_cast<std::size_t>(region)].level;
  }

  const detail::RegionTable& table_;
  const Parents& before_;
  const Parents& after_;
  int month_after_;
  std::vector<std::uint8_t> same_;
};

}  // namespace

std::vector<std::uint8_t> RegionTree::same_boundaries(std::size_t edition_a, std::size_t edition_b,
                                                      std::string_view hierarchy) const {
  const auto [first, last] = std::minmax(edition_a, edition_b);
  const Parents& before = data_->parents(first, hierarchy);
  const Parents& after = data_->parents(last, hierarchy);
  return BoundaryComparison(data_->table, before, after, editions()[last].first_month).compare();
}

bool RegionTree::has_same_boundary(RegionNumber number, std::size_t edition_a,
                                   std::size_t edition_b, std::string_view hierarchy) const {
  return same_boundaries(edition_a, edition_b, hierarchy)[number] != 0;
}

}  // namespace edustat
