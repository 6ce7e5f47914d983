// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/balanced_development.hpp"

#include "edustat/error/error.hpp"
#include "edustat/number/rounding.hpp"

#include "analysis/balanced_schools.hpp"
#include "analysis/root_sum.hpp"
#include "analysis/sample_data.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace edustat {
namespace {

void require_rules(const BalanceRules& rules) {
  const std::pair<const char*, const Rational*> shares[] = {{"primary_share", &rules.primary_share},
                                                            {"junior_share", &rules.junior_share},
                                                            {"senior_share", &rules.senior_share}};
  for (const auto& [name, share] : shares) {
    if (share->sign() > 0) continue;
    throw StructureError(Fault{ErrorCode::bad_value, {name, share->to_string(), "> 0"}});
  }
}

void require_pupils(const School& school) {
  for (const Rational* pupils :
       {&school.primary_pupils, &school.junior_pupils, &school.senior_pupils}) {
    if (pupils->sign() >= 0) continue;
    throw StructureError(
        Fault{ErrorCode::negative_value, {"pupils", pupils->to_string()}, {.source = school.name}});
  }
}

/// Sorts the rows of the table into those that count and those that do not.
void choose(std::span<const School> schools, BalanceAssessment& result) {
  const auto& kinds = result.rules.left_out;
  for (std::size_t row = 0; row < schools.size(); ++row) {
    require_pupils(schools[row]);
    if (std::find(kinds.begin(), kinds.end(), schools[row].kind) != kinds.end()) {
      result.left_out.push_back(row);
    } else if (detail::pupils_of(schools[row], result.rules.stage).is_zero()) {
      result.without_pupils.push_back(row);
    } else {
      result.schools.push_back(row);
    }
  }
}

std::vector<std::size_t> drivers_of(std::span<const double> contributions) {
  std::vector<std::size_t> order(contributions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return contributions[left] > contributions[right];
  });
  double sum = 0;
  std::size_t count = 0;
  while (count < order.size() && sum < 0.5 && contributions[order[count]] > 0) {
    sum += contributions[order[count++]];
  }
  order.resize(count);
  return order;
}

/// What each school lacks to the limit, in the unit of the measure; `per_unit` is the amount that
/// one pupil needs for a value of 1.
std::vector<Rational> shortfalls_of(const BalanceIndicator& indicator, const Rational& per_unit,
                                    const std::vector<Rational>& pupils) {
  std::vector<Rational> shortfalls;
  for (std::size_t i = 0; i < pupils.size(); ++i) {
    const Rational lacking = std::max(*indicator.limit - indicator.values[i], Rational(0));
    shortfalls.push_back(lacking * per_unit * pupils[i]);
  }
  return shortfalls;
}

BalanceIndicator assess(const Catalogue& catalogue, const Indicator& indicator,
                        std::span<const School> schools, const BalanceAssessment& assessment,
                        const std::vector<Rational>& pupils) {
  const BalanceRules& rules = assessment.rules;
  const std::string measure = detail::numerator_of(indicator);
  std::vector<Rational> amounts;
  std::vector<Rational> values;
  for (std::size_t i = 0; i < pupils.size(); ++i) {
    amounts.push_back(detail::amount_of(schools[assessment.schools[i]], measure, rules));
    values.push_back(detail::value_of(catalogue, indicator, amounts[i], pupils[i]));
  }
  const Sample sample = Sample::per({.cells = std::span<const Rational>(amounts), .name = measure},
                                    {.cells = std::span<const Rational>(pupils), .name = "pupils"});
  BalanceIndicator result{.id = indicator.id,
                          .label = indicator.label,
                          .unit = indicator.unit,
                          .amounts = std::move(amounts),
                          .values = std::move(values),
                          .variation = CoefficientOfVariation(sample),
                          .threshold = threshold_of(rules.regime, rules.stage)};
  result.rounded = result.variation.rounded(DecimalPlaces(rules.places));
  result.is_met = result.variation.compare(result.threshold) <= 0;
  result.is_met_rounded = result.rounded.value() <= result.threshold;
  result.drivers = drivers_of(result.variation.contributions());
  result.limit = detail::limit_of(catalogue, indicator, rules.stage);
  const Rational per_unit = detail::value_of(catalogue, indicator, 1, 1).reciprocal();
  if (result.limit) result.shortfalls = shortfalls_of(result, per_unit, pupils);
  if (!result.is_met) {
    result.lift = detail::lift_of(result, per_unit, pupils, indicator.places.value_or(2));
  }
  return result;
}

