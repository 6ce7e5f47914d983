// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/totals.hpp"

#include "number/int128.hpp"
#include "panel/layout.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace edustat {

/// What Totals shares with its copies.
struct Totals::Data {
  /// One series in one period, by cell of the layout.
  struct Slice {
    const std::int64_t* sums = nullptr;  ///< null where the series is wide
    const detail::int128* wide = nullptr;
    const CellStatus* statuses = nullptr;
    const std::uint32_t* known = nullptr;
    const std::uint32_t* due = nullptr;
    std::shared_ptr<const void> owner{};
    std::shared_ptr<const void> own_due{};  ///< where `due` differs from that of the edition
  };

  RegionTree tree;
  std::shared_ptr<const detail::Layout> layout;
  std::vector<Period> periods{};
  std::vector<std::size_t> editions{};  ///< of the tree, by period
  std::vector<Series> series{};
  std::vector<Slice> slices{};          ///< by period, then by series
  std::vector<std::int64_t> largest{};  ///< by series
  std::vector<bool> is_wide{};          ///< by series
  std::vector<Difference> differences{};
  std::vector<std::vector<std::uint32_t>> due{};  ///< shared by slices
  std::shared_ptr<const void> statuses{};         ///< of all slices

  Data(RegionTree tree_in, std::shared_ptr<const detail::Layout> layout_in)
      : tree(std::move(tree_in)), layout(std::move(layout_in)) {}

  [[nodiscard]] const Slice& slice(std::size_t period, std::size_t number) const noexcept {
    return slices[period * series.size() + number];
  }
};

namespace detail {

/// What is known of what is due, as one word.
struct Reasons {
  std::uint32_t not_applicable = 0;
  std::uint32_t suppressed = 0;
};
[[nodiscard]] CellStatus status_of(Coverage coverage, Reasons reasons) noexcept;

}  // namespace detail
}  // namespace edustat
