// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace edustat {

/// A node of an index: an indicator, a dimension, or the index itself.
struct IndexNode {
  std::string name;      ///< unique in its structure
  std::string parent{};  ///< the node that it counts towards; empty for the index
  double weight = 1;     ///< against the other nodes of the same parent; only proportions matter
};

/// The tree of an index (指标体系): indicators below dimensions below the index.
///
/// Weights are relative: a mean divides by the sum of the weights of a group, which the product
/// does not. Nodes may stand in any order; that of the leaves is the order of the columns of a
/// table.
class IndexStructure {
 public:
  /// Nodes with their parents.
  /// @throws StructureError (repeated_node, unknown_node, several_indices, cyclic_nodes,
  /// score_option_refused for a weight that is below 0, not finite or above 0 and less than 1e-150
  /// of the largest of its group, and for a group without any above 0)
  explicit IndexStructure(std::vector<IndexNode> nodes);
  /// Indicators with their weights below one index.
  [[nodiscard]] static IndexStructure flat(const std::vector<std::string>& indicators,
                                           const std::vector<double>& weights);

  /// As they were given.
  [[nodiscard]] const std::vector<IndexNode>& nodes() const noexcept { return nodes_; }
  /// Numbers of the nodes below a node, in the order given; none for an indicator.
  [[nodiscard]] const std::vector<std::size_t>& below(std::size_t node) const {
    return below_.at(node);
  }
  /// Numbers of the indicators, in the order of the columns.
  [[nodiscard]] const std::vector<std::size_t>& indicators() const noexcept { return indicators_; }
  /// Numbers of the others, each behind those below it; the index stands last.
  [[nodiscard]] const std::vector<std::size_t>& aggregates() const noexcept { return aggregates_; }

 private:
  void connect();
  void require_tree(std::size_t index) const;
  void require_weights() const;
  void put_in_order(std::size_t node);

  std::vector<IndexNode> nodes_;
  std::vector<std::size_t> parents_{};  ///< the node itself for the index
  std::vector<std::vector<std::size_t>> below_{};
  std::vector<std::size_t> indicators_{};
  std::vector<std::size_t> aggregates_{};
};

}  // namespace edustat
