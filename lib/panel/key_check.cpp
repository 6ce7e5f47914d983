// SPDX-License-Identifier: Apache-2.0
#include "panel/key_check.hpp"

#include "panel/memory.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <span>
#include <unordered_map>
#include <utility>

namespace edustat::detail {
namespace {

constexpr std::size_t word_bits = 64;

/// A bit for every key that may occur.
class KeySet {
 public:
  explicit KeySet(std::size_t keys)
      : count_(keys / word_bits + 1), words_(zeroed<std::uint64_t>(count_)) {}
  /// Fetches what insert() needs.
  void prepare(std::size_t key) const { __builtin_prefetch(words_.get() + key / word_bits, 1); }
  /// True when the key was there.
  bool insert(std::size_t key) {
    std::uint64_t& word = words_.get()[key / word_bits];
    const std::uint64_t bit = std::uint64_t{1} << (key % word_bits);
    const bool was_there = (word & bit) != 0;
    word |= bit;
    return was_there;
  }
  /// Adds the other; true when the two had a key in common.
  bool add(const KeySet& other) {
    std::uint64_t both = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      both |= words_.get()[i] & other.words_.get()[i];
      words_.get()[i] |= other.words_.get()[i];
    }
    return both != 0;
  }

 private:
  std::size_t count_;
  std::shared_ptr<std::uint64_t[]> words_;
};

/// A stretch of one batch, and what the first walk finds there.
struct Zone {
  std::size_t batch;
  std::size_t first;
  std::size_t rows;
  bool rises = false;  ///< every key above the one before it, and no stranger or inner node
  bool has_strangers = false;
  std::uint64_t low = 0;   ///< first key of those that rise
  std::uint64_t high = 0;  ///< last key of those that rise
  std::vector<std::uint32_t> inner{};
};

std::vector<Zone> zones_of(const Panel::Data& panel) {
  std::vector<Zone> zones;
  for (std::size_t batch = 0; batch < panel.batches.size(); ++batch) {
    const std::size_t rows = panel.batches[batch].rows;
    for (std::size_t row = 0; row < rows; row += zone_rows) {
      zones.push_back({batch, row, std::min(zone_rows, rows - row)});
    }
  }
  return zones;
}

/// Calls act(keys, first row) for the keys of a zone, step by step.
template <typename Act>
void for_each_step(const Zone& zone, KeyReader& reader, Act act) {
  for (std::size_t done = 0; done < zone.rows; done += KeyReader::step_rows) {
    const std::size_t rows = std::min(KeyReader::step_rows, zone.rows - done);
    act(reader.read(zone.batch, zone.first + done, rows), zone.first + done);
  }
}

/// Rows that are no plain units.
void note_marked(std::span<const std::uint64_t> keys, std::size_t first, Zone& zone) {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if ((keys[i] & marked_key) == 0) continue;
    if ((keys[i] & stranger_key) == stranger_key) {
      zone.has_strangers = true;
    } else {
      zone.inner.push_back(static_cast<std::uint32_t>(first + i));
    }
  }
}

/// Gives the lowest and highest slot.
std::pair<std::int32_t, std::int32_t> look_at(Zone& zone, KeyReader& reader) {
  const ScanKernel& kernel = scan_kernel();
  KeyOrder all{};
  for_each_step(zone, reader, [&](std::span<const std::uint64_t> keys, std::size_t first) {
    const KeyOrder one = kernel.order(keys.data(), keys.size());
    if ((one.bits & marked_key) != 0) note_marked(keys, first, zone);
    const bool is_first = first == zone.first;
    all.rises = one.rises && (is_first || (all.rises && keys.front() > all.high));
    all.low = is_first ? one.low : std::min(all.low, one.low);
    all.high = is_first ? one.high : std::max(all.high, one.high);
    all.bits |= one.bits;
  });
  zone.rises = all.rises && (all.bits & marked_key) == 0;
  zone.low = all.low;
  zone.high = all.high;
  return {static_cast<std::int32_t>(all.low >> 32U), static_cast<std::int32_t>(all.high >> 32U)};
}

/// True where every zone rises and no two overlap: then no key stands twice.
bool rise_apart(const std::vector<Zone>& zones) {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> ends;
  for (const Zone& zone : zones) {
    if (!zone.rises) return false;
    ends.emplace_back(zone.low, zone.high);
  }
  std::sort(ends.begin(), ends.end());
  const auto meets = [](const auto& left, const auto& right) { return left.second >= right.first; };
  return std::adjacent_find(ends.begin(), ends.end(), meets) == ends.end();
}

/// Inserts the keys of a zone; true where one was there.
bool insert(const Zone& zone, KeyReader& reader, std::size_t units, KeySet& seen) {
  constexpr std::size_t ahead = 16;
  constexpr std::uint64_t unit_bits = marked_key - 1;
  bool has_repeats = false;
  for_each_step(zone, reader, [&](std::span<std::uint64_t> keys, std::size_t) {
    std::size_t count = 0;
    for (const std::uint64_t key : keys) {
      keys[count] = (key >> 32U) * units + (key & unit_bits);
      count += static_cast<std::size_t>((key & stranger_key) != stranger_key);
    }
    for (std::size_t i = 0; i < count; ++i) {
      seen.prepare(keys[std::min(i + ahead, count - 1)]);
      has_repeats = seen.insert(keys[i]) || has_repeats;
    }
  });
  return has_repeats;
}

/// Keys for which a bit each is not too much.
bool has_room_for_bits(const Panel::Data& panel) {
  constexpr std::size_t bits_of_row = 256;
  constexpr std::size_t always = std::size_t{1} << 26U;
  return panel.slots() * panel.units <= std::max(always, panel.rows * bits_of_row);
}

}  // namespace

KeyFindings check_keys(Panel::Data& panel, const std::vector<std::vector<KeyState>>& states,
                       const std::vector<std::size_t>& editions, Crew& crew) {
  const KeyTables tables(panel, states, editions);
  std::vector<KeyReader> readers(crew.size(), KeyReader(panel, tables));
  std::vector<Zone> zones = zones_of(panel);
  for (FactBatch& batch : panel.batches)
    batch.zones.resize((batch.rows + zone_rows - 1) / zone_rows);
  crew.run_pieces(zones.size(), [&](std::size_t i, unsigned member) {
    panel.batches[zones[i].batch].zones[zones[i].first / zone_rows] =
        look_at(zones[i], readers[member]);
  });
  KeyFindings findings;
  for (const Zone& zone : zones) {
    auto& rows = panel.batches[zone.batch].inner_rows;
    rows.insert(rows.end(), zone.inner.begin(), zone.inner.end());
    findings.has_strangers |= zone.has_strangers;
  }
  if (rise_apart(zones)) return findings;
  if (!has_room_for_bits(panel)) {
    const std::vector<std::size_t> firsts = first_of_key(panel);
    for (std::size_t row = 0; row < firsts.size(); ++row) {
      findings.has_repeats |= firsts[row] != row;
    }
    return findings;
  }
  std::vector<KeySet> seen;
  for (unsigned member = 0; member < crew.size(); ++member) {
    seen.emplace_back(panel.slots() * panel.units);
  }
  std::atomic<bool> has_repeats{false};
  crew.run_pieces(zones.size(), [&](std::size_t i, unsigned member) {
    if (insert(zones[i], readers[member], panel.units, seen[member])) has_repeats = true;
  });
  findings.has_repeats = has_repeats;
  for (unsigned member = 1; member < crew.size(); ++member) {
    findings.has_repeats |= seen[0].add(seen[member]);
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
