// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "casters.hpp"

#include <optional>
#include <vector>

namespace edustat::python {

/// Exact figures, None where one is absent.
using WrittenFigures = std::vector<std::optional<WrittenRational>>;

/// The figures as they were written, with their gaps.
[[nodiscard]] inline std::vector<std::optional<Rational>> figures_with_gaps(
    const WrittenFigures& written) {
  std::vector<std::optional<Rational>> figures;
  for (const auto& one : written) {
    figures.push_back(one ? std::optional(one->value) : std::nullopt);
  }
  return figures;
}

}  // namespace edustat::python
