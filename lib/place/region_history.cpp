// SPDX-License-Identifier: Apache-2.0
#include "place/region_history.hpp"

#include "edustat/error/error.hpp"

#include "place/month_text.hpp"
#include "place/region_order.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace edustat::detail {
namespace {

class RegionFollower {
 public:
  RegionFollower(const RegionTable& table, Roots roots, RegionFaults& faults)
      : table_(table),
        roots_(roots),
        faults_(faults),
        size_(table.regions.size()),
        wrong_levels_(wrong_levels(table)) {}

  RegionHistory follow() {
    begin();
    const std::vector<int> months = change_months();
    require_room(months.size() + 1);
    open(RegionTree::from_ever, months.empty() ? RegionTree::for_ever : months.front() - 1);
    for (std::size_t i = 0; i < months.size(); ++i) {
      const bool is_change = pass(months[i]);
      const int last = i + 1 < months.size() ? months[i + 1] - 1 : RegionTree::for_ever;
      if (is_change) {
        open(months[i], last);
      } else {
        history_.editions.back().last_month = last;
      }
    }
    return std::move(history_);
  }

 private:
  /// The parents of one hierarchy in the month that was reached, and the placements that come.
  struct Layer {
    RegionHistory::Parents parents;
    std::vector<std::uint32_t> rows;     ///< by region: the row that places it
    std::vector<std::uint8_t> is_noted;  ///< by region: its change in this month is noted
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> ends;
    std::size_t next_start = 0;
    std::size_t next_end = 0;
  };
  struct Change {
    std::size_t hierarchy;
    std::uint32_t region;
    std::int32_t parent_before;
  };

  void fault(ErrorCode code, std::vector<std::string> arguments, std::uint32_t row) {
    faults_.add(code, std::move(arguments), row);
  }

  void begin() {
    for (const std::vector<Placement>& placed : table_.placements) {
      Layer layer;
      layer.parents.assign(size_, RegionTree::absent);
      layer.rows.assign(size_, none);
      layer.is_noted.assign(size_, 0);
      for (std::uint32_t i = 0; i < placed.size(); ++i) {
        if (placed[i].first != RegionTree::from_ever) layer.starts.push_back(i);
        if (placed[i].last != RegionTree::for_ever) layer.ends.push_back(i);
        if (placed[i].first == RegionTree::from_ever) place(layer, placed[i]);
      }
      std::stable_sort(layer.starts.begin(), layer.starts.end(), [&](auto left, auto right) {
        return placed[left].first < placed[right].first;
      });
      std::stable_sort(layer.ends.begin(), layer.ends.end(), [&](auto left, auto right) {
        return placed[left].last < placed[right].last;
      });
      layers_.push_back(std::move(layer));
    }
    history_.parents.resize(layers_.size());
  }

  static void place(Layer& layer, const Placement& it) {
    layer.parents[it.region] = it.parent;
    layer.rows[it.region] = it.row;
  }

  [[nodiscard]] std::vector<int> change_months() const {
    std::vector<int> months;
    for (std::size_t h = 0; h < layers_.size(); ++h) {
      for (const std::uint32_t i : layers_[h].starts) {
        months.push_back(table_.placements[h][i].first);
      }
      for (const std::uint32_t i : layers_[h].ends) {
        months.push_back(table_.placements[h][i].last + 1);
      }
    }
    std::sort(months.begin(), months.end());
    months.erase(std::unique(months.begin(), months.end()), months.end());
    return months;
  }

  void require_room(std::size_t editions) const {
    if (editions * (layers_.size() + 1) <= most_parents / std::max<std::size_t>(size_, 1)) return;
    throw LimitError(
        Fault{ErrorCode::too_many_editions,
              {std::to_string(size_), std::to_string(editions), std::to_string(most_parents)}});
  }

  /// Brings every layer to a month; true when a region stands elsewhere than before.
  bool pass(int month) {
    changes_.clear();
    for (std::size_t h = 0; h < layers_.size(); ++h) pass(h, month);
    return std::any_of(changes_.begin(), changes_.end(), [this](const Change& it) {
      return layers_[it.hierarchy].parents[it.region] != it.parent_before;
    });
  }

  void pass(std::size_t hierarchy, int month) {
    Layer& layer = layers_[hierarchy];
    const std::vector<Placement>& placed = table_.placements[hierarchy];
    for (; layer.next_end < layer.ends.size(); ++layer.next_end) {
      const Placement& it = placed[layer.ends[layer.next_end]];
      if (it.last >= month) break;
      note(hierarchy, it.region);
      layer.parents[it.region] = RegionTree::absent;
    }
    for (; layer.next_start < layer.starts.size(); ++layer.next_start) {
      const Placement& it = placed[layer.starts[layer.next_start]];
      if (it.first > month) break;
      note(hierarchy, it.region);
      place(layer, it);
    }
    for (const Change& it : changes_) layers_[it.hierarchy].is_noted[it.region] = 0;
  }

  /// Keeps where a region stood before this month.
  void note(std::size_t hierarchy, std::uint32_t region) {
    Layer& layer = layers_[hierarchy];
    if (std::exchange(layer.is_noted[region], 1) != 0) return;
    changes_.push_back({hierarchy, region, layer.parents[region]});
  }

