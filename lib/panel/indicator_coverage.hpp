// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/indicators.hpp"

#include "panel/leaf_source.hpp"

#include <cstddef>
#include <vector>

namespace edustat::detail {

/// How much of the inputs of one indicator is known, in the rows of one period.
class IndicatorCoverage {
 public:
  IndicatorCoverage(const Indicators& indicators, std::size_t period, std::size_t column);

  /// That of the input of which the smallest share is known.
  [[nodiscard]] Coverage of(std::size_t row) const;

 private:
  struct Input {
    std::size_t series;
    LeafSource source;
  };
  const Totals& totals_;
  Partial partial_;
  std::vector<Input> inputs_;
};

}  // namespace edustat::detail
