// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"
#include "edustat/number/rational.hpp"

#include "panel/leaf.hpp"
#include "panel/polynomial.hpp"
#include "panel/series_binding.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace edustat::detail {

/// What must hold of a divisor for the formula to mean something.
struct Condition {
  enum class Kind : std::uint8_t { not_zero, above_zero };
  Kind kind = Kind::not_zero;
  WholePolynomial top{};
  WholePolynomial bottom{};  ///< without terms for 1; above zero means of the quotient
  int sign = 1;              ///< of the quotient against that of top / bottom
  friend bool operator==(const Condition&, const Condition&) = default;
};

/// A formula as one fraction of whole numbers: its value, in units of its last place, is
/// factor * top / bottom, exactly.
struct Fraction {
  WholePolynomial top{};
  WholePolynomial bottom{};
  Rational factor = 1;                  ///< above 0: units, scales and places together
  bool is_bottom_above_zero = false;    ///< below 0 and at 0 the formula is undefined
  std::vector<Condition> conditions{};  ///< beside that the bottom is not 0
};

/// A formula of a catalogue, bound to the series of some totals, with the indicators to which it
/// refers written out.
struct CompiledFormula {
  std::vector<LeafNumber> leaves{};    ///< all whose gaps are gaps of the formula, ascending
  std::optional<Fraction> fraction{};  ///< absent where the fraction would have too many terms
  /// Above 0 for root_rate: the value is (root of the fraction) - 1, and the fraction is plain.
  int root = 0;
};

/// What compiling found.
struct Compilation {
  CompiledFormula formula{};
  std::vector<std::string>
      absent{};                 ///< references that no series answers, as the formula has them
  std::vector<Fault> faults{};  ///< why the formula is refused
};

/// Compiles formulas; their leaves are numbered together, so that formulas share what they read.
class FormulaCompiler {
 public:
  FormulaCompiler(const Totals& totals, const Catalogue& catalogue, const SeriesBinding& binding)
      : totals_(totals), catalogue_(catalogue), binding_(binding) {}

  /// An indicator, read for categories.
  [[nodiscard]] Compilation compile(const Indicator& indicator,
                                    const std::vector<Reference::Category>& categories);

  /// Every leaf so far, by number.
  [[nodiscard]] std::span<const Leaf> leaves() const noexcept { return leaves_; }

 private:
  friend class FractionReading;
  [[nodiscard]] LeafNumber number_of(const Leaf& leaf);

  const Totals& totals_;
  const Catalogue& catalogue_;
  const SeriesBinding& binding_;
  std::vector<Leaf> leaves_;
};

/// True when a reference means an earlier period, or an indicator that is made of such references
/// alone: a divisor of this kind is a base of growth.
[[nodiscard]] bool is_past(const Reference& reference, const Catalogue& catalogue);

}  // namespace edustat::detail
