// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/interval.hpp"
#include "edustat/number/rational.hpp"

#include "audit/reconcile/linear.hpp"

#include <compare>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace edustat::reconcile_detail {

/// A value, and so many times a number that is smaller than any other: how open ends are kept.
struct Near {
  Rational value{};
  Rational tiny{};

  /// As an end of an interval.
  [[nodiscard]] Interval::Bound bound() const;
  Near& operator+=(const Near& other);
  friend Near operator*(const Rational& factor, const Near& near);
  friend bool operator==(const Near&, const Near&) = default;
  friend std::strong_ordering operator<=>(const Near&, const Near&) = default;
};

/// The least or the greatest value.
enum class Side : bool { lower, upper };

/// What a number or a row can be; the low end may lie above the high one.
struct Reach {
  std::optional<Near> low{};
  std::optional<Near> high{};

  [[nodiscard]] const std::optional<Near>& end(Side side) const {
    return side == Side::lower ? low : high;
  }
  /// With its open ends, or as if they were closed.
  [[nodiscard]] static Reach of(const Interval& interval);
  [[nodiscard]] Reach closed() const;
  /// What both allow.
  [[nodiscard]] Reach intersect(const Reach& other) const;
  friend bool operator==(const Reach&, const Reach&) = default;
};

/// The greatest and least values of numbers under linear rows, exactly.
///
/// The simplex method for numbers with bounds. One question goes on from the answer to the last,
/// which makes thousands of questions about the same rows cheap. Members are the numbers, and after
/// them the rows.
///
/// @source B. Dutertre, L. de Moura: A fast linear-arithmetic solver for DPLL(T), CAV 2006, for the
/// first point and open ends; R. Bland: New finite pivoting rules for the simplex method, 1977
class Simplex {
 public:
  /// Members times factors: sorted, none of them 0.
  using Terms = std::vector<std::pair<std::size_t, Rational>>;

  /// `ranges`: of each number.
  Simplex(std::span<const Interval> ranges, std::span<const LinearRow> rows);

  /// Lets a member be something else from now on.
  void set(std::size_t member, Reach reach);
  /// Looks for a point that satisfies everything; must come before the other questions.
  [[nodiscard]] bool is_possible();
  /// The greatest or least value of a member; nothing where there is none.
  [[nodiscard]] std::optional<Near> greatest(std::size_t member);
  [[nodiscard]] std::optional<Near> least(std::size_t member);

  /// Where the last question ended.
  [[nodiscard]] const Near& value(std::size_t member) const { return values_[member]; }
  /// Why the last question ended there: a sum that is 0 for all numbers. With the low end of what
  /// has a positive factor, and the high end of the rest, it is above 0 where nothing is possible;
  /// it is 0 for the member that was asked for at the end that was found.
  [[nodiscard]] const Terms& proof() const noexcept { return proof_; }
  /// After there was no end: in which direction all numbers can go as far as one likes.
  [[nodiscard]] const Terms& ray() const noexcept { return ray_; }

 private:
  enum class Direction : bool { down, up };
  struct Step {
    std::size_t number;
    Direction direction;
    std::optional<Near> length{};       ///< nothing: as far as one likes
    std::optional<std::size_t> stop{};  ///< the basic number whose end stops it
  };

  [[nodiscard]] std::optional<Near> furthest(std::size_t member, Direction direction);
  [[nodiscard]] std::optional<Step> improving(std::size_t member, Direction direction);
  void stretch(Step& step) const;
  void take(const Step& step);
  void prove(std::size_t member, Direction direction);
  void follow(const Step& step);
  [[nodiscard]] const std::optional<Near>& end(std::size_t member, Direction direction) const;
  [[nodiscard]] std::optional<Near> room(std::size_t member, Direction direction) const;
  [[nodiscard]] bool can_move(std::size_t member, Direction direction) const;
  void move(std::size_t member, const Near& distance);
  void pivot(std::size_t leaving, std::size_t entering);
  void replace(std::size_t place, Terms row);

  std::vector<Reach> reaches_{};
  std::vector<Near> values_{};
  std::vector<std::size_t> basic_{};                 ///< by row: the member it stands for
  std::vector<Terms> rows_{};                        ///< that member by the others
  std::vector<std::optional<std::size_t>> place_{};  ///< by member: its row
  std::vector<std::size_t> uses_{};                  ///< by free member: rows it stands in
  std::size_t steps_ = 0;                            ///< of the question
  Terms proof_{};
  Terms ray_{};
};

}  // namespace edustat::reconcile_detail
