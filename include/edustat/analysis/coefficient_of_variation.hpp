// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/sample.hpp"
#include "edustat/number/decimal.hpp"
#include "edustat/number/rational.hpp"

#include <compare>
#include <cstddef>
#include <memory>
#include <span>

namespace edustat {

/// 差异系数: the weighted standard deviation over the weighted mean, with what each unit
/// contributes.
///
/// The standard deviation is that of the units at hand: no n - 1. Between schools the weights are
/// the pupils and the mean is the county's sum over the county's pupils: Sample::per().
/// @source the formula of the supervision of basically balanced compulsory education, S / X with
/// S = sqrt(sum (n_i / N) (x_i - X)^2), n_i the pupils of school i (教督〔2012〕3号)
class CoefficientOfVariation {
 public:
  /// Negative values are allowed, as long as the mean is above 0.
  /// @throws StructureError (undefined_dispersion) for a mean of 0 or less, or weights of 0
  explicit CoefficientOfVariation(Sample sample);

  /// The coefficient. Its relative error is at most 2e-15 where it is above 1e-10 (measured: see
  /// the guide); a threshold is met or not by compare(), never by this number.
  [[nodiscard]] double value() const noexcept { return value_; }
  /// The square, exactly. Takes long for many units of different weights in a `per` sample:
  /// compare() needs it only at the very threshold.
  [[nodiscard]] Rational squared() const;
  /// The mean, exactly.
  [[nodiscard]] Rational mean() const { return sample_.mean(); }
  /// The share of each unit in the square of the coefficient; they add to 1, or are all 0.
  [[nodiscard]] std::span<const double> contributions() const noexcept {
    return {contributions_.get(), sample_.size()};
  }
  /// The units.
  [[nodiscard]] const Sample& sample() const noexcept { return sample_; }

  /// The coefficient against a threshold, exactly (全数值比较法).
  [[nodiscard]] std::strong_ordering compare(const Rational& threshold) const;
  /// The coefficient rounded once, half up, exactly: what a report prints.
  /// @throws LimitError for places outside [0, 12]
  [[nodiscard]] Decimal rounded(DecimalPlaces places) const;
  /// Threshold minus coefficient: below 0 where it is passed. Not the test itself.
  [[nodiscard]] double distance(const Rational& threshold) const;

 private:
  Sample sample_;
  std::shared_ptr<const double[]> contributions_;
  double value_ = 0;
};

}  // namespace edustat
