// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/sensitivity.hpp"

#include "edustat/analysis/topsis.hpp"

#include "analysis/column_sums.hpp"
#include "analysis/index_scores.hpp"

#include <algorithm>
#include <string>

namespace edustat {
namespace {

/// Even numbers of 64 bits, the same everywhere.
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA
/// (2014), SplitMix64.
class EvenNumbers {
 public:
  explicit EvenNumbers(std::uint64_t seed) : state_(seed) {}

  /// From 0 to 1, without 1.
  double next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    mixed ^= mixed >> 31U;
    return static_cast<double>(mixed >> 11U) * 0x1p-53;
  }

 private:
  std::uint64_t state_;
};

void require_draws(const WeightDraws& draws) {
  if (!(draws.spread >= 0 && draws.spread <= 1)) {
    detail::refuse_option("spread", detail::text_of(draws.spread), "a share from 0 to 1");
  }
  constexpr std::int32_t most = 1'000'000;
  if (draws.draws < 1 || draws.draws > most) {
    detail::refuse_option("draws", std::to_string(draws.draws), "a number from 1 to 1000000");
  }
}

/// The rank below or at which a share of the sorted ranks lies.
std::uint32_t quantile(const std::vector<std::uint32_t>& sorted, std::size_t percent) {
  const std::size_t place = (sorted.size() * percent + 99) / 100;
  return sorted[std::max<std::size_t>(place, 1) - 1];
}

void summarise_unit(std::vector<std::uint32_t> ranks, std::uint32_t nominal, std::size_t unit,
                    WeightSensitivity& result) {
  if (nominal == 0) return;
  std::sort(ranks.begin(), ranks.end());
  const auto same = std::equal_range(ranks.begin(), ranks.end(), nominal);
  result.best[unit] = ranks.front();
  result.worst[unit] = ranks.back();
  result.low[unit] = quantile(ranks, 5);
  result.median[unit] = quantile(ranks, 50);
  result.high[unit] = quantile(ranks, 95);
  result.kept[unit] =
      static_cast<double>(same.second - same.first) / static_cast<double>(ranks.size());
}

}  // namespace

WeightSensitivity weight_sensitivity(const MatrixView& table, const IndexStructure& structure,
                                     const CompositeOptions& options, const WeightDraws& draws) {
  require_draws(draws);
  const Matrix normalised = normalise(table, options.normalise);
  detail::IndexScores scores(structure, options, normalised);
  const std::vector<double> weights = detail::weights_of(structure);
  scores.aggregate(weights);
  const std::vector<std::uint32_t> none(table.rows);
  WeightSensitivity result{rank_scores(scores.index(), options.ties, scores.index_sizes()),
                           none,
                           none,
                           none,
                           none,
                           none,
                           std::vector(table.rows, gap_cell)};
  std::vector<std::vector<std::uint32_t>> by_unit(table.rows);
  EvenNumbers numbers(draws.seed);
  for (std::int32_t draw = 0; draw < draws.draws; ++draw) {
    std::vector<double> drawn = weights;
    for (double& weight : drawn) weight *= 1 + draws.spread * (2 * numbers.next() - 1);
    scores.aggregate(drawn);
    const std::vector<std::uint32_t> ranks =
        rank_scores(scores.index(), options.ties, scores.index_sizes());
    for (std::size_t unit = 0; unit < table.rows; ++unit) by_unit[unit].push_back(ranks[unit]);
  }
  for (std::size_t unit = 0; unit < table.rows; ++unit) {
    summarise_unit(std::move(by_unit[unit]), result.ranks[unit], unit, result);
  }
  return result;
}

}  // namespace edustat
