// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/item.hpp"

#include "panel/block_leaves.hpp"
#include "panel/crew.hpp"
#include "panel/formula_column.hpp"
#include "panel/leaf.hpp"
#include "panel/totals_facts.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace edustat::detail {

/// A formula that stands in no catalogue, read for categories.
struct FreeFormula {
  Indicator indicator;  ///< formula, unit, places and rounding
  std::vector<Reference::Category> categories{};
};

/// Computes free formulas on totals block by block, and keeps nothing: what is wanted of the values
/// is taken while they are in the nearest cache.
class FormulaBlocks {
 public:
  /// The sources and the formulas must outlive it.
  FormulaBlocks(const TotalsFacts::Sources& sources, std::span<const FreeFormula> formulas);

  /// Why a formula is not computed; empty for one that is.
  [[nodiscard]] const std::vector<Fault>& faults(std::size_t formula) const noexcept {
    return faults_[formula];
  }

  /// The values of one formula for some rows of one period.
  struct Block {
    std::size_t formula;
    BlockRange range;
    const std::int64_t* values;  ///< 0 where there is none, and where it needs more than 64 bits
    const CellStatus* statuses;
    bool has_beyond;  ///< some value needs more than 64 bits
  };
  /// Calls body(block, member) for every block of every formula, on the threads of a crew of at
  /// most `members`. @throws Cancelled, and what a body throws
  void visit(const Work& work, const std::function<void(const Block&, unsigned)>& body) const;
  /// How many threads visit() uses at the most.
  [[nodiscard]] unsigned members(const Work& work) const { return Crew(work, pieces()).size(); }

 private:
  [[nodiscard]] std::size_t rows_of_piece() const noexcept;
  [[nodiscard]] std::size_t pieces_of_period() const noexcept;
  [[nodiscard]] std::size_t pieces() const noexcept;
  [[nodiscard]] std::optional<Rational> read(std::size_t formula, const BlockRange& cell) const;

  TotalsFacts::Sources sources_;
  std::span<const FreeFormula> formulas_;
  std::vector<std::vector<Fault>> faults_;
  std::vector<Leaf> leaves_;
  std::vector<std::optional<FormulaColumn>> columns_;
};

}  // namespace edustat::detail
