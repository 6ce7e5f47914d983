// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/coefficient_of_variation.hpp"

#include "analysis/sample_data.hpp"

#include <map>

namespace edustat {
namespace {

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
  return detail::sum_of(std::move(terms));
}

}  // namespace

Rational CoefficientOfVariation::squared() const {
  const detail::SampleData& data = sample_.data();
  const Rational total = detail::total_of(data);
  return squares_of(data) * detail::weight_of(data) / (total * total) - 1;
}

}  // namespace edustat
