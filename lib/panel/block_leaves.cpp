// SPDX-License-Identifier: Apache-2.0
#include "panel/block_leaves.hpp"

#include <algorithm>

namespace edustat::detail {

BlockLeaves::BlockLeaves(const Totals& totals, std::span<const Leaf> leaves, Partial partial)
    : totals_(totals),
      leaves_(leaves),
      partial_(partial),
      columns_(leaves.size()),
      values_(leaves.size()),
      strengths_(leaves.size()) {}

void BlockLeaves::move_to(const BlockRange& range) {
  range_ = range;
  if (period_of_sources_ != range.period) {
    sources_.clear();
    for (const Leaf& leaf : leaves_) sources_.emplace_back(totals_, leaf, range.period);
    period_of_sources_ = range.period;
  }
  for (LeafNumber leaf = 0; leaf < leaves_.size(); ++leaf) read(leaf);
}

void BlockLeaves::read(LeafNumber leaf) {
  const LeafSource& source = sources_[leaf];
  std::vector<Strength>& strengths = strengths_[leaf];
  strengths.resize(range_.size);
  const bool is_uniform =
      source.kind() == LeafSource::Kind::absent || source.kind() == LeafSource::Kind::other_origin;
  if (is_uniform) {
    const Strength strength = source.cell(range_.begin, partial_).strength;
    strengths.assign(range_.size, strength);
    values_[leaf].assign(range_.size, 0);
    columns_[leaf] = {values_[leaf].data(), strengths.data(), strength, strength};
    return;
  }
  if (source.is_direct()) {
    read_direct(leaf, source.period());
  } else {
    read_cells(leaf);
  }
  Column& column = columns_[leaf];
  column.strengths = strengths.data();
  Strength weakest = of_suppressed;
  Strength strongest = of_complete;
  for (const Strength strength : strengths) {
    weakest = std::min(weakest, strength);
    strongest = std::max(strongest, strength);
  }
  column.weakest = weakest;
  column.strongest = strongest;
}

void BlockLeaves::read_direct(LeafNumber leaf, std::size_t period) {
  const std::size_t series = leaves_[leaf].series;
  const CellStatus* statuses = totals_.statuses(period, series).data() + range_.begin;
  Strength* strengths = strengths_[leaf].data();
  for (std::size_t i = 0; i < range_.size; ++i) strengths[i] = strength_of(statuses[i], partial_);
  columns_[leaf].values =
      totals_.is_wide(series) ? nullptr : totals_.sums(period, series).data() + range_.begin;
}

void BlockLeaves::read_cells(LeafNumber leaf) {
  const LeafSource& source = sources_[leaf];
  const std::size_t series = leaves_[leaf].series;
  const bool is_found = source.kind() == LeafSource::Kind::found;
  const bool is_wide = is_found && totals_.is_wide(series);
  std::vector<std::int64_t>& values = values_[leaf];
  values.assign(range_.size, 0);
  for (std::size_t i = 0; i < range_.size; ++i) {
    const LeafSource::Cell cell = source.cell(range_.begin + i, partial_);
    strengths_[leaf][i] = cell.strength;
    if (is_found && !is_wide && has_value(cell.strength)) {
      values[i] = totals_.sums(cell.period, series)[cell.row];
    }
  }
  columns_[leaf].values = is_wide ? nullptr : values.data();
}

Rational BlockLeaves::value(LeafNumber leaf, std::size_t row_in_block) const {
  const Column& column = columns_[leaf];
  if (column.values != nullptr) return column.values[row_in_block];
  const std::size_t series = leaves_[leaf].series;
  const LeafSource::Cell cell = sources_[leaf].cell(range_.begin + row_in_block, partial_);
  return totals_.sum(cell.period, series, cell.row) *
         Rational::power_of_ten(totals_.series()[series].places);
}

}  // namespace edustat::detail
