// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/indicators.hpp"

#include "panel/indicators_data.hpp"

#include <vector>

namespace edustat::detail {

/// Finds the indicators that the series allow, each for the categories for which it is read, and
/// compiles them into `data`.
///
/// @throws CodeError (asked indicators that are not known), StructureError (asked indicators that
/// lack a series or are refused), with all of them
void choose_columns(Indicators::Data& data, const std::vector<std::string>& asked);

}  // namespace edustat::detail
