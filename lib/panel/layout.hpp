// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/roll_up.hpp"
#include "edustat/panel/totals.hpp"
#include "edustat/place/region_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace edustat::detail {

/// Where sums are kept: a cell for each row of the result, for each member of a group, and one for
/// what belongs nowhere.
///
/// A fact goes to the nearest cell at or above its region; cells are then added up along `up`, from
/// the deepest. Which cell is above which may differ between the editions of the tree.
class Layout {
 public:
  /// A group, or the rest of what contains it.
  struct Group {
    std::uint32_t cell;                      ///< of the group or the rest
    std::int32_t within;                     ///< cell of what contains it, or no_parent
    std::vector<std::uint32_t> members;      ///< cells
    std::vector<RegionNumber> regions;       ///< the same as regions
    std::optional<RegionNumber> containing;  ///< what contains it
  };
  /// Cells side by side with one cell above them.
  struct Siblings {
    std::uint32_t up;
    std::uint32_t first;
    std::uint32_t count;
  };
  /// The same for every period of an edition of the tree.
  struct Edition {
    std::vector<std::uint32_t> home;  ///< by region: the nearest cell at or above it, or nowhere
    std::vector<std::uint32_t> self;  ///< by region: its own cell, or nowhere
    std::vector<std::int32_t> up;     ///< by cell: the next cell above, or no_parent
    std::vector<Siblings> steps;      ///< children before parents
    std::vector<std::uint32_t> due;   ///< by cell: reporting units at or below it
    std::vector<std::int32_t> parent_rows;  ///< by row: the next row above, or no_parent
    std::vector<bool> is_leaf;              ///< by region
    std::vector<bool> exists;               ///< by region
  };

  /// @throws CodeError (unknown level or group)
  Layout(const RegionTree& tree, const std::vector<std::string>& levels,
         const std::vector<std::string>& groups, std::string_view hierarchy);

  /// Rows of the result: the first cells.
  [[nodiscard]] std::span<const Totals::Row> rows() const noexcept { return rows_; }
  /// Cells without the one for nowhere, which follows.
  [[nodiscard]] std::size_t cells() const noexcept { return cells_; }
  /// The cell for what belongs nowhere.
  [[nodiscard]] std::uint32_t nowhere() const noexcept {
    return static_cast<std::uint32_t>(cells_);
  }
  /// Numbers from one series to the next: cells, nowhere, and what rounds them up to a line.
  [[nodiscard]] std::size_t stride() const noexcept { return (cells_ + 8) / 8 * 8; }
  /// By edition of the tree.
  [[nodiscard]] const Edition& edition(std::size_t number) const { return editions_[number]; }
  [[nodiscard]] std::size_t editions() const noexcept { return editions_.size(); }
  [[nodiscard]] std::span<const Group> groups() const noexcept { return groups_; }
  /// True when no reporting unit of the row changed sides between two editions.
  [[nodiscard]] bool has_same_boundary(const RegionTree& tree, std::size_t row, std::size_t edition,
                                       std::size_t other) const;
  /// The number of the row with this code, or rows().size().
  [[nodiscard]] std::size_t row(std::string_view code) const;

 private:
  void add_levels(const RegionTree& tree, const std::vector<std::string>& levels);
  void add_groups(const RegionTree& tree, const std::vector<std::string>& names,
                  std::string_view hierarchy);
  void add_edition(const RegionTree& tree, std::size_t number, std::string_view hierarchy);
  std::uint32_t cell_of(RegionNumber region);

  std::vector<Totals::Row> rows_;
  std::size_t cells_ = 0;
  std::vector<std::int32_t> cell_of_region_;  ///< by region; no_parent for none
  std::vector<Group> groups_;
  std::vector<Edition> editions_;
  std::unordered_map<std::string, std::size_t> row_by_code_;
};

}  // namespace edustat::detail
