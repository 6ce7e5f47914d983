// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panel/panel_data.hpp"
#include "panel/scan_kernel.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace edustat::detail {

/// What a fact of a region is.
enum class KeyState : std::uint8_t { unit, inner, absent };

/// Lower half of a key without a region, or whose region is not there in its period.
inline constexpr std::uint64_t stranger_key = 0xFFFFFFFF;
/// Set in the lower half of a key at an inner node, and of a stranger.
inline constexpr std::uint64_t marked_key = 0x80000000;

/// What the codes of the region column mean in a key, by edition of the tree.
class KeyTables {
 public:
  /// `states`: by edition of the tree and region; the last is for no region. `editions`: of the
  /// tree, by period.
  KeyTables(const Panel::Data& panel, const std::vector<std::vector<KeyState>>& states,
            const std::vector<std::size_t>& editions);
  /// By edition: lower half of the key, by code; without spans.
  [[nodiscard]] const CodeCells* of(const FactBatch& batch) const {
    return views_.at({batch.region_of.numbers.get(), batch.unit_of.get()}).data();
  }
  [[nodiscard]] std::size_t editions() const noexcept { return count_; }
  [[nodiscard]] std::size_t edition_of(std::size_t slot) const {
    return editions_[slot % editions_.size()];
  }

 private:
  std::size_t count_;
  const std::vector<std::size_t>& editions_;
  std::vector<std::vector<std::uint32_t>> tables_;
  std::map<std::pair<const void*, const void*>, std::vector<CodeCells>> views_;
};

/// Keys of rows as numbers: the slot in the upper half, the reporting unit in the lower. For one
/// thread.
class KeyReader {
 public:
  KeyReader(const Panel::Data& panel, const KeyTables& tables);
  /// At most step_rows rows; the keys live until the next are read.
  [[nodiscard]] std::span<std::uint64_t> read(std::size_t batch, std::size_t first,
                                              std::size_t rows);
  /// Rows whose keys stay in the nearest cache.
  static constexpr std::size_t step_rows = 2048;

 private:
  void enter(std::size_t batch);

  const Panel::Data& panel_;
  const KeyTables& tables_;
  std::size_t batch_;
  std::vector<std::uint64_t> slot_of_code_;
  std::vector<std::uint16_t> edition_of_code_;
  std::vector<std::uint64_t> keys_;
  const ScanKernel& kernel_;
};

}  // namespace edustat::detail
