// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/bound.hpp"

#include "catalogue/fold.hpp"
#include "catalogue/root.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace edustat {
namespace {

bool has_zero_inside(const Interval& interval) {
  const bool below = !interval.low().value || interval.low().value->sign() < 0;
  const bool above = !interval.high().value || interval.high().value->sign() > 0;
  return below && above;
}

/// The natural reading: exact as long as each input occurs once.
class Natural {
 public:
  using Value = std::optional<Interval>;

  Natural(std::span<const Rational> constants, std::span<const Interval> inputs)
      : constants_(constants), inputs_(inputs) {}

  Value constant(std::size_t index) const { return Interval::exactly(constants_[index]); }
  Value reference(std::size_t index) const { return inputs_[index]; }
  Value sum(std::size_t index) const { return inputs_[index]; }
  Value add(Value left, Value right) const {
    return left && right ? Value(*left + *right) : std::nullopt;
  }
  Value subtract(Value left, Value right) const {
    return left && right ? Value(*left - *right) : std::nullopt;
  }
  Value multiply(Value left, Value right) const {
    return left && right ? Value(*left * *right) : std::nullopt;
  }
  Value divide(Value left, Value right) {
    if (!left || !right) return std::nullopt;
    if (has_zero_inside(*right)) divides_by_zero_ = true;
    return edustat::divide(*left, *right);
  }
  Value negate(Value value) const { return value ? Value(-*value) : std::nullopt; }
  Value power(Value value, int exponent) {
    if (!value) return std::nullopt;
    if (exponent < 0 && has_zero_inside(*value)) divides_by_zero_ = true;
    return value->pow(exponent);
  }

  /// True when some divisor had 0 strictly inside, so that a result may have a hole.
  bool divides_by_zero() const { return divides_by_zero_; }

 private:
  std::span<const Rational> constants_;
  std::span<const Interval> inputs_;
  bool divides_by_zero_ = false;
};

/// Value and derivative in one input, both as intervals; absent where 0 may divide.
struct Slope {
  Interval value;
  Interval derivative;
};

class Differential {
 public:
  using Value = std::optional<Slope>;

  Differential(std::span<const Rational> constants, std::span<const Interval> inputs,
               std::size_t variable)
      : constants_(constants), inputs_(inputs), variable_(variable) {}

  Value constant(std::size_t index) const {
    return Slope{Interval::exactly(constants_[index]), Interval::exactly(0)};
  }
  Value reference(std::size_t index) const {
    return Slope{inputs_[index], Interval::exactly(index == variable_ ? 1 : 0)};
  }
  Value sum(std::size_t index) const { return reference(index); }
  Value add(Value left, Value right) const {
    if (!left || !right) return std::nullopt;
    return Slope{left->value + right->value, left->derivative + right->derivative};
  }
  Value subtract(Value left, Value right) const {
    if (!left || !right) return std::nullopt;
    return Slope{left->value - right->value, left->derivative - right->derivative};
  }
  Value multiply(Value left, Value right) const {
    if (!left || !right) return std::nullopt;
    return Slope{left->value * right->value,
                 left->derivative * right->value + left->value * right->derivative};
  }
  Value divide(Value left, Value right) const {
    if (!left || !right || right->value.contains(0)) return std::nullopt;
    const Interval quotient = *edustat::divide(left->value, right->value);
    return Slope{quotient,
                 *edustat::divide(left->derivative - quotient * right->derivative, right->value)};
  }
  Value negate(Value value) const {
    if (!value) return std::nullopt;
    return Slope{-value->value, -value->derivative};
  }
  Value power(Value value, int exponent) const {
    if (!value || (exponent < 0 && value->value.contains(0))) return std::nullopt;
    if (exponent == 0) return Slope{Interval::exactly(1), Interval::exactly(0)};
    if (exponent == -64) return std::nullopt;
    return Slope{*value->value.pow(exponent),
                 Interval::exactly(exponent) * *value->value.pow(exponent - 1) * value->derivative};
  }

