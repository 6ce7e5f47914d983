// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/matrix.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace edustat {

/// Whether more of an indicator is better.
enum class Direction : std::uint8_t {
  benefit,  ///< 正向指标: more is better
  cost      ///< 逆向指标: less is better
};

/// How the values of an indicator become comparable scores (无量纲化).
enum class Normalisation : std::uint8_t {
  none,       ///< they stay as they are; no cost indicators
  min_max,    ///< 极差法: 0 for the worst unit, 1 for the best
  z_score,    ///< 标准化: distance from the mean in standard deviations, negated for a cost
  rank,       ///< 1 for the worst unit, n for the best of n; equal units share the mean
  vector,     ///< x over the root of the sum of squares; for a cost 1 less that
  sum,        ///< x over the sum; for a cost 1/x over the sum of 1/x
  goalposts,  ///< 功效系数法: 0 at the stated worst value, 1 at the stated best
  target      ///< 0 for the worst unit, 1 at the stated target
};

/// What a column gives that tells nothing: all values are the same under min_max and z_score, all
/// are 0 under vector and sum, or the worst is at the target. Where they are the same otherwise,
/// they have scores like any others: 1/2 each for the shares of two units.
enum class ZeroRange : std::uint8_t {
  refuse,  ///< an error
  gap,     ///< gaps
  middle   ///< the middle of the scale for min_max, the mean for z_score, 0 for vector and sum, the
           ///< best for target
};

/// What becomes of values beyond a goalpost or the target.
enum class Beyond : std::uint8_t {
  cap,  ///< the score of the goalpost or target
  keep  ///< a score beyond it
};

/// What a standard deviation is divided by.
enum class Divisor : std::uint8_t {
  sample,     ///< n - 1
  population  ///< n
};

/// How a table is normalised. A list is empty or has one entry for each column.
struct NormaliseOptions {
  /// The two values of an indicator that mean the lowest and the highest score, in the order of
  /// size whatever the direction is.
  struct Goalposts {
    double low = 0;   ///< the smaller
    double high = 1;  ///< the larger
  };
  /// What becomes of the worst and the best: min_max, goalposts and target.
  struct Scale {
    double low = 0;   ///< score of the worst
    double high = 1;  ///< score of the best
  };

  Normalisation method = Normalisation::min_max;  ///< for all columns
  std::vector<Direction> directions{};            ///< empty: all are benefits
  std::vector<Goalposts> goalposts{};             ///< for goalposts only, else empty
  std::vector<double> targets{};                  ///< for target only, else empty
  Scale scale{};                                  ///< not for z_score, rank, vector and sum
  double mean = 0;                                ///< z_score: what the mean becomes
  double deviation = 1;                           ///< z_score: what one deviation becomes
  Divisor divisor = Divisor::sample;              ///< z_score
  Beyond beyond = Beyond::cap;                    ///< goalposts and target
  ZeroRange zero_range = ZeroRange::refuse;       ///< all but none, rank and goalposts
};

/// Scores of the same shape. A gap stays a gap and takes no part in extremes, means and sums.
///
/// All methods but goalposts compare the units that are given: leave one out and the others change.
/// Relative error below 1e-14 of the larger of the score and its scale, for columns whose range or
/// deviation is not below 1e-2 of their largest absolute value; proportionally more below.
/// @throws LimitError (beyond_range), StructureError (score_cell_refused for an infinite cell, and
/// for cells that are not above 0 where 1/x or a sum is needed; zero_range; wrong_count;
/// score_option_refused)
/// @source  OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 5
[[nodiscard]] Matrix normalise(const MatrixView& table, const NormaliseOptions& options = {});

/// `benefit` or `cost`.
[[nodiscard]] std::string_view name_of(Direction direction) noexcept;

/// `none`, `min_max`, `z_score`, `rank`, `vector`, `sum`, `goalposts` or `target`.
[[nodiscard]] std::string_view name_of(Normalisation method) noexcept;

/// `refuse`, `gap` or `middle`.
[[nodiscard]] std::string_view name_of(ZeroRange rule) noexcept;

/// `cap` or `keep`.
[[nodiscard]] std::string_view name_of(Beyond rule) noexcept;

/// `sample` or `population`.
[[nodiscard]] std::string_view name_of(Divisor divisor) noexcept;

}  // namespace edustat
