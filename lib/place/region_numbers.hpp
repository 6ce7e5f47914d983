// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/place/region_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace edustat::detail {

/// The regions whose codes are whole numbers without leading zeros, by these numbers.
class RegionNumbers {
 public:
  RegionNumbers() = default;
  explicit RegionNumbers(const std::unordered_map<std::string_view, std::uint32_t>& codes);
  /// See RegionTree::numbered().
  [[nodiscard]] RegionTree::Numbered between(std::int64_t low, std::int64_t high) const;

 private:
  /// Numbers for each region that a table of them all may span.
  static constexpr std::size_t numbers_of_region = 32;

  /// Without a look at `all_`.
  [[nodiscard]] RegionTree::Numbered new_table(std::int64_t low, std::int64_t high) const;

  std::vector<std::pair<std::int64_t, std::uint32_t>> by_number_{};
  RegionTree::Numbered all_{};  ///< where they lie close together
};

/// The same, made when first asked for.
struct RegionNumberIndex {
  std::once_flag once{};
  RegionNumbers numbers{};
};

}  // namespace edustat::detail
