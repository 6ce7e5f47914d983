// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/bound.hpp"

#include "catalogue/fold.hpp"
#include "catalogue/root.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace edustat {
namespace {

/// The steps of one side as a tree: value of each subtree and whether the wanted input is below it.
class Tree {
 public:
  struct Branch {
    std::optional<Interval> value{};
    std::size_t left = 0;
    std::size_t right = 0;
    bool has_wanted = false;
  };

  Tree(std::span<const Node> nodes, std::span<const Rational> constants,
       std::span<const Interval> inputs, std::size_t wanted)
      : nodes_(nodes) {
    std::vector<std::size_t> stack;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const std::size_t arity = arity_of(nodes[i].operation);
      Branch branch;
      if (arity == 2) {
        branch.right = stack.back();
        stack.pop_back();
      }
      if (arity >= 1) {
        branch.left = stack.back();
        stack.pop_back();
      }
      branch.has_wanted = is_wanted(nodes[i], wanted) ||
                          (arity >= 1 && branches_[branch.left].has_wanted) ||
                          (arity == 2 && branches_[branch.right].has_wanted);
      branch.value = value_of(nodes[i], constants, inputs, branch);
      branches_.push_back(std::move(branch));
      stack.push_back(i);
    }
  }

  const Branch& operator[](std::size_t index) const { return branches_[index]; }
  std::size_t root() const { return branches_.size() - 1; }
  const Node& node(std::size_t index) const { return nodes_[index]; }

 private:
  static std::size_t arity_of(Node::Operation operation) {
    switch (operation) {
      case Node::Operation::constant:
      case Node::Operation::reference:
      case Node::Operation::sum:
        return 0;
      case Node::Operation::negate:
      case Node::Operation::power:
        return 1;
      default:
        return 2;
    }
  }
  static bool is_wanted(const Node& node, std::size_t wanted) {
    return (node.operation == Node::Operation::reference ||
            node.operation == Node::Operation::sum) &&
           static_cast<std::size_t>(node.index) == wanted;
  }
  std::optional<Interval> value_of(const Node& node, std::span<const Rational> constants,
                                   std::span<const Interval> inputs, const Branch& branch) const {
    const auto index = static_cast<std::size_t>(node.index);
    const auto left = [&]() -> const std::optional<Interval>& {
      return branches_[branch.left].value;
    };
    const auto right = [&]() -> const std::optional<Interval>& {
      return branches_[branch.right].value;
    };
    switch (node.operation) {
      case Node::Operation::constant:
        return Interval::exactly(constants[index]);
      case Node::Operation::reference:
      case Node::Operation::sum:
        return inputs[index];
      case Node::Operation::negate:
        return left() ? std::optional(-*left()) : std::nullopt;
      case Node::Operation::power:
        return left() ? left()->pow(node.index) : std::nullopt;
      default:
        break;
    }
    if (!left() || !right()) return std::nullopt;
    switch (node.operation) {
      case Node::Operation::add:
        return *left() + *right();
      case Node::Operation::subtract:
        return *left() - *right();
      case Node::Operation::multiply:
        return *left() * *right();
      default:
        return divide(*left(), *right());
    }
  }

  std::span<const Node> nodes_;
  std::vector<Branch> branches_;
};

Bound undecided() {
  return {Interval::everything(), Tightness::outer};
}
Bound impossible() {
  return {std::nullopt, Tightness::tight};
}

/// x with x * factor in target.
Bound quotient(const Interval& target, const Interval& factor, Tightness tightness) {
  if (factor.contains(0)) {
    if (target.contains(0)) return undecided();
    tightness = factor.low().value && factor.low().value->is_zero()     ? tightness
                : factor.high().value && factor.high().value->is_zero() ? tightness
                                                                        : Tightness::outer;
  }
  const std::optional<Interval> result = divide(target, factor);
  return result ? Bound{result, tightness} : impossible();
}

/// What the child with the wanted input has to be so that the branch lies in `target`.
Bound descend(const Tree& tree, std::size_t at, const Interval& target, Tightness tightness) {
  const Tree::Branch& branch = tree[at];
  const bool from_left = tree[branch.left].has_wanted;
  const auto other = [&]() -> const std::optional<Interval>& {
    return tree[from_left ? branch.right : branch.left].value;
  };
  switch (tree.node(at).operation) {
    case Node::Operation::negate:
      return {-target, tightness};
    case Node::Operation::power:
      return root_of(target, tree.node(at).index, tree[branch.left].value);
    default:
      break;
  }
  if (!other()) return undecided();
  switch (tree.node(at).operation) {
    case Node::Operation::add:
      return {target - *other(), tightness};
    case Node::Operation::subtract:
      return {from_left ? target + *other() : *other() - target, tightness};
    case Node::Operation::multiply:
      return quotient(target, *other(), tightness);
    default:
      return from_left ? Bound{target * *other(), tightness}
                       : quotient(*other(), target, tightness);
  }
}

/// On which side of a relation something stands.
enum class Side : std::uint8_t { left, right };

/// The range that `side` may take, given the other side.
Interval target_of(Comparison comparison, const Interval& other, Side side) {
  const bool below =
      (comparison == Comparison::at_most || comparison == Comparison::less) == (side == Side::left);
  const bool strict = comparison == Comparison::less || comparison == Comparison::greater;
  if (comparison == Comparison::equal) return other;
  Interval::Bound end = below ? other.high() : other.low();
  if (strict) end.end = End::open;
  return below ? Interval({}, std::move(end)) : Interval(std::move(end), {});
}

