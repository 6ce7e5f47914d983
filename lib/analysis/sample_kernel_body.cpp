// SPDX-License-Identifier: Apache-2.0
// Compiled as score_kernel_body.cpp is, and under the same rules.
#include "analysis/logarithm_lanes.hpp"
#include "analysis/sample_kernel.hpp"

#include <cstring>

namespace edustat::detail::EDUSTAT_INSTRUCTIONS {
namespace {

void look(const std::int64_t* cells, std::size_t count, WholesSeen& seen) {
  std::uint64_t any = 0;
  std::uint64_t any_below = 0;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto value = static_cast<std::uint64_t>(cells[i]);
    any |= value;
    any_below |= value - 1;
    sum += value;
  }
  seen.any |= any;
  seen.any_below |= any_below;
  seen.sum += sum;
}

/// Adds to a sum and what it lost. Source: as two_sum() of wide_double.hpp
inline void add_wide(const Group& value, Group& high, Group& low) {
  const Group sum = high + value;
  const Group part = sum - high;
  low += (high - (sum - part)) + (value - part);
  high = sum;
}

inline void survey_group(const double* cells, std::size_t place, DoublesSeen& seen) {
  Group value;
  Group smallest;
  Group largest;
  Group high;
  Group low;
  GroupBits bits;
  GroupBits seen_bits;
  std::memcpy(&value, cells, sizeof value);
  std::memcpy(&bits, cells, sizeof bits);
  std::memcpy(&smallest, seen.smallest + place, sizeof smallest);
  std::memcpy(&largest, seen.largest + place, sizeof largest);
  std::memcpy(&seen_bits, seen.bits + place, sizeof seen_bits);
  std::memcpy(&high, seen.high + place, sizeof high);
  std::memcpy(&low, seen.low + place, sizeof low);
  seen_bits |= bits;
  bits &= 0x7FFFFFFFFFFFFFFF;
  Group size;
  std::memcpy(&size, &bits, sizeof size);
  smallest = size < smallest ? size : smallest;
  largest = largest < size ? size : largest;
  add_wide(value, high, low);
  std::memcpy(seen.smallest + place, &smallest, sizeof smallest);
  std::memcpy(seen.largest + place, &largest, sizeof largest);
  std::memcpy(seen.bits + place, &seen_bits, sizeof seen_bits);
  std::memcpy(seen.high + place, &high, sizeof high);
  std::memcpy(seen.low + place, &low, sizeof low);
}

void survey(const double* cells, std::size_t count, DoublesSeen& seen) {
  DoublesSeen local = seen;
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    for (std::size_t place = 0; place < lanes; place += group) {
      survey_group(cells + i + place, place, local);
    }
  }
  // The last cells one by one, in the first lane.
  for (; i < count; ++i) {
    DoublesSeen other = local;
    double rest[group];
    for (double& cell : rest) cell = cells[i];
    survey_group(rest, 0, other);
    local.smallest[0] = other.smallest[0];
    local.largest[0] = other.largest[0];
    local.bits[0] = other.bits[0];
    local.high[0] = other.high[0];
    local.low[0] = other.low[0];
  }
  seen = local;
}

bool has_nan(const double* cells, std::size_t count) {
  std::uint64_t any = 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t bits;
    std::memcpy(&bits, cells + i, sizeof bits);
    // Negative where the bits without the sign are above those of infinity.
    any |= 0x7FF0000000000000 - (bits & 0x7FFFFFFFFFFFFFFF);
  }
  return static_cast<std::int64_t>(any) < 0;
}

/// The upper 26 bits. Source: as upper_half() of wide_double.hpp
inline void take_upper(const Group& value, Group& upper) {
  const Group spread = value * 134217729.0;  // 2^27 + 1
  upper = spread - (spread - value);
}

inline void add_product(const double* left, const double* right, std::size_t place,
                        ProductSums& sums) {
  Group a;
  Group b;
  Group high;
  Group low;
  Group lost;
  std::memcpy(&a, left, sizeof a);
  std::memcpy(&b, right, sizeof b);
  std::memcpy(&high, sums.high + place, sizeof high);
  std::memcpy(&low, sums.low + place, sizeof low);
  std::memcpy(&lost, sums.lost + place, sizeof lost);
  Group a_upper;
  Group b_upper;
  take_upper(a, a_upper);
  take_upper(b, b_upper);
  const Group a_lower = a - a_upper;
  const Group b_lower = b - b_upper;
  const Group product = a * b;
  lost +=
      ((a_upper * b_upper - product) + a_upper * b_lower + a_lower * b_upper) + a_lower * b_lower;
  add_wide(product, high, low);
  std::memcpy(sums.high + place, &high, sizeof high);
  std::memcpy(sums.low + place, &low, sizeof low);
  std::memcpy(sums.lost + place, &lost, sizeof lost);
}

void add_products(const double* left, const double* right, std::size_t count, ProductSums& sums) {
  ProductSums local = sums;
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    for (std::size_t place = 0; place < lanes; place += group) {
      add_product(left + i + place, right + i + place, place, local);
    }
  }
  for (; i < count; ++i) {
    const double a[group] = {left[i]};
    const double b[group] = {right[i]};
    add_product(a, b, 0, local);
  }
  sums = local;
}