std::vector<SchoolVerdict> verdicts_of(const BalanceAssessment& assessment) {
  std::vector<SchoolVerdict> verdicts(assessment.schools.size());
  int limits = 0;
  for (const BalanceIndicator& indicator : assessment.indicators) {
    if (!indicator.limit) continue;
    ++limits;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
      if (indicator.values[i] >= *indicator.limit) {
        ++verdicts[i].met;
      } else if (indicator.values[i] < *indicator.limit * assessment.rules.tolerated) {
        ++verdicts[i].missed_badly;
      }
    }
  }
  if (limits == 0) return {};
  for (SchoolVerdict& verdict : verdicts) {
    verdict.passes = verdict.met + assessment.rules.may_miss >= limits && verdict.missed_badly == 0;
  }
  return verdicts;
}

/// The mean of the coefficients against a number, exactly.
std::strong_ordering compare_mean(const BalanceAssessment& assessment, const Rational& number) {
  constexpr double margin = 1e-10;
  const double difference = assessment.mean - number.to_double();
  if (std::abs(difference) > margin) {
    return difference > 0 ? std::strong_ordering::greater : std::strong_ordering::less;
  }
  std::vector<Rational> squares;
  for (const BalanceIndicator& indicator : assessment.indicators) {
    squares.push_back(indicator.variation.squared());
  }
  return detail::compare_root_sum(squares, number * squares.size());
}

Decimal rounded_mean(const BalanceAssessment& assessment) {
  const DecimalPlaces places(assessment.rules.places);
  const Rational unit = Rational(1) / Rational::power_of_ten(places.count());
  Rational result = round_to(detail::exact_rational(assessment.mean), places).value();
  while (compare_mean(assessment, result + unit / 2) >= 0) result += unit;
  while (result.sign() > 0 && compare_mean(assessment, result - unit / 2) < 0) result -= unit;
  return {result, places};
}

void judge(BalanceAssessment& assessment) {
  const auto& indicators = assessment.indicators;
  double sum = 0;
  for (const BalanceIndicator& indicator : indicators) sum += indicator.variation.value();
  assessment.mean = sum / static_cast<double>(indicators.size());
  assessment.rounded_mean = rounded_mean(assessment);
  if (assessment.rules.regime == BalanceRegime::basic) {
    const Rational threshold = threshold_of(assessment.rules.regime, assessment.rules.stage);
    assessment.is_met = compare_mean(assessment, threshold) <= 0;
    assessment.is_met_rounded = assessment.rounded_mean.value() <= threshold;
    return;
  }
  const auto all = [&](bool BalanceIndicator::*met) {
    return std::all_of(indicators.begin(), indicators.end(),
                       [met](const BalanceIndicator& indicator) { return indicator.*met; });
  };
  assessment.is_met = all(&BalanceIndicator::is_met);
  assessment.is_met_rounded = all(&BalanceIndicator::is_met_rounded);
}

}  // namespace

std::string_view regulation_of(BalanceRegime regime) noexcept {
  return regime == BalanceRegime::basic ? "教督〔2012〕3号" : "教督〔2017〕6号";
}

Rational threshold_of(BalanceRegime regime, Stage stage) {
  if (regime == BalanceRegime::basic) {
    return stage == Stage::primary ? Rational(13) / 20 : Rational(11) / 20;
  }
  return stage == Stage::primary ? Rational(1) / 2 : Rational(9) / 20;
}

BalanceAssessment balanced_development(std::span<const School> schools, const BalanceRules& rules) {
  require_rules(rules);
  const Catalogue catalogue = Catalogue::builtin("balanced_development");
  for (const School& school : schools) {
    for (const auto& [measure, amount] : school.amounts) (void)catalogue.find(measure);
  }
  for (const std::string& measure : rules.split) (void)catalogue.find(measure);
  BalanceAssessment result;
  result.rules = rules;
  choose(schools, result);
  std::vector<Rational> pupils;
  for (const std::size_t row : result.schools) {
    pupils.push_back(detail::pupils_of(schools[row], rules.stage));
  }
  for (const Indicator& indicator : detail::indicators_of(catalogue, rules.regime)) {
    result.indicators.push_back(assess(catalogue, indicator, schools, result, pupils));
  }
  result.verdicts = verdicts_of(result);
  judge(result);
  return result;
}

std::string_view name_of(Stage stage) noexcept {
  return stage == Stage::primary ? "primary" : "junior";
}

std::string_view name_of(BalanceRegime regime) noexcept {
  return regime == BalanceRegime::basic ? "basic" : "high_quality";
}

}  // namespace edustat
