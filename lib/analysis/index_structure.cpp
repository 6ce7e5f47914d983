// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/index_structure.hpp"

#include "edustat/error/error.hpp"

#include "analysis/column_sums.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace edustat {

IndexStructure::IndexStructure(std::vector<IndexNode> nodes)
    : nodes_(std::move(nodes)), below_(nodes_.size()) {
  connect();
  std::vector<std::size_t> tops;
  std::string names;
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    if (parents_[node] != node || !nodes_[node].parent.empty()) continue;
    tops.push_back(node);
    names.append(names.empty() ? "" : ", ").append(nodes_[node].name);
  }
  if (tops.size() != 1 || nodes_.size() < 2) {
    throw StructureError(
        Fault{ErrorCode::several_indices, {names.empty() ? std::string("0") : names}});
  }
  require_tree(tops.front());
  require_weights();
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    if (below_[node].empty()) indicators_.push_back(node);
  }
  put_in_order(tops.front());
}

IndexStructure IndexStructure::flat(const std::vector<std::string>& indicators,
                                    const std::vector<double>& weights) {
  detail::require_count("weights", weights.size(), indicators.size());
  std::vector<IndexNode> nodes;
  std::string top = "index";
  // An indicator may have that name already.
  while (std::find(indicators.begin(), indicators.end(), top) != indicators.end()) top += "_";
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    nodes.push_back({indicators[i], top, weights[i]});
  }
  nodes.push_back({top, "", 1});
  return IndexStructure(std::move(nodes));
}

void IndexStructure::connect() {
  std::map<std::string_view, std::size_t> numbers;
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    if (!numbers.emplace(nodes_[node].name, node).second) {
      throw StructureError(Fault{ErrorCode::repeated_node, {nodes_[node].name}});
    }
  }
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    if (nodes_[node].parent.empty()) {
      parents_.push_back(node);
      continue;
    }
    const auto found = numbers.find(nodes_[node].parent);
    if (found == numbers.end()) {
      throw StructureError(
          Fault{ErrorCode::unknown_node, {nodes_[node].name, nodes_[node].parent}});
    }
    parents_.push_back(found->second);
    below_[found->second].push_back(node);
  }
}

void IndexStructure::require_tree(std::size_t index) const {
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    std::size_t above = node;
    for (std::size_t steps = 0; above != index; ++steps, above = parents_[above]) {
      if (steps > nodes_.size()) {
        throw StructureError(Fault{ErrorCode::cyclic_nodes, {nodes_[node].name}});
      }
    }
  }
}

void IndexStructure::require_weights() const {
  for (const std::vector<std::size_t>& group : below_) {
    if (group.empty()) continue;
    std::vector<double> weights;
    for (const std::size_t node : group) weights.push_back(nodes_[node].weight);
    detail::require_weights(weights, weights.size());
  }
}

void IndexStructure::put_in_order(std::size_t node) {
  if (below_[node].empty()) return;
  for (const std::size_t child : below_[node]) put_in_order(child);
  aggregates_.push_back(node);
}

}  // namespace edustat
