// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/totals.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace edustat::detail {

/// Whether the rows of some totals are the same regions in two periods: asked once for each two
/// editions of the tree, then remembered, for any number of threads.
class Boundaries {
 public:
  explicit Boundaries(const Totals& totals);

  [[nodiscard]] const Totals& totals() const noexcept { return totals_; }
  /// By row: 1 where Totals::is_comparable() holds; null where it holds for every row.
  [[nodiscard]] const std::uint8_t* between(std::size_t period, std::size_t base) const;

 private:
  Totals totals_;
  std::vector<std::size_t> editions_;  // by period
  mutable std::mutex mutex_;
  mutable std::map<std::pair<std::size_t, std::size_t>, std::vector<std::uint8_t>> known_;
};

}  // namespace edustat::detail
