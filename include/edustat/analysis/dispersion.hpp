// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/sample.hpp"
#include "edustat/number/rational.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace edustat {

/// @name Measures of dispersion
///
/// All are of values of at least 0 with a mean above 0, weighted as the sample says, of the units
/// at hand (no n - 1), and depend neither on the unit of the values nor on that of the weights.
/// Where a value of 0 has no logarithm the limit is meant: 0 ln 0 = 0, and what grows without bound
/// is infinity. The relative error, measured against 50 digits, is at most 1e-14 also for values
/// that hardly differ: nothing is taken from 1 or from a mean. Columns of hundreds of thousands of
/// units are shared out among the processors, and give the same bytes for any number of them.
///
/// All throw StructureError: negative_value with the row, undefined_dispersion for a mean of 0.
/// @{

/// The Gini coefficient, 0 to 1: half the mean difference over the mean. Of few units it stays
/// below 1: multiply by n / (n - 1) for the corrected one.
[[nodiscard]] double gini(const Sample& sample);
/// The same, exactly.
[[nodiscard]] Rational exact_gini(const Sample& sample);

/// Theil's T: the weighted mean of (x / mean) ln(x / mean).
/// @source H. Theil, Economics and Information Theory (1967)
[[nodiscard]] double theil_t(const Sample& sample);

/// Theil's L, the mean logarithmic deviation: the weighted mean of ln(mean / x); infinite where a
/// value is 0.
[[nodiscard]] double theil_l(const Sample& sample);

/// Atkinson's index, 0 to 1: 1 less the mean of the power 1 - epsilon, over the mean; for epsilon
/// 1 the geometric mean. With a value of 0 and epsilon of at least 1 it is 1.
/// @throws StructureError (bad_value) for an epsilon outside [0, 64]; LimitError where no double is
/// as large as the mean power
/// @source A. B. Atkinson, On the measurement of inequality, Journal of Economic Theory 2 (1970)
[[nodiscard]] double atkinson(const Sample& sample, double epsilon);

/// The generalised entropy index: the mean of ((x / mean)^alpha - 1) / (alpha (alpha - 1)); for
/// alpha 1 Theil's T, for 0 Theil's L; 2 gives half the square of the coefficient of variation.
/// Infinite where a value is 0 and alpha is at most 0.
/// @throws StructureError (bad_value) for an alpha outside [-64, 64]; LimitError where no double
/// is as large as the index
[[nodiscard]] double generalised_entropy(const Sample& sample, double alpha);

/// What the units with the highest values hold over what those with the lowest hold: `top` and
/// `bottom` are shares of the weight, 1/5 each by custom, 1/10 and 2/5 for the Palma ratio. A unit
/// on the border counts in part. Infinite where the lowest hold nothing.
/// @throws StructureError (bad_value) for a share outside (0, 1]
[[nodiscard]] double ratio_of_shares(const Sample& sample, const Rational& top,
                                     const Rational& bottom);

/// A Lorenz curve: what the units with the lowest values hold, from (0, 0) to (1, 1), with a point
/// after each unit. Copies share their content.
struct LorenzCurve {
  std::span<const double> weights{};    ///< share of the weight of the units so far
  std::span<const double> amounts{};    ///< share of the total that they hold
  std::shared_ptr<const void> owner{};  ///< of both
};

/// The Lorenz curve of the units by ascending value.
[[nodiscard]] LorenzCurve lorenz(const Sample& sample);

/// Which of Theil's measures is taken apart.
enum class TheilMeasure : std::uint8_t {
  t,  ///< groups weigh by their share of the total
  l   ///< groups weigh by their share of the weight
};

/// A measure as the sum of what lies within groups and what lies between them.
struct TheilDecomposition {
  /// One group.
  struct Group {
    std::size_t group = 0;    ///< its number
    double weight_share = 0;  ///< of the weight of all
    double amount_share = 0;  ///< of the total of all
    double theil = 0;         ///< the measure in the group; 0 where its total is 0
    double contribution = 0;  ///< to `within`
  };
  double total = 0;             ///< within + between
  double within = 0;            ///< inside the groups
  double between = 0;           ///< as if each unit had the mean of its group
  std::vector<Group> groups{};  ///< by number
};

/// Takes Theil's T or L apart by groups: `groups` numbers the group of each unit of the sample.
/// @throws StructureError (unequal_columns)
[[nodiscard]] TheilDecomposition theil_decomposition(const Sample& sample,
                                                     std::span<const std::size_t> groups,
                                                     TheilMeasure measure = TheilMeasure::t);
/// @}

/// `t` or `l`.
[[nodiscard]] std::string_view name_of(TheilMeasure measure) noexcept;

}  // namespace edustat
