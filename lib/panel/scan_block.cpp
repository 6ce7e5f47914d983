// SPDX-License-Identifier: Apache-2.0
#include "panel/scan_block.hpp"

#include "panel/memory.hpp"

namespace edustat::detail {
namespace {

bool is_short(const FactBatch& batch) {
  return batch.slots.width == KeyCodes::Width::two;
}

}  // namespace

ValueBlock Block::values(std::size_t column) const {
  const Values& all = batch.values[column];
  return {all.values + first_row, all.validity, all.offset + first_row};
}

void Block::add(std::size_t column, std::int64_t* sums, std::uint32_t* unknown) const {
  if (indices == nullptr) {
    kernel.add_runs(values(column), starts, cells, runs, sums, unknown);
  } else {
    kernel.add_rows(values(column), indices, rows, sums, unknown);
  }
}

void Block::count(std::int64_t* counts) const {
  for (std::size_t run = 0; run < runs; ++run) {
    counts[cells[run]] += starts[run + 1] - starts[run];
  }
}

BlockReader::BlockReader(const Panel::Data& panel, const CellTables& tables, const Layout& layout,
                         const std::vector<std::uint64_t>& planes)
    : panel_(panel),
      tables_(tables),
      planes_(planes),
      has_editions_(layout.editions() > 1),
      batch_(panel.batches.size()),
      starts_(std::make_unique_for_overwrite<std::uint32_t[]>(block_rows + 1)),
      run_cells_(std::make_unique_for_overwrite<std::uint64_t[]>(block_rows + 1)),
      indices_(std::make_unique_for_overwrite<std::uint64_t[]>(block_rows)),
      kernel_(scan_kernel()) {
  for (std::size_t slot = 0; slot < panel.slots(); ++slot) {
    const Period& period = panel.periods[slot % panel.periods.size()];
    edition_of_slot_.push_back(
        static_cast<std::uint16_t>(panel.tree.edition_at(period.last_month())));
  }
}

/// The keys of a block, and what the codes of its batch mean.
KeyBlock BlockReader::enter(const BlockNumber& number) {
  const FactBatch& batch = panel_.batches[number.batch];
  if (number.batch != batch_) {
    plane_of_code_.clear();
    edition_of_code_.clear();
    for (const std::int32_t slot : *batch.slot_of.numbers) {
      const auto known = static_cast<std::size_t>(slot == no_meaning ? 0 : slot);
      plane_of_code_.push_back(planes_[known]);
      edition_of_code_.push_back(edition_of_slot_[known]);
    }
    cells_of_ = tables_.of(batch).views.data();
    batch_ = number.batch;
  }
  static_assert(zone_rows % block_rows == 0);
  const auto& [lowest, highest] = batch.zones[number.first_row / zone_rows];
  return {batch.slots.from(number.first_row),
          static_cast<const std::int32_t*>(batch.regions.from(number.first_row)),
          batch.slot_of.first,
          batch.region_of.first,
          plane_of_code_.data(),
          has_editions_ ? edition_of_code_.data() : nullptr,
          cells_of_,
          lowest == highest};
}

Block BlockReader::read(const BlockNumber& number) {
  const KeyBlock keys = enter(number);
  const FactBatch& batch = panel_.batches[number.batch];
  const auto find_runs = is_short(batch) ? kernel_.runs16 : kernel_.runs32;
  const std::size_t runs = find_runs(keys, number.rows, starts_.get(), run_cells_.get());
  const bool are_short = number.rows < runs * rows_of_run;
  return {batch,
          number.first_row,
          number.rows,
          starts_.get(),
          run_cells_.get(),
          runs,
          are_short ? read_rows(number).indices : nullptr,
          kernel_};
}

Block BlockReader::read_rows(const BlockNumber& number) {
  const KeyBlock keys = enter(number);
  const FactBatch& batch = panel_.batches[number.batch];
  const auto find_indices = is_short(batch) ? kernel_.indices16 : kernel_.indices32;
  find_indices(keys, number.rows, indices_.get());
  return {batch, number.first_row, number.rows, nullptr, nullptr, 0, indices_.get(), kernel_};
}

Lines::Lines(std::span<const std::size_t> columns, std::size_t cells)
    : columns_(columns.begin(), columns.end()),
      lines_(zeroed<std::int64_t>(cells * line_width)),
      unknown_(zeroed<std::uint32_t>(cells * line_width)) {}

void Lines::add(const Block& block) const {
  ValueBlock values[line_series] = {};
  for (std::size_t k = 0; k < columns_.size(); ++k) values[k] = block.values(columns_[k]);
  block.kernel.add_lines[columns_.size()](values, block.indices, block.rows, lines_.get(),
                                          unknown_.get());
}

void Lines::copy_to(const Planes& planes, std::size_t slot, std::size_t first) const {
  const std::size_t stride = planes.stride();
  const std::size_t from = slot * stride * line_width;
  const std::size_t to = slot * planes.plane_size();
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    std::int64_t* sums = planes.sums() + to + (first + k) * stride;
    std::uint32_t* unknown = planes.unknown() + to + (first + k) * stride;
    for (std::size_t cell = 0; cell < stride; ++cell) {
      sums[cell] = lines_.get()[from + cell * line_width + k];
      unknown[cell] = unknown_.get()[from + cell * line_width + k];
    }
  }
  if (first != 0) return;
  std::int64_t* counts = planes.sums() + to + planes.columns() * stride;
  for (std::size_t cell = 0; cell < stride; ++cell) {
    counts[cell] = lines_.get()[from + cell * line_width + line_series];
  }
}

}  // namespace edustat::detail
