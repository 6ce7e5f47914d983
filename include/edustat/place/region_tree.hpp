// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/place/region_row.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat {

/// Number of a region in its tree, from 0 in the official order: the order of the rows that bear
/// its latest code.
using RegionNumber = std::uint32_t;

/// Regions that contain each other: school, county, city, province, nation.
///
/// What a region is does not change; its names, codes, parents and mergers are dated. A region
/// whose code ends with one successor that only then begins, and that has no other predecessor and
/// the same level, is renamed: one region with two codes (永年县 130429, 永年区 130408). Any other
/// succession is a merger, and its regions stay apart until on_basis_of() brings them together.
///
/// Immutable; copies share their content. Every valid tree has its levels in order, so that a
/// parent is always of a higher level than its child; levels may be skipped (省直辖县).
class RegionTree {
 public:
  /// In parents(): a root. In ancestors_at(): no ancestor of that level.
  static constexpr std::int32_t no_parent = -1;
  /// In parents() and ancestors_at(): a region that does not exist in that edition.
  static constexpr std::int32_t absent = -2;
  /// In numbered(): no region has that code.
  static constexpr std::int32_t no_region = -1;
  /// First month of the first edition: no time is before it.
  static constexpr int from_ever = std::numeric_limits<int>::min();
  /// Last month of the last edition: no time is after it.
  static constexpr int for_ever = std::numeric_limits<int>::max();

  /// A region, as it is now.
  struct Region {
    std::string code{};                    ///< the latest
    std::string name{};                    ///< the latest
    std::size_t level = 0;                 ///< number in levels()
    RegionKind kind = RegionKind::region;  ///< what the node stands for
  };
  /// A span of months in which no region begins, ends or moves.
  struct Edition {
    int first_month;  ///< from_ever for the first
    int last_month;   ///< for_ever for the last
    /// Equal in both.
    friend bool operator==(const Edition&, const Edition&) = default;
  };
  /// Regions that are named together, across the tree: 7个扶贫县.
  struct Group {
    std::string name{};                   ///< unique in the tree
    std::string within{};                 ///< code of the region that contains it; empty: the whole
    std::vector<RegionNumber> members{};  ///< in the official order, none inside another
    /// Equal in every part.
    friend bool operator==(const Group&, const Group&) = default;
  };

  /// What whole numbers mean as codes.
  struct Numbered {
    std::int64_t first = 0;  ///< the number that `regions` begins with
    /// By number less `first`, at least one: the region, or no_region.
    std::shared_ptr<const std::vector<std::int32_t>> regions{};
    /// The last number that is there.
    [[nodiscard]] std::int64_t last() const noexcept {
      return first + static_cast<std::int64_t>(regions->size()) - 1;
    }
  };

  /// Checks a table of regions.
  ///
  /// A row of another hierarchy says where its region stands there. Regions without such a row
  /// stand in it as in the main one, so it is enough to place provinces in 东部, 中部 and 西部; but
  /// every leaf must be below some region that has one.
  /// @throws StructureError with every fault and its place: no regions, code, name or level left
  /// out, unknown or absent parents and successors, overlapping rows of one region, circles, levels
  /// in two orders, several roots, leaves outside a hierarchy; LimitError beyond 2^28 parents,
  /// counting every month in which a row begins or ends
  explicit RegionTree(std::vector<RegionRow> rows, RegionTreeOptions options = {});
  /// A tree from the six-digit codes of GB/T 2260: 130000 province, 130400 city, 130402 county.
  ///
  /// Parents follow from the digits. A county whose city has no row stands below its province
  /// (429004 without 429000). 000000, where it is there, is the nation above all; without it, each
  /// province is a root. Levels are called nation, province, city and county.
  /// @throws StructureError (malformed_region_code and the faults above)
  /// @source GB/T 2260-2007, structure of the codes
  [[nodiscard]] static RegionTree from_gbt2260(
      std::span<const std::pair<std::string, std::string>> codes_and_names);

  /// How many regions there are, each once, whatever its rows.
  [[nodiscard]] std::size_t size() const noexcept;
  /// A region by its number, below size().
  [[nodiscard]] const Region& region(RegionNumber number) const noexcept;
  /// The region that bears or bore this code; on a comparable basis also the one it merged into.
  [[nodiscard]] std::optional<RegionNumber> find(std::string_view code) const;
  /// The region with this code. @throws CodeError (unknown_region)
  [[nodiscard]] RegionNumber number(std::string_view code) const;
  /// The regions that find() has for the codes from `low` to `high` written as whole numbers
  /// without leading zeros. The table may begin earlier and end later: asked for again, the same
  /// memory is given where codes lie close together.
  [[nodiscard]] Numbered numbered(std::int64_t low, std::int64_t high) const;
  /// Every region that bears or bore this name, in the official order.
  [[nodiscard]] std::vector<RegionNumber> named(std::string_view name) const;
  /// The name in a month; before it began its first, after it ended its last.
  [[nodiscard]] std::string_view name_at(RegionNumber number, int month) const noexcept;
  /// The code in a month, likewise.
  [[nodiscard]] std::string_view code_at(RegionNumber number, int month) const noexcept;
  /// The region that this one was merged into when it last ended, or nothing.
  [[nodiscard]] std::optional<RegionNumber> successor(RegionNumber number) const noexcept;

