// SPDX-License-Identifier: Apache-2.0
#include "panel/formula_column.hpp"

#include "catalogue/root_rate.hpp"
#include "number/round_fraction.hpp"
#include "panel/polynomial_value.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace edustat::detail {
namespace {

constexpr uint128 top_limit = uint128{1} << 63U;

const RatioKernel& fastest_kernel() {
  static const RatioKernel& kernel = ratio_kernels().front();
  return kernel;
}

bool is_one(const WholePolynomial& polynomial) {
  return polynomial.terms.size() == 1 && polynomial.terms.front().leaves.empty() &&
         polynomial.terms.front().coefficient == 1;
}

/// The polynomial times a number, or nothing where a coefficient overflows.
std::optional<WholePolynomial> times(WholePolynomial polynomial, std::int64_t factor) {
  for (WholePolynomial::Term& term : polynomial.terms) {
    if (__builtin_mul_overflow(term.coefficient, factor, &term.coefficient)) return std::nullopt;
  }
  return polynomial;
}

/// Keeps a rounded value where it fits.
void store(std::int64_t& place, int128 value, BlockMemory& memory) {
  const bool fits = fits_int64(value);
  place = fits ? static_cast<std::int64_t>(value) : 0;
  memory.has_beyond = memory.has_beyond || !fits;
}

void store(std::int64_t& place, const Rational& value, BlockMemory& memory) {
  const auto small = value.small();
  place = small ? small->numerator : 0;
  memory.has_beyond = memory.has_beyond || !small;
}

/// The bound of the top with its factor, and of the bottom.
template <typename Largest>
bool fits_kernel(const WholePolynomial& top, std::int64_t factor, const WholePolynomial& bottom,
                 const Largest& largest) {
  uint128 size = bound_of(top, largest);
  if (__builtin_mul_overflow(size, static_cast<uint128>(factor), &size)) return false;
  return size < top_limit && bound_of(bottom, largest) < ratio_bottom_limit;
}

}  // namespace

FormulaColumn::FormulaColumn(CompiledFormula formula, const Shown& shown, const Totals& totals,
                             std::span<const Leaf> leaves)
    : formula_(std::move(formula)), shown_(shown) {
  if (!formula_.fraction || formula_.root != 0) return;
  const auto factor = formula_.fraction->factor.small();
  if (!factor) return;
  const auto bottom = times(formula_.fraction->bottom, factor->denominator);
  if (!bottom) return;
  factor_ = factor->numerator;
  bottom_ = *bottom;
  has_whole_parts_ = true;
  const auto is_narrow = [&](LeafNumber leaf) { return !totals.is_wide(leaves[leaf].series); };
  const auto largest = [&](LeafNumber leaf) {
    return static_cast<std::uint64_t>(totals.largest(leaves[leaf].series).value_or(0));
  };
  always_fits_ = std::all_of(formula_.leaves.begin(), formula_.leaves.end(), is_narrow) &&
                 fits_kernel(formula_.fraction->top, *factor_, bottom_, largest);
}

void FormulaColumn::compute(const BlockLeaves& leaves, BlockMemory& memory, std::int64_t* values,
                            CellStatus* statuses, const Read& read) const {
  const std::size_t size = leaves.range().size;
  memory.strengths.assign(size, of_complete);
  Strength* strengths = memory.strengths.data();
  bool has_values = true;
  for (const LeafNumber leaf : formula_.leaves) {
    const BlockLeaves::Column& column = leaves[leaf];
    has_values = has_values && has_value(column.weakest);
    if (column.strongest == of_complete) continue;
    // Bytes may alias everything, so that the pointer is read once.
    const Strength* others = column.strengths;
    for (std::size_t i = 0; i < size; ++i) {
      strengths[i] = strengths[i] < others[i] ? others[i] : strengths[i];
    }
  }
  if (has_values) {
    const RatioKernel& kernel = fastest_kernel();
    if (!formula_.fraction) {
      compute_by_reading(memory, values, read);
    } else if (formula_.root != 0) {
      apply_conditions(leaves, memory);
      compute_roots(leaves, memory, values);
    } else if (always_fits_ || fits_block(leaves, kernel)) {
      compute_small(leaves, memory, values);
      apply_conditions(leaves, memory);
    } else {
      apply_conditions(leaves, memory);
      compute_large(leaves, memory, values);
    }
  }
  strengths = memory.strengths.data();
  Strength strongest = of_complete;
  for (std::size_t i = 0; i < size; ++i) {
    strongest = strengths[i] > strongest ? strengths[i] : strongest;
  }
  fastest_kernel().status(strengths, statuses, size);
  if (!has_value(strongest)) fastest_kernel().clear(values, strengths, size);
}

bool FormulaColumn::fits_block(const BlockLeaves& leaves, const RatioKernel& kernel) const {
  if (!has_whole_parts_) return false;
  bool is_narrow = true;
  const auto largest = [&](LeafNumber leaf) -> std::uint64_t {
    const std::int64_t* values = leaves[leaf].values;
    if (values != nullptr) return kernel.largest(values, leaves.range().size);
    is_narrow = false;
    return 0;
  };
  return fits_kernel(formula_.fraction->top, *factor_, bottom_, largest) && is_narrow;
}

