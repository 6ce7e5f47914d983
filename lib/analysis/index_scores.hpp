// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/composite.hpp"

#include <cstddef>
#include <vector>

namespace edustat::detail {

struct GroupTerms;

/// The tree of one call, with the scores of all its nodes by node and unit.
class IndexScores {
 public:
  /// For normalised indicators, in the order of the columns.
  /// @throws StructureError (wrong_count, score_option_refused)
  IndexScores(const IndexStructure& structure, const CompositeOptions& options,
              const Matrix& normalised);

  /// Aggregates with these weights, by node. @throws StructureError (score_cell_refused),
  /// LimitError (beyond_range)
  void aggregate(const std::vector<double>& weights);
  /// Those of a node, by unit.
  [[nodiscard]] const std::vector<double>& of(std::size_t node) const { return scores_[node]; }
  /// Those of the index.
  [[nodiscard]] const std::vector<double>& index() const {
    return of(structure_.aggregates().back());
  }
  /// What the scores of the index were added up from, by unit: at least their size, and more where
  /// terms of both signs cancel. Empty where no score can.
  [[nodiscard]] const std::vector<double>& index_sizes() const {
    return sizes_[structure_.aggregates().back()];
  }
  /// How many indicators below a node are known, by unit.
  [[nodiscard]] std::vector<std::uint32_t> known_below(std::size_t node) const;

 private:
  [[nodiscard]] Aggregation way_of(std::size_t node) const;
  [[nodiscard]] std::vector<double> weights_below(std::size_t node,
                                                  const std::vector<double>& weights) const;
  void set_indicators(const Matrix& normalised);
  [[nodiscard]] GroupTerms terms_of(std::size_t node, std::size_t unit,
                                    const std::vector<double>& weights) const;
  void aggregate_group(std::size_t node, const std::vector<double>& weights);
  void aggregate_by_topsis(std::size_t node, const std::vector<double>& weights);

  const IndexStructure& structure_;
  const CompositeOptions& options_;
  std::size_t units_;
  std::vector<std::size_t> heights_{};  ///< by node: levels below it
  std::vector<std::vector<double>> scores_{};
  std::vector<std::vector<double>> sizes_{};  ///< by node and unit; empty where no scores cancel
  bool can_cancel_ = false;
};

/// The weights of the nodes as they are given.
[[nodiscard]] std::vector<double> weights_of(const IndexStructure& structure);

}  // namespace edustat::detail
