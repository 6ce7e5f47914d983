// SPDX-License-Identifier: Apache-2.0
#include "place/region_table.hpp"

#include "place/region_levels.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace edustat::detail {
namespace {

/// Groups items by a number below `count`, in their order: begins[k] to begins[k + 1] are those of
/// k.
template <typename NumberOf>
std::vector<std::uint32_t> group_by(std::size_t items, std::size_t count, NumberOf number_of,
                                    std::vector<std::size_t>& begins) {
  begins.assign(count + 1, 0);
  for (std::size_t i = 0; i < items; ++i) {
    if (number_of(i) != none) ++begins[number_of(i) + 1];
  }
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> sorted(begins.back());
  std::vector<std::size_t> next(begins.begin(), begins.end() - 1);
  for (std::size_t i = 0; i < items; ++i) {
    if (number_of(i) != none) sorted[next[number_of(i)]++] = static_cast<std::uint32_t>(i);
  }
  return sorted;
}

class RegionTableReader {
 public:
  RegionTableReader(std::vector<RegionRow> rows, FaultList& faults) : faults_(faults) {
    table_.rows = std::move(rows);
  }

  RegionTable read(const RegionTreeOptions& options) {
    if (table_.rows.empty()) faults_.add_structural({ErrorCode::empty_tree});
    number_codes();
    sort_code_rows();
    read_successors();
    unite_renamed();
    number_regions();
    sort_naming_rows();
    place_regions();
    read_levels(table_, options.levels, faults_);
    read_mergers();
    sort_by_level(table_);
    return std::move(table_);
  }

 private:
  struct Edge {
    std::uint32_t code;
    std::uint32_t successor;
    std::uint32_t row;
  };

  void fault(ErrorCode code, std::vector<std::string> arguments, std::uint32_t row) {
    faults_.add_structural({code, std::move(arguments), table_.rows[row].place});
  }

  void number_codes() {
    row_codes_.assign(table_.rows.size(), none);
    table_.is_faulty.assign(table_.rows.size(), 0);
    codes_.reserve(table_.rows.size());
    std::unordered_map<std::string_view, std::uint32_t> hierarchies{{"", 0}};
    table_.hierarchies.emplace_back();
    for (std::uint32_t i = 0; i < table_.rows.size(); ++i) {
      const RegionRow& row = table_.rows[i];
      const auto [hierarchy, is_new] =
          hierarchies.emplace(row.hierarchy, static_cast<std::uint32_t>(table_.hierarchies.size()));
      if (is_new) table_.hierarchies.push_back(row.hierarchy);
      row_hierarchies_.push_back(hierarchy->second);
      if (row.name.empty()) fault(ErrorCode::region_without_name, {row.code}, i);
      if (row.level.empty() && row.kind == RegionKind::region) {
        fault(ErrorCode::region_without_level, {row.code}, i);
      }
      if (last_of(row) < first_of(row)) fault(ErrorCode::region_ends_early, {row.code}, i);
      if (row.code.empty()) {
        fault(ErrorCode::region_without_code, {row.name}, i);
        continue;
      }
      const auto number = static_cast<std::uint32_t>(codes_.size());
      row_codes_[i] = codes_.emplace(row.code, number).first->second;
    }
    has_main_row_.assign(codes_.size(), 0);
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (row_codes_[i] != none && row_hierarchies_[i] == 0) has_main_row_[row_codes_[i]] = 1;
    }
  }

  /// Rows of another hierarchy name and date a region only where it has no other row.
  [[nodiscard]] bool is_naming(std::size_t row) const noexcept {
    return row_hierarchies_[row] == 0 || has_main_row_[row_codes_[row]] == 0;
  }

  void sort_rows(std::vector<std::uint32_t>& rows, const std::vector<std::size_t>& begins) const {
    for (std::size_t k = 0; k + 1 < begins.size(); ++k) {
      if (begins[k + 1] - begins[k] < 2) continue;
      std::stable_sort(rows.begin() + static_cast<std::ptrdiff_t>(begins[k]),
                       rows.begin() + static_cast<std::ptrdiff_t>(begins[k + 1]),
                       [this](std::uint32_t left, std::uint32_t right) {
                         return first_of(table_.rows[left]) < first_of(table_.rows[right]);
                       });
    }
  }

  void sort_code_rows() {
    code_rows_ = group_by(
        table_.rows.size(), codes_.size(),
        [this](std::size_t i) {
          return row_codes_[i] == none || !is_naming(i) ? none : row_codes_[i];
        },
        code_begins_);
    sort_rows(code_rows_, code_begins_);
  }

  /// The row of a code that ends last.
  [[nodiscard]] const RegionRow& last_row(std::uint32_t code) const {
    return table_.rows[code_rows_[code_begins_[code + 1] - 1]];
  }

  void read_successors() {
    for (const std::uint32_t i : code_rows_) {
      const RegionRow& row = table_.rows[i];
      if (row.successor.empty() || row.successor == row.code) continue;
      const auto it = codes_.find(row.successor);
      if (it == codes_.end()) {
        fault(ErrorCode::unknown_successor, {row.code, row.successor}, i);
      } else if (!row.last_month) {
        fault(ErrorCode::successor_without_end, {row.code, row.successor}, i);
      } else if (last_of(last_row(it->second)) <= *row.last_month) {
        fault(ErrorCode::successor_ends_early, {row.code, row.successor}, i);
      } else {
        edges_.push_back({row_codes_[i], it->second, i});
      }
    }
  }

