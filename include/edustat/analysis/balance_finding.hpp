// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/decimal.hpp"
#include "edustat/number/interval.hpp"
#include "edustat/number/rational.hpp"
#include "edustat/quantity/figure.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace edustat {

/// Whether prints were moved so that they add up, and which.
struct BalanceFinding {
  /// What the prints are.
  enum class Kind : std::uint8_t {
    ordinary,  ///< each print can be the rounding of its value by itself
    balanced,  ///< some print cannot, but each lies beside its value and all sums hold
    summed,    ///< all parts can, all sums hold, but some total is no rounding of its value
    neither    ///< some print is a whole step off, or parts were moved and sums do not hold
  };
  /// A print or a sum in its place.
  struct Print {
    std::optional<std::size_t> row;     ///< from 0; absent for the total of a column and of a list
    std::optional<std::size_t> column;  ///< from 0; absent for the total of a row, and in a list
    Interval value;                     ///< what is known of it, in the unit of the prints
    Decimal printed;                    ///< its print

    /// Equal in every part.
    friend bool operator==(const Print&, const Print&) = default;
  };

  Kind kind;                  ///< what the prints are
  std::vector<Print> moved;   ///< no rounding of their values, but less than a step away
  std::vector<Print> beyond;  ///< a whole step or more away from their values
  std::vector<Print> broken;  ///< totals that the prints do not add up to

  /// Of balanced prints with exact values: whether none that add up to the same grand total lie
  /// nearer. Absent otherwise, and for tables whose grand total was moved itself.
  std::optional<bool> is_least;
};

/// How the prints were made.
struct PrintOptions {
  Precision precision = Precision::nearest;  ///< what an ordinary rounding is; not `exact`
  Rational scale{1};  ///< what 1 of a print is in the unit of the values: 10000 for 元 to 万元
};

/// Recognises a balanced list: prints that are no ordinary roundings of their values, but lie
/// beside them and add up to the printed total.
///
/// The values are the true ones, or what is implied of them: shares by their counts, figures by the
/// prints of a finer table, as intervals. From prints alone no balance can be told: prints that add
/// up may have done so by themselves. The step is the last place of the finest print. Each print is
/// judged by itself: that all values can have been rounded so at once is not looked at.
/// @throws StructureError for no prints (nothing_to_balance), as many prints as values are expected
/// (unequal_lengths), a scale that is not above 0 (bad_scale)
[[nodiscard]] BalanceFinding recognise_balance(std::span<const Interval> values,
                                               std::span<const Decimal> prints,
                                               const Decimal& total,
                                               const PrintOptions& options = {});

/// Recognises a balanced table. `values` are its cells; `prints` have a last column of row totals
/// and a last row of column totals that ends with the grand total.
/// @throws StructureError as the list, and for rows of unequal length (unequal_rows)
[[nodiscard]] BalanceFinding recognise_balanced_table(std::span<const std::vector<Interval>> values,
                                                      std::span<const std::vector<Decimal>> prints,
                                                      const PrintOptions& options = {});

/// `ordinary` and so on.
[[nodiscard]] std::string_view name_of(BalanceFinding::Kind kind) noexcept;

}  // namespace edustat
