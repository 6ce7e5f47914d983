// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/sample_data.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace edustat::detail {

/// The units by ascending value, exactly; those of equal value in any order. Values are at least 0.
/// @throws LimitError beyond 2^32 - 1 units
[[nodiscard]] std::vector<std::uint32_t> ascending(const SampleData& data);

/// Calls `take(amount, weight)` for units in an order, amount as in SampleData::amount_at(), until
/// it gives false. Their numbers are fetched many at a time, since they lie anywhere.
template <typename Take>
void take_in_order(const SampleData& data, std::span<const std::uint32_t> order, Take&& take) {
  SampleBlock amounts;
  SampleBlock weights;
  for (std::size_t begin = 0; begin < order.size(); begin += sample_block_rows) {
    const std::size_t count = std::min(sample_block_rows, order.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      amounts[i] = data.amounts.high(order[begin + i]);
      weights[i] = data.weights.high(order[begin + i]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t unit = order[begin + i];
      const WideDouble weight{weights[i], data.weights.loss(unit)};
      if (!take(data.amount_of(unit, amounts[i], weight), weight)) return;
    }
  }
}

}  // namespace edustat::detail
