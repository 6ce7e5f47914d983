// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/coefficient_of_variation.hpp"

#include "edustat/error/error.hpp"
#include "edustat/number/rounding.hpp"

#include "analysis/pieces.hpp"
#include "analysis/sample_data.hpp"
#include "panel/memory.hpp"

#include <algorithm>
#include <cmath>

namespace edustat {
namespace {

/// Fills the terms of some units with the weight times the squared deviation of each, and gives
/// their sum.
detail::WideDouble take_squares(const detail::SampleData& data, const detail::Deviation& deviation,
                                const detail::Stretch& units, double* terms) {
  const detail::SampleKernel& kernel = detail::sample_kernel();
  const auto square = data.is_per ? kernel.square_per : kernel.square;
  detail::SampleBlock deviations;
  detail::WideSum sum;
  detail::for_blocks(data, units, [&](const detail::LoadedBlock& block) {
    deviation.take(block, deviations.data());
    sum.add(square(deviations.data(), block.weights, block.count, terms + block.begin));
  });
  return sum.total();
}

}  // namespace

CoefficientOfVariation::CoefficientOfVariation(Sample sample) : sample_(std::move(sample)) {
  const detail::SampleData& data = sample_.data();
  detail::require_mean(data);
  const std::size_t size = data.size();
  const std::shared_ptr<double[]> owner = detail::unset<double>(size);
  const detail::Deviation deviation(data);
  const auto parts = detail::by_pieces(size, [&](std::size_t begin, std::size_t end) {
    return take_squares(data, deviation, {begin, end}, owner.get());
  });
  const double total = detail::sum_of(parts).value();
  value_ = std::sqrt(total / data.weight.high) / data.mean.high;
  const double share = total > 0 ? 1 / total : 0;
  detail::sample_kernel().scale(owner.get(), size, share);
  contributions_ = owner;
}

std::strong_ordering CoefficientOfVariation::compare(const Rational& threshold) const {
  // Far more than the error of the value, far less than any printed place; of values that are
  // smaller still too many digits may be lost.
  constexpr double margin = 1e-10;
  if (threshold.sign() < 0) return std::strong_ordering::greater;
  const double near = threshold.to_double();
  const double difference = value_ - near;
  if (value_ + near > margin && std::abs(difference) > margin * (value_ + near)) {
    return difference > 0 ? std::strong_ordering::greater : std::strong_ordering::less;
  }
  return squared() <=> threshold * threshold;
}

Decimal CoefficientOfVariation::rounded(DecimalPlaces places) const {
  constexpr int most_places = 12;
  if (places.count() < 0 || places.count() > most_places) {
    throw LimitError(Fault{ErrorCode::places_out_of_range,
                           {std::to_string(places.count()), std::to_string(most_places)}});
  }
  const Rational unit = Rational(1) / Rational::power_of_ten(places.count());
  const Rational half = unit / 2;
  Rational result = round_to(detail::exact_rational(value_), places, Rounding::half_up).value();
  while (compare(result + half) >= 0) result += unit;
  while (result.sign() > 0 && compare(result - half) < 0) result -= unit;
  return {result, places};
}

double CoefficientOfVariation::distance(const Rational& threshold) const {
  return (threshold - detail::exact_rational(value_)).to_double();
}

}  // namespace edustat
