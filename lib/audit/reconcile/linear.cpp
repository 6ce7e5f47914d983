// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/linear.hpp"

#include "catalogue/fold.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace edustat::reconcile_detail {
namespace {

Interval up_to(const Rational& high, End end) {
  return Interval({std::nullopt, End::open}, {high, end});
}

/// Reads a side as a quotient of sums; nothing stands for what is none.
class Reading {
 public:
  using Value = std::optional<LinearRatio>;

  Reading(const Relation& relation, const LinearValueOf& value)
      : relation_(relation), value_(value) {}

  Value constant(std::size_t index) { return whole({{}, relation_.constants()[index]}); }
  Value reference(std::size_t index) { return whole(value_(index)); }
  Value sum(std::size_t) { return std::nullopt; }
  Value add(const Value& left, const Value& right) { return sum_of(left, Rational(-1), right); }
  Value subtract(const Value& left, const Value& right) { return sum_of(left, Rational(1), right); }
  Value negate(const Value& side) { return scaled(side, Rational(-1)); }
  Value multiply(const Value& left, const Value& right) {
    if (const auto factor = constant_of(left)) return scaled(right, *factor);
    if (const auto factor = constant_of(right)) return scaled(left, *factor);
    return std::nullopt;
  }
  Value divide(const Value& left, const Value& right) {
    const auto divisor = constant_of(right);
    if (divisor && !divisor->is_zero()) return scaled(left, Rational(1) / *divisor);
    if (!is_whole(left) || !is_whole(right)) return std::nullopt;
    return LinearRatio{left->top, right->top};
  }
  Value power(const Value& side, int exponent) {
    if (exponent == 1) return side;
    if (exponent == 0) return whole({{}, Rational(1)});
    const auto base = constant_of(side);
    if (!base || (exponent < 0 && base->is_zero())) return std::nullopt;
    return whole({{}, base->pow(exponent)});
  }

 private:
  static Value whole(LinearSum sum) { return LinearRatio{std::move(sum), {{}, Rational(1)}}; }
  static bool is_whole(const Value& side) {
    return side && side->bottom.terms.empty() && side->bottom.constant == Rational(1);
  }
  static std::optional<Rational> constant_of(const Value& side) {
    if (!is_whole(side) || !side->top.terms.empty()) return std::nullopt;
    return side->top.constant;
  }
  static Value sum_of(const Value& left, const Rational& factor, const Value& right) {
    if (!is_whole(left) || !is_whole(right)) return std::nullopt;
    return whole(difference(left->top, factor, right->top));
  }
  static Value scaled(const Value& side, const Rational& factor) {
    if (!side) return std::nullopt;
    return LinearRatio{difference({}, -factor, side->top), side->bottom};
  }

  const Relation& relation_;
  const LinearValueOf& value_;
};

}  // namespace

std::optional<LinearRatio> linear_ratio(const Relation& relation, std::span<const Node> side,
                                        const LinearValueOf& value) {
  Reading reading(relation, value);
  return fold(side, reading);
}

std::optional<std::size_t> rate_of(const Relation& relation) {
  const bool is_rate = relation.comparison() == Comparison::equal && relation.left().size() == 1 &&
                       relation.left().front().operation == Node::Operation::reference &&
                       relation.right().back().operation == Node::Operation::divide;
  if (!is_rate) return std::nullopt;
  const std::int32_t rate = relation.left().front().index;
  const bool is_repeated =
      std::any_of(relation.right().begin(), relation.right().end(), [&](const Node& node) {
        return node.operation == Node::Operation::reference && node.index == rate;
      });
  return is_repeated ? std::nullopt : std::optional(static_cast<std::size_t>(rate));
}

LinearRow row_of(const LinearSum& sum, Comparison comparison) {
  const Rational other_side = -sum.constant;
  switch (comparison) {
    case Comparison::equal:
      return {sum.terms, Interval::exactly(other_side)};
    case Comparison::at_most:
      return {sum.terms, up_to(other_side, End::closed)};
    case Comparison::less:
      return {sum.terms, up_to(other_side, End::open)};
    case Comparison::at_least:
      return {sum.terms, Interval::at_least(other_side)};
    case Comparison::greater:
      return {sum.terms, Interval({other_side, End::open}, {std::nullopt, End::open})};
  }
  return {sum.terms, Interval::everything()};
}

LinearSum difference(const LinearSum& left, const Rational& factor, const LinearSum& right) {
  LinearSum result = left;
  result.constant -= factor * right.constant;
  for (const auto& [number, coefficient] : right.terms) {
    const auto [position, is_new] = result.terms.try_emplace(number, Rational(0));
    position->second -= factor * coefficient;
    if (position->second.is_zero()) result.terms.erase(position);
  }
  return result;
}

}  // namespace edustat::reconcile_detail
