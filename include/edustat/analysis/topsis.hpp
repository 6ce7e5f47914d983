// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/matrix.hpp"
#include "edustat/analysis/normalise.hpp"
#include "edustat/panel/rank.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace edustat {

/// How TOPSIS is computed.
struct TopsisOptions {
  std::vector<Direction> directions{};                  ///< empty: all are benefits
  Normalisation normalisation = Normalisation::vector;  ///< vector, min_max, sum, z_score or none
  Work work{};                                          ///< threads, progress, stopping
};

/// Closeness to the ideal.
struct Topsis {
  std::vector<double> scores;         ///< 0 for the anti-ideal, 1 for the ideal, by unit
  std::vector<double> to_ideal;       ///< distance, weighted
  std::vector<double> to_anti_ideal;  ///< distance, weighted
  std::vector<double> ideal;          ///< the best value of each column, as it was given
  std::vector<double> anti_ideal;     ///< the worst value of each column, as it was given
};

/// 优劣解距离法: how near a unit is to the best values of all columns, and how far from the worst.
///
/// The score is D-/(D+ + D-), Euclidean distances of normalised and weighted values. Only the
/// proportions of the weights matter. Costs are normalised as benefits are, and count the other way
/// round: so sum divides by the size of the sum here, where normalise() takes shares of 1/x. The
/// deviation of z_score is that of a sample. It compares the units that are given: leave one out
/// and the others can change places. Where all units are equal, 0/0, the scores are gaps. Relative
/// error of a score below 1e-14; of z_score as of normalise().
/// @throws StructureError (gap_in_scores, score_cell_refused, wrong_count, score_option_refused;
/// no_differences for a column whose length, range or deviation is 0), LimitError, Cancelled
/// @source  C. L. Hwang, K. Yoon, Multiple Attribute Decision Making (1981)
[[nodiscard]] Topsis topsis(const MatrixView& table, const std::vector<double>& weights,
                            const TopsisOptions& options = {});

/// Ranks of scores from the highest, 0 for a gap, which has no rank and takes none.
///
/// Scores are computed in double, so two that differ by no more than 1e-12 of the larger one share
/// a rank with the first of them: what rounding alone could have told apart is a tie. Where scores
/// are what is left of terms of both signs, `sizes` says how large these were, by unit; then the
/// margin is 1e-12 of the larger size. Empty: the sizes of the scores.
[[nodiscard]] std::vector<std::uint32_t> rank_scores(
    std::span<const double> scores, RankOptions::Ties ties = RankOptions::Ties::lowest,
    std::span<const double> sizes = {});

}  // namespace edustat
