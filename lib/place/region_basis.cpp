// SPDX-License-Identifier: Apache-2.0
#include "place/region_basis.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace edustat::detail {
namespace {

using Parents = RegionHistory::Parents;

constexpr std::int32_t absent = RegionTree::absent;
constexpr std::int32_t no_parent = RegionTree::no_parent;

class BasisPlacer {
 public:
  BasisPlacer(RegionTable& table, RegionHistory& history, int month)
      : table_(table),
        history_(history),
        month_(month),
        edition_(edition_of(history, month)),
        size_(table.regions.size()) {}

  void place() {
    find_targets();
    for (std::size_t h = 0; h < history_.parents.size(); ++h) fix_parents(h);
    rewrite_editions();
    renumber();
  }

 private:
  [[nodiscard]] bool exists(std::uint32_t region) const {
    return std::any_of(history_.parents.begin(), history_.parents.end(),
                       [&](const auto& parents) { return parents[edition_][region] != absent; });
  }

  void find_targets() {
    targets_.resize(size_);
    std::iota(targets_.begin(), targets_.end(), 0U);
    for (const Succession& it : table_.successions) targets_[it.region] = target_of(it.region);
  }

  /// Follows mergers to a region of the basis, or to the last that there was.
  [[nodiscard]] std::uint32_t target_of(std::uint32_t region) const {
    std::uint32_t target = region;
    for (std::size_t steps = 0; steps <= table_.successions.size(); ++steps) {
      if (exists(target)) return target;
      const std::uint32_t next = successor_of(table_, target, month_);
      if (next == none) return target;
      target = next;
    }
    return region;  // they took over from each other in turn
  }

  /// Where every region stood in the basis, or last before it, or first after it.
  [[nodiscard]] Parents nearest_parents(std::size_t hierarchy) const {
    const std::vector<Parents>& editions = history_.parents[hierarchy];
    Parents nearest = editions[edition_];
    const auto fill = [&](const Parents& parents) {
      for (std::size_t r = 0; r < size_; ++r) {
        if (nearest[r] == absent) nearest[r] = parents[r];
      }
    };
    for (std::size_t e = edition_; e-- > 0;) fill(editions[e]);
    for (std::size_t e = edition_ + 1; e < editions.size(); ++e) fill(editions[e]);
    return nearest;
  }

  void fix_parents(std::size_t hierarchy) {
    Parents nearest = nearest_parents(hierarchy);
    Parents fixed(size_, absent);
    for (const std::uint32_t r : table_.by_level) {
      if (targets_[r] != r) continue;
      // A region that had ended before the hierarchy began follows the main one.
      if (nearest[r] == absent && hierarchy != 0) {
        const std::int32_t main = fixed_.front()[r];
        const bool is_known = main >= 0 && fixed[static_cast<std::size_t>(main)] != absent;
        if (is_known) fixed[r] = main;
        continue;
      }
      fixed[r] = parent_above(r, nearest);
    }
    fixed_.push_back(std::move(fixed));
  }

  /// The target of the nearest parent, or of the first above it that is of a higher level.
  [[nodiscard]] std::int32_t parent_above(std::uint32_t region, const Parents& nearest) const {
    std::int32_t parent = nearest[region];
    for (std::size_t steps = 0; parent >= 0 && steps <= table_.levels.size(); ++steps) {
      const std::uint32_t target = targets_[static_cast<std::size_t>(parent)];
      if (table_.regions[target].level < table_.regions[region].level) {
        return static_cast<std::int32_t>(target);
      }
      parent = nearest[target];
    }
    return parent < 0 ? parent : no_parent;
  }

  /// What was due in a month stays due; what has nothing below it then is not there.
  void rewrite_editions() {
    RegionHistory result;
    result.parents.resize(fixed_.size());
    std::vector<Parents> parents(fixed_.size());
    for (std::size_t e = 0; e < history_.editions.size(); ++e) {
      std::vector<std::uint32_t> units(size_, 0);
      for (std::size_t r = 0; r < size_; ++r) units[targets_[r]] += history_.units[e][r];
      for (std::size_t h = 0; h < fixed_.size(); ++h) parents[h] = existing(h, units);
      const bool is_same = e != 0 && units == result.units.back() && is_last(result, parents);
      if (is_same) {
        result.editions.back().last_month = history_.editions[e].last_month;
        continue;
      }
      result.editions.push_back(history_.editions[e]);
      result.units.push_back(std::move(units));
      for (std::size_t h = 0; h < fixed_.size(); ++h) result.parents[h].push_back(parents[h]);
    }
    history_ = std::move(result);
  }

