// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace edustat::detail {

/// What each node refers to, by number.
using References = std::vector<std::vector<std::size_t>>;

/// Circles in which nodes refer to each other, each as the nodes on its way round; none when there
/// is no circle. Circles that share nodes need not all be found.
[[nodiscard]] std::vector<std::vector<std::size_t>> find_circles(const References& references);

}  // namespace edustat::detail