  [[nodiscard]] bool exist_together(std::uint32_t left, std::uint32_t right) const {
    std::size_t i = code_begins_[left];
    std::size_t k = code_begins_[right];
    while (i < code_begins_[left + 1] && k < code_begins_[right + 1]) {
      const RegionRow& a = table_.rows[code_rows_[i]];
      const RegionRow& b = table_.rows[code_rows_[k]];
      if (last_of(a) < first_of(b)) {
        ++i;
      } else if (last_of(b) < first_of(a)) {
        ++k;
      } else {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::uint32_t head(std::uint32_t code) {
    while (heads_[code] != code) code = heads_[code] = heads_[heads_[code]];
    return code;
  }

  void unite_renamed() {
    heads_.resize(codes_.size());
    std::iota(heads_.begin(), heads_.end(), 0U);
    std::vector<std::uint32_t> predecessor(codes_.size(), none);
    std::vector<std::uint8_t> has_several(codes_.size(), 0);
    for (const Edge& edge : edges_) {
      std::uint32_t& known = predecessor[edge.successor];
      if (known != none && known != edge.code) has_several[edge.successor] = 1;
      known = edge.code;
    }
    for (const Edge& edge : edges_) {
      const RegionRow& before = last_row(edge.code);
      const RegionRow& after = last_row(edge.successor);
      const bool is_alike = before.level == after.level && before.kind == after.kind;
      if (has_several[edge.successor] == 0 && is_alike &&
          !exist_together(edge.code, edge.successor)) {
        heads_[head(edge.code)] = head(edge.successor);
      }
    }
  }

  /// The codes of a region; the latest stands where the region does in the official order.
  void number_regions() {
    std::vector<std::uint32_t> latest(codes_.size(), none);
    for (std::uint32_t code = 0; code < codes_.size(); ++code) {
      std::uint32_t& best = latest[head(code)];
      if (best == none || last_of(last_row(best)) < last_of(last_row(code))) best = code;
    }
    std::vector<std::uint32_t> region(codes_.size(), none);
    for (const std::uint32_t code : row_codes_) {
      if (code == none || latest[head(code)] != code || region[head(code)] != none) continue;
      const RegionRow& row = last_row(code);
      region[head(code)] = static_cast<std::uint32_t>(table_.regions.size());
      table_.regions.push_back({row.code, row.name, 0, row.kind});
    }
    table_.row_regions.resize(table_.rows.size(), none);
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (row_codes_[i] != none) table_.row_regions[i] = region[head(row_codes_[i])];
    }
    table_.numbers = std::move(codes_);
    for (auto& [code, number] : table_.numbers) number = region[head(number)];
  }

  void sort_naming_rows() {
    table_.naming_rows = group_by(
        table_.rows.size(), table_.regions.size(),
        [this](std::size_t i) {
          return row_codes_[i] == none || !is_naming(i) ? none : table_.row_regions[i];
        },
        table_.naming_begins);
    sort_rows(table_.naming_rows, table_.naming_begins);
  }

  void place_regions() {
    table_.placements.resize(table_.hierarchies.size());
    std::vector<std::size_t> begins;
    std::vector<std::uint32_t> rows = group_by(
        table_.rows.size(), table_.regions.size(),
        [this](std::size_t i) { return table_.row_regions[i]; }, begins);
    sort_rows(rows, begins);
    for (const std::uint32_t i : rows) {
      const RegionRow& row = table_.rows[i];
      std::int32_t parent = RegionTree::no_parent;
      if (!row.parent.empty()) {
        const auto it = table_.numbers.find(row.parent);
        if (it == table_.numbers.end()) {
          fault(ErrorCode::unknown_parent, {row.code, row.parent}, i);
          table_.is_faulty[i] = 1;
        } else {
          parent = static_cast<std::int32_t>(it->second);
        }
      }
      std::vector<Placement>& placed = table_.placements[row_hierarchies_[i]];
      const std::uint32_t region = table_.row_regions[i];
      if (!placed.empty() && placed.back().region == region &&
          placed.back().last >= first_of(row)) {
        const Place& other = table_.rows[placed.back().row].place;
        fault(ErrorCode::repeated_region, {row.code, to_string(other)}, i);
      }
      placed.push_back({region, parent, first_of(row), last_of(row), i});
    }
  }

  void read_mergers() {
    for (const Edge& edge : edges_) {
      const std::uint32_t region = table_.row_regions[edge.row];
      const std::uint32_t successor = table_.numbers.at(table_.rows[edge.row].successor);
      if (region == successor) continue;
      table_.successions.push_back({region, last_of(table_.rows[edge.row]), successor});
    }
    std::sort(table_.successions.begin(), table_.successions.end(),
              [](const Succession& left, const Succession& right) {
                return std::pair(left.region, left.last_month) <
                       std::pair(right.region, right.last_month);
              });
  }

  FaultList& faults_;
  RegionTable table_{};
  std::unordered_map<std::string_view, std::uint32_t> codes_;
  std::vector<std::uint32_t> row_codes_;
  std::vector<std::uint32_t> row_hierarchies_;
  std::vector<std::uint8_t> has_main_row_;
  std::vector<std::uint32_t> code_rows_;  ///< naming rows by code, then by time
  std::vector<std::size_t> code_begins_;
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> heads_;
};

}  // namespace

RegionTable read_regions(std::vector<RegionRow> rows, const RegionTreeOptions& options,
                         FaultList& faults) {
  return RegionTableReader(std::move(rows), faults).read(options);
}

void sort_by_level(RegionTable& table) {
  table.by_level = group_by(
      table.regions.size(), table.levels.size() + 1,
      [&](std::size_t i) { return static_cast<std::uint32_t>(table.regions[i].level); },
      table.level_begins);
}

}  // namespace edustat::detail
