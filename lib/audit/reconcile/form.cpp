// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/form.hpp"

#include "edustat/error/error.hpp"

#include "catalogue/fold.hpp"

#include <cstdlib>
#include <utility>

namespace edustat::reconcile_detail {
namespace {

/// Writes the steps of a formula as fractions.
class Writer {
 public:
  using Value = Fraction;

  Writer(const Relation& relation, const Form::ValueOf& value, z3::context& context)
      : relation_(relation), value_(value), context_(context) {}

  Fraction constant(std::size_t index) { return constant(relation_.constants()[index]); }
  Fraction reference(std::size_t index) {
    const z3::expr value = value_(index);
    if (!value.is_numeral()) return {value};
    return constant(Rational::parse(Z3_get_numeral_string(context_, value)));
  }
  Fraction sum(std::size_t index) {
    throw StructureError(
        Fault{ErrorCode::needs_panel, {relation_.references()[index].to_string()}, {}});
  }
  Fraction add(Fraction left, Fraction right) {
    if (left.constant && right.constant) return constant(*left.constant + *right.constant);
    const bool is_linear = left.is_linear && right.is_linear;
    if (!left.bottom && !right.bottom) return {left.top + right.top, {}, {}, is_linear};
    return {left.top * bottom(right) + right.top * bottom(left),
            bottom(left) * bottom(right),
            {},
            false};
  }
  Fraction subtract(Fraction left, Fraction right) {
    return add(std::move(left), negate(std::move(right)));
  }
  Fraction negate(Fraction side) {
    if (side.constant) return constant(-*side.constant);
    return {-side.top, side.bottom, {}, side.is_linear};
  }
  Fraction multiply(Fraction left, Fraction right) {
    if (left.constant && right.constant) return constant(*left.constant * *right.constant);
    const bool is_linear = left.is_linear && right.is_linear && (left.constant || right.constant);
    std::optional<z3::expr> below;
    if (left.bottom || right.bottom) below = bottom(left) * bottom(right);
    return {left.top * right.top, below, {}, is_linear};
  }
  Fraction divide(Fraction left, Fraction right) {
    if (right.constant && !(*right.constant == Rational(0))) {
      return multiply(std::move(left), constant(Rational(1) / *right.constant));
    }
    const bool is_linear = left.is_linear && right.is_linear && !left.bottom && !right.bottom;
    return {left.top * bottom(right), bottom(left) * right.top, {}, is_linear};
  }
  Fraction power(Fraction side, int exponent) {
    Fraction result = constant(Rational(1));
    for (int i = 0; i < std::abs(exponent); ++i) result = multiply(std::move(result), side);
    return exponent < 0 ? divide(constant(Rational(1)), std::move(result)) : result;
  }

 private:
  Fraction constant(const Rational& value) {
    return {context_.real_val(value.to_string().c_str()), {}, value};
  }
  z3::expr bottom(const Fraction& side) {
    return side.bottom ? *side.bottom : context_.real_val(1);
  }

  const Relation& relation_;
  const Form::ValueOf& value_;
  z3::context& context_;
};

z3::expr compared(const z3::expr& left, Comparison comparison, const z3::expr& right) {
  switch (comparison) {
    case Comparison::equal:
      return left == right;
    case Comparison::at_most:
      return left <= right;
    case Comparison::at_least:
      return left >= right;
    case Comparison::less:
      return left < right;
    case Comparison::greater:
      return left > right;
  }
  return left == right;
}

}  // namespace

Form Form::of(const Relation& relation, const ValueOf& value, z3::context& context) {
  Writer writer(relation, value, context);
  return {fold(relation.left(), writer), fold(relation.right(), writer), relation.comparison()};
}

bool Form::is_linear() const noexcept {
  return left.is_linear && right.is_linear && !left.bottom && !right.bottom;
}

Form Form::with_ends() const {
  Form form = *this;
  if (comparison == Comparison::less) form.comparison = Comparison::at_most;
  if (comparison == Comparison::greater) form.comparison = Comparison::at_least;
  return form;
}

z3::expr Form::statement() const {
  if (!left.bottom && !right.bottom) return compared(left.top, comparison, right.top);
  const z3::expr one = left.top.ctx().real_val(1);
  const z3::expr left_bottom = left.bottom ? *left.bottom : one;
  const z3::expr right_bottom = right.bottom ? *right.bottom : one;
  const z3::expr left_side = left.top * right_bottom;
  const z3::expr right_side = right.top * left_bottom;
  const z3::expr both = left_bottom * right_bottom;
  const z3::expr is_defined = z3::implies(right_bottom == 0, right.top == 0) &&
                              z3::implies(left_bottom == 0, left.top == 0);
  return is_defined && z3::implies(both > 0, compared(left_side, comparison, right_side)) &&
         z3::implies(both < 0, compared(right_side, comparison, left_side));
}

z3::expr Form::enclosed(
    const std::function<z3::expr(const z3::expr&, const z3::expr&)>& said) const {
  const z3::expr bottom = *right.bottom;
  return z3::implies(bottom == 0, right.top == 0) &&
         z3::implies(bottom > 0, said(right.top, bottom)) &&
         z3::implies(bottom < 0, said(-right.top, -bottom));
}

}  // namespace edustat::reconcile_detail
