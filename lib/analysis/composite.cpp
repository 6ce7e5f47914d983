// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/composite.hpp"

#include "edustat/analysis/topsis.hpp"

#include "analysis/column_sums.hpp"
#include "analysis/index_scores.hpp"

#include <array>
#include <string>

namespace edustat {

CompositeIndex composite_index(const MatrixView& table, const IndexStructure& structure,
                               const CompositeOptions& options) {
  CompositeIndex result{{},
                        normalise(table, options.normalise),
                        Matrix(table.rows, structure.aggregates().size()),
                        {},
                        {},
                        {}};
  detail::IndexScores scores(structure, options, result.normalised);
  scores.aggregate(detail::weights_of(structure));
  for (std::size_t column = 0; column < structure.aggregates().size(); ++column) {
    const std::size_t node = structure.aggregates()[column];
    result.aggregates.push_back(structure.nodes()[node].name);
    for (std::size_t unit = 0; unit < table.rows; ++unit) {
      result.scores.set(unit, column, scores.of(node)[unit]);
    }
    result.known.push_back(scores.known_below(node));
    std::uint32_t due = 0;
    for (const std::size_t indicator : structure.indicators()) {
      due += structure.is_below(indicator, node) ? 1U : 0U;
    }
    result.due.push_back(due);
  }
  result.ranks = rank_scores(scores.index(), options.ties);
  return result;
}

std::vector<double> aggregate(const MatrixView& scores, const std::vector<double>& weights,
                              Aggregation aggregation) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < scores.columns; ++i) names.push_back(std::to_string(i + 1));
  detail::require_weights(weights, scores.columns);
  const IndexStructure structure = IndexStructure::flat(names, weights);
  CompositeOptions options;
  options.aggregation = {aggregation};
  detail::IndexScores all(structure, options, Matrix(scores));
  all.aggregate(detail::weights_of(structure));
  return all.index();
}

std::string_view name_of(Aggregation aggregation) noexcept {
  constexpr std::array<std::string_view, 5> names{"arithmetic", "geometric", "harmonic",
                                                  "weighted_product", "topsis"};
  return names[static_cast<std::size_t>(aggregation)];
}

}  // namespace edustat
