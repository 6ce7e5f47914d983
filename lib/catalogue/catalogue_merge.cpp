// SPDX-License-Identifier: Apache-2.0
#include "catalogue/catalogue_data.hpp"
#include "catalogue/catalogue_reader.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace edustat {
namespace {

bool same_code(const Code& left, const Code& right) {
  return left.id == right.id && left.label == right.label && left.aliases == right.aliases;
}

/// The same declaration, wherever it stands.
bool says_the_same(const CodeList& left, const CodeList& right) {
  return left.label == right.label && left.rule == right.rule &&
         std::equal(left.codes.begin(), left.codes.end(), right.codes.begin(), right.codes.end(),
                    same_code);
}

template <typename Item>
auto common(const Item& item) {
  return std::tie(item.label, item.aliases, item.unit, item.unit.symbol(), item.dimensions,
                  item.places, item.note, item.source);
}

bool says_the_same(const Measure& left, const Measure& right) {
  return common(left) == common(right) &&
         std::tie(left.counts, left.regions, left.time, left.origin, left.subset_of) ==
             std::tie(right.counts, right.regions, right.time, right.origin, right.subset_of);
}

bool says_the_same(const Indicator& left, const Indicator& right) {
  return common(left) == common(right) && left.formula_text == right.formula_text &&
         left.rounding == right.rounding;
}

bool says_the_same(const Rule& left, const Rule& right) {
  return std::tie(left.label, left.statement, left.severity, left.note, left.source) ==
         std::tie(right.label, right.statement, right.severity, right.note, right.source);
}

}  // namespace

template <typename Item>
bool CatalogueReader::merge(std::vector<Item>& items, Positions& positions, Item item,
                            const Merging& merging) {
  const std::string name = item.full_id();
  const auto [known, is_new] = positions.try_emplace(name, items.size());
  if (is_new) {
    if (merging.replaces) faults_->add(detail::unknown_item(name, data_->names), merging.place);
    items.push_back(std::move(item));
    return true;
  }
  Item& other = items[known->second];
  if (says_the_same(item, other)) return false;
  if (merging.replaces) {
    other = std::move(item);
    has_replaced_ = true;
    return true;
  }
  faults_->add(ErrorCode::duplicate_item, {name, to_string(other.place)}, merging.place);
  return false;
}

void CatalogueReader::merge(CodeList list, const Place& declared, const Merging& merging) {
  auto& lists = data_->code_lists;
  const auto [known, is_new] = code_list_positions_.try_emplace(list.id, lists.size());
  if (is_new) {
    if (merging.replaces) {
      faults_->add(ErrorCode::unknown_category, {list.id, list.catalogue}, merging.place);
    }
    lists.push_back(std::move(list));
    data_->code_list_places.push_back(declared);
    return;
  }
  CodeList& other = lists[known->second];
  if (says_the_same(list, other)) return;
  if (merging.replaces) {
    other = std::move(list);
    data_->code_list_places[known->second] = declared;
    has_replaced_ = true;
    return;
  }
  faults_->add(ErrorCode::duplicate_item,
               {list.id, to_string(data_->code_list_places[known->second])}, merging.place);
}

void CatalogueReader::extend() {
  for (const detail::PlacedText& name : declaration_.extends) {
    try {
      extend(read_builtin(name.text), name.place);
    } catch (const Error& error) {
      faults_->add(error, name.place);
    }
  }
}

void CatalogueReader::extend(const Catalogue& catalogue, const Place& place) {
  const Catalogue::Data& other = *catalogue.data_;
  const Merging merging{place, false};
  for (const DefinedUnit& unit : other.defined_units) define(unit, place);
  for (std::size_t i = 0; i < other.code_lists.size(); ++i) {
    merge(other.code_lists[i], other.code_list_places[i], merging);
  }
  for (const Measure& measure : other.measures) {
    merge(data_->measures, measure_positions_, measure, merging);
  }
  for (const Indicator& indicator : other.indicators) {
    merge(data_->indicators, indicator_positions_, indicator, merging);
  }
  for (const Rule& rule : other.rules) merge(data_->rules, rule_positions_, rule, merging);
}

void CatalogueReader::merge_code_lists() {
  for (const detail::CodeListDeclaration& one : declaration_.code_lists) {
    merge(one.list, one.place, {one.place, one.replaces});
  }
}

void CatalogueReader::merge_items() {
  for (detail::MeasureDeclaration& one : declaration_.measures) {
    one.is_merged = merge(data_->measures, measure_positions_, one.measure,
                          {one.measure.place, one.words.replaces});
  }
  for (detail::IndicatorDeclaration& one : declaration_.indicators) {
    one.is_merged = merge(data_->indicators, indicator_positions_, one.indicator,
                          {one.indicator.place, one.words.replaces});
  }
  for (const Indicator& indicator : data_->indicators) {
    const auto measure = measure_positions_.find(indicator.full_id());
    if (measure == measure_positions_.end()) continue;
    const Measure& other = data_->measures[measure->second];
    faults_->add(ErrorCode::duplicate_item, {indicator.full_id(), to_string(other.place)},
                 indicator.place);
  }
  for (const Measure& measure : data_->measures) data_->names.add(&measure);
  for (const Indicator& indicator : data_->indicators) data_->names.add(&indicator);
}

void CatalogueReader::merge_rule(Rule rule, const Merging& merging) {
  merge(data_->rules, rule_positions_, std::move(rule), merging);
}

}  // namespace edustat