  static bool is_last(const RegionHistory& history, const std::vector<Parents>& parents) {
    for (std::size_t h = 0; h < parents.size(); ++h) {
      if (history.parents[h].back() != parents[h]) return false;
    }
    return true;
  }

  [[nodiscard]] Parents existing(std::size_t hierarchy,
                                 const std::vector<std::uint32_t>& units) const {
    Parents parents = fixed_[hierarchy];
    std::vector<std::uint8_t> is_there(size_, 0);
    for (auto it = table_.by_level.rbegin(); it != table_.by_level.rend(); ++it) {
      if (units[*it] == 0 && is_there[*it] == 0) parents[*it] = absent;
      if (parents[*it] >= 0) is_there[static_cast<std::size_t>(parents[*it])] = 1;
    }
    return parents;
  }

  /// Leaves out the regions that are in no edition.
  void renumber() {
    std::vector<std::uint32_t> numbers(size_, none);
    std::uint32_t count = 0;
    for (std::uint32_t r = 0; r < size_; ++r) {
      if (is_anywhere(r)) numbers[r] = count++;
    }
    for (auto& parents : history_.parents) {
      for (Parents& edition : parents) edition = renumbered(edition, numbers);
    }
    for (std::vector<std::uint32_t>& units : history_.units) {
      for (std::size_t r = 0; r < size_; ++r) {
        if (numbers[r] != none) units[numbers[r]] = units[r];
      }
      units.resize(count);
    }
    renumber_table(numbers);
  }

  [[nodiscard]] bool is_anywhere(std::uint32_t region) const {
    return std::any_of(history_.parents.begin(), history_.parents.end(), [&](const auto& parents) {
      return std::any_of(parents.begin(), parents.end(),
                         [&](const Parents& edition) { return edition[region] != absent; });
    });
  }

  [[nodiscard]] Parents renumbered(const Parents& parents,
                                   const std::vector<std::uint32_t>& numbers) const {
    Parents result;
    for (std::size_t r = 0; r < size_; ++r) {
      if (numbers[r] == none) continue;
      const std::int32_t parent = parents[r];
      result.push_back(parent < 0
                           ? parent
                           : static_cast<std::int32_t>(numbers[static_cast<std::size_t>(parent)]));
    }
    return result;
  }

  void renumber_table(const std::vector<std::uint32_t>& numbers) {
    const auto number_of = [&](std::uint32_t region) { return numbers[targets_[region]]; };
    std::vector<RegionTree::Region> regions;
    std::vector<std::uint32_t> naming_rows;
    std::vector<std::size_t> begins{0};
    for (std::size_t r = 0; r < size_; ++r) {
      if (numbers[r] == none) continue;
      regions.push_back(std::move(table_.regions[r]));
      for (std::size_t k = table_.naming_begins[r]; k < table_.naming_begins[r + 1]; ++k) {
        naming_rows.push_back(table_.naming_rows[k]);
      }
      begins.push_back(naming_rows.size());
    }
    table_.regions = std::move(regions);
    table_.naming_rows = std::move(naming_rows);
    table_.naming_begins = std::move(begins);
    for (std::uint32_t& region : table_.row_regions) region = number_of(region);
    for (auto it = table_.numbers.begin(); it != table_.numbers.end();) {
      it->second = number_of(it->second);
      it = it->second == none ? table_.numbers.erase(it) : std::next(it);
    }
    table_.successions.clear();
    sort_by_level(table_);
  }

  RegionTable& table_;
  RegionHistory& history_;
  int month_;
  std::size_t edition_;
  std::size_t size_;
  std::vector<std::uint32_t> targets_;  ///< by region: what it is part of
  std::vector<Parents> fixed_;          ///< by hierarchy: parents for all time
};

}  // namespace

void place_on_basis(RegionTable& table, RegionHistory& history, int month) {
  BasisPlacer(table, history, month).place();
}

std::size_t edition_of(const RegionHistory& history, int month) noexcept {
  const auto after = std::upper_bound(
      history.editions.begin(), history.editions.end(), month,
      [](int value, const RegionTree::Edition& it) { return value < it.first_month; });
  return static_cast<std::size_t>(after - history.editions.begin()) - 1;
}

std::uint32_t successor_of(const RegionTable& table, std::uint32_t region, int month) noexcept {
  const auto after =
      std::lower_bound(table.successions.begin(), table.successions.end(), std::pair(region, month),
                       [](const Succession& it, const std::pair<std::uint32_t, int>& key) {
                         return std::pair(it.region, it.last_month) < key;
                       });
  if (after == table.successions.begin() || std::prev(after)->region != region) return none;
  return std::prev(after)->successor;
}

}  // namespace edustat::detail