Bound solve_once(const Relation& relation, std::span<const Interval> inputs, std::size_t wanted,
                 Tightness tightness) {
  const Tree left(relation.left(), relation.constants(), inputs, wanted);
  const Tree right(relation.right(), relation.constants(), inputs, wanted);
  const Side side = left[left.root()].has_wanted ? Side::left : Side::right;
  const Tree& tree = side == Side::left ? left : right;
  const Tree& rest = side == Side::left ? right : left;
  const std::optional<Interval>& other = rest[rest.root()].value;
  if (!other) return undecided();

  Bound bound{target_of(relation.comparison(), *other, side), tightness};
  std::size_t at = tree.root();
  while (tree.node(at).operation != Node::Operation::reference) {
    bound = descend(tree, at, *bound.interval, bound.tightness);
    if (!bound.interval) return bound;
    at = tree[tree[at].left].has_wanted ? tree[at].left : tree[at].right;
  }
  return bound;
}

/// A formula as a quotient of two terms that are linear in the wanted input; absent where it is
/// not.
struct Linear {
  Interval constant;
  Interval slope;
  bool is_constant() const { return slope.is_exact() && slope.contains(0); }
};
struct Fraction {
  Linear top;
  Linear bottom;
};

class LinearReading {
 public:
  using Value = std::optional<Fraction>;

  LinearReading(std::span<const Rational> constants, std::span<const Interval> inputs,
                std::size_t wanted)
      : constants_(constants), inputs_(inputs), wanted_(wanted) {}

  Value constant(std::size_t index) const { return whole(Interval::exactly(constants_[index])); }
  Value reference(std::size_t index) const {
    if (index != wanted_) return whole(inputs_[index]);
    return Fraction{{zero(), one()}, {one(), zero()}};
  }
  Value sum(std::size_t index) const { return reference(index); }
  Value add(Value left, Value right) const { return combine(std::move(left), std::move(right), 1); }
  Value subtract(Value left, Value right) const {
    return combine(std::move(left), std::move(right), -1);
  }
  Value multiply(Value left, Value right) const {
    if (!left || !right) return std::nullopt;
    return quotient(times(left->top, right->top), times(left->bottom, right->bottom));
  }
  Value divide(Value left, Value right) const {
    if (!left || !right) return std::nullopt;
    return quotient(times(left->top, right->bottom), times(left->bottom, right->top));
  }
  Value negate(Value value) const {
    if (!value) return std::nullopt;
    return Fraction{{-value->top.constant, -value->top.slope}, value->bottom};
  }
  Value power(Value value, int exponent) const {
    if (!value || !value->top.is_constant() || !value->bottom.is_constant()) return std::nullopt;
    const auto ratio = edustat::divide(value->top.constant, value->bottom.constant);
    const auto raised = ratio ? ratio->pow(exponent) : std::nullopt;
    return raised ? Value(whole(*raised)) : std::nullopt;
  }

 private:
  static Interval zero() { return Interval::exactly(0); }
  static Interval one() { return Interval::exactly(1); }
  static Fraction whole(Interval value) { return {{std::move(value), zero()}, {one(), zero()}}; }
  static std::optional<Linear> times(const Linear& left, const Linear& right) {
    if (!left.is_constant() && !right.is_constant()) return std::nullopt;
    return Linear{left.constant * right.constant,
                  left.constant * right.slope + left.slope * right.constant};
  }
  static Value quotient(std::optional<Linear> top, std::optional<Linear> bottom) {
    if (!top || !bottom) return std::nullopt;
    return Fraction{std::move(*top), std::move(*bottom)};
  }
  static Value combine(Value left, Value right, int sign) {
    if (!left || !right) return std::nullopt;
    const auto first = times(left->top, right->bottom);
    const auto second = times(right->top, left->bottom);
    if (!first || !second) return std::nullopt;
    const Interval weight = Interval::exactly(sign);
    return quotient(
        Linear{first->constant + weight * second->constant, first->slope + weight * second->slope},
        times(left->bottom, right->bottom));
  }

  std::span<const Rational> constants_;
  std::span<const Interval> inputs_;
  std::size_t wanted_;
};

Bound solve_linear(const Relation& relation, std::span<const Interval> inputs, std::size_t wanted) {
  if (relation.comparison() != Comparison::equal) return undecided();
  LinearReading reading(relation.constants(), inputs, wanted);
  const auto left = fold(relation.left(), reading);
  const auto right = fold(relation.right(), reading);
  const auto difference = reading.subtract(left, right);
  if (!difference || difference->top.slope.contains(0)) return undecided();
  return {divide(-difference->top.constant, difference->top.slope), Tightness::outer};
}

}  // namespace

Bound solve(const Relation& relation, std::span<const Interval> inputs, std::size_t wanted) {
  std::vector<std::size_t> counts(inputs.size());
  for (const auto side : {relation.left(), relation.right()}) {
    for (const Node& node : side) {
      if (node.operation == Node::Operation::reference)
        ++counts[static_cast<std::size_t>(node.index)];
    }
  }
  if (counts[wanted] != 1) return solve_linear(relation, inputs, wanted);
  Tightness tightness = Tightness::tight;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 1 && !inputs[i].is_exact()) tightness = Tightness::outer;
  }
  return solve_once(relation, inputs, wanted, tightness);
}

}  // namespace edustat
