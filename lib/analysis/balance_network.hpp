// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/balance_steps.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace edustat {

/// What it costs that figures go to one side and not the other, the first difference deciding.
struct Movement {
  Rational totals{};       ///< by which totals lie farther from their values, in steps
  Rational cells{};        ///< by which cells do
  std::int64_t moved = 0;  ///< figures more that are not their ordinary rounding

  Movement& operator+=(const Movement& other);
  Movement& operator-=(const Movement& other);
  friend std::strong_ordering operator<=>(const Movement&, const Movement&) = default;
  friend bool operator==(const Movement&, const Movement&) = default;
};

/// Figures as flows between sums: what flows into a node flows out of it.
///
/// Every figure starts at its nearer side, which is least movement but need not add up. Surplus is
/// then led to lack along least-cost paths of figures that change sides, one step at a time; under
/// the node prices of those paths no change of sides costs less than nothing, so the result is
/// least too (successive shortest paths).
class BalanceNetwork {
 public:
  /// What a figure is in the table.
  enum class Role : std::uint8_t { total, cell };

  explicit BalanceNetwork(std::size_t nodes);
  /// A figure that flows between two nodes; its number.
  std::size_t add(std::size_t from, std::size_t to, const StepFigure& figure, Role role);
  /// A flow that does not move.
  void add_fixed(std::size_t from, std::size_t to, const Rational& flow);
  /// Moves figures until all nodes add up. Some sides add up: the caller's structure says so.
  void settle();
  /// Of all that are as near, the sides in which the earlier of the first `count` figures take
  /// `preferred`.
  void prefer(std::size_t count, Side preferred);
  [[nodiscard]] Side side(std::size_t figure) const { return arcs_[figure].side; }

 private:
  struct Arc {
    std::size_t from;
    std::size_t to;
    Movement rise;  ///< the cost of the upper side over the lower one
    Side side;
    bool is_movable;
  };
  /// The way by which a node is reached.
  struct Reached {
    std::optional<Movement> cost{};
    std::optional<std::size_t> arc{};  ///< the last one; none where the way begins
    bool is_final = false;
  };
  /// Where a change of sides of an arc leads, seen from a node; nothing when it does not start
  /// there.
  [[nodiscard]] std::optional<std::size_t> next(const Arc& arc, std::size_t node) const;
  [[nodiscard]] Movement reduced_cost(const Arc& arc) const;
  [[nodiscard]] std::vector<Reached> start() const;
  void relax(std::vector<Reached>& reached, std::size_t node) const;
  [[nodiscard]] std::optional<std::size_t> nearest_lack(std::vector<Reached>& reached) const;
  void reprice(const std::vector<Reached>& reached, const Movement& most);
  void lead(const std::vector<Reached>& reached, std::size_t node);
  void flip(Arc& arc);
  void turn_circle(std::size_t number);
  [[nodiscard]] std::vector<Reached> reached_freely(std::size_t from, std::size_t to) const;

  std::vector<Arc> arcs_{};
  std::vector<std::vector<std::size_t>> arcs_at_;
  std::vector<Rational> surplus_;  // what flows into a node less what flows out
  std::vector<Movement> price_;
};

}  // namespace edustat
