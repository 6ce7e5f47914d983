// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/balanced_development.hpp"

namespace edustat::detail {

/// The pupils of a stage.
[[nodiscard]] const Rational& pupils_of(const School& school, Stage stage) noexcept;
/// What falls on the stage of something that the whole school has, as a share of it.
[[nodiscard]] Rational share_of(const School& school, const BalanceRules& rules);
/// The numerator of an indicator, an id without catalogue.
[[nodiscard]] std::string numerator_of(const Indicator& indicator);
/// The indicators of a regime, in the order of the catalogue.
[[nodiscard]] std::vector<Indicator> indicators_of(const Catalogue& catalogue,
                                                   BalanceRegime regime);
/// What a school needs of an indicator; nothing where the catalogue sets no limit.
[[nodiscard]] std::optional<Rational> limit_of(const Catalogue& catalogue,
                                               const Indicator& indicator, Stage stage);
/// What an indicator's amount of the school is for the stage. @throws StructureError
/// (absent_value, negative_value)
[[nodiscard]] Rational amount_of(const School& school, const std::string& measure,
                                 const BalanceRules& rules);
/// The value of an indicator, exactly, in its unit.
[[nodiscard]] Rational value_of(const Catalogue& catalogue, const Indicator& indicator,
                                const Rational& amount, const Rational& pupils);
/// The smallest floor of so many places that brings the coefficient to its threshold; `per_unit` is
/// the amount that one pupil needs for a value of 1.
[[nodiscard]] Lift lift_of(const BalanceIndicator& indicator, const Rational& per_unit,
                           std::span<const Rational> pupils, int places);

}  // namespace edustat::detail