 private:
  std::span<const Rational> constants_;
  std::span<const Interval> inputs_;
  std::size_t variable_;
};

/// How a formula moves with one of its inputs.
struct Monotone {
  bool rising = false;
  bool strict = false;  ///< the derivative is nowhere 0
};

std::optional<Monotone> direction(std::span<const Node> nodes, std::span<const Rational> constants,
                                  std::span<const Interval> inputs, std::size_t variable) {
  Differential algebra(constants, inputs, variable);
  const std::optional<Slope> slope = fold(nodes, algebra);
  if (!slope) return std::nullopt;
  const Interval& derivative = slope->derivative;
  const bool strict = !derivative.contains(0);
  if (derivative.low().value && derivative.low().value->sign() >= 0) return Monotone{true, strict};
  if (derivative.high().value && derivative.high().value->sign() <= 0) {
    return Monotone{false, strict};
  }
  return std::nullopt;
}

bool is_reference(const Node& node) {
  return node.operation == Node::Operation::reference;
}

/// The inputs that are not exact and occur more than once.
std::vector<std::size_t> repeated_inputs(std::span<const Node> nodes,
                                         std::span<const Interval> inputs) {
  constexpr std::size_t few = 8;
  const auto stands_again = [&](std::size_t at) {
    return std::any_of(nodes.begin() + static_cast<std::ptrdiff_t>(at) + 1, nodes.end(),
                       [&](const Node& node) { return node == nodes[at]; });
  };
  std::vector<std::size_t> repeated;
  std::vector<bool> seen(nodes.size() > few ? inputs.size() : 0);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!is_reference(nodes[i])) continue;
    const auto index = static_cast<std::size_t>(nodes[i].index);
    if (inputs[index].is_exact()) continue;
    const bool again = seen.empty() ? stands_again(i) : seen[index];
    const bool is_new = std::find(repeated.begin(), repeated.end(), index) == repeated.end();
    if (again && is_new) repeated.push_back(index);
    if (!seen.empty()) seen[index] = true;
  }
  return repeated;
}

/// One end of the range: every repeated input stands at the end that makes the formula lowest (or
/// highest).
struct Vertex {
  Interval::Bound end;
  bool exact = true;  ///< the end is proven, not merely safe
};

enum class Side : bool { low, high };

std::optional<Vertex> vertex(std::span<const Node> nodes, std::span<const Rational> constants,
                             std::span<const Interval> inputs,
                             const std::vector<std::size_t>& repeated,
                             const std::vector<Monotone>& directions, Side side) {
  std::vector<Interval> corner(inputs.begin(), inputs.end());
  bool open = false;
  bool exact = true;
  for (std::size_t i = 0; i < repeated.size(); ++i) {
    const Interval& input = inputs[repeated[i]];
    const bool take_low = directions[i].rising == (side == Side::low);
    const Interval::Bound& end = take_low ? input.low() : input.high();
    if (!end.value) return std::nullopt;
    corner[repeated[i]] = Interval::exactly(*end.value);
    if (end.end == End::open) {
      open = open || directions[i].strict;
      exact = exact && directions[i].strict;
    }
  }
  Natural algebra(constants, corner);
  const std::optional<Interval> range = fold(nodes, algebra);
  if (!range || algebra.divides_by_zero()) return std::nullopt;
  Vertex result{side == Side::low ? range->low() : range->high(), exact};
  if (open) result.end.end = End::open;
  return result;
}

}  // namespace

std::string_view name_of(Tightness tightness) noexcept {
  return tightness == Tightness::tight ? "tight" : "outer";
}

Bound bound(std::span<const Node> nodes, std::span<const Rational> constants,
            std::span<const Interval> inputs) {
  if (nodes.size() == 1 && is_reference(nodes.front())) {
    return {inputs[static_cast<std::size_t>(nodes.front().index)], Tightness::tight};
  }
  Natural natural(constants, inputs);
  const std::optional<Interval> range = fold(nodes, natural);
  const std::vector<std::size_t> repeated = repeated_inputs(nodes, inputs);
  if (!range || natural.divides_by_zero()) return {range, Tightness::outer};
  if (repeated.empty()) return {range, Tightness::tight};

  std::vector<Monotone> directions;
  for (const std::size_t variable : repeated) {
    const std::optional<Monotone> found = direction(nodes, constants, inputs, variable);
    if (!found) return {range, Tightness::outer};
    directions.push_back(*found);
  }
  const auto low = vertex(nodes, constants, inputs, repeated, directions, Side::low);
  const auto high = vertex(nodes, constants, inputs, repeated, directions, Side::high);
  if (!low || !high) return {range, Tightness::outer};
  return {Interval(low->end, high->end),
          low->exact && high->exact ? Tightness::tight : Tightness::outer};
}

Bound bound(const Formula& formula, std::span<const Interval> inputs) {
  Bound result = bound(formula.nodes(), formula.constants(), inputs);
  if (formula.root() == 0 || !result.interval) return result;
  const auto ratio = result.interval->intersect(Interval::at_least(0));
  if (!ratio) return {std::nullopt, result.tightness};
  const Bound root = root_of(*ratio, formula.root(), Interval::at_least(0));
  if (root.tightness == Tightness::outer) result.tightness = Tightness::outer;
  result.interval = *root.interval - Interval::exactly(1);
  return result;
}

}  // namespace edustat
