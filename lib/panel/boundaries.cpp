// SPDX-License-Identifier: Apache-2.0
#include "panel/boundaries.hpp"

namespace edustat::detail {

Boundaries::Boundaries(const Totals& totals) : totals_(totals) {
  for (const Period& period : totals.periods()) {
    editions_.push_back(totals.tree().edition_at(period.last_month()));
  }
}

const std::uint8_t* Boundaries::between(std::size_t period, std::size_t base) const {
  const std::size_t now = editions_[period];
  const std::size_t then = editions_[base];
  if (now == then) return nullptr;
  const std::lock_guard lock(mutex_);
  const auto [place, is_new] = known_.try_emplace({now, then});
  std::vector<std::uint8_t>& by_row = place->second;
  if (is_new) {
    const std::vector<std::uint8_t> by_region = totals_.tree().same_boundaries(now, then);
    for (std::size_t row = 0; row < totals_.rows().size(); ++row) {
      const auto& region = totals_.rows()[row].region;
      const bool is_same =
          region ? by_region[*region] != 0 : totals_.is_comparable(row, period, base);
      by_row.push_back(is_same ? 1 : 0);
    }
  }
  return by_row.data();
}

}  // namespace edustat::detail
