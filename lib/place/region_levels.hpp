// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "place/region_table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace edustat::detail {

/// The words of the levels and who stands above whom.
class RegionLevels {
 public:
  /// The number of a word, in the order in which words were met; none for the empty word.
  [[nodiscard]] std::uint32_t number(std::string_view word);
  /// Takes note that `upper` stood directly above `lower`, shown by a row.
  void add(std::uint32_t upper, std::uint32_t lower, std::uint32_t row);

  /// By number of the word: its place from the top. Words that no row orders keep the order in
  /// which they were met.
  /// Faults: unlisted_level where levels are stated, cyclic_levels otherwise.
  [[nodiscard]] std::vector<std::uint32_t> order(RegionTable& table,
                                                 const std::vector<std::string>& stated,
                                                 FaultList& faults);
  /// The words from top to bottom, after order().
  [[nodiscard]] const std::vector<std::string>& words() const noexcept { return sorted_; }
  /// False where levels stand in a circle, after order().
  [[nodiscard]] bool is_ordered() const noexcept { return is_ordered_; }

 private:
  struct Edge {
    std::uint32_t upper;
    std::uint32_t lower;
    std::uint32_t row;
  };
  [[nodiscard]] std::vector<std::uint32_t> as_stated(RegionTable& table,
                                                     const std::vector<std::string>& stated,
                                                     FaultList& faults);
  [[nodiscard]] std::vector<std::uint32_t> derived(const std::vector<RegionRow>& rows,
                                                   FaultList& faults);
  [[nodiscard]] Fault circle(const std::vector<RegionRow>& rows,
                             const std::vector<std::uint32_t>& waiting) const;

  std::vector<std::string_view> words_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::unordered_map<std::uint64_t, Edge> edges_;
  std::vector<Edge> ordered_edges_;
  std::vector<std::string> sorted_;
  bool is_ordered_ = true;
};

/// Sets the levels of a table whose regions are placed.
/// Faults: level_changes, unlisted_level, cyclic_levels, region_without_level.
void read_levels(RegionTable& table, const std::vector<std::string>& stated, FaultList& faults);

}  // namespace edustat::detail
