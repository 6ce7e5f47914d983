// SPDX-License-Identifier: Apache-2.0
#include "panel/key_check.hpp"

#include "panel/zeroed.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <unordered_map>
#include <utility>

namespace edustat::detail {
namespace {

constexpr std::size_t word_bits = 64;

/// A bit for every key that may occur.
class KeySet {
 public:
  explicit KeySet(std::size_t keys) : words_(zeroed<std::uint64_t>(keys / word_bits + 1)) {}
  /// True when the key was there.
  bool insert(std::size_t key) {
    std::uint64_t& word = words_.get()[key / word_bits];
    const std::uint64_t bit = std::uint64_t{1} << (key % word_bits);
    const bool was_there = (word & bit) != 0;
    word |= bit;
    return was_there;
  }
  /// True when the two have a key in common.
  [[nodiscard]] bool meets(const KeySet& other, std::size_t keys) const {
    std::uint64_t both = 0;
    for (std::size_t i = 0; i <= keys / word_bits; ++i)
      both |= words_.get()[i] & other.words_.get()[i];
    return both != 0;
  }
  void add(const KeySet& other, std::size_t keys) {
    for (std::size_t i = 0; i <= keys / word_bits; ++i) words_.get()[i] |= other.words_.get()[i];
  }

 private:
  std::shared_ptr<std::uint64_t[]> words_;
};

/// A stretch of one batch.
struct Piece {
  std::size_t batch;
  std::size_t zone;
};

/// One thread's walk.
class KeyWalk {
 public:
  KeyWalk(const Panel::Data& panel, const std::vector<std::vector<KeyState>>& states,
          const std::vector<std::size_t>& editions, KeySet* seen)
      : panel_(panel), seen_(seen) {
    for (std::size_t slot = 0; slot < panel.slots(); ++slot) {
      states_of_slot_.push_back(states[editions[slot % panel.periods.size()]].data());
    }
    regions_ = states.front().size() - 1;
  }

  /// Looks at the rows of a zone; gives its lowest and highest slot.
  std::pair<std::int32_t, std::int32_t> walk(const FactBatch& batch, std::size_t zone,
                                             std::vector<std::uint32_t>& inner) {
    const std::size_t first = zone * zone_rows;
    const std::size_t last = std::min(first + zone_rows, batch.rows);
    return batch.slots.width == KeyCodes::Width::two
               ? walk_codes(batch, static_cast<const std::int16_t*>(batch.slots.codes), first, last,
                            inner)
               : walk_codes(batch, static_cast<const std::int32_t*>(batch.slots.codes), first, last,
                            inner);
  }

  KeyFindings findings{};

 private:
  template <typename Code>
  std::pair<std::int32_t, std::int32_t> walk_codes(const FactBatch& batch, const Code* slots,
                                                   std::size_t first, std::size_t last,
                                                   std::vector<std::uint32_t>& inner) {
    const auto* regions = static_cast<const std::int32_t*>(batch.regions.codes);
    const std::int32_t* slot_of = batch.slot_of.numbers->data();
    const std::int32_t* region_of = batch.region_of.numbers->data();
    const std::int32_t* unit_of = batch.unit_of ? batch.unit_of->data() : region_of;
    const std::int64_t first_slot = batch.slot_of.first;
    const std::int64_t first_region = batch.region_of.first;
    std::int32_t low = std::numeric_limits<std::int32_t>::max();
    std::int32_t high = -1;
    for (std::size_t row = first; row < last; ++row) {
      const std::int64_t code = regions[row] - first_region;
      const std::int32_t slot = slot_of[slots[row] - first_slot];
      const std::int32_t region = region_of[code];
      low = std::min(low, slot);
      high = std::max(high, slot);
      const std::size_t known = region == no_meaning ? regions_ : static_cast<std::size_t>(region);
      const KeyState state = states_of_slot_[static_cast<std::size_t>(slot)][known];
      if (state == KeyState::absent) {
        findings.has_strangers = true;
        continue;
      }
      if (state == KeyState::inner) inner.push_back(static_cast<std::uint32_t>(row));
      if (seen_ != nullptr) {
        const auto unit = static_cast<std::size_t>(unit_of[code]);
        const std::size_t key = static_cast<std::size_t>(slot) * panel_.units + unit;
        findings.has_repeats = seen_->insert(key) || findings.has_repeats;
      }
    }
    return {low, high};
  }

