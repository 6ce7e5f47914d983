// SPDX-License-Identifier: Apache-2.0
#include "panel/indicator_coverage.hpp"

#include "panel/indicators_data.hpp"

#include <cstdint>
#include <optional>

namespace edustat::detail {

IndicatorCoverage::IndicatorCoverage(const Indicators& indicators, std::size_t period,
                                     std::size_t column)
    : totals_(indicators.totals()), partial_(indicators.data().partial) {
  const Indicators::Data& data = indicators.data();
  for (const LeafNumber number : data.formulas[column].formula().leaves) {
    const Leaf& leaf = data.leaves[number];
    inputs_.push_back({leaf.series, LeafSource(data.boundaries, leaf, period)});
  }
}

Coverage IndicatorCoverage::of(std::size_t row) const {
  std::optional<Coverage> least;
  for (const Input& input : inputs_) {
    // Before the first period of an origin nothing was counted, which is known.
    if (input.source.kind() == LeafSource::Kind::zero) continue;
    if (input.source.kind() != LeafSource::Kind::found) return {};
    const LeafSource::Cell cell = input.source.cell(row, partial_);
    const Coverage one = totals_.coverage(cell.period, input.series, cell.row);
    const bool is_less =
        !least || std::uint64_t{one.known} * least->due < std::uint64_t{least->known} * one.due;
    if (is_less) least = one;
  }
  return least.value_or(Coverage());
}

}  // namespace edustat::detail
