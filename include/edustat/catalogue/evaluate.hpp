// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"
#include "edustat/catalogue/item.hpp"
#include "edustat/quantity/observation.hpp"

namespace edustat {

/// Where a formula finds the values of its references: a bulletin or a panel only implements the
/// look-up.
class Facts {
 public:
  virtual ~Facts() = default;
  /// The observation for a reference, Gap::missing where nothing is known.
  [[nodiscard]] virtual Observation look_up(const Reference& reference) const = 0;

 protected:
  Facts() = default;
  /// Copies belong to derived classes.
  Facts(const Facts&) = default;
  /// Copies belong to derived classes.
  Facts& operator=(const Facts&) = default;
};

/// Reads a formula as an exact value, given in `unit`.
///
/// The look-up's quantities enter with their base values; that `unit` follows from the formula is
/// the catalogue's proof, made when it is read. Gaps propagate with their reason, the strongest
/// first: suppressed, missing, not applicable, undefined. A division by 0 is Gap::undefined.
/// @throws StructureError (root_without_places) for root_rate, which evaluate(indicator, facts)
/// reads
[[nodiscard]] Observation evaluate(const Formula& formula, const Facts& facts, const Unit& unit);

/// Reads the formula of an indicator as an exact value in its unit.
///
/// root_rate is rounded once, by the places (two where it declares none) and the rounding of the
/// indicator: whole powers are compared, no root is taken. Undefined where `before` is not above 0
/// or `after` is below.
[[nodiscard]] Observation evaluate(const Indicator& indicator, const Facts& facts);

}  // namespace edustat