void FormulaColumn::compute_small(const BlockLeaves& leaves, BlockMemory& memory,
                                  std::int64_t* values) const {
  const RatioKernel& kernel = fastest_kernel();
  const std::size_t size = leaves.range().size;
  const std::int64_t* top =
      values_of(formula_.fraction->top, leaves, kernel, memory.top, memory.product);
  if (is_one(bottom_)) {
    std::fill_n(values, size, 0);
    kernel.add(values, top, *factor_, size);
    return;
  }
  const std::int64_t* bottom = values_of(bottom_, leaves, kernel, memory.bottom, memory.product);
  const RatioRemarks remarks = kernel.round({top, *factor_, bottom, values, size}, shown_.rounding);
  if (remarks.has_low_bottom) {
    const bool is_base = formula_.fraction->is_bottom_above_zero;
    const std::int64_t least = is_base ? 0 : std::numeric_limits<std::int64_t>::min();
    kernel.mark_low(bottom, least, memory.strengths.data(), size);
  }
  if (!remarks.has_large_quotient) return;
  for (std::size_t i = 0; i < size; ++i) {
    if (bottom[i] == 0) continue;
    // The factor fits and the bound of the product was checked.
    const int128 dividend = int128{top[i]} * *factor_;
    const bool is_large = magnitude(dividend) / magnitude(bottom[i]) + 1 >= ratio_quotient_limit;
    if (is_large) store(values[i], round_fraction(dividend, bottom[i], shown_.rounding), memory);
  }
}

void FormulaColumn::compute_large(const BlockLeaves& leaves, BlockMemory& memory,
                                  std::int64_t* values) const {
  const Fraction& fraction = *formula_.fraction;
  constexpr int128 lowest = std::numeric_limits<int128>::min();
  for (std::size_t i = 0; i < leaves.range().size; ++i) {
    Strength& strength = memory.strengths[i];
    if (!has_value(strength)) continue;
    const int sign = sign_of(fraction.bottom, leaves, i);
    if (sign == 0 || (sign < 0 && fraction.is_bottom_above_zero)) {
      strength = of_undefined;
      continue;
    }
    const auto top = has_whole_parts_ ? wide_value(fraction.top, leaves, i) : std::nullopt;
    const auto bottom = top ? wide_value(bottom_, leaves, i) : std::nullopt;
    int128 dividend = 0;
    const bool is_wide_enough = bottom && *bottom != lowest &&
                                !__builtin_mul_overflow(*top, int128{*factor_}, &dividend) &&
                                dividend != lowest;
    if (is_wide_enough) {
      store(values[i], round_fraction(dividend, *bottom, shown_.rounding), memory);
    } else {
      store(values[i], round_to_integer(*exact(leaves, i), shown_.rounding), memory);
    }
  }
}

void FormulaColumn::compute_roots(const BlockLeaves& leaves, BlockMemory& memory,
                                  std::int64_t* values) const {
  const RootRate rate{formula_.root, shown_.scale, shown_.rounding};
  for (std::size_t i = 0; i < leaves.range().size; ++i) {
    Strength& strength = memory.strengths[i];
    if (!has_value(strength)) continue;
    const int sign = sign_of(formula_.fraction->bottom, leaves, i);
    const bool is_low = sign == 0 || (sign < 0 && formula_.fraction->is_bottom_above_zero);
    const std::optional<Rational> quotient = is_low ? std::nullopt : exact(leaves, i);
    if (quotient && quotient->sign() >= 0) {
      store(values[i], round_root_rate(*quotient, rate), memory);
    } else {
      strength = of_undefined;
    }
  }
}

void FormulaColumn::compute_by_reading(BlockMemory& memory, std::int64_t* values,
                                       const Read& read) const {
  for (std::size_t i = 0; i < memory.strengths.size(); ++i) {
    Strength& strength = memory.strengths[i];
    if (!has_value(strength)) continue;
    if (const std::optional<Rational> value = read(i)) {
      store(values[i], round_to_integer(*value, shown_.rounding), memory);
    } else {
      strength = of_undefined;
    }
  }
}

void FormulaColumn::apply_conditions(const BlockLeaves& leaves, BlockMemory& memory) const {
  for (const Condition& condition : formula_.fraction->conditions) {
    for (std::size_t i = 0; i < leaves.range().size; ++i) {
      Strength& strength = memory.strengths[i];
      if (!has_value(strength)) continue;
      int sign = condition.sign * sign_of(condition.top, leaves, i);
      if (!condition.bottom.terms.empty()) sign *= sign_of(condition.bottom, leaves, i);
      const bool holds = condition.kind == Condition::Kind::not_zero ? sign != 0 : sign > 0;
      if (!holds) strength = of_undefined;
    }
  }
}

bool FormulaColumn::small_fractions(const BlockLeaves& leaves, BlockMemory& memory) const {
  if (!formula_.fraction) return false;
  const RatioKernel& kernel = fastest_kernel();
  bool is_narrow = true;
  const auto largest = [&](LeafNumber leaf) -> std::uint64_t {
    const std::int64_t* values = leaves[leaf].values;
    if (values != nullptr) return kernel.largest(values, leaves.range().size);
    is_narrow = false;
    return 0;
  };
  const bool fits = bound_of(formula_.fraction->top, largest) < top_limit &&
                    bound_of(formula_.fraction->bottom, largest) < top_limit && is_narrow;
  if (!fits) return false;
  const auto fill = [&](const WholePolynomial& side, std::vector<std::int64_t>& into) {
    const std::int64_t* values = values_of(side, leaves, kernel, into, memory.product);
    if (values != into.data()) into.assign(values, values + leaves.range().size);
  };
  fill(formula_.fraction->top, memory.top);
  fill(formula_.fraction->bottom, memory.bottom);
  return true;
}

std::optional<Rational> FormulaColumn::exact(const BlockLeaves& leaves, std::size_t row) const {
  if (!formula_.fraction) return std::nullopt;
  const Fraction& fraction = *formula_.fraction;
  return fraction.factor * exact_value(fraction.top, leaves, row) /
         exact_value(fraction.bottom, leaves, row);
}

}  // namespace edustat::detail
