// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/indicators.hpp"
#include "edustat/panel/progress.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace edustat {

/// How ranks are counted.
struct RankOptions {
  /// Who gets the first rank.
  enum class Order : std::uint8_t { highest_first, lowest_first };
  /// What equal values get.
  enum class Ties : std::uint8_t {
    lowest,   ///< 1 2 2 4: the usual 并列
    highest,  ///< 1 3 3 4
    dense     ///< 1 2 2 3
  };
  /// Which values are compared.
  enum class By : std::uint8_t {
    exact,   ///< 全数值: the exact fractions
    rounded  ///< 修约值: the values as shown, so that equal figures share a rank
  };
  /// Among whom.
  enum class Among : std::uint8_t {
    parent,  ///< the rows of one level below one row; those that have none above them together
    level    ///< all rows of one level
  };
  Order order = Order::highest_first;  ///< who gets the first rank
  Ties ties = Ties::lowest;            ///< what equal values get
  By by = By::exact;                   ///< which values are compared
  Among among = Among::parent;         ///< among whom
  Work work{};                         ///< threads, progress, stopping
};

/// The rank of every row in one column, by period and row; 0 where there is no value: a gap has no
/// rank and takes none. Groups are not ranked. Exact values are compared as fractions, by cross
/// multiplication; of a root_rate the fraction under the root is compared.
/// @throws Cancelled
[[nodiscard]] std::vector<std::vector<std::uint32_t>> rank(const Indicators& indicators,
                                                           std::size_t column,
                                                           const RankOptions& options = {});

/// `highest_first` or `lowest_first`.
[[nodiscard]] std::string_view name_of(RankOptions::Order order) noexcept;

/// `lowest`, `highest` or `dense`.
[[nodiscard]] std::string_view name_of(RankOptions::Ties ties) noexcept;

/// `exact` or `rounded`.
[[nodiscard]] std::string_view name_of(RankOptions::By by) noexcept;

/// `parent` or `level`.
[[nodiscard]] std::string_view name_of(RankOptions::Among among) noexcept;

}  // namespace edustat
