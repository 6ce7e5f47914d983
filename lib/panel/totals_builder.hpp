// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/totals.hpp"

#include "number/int128.hpp"
#include "panel/totals_data.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace edustat::detail {

/// One cell of totals that are made of others.
struct BuiltCell {
  int128 sum = 0;
  Coverage coverage{};
  CellStatus status = CellStatus::missing;
};

/// Totals of the same rows, made cell by cell.
class TotalsBuilder {
 public:
  TotalsBuilder(const Totals::Data& from, std::vector<Period> periods, std::vector<Series> series);
  void put(std::size_t period, std::size_t series, std::size_t row, const BuiltCell& cell);
  /// Series are kept in 64 bits where all their sums fit.
  [[nodiscard]] std::shared_ptr<const Totals::Data> build() &&;

 private:
  std::shared_ptr<Totals::Data> data_;
  std::size_t rows_;
  std::vector<BuiltCell> cells_;
};

}  // namespace edustat::detail
