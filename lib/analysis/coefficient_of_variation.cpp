// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/coefficient_of_variation.hpp"

#include "edustat/error/error.hpp"
#include "edustat/number/rounding.hpp"

#include "analysis/sample_data.hpp"

#include <algorithm>
#include <cmath>

namespace edustat {
namespace {

using detail::sample_block_rows;

/// Weight times squared deviation of the rows of one block; `amounts` and `weights` are theirs.
class SquareTerms {
 public:
  explicit SquareTerms(const detail::SampleData& data) noexcept
      : data_(data), deviation_(data), mean_(data.mean) {}

  void take(std::size_t begin, std::size_t count, double* terms) const noexcept {
    detail::SampleBlock amounts;
    data_.amounts.load(begin, count, amounts.data());
    if (data_.is_per) return per(begin, count, amounts, terms);
    const bool is_plain = data_.amounts.lost.empty();
    if (data_.weights.form == detail::SampleColumn::Form::ones && is_plain) {
      for (std::size_t i = 0; i < count; ++i) {
        const double deviation = (amounts[i] - mean_.high) - mean_.low;
        terms[i] = deviation * deviation;
      }
      return;
    }
    detail::SampleBlock weights;
    data_.weights.load(begin, count, weights.data());
    for (std::size_t i = 0; i < count; ++i) {
      const double loss = is_plain ? 0 : data_.amounts.loss(begin + i);
      const double deviation = ((amounts[i] - mean_.high) - mean_.low) + loss;
      terms[i] = weights[i] * (deviation * deviation);
    }
  }

 private:
  void per(std::size_t begin, std::size_t count, const detail::SampleBlock& amounts,
           double* terms) const noexcept {
    detail::SampleBlock weights;
    data_.weights.load(begin, count, weights.data());
    if (deviation_.is_short()) {
      const double upper = deviation_.upper();
      const double lower = deviation_.lower();
      for (std::size_t i = 0; i < count; ++i) {
        const double deviation = (amounts[i] - weights[i] * upper) - weights[i] * lower;
        terms[i] = deviation * deviation / weights[i];
      }
      return;
    }
    for (std::size_t i = 0; i < count; ++i) {
      const double deviation = deviation_(begin + i, amounts[i], weights[i]);
      terms[i] = deviation * deviation / weights[i];
    }
  }

  const detail::SampleData& data_;
  detail::Deviation deviation_;
  detail::WideDouble mean_;
};

/// A sum of one block by eight partial sums, so that no number is added more than 19 times.
double block_sum(const double* terms, std::size_t count) noexcept {
  constexpr std::size_t lanes = 8;
  std::array<double, lanes> sums{};
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += terms[i + lane];
  }
  for (; i < count; ++i) sums[i % lanes] += terms[i];
  return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

}  // namespace

CoefficientOfVariation::CoefficientOfVariation(Sample sample) : sample_(std::move(sample)) {
  const detail::SampleData& data = sample_.data();
  detail::require_mean(data);
  const std::size_t size = data.size();
  const std::shared_ptr<double[]> owner(new double[size]);
  double* terms = owner.get();
  const SquareTerms squares(data);
  detail::WideSum sum;
  for (std::size_t begin = 0; begin < size; begin += sample_block_rows) {
    const std::size_t count = std::min(sample_block_rows, size - begin);
    squares.take(begin, count, terms + begin);
    sum.add(block_sum(terms + begin, count));
  }
  const double total = sum.total().value();
  value_ = std::sqrt(total / data.weight.high) / data.mean.high;
  const double share = total > 0 ? 1 / total : 0;
  for (std::size_t i = 0; i < size; ++i) terms[i] *= share;
  contributions_ = owner;
}

std::strong_ordering CoefficientOfVariation::compare(const Rational& threshold) const {
  // Far more than the error of the value, far less than any printed place.
  constexpr double margin = 1e-10;
  if (threshold.sign() < 0) return std::strong_ordering::greater;
  const double near = threshold.to_double();
  const double difference = value_ - near;
  if (std::abs(difference) > margin * (value_ + near)) {
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
