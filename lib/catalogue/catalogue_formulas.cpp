// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/inference.hpp"

#include "catalogue/catalogue_data.hpp"
#include "catalogue/catalogue_reader.hpp"
#include "catalogue/formula_resolver.hpp"

#include <algorithm>
#include <utility>

namespace edustat {
namespace {

const Unit& unit_of(const Catalogue::Item& item) {
  return std::visit([](const auto* entry) -> const Unit& { return entry->unit; }, item);
}

bool has_reference(std::span<const Node> nodes) {
  return std::any_of(nodes.begin(), nodes.end(),
                     [](const Node& node) { return node.operation == Node::Operation::reference; });
}

/// One item against a number, which is then in the unit of the item.
bool is_limit(const Relation& relation) {
  return (relation.left().size() == 1 && !has_reference(relation.right())) ||
         (relation.right().size() == 1 && !has_reference(relation.left()));
}

}  // namespace

void CatalogueReader::resolve_subsets() {
  const detail::FormulaResolver resolver(data_->names, data_->code_lists, declaration_.id,
                                         *faults_);
  for (const detail::MeasureDeclaration& one : declaration_.measures) {
    if (!one.subset_of || !one.is_merged) continue;
    Measure& measure = data_->measures[measure_positions_.at(one.measure.full_id())];
    const auto whole = resolver.item(one.subset_of->text, one.subset_of->place);
    if (!whole) continue;
    measure.subset_of = detail::full_id_of(*whole);
    const bool has_units =
        without_unit_.count(measure.full_id()) == 0 && without_unit_.count(measure.subset_of) == 0;
    if (has_units && !(unit_of(*whole).dimension() == measure.unit.dimension())) {
      faults_->add(ErrorCode::mixed_units,
                   {measure.full_id(), "<=", measure.subset_of,
                    measure.unit.dimension().to_string(), unit_of(*whole).dimension().to_string()},
                   one.subset_of->place);
    }
  }
}

void CatalogueReader::resolve_formulas() {
  const detail::FormulaResolver resolver(data_->names, data_->code_lists, declaration_.id,
                                         *faults_);
  for (const detail::IndicatorDeclaration& one : declaration_.indicators) {
    if (!one.is_merged) continue;
    Indicator& indicator = data_->indicators[indicator_positions_.at(one.indicator.full_id())];
    std::optional<Formula> formula = resolver.formula(one.formula);
    if (!formula) continue;
    indicator.formula = *std::move(formula);
    check_unit(indicator, one.formula.place);
  }
}

void CatalogueReader::resolve_rules() {
  const detail::FormulaResolver resolver(data_->names, data_->code_lists, declaration_.id,
                                         *faults_);
  for (detail::RuleDeclaration& one : declaration_.rules) {
    std::optional<Relation> statement = resolver.relation(one.statement);
    if (!statement) continue;
    one.rule.statement = *std::move(statement);
    check_sides(one.rule.statement, one.statement.place);
    merge_rule(one.rule, one.replaces);
  }
}

/// Formulas of other files, after items under them were replaced.
void CatalogueReader::check_replaced() {
  for (const Indicator& indicator : data_->indicators) {
    if (indicator.place.source != declaration_.file) check_unit(indicator, indicator.place);
  }
  for (const Rule& rule : data_->rules) {
    if (rule.place.source != declaration_.file) check_sides(rule.statement, rule.place);
  }
}

bool CatalogueReader::dimensions_of(std::span<const Reference> references,
                                    std::vector<const Dimension*>& dimensions) const {
  for (const Reference& reference : references) {
    if (without_unit_.count(reference.item) != 0) return false;
    const auto& entries = data_->names.entries(reference.item);
    dimensions.push_back(&unit_of(entries.front().item).dimension());
  }
  return true;
}

void CatalogueReader::check_unit(const Indicator& indicator, const Place& place) {
  std::vector<const Dimension*> dimensions;
  const bool is_known = without_unit_.count(indicator.full_id()) == 0;
  if (!dimensions_of(indicator.formula.references(), dimensions) || !is_known) return;
  try {
    const Inference inference = infer(indicator.formula, dimensions);
    if (inference.fits(indicator.unit.dimension())) return;
    faults_->add(ErrorCode::unit_mismatch,
                 {indicator.full_id(),
                  indicator.unit.symbol() + " (" + indicator.unit.dimension().to_string() + ")",
                  inference.dimension.to_string()},
                 place);
  } catch (const Error& error) {
    faults_->add(error, place);
  }
}

void CatalogueReader::check_sides(const Relation& relation, const Place& place) {
  std::vector<const Dimension*> dimensions;
  if (is_limit(relation) || !dimensions_of(relation.references(), dimensions)) return;
  try {
    require_comparable(relation, dimensions);
  } catch (const Error& error) {
    faults_->add(error, place);
  }
}

/// A root is known only rounded, so no formula may go on from it.
void CatalogueReader::check_roots() {
  for (const detail::IndicatorDeclaration& one : declaration_.indicators) {
    if (!one.is_merged) continue;
    const Indicator& indicator =
        data_->indicators[indicator_positions_.at(one.indicator.full_id())];
    for (const Reference& reference : indicator.formula.references()) {
      const auto found = indicator_positions_.find(reference.item);
      if (found == indicator_positions_.end()) continue;
      if (data_->indicators[found->second].formula.root() == 0) continue;
      faults_->add(ErrorCode::root_in_formula, {indicator.full_id(), reference.item},
                   one.formula.place);
    }
  }
}

/// Follows the formulas from each indicator; an indicator met again on the way closes a circle.
void CatalogueReader::check_cycles() {
  enum class State : std::uint8_t { fresh, on_the_way, done };
  struct Step {
    std::size_t indicator;
    std::size_t next_reference;
  };
  const std::vector<Indicator>& indicators = data_->indicators;
  std::vector<State> states(indicators.size());
  for (std::size_t start = 0; start < indicators.size(); ++start) {
    if (states[start] != State::fresh) continue;
    std::vector<Step> way{{start, 0}};
    states[start] = State::on_the_way;
    while (!way.empty()) {
      Step& step = way.back();
      const auto references = indicators[step.indicator].formula.references();
      if (step.next_reference == references.size()) {
        states[step.indicator] = State::done;
        way.pop_back();
        continue;
      }
      const auto found = indicator_positions_.find(references[step.next_reference++].item);
      if (found == indicator_positions_.end() || states[found->second] == State::done) continue;
      if (states[found->second] == State::fresh) {
        states[found->second] = State::on_the_way;
        way.push_back({found->second, 0});
        continue;
      }
      const auto begin = std::find_if(
          way.begin(), way.end(), [&](const Step& one) { return one.indicator == found->second; });
      std::string circle;
      for (auto one = begin; one != way.end(); ++one) {
        circle += indicators[one->indicator].full_id() + " -> ";
      }
      circle += indicators[found->second].full_id();
      faults_->add(ErrorCode::cyclic_formula, {circle}, indicators[found->second].place);
    }
  }
}

}  // namespace edustat
