// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/interval.hpp"
#include "edustat/number/rational.hpp"

#include "audit/reconcile/linear.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace edustat::reconcile_detail {

/// The greatest and least values of numbers under linear rows, exactly.
///
/// The simplex method for numbers with bounds, by the rule of the least index, so that it ends. One
/// question goes on from the answer to the last, which makes thousands of questions about the same
/// rows cheap.
///
/// @source B. Dutertre, L. de Moura: A fast linear-arithmetic solver for DPLL(T), CAV 2006, for the
/// first point; R. Bland: New finite pivoting rules for the simplex method, 1977
class Simplex {
 public:
  /// `ranges`: of each number. All ends count as closed.
  Simplex(std::span<const Interval> ranges, std::span<const LinearRow> rows);

  /// Looks for a point that satisfies everything; must come before the questions.
  [[nodiscard]] bool is_possible();
  /// The greatest or least value of a number; nothing where there is none.
  [[nodiscard]] std::optional<Rational> greatest(std::size_t number);
  [[nodiscard]] std::optional<Rational> least(std::size_t number);

 private:
  enum class Direction : bool { down, up };
  using Row = std::map<std::size_t, Rational>;  ///< a basic number by the others
  struct Step {
    std::size_t number;
    Direction direction;
    std::optional<Rational> length{};   ///< nothing: as far as one likes
    std::optional<std::size_t> stop{};  ///< the basic number whose end stops it
  };

  [[nodiscard]] std::optional<Rational> furthest(std::size_t number, Direction direction);
  [[nodiscard]] std::optional<Step> improving(std::size_t number, Direction direction) const;
  void stretch(Step& step) const;
  void take(const Step& step);
  [[nodiscard]] const std::optional<Rational>& end(std::size_t number, Direction direction) const;
  [[nodiscard]] std::optional<Rational> room(std::size_t number, Direction direction) const;
  [[nodiscard]] bool can_move(std::size_t number, Direction direction) const;
  void move(std::size_t number, const Rational& distance);
  void pivot(std::size_t leaving, std::size_t entering);

  std::vector<std::optional<Rational>> low_{};
  std::vector<std::optional<Rational>> high_{};
  std::vector<Rational> values_{};
  std::map<std::size_t, Row> rows_{};  ///< by basic number
};

}  // namespace edustat::reconcile_detail
