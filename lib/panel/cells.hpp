// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"
#include "edustat/place/period.hpp"
#include "edustat/place/region_tree.hpp"

#include "number/int128.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>

namespace edustat::detail {

/// The sums of one series in one period, by cell of a Layout.
struct Cells {
  std::int64_t* sums = nullptr;  ///< of what is known; null where the series is wide
  int128* wide = nullptr;        ///< the same in 128 bits
  std::int64_t* rows = nullptr;  ///< rows of the facts
  /// Who else counts with `rows`: in one scan the series of a combination share them.
  enum class Rows : std::uint8_t { own, shared } rows_are = Rows::own;
  std::uint32_t* unknown = nullptr;         ///< rows without a value, whatever the reason
  std::uint32_t* not_applicable = nullptr;  ///< of these, by reason; null where there are none
  std::uint32_t* suppressed = nullptr;      ///< of these, by reason; null where there are none
  std::shared_ptr<const void> owner{};      ///< of all that
};

/// Totals that were reported for inner nodes, by period, number of the series and region.
using ReportedTotals = std::map<std::pair<Period, std::pair<std::size_t, RegionNumber>>, Rational>;

/// Sums by period and number of the series.
using CellsByKey = std::map<std::pair<Period, std::size_t>, Cells>;

}  // namespace edustat::detail
