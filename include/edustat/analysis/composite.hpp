// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/index_structure.hpp"
#include "edustat/analysis/matrix.hpp"
#include "edustat/analysis/normalise.hpp"
#include "edustat/panel/rank.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace edustat {

/// How the scores of a group become one.
enum class Aggregation : std::uint8_t {
  arithmetic,        ///< weighted mean: a low score is made up for by a high one
  geometric,         ///< weighted geometric mean: 0 where any score is 0
  harmonic,          ///< weighted harmonic mean: 0 where any score is 0
  weighted_product,  ///< product of powers, by the weights as they are given
  topsis             ///< closeness to the best scores of the units that are compared
};

/// How an index is computed.
struct CompositeOptions {
  NormaliseOptions normalise{};  ///< directions, goalposts and targets in the order of the columns

  /// One for all, or one for each distance from the indicators, as an index of three levels has
  /// two: from the groups of indicators up to the index.
  std::vector<Aggregation> aggregation{Aggregation::arithmetic};
  /// The least share of the nodes of a group that must be known, from 0 to 1. At 1 a gap makes the
  /// group a gap. Below 1 the group is the mean of what is known, with the weights of the known
  /// nodes alone; a gap is never 0. A group without any known node is a gap, one whose known nodes
  /// all weigh 0 too, and of topsis one with any gap.
  double availability = 1;
  RankOptions::Ties ties = RankOptions::Ties::lowest;  ///< what equal scores get
};

/// An index of every unit.
struct CompositeIndex {
  std::vector<std::string> aggregates;  ///< names of what was computed; the index stands last
  Matrix normalised;                    ///< scores of the indicators, in the order of the columns
  Matrix scores;                        ///< units by aggregates

  /// By aggregate and unit: how many of the indicators below it are known. One that zero_range made
  /// a gap is not.
  std::vector<std::vector<std::uint32_t>> known;
  std::vector<std::uint32_t> due;    ///< by aggregate: how many indicators stand below it
  std::vector<std::uint32_t> ranks;  ///< by unit, of the index; 0 for a gap
};

/// The index of every unit from its indicators: normalise, then aggregate up the tree.
///
/// The columns of the table are the indicators of the structure in their order. Relative error of
/// an aggregate below 1e-14 times the number of levels, beyond that of its normalised inputs, for
/// scores of one sign; of a geometric mean or a product 5e-16 times the weighted mean, or sum, of
/// |ln score| more, which a mean of scores from 1e-8 to 1e8 keeps below 1e-14. Ranks tie scores as
/// rank_scores() does, by the size of the terms where these have both signs.
/// @throws StructureError (wrong_count; score_cell_refused for a score below 0 in a geometric,
/// harmonic or product group; score_option_refused), LimitError (beyond_range), and what
/// normalise() throws
/// @source  OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 6
[[nodiscard]] CompositeIndex composite_index(const MatrixView& table,
                                             const IndexStructure& structure,
                                             const CompositeOptions& options = {});

/// One score for every row of scores.
///
/// As a group of composite_index() with these weights and availability 1: a gap in a row makes a
/// gap.
/// @throws StructureError, LimitError as there; score_cell_refused for an infinite cell
[[nodiscard]] std::vector<double> aggregate(const MatrixView& scores,
                                            const std::vector<double>& weights,
                                            Aggregation aggregation);

/// `arithmetic`, `geometric`, `harmonic`, `weighted_product` or `topsis`.
[[nodiscard]] std::string_view name_of(Aggregation aggregation) noexcept;

}  // namespace edustat
