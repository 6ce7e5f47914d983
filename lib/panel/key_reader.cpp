// SPDX-License-Identifier: Apache-2.0
#include "panel/key_reader.hpp"

namespace edustat::detail {

KeyTables::KeyTables(const Panel::Data& panel, const std::vector<std::vector<KeyState>>& states,
                     const std::vector<std::size_t>& editions)
    : count_(states.size()), editions_(editions) {
  for (const FactBatch& batch : panel.batches) {
    const auto [found, is_new] =
        views_.try_emplace({batch.region_of.numbers.get(), batch.unit_of.get()});
    if (!is_new) continue;
    const std::vector<std::int32_t>& regions = *batch.region_of.numbers;
    const std::vector<std::int32_t>& units = batch.unit_of ? *batch.unit_of : regions;
    for (const std::vector<KeyState>& state : states) {
      std::vector<std::uint32_t>& table = tables_.emplace_back(regions.size());
      for (std::size_t code = 0; code < regions.size(); ++code) {
        const bool is_known = regions[code] != no_meaning;
        const KeyState what =
            is_known ? state[static_cast<std::size_t>(regions[code])] : KeyState::absent;
        const auto unit = static_cast<std::uint64_t>(units[code]);
        const std::uint64_t key = what == KeyState::absent  ? stranger_key
                                  : what == KeyState::inner ? unit | marked_key
                                                            : unit;
        table[code] = static_cast<std::uint32_t>(key);
      }
      found->second.push_back({table.data(), nullptr, nullptr, 0});
    }
  }
}

KeyReader::KeyReader(const Panel::Data& panel, const KeyTables& tables)
    : panel_(panel),
      tables_(tables),
      batch_(panel.batches.size()),
      keys_(step_rows),
      kernel_(scan_kernel()) {}

/// What the codes of a batch mean.
void KeyReader::enter(std::size_t number) {
  slot_of_code_.clear();
  edition_of_code_.clear();
  for (const std::int32_t slot : *panel_.batches[number].slot_of.numbers) {
    const auto known = static_cast<std::size_t>(slot == no_meaning ? 0 : slot);
    slot_of_code_.push_back(std::uint64_t{known} << 32U);
    edition_of_code_.push_back(static_cast<std::uint16_t>(tables_.edition_of(known)));
  }
  batch_ = number;
}

std::span<std::uint64_t> KeyReader::read(std::size_t number, std::size_t first, std::size_t rows) {
  if (number != batch_) enter(number);
  const FactBatch& batch = panel_.batches[number];
  const bool is_short = batch.slots.width == KeyCodes::Width::two;
  const KeyBlock block{
      batch.slots.from(first), static_cast<const std::int32_t*>(batch.regions.from(first)),
      batch.slot_of.first,     batch.region_of.first,
      slot_of_code_.data(),    tables_.editions() > 1 ? edition_of_code_.data() : nullptr,
      tables_.of(batch),       false};
  (is_short ? kernel_.indices16 : kernel_.indices32)(block, rows, keys_.data());
  return {keys_.data(), rows};
}

}  // namespace edustat::detail
