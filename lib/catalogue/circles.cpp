// SPDX-License-Identifier: Apache-2.0
#include "catalogue/circles.hpp"

#include <algorithm>
#include <cstdint>

namespace edustat::detail {
namespace {

enum class State : std::uint8_t { fresh, on_the_way, done };

struct Step {
  std::size_t node;
  std::size_t next_reference;
};

/// The end of the way from `node` on: a circle when its last step refers to `node`.
std::vector<std::size_t> way_from(const std::vector<Step>& way, std::size_t node) {
  const auto begin =
      std::find_if(way.begin(), way.end(), [node](const Step& step) { return step.node == node; });
  std::vector<std::size_t> nodes;
  for (auto step = begin; step != way.end(); ++step) nodes.push_back(step->node);
  return nodes;
}

}  // namespace

// Without recursion: a file may have a chain of many thousands of items.
std::vector<std::vector<std::size_t>> find_circles(const References& references) {
  std::vector<std::vector<std::size_t>> circles;
  std::vector<State> states(references.size());
  for (std::size_t start = 0; start < references.size(); ++start) {
    if (states[start] != State::fresh) continue;
    std::vector<Step> way{{start, 0}};
    states[start] = State::on_the_way;
    while (!way.empty()) {
      Step& step = way.back();
      if (step.next_reference == references[step.node].size()) {
        states[step.node] = State::done;
        way.pop_back();
        continue;
      }
      const std::size_t next = references[step.node][step.next_reference++];
      if (states[next] == State::on_the_way) circles.push_back(way_from(way, next));
      if (states[next] != State::fresh) continue;
      states[next] = State::on_the_way;
      way.push_back({next, 0});
    }
  }
  return circles;
}

}  // namespace edustat::detail
