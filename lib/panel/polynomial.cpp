// SPDX-License-Identifier: Apache-2.0
#include "panel/polynomial.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace edustat::detail {
namespace {

bool comes_before(const Polynomial::Term& left, const Polynomial::Term& right) {
  return left.leaves < right.leaves;
}

/// Terms in order, equal products brought together.
std::vector<Polynomial::Term> collected(std::vector<Polynomial::Term> terms) {
  std::stable_sort(terms.begin(), terms.end(), comes_before);
  std::vector<Polynomial::Term> result;
  for (Polynomial::Term& term : terms) {
    if (!result.empty() && result.back().leaves == term.leaves) {
      result.back().coefficient += term.coefficient;
    } else {
      result.push_back(std::move(term));
    }
    if (result.back().coefficient.is_zero()) result.pop_back();
  }
  return result;
}

Rational greatest_common_divisor(Rational left, Rational right) {
  while (!right.is_zero()) {
    const Rational rest = left - (left / right).floor() * right;
    left = std::exchange(right, rest);
  }
  return left;
}

}  // namespace

Polynomial Polynomial::constant(const Rational& value) {
  Polynomial result;
  if (!value.is_zero()) result.terms_.push_back({{}, value});
  return result;
}

Polynomial Polynomial::leaf(LeafNumber number, const Rational& factor) {
  Polynomial result;
  result.terms_.push_back({{number}, factor});
  return result;
}

Polynomial Polynomial::scaled(const Rational& factor) const {
  Polynomial result;
  if (factor.is_zero()) return result;
  result.terms_ = terms_;
  for (Term& term : result.terms_) term.coefficient *= factor;
  return result;
}

Polynomial operator+(const Polynomial& left, const Polynomial& right) {
  std::vector<Polynomial::Term> terms = left.terms_;
  terms.insert(terms.end(), right.terms_.begin(), right.terms_.end());
  Polynomial result;
  result.terms_ = collected(std::move(terms));
  return result;
}

Polynomial operator*(const Polynomial& left, const Polynomial& right) {
  std::vector<Polynomial::Term> terms;
  for (const Polynomial::Term& one : left.terms_) {
    for (const Polynomial::Term& other : right.terms_) {
      Polynomial::Term product{one.leaves, one.coefficient * other.coefficient};
      product.leaves.insert(product.leaves.end(), other.leaves.begin(), other.leaves.end());
      std::sort(product.leaves.begin(), product.leaves.end());
      terms.push_back(std::move(product));
    }
  }
  Polynomial result;
  result.terms_ = collected(std::move(terms));
  return result;
}

std::optional<Primitive> primitive(const Polynomial& polynomial) {
  if (polynomial.is_zero()) return Primitive{};
  Rational divisor;
  Rational multiple = 1;
  for (const Polynomial::Term& term : polynomial.terms()) {
    const Rational below = term.coefficient.denominator();
    divisor = greatest_common_divisor(term.coefficient.numerator().abs(), divisor);
    multiple *= below / greatest_common_divisor(multiple, below);
  }
  Primitive result;
  result.factor = divisor / multiple;
  if (polynomial.terms().front().coefficient.sign() < 0) result.factor = -result.factor;
  for (const Polynomial::Term& term : polynomial.terms()) {
    const auto small = (term.coefficient / result.factor).small();
    if (!small) return std::nullopt;
    result.whole.terms.push_back({term.leaves, small->numerator});
  }
  return result;
}

}  // namespace edustat::detail
