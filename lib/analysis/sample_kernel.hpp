// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/score_kernel.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace edustat::detail {

/// What a look at whole numbers tells.
struct WholesSeen {
  std::uint64_t any = 0;        ///< the bits of all
  std::uint64_t any_below = 0;  ///< the bits of all less 1: has a sign where a number is 0
  std::uint64_t sum = 0;        ///< modulo 2^64
};

/// What a look at doubles tells, in each lane.
struct DoublesSeen {
  double smallest[lanes];  ///< of the absolute values
  double largest[lanes];   ///< of the absolute values
  std::uint64_t bits[lanes];
  double high[lanes];  ///< the sum, not finite where a number is not
  double low[lanes];   ///< what its additions lost
};

/// The sums of products in each lane: of their leading parts, of what the additions lost, and of
/// what the products lost.
struct ProductSums {
  double high[lanes];
  double low[lanes];
  double lost[lanes];
};

/// A mean as a sum of two doubles, and its leading part cut so that it times a whole number of 26
/// bits is exact.
struct MeanParts {
  double high;
  double low;
  double upper;
  double lower;  ///< the mean less `upper`
};

/// Units side by side: their value over the mean, that less 1, and their weight.
struct Ratios {
  const double* ratios;
  const double* excesses;
  const double* weights;
  std::size_t count;  ///< a multiple of `lanes`
};

/// What the loops of one instruction set do with the columns of a sample. All give the same bytes,
/// as in ScoreKernel.
struct SampleKernel {
  void (*look)(const std::int64_t* cells, std::size_t count, WholesSeen& seen);
  void (*survey)(const double* cells, std::size_t count, DoublesSeen& seen);
  bool (*has_nan)(const double* cells, std::size_t count);
  /// Adds the products of two columns.
  void (*add_products)(const double* left, const double* right, std::size_t count,
                       ProductSums& sums);
  /// Whole numbers of 0 to 2^52 as doubles.
  void (*load)(const std::int64_t* wholes, std::size_t count, double* block);
  void (*scale)(double* values, std::size_t count, double factor);
  /// Values less the mean.
  void (*deviate)(const double* values, std::size_t count, const MeanParts& mean,
                  double* deviations);
  /// Amounts less the mean times weights; whole numbers, weights of at most 26 bits.
  void (*deviate_per)(const double* amounts, const double* weights, std::size_t count,
                      const MeanParts& mean, double* deviations);
  /// Weight times squared deviation, and their sum.
  double (*square)(const double* deviations, const double* weights, std::size_t count,
                   double* terms);
  /// Squared deviation over weight, and their sum.
  double (*square_per)(const double* deviations, const double* weights, std::size_t count,
                       double* terms);
  /// Values and deviations over the mean.
  void (*ratios)(const double* values, const double* deviations, std::size_t count, double mean,
                 double* ratios, double* excesses);
  /// Amounts and deviations over weight and mean.
  void (*ratios_per)(const double* amounts, const double* deviations, const double* weights,
                     std::size_t count, double mean, double* ratios, double* excesses);
  /// The sums of weight times theil_t_term(), within 12 units of the last place each.
  double (*theil_t)(const Ratios& units);
  /// The same with theil_l_term(); no ratio is 0.
  double (*theil_l)(const Ratios& units);
  /// The same with entropy_term() for alpha 2, 1/2 and -1, where it is a quotient: no ratio is 0
  /// for -1.
  double (*entropy_of_two)(const Ratios& units);
  double (*entropy_of_half)(const Ratios& units);
  double (*entropy_of_minus_one)(const Ratios& units);
};

/// Every kernel that this machine can run, the fastest first.
[[nodiscard]] std::vector<const SampleKernel*> sample_kernels();
/// The fastest.
[[nodiscard]] const SampleKernel& sample_kernel();

}  // namespace edustat::detail
