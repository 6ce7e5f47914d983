// SPDX-License-Identifier: Apache-2.0
#include "panel/totals_builder.hpp"

#include <algorithm>
#include <utility>

namespace edustat::detail {
namespace {

/// The memory of one slice.
struct Memory {
  std::vector<std::int64_t> sums;
  std::vector<int128> wide;
  std::vector<CellStatus> statuses;
  std::vector<std::uint32_t> known;
  std::vector<std::uint32_t> due;
};

}  // namespace

TotalsBuilder::TotalsBuilder(const Totals::Data& from, std::vector<Period> periods,
                             std::vector<Series> series)
    : data_(std::make_shared<Totals::Data>(from.tree, from.layout)),
      rows_(from.layout->rows().size()),
      cells_(periods.size() * series.size() * rows_) {
  for (const Period& period : periods) {
    data_->editions.push_back(from.tree.edition_at(period.last_month()));
  }
  data_->periods = std::move(periods);
  data_->series = std::move(series);
}

void TotalsBuilder::put(std::size_t period, std::size_t series, std::size_t row,
                        const BuiltCell& cell) {
  cells_[(period * data_->series.size() + series) * rows_ + row] = cell;
}

std::shared_ptr<const Totals::Data> TotalsBuilder::build() && {
  const std::size_t count = data_->series.size();
  data_->is_wide.assign(count, false);
  data_->largest.assign(count, 0);
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const std::size_t series = i / rows_ % count;
    if (!fits_int64(cells_[i].sum)) {
      data_->is_wide[series] = true;
    } else {
      data_->largest[series] =
          std::max(data_->largest[series], static_cast<std::int64_t>(std::min<std::uint64_t>(
                                               magnitude(static_cast<std::int64_t>(cells_[i].sum)),
                                               std::numeric_limits<std::int64_t>::max())));
    }
  }
  for (std::size_t slice = 0; slice < data_->periods.size() * count; ++slice) {
    auto memory = std::make_shared<Memory>();
    const bool is_wide = data_->is_wide[slice % count];
    for (std::size_t row = 0; row < rows_; ++row) {
      const BuiltCell& cell = cells_[slice * rows_ + row];
      if (is_wide) memory->wide.push_back(cell.sum);
      if (!is_wide) memory->sums.push_back(static_cast<std::int64_t>(cell.sum));
      memory->statuses.push_back(cell.status);
      memory->known.push_back(cell.coverage.known);
      memory->due.push_back(cell.coverage.due);
    }
    data_->slices.push_back({is_wide ? nullptr : memory->sums.data(),
                             is_wide ? memory->wide.data() : nullptr, memory->statuses.data(),
                             memory->known.data(), memory->due.data(), memory});
  }
  return std::move(data_);
}

}  // namespace edustat::detail
