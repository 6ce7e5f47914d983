// SPDX-License-Identifier: Apache-2.0
#include "analysis/balance_network.hpp"

#include <deque>

namespace edustat {

Movement& Movement::operator+=(const Movement& other) {
  totals += other.totals;
  cells += other.cells;
  moved += other.moved;
  return *this;
}

Movement& Movement::operator-=(const Movement& other) {
  totals -= other.totals;
  cells -= other.cells;
  moved -= other.moved;
  return *this;
}

BalanceNetwork::BalanceNetwork(std::size_t nodes)
    : arcs_at_(nodes), surplus_(nodes), price_(nodes) {}

std::size_t BalanceNetwork::add(std::size_t from, std::size_t to, const StepFigure& figure,
                                Role role) {
  // |floor + 1 - value| - |floor - value|
  const Rational farther = Rational(1) - figure.remainder - figure.remainder;
  Movement rise{.moved = figure.ordinary == Side::lower ? 1 : -1};
  (role == Role::total ? rise.totals : rise.cells) = farther;
  const bool is_movable = !figure.remainder.is_zero();
  const Side side = is_movable && rise < Movement{} ? Side::upper : Side::lower;
  add_fixed(from, to, figure.at(side));
  arcs_at_[from].push_back(arcs_.size());
  arcs_at_[to].push_back(arcs_.size());
  arcs_.push_back({from, to, std::move(rise), side, is_movable});
  return arcs_.size() - 1;
}

void BalanceNetwork::add_fixed(std::size_t from, std::size_t to, const Rational& flow) {
  surplus_[from] -= flow;
  surplus_[to] += flow;
}

void BalanceNetwork::settle() {
  for (;;) {
    std::vector<Reached> reached = start();
    const std::optional<std::size_t> lack = nearest_lack(reached);
    if (!lack) return;
    reprice(reached, *reached[*lack].cost);
    lead(reached, *lack);
  }
}

std::optional<std::size_t> BalanceNetwork::next(const Arc& arc, std::size_t node) const {
  if (!arc.is_movable || node != (arc.side == Side::lower ? arc.from : arc.to)) return std::nullopt;
  return arc.side == Side::lower ? arc.to : arc.from;
}

Movement BalanceNetwork::reduced_cost(const Arc& arc) const {
  Movement cost = arc.rise;
  cost += price_[arc.from];
  cost -= price_[arc.to];
  if (arc.side == Side::lower) return cost;
  Movement fall;
  fall -= cost;
  return fall;
}

std::vector<BalanceNetwork::Reached> BalanceNetwork::start() const {
  std::vector<Reached> reached(surplus_.size());
  for (std::size_t node = 0; node < surplus_.size(); ++node) {
    if (surplus_[node].sign() > 0) reached[node].cost.emplace();
  }
  return reached;
}

void BalanceNetwork::relax(std::vector<Reached>& reached, std::size_t node) const {
  reached[node].is_final = true;
  for (const std::size_t number : arcs_at_[node]) {
    const std::optional<std::size_t> end = next(arcs_[number], node);
    if (!end || reached[*end].is_final) continue;
    Movement cost = reduced_cost(arcs_[number]);
    cost += *reached[node].cost;
    if (reached[*end].cost && *reached[*end].cost <= cost) continue;
    reached[*end] = {std::move(cost), number, false};
  }
}

/// The node with a lack that costs least to reach, by Dijkstra's algorithm: the tables are dense.
std::optional<std::size_t> BalanceNetwork::nearest_lack(std::vector<Reached>& reached) const {
  for (;;) {
    std::optional<std::size_t> nearest;
    for (std::size_t node = 0; node < reached.size(); ++node) {
      if (reached[node].is_final || !reached[node].cost) continue;
      if (!nearest || *reached[node].cost < *reached[*nearest].cost) nearest = node;
    }
    if (!nearest || surplus_[*nearest].sign() < 0) return nearest;
    relax(reached, *nearest);
  }
}

void BalanceNetwork::reprice(const std::vector<Reached>& reached, const Movement& most) {
  for (std::size_t node = 0; node < reached.size(); ++node) {
    const std::optional<Movement>& cost = reached[node].cost;
    price_[node] += cost && *cost < most ? *cost : most;
  }
}

void BalanceNetwork::lead(const std::vector<Reached>& reached, std::size_t node) {
  while (reached[node].arc) {
    Arc& arc = arcs_[*reached[node].arc];
    node = node == arc.to ? arc.from : arc.to;
    flip(arc);
  }
}

void BalanceNetwork::flip(Arc& arc) {
  const Rational change = arc.side == Side::lower ? 1 : -1;
  arc.side = arc.side == Side::lower ? Side::upper : Side::lower;
  surplus_[arc.from] -= change;
  surplus_[arc.to] += change;
}

void BalanceNetwork::prefer(std::size_t count, Side preferred) {
  for (std::size_t number = 0; number < count; ++number) {
    Arc& arc = arcs_[number];
    if (!arc.is_movable) continue;
    if (arc.side != preferred && reduced_cost(arc) == Movement{}) turn_circle(number);
    arc.is_movable = false;
  }
}

/// A circle of changes that cost nothing in sum keeps all sums and turns one figure around.
void BalanceNetwork::turn_circle(std::size_t number) {
  Arc& arc = arcs_[number];
  const std::size_t from = arc.side == Side::lower ? arc.from : arc.to;
  const std::size_t to = arc.side == Side::lower ? arc.to : arc.from;
  arc.is_movable = false;
  const std::vector<Reached> reached = reached_freely(to, from);
  if (!reached[from].arc) return;
  lead(reached, from);
  flip(arc);
}

/// Breadth first, over changes of sides that cost nothing under the node prices.
std::vector<BalanceNetwork::Reached> BalanceNetwork::reached_freely(std::size_t from,
                                                                    std::size_t to) const {
  std::vector<Reached> reached(surplus_.size());
  reached[from].is_final = true;
  std::deque<std::size_t> waiting{from};
  while (!waiting.empty() && !reached[to].is_final) {
    const std::size_t node = waiting.front();
    waiting.pop_front();
    for (const std::size_t number : arcs_at_[node]) {
      const std::optional<std::size_t> end = next(arcs_[number], node);
      if (!end || reached[*end].is_final || reduced_cost(arcs_[number]) != Movement{}) continue;
      reached[*end] = {{}, number, true};
      waiting.push_back(*end);
    }
  }
  return reached;
}

}  // namespace edustat
