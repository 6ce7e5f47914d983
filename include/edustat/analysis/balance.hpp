// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"
#include "edustat/number/decimal.hpp"
#include "edustat/number/rational.hpp"
#include "edustat/number/rounding.hpp"
#include "edustat/quantity/unit.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace edustat {

/// How figures are rounded so that they add up (舍位平衡).
struct BalanceOptions {
  Decimal step{Rational(1), DecimalPlaces(0)};  ///< whole multiples of it are given: 1, 0.01, 5
  Rounding rounding = Rounding::half_up;        ///< of the total; what moved is told against it
  Rational scale{1};  ///< what 1 of the result is in the unit of the figures: 10000 for 元 to 万元

  /// To so many decimal places. @throws LimitError (negative_places) below 0: tens are a step of 10
  [[nodiscard]] static BalanceOptions to(DecimalPlaces places);
};

/// What 1 of the one unit is in the other, for BalanceOptions::scale: 10000 from 元 to 万元.
/// @throws UnitError for another dimension
[[nodiscard]] Rational scale_between(const Unit& from, const Unit& to);

/// A figure that is not its own ordinary rounding, because the figures would not add up.
struct MovedFigure {
  std::optional<std::size_t> row;     ///< from 0; absent for the total of a column
  std::optional<std::size_t> column;  ///< from 0; absent for the total of a row, and in a list
  Rational value;                     ///< exact, in the unit of the result
  Decimal rounded;                    ///< as it would be rounded by itself
  Decimal balanced;                   ///< as it is given instead

  /// Equal in every part.
  friend bool operator==(const MovedFigure&, const MovedFigure&) = default;
};

/// Parts that add up to their total.
struct BalancedParts {
  std::vector<Decimal> parts;      ///< in the order of the figures
  Decimal total;                   ///< their sum, exactly
  std::vector<MovedFigure> moved;  ///< in the order of the figures; `row` is the number of the part
};

/// A table whose rows, columns and totals all add up.
struct BalancedTable {
  std::vector<std::vector<Decimal>> cells;  ///< by row and column
  std::vector<Decimal> row_totals;          ///< of every row
  std::vector<Decimal> column_totals;       ///< of every column
  Decimal total;                            ///< of all cells
  std::vector<MovedFigure> moved;           ///< cells by row, then row totals, then column totals
};

/// Shares that add up to their whole.
struct BalancedShares {
  std::vector<std::optional<Decimal>> shares;  ///< in the order of the weights; gaps stay gaps
  std::optional<Decimal> whole;                ///< what the known shares add up to; a gap for none
  std::vector<MovedFigure> moved;              ///< `row` is the number of the weight
};

/// What absent weights do to shares.
enum class AbsentWeights : std::uint8_t {
  refused,  ///< the whole is not known, so no share is
  left_out  ///< shares of the known weights among themselves; the absent ones have none
};

/// Rounds parts so that they add up to their rounded total, by largest remainders.
///
/// On request only: yearbooks round each figure alone and say so. These laws hold exactly:
/// (1) the parts add up to the total; (2) a part is the multiple of the step just below or just
/// above its value, and its value where that is a multiple; (3) no other such parts lie nearer to
/// their values in sum. Ties, in this order: parts that keep their ordinary rounding; earlier parts
/// away from zero, seen from the sign of the exact sum, or of the first part that is not 0 where
/// that is 0. (4) Negating all parts negates the result, and what ceiling gives is the negative of
/// what floor gives: the other roundings are their own mirror images.
///
/// The total is the ordinary rounding of the exact sum, or `total` where one was printed before,
/// which `moved` does not name. Feed it exact values: parts that were rounded before are balanced
/// for those roundings.
/// @throws StructureError for no parts (nothing_to_balance), a step or scale that is not above 0
/// (bad_step, bad_scale), a total that is no multiple of the step or that parts so near to their
/// values cannot reach (total_out_of_reach)
/// @source DESIGN 25; largest remainders: M. L. Balinski, H. P. Young, Fair Representation, 1982
[[nodiscard]] BalancedParts balanced_round(std::span<const Rational> parts,
                                           const BalanceOptions& options = {},
                                           std::optional<Decimal> total = std::nullopt);

/// Rounds a table with its row, column and grand totals so that all sums hold (controlled
/// rounding).
///
/// The cells come without totals; those are summed exactly, and the grand total is its ordinary
/// rounding. Every figure, the totals too, is the multiple of the step just below or just above its
/// value, and stays where its value is a multiple (zero-restricted); this is always possible for
/// rows and columns, in three dimensions it is not. Of all such tables it gives the one whose row
/// and column totals lie nearest to their values in sum; of those, the one whose cells do; then the
/// one with fewest moved figures; then the one whose earlier cells, row by row, are larger, or
/// smaller where balanced_round sees a sign below 0; law (4) holds too. Does not keep a total that
/// was printed before.
/// @throws StructureError for no cells (nothing_to_balance), rows of unequal length (unequal_rows),
/// a step or scale that is not above 0 (bad_step, bad_scale)
/// @source B. D. Causey, L. H. Cox, L. R. Ernst, Applications of transportation theory to
/// statistical problems, JASA 80 (1985) 903-909
[[nodiscard]] BalancedTable balanced_table(std::span<const std::vector<Rational>> rows,
                                           const BalanceOptions& options = {});

/// Shares of weights in `whole` (100 for percent) that add up to it exactly: 100.00%.
///
/// By largest remainders, with the laws and ties of balanced_round.
/// @throws StructureError for no weights (nothing_to_balance), a weight below 0 (negative_weight),
/// an absent one unless they are left out (gap_in_figures), known weights that add up to 0 or none
/// that is known (weights_without_sum), a whole that is not above 0 or cannot be written so
/// (bad_whole)
/// @throws LimitError (negative_places)
[[nodiscard]] BalancedShares balanced_shares(std::span<const std::optional<Rational>> weights,
                                             DecimalPlaces places = DecimalPlaces(2),
                                             AbsentWeights absent = AbsentWeights::refused,
                                             const Rational& whole = Rational(100));

namespace detail {
/// @throws StructureError (gap_in_figures; gap_in_row with a place that has a line)
[[noreturn]] void refuse_gaps(std::span<const std::size_t> absent, const Place& place);
}  // namespace detail

/// The figures of a list that has no gap: the sum of a list with a gap is not known.
/// @throws StructureError (gap_in_figures) with the numbers of all that are absent, from 1, and
/// with the place of the list where it is given; its line is a row of a table (gap_in_row)
template <typename Value>
[[nodiscard]] std::vector<Value> without_gaps(const std::vector<std::optional<Value>>& figures,
                                              const Place& place = {}) {
  std::vector<Value> known;
  std::vector<std::size_t> absent;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    figures[i] ? known.push_back(*figures[i]) : absent.push_back(i);
  }
  if (!absent.empty()) detail::refuse_gaps(absent, place);
  return known;
}

/// `refused` or `left_out`.
[[nodiscard]] std::string_view name_of(AbsentWeights absent) noexcept;

}  // namespace edustat
