// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/composite.hpp"

#include "edustat/analysis/topsis.hpp"

#include "analysis/column_sums.hpp"
#include "analysis/index_scores.hpp"

#include <array>
#include <cmath>
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
  std::vector<std::uint32_t> due(structure.nodes().size(), 1);
  for (std::size_t column = 0; column < structure.aggregates().size(); ++column) {
    const std::size_t node = structure.aggregates()[column];
    result.aggregates.push_back(structure.nodes()[node].name);
    for (std::size_t unit = 0; unit < table.rows; ++unit) {
      result.scores.set(unit, column, scores.of(node)[unit]);
    }
    result.known.push_back(scores.known_below(node));
    due[node] = 0;
    for (const std::size_t child : structure.below(node)) due[node] += due[child];
    result.due.push_back(due[node]);
  }
  result.ranks = rank_scores(scores.index(), options.ties, scores.index_sizes());
  return result;
}

std::vector<double> aggregate(const MatrixView& scores, const std::vector<double>& weights,
                              Aggregation aggregation) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < scores.columns; ++i) names.push_back(std::to_string(i + 1));
  detail::require_weights(weights, scores.columns);
  for (std::size_t row = 0; row < scores.rows; ++row) {
    for (std::size_t column = 0; column < scores.columns; ++column) {
      if (std::isinf(scores.at(row, column))) {
        detail::refuse_cell("aggregate", scores, row, column, "a finite number");
      }
    }
  }
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
