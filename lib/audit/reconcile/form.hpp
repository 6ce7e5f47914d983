// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <z3++.h>

namespace edustat::reconcile_detail {

/// A side of a relation: `top`, or `top / bottom`.
struct Fraction {
  z3::expr top;
  std::optional<z3::expr> bottom{};
  std::optional<Rational> constant{};  ///< the value of a side without numbers
  bool is_linear = true;               ///< top and bottom each are
};

/// A relation between the numbers of Z3.
struct Form {
  /// The value of a reference.
  using ValueOf = std::function<z3::expr(std::size_t)>;

  /// @throws StructureError (needs_panel) for sums over codes, which a catalogue has written out
  [[nodiscard]] static Form of(const Relation& relation, const ValueOf& value,
                               z3::context& context);
  /// True when both sides are sums of numbers times constants.
  [[nodiscard]] bool is_linear() const noexcept;
  /// The same with <= for <, and >= for >.
  [[nodiscard]] Form with_ends() const;
  /// The relation; 0 / 0 says nothing, and another quotient by 0 cannot be printed.
  [[nodiscard]] z3::expr statement() const;
  /// What `said` says of the right side as top and positive bottom; the same of a quotient by 0.
  [[nodiscard]] z3::expr enclosed(
      const std::function<z3::expr(const z3::expr& top, const z3::expr& bottom)>& said) const;

  Fraction left;
  Fraction right;
  Comparison comparison;
};

}  // namespace edustat::reconcile_detail
