// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/pieces.hpp"
#include "analysis/sample_data.hpp"
#include "panel/memory.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace edustat::detail {

/// Calls `take(deviations, weights, count)` for blocks of units: values less the mean.
template <typename Take>
void for_deviations(const SampleData& data, const Stretch& units, const Take& take) {
  const Deviation deviation(data);
  SampleBlock deviations;
  for_blocks(data, units, [&](const LoadedBlock& block) {
    deviation.take(block, deviations.data());
    for (std::size_t i = 0; data.is_per && i < block.count; ++i) deviations[i] /= block.weights[i];
    take(deviations.data(), block.weights, block.count);
  });
}

/// A whole number that orders like a double.
[[nodiscard]] inline std::uint64_t order_of(double value) noexcept {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  // All bits where there is a sign, else the sign alone.
  const auto flipped = static_cast<std::uint64_t>(static_cast<std::int64_t>(bits) >> 63U);
  return bits ^ (flipped | std::uint64_t{1} << 63U);
}

/// Which of many groups of neighbouring values a value belongs to. The leading bits choose a part,
/// and a part has as many groups as a sample of the values needs there.
class ValueGroups {
 public:
  explicit ValueGroups(const SampleData& data) : parts_(std::size_t{1} << part_bits) {
    constexpr std::uint32_t step = 8;
    const Stretch sample{0, data.size(), step};
    for_deviations(data, sample, [&](const double* deviations, const double*, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) ++parts_[order_of(deviations[i]) >> rest_bits].groups;
    });
    bool is_missed = false;
    for (Part& part : parts_) {
      // Neighbouring parts that the sample missed have one group together.
      const bool joins = is_missed && part.groups == 0;
      is_missed = part.groups == 0;
      part.first = joins ? count_ - 1 : count_;
      part.groups = part.groups / (units_per_group / step) + 1;
      if (!joins) count_ += part.groups;
    }
  }
  [[nodiscard]] std::size_t count() const noexcept { return count_; }
  [[nodiscard]] std::size_t of(double value) const noexcept {
    const std::uint64_t order = order_of(value);
    const Part& part = parts_[order >> rest_bits];
    const std::uint64_t rest = (order >> (rest_bits - 32)) & 0xFFFFFFFF;
    return part.first + (rest * part.groups >> 32U);
  }

 private:
  // Sign, exponent and two bits of the fraction.
  static constexpr int part_bits = 14;
  static constexpr int rest_bits = 64 - part_bits;
  // A group and its parts stay in the nearest memory of the processor.
  static constexpr std::uint32_t units_per_group = 512;
  struct Part {
    std::uint32_t first = 0;
    std::uint32_t groups = 0;
  };
  std::vector<Part> parts_;
  std::uint32_t count_ = 0;
};

/// Units in the order of their groups, in any order within a group.
template <typename Unit>
class GroupedUnits {
 public:
  explicit GroupedUnits(const SampleData& data)
      : groups_(data), begins_(groups_.count() + 1), units_(unset<Unit>(data.size())) {
    const auto whole_blocks = [](std::size_t units) {
      return (units + sample_block_rows - 1) / sample_block_rows * sample_block_rows;
    };
    const std::size_t piece = std::max(piece_units, whole_blocks(data.size() / most_pieces));
    std::vector<std::vector<std::uint32_t>> next = by_pieces(
        data.size(), [&](std::size_t begin, std::size_t end) { return counts(data, begin, end); },
        piece);
    for (std::size_t group = 0; group < groups_.count(); ++group) {
      begins_[group + 1] = begins_[group];
      for (auto& of_piece : next) {
        begins_[group + 1] += std::exchange(of_piece[group], begins_[group + 1]);
      }
    }
    by_pieces(
        data.size(),
        [&](std::size_t begin, std::size_t end) {
          put(data, {begin, end}, next[begin / piece]);
        },
        piece);
  }
  /// Calls act(units, count) for groups that begin in a stretch of the units.
  template <typename Act>
  void for_groups(std::size_t begin, std::size_t end, const Act& act) const {
    const auto first = std::lower_bound(begins_.begin(), begins_.end() - 1, begin);
    for (auto it = first; it + 1 != begins_.end() && *it < end; ++it) {
      if (*it < it[1]) act(units_.get() + *it, it[1] - *it);
    }
  }

 private:
  // Every piece counts every group.
  static constexpr std::size_t most_pieces = 8;

  std::vector<std::uint32_t> counts(const SampleData& data, std::size_t begin,
                                    std::size_t end) const {
    std::vector<std::uint32_t> found(groups_.count());
    for_deviations(data, {begin, end},
                   [&](const double* deviations, const double*, std::size_t size) {
                     for (std::size_t i = 0; i < size; ++i) ++found[groups_.of(deviations[i])];
                   });
    return found;
  }
  void put(const SampleData& data, const Stretch& stretch, std::vector<std::uint32_t>& next) {
    Unit* const units = units_.get();
    for_deviations(data, stretch,
                   [&](const double* deviations, const double* weights, std::size_t size) {
                     for (std::size_t i = 0; i < size; ++i) {
                       units[next[groups_.of(deviations[i])]++] = {deviations[i], weights[i]};
                     }
                   });
  }

  ValueGroups groups_;
  std::vector<std::uint32_t> begins_;  ///< by group, and one more
  std::shared_ptr<Unit[]> units_;
};

}  // namespace edustat::detail