  /// The words of the levels, from top to bottom.
  [[nodiscard]] std::span<const std::string> levels() const noexcept;
  /// The number of a level. @throws CodeError (unknown_name, with the known ones)
  [[nodiscard]] std::size_t level_number(std::string_view level) const;
  /// The regions of a level, below levels().size(), in the official order.
  [[nodiscard]] std::span<const RegionNumber> at_level(std::size_t level) const noexcept;
  /// All regions, level by level from the top: parents before children.
  [[nodiscard]] std::span<const RegionNumber> parents_first() const noexcept;
  /// The names of the hierarchies; the first is the main one, which is empty.
  [[nodiscard]] std::span<const std::string> hierarchies() const noexcept;

  /// How many editions there are, at least one.
  [[nodiscard]] std::size_t edition_count() const noexcept { return editions().size(); }
  /// All editions, from the earliest; together they hold every month once.
  [[nodiscard]] std::span<const Edition> editions() const noexcept;
  /// The edition of a month.
  [[nodiscard]] std::size_t edition_at(int month) const noexcept;
  /// The last edition in which there is any region.
  [[nodiscard]] std::size_t latest_edition() const noexcept;

  /// By region: the number of its parent, no_parent or absent.
  /// @throws CodeError (unknown_name) for another hierarchy, as all below
  [[nodiscard]] std::span<const std::int32_t> parents(std::size_t edition,
                                                      std::string_view hierarchy = {}) const;
  /// By region: itself where it is of that level, otherwise its nearest ancestor of that level,
  /// no_parent where that level is skipped, or absent.
  [[nodiscard]] std::vector<std::int32_t> ancestors_at(std::size_t edition, std::size_t level,
                                                       std::string_view hierarchy = {}) const;
  /// By region: how many reporting units there are at it or below. A unit is a region without
  /// children, an own level among them; on a comparable basis a region that merged is a unit of its
  /// successor for as long as it existed.
  [[nodiscard]] std::span<const std::uint32_t> leaf_counts(std::size_t edition,
                                                           std::string_view hierarchy = {}) const;
  /// The regions directly below, in the official order.
  [[nodiscard]] std::vector<RegionNumber> children(RegionNumber number, std::size_t edition,
                                                   std::string_view hierarchy = {}) const;
  /// The regions without children at this one or below, in the official order.
  [[nodiscard]] std::vector<RegionNumber> leaves(RegionNumber number, std::size_t edition,
                                                 std::string_view hierarchy = {}) const;

  /// True when no leaf moved in or out between two editions, and none that stood elsewhere merged
  /// into one inside. Schools that open or close are no change; a region that does not exist in
  /// both has not the same boundary.
  [[nodiscard]] bool has_same_boundary(RegionNumber number, std::size_t edition_a,
                                       std::size_t edition_b,
                                       std::string_view hierarchy = {}) const;
  /// The same for every region at once: 1 where it holds, 0 where not.
  [[nodiscard]] std::vector<std::uint8_t> same_boundaries(std::size_t edition_a,
                                                          std::size_t edition_b,
                                                          std::string_view hierarchy = {}) const;

  /// A comparable basis (可比口径): every region stands at all times where it stands in this month.
  ///
  /// One that had merged by then is no region any more, its codes mean its successor, so that
  /// earlier facts are added to those of today's region. One that had ended without a successor,
  /// or begins later, stays where it last or first stood. When a region existed is kept, so that
  /// what is due in a month does not change; hence there may be several editions, of which no two
  /// differ in a boundary. Numbers are given anew. Groups follow their members.
  [[nodiscard]] RegionTree on_basis_of(int month) const;
  /// The tree without everything below a level. Hierarchies and groups that name what is left out
  /// are left out. @throws CodeError (unknown_name)
  [[nodiscard]] RegionTree cut_at(std::string_view level) const;
  /// The tree with one more group.
  /// @throws StructureError with every fault: no members, a name given twice, members that are
  /// unknown, named twice, not inside `within` when they last existed, or inside another member;
  /// CodeError for an unknown `within`
  [[nodiscard]] RegionTree with_group(std::string name, std::span<const std::string> codes,
                                      std::string within = {}) const;
  /// The groups, as they were added.
  [[nodiscard]] std::span<const Group> groups() const noexcept;
  /// The group with a name. @throws CodeError (unknown_name, with the known ones)
  [[nodiscard]] const Group& group(std::string_view name) const;

  /// The table that the tree was made of; `RegionTree(rows(), options())` and the groups make it
  /// again.
  [[nodiscard]] std::span<const RegionRow> rows() const noexcept;
  /// As given to the constructor.
  [[nodiscard]] const RegionTreeOptions& options() const noexcept;
  /// Equal in rows, options and groups.
  friend bool operator==(const RegionTree& left, const RegionTree& right);

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
  std::shared_ptr<const std::vector<Group>> groups_;
};

}  // namespace edustat
