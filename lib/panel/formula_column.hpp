// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rounding.hpp"
#include "edustat/panel/totals.hpp"

#include "number/int128.hpp"
#include "panel/block_leaves.hpp"
#include "panel/compiled_formula.hpp"
#include "panel/ratio_kernel.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace edustat::detail {

/// Memory of one thread for the rows of a block.
struct BlockMemory {
  std::vector<std::int64_t> top{};
  std::vector<std::int64_t> bottom{};
  std::vector<std::int64_t> product{};
  std::vector<Strength> strengths{};
  bool has_beyond = false;  ///< some value needed more than 64 bits; never set back here
};

/// A compiled formula as a computation on blocks.
///
/// In 64 bits where the largest inputs prove that nothing overflows, of all totals or at least of
/// the block; else in 128 bits with every step checked; else, in the cells that need it, in numbers
/// of any size.
class FormulaColumn {
 public:
  /// How values are shown.
  struct Shown {
    Rounding rounding = Rounding::half_up;
    Rational scale = 1;  ///< units of the last place in 1, for a root
  };
  FormulaColumn(CompiledFormula formula, const Shown& shown, const Totals& totals,
                std::span<const Leaf> leaves);

  /// The value reading of a cell, by row in the block: for formulas without a fraction.
  using Read = std::function<std::optional<Rational>(std::size_t row)>;
  /// Rounded values and statuses of the rows of a block; a value beyond 64 bits is left at 0.
  void compute(const BlockLeaves& leaves, BlockMemory& memory, std::int64_t* values,
               CellStatus* statuses, const Read& read) const;

  /// The fraction before its factor, for comparing rows: in 64 bits, or nothing where they may not
  /// be enough. Rows without a value hold anything.
  [[nodiscard]] bool small_fractions(const BlockLeaves& leaves, BlockMemory& memory) const;
  /// The fraction of one row, or of a root what it is taken of: exact, in units of the last place.
  /// Nothing without a fraction; the row must have a value.
  [[nodiscard]] std::optional<Rational> exact(const BlockLeaves& leaves, std::size_t row) const;

  [[nodiscard]] const CompiledFormula& formula() const noexcept { return formula_; }

 private:
  [[nodiscard]] bool fits_block(const BlockLeaves& leaves, const RatioKernel& kernel) const;
  void compute_small(const BlockLeaves& leaves, BlockMemory& memory, std::int64_t* values) const;
  void compute_large(const BlockLeaves& leaves, BlockMemory& memory, std::int64_t* values) const;
  void compute_roots(const BlockLeaves& leaves, BlockMemory& memory, std::int64_t* values) const;
  void compute_by_reading(BlockMemory& memory, std::int64_t* values, const Read& read) const;
  void apply_conditions(const BlockLeaves& leaves, BlockMemory& memory) const;

  CompiledFormula formula_;
  Shown shown_;
  std::optional<std::int64_t> factor_{};  ///< of the top, where it is a whole number of 64 bits
  WholePolynomial bottom_{};              ///< with the denominator of the factor
  bool has_whole_parts_ = false;          ///< factor_ and bottom_ hold
  bool always_fits_ = false;              ///< in the 64 bits of the kernel
};

}  // namespace edustat::detail
