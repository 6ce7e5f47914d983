// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/dispersion.hpp"

#include "analysis/ascending.hpp"
#include "analysis/mean_difference.hpp"
#include "analysis/sample_data.hpp"
#include "number/wide.hpp"

#include <algorithm>
#include <bit>

namespace edustat {
namespace {

using detail::int128;
using detail::SampleColumn;
using detail::SampleData;
using detail::WideDouble;

// With c the weight so far, by ascending value, the unit itself included, w its own and a its
// amount, value times weight, the coefficient is sum a (2 c - w - W) / (W A).

bool fits(const SampleData& data) noexcept {
  if (!data.exact_weight || !data.exact_total) return false;
  constexpr int most_bits = 125;
  const auto bits = [](int128 value) {
    const detail::uint128 size = detail::magnitude(value);
    const auto upper = static_cast<std::uint64_t>(size >> 64U);
    return static_cast<int>(upper != 0 ? 64 + std::bit_width(upper)
                                       : std::bit_width(static_cast<std::uint64_t>(size)));
  };
  return bits(*data.exact_weight) + bits(*data.exact_total) < most_bits;
}

std::int64_t weight_in(const SampleData& data, std::size_t unit) noexcept {
  return data.weights.form == SampleColumn::Form::ones ? 1 : data.weights.wholes[unit];
}

/// For small whole values: the weight of each value stands at its number, and nothing is sorted.
int128 counted(const SampleData& data) {
  std::vector<std::int64_t> weights(static_cast<std::size_t>(data.amounts.largest) + 1);
  for (std::size_t unit = 0; unit < data.size(); ++unit) {
    weights[static_cast<std::size_t>(data.amounts.wholes[unit])] += weight_in(data, unit);
  }
  int128 sum = 0;
  int128 before = -*data.exact_weight;  // twice the weight so far, less W
  for (std::size_t value = 0; value < weights.size(); ++value) {
    if (weights[value] == 0) continue;
    before += weights[value];
    sum += static_cast<int128>(value) * weights[value] * before;
    before += weights[value];
  }
  return sum;
}

/// A unit's amount and weight side by side, since the order fetches them from anywhere.
struct HeldShare {
  std::int64_t amount;  ///< the value where `per` samples have the amount
  std::int64_t weight;
};

std::vector<HeldShare> held_by_units(const SampleData& data) {
  std::vector<HeldShare> units(data.size());
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    units[unit] = {data.amounts.wholes[unit], weight_in(data, unit)};
  }
  return units;
}

int128 sorted(const SampleData& data) {
  const std::vector<HeldShare> units = held_by_units(data);
  const bool is_narrow = *data.exact_weight < detail::whole_limit;
  int128 sum = 0;
  int128 before = -*data.exact_weight;
  for (const std::uint32_t unit : detail::ascending(data)) {
    const auto [amount, weight] = units[unit];
    before += weight;
    if (data.is_per && is_narrow) {
      sum += static_cast<int128>(amount) * static_cast<std::int64_t>(before);
    } else {
      sum += static_cast<int128>(amount) * (data.is_per ? 1 : weight) * before;
    }
    before += weight;
  }
  return sum;
}

/// True for small values that are counted and not sorted.
bool is_counted(const SampleData& data) noexcept {
  constexpr std::size_t largest_table = std::size_t{1} << 22;
  const auto largest = static_cast<std::size_t>(data.amounts.largest);
  return fits(data) && !data.is_per && largest < std::min(largest_table, 4 * data.size()) &&
         *data.exact_weight < detail::whole_limit;
}

Rational whole_gini(const SampleData& data) {
  return detail::to_rational(is_counted(data) ? counted(data) : sorted(data)) /
         (detail::to_rational(*data.exact_weight) * detail::to_rational(*data.exact_total));
}

/// As the sums above, with about 100 bits.
double wide_gini(const SampleData& data) {
  detail::WideSum sum;
  detail::WideSum before;
  before.add(-data.weight.high);
  before.add(-data.weight.low);
  const auto take = [&](const WideDouble& amount, const WideDouble& weight) {
    before.add(weight);
    const WideDouble at = before.total();
    WideDouble product = detail::two_product(amount.high, at.high);
    product.low += amount.high * at.low + amount.low * at.high;
    sum.add(product);
    before.add(weight);
    return true;
  };
  detail::take_in_order(data, detail::ascending(data), take);
  return divide(divide(sum.total(), data.weight), data.total).value();
}

}  // namespace

double gini(const Sample& sample) {
  const SampleData& data = sample.data();
  detail::require_no_negative(data);
  detail::require_mean(data);
  if (is_counted(data)) return whole_gini(data).to_double();
  if (!data.amounts.lost.empty() || !data.weights.lost.empty()) return wide_gini(data);
  return detail::difference_sum(data) / data.weight.high / data.total.high;
}

Rational exact_gini(const Sample& sample) {
  const SampleData& data = sample.data();
  detail::require_no_negative(data);
  detail::require_mean(data);
  if (fits(data)) return whole_gini(data);
  Rational sum = 0;
  const Rational weights = detail::weight_of(data);
  Rational before = -weights;
  for (const std::uint32_t unit : detail::ascending(data)) {
    const Rational weight = data.weights.unscaled(unit);
    Rational amount = data.amounts.unscaled(unit);
    if (!data.is_per) amount *= weight;
    sum += amount * (before + weight);
    before += weight + weight;
  }
  return sum / (weights * detail::total_of(data));
}

}  // namespace edustat
