// SPDX-License-Identifier: Apache-2.0
#include "analysis/pieces.hpp"
#include "analysis/sample_data.hpp"
#include "number/wide.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace edustat::detail {
namespace {

std::int64_t largest_of(const SampleColumn& column) noexcept {
  return column.form == SampleColumn::Form::ones ? 1 : column.largest;
}

/// The sum of products; sum_whole() sees to it that 128 bits hold it.
int128 product_sum(std::span<const std::int64_t> left,
                   std::span<const std::int64_t> right) noexcept {
  int128 total = 0;
  for (std::size_t i = 0; i < left.size(); ++i) total += static_cast<int128>(left[i]) * right[i];
  return total;
}

/// As product_sum(), where a block's products fit int64.
int128 short_product_sum(std::span<const std::int64_t> left, std::span<const std::int64_t> right) {
  const auto parts = by_pieces(left.size(), [&](std::size_t first, std::size_t last) {
    int128 total = 0;
    for (std::size_t begin = first; begin < last; begin += sample_block_rows) {
      const std::size_t end = std::min(begin + sample_block_rows, last);
      std::int64_t part = 0;
      for (std::size_t i = begin; i < end; ++i) part += left[i] * right[i];
      total += part;
    }
    return total;
  });
  return std::accumulate(parts.begin(), parts.end(), int128{0});
}

WideDouble wide_of(int128 value) noexcept {
  const auto high = static_cast<double>(value);
  return {high, static_cast<double>(value - static_cast<int128>(high))};
}

void sum_whole(SampleData& data) {
  const bool is_counted = data.weights.form == SampleColumn::Form::ones;
  data.exact_weight = is_counted ? static_cast<int128>(data.size()) : data.weights.sum;
  if (data.is_per || is_counted) {
    data.exact_total = data.amounts.sum;
  } else {
    constexpr int128 limit = std::numeric_limits<std::int64_t>::max();
    const int128 largest = static_cast<int128>(data.amounts.largest) * data.weights.largest *
                           int128{sample_block_rows};
    const bool is_short = largest <= limit;
    // Products of 106 bits: 2^20 of them are below 2^127; fewer than 2^45 fit where 81 are enough.
    if (data.size() > (std::size_t{1} << 20) && largest > (int128{1} << 80)) return;
    data.exact_total = is_short ? short_product_sum(data.amounts.wholes, data.weights.wholes)
                                : product_sum(data.amounts.wholes, data.weights.wholes);
  }
  data.weight = wide_of(*data.exact_weight);
  data.total = wide_of(*data.exact_total);
}

/// The sum of a column whose doubles lost nothing.
WideDouble column_sum(const SampleColumn& column) noexcept {
  if (column.form == SampleColumn::Form::ones) return {static_cast<double>(column.size), 0};
  return column.form == SampleColumn::Form::wholes ? wide_of(column.sum) : column.double_sum;
}

/// The sum of the products of two such columns.
WideDouble column_product_sum(const SampleColumn& left, const SampleColumn& right) {
  const auto parts = by_pieces(left.size, [&](std::size_t first, std::size_t last) {
    ProductSums sums{};
    SampleBlock lefts;
    SampleBlock rights;
    for (std::size_t begin = first; begin < last; begin += sample_block_rows) {
      const std::size_t count = std::min(sample_block_rows, last - begin);
      sample_kernel().add_products(left.load(begin, count, lefts), right.load(begin, count, rights),
                                   count, sums);
    }
    WideSum sum;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      sum.add({sums.high[lane], sums.low[lane] + sums.lost[lane]});
    }
    return sum.total();
  });
  return sum_of(parts);
}

void sum_doubles(SampleData& data) {
  if (data.amounts.lost.empty() && data.weights.lost.empty()) {
    const bool is_counted = data.weights.form == SampleColumn::Form::ones;
    data.weight = column_sum(data.weights);
    data.total = data.is_per || is_counted ? column_sum(data.amounts)
                                           : column_product_sum(data.amounts, data.weights);
    return;
  }
  WideSum weight;
  WideSum total;
  for (std::size_t unit = 0; unit < data.size(); ++unit) {
    weight.add(data.weight_at(unit));
    total.add(data.amount_at(unit));
  }
  data.weight = weight.total();
  data.total = total.total();
}

}  // namespace

void sum_up(SampleData& data) {
  if (data.is_whole()) sum_whole(data);
  if (!data.exact_total) sum_doubles(data);
  if (data.weight.high > 0) data.mean = divide(data.total, data.weight);
}

Rational sum_of(std::vector<Rational> terms) {
  if (terms.empty()) return 0;
  while (terms.size() > 1) {
    const std::size_t half = (terms.size() + 1) / 2;
    for (std::size_t i = 0; i + half < terms.size(); ++i) terms[i] += terms[i + half];
    terms.resize(half);
  }
  return terms.front();
}

Rational weight_of(const SampleData& data) {
  if (data.exact_weight) return to_rational(*data.exact_weight);
  std::vector<Rational> terms;
  for (std::size_t unit = 0; unit < data.size(); ++unit) {
    terms.push_back(data.weights.unscaled(unit));
  }
  return sum_of(std::move(terms));
}

Rational total_of(const SampleData& data) {
  if (data.exact_total) return to_rational(*data.exact_total);
  std::vector<Rational> terms;
  for (std::size_t unit = 0; unit < data.size(); ++unit) {
    const Rational amount = data.amounts.unscaled(unit);
    terms.push_back(data.is_per ? amount : amount * data.weights.unscaled(unit));
  }
  return sum_of(std::move(terms));
}

Deviation::Deviation(const SampleData& data, const WideDouble& mean) noexcept
    : amounts_(&data.amounts),
      weights_(&data.weights),
      mean_(mean),
      upper_(upper_half(mean.high)),
      lower_((mean.high - upper_) + mean.low),
      is_per_(data.is_per),
      is_short_(data.is_whole() && largest_of(data.weights) <= (std::int64_t{1} << 26)) {}

void Deviation::take(const LoadedBlock& block, double* deviations) const noexcept {
  const auto& [begin, count, amounts, weights] = block;
  const MeanParts mean{mean_.high, mean_.low, upper_, lower_};
  if (is_per_ && is_short_) {
    sample_kernel().deviate_per(amounts, weights, count, mean, deviations);
  } else if (!is_per_ && amounts_->lost.empty()) {
    sample_kernel().deviate(amounts, count, mean, deviations);
  } else {
    for (std::size_t i = 0; i < count; ++i) {
      deviations[i] = (*this)(begin + i, amounts[i], weights[i]);
    }
  }
}

}  // namespace edustat::detail
