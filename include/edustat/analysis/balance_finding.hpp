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
    balanced,  ///< some part cannot, but each print lies beside its value and all sums hold
    summed,  ///< all parts can, all sums hold, but some total cannot: it was added up from rounded
             ///< parts, or moved alone, which looks the same
    neither  ///< some print cannot and a sum does not hold, or some part cannot and some print is
             ///< a whole step off
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
  std::vector<Print> beyond;  ///< a whole step or more away from their values, or no multiples
  std::vector<Print> broken;  ///< totals that the prints do not add up to

  /// Of balanced prints with exact values: whether none that add up to the same grand total lie
  /// nearer, row and column totals before cells. False is the only sign that figures were swapped
  /// or are wrong and pass as balanced all the same. Absent otherwise.
  std::optional<bool> is_least;
};

/// How the prints were made.
struct PrintOptions {
  Precision precision = Precision::nearest;  ///< what an ordinary rounding is; not `exact`
  std::optional<Decimal> step{};  ///< they are multiples of it: 5; else of their finest last place
  Rational scale{1};  ///< what 1 of a print is in the unit of the values: 10000 for 元 to 万元
};

/// Recognises a balanced list: prints that are no ordinary roundings of their values, but lie
/// beside them and add up to the printed total.
///
/// The values are the true ones, or what is implied of them: shares by their counts, figures by the
/// prints of a finer table, as intervals. From prints alone no balance can be told: prints that add
/// up may have done so by themselves. The step is the last place of the finest print, unless it
/// is stated: 4.0 among whole numbers makes it tenths. Each print is judged by itself: that all
/// values can have been rounded so at once is not looked at.
/// @throws StructureError for no prints (nothing_to_balance), as many prints as values are expected
/// (unequal_lengths), a step or scale that is not above 0 (bad_step, bad_scale)
/// @throws CodeError for Precision::exact (unknown_name): what was not rounded was not balanced
[[nodiscard]] BalanceFinding recognise_balance(std::span<const Interval> values,
                                               std::span<const Decimal> prints,
                                               const Decimal& total,
                                               const PrintOptions& options = {});

/// Recognises a balanced table. `values` are its cells; `prints` have a last column of row totals
/// and a last row of column totals that ends with the grand total.
/// @throws StructureError as the list, for rows of unequal length (unequal_rows) and for prints of
/// another shape (rows_of_prints, cells_of_prints)
/// @throws CodeError as the list
[[nodiscard]] BalanceFinding recognise_balanced_table(std::span<const std::vector<Interval>> values,
                                                      std::span<const std::vector<Decimal>> prints,
                                                      const PrintOptions& options = {});

/// `ordinary` and so on.
[[nodiscard]] std::string_view name_of(BalanceFinding::Kind kind) noexcept;

}  // namespace edustat
