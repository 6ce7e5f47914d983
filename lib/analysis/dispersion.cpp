// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/dispersion.hpp"

#include "edustat/error/error.hpp"

#include "analysis/entropy_term.hpp"
#include "analysis/pieces.hpp"
#include "analysis/sample_data.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace edustat {
namespace {

/// The weighted mean of what `term(ratio, excess)` gives for the value of each unit, one by one.
template <typename Term>
double mean_of_each(const detail::SampleData& data, const Term& term) {
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

using SumTerms = double (*)(const detail::Ratios&);

/// The weighted sum of terms of some units, by a kernel's loop.
detail::WideDouble sum_of_terms(const detail::SampleData& data, const detail::Deviation& deviation,
                                const detail::Stretch& units, SumTerms sum_terms) {
  const detail::SampleKernel& kernel = detail::sample_kernel();
  const double mean = data.mean.high;
  detail::SampleBlock last_weights{};
  detail::SampleBlock deviations;
  detail::SampleBlock ratios;
  detail::SampleBlock excesses{};
  ratios.fill(1);
  detail::WideSum sum;
  detail::for_blocks(data, units, [&](const detail::LoadedBlock& block) {
    const std::size_t count = block.count;
    const double* amounts = block.amounts;
    const double* weights = block.weights;
    deviation.take(block, deviations.data());
    if (data.is_per) {
      kernel.ratios_per(amounts, deviations.data(), weights, count, mean, ratios.data(),
                        excesses.data());
    } else {
      kernel.ratios(amounts, deviations.data(), count, mean, ratios.data(), excesses.data());
    }
    // What stands behind the last unit weighs nothing.
    if (count < last_weights.size()) {
      std::copy_n(weights, count, last_weights.data());
      weights = last_weights.data();
    }
    const std::size_t padded = (count + detail::lanes - 1) / detail::lanes * detail::lanes;
    sum.add(sum_terms({ratios.data(), excesses.data(), weights, padded}));
  });
  return sum.total();
}

double mean_of_blocks(const detail::SampleData& data, SumTerms sum_terms) {
  const detail::Deviation deviation(data);
  const auto parts = detail::by_pieces(data.size(), [&](std::size_t begin, std::size_t end) {
    return sum_of_terms(data, deviation, {begin, end}, sum_terms);
  });
  return detail::sum_of(parts).value() / data.weight.high;
}

/// Whether a value of 0 has a term that is a number.
enum class ZeroTerm : std::uint8_t { finite, infinite };

/// By blocks where there is a loop for the terms and every number is a plain double.
template <typename Term>
double mean_of(const Sample& sample, ZeroTerm of_zero, SumTerms sum_terms, const Term& term) {
  const detail::SampleData& data = sample.data();
  detail::require_no_negative(data);
  detail::require_mean(data);
  const bool is_plain = data.amounts.lost.empty() && data.weights.lost.empty();
  const bool is_finite =
      of_zero == ZeroTerm::finite || (!data.amounts.has_zero && data.amounts.is_calm);
  if (sum_terms != nullptr && is_plain && is_finite) return mean_of_blocks(data, sum_terms);
  return mean_of_each(data, term);
}

void require_within(std::string_view name, double value, double least, double most) {
  if (value >= least && value <= most) return;
  throw StructureError(Fault{ErrorCode::bad_value,
                             {std::string(name), std::to_string(value),
                              "[" + std::to_string(static_cast<int>(least)) + ", " +
                                  std::to_string(static_cast<int>(most)) + "]"}});
}

constexpr double largest_power = 64;

/// The loop for an alpha whose terms are quotients, as those of custom are.
SumTerms terms_of(double alpha) noexcept {
  const detail::SampleKernel& kernel = detail::sample_kernel();
  if (alpha == 2) return kernel.entropy_of_two;
  if (alpha == 0.5) return kernel.entropy_of_half;
  if (alpha == -1) return kernel.entropy_of_minus_one;
  return nullptr;
}

}  // namespace

double theil_t(const Sample& sample) {
  return mean_of(sample, ZeroTerm::finite, detail::sample_kernel().theil_t, detail::theil_t_term);
}

double theil_l(const Sample& sample) {
  return mean_of(sample, ZeroTerm::infinite, detail::sample_kernel().theil_l, detail::theil_l_term);
}

double generalised_entropy(const Sample& sample, double alpha) {
  require_within("alpha", alpha, -largest_power, largest_power);
  if (alpha == 0) return theil_l(sample);
  if (alpha == 1) return theil_t(sample);
  bool has_zero = false;
  const ZeroTerm of_zero = alpha > 0 ? ZeroTerm::finite : ZeroTerm::infinite;
  const double result = mean_of(sample, of_zero, terms_of(alpha), [&](double ratio, double excess) {
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
