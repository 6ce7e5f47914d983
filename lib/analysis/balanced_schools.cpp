// SPDX-License-Identifier: Apache-2.0
#include "analysis/balanced_schools.hpp"

#include "edustat/catalogue/evaluate.hpp"
#include "edustat/error/error.hpp"

#include <algorithm>

namespace edustat::detail {
namespace {

constexpr std::string_view pupils_id = "pupils";

std::string without_catalogue(const std::string& id) {
  return id.substr(id.find('.') + 1);
}

/// One school's amount and pupils, as a formula looks them up.
class SchoolFacts final : public Facts {
 public:
  SchoolFacts(const Catalogue& catalogue, const Rational& amount, const Rational& pupils)
      : catalogue_(catalogue), amount_(amount), pupils_(pupils) {}

  [[nodiscard]] Observation look_up(const Reference& reference) const override {
    const auto* measure = std::get<const Measure*>(catalogue_.find(reference.item));
    const bool is_pupils = without_catalogue(reference.item) == pupils_id;
    return Quantity(is_pupils ? pupils_ : amount_, measure->unit);
  }

 private:
  const Catalogue& catalogue_;
  const Rational& amount_;
  const Rational& pupils_;
};

bool is_about(const Rule& rule, const Indicator& indicator, Stage stage) {
  const auto references = rule.statement.references();
  if (references.size() != 1 || rule.statement.comparison() != Comparison::at_least) return false;
  const auto& categories = references[0].categories;
  return without_catalogue(references[0].item) == indicator.id && categories.size() == 1 &&
         categories[0].code == name_of(stage);
}

}  // namespace

const Rational& pupils_of(const School& school, Stage stage) noexcept {
  return stage == Stage::primary ? school.primary_pupils : school.junior_pupils;
}

Rational share_of(const School& school, const BalanceRules& rules) {
  const Rational primary = school.primary_pupils * rules.primary_share;
  const Rational junior = school.junior_pupils * rules.junior_share;
  const Rational senior = school.senior_pupils * rules.senior_share;
  return (rules.stage == Stage::primary ? primary : junior) / (primary + junior + senior);
}

std::string numerator_of(const Indicator& indicator) {
  for (const Reference& reference : indicator.formula.references()) {
    std::string id = without_catalogue(reference.item);
    if (id != pupils_id) return id;
  }
  return {};
}

std::vector<Indicator> indicators_of(const Catalogue& catalogue, BalanceRegime regime) {
  const std::string_view prefix = regime == BalanceRegime::basic ? "b_" : "q_";
  std::vector<Indicator> indicators;
  for (const Indicator& indicator : catalogue.indicators()) {
    if (indicator.id.rfind(prefix, 0) == 0) indicators.push_back(indicator);
  }
  return indicators;
}

std::optional<Rational> limit_of(const Catalogue& catalogue, const Indicator& indicator,
                                 Stage stage) {
  for (const Rule& rule : catalogue.relations()) {
    // The catalogue has brought the limit, which it writes in the indicator's unit, to base units.
    if (is_about(rule, indicator, stage)) {
      return rule.statement.constants().front() / indicator.unit.factor();
    }
  }
  return std::nullopt;
}

Rational amount_of(const School& school, const std::string& measure, const BalanceRules& rules) {
  const auto found = school.amounts.find(measure);
  if (found == school.amounts.end()) {
    throw StructureError(Fault{ErrorCode::absent_value, {measure}, {.source = school.name}});
  }
  if (found->second.sign() < 0) {
    throw StructureError(Fault{
        ErrorCode::negative_value, {measure, found->second.to_string()}, {.source = school.name}});
  }
  const bool is_split =
      std::find(rules.split.begin(), rules.split.end(), measure) != rules.split.end();
  return is_split ? found->second * share_of(school, rules) : found->second;
}

Rational value_of(const Catalogue& catalogue, const Indicator& indicator, const Rational& amount,
                  const Rational& pupils) {
  return std::get<Quantity>(evaluate(indicator, SchoolFacts(catalogue, amount, pupils))).value();
}

Lift lift_of(const BalanceIndicator& indicator, const Rational& per_unit,
             std::span<const Rational> pupils, int places) {
  const Rational step = Rational(1) / Rational::power_of_ten(places);
  const Rational highest = *std::max_element(indicator.values.begin(), indicator.values.end());
  const auto raised_to = [&](const Rational& floor) {
    std::vector<Rational> amounts = indicator.amounts;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      amounts[i] = std::max(amounts[i], floor * per_unit * pupils[i]);
    }
    return amounts;
  };
  const auto is_enough = [&](const Rational& floor) {
    const std::vector<Rational> amounts = raised_to(floor);
    const Sample sample = Sample::per({.cells = std::span<const Rational>(amounts)},
                                      {.cells = std::span<const Rational>(pupils)});
    return CoefficientOfVariation(sample).compare(indicator.threshold) <= 0;
  };
  // Raising the lowest never widens the dispersion, so the floors that are enough are all above
  // some floor; at the highest value all are equal.
  Rational low = 0;
  Rational high = (highest / step).ceiling();
  while (high - low > 1) {
    const Rational middle = ((low + high) / 2).floor();
    (is_enough(middle * step) ? high : low) = middle;
  }
  Lift lift{.floor = high * step, .amount = 0};
  const std::vector<Rational> amounts = raised_to(lift.floor);
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (amounts[i] == indicator.amounts[i]) continue;
    lift.amount += amounts[i] - indicator.amounts[i];
    lift.schools.push_back(i);
  }
  return lift;
}

}  // namespace edustat::detail
