// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/composite.hpp"

#include <cstdint>
#include <vector>

namespace edustat {

/// How weights are shaken.
struct WeightDraws {
  double spread = 0.25;       ///< every weight times a factor from 1 - spread to 1 + spread
  std::int32_t draws = 1000;  ///< how often, from 1 to 1,000,000
  std::uint64_t seed = 1;     ///< the same seed gives the same draws on every machine
};

/// What ranks an index gives when its weights are a little different, by unit; 0 for a gap.
struct WeightSensitivity {
  std::vector<std::uint32_t> ranks;   ///< with the weights as they are
  std::vector<std::uint32_t> best;    ///< the smallest rank of all draws
  std::vector<std::uint32_t> low;     ///< nine draws of ten lie between this one ...
  std::vector<std::uint32_t> median;  ///< half of the draws do not lie above this one
  std::vector<std::uint32_t> high;    ///< ... and this one
  std::vector<std::uint32_t> worst;   ///< the largest rank of all draws
  std::vector<double> kept;  ///< share of the draws with the rank of `ranks`; gap_cell for a gap
};

/// Draws every weight of the tree anew, independently and evenly, and ranks the units each time.
///
/// What is drawn are the weights alone: scores, tree and aggregation stay. Draws say what happens
/// often, not what could happen at the worst.
/// @throws StructureError (score_option_refused), and what composite_index() throws
/// @source  M. Saisana, A. Saltelli, S. Tarantola, "Uncertainty and sensitivity analysis techniques
/// as tools for the quality assessment of composite indicators", J. R. Stat. Soc. A 168 (2005)
[[nodiscard]] WeightSensitivity weight_sensitivity(const MatrixView& table,
                                                   const IndexStructure& structure,
                                                   const CompositeOptions& options = {},
                                                   const WeightDraws& draws = {});

/// What an index can be when its inputs are known between two ends, by unit.
struct RankIntervals {
  std::vector<double> low_scores;    ///< of the index; gap_cell for a gap
  std::vector<double> high_scores;   ///< of the index; gap_cell for a gap
  std::vector<std::uint32_t> best;   ///< no rank is smaller; 0 for a gap
  std::vector<std::uint32_t> worst;  ///< no rank is larger; 0 for a gap
};

/// The ranks that are possible when every input lies between `lows` and `highs`, as rounded ones
/// do: 63.8 stands for 63.75 to 63.85.
///
/// No draw of the inputs, however it is chosen, leaves these ranks (1 and what scores strictly
/// more, 并列取小). Each score interval is tight: both ends are reached, and so are the ranks under
/// goalposts and without normalisation, unless ends differ by about the 1e-12 that is a tie. Under
/// min_max, rank and target another unit's value moves one's own score, and a rank can be wider
/// than what is reached. Equal ends stand for exact inputs, and a gap must be a gap in both tables.
/// @throws StructureError (no_interval_ranks for z_score, vector and sum, where more of an
/// indicator can be less of a score; score_option_refused for topsis, another tie rule,
/// zero_range gap, where a unit could have a score at one end only, and scores kept beyond a
/// target, which move the other way there; score_cell_refused where the ends are in the wrong
/// order), and what composite_index() throws
[[nodiscard]] RankIntervals rank_intervals(const MatrixView& lows, const MatrixView& highs,
                                           const IndexStructure& structure,
                                           const CompositeOptions& options = {});

}  // namespace edustat
