// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/sensitivity.hpp"
#include "edustat/error/error.hpp"

#include "analysis/column_sums.hpp"
#include "analysis/index_scores.hpp"
#include "analysis/normalise_column.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace edustat {
namespace {

constexpr std::string_view intervals_operation = "rank_intervals";

/// The known values of a column at one of their ends: what the others are beside one unit.
class OtherValues {
 public:
  explicit OtherValues(std::vector<double> values) : sorted_(std::move(values)) {
    std::sort(sorted_.begin(), sorted_.end());
  }

  /// The smallest and the largest without one of them; nothing where there is no other.
  [[nodiscard]] std::optional<std::array<double, 2>> extremes_without(double own) const {
    const std::size_t count = sorted_.size();
    if (count < 2) return std::nullopt;
    return std::array{sorted_[sorted_.front() == own ? 1 : 0],
                      sorted_[sorted_.back() == own ? count - 2 : count - 1]};
  }
  /// How many without one of them are smaller, and half of those that are equal to `value`.
  [[nodiscard]] double below(double value, double own) const {
    const auto equal = std::equal_range(sorted_.begin(), sorted_.end(), value);
    const double smaller = static_cast<double>(equal.first - sorted_.begin());
    const double same = static_cast<double>(equal.second - equal.first);
    const double own_part = own < value ? 1 : own == value ? 0.5 : 0;
    return smaller + same / 2 - own_part;
  }
  [[nodiscard]] std::size_t size() const noexcept { return sorted_.size(); }

 private:
  std::vector<double> sorted_;
};

/// The score of one value beside the extremes of the others: all that these methods look at.
double score_beside(double value, const std::optional<std::array<double, 2>>& others,
                    std::size_t column, const NormaliseOptions& options) {
  const std::array<double, 3> cells{value, others ? (*others)[0] : value,
                                    others ? (*others)[1] : value};
  Matrix scores(cells.size(), column + 1);
  // Every column is the same three cells, so that the options and messages of this one hold.
  detail::normalise_column({cells.data(), cells.size(), column + 1, 1, 0}, column, options, scores,
                           intervals_operation);
  return scores.at(0, column);
}

/// The scores of a column where every unit is at `own` and all others are at `others`.
void score_column(const MatrixView& own, const MatrixView& others, std::size_t column,
                  const NormaliseOptions& options, Matrix& scores) {
  std::vector<double> known;
  for (std::size_t row = 0; row < others.rows; ++row) {
    if (!is_gap(others.at(row, column))) known.push_back(others.at(row, column));
  }
  const OtherValues all(std::move(known));
  const bool is_cost = detail::direction_of(options.directions, column) == Direction::cost;
  for (std::size_t row = 0; row < own.rows; ++row) {
    const double value = own.at(row, column);
    if (is_gap(value)) continue;
    const double beside = others.at(row, column);
    if (options.method == Normalisation::rank) {
      const double below = all.below(value, beside);
      scores.set(row, column, 1 + (is_cost ? static_cast<double>(all.size()) - 1 - below : below));
    } else {
      scores.set(row, column, score_beside(value, all.extremes_without(beside), column, options));
    }
  }
}

void require_ends(const MatrixView& lows, const MatrixView& highs) {
  detail::require_count("rows of the upper ends", highs.rows, lows.rows);
  detail::require_count("columns of the upper ends", highs.columns, lows.columns);
  for (std::size_t row = 0; row < lows.rows; ++row) {
    for (std::size_t column = 0; column < lows.columns; ++column) {
      const double low = lows.at(row, column);
      const double high = highs.at(row, column);
      if (is_gap(low) && is_gap(high)) continue;
      if (!std::isfinite(low) || !(low <= high)) {
        detail::refuse_cell(intervals_operation, lows, row, column,
                            "not above the upper end " + detail::text_of(high));
      }
      if (!std::isfinite(high)) {
        detail::refuse_cell(intervals_operation, highs, row, column, "a finite number");
      }
    }
  }
}

void require_monotone(const CompositeOptions& options) {
  const Normalisation method = options.normalise.method;
  if (method == Normalisation::z_score || method == Normalisation::vector ||
      method == Normalisation::sum) {
    throw StructureError(Fault{ErrorCode::no_interval_ranks, {std::string(name_of(method))}});
  }
  // Beyond the target a score grows as the worst unit improves, below it the score falls.
  if (method == Normalisation::target && options.normalise.beyond == Beyond::keep) {
    detail::refuse_option("beyond of intervals to a target", "keep", "cap");
  }
  if (options.normalise.zero_range == ZeroRange::gap) {
    detail::refuse_option("zero_range of intervals", "gap", "refuse or middle");
  }
  for (const Aggregation way : options.aggregation) {
    if (way == Aggregation::topsis) {
      detail::refuse_option("aggregation of intervals", "topsis",
                            "arithmetic, geometric, harmonic or weighted_product");
    }
  }
  if (options.ties != RankOptions::Ties::lowest) {
    detail::refuse_option("ties of intervals", std::string(name_of(options.ties)), "lowest");
  }
}

/// Scores of the index, and what they were added up from.
struct ScoresAtEnd {
  std::vector<double> scores;
  std::vector<double> sizes;

