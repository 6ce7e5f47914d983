// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/bulletin/bulletin.hpp"
#include "edustat/catalogue/bound.hpp"
#include "edustat/catalogue/catalogue.hpp"
#include "edustat/number/decimal.hpp"
#include "edustat/quantity/observation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace edustat {

/// One indicator computed from the facts of a bulletin, with its trace.
struct Computed {
  /// One input of the formula.
  struct Input {
    std::string name;   ///< full id with category
    Label label;        ///< in words
    std::string text;   ///< the figure as printed, or the value of a computed indicator
    Interval interval;  ///< what the true value can be, in base units
  };
  std::string indicator{};                        ///< full id
  Label label{};                                  ///< in both languages
  std::vector<Reference::Category> categories{};  ///< the code for which it is read, if any
  Scope scope{};                                  ///< of what
  std::optional<Period> period{};                 ///< for when
  std::string formula{};                          ///< as the catalogue writes it
  std::vector<Input> inputs{};                    ///< in the order of the formula
  Observation value;                 ///< exact, from the printed values, in the indicator's unit
  std::optional<Decimal> rounded{};  ///< the value in the indicator's unit, places and rounding
  Bound bound{};                     ///< what the true value can be, in base units
  std::optional<Figure> printed{};   ///< the indicator as the bulletin prints it, if it does
};

/// Every indicator that the facts allow, for every scope, period and category: exactly, from the
/// printed values.
///
/// In the order of the catalogue, then of the bulletin. An input with masked digits makes the
/// indicator suppressed, listed but without value. Where an input is itself an indicator that is
/// not printed, it is computed.
/// @throws CodeError, UnitError as audit does
[[nodiscard]] std::vector<Computed> evaluate(const Bulletin& bulletin, const Catalogue& catalogue,
                                             Precision precision = Precision::nearest);

}  // namespace edustat
