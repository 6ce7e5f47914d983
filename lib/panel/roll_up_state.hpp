// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/roll_up.hpp"

#include "number/int128.hpp"
#include "panel/cells.hpp"
#include "panel/layout.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace edustat {

namespace detail {
class CellTables;
}  // namespace detail

/// Everything that a roll-up keeps between two calls.
struct RollUp::State {
  RegionTree tree;
  RollUpOptions options{};
  std::string hierarchy{};
  std::shared_ptr<const detail::Layout> layout{};
  std::vector<Series> series{};
  std::vector<detail::uint128> magnitudes{};  ///< by series: not below the sum of absolute values
  detail::CellsByKey cells{};
  detail::ReportedTotals reported{};  ///< never added
  /// Of the last panel: the next may mean the same by its codes.
  std::shared_ptr<const detail::CellTables> tables{};
  std::set<RegionNumber> own_levels{};  ///< inner nodes that report an own level: due like a leaf

  State(const RegionTree& tree_in, RollUpOptions options_in, std::string_view hierarchy_in);
  /// With a layout that was made for all that.
  State(const RegionTree& tree_in, RollUpOptions options_in, std::string_view hierarchy_in,
        std::shared_ptr<const detail::Layout> layout_in);
  /// The same roll-up before it took anything.
  [[nodiscard]] std::unique_ptr<State> without_facts() const;
  /// With cells of nobody else.
  [[nodiscard]] std::unique_ptr<State> copy() const;

  /// The number of a series, a new one where there is none like it.
  /// @throws StructureError (different_series) where it is there with other rules or units
  std::size_t number_of(const Series& wanted);
  /// Says that a series takes so much more. Where its sums might leave 64 bits, they are moved to
  /// 128. @throws LimitError beyond those
  void reserve(std::size_t number, detail::uint128 magnitude);
  /// True when the sums of this series are kept in 128 bits.
  [[nodiscard]] bool is_wide(std::size_t number) const;
  /// Sums of a period and series, zeroed where there are none.
  detail::Cells& cells_of(const Period& period, std::size_t number);
  /// Adds what another took; keeps its cells, so they must be of nobody else.
  void add(State&& other);
  /// Adds the cells of another sum; keeps them where there are none, so they must be of nobody
  /// else.
  void add_cells(const Period& period, std::size_t number, detail::Cells other);
  /// Cells of nobody else.
  [[nodiscard]] detail::Cells copy_of(const detail::Cells& from) const;
  /// Every cell added up into those above it, groups and rests filled in.
  /// The state is used up: its cells become those of the totals.
  [[nodiscard]] Totals finish(const Work& work) &&;
};

}  // namespace edustat