  const Panel::Data& panel_;
  KeySet* seen_;
  std::vector<const KeyState*> states_of_slot_;
  std::size_t regions_;
};

/// Keys for which a bit each is not too much.
bool has_room_for_bits(const Panel::Data& panel) {
  constexpr std::size_t bits_of_row = 256;
  constexpr std::size_t always = std::size_t{1} << 26U;
  return panel.slots() * panel.units <= std::max(always, panel.rows * bits_of_row);
}

}  // namespace

KeyFindings check_keys(Panel::Data& panel, const std::vector<std::vector<KeyState>>& states,
                       const std::vector<std::size_t>& editions, Crew& crew) {
  const bool has_bits = has_room_for_bits(panel);
  const std::size_t keys = panel.slots() * panel.units;
  std::vector<Piece> pieces;
  std::vector<std::vector<std::uint32_t>> inner;
  for (std::size_t batch = 0; batch < panel.batches.size(); ++batch) {
    const std::size_t zones = (panel.batches[batch].rows + zone_rows - 1) / zone_rows;
    panel.batches[batch].zones.resize(zones);
    for (std::size_t zone = 0; zone < zones; ++zone) pieces.push_back({batch, zone});
  }
  inner.resize(pieces.size());
  std::vector<KeySet> seen;
  std::vector<KeyWalk> walks;
  for (unsigned member = 0; has_bits && member < crew.size(); ++member) seen.emplace_back(keys);
  for (unsigned member = 0; member < crew.size(); ++member) {
    walks.emplace_back(panel, states, editions, has_bits ? &seen[member] : nullptr);
  }
  crew.run_pieces(pieces.size(), [&](std::size_t i, unsigned member) {
    FactBatch& batch = panel.batches[pieces[i].batch];
    batch.zones[pieces[i].zone] = walks[member].walk(batch, pieces[i].zone, inner[i]);
  });
  KeyFindings findings;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    auto& rows = panel.batches[pieces[i].batch].inner_rows;
    rows.insert(rows.end(), inner[i].begin(), inner[i].end());
  }
  for (unsigned member = 0; member < crew.size(); ++member) {
    findings.has_strangers |= walks[member].findings.has_strangers;
    findings.has_repeats |= walks[member].findings.has_repeats;
    if (!has_bits || member == 0) continue;
    findings.has_repeats |= seen[0].meets(seen[member], keys);
    seen[0].add(seen[member], keys);
  }
  if (!has_bits) {
    const std::vector<std::size_t> firsts = first_of_key(panel);
    for (std::size_t row = 0; row < firsts.size(); ++row) {
      findings.has_repeats |= firsts[row] != row;
    }
  }
  return findings;
}

std::vector<std::size_t> first_of_key(const Panel::Data& panel) {
  std::vector<std::size_t> firsts;
  firsts.reserve(panel.rows);
  std::unordered_map<std::size_t, std::size_t> first_by_key;
  for (const FactBatch& batch : panel.batches) {
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const std::size_t own = firsts.size();
      const auto index = static_cast<std::size_t>(batch.regions.at(row) - batch.region_of.first);
      const std::int32_t region = (*batch.region_of.numbers)[index];
      if (region == no_meaning) {
        firsts.push_back(own);
        continue;
      }
      const auto unit = static_cast<std::size_t>(batch.unit_of ? (*batch.unit_of)[index] : region);
      const auto slot = static_cast<std::size_t>(batch.slot_of.of(batch.slots.at(row)));
      firsts.push_back(first_by_key.try_emplace(slot * panel.units + unit, own).first->second);
    }
  }
  return firsts;
}

}  // namespace edustat::detail
