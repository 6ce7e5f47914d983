// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/place/region_tree.hpp"

#include "place/region_history.hpp"
#include "place/region_numbers.hpp"
#include "place/region_table.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace edustat {

namespace detail {

/// The children of every region in one edition, made when they are first asked for.
struct ChildIndex {
  std::once_flag once{};
  std::vector<std::uint32_t> children{};  ///< by parent, each in order
  std::vector<std::size_t> begins{};      ///< by parent, and one more
};

/// The reporting units at every region or below in one edition, counted when first asked for.
struct UnitCounts {
  std::once_flag once{};
  std::vector<std::uint32_t> counts{};
};

/// The regions of every name, made when they are first asked for.
struct RegionNameIndex {
  std::once_flag once{};
  std::unordered_map<std::string_view, std::vector<RegionNumber>> regions{};
};

}  // namespace detail

/// What copies of a tree share.
struct RegionTree::Data {
  detail::RegionTable table;
  detail::RegionHistory history;
  RegionTreeOptions options;
  std::unique_ptr<detail::ChildIndex[]> children;  ///< by hierarchy, then by edition
  std::unique_ptr<detail::UnitCounts[]> units;     ///< likewise
  std::unique_ptr<detail::RegionNameIndex> names;
  std::unique_ptr<detail::RegionNumberIndex> numbers;

  /// The number of a hierarchy. @throws CodeError (unknown_name)
  [[nodiscard]] std::size_t hierarchy(std::string_view name) const;
  /// @throws CodeError (unknown_name)
  [[nodiscard]] const detail::RegionHistory::Parents& parents(std::size_t edition,
                                                              std::string_view hierarchy) const;
  /// @throws CodeError (unknown_name)
  [[nodiscard]] const detail::ChildIndex& children_in(std::size_t edition,
                                                      std::string_view hierarchy) const;
  /// @throws CodeError (unknown_name)
  [[nodiscard]] const std::vector<std::uint32_t>& leaf_counts(std::size_t edition,
                                                              std::string_view hierarchy) const;

 private:
  /// Where what is kept by hierarchy and edition stands.
  [[nodiscard]] std::size_t place_of(std::size_t edition, std::string_view name) const {
    return hierarchy(name) * history.editions.size() + edition;
  }
};

}  // namespace edustat
