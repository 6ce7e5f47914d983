// SPDX-License-Identifier: Apache-2.0
#include "audit/audit_rules.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <utility>
#include <variant>

namespace edustat {
namespace {

using Entry = KeyedFacts::Entry;

bool adds_over_regions(const Entry& entry) {
  const Measure* measure = measure_of(entry.item);
  return measure && measure->regions == RegionRule::sum;
}

/// The fact by which a key enters formulas.
std::optional<std::size_t> fact_of(const KeyedFacts& facts, const Key& key) {
  const Entry* entry = facts.find(key);
  return entry ? facts.speaker(*entry) : std::nullopt;
}

/// The facts of all references, read for one subject; nothing when one is not printed or needs a
/// panel.
std::optional<std::vector<std::size_t>> facts_of(const KeyedFacts& facts,
                                                 std::span<const Reference> references,
                                                 const Key& subject) {
  std::vector<std::size_t> found;
  for (const Reference& reference : references) {
    if (reference.needs_panel()) return std::nullopt;
    const auto fact = fact_of(facts, key_of(facts.catalogue(), reference, subject));
    if (!fact) return std::nullopt;
    found.push_back(*fact);
  }
  return found;
}

std::string name_of_key(const Key& key) {
  return Reference{.item = key.item, .categories = key.categories}.to_string();
}

/// `whole >= part`, for two facts that stand in this relation whatever they are called.
Task part_task(const Entry& whole, std::size_t whole_fact, std::size_t part_fact,
               Finding::Kind kind) {
  Label label = label_of(whole.item);
  label.zh += "：部分不超过整体";
  label.en += ": a part is at most the whole";
  return {.relation = Relation("part <= whole"),
          .facts = {part_fact, whole_fact},
          .kind = kind,
          .rule = whole.key.item,
          .label = std::move(label)};
}

std::string_view listed(std::size_t count) {
  return count == 0 ? "" : " + ";
}

}  // namespace

std::vector<Task> restatement_tasks(const KeyedFacts& facts) {
  std::vector<Task> tasks;
  for (const Entry& entry : facts.entries()) {
    std::optional<std::size_t> first;
    for (const std::size_t fact : entry.facts) {
      if (!facts.figure(fact)) continue;
      if (first) {
        Label label = label_of(entry.item);
        label.zh += "：前后重述一致";
        label.en += ": stated twice";
        tasks.push_back({.relation = Relation("first == again"),
                         .facts = {*first, fact},
                         .kind = Finding::Kind::restatement,
                         .rule = entry.key.item,
                         .label = std::move(label)});
      } else {
        first = fact;
      }
    }
  }
  return tasks;
}

std::vector<Task> indicator_tasks(const KeyedFacts& facts) {
  std::vector<Task> tasks;
  for (const Entry& entry : facts.entries()) {
    const auto* indicator = std::get_if<const Indicator*>(&entry.item);
    if (!indicator) continue;
    const Relation relation({.item = entry.key.item, .categories = entry.key.categories},
                            (*indicator)->formula);
    auto found = facts_of(facts, relation.references(), entry.key);
    if (!found) continue;
    tasks.push_back({.relation = relation,
                     .facts = std::move(*found),
                     .kind = Finding::Kind::indicator,
                     .rule = entry.key.item,
                     .label = label_of(facts.catalogue(), entry.item, entry.key.categories),
                     .note = (*indicator)->note});
  }
  return tasks;
}

bool is_read_for(const Relation& statement, const std::vector<Reference::Category>& categories) {
  const auto names = [&](const Reference::Category& asked) {
    return std::any_of(statement.references().begin(), statement.references().end(),
                       [&](const Reference& reference) {
                         return std::any_of(
                             reference.categories.begin(), reference.categories.end(),
                             [&](const auto& own) { return own.dimension == asked.dimension; });
                       });
  };
  return std::none_of(categories.begin(), categories.end(), names);
}

std::vector<Task> rule_tasks(const KeyedFacts& facts) {
  std::vector<Task> tasks;
  for (const Rule& rule : facts.catalogue().relations()) {
    std::set<std::vector<std::size_t>> seen;
    for (const Entry& entry : facts.entries()) {
      if (!is_read_for(rule.statement, entry.key.categories)) continue;
      auto found = facts_of(facts, rule.statement.references(), entry.key);
      if (!found || !seen.insert(*found).second) continue;
      tasks.push_back({.relation = rule.statement,
                       .facts = std::move(*found),
                       .kind = Finding::Kind::rule,
                       .rule = rule.full_id(),
                       .severity = rule.severity,
                       .label = rule.label,
                       .note = rule.note});
    }
  }
  return tasks;
}

namespace {

/// The codes of one list against their total, for one statistic.
void add_category_tasks(const KeyedFacts& facts, const Entry& total, const std::string& dimension,
                        std::vector<Task>& tasks) {
  const auto total_fact = facts.speaker(total);
  if (!total_fact) return;
  const CodeList& list = facts.catalogue().code_list(dimension);
  std::vector<std::size_t> parts;
  std::vector<std::string> absent;
  std::string sum;
  for (const Code& code : list.codes) {
    Key key = total.key;
    key.categories.push_back({dimension, code.id});
    std::sort(key.categories.begin(), key.categories.end());
    const auto fact = fact_of(facts, key);
    if (!fact) {
      absent.push_back(code.label.zh);
      continue;
    }
    if (list.rule == CodeList::Rule::subset) {
      tasks.push_back(part_task(total, *total_fact, *fact, Finding::Kind::subset));
    }
    sum.append(listed(parts.size())).append(name_of_key(key));
    parts.push_back(*fact);
  }
  if (list.rule == CodeList::Rule::subset || parts.empty()) return;
  Task task{.relation = Relation(sum + (absent.empty() ? " == " : " <= ") + name_of_key(total.key)),
            .facts = std::move(parts),
            .kind = Finding::Kind::partition,
            .rule = total.key.item,
            .label = label_of(total.item)};
  task.facts.push_back(*total_fact);
  task.label.zh += absent.empty() ? "：分项之和等于合计" : "：已列分项之和不超过合计";
  task.label.en += absent.empty() ? ": the categories add up to the total"
                                  : ": the printed categories are at most the total";
  if (!absent.empty()) task.notes.push_back({Note::Code::absent_parts, std::move(absent)});
  tasks.push_back(std::move(task));
}

}  // namespace

std::vector<Task> category_tasks(const KeyedFacts& facts) {
  std::vector<Task> tasks;
  for (const Entry& entry : facts.entries()) {
    if (!measure_of(entry.item)) continue;
    for (const std::string& dimension : dimensions_of(entry.item)) {
      const bool is_total = std::none_of(
          entry.key.categories.begin(), entry.key.categories.end(),
          [&](const Reference::Category& category) { return category.dimension == dimension; });
      if (is_total) add_category_tasks(facts, entry, dimension, tasks);
    }
  }
  return tasks;
}

std::vector<Task> subset_tasks(const KeyedFacts& facts) {
  std::vector<Task> tasks;
  for (const Entry& entry : facts.entries()) {
    const Measure* measure = measure_of(entry.item);
    if (!measure || measure->subset_of.empty()) continue;
    Key key = entry.key;
    key.item = measure->subset_of;
    const Entry* whole = facts.find(key);
    const auto part_fact = facts.speaker(entry);
    const auto whole_fact = whole ? facts.speaker(*whole) : std::nullopt;
    if (!part_fact || !whole_fact) continue;
    tasks.push_back(part_task(*whole, *whole_fact, *part_fact, Finding::Kind::subset));
  }
  return tasks;
}

std::vector<Task> region_tasks(const KeyedFacts& facts) {
  std::vector<Task> tasks;
  for (const Entry& part : facts.entries()) {
    const auto part_fact = facts.speaker(part);
    if (!adds_over_regions(part) || !part_fact) continue;
    for (const Entry& whole : facts.entries()) {
      const auto whole_fact = facts.speaker(whole);
      if (!whole_fact || whole.key.item != part.key.item ||
          whole.key.categories != part.key.categories || whole.key.period != part.key.period ||
          !whole.key.scope.contains(part.key.scope)) {
        continue;
      }
      tasks.push_back(part_task(whole, *whole_fact, *part_fact, Finding::Kind::region));
      if (part.key.scope.is_complement() || part.key.scope.within() != whole.key.scope) continue;
      Key rest = part.key;
      rest.scope = part.key.scope.complement();
      const auto rest_fact = fact_of(facts, rest);
      if (!rest_fact) continue;
      Label label = label_of(part.item);
      label.zh += "：部分与其余之和等于整体";
      label.en += ": a group and the rest are the whole";
      tasks.push_back({.relation = Relation("part + rest == whole"),
                       .facts = {*part_fact, *rest_fact, *whole_fact},
                       .kind = Finding::Kind::complement,
                       .rule = part.key.item,
                       .label = std::move(label)});
    }
  }
  return tasks;
}

}  // namespace edustat
