// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/totals.hpp"

#include "casters.hpp"

#include <cstddef>
#include <utility>
#include <variant>

namespace edustat::python {

/// A series, or its name: `trained[training_kind=disabled]`, with or without its catalogue.
using WrittenSeries = std::variant<Series, Text>;

/// @name Numbers of what a cell is asked by
/// @{
/// @throws CodeError for a period without facts
[[nodiscard]] std::size_t period_in(const Totals& totals, const WrittenPeriod& period);
/// @throws CodeError with the known names
[[nodiscard]] std::size_t series_in(const Totals& totals, const WrittenSeries& series);
/// @}

/// Text of a name without the catalogue in front.
[[nodiscard]] std::string_view short_name(std::string_view name);

}  // namespace edustat::python
