// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/sample_data.hpp"

#include <cstdint>
#include <vector>

namespace edustat::detail {

/// The units by ascending value, exactly; those of equal value in any order. Values are at least 0.
/// @throws LimitError beyond 2^32 - 1 units
[[nodiscard]] std::vector<std::uint32_t> ascending(const SampleData& data);

}  // namespace edustat::detail
