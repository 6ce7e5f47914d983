// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/coefficient_of_variation.hpp"

#include "analysis/sample_data.hpp"
#include "number/wide.hpp"

#include <map>

namespace edustat {
namespace {

/// Adds numbers of about the same size to each other, so that few large ones are added.
Rational sum_of(std::vector<Rational> terms) {
  if (terms.empty()) return 0;
  while (terms.size() > 1) {
    const std::size_t half = (terms.size() + 1) / 2;
    for (std::size_t i = 0; i + half < terms.size(); ++i) terms[i] += terms[i + half];
    terms.resize(half);
  }
  return terms.front();
}

Rational weight_of(const detail::SampleData& data) {
  if (data.exact_weight) return detail::to_rational(*data.exact_weight);
  std::vector<Rational> terms;
  for (std::size_t unit = 0; unit < data.size(); ++unit) {
    terms.push_back(data.weights.unscaled(unit));
  }
  return sum_of(std::move(terms));
}

Rational total_of(const detail::SampleData& data) {
  if (data.exact_total) return detail::to_rational(*data.exact_total);
  std::vector<Rational> terms;
  for (std::size_t unit = 0; unit < data.size(); ++unit) {
    const Rational amount = data.amounts.unscaled(unit);
    terms.push_back(data.is_per ? amount : amount * data.weights.unscaled(unit));
  }
  return sum_of(std::move(terms));
}

/// The sum of weight times squared value. Those of equal weight are added first: their quotients
/// share a denominator.
Rational squares_of(const detail::SampleData& data) {
  std::map<Rational, Rational> by_weight;
  for (std::size_t unit = 0; unit < data.size(); ++unit) {
    const Rational amount = data.amounts.unscaled(unit);
    by_weight[data.weights.unscaled(unit)] += amount * amount;
  }
  std::vector<Rational> terms;
  for (const auto& [weight, squares] : by_weight) {
    terms.push_back(data.is_per ? squares / weight : squares * weight);
  }
  return sum_of(std::move(terms));
}

}  // namespace

Rational CoefficientOfVariation::squared() const {
  const detail::SampleData& data = sample_.data();
  const Rational total = total_of(data);
  return squares_of(data) * weight_of(data) / (total * total) - 1;
}

}  // namespace edustat
