// SPDX-License-Identifier: Apache-2.0
#include "edustat/bulletin/evaluation.hpp"

#include "edustat/catalogue/evaluate.hpp"
#include "edustat/number/rounding.hpp"
#include "edustat/quantity/render.hpp"

#include "bulletin/keyed_facts.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

namespace edustat {
namespace {

/// Computes indicators from the facts, and indicators that other indicators use and the text does
/// not print.
class Evaluator {
 public:
  Evaluator(const KeyedFacts& facts, Precision precision) : facts_(facts), precision_(precision) {}

  /// The indicator for one key; nothing when the facts do not allow it.
  std::optional<Computed> compute(const Indicator& indicator, const Key& key) const {
    const auto needs_panel = [](const Reference& reference) { return reference.needs_panel(); };
    const auto references = indicator.formula.references();
    if (std::any_of(references.begin(), references.end(), needs_panel)) return std::nullopt;
    std::vector<Interval> intervals;
    Computed result{.indicator = indicator.full_id(),
                    .label = label_of(facts_.catalogue(), &indicator, key.categories),
                    .categories = key.categories,
                    .scope = key.scope,
                    .period = key.period,
                    .formula = indicator.formula_text,
                    .value = Gap::missing};
    for (const Reference& reference : references) {
      std::optional<Computed::Input> input = input_of(reference, key);
      if (!input) return std::nullopt;
      intervals.push_back(input->interval);
      result.inputs.push_back(std::move(*input));
    }
    result.value = evaluate(indicator, LookUp(*this, key));
    result.bound = bound(indicator.formula, intervals);
    if (uses_computed(indicator, key)) result.bound.tightness = Tightness::outer;
    if (const Quantity* quantity = std::get_if<Quantity>(&result.value)) {
      const DecimalPlaces places(indicator.places.value_or(2));
      result.rounded = round_to(quantity->value(), places, indicator.rounding);
    }
    if (const KeyedFacts::Entry* entry = facts_.find(key)) {
      if (const auto speaker = facts_.speaker(*entry)) result.printed = facts_.figure(*speaker);
    }
    return result;
  }

 private:
  class LookUp final : public Facts {
   public:
    LookUp(const Evaluator& evaluator, const Key& subject)
        : evaluator_(evaluator), subject_(subject) {}
    Observation look_up(const Reference& reference) const override {
      const Key key = key_of(evaluator_.facts_.catalogue(), reference, subject_);
      if (const KeyedFacts::Entry* entry = evaluator_.facts_.find(key)) {
        return evaluator_.facts_.observation(*entry);
      }
      const std::optional<Computed> computed = evaluator_.compute_item(reference, key);
      return computed ? computed->value : Observation(Gap::missing);
    }

   private:
    const Evaluator& evaluator_;
    const Key& subject_;
  };

  std::optional<Computed> compute_item(const Reference& reference, const Key& key) const {
    const Catalogue::Item item = facts_.catalogue().find(reference.item);
    const auto* indicator = std::get_if<const Indicator*>(&item);
    return indicator ? compute(**indicator, key) : std::nullopt;
  }

  bool uses_computed(const Indicator& indicator, const Key& subject) const {
    const auto references = indicator.formula.references();
    return std::any_of(references.begin(), references.end(), [&](const Reference& reference) {
      return !facts_.find(key_of(facts_.catalogue(), reference, subject));
    });
  }

  std::optional<Computed::Input> input_of(const Reference& reference, const Key& subject) const {
    const Key key = key_of(facts_.catalogue(), reference, subject);
    const Catalogue::Item item = facts_.catalogue().find(reference.item);
    Reference named = reference;
    named.categories = key.categories;
    named.relative = Reference::Relative::same;
    const Label label = label_of(facts_.catalogue(), item, key.categories);
    if (const KeyedFacts::Entry* entry = facts_.find(key)) {
      const auto speaker = facts_.speaker(*entry);
      if (!speaker) return std::nullopt;
      const Figure& figure = *facts_.figure(*speaker);
      return Computed::Input{named.to_string(), label, figure.text(),
                             figure.interval(facts_.precision(*speaker, item, precision_))};
    }
    const std::optional<Computed> computed = compute_item(reference, key);
    if (!computed || !computed->bound.interval) return std::nullopt;
    const Quantity* value = std::get_if<Quantity>(&computed->value);
    return Computed::Input{named.to_string(), label, value ? render(*value) : std::string(),
                           *computed->bound.interval};
  }

  const KeyedFacts& facts_;
  Precision precision_;
};

/// The keys for which an indicator may be read: every scope and period of the facts, and every code
/// of its lists.
std::vector<Key> keys_for(const Indicator& indicator, const KeyedFacts& facts) {
  std::vector<Key> keys;
  std::set<Key> seen;
  const auto keep = [&](Key key) {
    if (seen.insert(key).second) keys.push_back(std::move(key));
  };
  for (const KeyedFacts::Entry& entry : facts.entries()) {
    const Key plain{indicator.full_id(), {}, entry.key.scope, entry.key.period};
    keep(plain);
    for (const std::string& dimension : indicator.dimensions) {
      for (const Code& code : facts.catalogue().code_list(dimension).codes) {
        Key key = plain;
        key.categories.push_back({dimension, code.id});
        keep(std::move(key));
      }
    }
  }
  return keys;
}

bool uses_total(const Indicator& indicator) {
  const auto references = indicator.formula.references();
  return std::any_of(references.begin(), references.end(), [](const Reference& reference) {
    return reference.relative == Reference::Relative::total;
  });
}

}  // namespace

std::vector<Computed> evaluate(const Bulletin& bulletin, const Catalogue& catalogue,
                               Precision precision) {
  const KeyedFacts facts(bulletin, catalogue);
  const Evaluator evaluator(facts, precision);
  std::vector<Computed> results;
  for (const Indicator& indicator : catalogue.indicators()) {
    for (const Key& key : keys_for(indicator, facts)) {
      if (key.categories.empty() && uses_total(indicator)) continue;
      if (auto computed = evaluator.compute(indicator, key))
        results.push_back(std::move(*computed));
    }
  }
  return results;
}

}  // namespace edustat
