// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/totals.hpp"

#include "panel/leaf.hpp"
#include "panel/leaf_source.hpp"
#include "panel/polynomial.hpp"
#include "panel/strength.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace edustat::detail {

/// Rows of one period that are computed together.
struct BlockRange {
  std::size_t period;
  std::size_t begin;  ///< first row
  std::size_t size;   ///< rows
};

/// What the leaves of all formulas are in one block, side by side: read once, used by every
/// formula.
class BlockLeaves {
 public:
  /// One leaf.
  struct Column {
    const std::int64_t* values = nullptr;  ///< by row of the block; null for a wide series
    const Strength* strengths = nullptr;   ///< by row of the block
    Strength weakest = of_complete;        ///< of all rows
    Strength strongest = of_complete;      ///< of all rows
  };

  BlockLeaves(const Boundaries& boundaries, std::span<const Leaf> leaves, Partial partial);

  /// Turns to another block.
  void move_to(const BlockRange& range);
  /// Turns to another block and reads these leaves alone.
  void move_to(const BlockRange& range, std::span<const LeafNumber> wanted);

  [[nodiscard]] const BlockRange& range() const noexcept { return range_; }
  [[nodiscard]] const Column& operator[](LeafNumber leaf) const noexcept { return columns_[leaf]; }
  /// The whole number of one cell, whatever its size.
  [[nodiscard]] Rational value(LeafNumber leaf, std::size_t row_in_block) const;

 private:
  void set_range(const BlockRange& range);
  void read(LeafNumber leaf);
  void read_uniform(LeafNumber leaf);
  void read_row(LeafNumber leaf);
  void read_parents(LeafNumber leaf);
  void read_cells(LeafNumber leaf);

  const Boundaries& boundaries_;
  const Totals& totals_;
  std::span<const Leaf> leaves_;
  Partial partial_;
  BlockRange range_{0, 0, 0};
  std::vector<LeafSource> sources_;                // of the period
  std::vector<Column> columns_;                    // by leaf
  std::vector<std::vector<std::int64_t>> values_;  // by leaf, where they are gathered
  std::vector<std::vector<Strength>> strengths_;   // by leaf
};

}  // namespace edustat::detail
