// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panel/crew.hpp"
#include "panel/panel_data.hpp"
#include "panel/planes.hpp"
#include "panel/roll_up_state.hpp"

namespace edustat::detail {

/// Adds the facts of a panel to a state. How the rows are walked, by whom and into what memory is
/// chosen by their order; the sums are the same.
void scan(const Panel::Data& panel, RollUp::State& state, const Work& work);

/// Adds what the fast scan leaves out: series of 128 bits or that do not add over regions, facts of
/// inner nodes, reasons of gaps.
void scan_rest(const Panel::Data& panel, RollUp::State& state, const Targets& targets, Crew& crew);

}  // namespace edustat::detail
