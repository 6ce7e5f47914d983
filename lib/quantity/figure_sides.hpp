// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/quantity/figure.hpp"

#include "quantity/number_reader.hpp"

namespace edustat {

/// Both sides of a ratio, each kept to its own last place.
struct Figure::Sides : detail::RatioSides {};

}  // namespace edustat
