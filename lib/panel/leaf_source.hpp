// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/totals.hpp"

#include "panel/boundaries.hpp"
#include "panel/leaf.hpp"
#include "panel/strength.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace edustat::detail {

/// Where the values of a leaf stand for the rows of one period: the one place that knows what a
/// shift, a parent and a plan mean in totals.
///
/// A shift never leads to a neighbouring period: where the period meant is not among those of the
/// totals, the leaf is missing. Of a plan or a standard, the period that is meant or else the
/// shortest that contains it speaks, row by row the first in which something is known.
class LeafSource {
 public:
  LeafSource(const Boundaries& boundaries, const Leaf& leaf, std::size_t period);

  /// What all rows have in common.
  enum class Kind : std::uint8_t {
    absent,        ///< no such period
    zero,          ///< before the first period of an origin: nothing had been counted
    other_origin,  ///< counted since another origin
    found          ///< the cells tell
  };
  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  /// True when every row is found in one period, in which its regions are what they are now: then
  /// the row of the leaf is parents() rows up, with its status there.
  [[nodiscard]] bool is_plain() const noexcept {
    return kind_ == Kind::found && candidates_.size() == 1 && candidates_.front().same == nullptr;
  }
  /// The period of a plain source.
  [[nodiscard]] std::size_t period() const noexcept { return candidates_.front().period; }
  /// The period in whose tree the way up is taken, of a plain source.
  [[nodiscard]] std::size_t tree() const noexcept { return candidates_.front().tree; }

  /// One cell of the leaf.
  struct Cell {
    Strength strength = of_missing;  ///< with the total's own status
    std::size_t period = 0;          ///< number, where kind() is found
    std::size_t row = 0;             ///< number
  };
  /// The cell for a row of the computed period.
  [[nodiscard]] Cell cell(std::size_t row, Partial partial) const;

 private:
  /// A period whose cells may be meant.
  struct Candidate {
    std::size_t period;
    std::size_t tree;          ///< the period in whose tree the way up is taken
    const std::uint8_t* same;  ///< by row: 1 where the region is the same; null where all are
  };
  [[nodiscard]] std::optional<std::size_t> row_above(std::size_t row, std::size_t period) const;
  [[nodiscard]] Strength strength_without_parent(std::size_t row, std::size_t period) const;
  [[nodiscard]] std::vector<std::size_t> plan_periods(const Period& wanted) const;
  [[nodiscard]] Kind kind_in_origin(const Series& series, const Period& anchor,
                                    const Period& wanted) const;

  const Totals* totals_;
  Leaf leaf_;
  std::size_t subject_;
  Kind kind_ = Kind::absent;
  std::vector<Candidate> candidates_{};
};

}  // namespace edustat::detail