  /// What ranks compare a difference with: see rank_scores().
  [[nodiscard]] double size_of(std::size_t unit) const {
    return sizes.empty() ? std::abs(scores[unit]) : sizes[unit];
  }
};

/// Every unit as bad, or as good, as its inputs allow.
ScoresAtEnd index_at(const MatrixView& lows, const MatrixView& highs, bool is_worst,
                     const IndexStructure& structure, const CompositeOptions& options) {
  Matrix normalised(lows.rows, lows.columns);
  for (std::size_t column = 0; column < lows.columns; ++column) {
    const bool is_cost =
        detail::direction_of(options.normalise.directions, column) == Direction::cost;
    const bool is_own_low = is_worst != is_cost;
    score_column(is_own_low ? lows : highs, is_own_low ? highs : lows, column, options.normalise,
                 normalised);
  }
  detail::IndexScores scores(structure, options, normalised);
  scores.aggregate(detail::weights_of(structure));
  return {scores.index(), scores.index_sizes()};
}

/// The known scores in order, each moved by a share of its size.
std::vector<double> sorted_known(const ScoresAtEnd& end, double share) {
  std::vector<double> known;
  for (std::size_t unit = 0; unit < end.scores.size(); ++unit) {
    if (!is_gap(end.scores[unit])) known.push_back(end.scores[unit] + share * end.size_of(unit));
  }
  std::sort(known.begin(), known.end());
  return known;
}

std::ptrdiff_t count_above(const std::vector<double>& sorted, double bound) {
  return sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), bound);
}

}  // namespace

RankIntervals rank_intervals(const MatrixView& lows, const MatrixView& highs,
                             const IndexStructure& structure, const CompositeOptions& options) {
  require_monotone(options);
  require_ends(lows, highs);
  // Also checks the options, once for all columns.
  static_cast<void>(normalise({lows.cells, 0, lows.columns, 1, 1}, options.normalise));
  const ScoresAtEnd worst = index_at(lows, highs, true, structure, options);
  const ScoresAtEnd best = index_at(lows, highs, false, structure, options);
  // Ranks tie scores within 1e-12 of the larger size. Ends that differ by that part of either size
  // are surely apart, ends within half of it surely tied: a size never changes by more than its
  // score does, so what holds for the ends holds between them.
  constexpr double apart = 1.1e-12;
  constexpr double tied = 5e-13;
  const std::vector<double> low = sorted_known(worst, -apart);
  const std::vector<double> high = sorted_known(best, 0);
  RankIntervals result{worst.scores, best.scores, std::vector<std::uint32_t>(lows.rows),
                       std::vector<std::uint32_t>(lows.rows)};
  for (std::size_t unit = 0; unit < lows.rows; ++unit) {
    if (is_gap(worst.scores[unit])) continue;
    const double most = best.scores[unit] + apart * best.size_of(unit);
    const double least_more = worst.scores[unit] + tied * worst.size_of(unit);
    const std::ptrdiff_t own = best.scores[unit] > least_more ? 1 : 0;
    result.best[unit] = static_cast<std::uint32_t>(1 + count_above(low, most));
    result.worst[unit] = static_cast<std::uint32_t>(1 + count_above(high, least_more) - own);
  }
  return result;
}

}  // namespace edustat
