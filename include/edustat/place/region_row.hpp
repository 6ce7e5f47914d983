// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// What a node of the tree stands for.
enum class RegionKind : std::uint8_t {
  region,    ///< a place, a district or a school
  own_level  ///< the own level of its parent: 市本级, 市直
};

/// One row of a table of regions: what one code is called and where it belongs, for some time.
///
/// Several rows of one code, valid at different times, are one region that was renamed or moved.
struct RegionRow {
  std::string code;         ///< unique at any time; never used again for another region
  std::string name;         ///< need not be unique: there are several 朝阳区
  std::string level;        ///< any word, `county` or `区县`; an own level may leave it empty
  std::string parent;       ///< code of the containing region; empty for a root
  std::string hierarchy{};  ///< for which this row gives the parent; empty for the main one
  std::optional<int> first_month{};      ///< valid from, counted as in Period; absent: from ever
  std::optional<int> last_month{};       ///< valid to, counted as in Period; absent: for ever
  RegionKind kind = RegionKind::region;  ///< what the node stands for
  std::string successor{};               ///< code that takes over when this row ends
  Place place{};                         ///< where the row stands, for faults

  /// Equal in everything but the place.
  friend bool operator==(const RegionRow& left, const RegionRow& right);
};

/// How many regions without a parent one hierarchy may have at one time.
enum class Roots : std::uint8_t {
  one,     ///< exactly one
  several  ///< any number: a table of provinces without their nation
};

/// What the rows alone do not say.
struct RegionTreeOptions {
  /// Words of the levels from top to bottom; empty: derived from who contains whom.
  std::vector<std::string> levels{};
  Roots roots = Roots::one;    ///< allowed in a hierarchy
  std::optional<int> basis{};  ///< month of a comparable basis, see RegionTree::on_basis_of

  /// Equal in every part.
  friend bool operator==(const RegionTreeOptions&, const RegionTreeOptions&) = default;
};

/// `one` or `several`.
[[nodiscard]] std::string_view name_of(Roots roots) noexcept;

}  // namespace edustat
