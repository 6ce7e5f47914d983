// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/evaluate.hpp"

#include "catalogue/fold.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <variant>

namespace edustat {
namespace {

/// A value in base units, or the reason why there is none.
using Term = std::variant<Rational, Gap>;

/// The stronger reason of two: what is withheld hides what is missing, and so on.
Gap stronger(Gap left, Gap right) {
  constexpr std::array order{Gap::suppressed, Gap::missing, Gap::not_applicable, Gap::undefined};
  return *std::find_if(order.begin(), order.end(),
                       [&](Gap gap) { return gap == left || gap == right; });
}

template <typename Operation>
Term combine(Term left, Term right, Operation operation) {
  const Gap* left_gap = std::get_if<Gap>(&left);
  const Gap* right_gap = std::get_if<Gap>(&right);
  if (left_gap && right_gap) return stronger(*left_gap, *right_gap);
  if (left_gap) return *left_gap;
  if (right_gap) return *right_gap;
  return operation(std::get<Rational>(left), std::get<Rational>(right));
}

/// The exact reading of a formula.
class Exact {
 public:
  using Value = Term;

  Exact(const Formula& formula, const Facts& facts) : formula_(formula), facts_(facts) {}

  Term constant(std::size_t index) const { return formula_.constants()[index]; }
  Term reference(std::size_t index) const {
    const Observation found = facts_.look_up(formula_.references()[index]);
    if (const Gap* gap = std::get_if<Gap>(&found)) return *gap;
    return std::get<Quantity>(found).base_value();
  }
  Term sum(std::size_t index) const { return reference(index); }
  Term add(Term left, Term right) const {
    return combine(std::move(left), std::move(right),
                   [](const Rational& l, const Rational& r) -> Term { return l + r; });
  }
  Term subtract(Term left, Term right) const {
    return combine(std::move(left), std::move(right),
                   [](const Rational& l, const Rational& r) -> Term { return l - r; });
  }
  Term multiply(Term left, Term right) const {
    return combine(std::move(left), std::move(right),
                   [](const Rational& l, const Rational& r) -> Term { return l * r; });
  }
  Term divide(Term left, Term right) const {
    return combine(std::move(left), std::move(right),
                   [](const Rational& l, const Rational& r) -> Term {
                     return r.is_zero() ? Term(Gap::undefined) : Term(l / r);
                   });
  }
  Term negate(Term value) const {
    if (const Rational* number = std::get_if<Rational>(&value)) return -*number;
    return value;
  }
  Term power(Term value, int exponent) const {
    const Rational* number = std::get_if<Rational>(&value);
    if (!number) return value;
    if (number->is_zero() && exponent < 0) return Gap::undefined;
    return number->pow(exponent);
  }

 private:
  const Formula& formula_;
  const Facts& facts_;
};

}  // namespace

Observation evaluate(const Formula& formula, const Facts& facts, const Unit& unit) {
  Exact reading(formula, facts);
  const Term result = fold(formula.nodes(), reading);
  if (const Gap* gap = std::get_if<Gap>(&result)) return *gap;
  return Quantity(std::get<Rational>(result) / unit.factor(), unit);
}

}  // namespace edustat
