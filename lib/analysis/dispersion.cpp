// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/dispersion.hpp"

#include "edustat/error/error.hpp"

#include "analysis/entropy_term.hpp"
#include "analysis/sample_data.hpp"

#include <cmath>
#include <string>

namespace edustat {
namespace {

/// The weighted mean of what `term(ratio, excess)` gives for the value of each unit.
template <typename Term>
double mean_of(const Sample& sample, const Term& term) {
  const detail::SampleData& data = sample.data();
  detail::require_no_negative(data);
  detail::require_mean(data);
  const detail::Deviation deviation(data);
  const double mean = data.mean.high;
  detail::WideSum sum;
  for (std::size_t unit = 0; unit < data.size(); ++unit) {
    const double amount = data.amounts.high(unit);
    const double weight = data.weights.high(unit);
    if (weight == 0) continue;
    const double one = data.is_per ? weight * mean : mean;  // what a ratio of 1 would be
    const double result = term(amount / one, deviation(unit, amount, weight) / one);
    if (std::isinf(result)) return result;
    sum.add_product(weight, result);
  }
  return sum.total().value() / data.weight.high;
}

void require_within(std::string_view name, double value, double least, double most) {
  if (value >= least && value <= most) return;
  throw StructureError(Fault{ErrorCode::bad_value,
                             {std::string(name), std::to_string(value),
                              "[" + std::to_string(static_cast<int>(least)) + ", " +
                                  std::to_string(static_cast<int>(most)) + "]"}});
}

constexpr double largest_power = 64;

}  // namespace

double theil_t(const Sample& sample) {
  return mean_of(sample, detail::theil_t_term);
}

double theil_l(const Sample& sample) {
  return mean_of(sample, detail::theil_l_term);
}

double generalised_entropy(const Sample& sample, double alpha) {
  require_within("alpha", alpha, -largest_power, largest_power);
  if (alpha == 0) return theil_l(sample);
  if (alpha == 1) return theil_t(sample);
  bool has_zero = false;
  const double result = mean_of(sample, [&](double ratio, double excess) {
    has_zero = has_zero || ratio == 0;
    return detail::entropy_term(ratio, excess, alpha);
  });
  if (std::isinf(result) && !(has_zero && alpha < 0)) {
    throw LimitError(
        Fault{ErrorCode::number_too_large, {"generalised_entropy(values, alpha)", "10^308"}});
  }
  return result;
}

double atkinson(const Sample& sample, double epsilon) {
  require_within("epsilon", epsilon, 0, largest_power);
  if (epsilon == 1) return -std::expm1(-theil_l(sample));
  const double power = 1 - epsilon;
  // The mean of the ratio to the power, less 1.
  const double beyond = -power * epsilon * generalised_entropy(sample, power);
  if (std::isinf(beyond)) return 1;
  return -std::expm1(std::log1p(beyond) / power);
}

std::string_view name_of(TheilMeasure measure) noexcept {
  return measure == TheilMeasure::t ? "t" : "l";
}

}  // namespace edustat
