// SPDX-License-Identifier: Apache-2.0
#include "panel/scan_block.hpp"

#include "panel/zeroed.hpp"

#include <bit>
#include <cstring>

namespace edustat::detail {
namespace {

constexpr std::size_t bits_of_word = 64;

/// `count` bits from bit number `first` on, at most 64, the rest 1.
std::uint64_t bits_at(const std::uint8_t* bits, std::size_t first, std::size_t count) {
  const std::size_t shift = first % 8;
  const std::size_t bytes = (shift + count + 7) / 8;
  std::uint64_t low = 0;
  if (bytes < 8) {
    std::memcpy(&low, bits + first / 8, bytes);
  } else {
    std::memcpy(&low, bits + first / 8, 8);  // a number of bytes that the compiler knows
  }
  std::uint64_t word = low >> shift;
  if (bytes > 8) word |= std::uint64_t{bits[first / 8 + 8]} << (bits_of_word - shift);
  if (count < bits_of_word) word |= ~std::uint64_t{0} << count;
  return word;
}

/// Calls act(row) for every row of a block without a value.
template <typename Act>
void for_each_unknown(const Values& values, std::size_t first_row, std::size_t rows, Act act) {
  if (values.validity == nullptr) return;
  for (std::size_t row = 0; row < rows; row += bits_of_word) {
    const std::size_t count = rows - row < bits_of_word ? rows - row : bits_of_word;
    std::uint64_t unknown = ~bits_at(values.validity, values.offset + first_row + row, count);
    while (unknown != 0) {
      act(row + static_cast<std::size_t>(std::countr_zero(unknown)));
      unknown &= unknown - 1;
    }
  }
}

void take_away(std::int64_t& sum, std::int64_t value) {
  sum = static_cast<std::int64_t>(static_cast<std::uint64_t>(sum) -
                                  static_cast<std::uint64_t>(value));
}

}  // namespace

void Block::add(std::size_t column, std::int64_t* sums, std::uint32_t* unknown) const {
  const Values& values = batch.values[column];
  const std::int64_t* first = values.values + first_row;
  if (rows >= runs * rows_of_run) {
    kernel.add_runs(first, indices, starts, runs, sums);
  } else {
    kernel.add_rows(first, indices, rows, sums);
  }
  for_each_unknown(values, first_row, rows, [&](std::size_t row) {
    take_away(sums[indices[row]], first[row]);
    ++unknown[indices[row]];
  });
}

void Block::count(std::int64_t* counts) const {
  for (std::size_t run = 0; run < runs; ++run) {
    counts[indices[starts[run]]] += starts[run + 1] - starts[run];
  }
}

BlockReader::BlockReader(const Panel::Data& panel, const CellTables& tables, const Layout& layout,
                         const std::vector<std::uint64_t>& planes)
    : panel_(panel),
      tables_(tables),
      planes_(planes),
      has_editions_(layout.editions() > 1),
      batch_(panel.batches.size()),
      indices_(block_rows),
      starts_(block_rows + 1),
      kernel_(scan_kernel()) {
  for (std::size_t slot = 0; slot < panel.slots(); ++slot) {
    const Period& period = panel.periods[slot % panel.periods.size()];
    edition_of_slot_.push_back(
        static_cast<std::uint16_t>(panel.tree.edition_at(period.last_month())));
  }
}

/// What the codes of a batch mean.
void BlockReader::enter(std::size_t number) {
  const FactBatch& batch = panel_.batches[number];
  plane_of_code_.clear();
  edition_of_code_.clear();
  for (const std::int32_t slot : *batch.slot_of.numbers) {
    const auto known = static_cast<std::size_t>(slot == no_meaning ? 0 : slot);
    plane_of_code_.push_back(planes_[known]);
    edition_of_code_.push_back(edition_of_slot_[known]);
  }
  cells_of_ = tables_.of(batch).pointers.data();
  batch_ = number;
}

Block BlockReader::read(std::size_t number, std::size_t first_row, std::size_t rows) {
  if (number != batch_) enter(number);
  const FactBatch& batch = panel_.batches[number];
  const bool is_short = batch.slots.width == KeyCodes::Width::two;
  const auto* regions = static_cast<const std::int32_t*>(batch.regions.codes) + first_row;
  const auto* slots = static_cast<const char*>(batch.slots.codes) + first_row * (is_short ? 2 : 4);
  const KeyBlock keys{slots,
                      regions,
                      batch.slot_of.first,
                      batch.region_of.first,
                      plane_of_code_.data(),
                      has_editions_ ? edition_of_code_.data() : nullptr,
                      cells_of_};
  (is_short ? kernel_.indices16 : kernel_.indices32)(keys, rows, indices_.data());
  const std::size_t runs = kernel_.runs(indices_.data(), rows, starts_.data());
  return {batch, first_row, rows, indices_.data(), starts_.data(), runs, kernel_};
}

Lines::Lines(std::span<const std::size_t> columns, std::size_t cells)
    : columns_(columns.begin(), columns.end()),
      lines_(zeroed<std::int64_t>(cells * line_width)),
      unknown_(zeroed<std::uint32_t>(cells * line_width)) {}

void Lines::add(const Block& block) const {
  const std::int64_t* values[line_series] = {};
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    values[k] = block.batch.values[columns_[k]].values + block.first_row;
  }
  block.kernel.add_lines[columns_.size()](values, block.indices, block.rows, lines_.get());
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    for_each_unknown(block.batch.values[columns_[k]], block.first_row, block.rows,
                     [&](std::size_t row) {
                       const std::size_t place = block.indices[row] * line_width + k;
                       take_away(lines_.get()[place], values[k][row]);
                       ++unknown_.get()[place];
                     });
  }
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