void load(const std::int64_t* wholes, std::size_t count, double* __restrict block) {
  // They are put into the fraction of 2^52 and it is taken off again, because not every machine
  // converts several numbers at once.
  constexpr double base = 4503599627370496;  // 2^52
  constexpr std::uint64_t base_bits = 0x4330000000000000;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t bits = base_bits | static_cast<std::uint64_t>(wholes[i]);
    double value;
    std::memcpy(&value, &bits, sizeof value);
    block[i] = value - base;
  }
}

void scale(double* values, std::size_t count, double factor) {
  for (std::size_t i = 0; i < count; ++i) values[i] *= factor;
}

void deviate(const double* values, std::size_t count, const MeanParts& mean,
             double* __restrict deviations) {
  const double high = mean.high;
  const double low = mean.low;
  for (std::size_t i = 0; i < count; ++i) deviations[i] = (values[i] - high) - low;
}

void deviate_per(const double* amounts, const double* weights, std::size_t count,
                 const MeanParts& mean, double* __restrict deviations) {
  const double upper = mean.upper;
  const double lower = mean.lower;
  for (std::size_t i = 0; i < count; ++i) {
    deviations[i] = (amounts[i] - weights[i] * upper) - weights[i] * lower;
  }
}

/// Fills terms with term(i), and gives their sum: by eight partial sums, in a written order.
template <typename Term>
inline double filled(std::size_t count, double* __restrict terms, const Term& term) {
  double sums[lanes] = {};
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      terms[i + lane] = term(i + lane);
      sums[lane] += terms[i + lane];
    }
  }
  for (; i < count; ++i) {
    terms[i] = term(i);
    sums[i % lanes] += terms[i];
  }
  return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

double square(const double* deviations, const double* weights, std::size_t count, double* terms) {
  return filled(count, terms,
                [=](std::size_t i) { return weights[i] * (deviations[i] * deviations[i]); });
}

double square_per(const double* deviations, const double* weights, std::size_t count,
                  double* terms) {
  return filled(count, terms,
                [=](std::size_t i) { return deviations[i] * deviations[i] / weights[i]; });
}

void ratios(const double* values, const double* deviations, std::size_t count, double mean,
            double* __restrict over_mean, double* __restrict excesses) {
  const double inverse = 1 / mean;
  for (std::size_t i = 0; i < count; ++i) {
    over_mean[i] = values[i] * inverse;
    excesses[i] = deviations[i] * inverse;
  }
}

void ratios_per(const double* amounts, const double* deviations, const double* weights,
                std::size_t count, double mean, double* __restrict over_mean,
                double* __restrict excesses) {
  for (std::size_t i = 0; i < count; ++i) {
    const double inverse = 1 / (weights[i] * mean);
    over_mean[i] = amounts[i] * inverse;
    excesses[i] = deviations[i] * inverse;
  }
}

/// The sum of weight times what `take(ratio, excess, term)` gives.
template <typename Take>
inline double summed(const Ratios& units, const Take& take) {
  Groups sums = {};
  for (std::size_t i = 0; i < units.count; i += lanes) {
    for (std::size_t side = 0; side < lanes / group; ++side) {
      Group ratio;
      Group excess;
      Group weight;
      Group term;
      std::memcpy(&ratio, units.ratios + i + side * group, sizeof ratio);
      std::memcpy(&excess, units.excesses + i + side * group, sizeof excess);
      std::memcpy(&weight, units.weights + i + side * group, sizeof weight);
      take(ratio, excess, term);
      sums[side] += weight * term;
    }
  }
  return total(sums);
}

double theil_t(const Ratios& units) {
  return summed(units, [](const Group& ratio, const Group& excess, Group& term) {
    take_divergence(ratio, excess, term);
  });
}

double theil_l(const Ratios& units) {
  return summed(units, [](const Group& ratio, const Group& excess, Group& term) {
    take_shortfall(ratio, excess, term);
  });
}

// With r the ratio and e = r - 1: (r^2 - 1 - 2 e) / 2, -4 (sqrt(r) - 1 - e / 2) and
// (1 / r - 1 + e) / 2 as quotients in which nothing cancels.

double entropy_of_two(const Ratios& units) {
  return summed(
      units, [](const Group&, const Group& excess, Group& term) { term = excess * excess * 0.5; });
}

double entropy_of_half(const Ratios& units) {
  return summed(units, [](const Group& ratio, const Group& excess, Group& term) {
    Group root;
    for (std::size_t i = 0; i < group; ++i) root[i] = __builtin_sqrt(ratio[i]);
    const Group below = root + 1.0;
    term = excess / below;
    term *= 2.0 * term;
  });
}

double entropy_of_minus_one(const Ratios& units) {
  return summed(units, [](const Group& ratio, const Group& excess, Group& term) {
    term = excess * excess / ratio * 0.5;
  });
}

}  // namespace

extern const SampleKernel sample_kernel;
const SampleKernel sample_kernel{look,
                                 survey,
                                 has_nan,
                                 add_products,
                                 load,
                                 scale,
                                 deviate,
                                 deviate_per,
                                 square,
                                 square_per,
                                 ratios,
                                 ratios_per,
                                 theil_t,
                                 theil_l,
                                 entropy_of_two,
                                 entropy_of_half,
                                 entropy_of_minus_one};

}  // namespace edustat::detail::EDUSTAT_INSTRUCTIONS
