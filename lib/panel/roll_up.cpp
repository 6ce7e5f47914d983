// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/roll_up.hpp"

#include "edustat/error/error.hpp"

#include "panel/panel_data.hpp"
#include "panel/roll_up_state.hpp"
#include "panel/scan.hpp"

#include <algorithm>
#include <utility>

namespace edustat {
namespace {

void require_same(const RegionTree& own, const RegionTree& other) {
  if (!(own == other)) throw StructureError(Fault{ErrorCode::different_tree, {}});
}

/// The same regions with the same numbers; groups may differ.
void require_same_regions(const RegionTree& own, const RegionTree& other) {
  const auto rows = own.rows();
  const auto other_rows = other.rows();
  const bool are_shared = rows.data() == other_rows.data();
  const bool are_same =
      (are_shared || std::equal(rows.begin(), rows.end(), other_rows.begin(), other_rows.end())) &&
      own.options() == other.options();
  if (!are_same) throw StructureError(Fault{ErrorCode::different_tree, {}});
}

}  // namespace

RollUp::RollUp(const RegionTree& tree, const RollUpOptions& options, std::string_view hierarchy)
    : state_(std::make_unique<State>(tree, options, hierarchy)) {}

RollUp::RollUp(const RollUp& other) : state_(other.state_->copy()) {}

RollUp::RollUp(RollUp&& other) noexcept = default;

RollUp& RollUp::operator=(const RollUp& other) {
  return *this = RollUp(other);
}

RollUp& RollUp::operator=(RollUp&& other) noexcept = default;

RollUp::~RollUp() = default;

RollUp& RollUp::add(const Panel& panel) {
  return add(panel, state_->options.work);
}

RollUp& RollUp::add(const Panel& panel, const Work& work) {
  require_same_regions(state_->tree, panel.tree());
  if (state_->hierarchy != panel.hierarchy()) {
    throw StructureError(Fault{ErrorCode::different_tree, {}});
  }
  std::unique_ptr<State> part = state_->without_facts();
  detail::scan(panel.data(), *part, work);
  state_->tables = part->tables;
  if (state_->series.empty()) {
    state_ = std::move(part);
  } else {
    state_->add(std::move(*part));
  }
  return *this;
}

RollUp& RollUp::merge(const RollUp& other) {
  require_same(state_->tree, other.state_->tree);
  const bool is_alike = state_->options.levels == other.state_->options.levels &&
                        state_->options.groups == other.state_->options.groups &&
                        state_->hierarchy == other.state_->hierarchy;
  if (!is_alike) throw StructureError(Fault{ErrorCode::different_tree, {}});
  state_->add(std::move(*other.state_->copy()));
  return *this;
}

Totals RollUp::finish() const {
  return finish(state_->options.work);
}

Totals RollUp::finish(const Work& work) const {
  return std::move(*state_->copy()).finish(work);
}

const RegionTree& RollUp::tree() const noexcept {
  return state_->tree;
}

Totals roll_up(const Panel& panel, const RollUpOptions& options) {
  RollUp::State state(panel.tree(), options, panel.hierarchy());
  detail::scan(panel.data(), state, options.work);
  return std::move(state).finish(options.work);
}

}  // namespace edustat
