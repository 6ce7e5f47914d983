// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/sample.hpp"

#include "analysis/sample_kernel.hpp"
#include "analysis/wide_double.hpp"
#include "number/int128.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace edustat::detail {

/// Rows that a kernel takes at a time; the sums of whole numbers of 53 bits over so many fit int64.
inline constexpr std::size_t sample_block_rows = 128;
/// The largest whole number up to which every whole number is a double.
inline constexpr std::int64_t whole_limit = std::int64_t{1} << 53;

using SampleBlock = std::array<double, sample_block_rows>;

/// A column in the form in which it is worked on; a value is what stands there times `scale`.
///
/// Whole numbers up to whole_limit stand as int64, everything else as double with what the double
/// lost beside it where it lost something, and then also exactly.
struct SampleColumn {
  enum class Form : std::uint8_t { ones, wholes, doubles };

  Form form = Form::ones;
  std::size_t size = 0;
  std::span<const std::int64_t> wholes{};
  std::span<const double> doubles{};
  std::vector<double> lost{};     ///< what the doubles lost, or empty
  std::vector<Rational> exact{};  ///< the numbers where the doubles lost something, or empty
  Rational scale = 1;
  std::int64_t largest = 1;  ///< of the absolute values of wholes
  bool has_negative = false;
  bool has_zero = false;
  bool is_calm = true;      ///< no double is so near to 0 that what is made of it loses digits
  int128 sum = 0;           ///< of wholes
  WideDouble double_sum{};  ///< of doubles that lost nothing
  std::vector<std::int64_t> own_wholes{};
  std::vector<double> own_doubles{};
  std::shared_ptr<const void> owner{};  ///< of borrowed cells

  /// Rows from `begin` as doubles: where they lie, or put into `block`.
  [[nodiscard]] const double* load(std::size_t begin, std::size_t count,
                                   SampleBlock& block) const noexcept;
  [[nodiscard]] double loss(std::size_t row) const noexcept { return lost.empty() ? 0 : lost[row]; }
  /// The double in a row.
  [[nodiscard]] double high(std::size_t row) const noexcept {
    if (form == Form::ones) return 1;
    return form == Form::doubles ? doubles[row] : static_cast<double>(wholes[row]);
  }
  /// The number in a row without the scale.
  [[nodiscard]] Rational unscaled(std::size_t row) const;
};

/// The number that a double is.
[[nodiscard]] Rational exact_rational(double value);
/// The rows of doubles that are no numbers.
[[nodiscard]] std::vector<std::size_t> nan_rows(std::span<const double> cells);
/// The rows that count. @throws ParseError (not_finite), LimitError
[[nodiscard]] SampleColumn sample_column_of(const Numbers& numbers,
                                            const std::vector<std::size_t>& left_out);

/// What Sample holds. In `per` samples amounts are values times weights.
struct SampleData {
  bool is_per = false;
  SampleColumn amounts;  ///< values, or amounts of a `per` sample
  SampleColumn weights;
  std::vector<std::size_t> left_out{};
  std::string name;

  std::optional<int128> exact_weight{};  ///< the sum of the weights, where all numbers are whole
  std::optional<int128> exact_total{};   ///< of the amounts; of values times weights
  WideDouble weight{};                   ///< the same sums
  WideDouble total{};
  WideDouble mean{};

  [[nodiscard]] std::size_t size() const noexcept { return amounts.size; }
  /// Weight of a unit.
  [[nodiscard]] WideDouble weight_at(std::size_t unit) const noexcept {
    return {weights.high(unit), weights.loss(unit)};
  }
  /// Value times weight of a unit.
  [[nodiscard]] WideDouble amount_at(std::size_t unit) const noexcept {
    return amount_of(unit, amounts.high(unit), weight_at(unit));
  }
  /// The same where the double of its amount and its weight are at hand.
  [[nodiscard]] WideDouble amount_of(std::size_t unit, double amount,
                                     const WideDouble& weighing) const noexcept {
    const double lost = amounts.loss(unit);
    if (is_per || weights.form == SampleColumn::Form::ones) return {amount, lost};
    WideDouble product = two_product(amount, weighing.high);
    product.low += amount * weighing.low + lost * weighing.high;
    return product;
  }
  /// True where all is whole numbers.
  [[nodiscard]] bool is_whole() const noexcept {
    return amounts.form != SampleColumn::Form::doubles &&
           weights.form != SampleColumn::Form::doubles;
  }
};

/// Units one after the other, of which every `step`-th block is looked at.
struct Stretch {
  std::size_t begin;
  std::size_t end;
  std::size_t step = 1;
};

/// Units that a kernel takes at a time, as doubles; `begin` is the number of the first.
struct LoadedBlock {
  std::size_t begin;
  std::size_t count;
  const double* amounts;
  const double* weights;
};

/// Calls `take(block)` for blocks of units.
template <typename Take>
void for_blocks(const SampleData& data, const Stretch& units, const Take& take) {
  SampleBlock amounts;
  SampleBlock weights;
  const std::size_t step = units.step * sample_block_rows;
  for (std::size_t begin = units.begin; begin < units.end; begin += step) {
    const std::size_t count = std::min(sample_block_rows, units.end - begin);
    take(LoadedBlock{begin, count, data.amounts.load(begin, count, amounts),
                     data.weights.load(begin, count, weights)});
  }
}

/// Fills in the sums.
void sum_up(SampleData& data);
/// A sum of numbers of about the same size: few large ones are added.
[[nodiscard]] Rational sum_of(std::vector<Rational> terms);
/// The sum of the weights, exactly, without their scale.
[[nodiscard]] Rational weight_of(const SampleData& data);
/// The sum of values times weights, exactly, without the scales.
[[nodiscard]] Rational total_of(const SampleData& data);

/// Value minus mean, times the weight in a `per` sample, with the error of a few units in its own
/// last place.
class Deviation {
 public:
  explicit Deviation(const SampleData& data) noexcept : Deviation(data, data.mean) {}
  /// From another mean, as that of a group.
  Deviation(const SampleData& data, const WideDouble& mean) noexcept;
  /// For row `row` whose amount and weight are at hand.
  [[nodiscard]] double operator()(std::size_t row, double amount, double weight) const noexcept {
    if (!is_per_) return ((amount - mean_.high) - mean_.low) + amounts_->loss(row);
    if (is_short_) return (amount - weight * upper_) - weight * lower_;
    const WideDouble product = two_product(weight, mean_.high);
    const double rest = product.low + weight * mean_.low + weights_->loss(row) * mean_.high;
    return ((amount - product.high) - rest) + amounts_->loss(row);
  }
  /// The same for a block.
  void take(const LoadedBlock& block, double* deviations) const noexcept;

 private:
  const SampleColumn* amounts_;
  const SampleColumn* weights_;
  WideDouble mean_;
  double upper_;
  double lower_;
  bool is_per_;
  bool is_short_;  ///< the weight times either part of the mean is exact, or its error no matter
};

/// @throws StructureError (undefined_dispersion) unless the mean is above 0
void require_mean(const SampleData& data);
/// @throws StructureError (negative_value) with the row
void require_no_negative(const SampleData& data);

}  // namespace edustat::detail
