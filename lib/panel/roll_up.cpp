// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/roll_up.hpp"

#include "edustat/error/error.hpp"

#include "panel/panel_data.hpp"
#include "panel/roll_up_state.hpp"
#include "panel/scan.hpp"

#include <utility>

namespace edustat {
namespace {

std::unique_ptr<RollUp::State> copy_of(const RollUp::State& state) {
  auto copy = std::make_unique<RollUp::State>(state);
  for (auto& [key, cells] : copy->cells) cells = state.copy_of(cells);
  return copy;
}

void require_same(const RegionTree& own, const RegionTree& other) {
  if (!(own == other)) throw StructureError(Fault{ErrorCode::different_tree, {}});
}

}  // namespace

RollUp::RollUp(const RegionTree& tree, const RollUpOptions& options, std::string_view hierarchy)
    : state_(std::make_unique<State>(tree, options, hierarchy)) {}

RollUp::RollUp(const RollUp& other) : state_(copy_of(*other.state_)) {}

RollUp::RollUp(RollUp&& other) noexcept = default;

RollUp& RollUp::operator=(const RollUp& other) {
  return *this = RollUp(other);
}

RollUp& RollUp::operator=(RollUp&& other) noexcept = default;

RollUp::~RollUp() = default;

RollUp& RollUp::add(const Panel& panel) {
  require_same(state_->tree, panel.tree());
  if (state_->hierarchy != panel.hierarchy()) {
    throw StructureError(Fault{ErrorCode::different_tree, {}});
  }
  detail::scan(panel.data(), *state_, state_->options.work);
  return *this;
}

RollUp& RollUp::merge(const RollUp& other) {
  require_same(state_->tree, other.state_->tree);
  const bool is_alike = state_->options.levels == other.state_->options.levels &&
                        state_->options.groups == other.state_->options.groups &&
                        state_->hierarchy == other.state_->hierarchy;
  if (!is_alike) throw StructureError(Fault{ErrorCode::different_tree, {}});
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < other.state_->series.size(); ++i) {
    numbers.push_back(state_->number_of(other.state_->series[i]));
    state_->reserve(numbers.back(), other.state_->magnitudes[i]);
  }
  for (const auto& [key, cells] : other.state_->cells) {
    state_->add_cells(key.first, numbers[key.second], other.state_->copy_of(cells));
  }
  for (const auto& [key, value] : other.state_->reported) {
    state_->reported[{key.first, {numbers[key.second.first], key.second.second}}] = value;
  }
  state_->own_levels.insert(other.state_->own_levels.begin(), other.state_->own_levels.end());
  return *this;
}

Totals RollUp::finish() const {
  return std::move(*copy_of(*state_)).finish(state_->options.work);
}

Totals roll_up(const Panel& panel, const RollUpOptions& options) {
  RollUp::State state(panel.tree(), options, panel.hierarchy());
  detail::scan(panel.data(), state, options.work);
  return std::move(state).finish(options.work);
}

}  // namespace edustat
