// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/evaluate.hpp"

#include "edustat/error/error.hpp"

#include "catalogue/fold.hpp"
#include "catalogue/operand_text.hpp"
#include "catalogue/root_rate.hpp"

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

/// The root of after / before, rounded to a whole number of units in the last place.
Term root_rate(const Indicator& indicator, const Facts& facts) {
  const std::span<const Node> nodes = indicator.formula.nodes();
  const std::size_t before = detail::first_step(nodes, nodes.size() - 2);
  Exact reading(indicator.formula, facts);
  return combine(fold(nodes.first(before), reading),
                 fold(nodes.subspan(before, nodes.size() - 1 - before), reading),
                 [&](const Rational& after, const Rational& base) -> Term {
                   if (base.sign() <= 0 || after.sign() < 0) return Gap::undefined;
                   const int places = indicator.places.value_or(2);
                   const Rational scale = Rational::power_of_ten(places) / indicator.unit.factor();
                   const detail::RootRate rate{indicator.formula.root(), scale, indicator.rounding};
                   return detail::round_root_rate(after / base, rate) / scale;
                 });
}

}  // namespace

Observation evaluate(const Formula& formula, const Facts& facts, const Unit& unit) {
  if (formula.root() != 0) {
    throw StructureError(Fault{ErrorCode::root_without_places, {formula.text()}});
  }
  Exact reading(formula, facts);
  const Term result = fold(formula.nodes(), reading);
  if (const Gap* gap = std::get_if<Gap>(&result)) return *gap;
  return Quantity(std::get<Rational>(result) / unit.factor(), unit);
}

Observation evaluate(const Indicator& indicator, const Facts& facts) {
  if (indicator.formula.root() == 0) return evaluate(indicator.formula, facts, indicator.unit);
  const Term result = root_rate(indicator, facts);
  if (const Gap* gap = std::get_if<Gap>(&result)) return *gap;
  return Quantity(std::get<Rational>(result) / indicator.unit.factor(), indicator.unit);
}

}  // namespace edustat
