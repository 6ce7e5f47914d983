// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/dispersion.hpp"
#include "edustat/error/error.hpp"

#include "analysis/entropy_term.hpp"
#include "analysis/sample_data.hpp"

#include <cmath>
#include <limits>
#include <map>

namespace edustat {
namespace {

/// A sum that may become infinite.
struct OpenSum {
  detail::WideSum finite{};
  bool is_infinite = false;

  void add(double value) noexcept {
    if (std::isinf(value)) is_infinite = true;
    if (!is_infinite) finite.add(value);
  }
  [[nodiscard]] double total() const noexcept {
    return is_infinite ? std::numeric_limits<double>::infinity() : finite.total().value();
  }
};

/// The units of one group.
struct Members {
  std::vector<std::size_t> units{};
  detail::WideSum weight{};
  detail::WideSum amount{};
};

std::map<std::size_t, Members> by_group(const detail::SampleData& data,
                                        std::span<const std::size_t> groups) {
  std::map<std::size_t, Members> members;
  for (std::size_t unit = 0; unit < data.size(); ++unit) {
    Members& group = members[groups[unit]];
    group.units.push_back(unit);
    group.weight.add(data.weight_at(unit));
    group.amount.add(data.amount_at(unit));
  }
  return members;
}

double term_of(TheilMeasure measure, double ratio, double excess) noexcept {
  return measure == TheilMeasure::t ? detail::theil_t_term(ratio, excess)
                                    : detail::theil_l_term(ratio, excess);
}

/// The measure in a group with the mean `mean` and the weight `weight`.
double within_group(const detail::SampleData& data, const Members& members,
                    const detail::WideDouble& mean, double weight, TheilMeasure measure) {
  const detail::Deviation deviation(data, mean);
  detail::WideSum sum;
  for (const std::size_t unit : members.units) {
    const double amount = data.amounts.high(unit);
    const double share = data.weights.high(unit);
    if (share == 0) continue;
    const double one = data.is_per ? share * mean.high : mean.high;
    const double term = term_of(measure, amount / one, deviation(unit, amount, share) / one);
    if (std::isinf(term)) return term;
    sum.add_product(share, term);
  }
  return sum.total().value() / weight;
}

}  // namespace

TheilDecomposition theil_decomposition(const Sample& sample, std::span<const std::size_t> groups,
                                       TheilMeasure measure) {
  const detail::SampleData& data = sample.data();
  if (groups.size() != data.size()) {
    throw StructureError(
        Fault{ErrorCode::unequal_columns,
              {"groups", std::to_string(groups.size()), std::to_string(data.size())}});
  }
  detail::require_no_negative(data);
  detail::require_mean(data);
  TheilDecomposition result;
  OpenSum within;
  OpenSum between;
  for (const auto& [number, members] : by_group(data, groups)) {
    const detail::WideDouble weight = members.weight.total();
    const detail::WideDouble amount = members.amount.total();
    TheilDecomposition::Group group{.group = number,
                                    .weight_share = weight.high / data.weight.high,
                                    .amount_share = amount.high / data.total.high};
    if (weight.high > 0) {
      const detail::WideDouble mean = divide(amount, weight);
      const double excess =
          ((mean.high - data.mean.high) + (mean.low - data.mean.low)) / data.mean.high;
      between.add(group.weight_share * term_of(measure, mean.high / data.mean.high, excess));
      if (mean.high > 0) group.theil = within_group(data, members, mean, weight.high, measure);
    }
    const double share = measure == TheilMeasure::t ? group.amount_share : group.weight_share;
    group.contribution = group.theil == 0 ? 0 : share * group.theil;
    within.add(group.contribution);
    result.groups.push_back(group);
  }
  result.within = within.total();
  result.between = between.total();
  result.total = result.within + result.between;
  return result;
}

}  // namespace edustat
