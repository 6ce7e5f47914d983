// SPDX-License-Identifier: Apache-2.0
#include "bulletin/keyed_facts.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace edustat {
namespace {

/// The categories of a fact by the ids of its item's code lists.
std::vector<Reference::Category> bind_categories(const Catalogue& catalogue,
                                                 const Catalogue::Item& item, const Fact& fact) {
  std::vector<Reference::Category> bound;
  for (const Reference::Category& category : fact.categories) {
    const CodeList* list = find_code_list(catalogue.code_lists(), category.dimension, item);
    const Code* code = list ? find_code(*list, category.code) : nullptr;
    if (!code) {
      throw CodeError(Fault{ErrorCode::unknown_category,
                            {category.dimension + '=' + category.code, full_id_of(item)},
                            fact.place});
    }
    bound.push_back({list->id, code->id});
  }
  std::sort(bound.begin(), bound.end());
  return bound;
}

void append(std::vector<Fault>& faults, const Error& error, const Place& place) {
  for (Fault fault : error.faults()) {
    fault.place = place;
    faults.push_back(std::move(fault));
  }
}

bool holds_over_time(const Catalogue::Item& item) {
  const Measure* measure = measure_of(item);
  return measure && (measure->time == TimeRule::plan || measure->time == TimeRule::standard);
}

}  // namespace

Label label_of(const Catalogue& catalogue, const Catalogue::Item& item,
               const std::vector<Reference::Category>& categories) {
  Label label = label_of(item);
  for (const Reference::Category& category : categories) {
    const CodeList& list = catalogue.code_list(category.dimension);
    const Code* code = find_code(list, category.code);
    label.zh += "（" + (code ? code->label.zh : category.code) + "）";
    label.en += " (" + (code ? code->label.en : category.code) + ")";
  }
  return label;
}

Key key_of(const Catalogue& catalogue, const Reference& reference, const Key& subject) {
  Key key{reference.item, reference.categories, subject.scope, subject.period};
  if (reference.relative == Reference::Relative::total) return key;
  const auto& dimensions = dimensions_of(catalogue.find(reference.item));
  for (const Reference::Category& category : subject.categories) {
    const bool has_dimension =
        std::find(dimensions.begin(), dimensions.end(), category.dimension) != dimensions.end();
    const bool is_named = std::any_of(
        key.categories.begin(), key.categories.end(),
        [&](const Reference::Category& own) { return own.dimension == category.dimension; });
    if (has_dimension && !is_named) key.categories.push_back(category);
  }
  std::sort(key.categories.begin(), key.categories.end());
  return key;
}

KeyedFacts::KeyedFacts(const Bulletin& bulletin, const Catalogue& catalogue)
    : bulletin_(bulletin), catalogue_(catalogue) {
  std::vector<Fault> unknown;
  std::vector<Fault> mixed;
  for (const Fact& fact : bulletin.facts()) {
    const std::size_t number = figures_.size();
    figures_.emplace_back();
    took_unit_.push_back(false);
    try {
      add(number, fact);
    } catch (const UnitError& error) {
      append(mixed, error, fact.place);
    } catch (const CodeError& error) {
      append(unknown, error, fact.place);
    }
  }
  if (!unknown.empty()) throw CodeError(std::move(unknown));
  if (!mixed.empty()) throw UnitError(std::move(mixed));
}

void KeyedFacts::add(std::size_t number, const Fact& fact) {
  const Catalogue::Item item = catalogue_.find(fact.item);
  Key key{full_id_of(item), bind_categories(catalogue_, item, fact), fact.scope, fact.period};
  if (const Figure* figure = std::get_if<Figure>(&fact.figure)) {
    took_unit_[number] = figure->is_bare();
    figures_[number] = figure->is_bare() ? figure->with_unit(unit_of(item)) : *figure;
    const Dimension& printed = figures_[number]->unit().dimension();
    const Dimension& declared = unit_of(item).dimension();
    const bool ratio_against_count = printed.counting_power() != declared.counting_power() &&
                                     printed.measuring_part().is_ratio() &&
                                     !(printed == declared.without_divisor_counts());
    if (!(printed.measuring_part() == declared.measuring_part()) || ratio_against_count) {
      throw UnitError(Fault{ErrorCode::unit_mismatch,
                            {figure->text(), full_id_of(item), unit_of(item).symbol()},
                            fact.place});
    }
  }
  const auto [position, is_new] = by_key_.try_emplace(key, entries_.size());
  if (is_new) entries_.push_back({std::move(key), item, {}});
  entries_[position->second].facts.push_back(number);
}

const KeyedFacts::Entry* KeyedFacts::find(const Key& key) const {
  const auto exact = by_key_.find(key);
  if (exact != by_key_.end()) return &entries_[exact->second];
  if (!key.period || !holds_over_time(catalogue_.find(key.item))) return nullptr;
  for (const Entry& entry : entries_) {
    if (entry.key.item == key.item && entry.key.categories == key.categories &&
        entry.key.scope == key.scope &&
        (!entry.key.period || entry.key.period->contains(*key.period))) {
      return &entry;
    }
  }
  return nullptr;
}

std::optional<std::size_t> KeyedFacts::speaker(const Entry& entry) const {
  std::optional<std::size_t> masked;
  for (const std::size_t fact : entry.facts) {
    if (!figures_[fact]) continue;
    if (!figures_[fact]->is_masked()) return fact;
    if (!masked) masked = fact;
  }
  return masked;
}

Precision KeyedFacts::precision(std::size_t fact, const Catalogue::Item& item,
                                Precision asked) const {
  const std::optional<Precision>& declared = bulletin_.facts()[fact].precision;
  if (declared) return *declared;
  const Measure* measure = measure_of(item);
  return measure && measure->time == TimeRule::standard ? Precision::exact : asked;
}

Observation KeyedFacts::observation(const Entry& entry) const {
  const std::optional<std::size_t> fact = speaker(entry);
  if (!fact) return std::get<Gap>(bulletin_.facts()[entry.facts.front()].figure);
  const Figure& figure = *figures_[*fact];
  if (figure.is_masked()) return Gap::suppressed;
  const Unit& unit = unit_of(entry.item);
  return Quantity(*figure.value() / unit.factor(), unit);
}

}  // namespace edustat
