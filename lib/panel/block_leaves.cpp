// SPDX-License-Identifier: Apache-2.0
#include "panel/block_leaves.hpp"

#include <algorithm>

namespace edustat::detail {

BlockLeaves::BlockLeaves(const Boundaries& boundaries, std::span<const Leaf> leaves,
                         Partial partial)
    : boundaries_(boundaries),
      totals_(boundaries.totals()),
      leaves_(leaves),
      partial_(partial),
      columns_(leaves.size()),
      values_(leaves.size()),
      strengths_(leaves.size()) {}

void BlockLeaves::move_to(const BlockRange& range) {
  set_range(range);
  for (LeafNumber leaf = 0; leaf < leaves_.size(); ++leaf) read(leaf);
}

void BlockLeaves::move_to(const BlockRange& range, std::span<const LeafNumber> wanted) {
  set_range(range);
  for (const LeafNumber leaf : wanted) read(leaf);
}

void BlockLeaves::set_range(const BlockRange& range) {
  const bool is_new = sources_.empty() || range_.period != range.period;
  range_ = range;
  if (!is_new) return;
  sources_.clear();
  for (const Leaf& leaf : leaves_) sources_.emplace_back(boundaries_, leaf, range.period);
}

void BlockLeaves::read(LeafNumber leaf) {
  const LeafSource& source = sources_[leaf];
  const bool is_uniform =
      source.kind() == LeafSource::Kind::absent || source.kind() == LeafSource::Kind::other_origin;
  strengths_[leaf].resize(range_.size);
  if (is_uniform) return read_uniform(leaf);
  const bool is_near = source.is_plain() && leaves_[leaf].parents <= 1;
  if (!is_near) {
    read_cells(leaf);
  } else if (leaves_[leaf].parents == 0) {
    read_row(leaf);
  } else {
    read_parents(leaf);
  }
  Column& column = columns_[leaf];
  column.strengths = strengths_[leaf].data();
  Strength weakest = of_suppressed;
  Strength strongest = of_complete;
  for (const Strength strength : strengths_[leaf]) {
    weakest = std::min(weakest, strength);
    strongest = std::max(strongest, strength);
  }
  column.weakest = weakest;
  column.strongest = strongest;
}

/// Every row has the same gap.
void BlockLeaves::read_uniform(LeafNumber leaf) {
  const Strength strength = sources_[leaf].cell(range_.begin, partial_).strength;
  strengths_[leaf].assign(range_.size, strength);
  values_[leaf].assign(range_.size, 0);
  columns_[leaf] = {values_[leaf].data(), strengths_[leaf].data(), strength, strength};
}

/// The rows of one period as they lie.
void BlockLeaves::read_row(LeafNumber leaf) {
  const std::size_t period = sources_[leaf].period();
  const std::size_t series = leaves_[leaf].series;
  const CellStatus* statuses = totals_.statuses(period, series).data() + range_.begin;
  Strength* strengths = strengths_[leaf].data();
  // Bytes may alias everything, members among them.
  const std::size_t size = range_.size;
  const Partial partial = partial_;
  for (std::size_t i = 0; i < size; ++i) strengths[i] = strength_of(statuses[i], partial);
  columns_[leaf].values =
      totals_.is_wide(series) ? nullptr : totals_.sums(period, series).data() + range_.begin;
}

/// The rows above, gathered.
void BlockLeaves::read_parents(LeafNumber leaf) {
  const LeafSource& source = sources_[leaf];
  const std::size_t series = leaves_[leaf].series;
  if (totals_.is_wide(series)) return read_cells(leaf);
  const std::int32_t* above = totals_.parents(source.tree()).data() + range_.begin;
  const std::int64_t* sums = totals_.sums(source.period(), series).data();
  const CellStatus* statuses = totals_.statuses(source.period(), series).data();
  const std::size_t size = range_.size;
  const Partial partial = partial_;
  values_[leaf].resize(size);
  std::int64_t* values = values_[leaf].data();
  Strength* strengths = strengths_[leaf].data();
  bool has_top = false;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t row = above[i] < 0 ? 0 : static_cast<std::size_t>(above[i]);
    has_top = has_top || above[i] < 0;
    values[i] = sums[row];
    strengths[i] = static_cast<Strength>(statuses[row]);
  }
  for (std::size_t i = 0; i < size; ++i) {
    strengths[i] = strength_of(static_cast<CellStatus>(strengths[i]), partial);
  }
  for (std::size_t i = 0; has_top && i < size; ++i) {
    if (above[i] >= 0) continue;
    values[i] = 0;
    strengths[i] = source.cell(range_.begin + i, partial).strength;
  }
  columns_[leaf].values = values;
}

/// Any rows, one after another.
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