  void open(int first, int last) {
    const int witness = first != RegionTree::from_ever ? first : last;
    check_parents(layers_.front().parents, layers_.front().parents, layers_.front().rows, witness);
    if (!wrong_levels_.empty()) {
      tell_circles(table_, layers_.front().parents, layers_.front().rows, faults_);
    }
    history_.editions.push_back({first, last});
    history_.units.push_back(leaves_of(layers_.front().parents));
    history_.parents.front().push_back(layers_.front().parents);
    for (std::size_t h = 1; h < layers_.size(); ++h) {
      history_.parents[h].push_back(wrong_levels_.empty()
                                        ? parents_in(h, witness)
                                        : RegionHistory::Parents(size_, RegionTree::absent));
    }
    for (const auto& parents : history_.parents) check_roots(parents.back());
  }

  void check_parents(const RegionHistory::Parents& parents, const RegionHistory::Parents& existing,
                     const std::vector<std::uint32_t>& rows, int witness) {
    for (std::size_t r = 0; r < size_; ++r) {
      if (parents[r] < 0 || existing[static_cast<std::size_t>(parents[r])] != RegionTree::absent)
        continue;
      const RegionRow& row = table_.rows[rows[r]];
      const bool is_never = witness == RegionTree::for_ever;
      fault(ErrorCode::absent_parent,
            {row.code, row.parent, is_never ? "0000-9999" : month_text(witness)}, rows[r]);
    }
  }

  void check_roots(const RegionHistory::Parents& parents) {
    if (roots_ == Roots::several) return;
    std::size_t root = size_;
    for (std::size_t r = 0; r < size_; ++r) {
      if (parents[r] != RegionTree::no_parent) continue;
      if (root == size_) {
        root = r;
        continue;
      }
      const std::uint32_t row = row_of(r);
      fault(ErrorCode::repeated_root, {table_.rows[row].code, table_.regions[root].code}, row);
    }
  }

  /// The row that places a region now, or any of its rows.
  [[nodiscard]] std::uint32_t row_of(std::size_t region) const {
    for (const Layer& layer : layers_) {
      if (layer.parents[region] != RegionTree::absent) return layer.rows[region];
    }
    return table_.naming_rows[table_.naming_begins[region]];
  }

  /// The parents of another hierarchy: its own rows, else those of the main one; only what stands
  /// above a leaf is part of it.
  RegionHistory::Parents parents_in(std::size_t hierarchy, int witness) {
    const Layer& layer = layers_[hierarchy];
    const RegionHistory::Parents& main = layers_.front().parents;
    RegionHistory::Parents parents = main;
    std::vector<std::uint32_t> rows = layers_.front().rows;
    bool is_used = false;
    for (std::size_t r = 0; r < size_; ++r) {
      if (layer.parents[r] == RegionTree::absent) continue;
      is_used = true;
      parents[r] = layer.parents[r];
      rows[r] = layer.rows[r];
    }
    if (!is_used) return RegionHistory::Parents(size_, RegionTree::absent);
    check_parents(parents, parents, rows, witness);
    keep_above_leaves(hierarchy, rows, parents);
    return parents;
  }

  void keep_above_leaves(std::size_t hierarchy, const std::vector<std::uint32_t>& rows,
                         RegionHistory::Parents& parents) {
    const std::vector<std::uint32_t>& is_leaf = history_.units.back();
    std::vector<std::uint8_t> is_placed(size_, 0);
    for (const std::uint32_t r : table_.by_level) {
      const bool is_below = parents[r] >= 0 && is_placed[static_cast<std::size_t>(parents[r])] != 0;
      is_placed[r] = is_below || layers_[hierarchy].parents[r] != RegionTree::absent ? 1 : 0;
      if (is_leaf[r] == 0 || is_placed[r] != 0) continue;
      fault(ErrorCode::outside_hierarchy,
            {table_.rows[rows[r]].code, table_.hierarchies[hierarchy]}, rows[r]);
    }
    std::vector<std::uint32_t> is_above = is_leaf;
    for (auto it = table_.by_level.rbegin(); it != table_.by_level.rend(); ++it) {
      if (is_above[*it] == 0) parents[*it] = RegionTree::absent;
      if (parents[*it] >= 0) is_above[static_cast<std::size_t>(parents[*it])] = 1;
    }
  }

  const RegionTable& table_;
  Roots roots_;
  RegionFaults& faults_;
  std::size_t size_;
  std::vector<Placement> wrong_levels_;
  std::vector<Layer> layers_;
  std::vector<Change> changes_;
  RegionHistory history_;
};

}  // namespace

RegionHistory follow(const RegionTable& table, Roots roots, FaultList& faults) {
  RegionFaults row_faults(table, faults);
  RegionHistory history = RegionFollower(table, roots, row_faults).follow();
  tell_wrong_levels(table, row_faults);
  return history;
}

std::vector<std::uint32_t> leaves_of(const RegionHistory::Parents& parents) {
  std::vector<std::uint32_t> is_leaf(parents.size());
  for (std::size_t r = 0; r < parents.size(); ++r)
    is_leaf[r] = parents[r] != RegionTree::absent ? 1 : 0;
  for (const std::int32_t parent : parents) {
    if (parent >= 0) is_leaf[static_cast<std::size_t>(parent)] = 0;
  }
  return is_leaf;
}

}  // namespace edustat::detail
