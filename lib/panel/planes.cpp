// SPDX-License-Identifier: Apache-2.0
#include "panel/planes.hpp"

#include "panel/memory.hpp"

#include <algorithm>

namespace edustat::detail {

Targets::Targets(const Panel::Data& panel, RollUp::State& state)
    : combinations_(panel.combinations.size()) {
  for (std::size_t column = 0; column < panel.columns.size(); ++column) {
    uint128 magnitude = 0;
    bool is_narrow = true;
    for (const FactBatch& batch : panel.batches) {
      magnitude += batch.values[column].magnitude;
      is_narrow = is_narrow && batch.values[column].wide == nullptr;
    }
    for (std::size_t i = 0; i < combinations_; ++i) {
      numbers_.push_back(state.number_of(panel.series[column * combinations_ + i]));
      state.reserve(numbers_.back(), magnitude);
      is_narrow = is_narrow && !state.is_wide(numbers_.back());
    }
    const bool adds = panel.columns[column].regions == RegionRule::sum;
    (is_narrow && adds ? fast_ : slow_).push_back(column);
  }
}

Planes::Planes(std::size_t slots, std::size_t copies, std::size_t columns, std::size_t stride)
    : columns_(columns),
      stride_(stride),
      sums_(unset<std::int64_t>((slots + copies) * plane_size())),
      unknown_(unset<std::uint32_t>((slots + copies) * plane_size())) {}

void Planes::clear(std::size_t plane) const {
  std::fill_n(sums_.get() + plane * plane_size(), plane_size(), 0);
  std::fill_n(unknown_.get() + plane * plane_size(), plane_size(), 0U);
}

void Planes::fold_in(std::size_t copy, std::size_t slot) const {
  const std::size_t from = copy * plane_size();
  const std::size_t to = slot * plane_size();
  std::int64_t* sums = sums_.get();
  std::uint32_t* unknown = unknown_.get();
  for (std::size_t i = 0; i < plane_size(); ++i) sums[to + i] += sums[from + i];
  for (std::size_t i = 0; i < plane_size(); ++i) unknown[to + i] += unknown[from + i];
}

Cells Planes::cells(std::size_t slot, std::size_t column) const {
  struct Memory {
    std::shared_ptr<std::int64_t[]> sums;
    std::shared_ptr<std::uint32_t[]> unknown;
  };
  const std::size_t plane = slot * plane_size();
  Cells cells;
  cells.sums = sums_.get() + plane + column * stride_;
  cells.rows = sums_.get() + plane + columns_ * stride_;
  cells.rows_are = Cells::Rows::shared;
  cells.unknown = unknown_.get() + plane + column * stride_;
  cells.owner = std::make_shared<Memory>(Memory{sums_, unknown_});
  return cells;
}

namespace {

/// The tables of a meaning of region codes.
CellTables::Tables tables_of(const std::vector<std::int32_t>& regions, const Layout& layout) {
  CellTables::Tables tables;
  for (std::size_t number = 0; number < layout.editions(); ++number) {
    const Layout::Edition& edition = layout.edition(number);
    std::vector<std::uint32_t> cells;
    cells.reserve(regions.size());
    for (const std::int32_t region : regions) {
      const auto known = static_cast<std::size_t>(region);
      const bool is_added = region != no_meaning && edition.is_leaf[known];
      cells.push_back(is_added ? edition.home[known] : layout.nowhere());
    }
    tables.by_edition.emplace_back(std::move(cells));
  }
  for (const CodeTable& table : tables.by_edition) tables.views.push_back(table.view());
  return tables;
}

}  // namespace

CellTables::CellTables(const Panel::Data& panel, const Layout& layout, const CellTables* before) {
  for (const FactBatch& batch : panel.batches) {
    const Numbers& numbers = batch.region_of.numbers;
    if (tables_.contains(numbers)) continue;
    const bool is_known = before != nullptr && before->tables_.contains(numbers);
    tables_[numbers] = is_known ? before->tables_.at(numbers)
                                : std::make_shared<const Tables>(tables_of(*numbers, layout));
  }
}

}  // namespace edustat::detail
