// SPDX-License-Identifier: Apache-2.0
#include "audit/series_facts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <variant>

namespace edustat {
namespace {

using Entry = KeyedFacts::Entry;
using Operation = Node::Operation;

std::optional<std::vector<std::size_t>> facts_of(const SeriesFacts& facts,
                                                 std::span<const Reference> references,
                                                 const Key& key, std::size_t subject) {
  std::vector<std::size_t> found;
  for (const Reference& reference : references) {
    const auto fact = facts.find(reference, key, subject);
    if (!fact) return std::nullopt;
    found.push_back(*fact);
  }
  return found;
}

/// What a formula says of one item now and before.
enum class Change : std::uint8_t { none, increase, growth };

/// `x - x@-1y` is an increase, `(x - x@-1y) / x@-1y` and `x / x@-1y - 1` are growths.
Change change_of(const Formula& formula) {
  const auto references = formula.references();
  const auto nodes = formula.nodes();
  const bool is_pair = formula.root() == 0 && references.size() == 2 &&
                       !references[0].needs_panel() &&
                       references[1].relative == Reference::Relative::same &&
                       references[1].needs_panel() && references[0].item == references[1].item &&
                       references[0].categories == references[1].categories;
  if (!is_pair) return Change::none;
  const Node now{Operation::reference, 0};
  const Node before{Operation::reference, 1};
  const auto reads = [&](const std::vector<Node>& form) {
    return std::equal(nodes.begin(), nodes.end(), form.begin(), form.end());
  };
  if (reads({now, before, {Operation::subtract}})) return Change::increase;
  if (reads({now, before, {Operation::subtract}, before, {Operation::divide}})) {
    return Change::growth;
  }
  const bool is_quotient =
      formula.constants().size() == 1 && formula.constants()[0] == 1 &&
      reads({now, before, {Operation::divide}, {Operation::constant, 0}, {Operation::subtract}});
  return is_quotient ? Change::growth : Change::none;
}

Label labelled(const Entry& entry, const char* zh, const char* en) {
  Label label = label_of(entry.item);
  label.zh += zh;
  label.en += en;
  return label;
}

/// Where a growth and an increase of the same item are printed for one subject.
struct Grown {
  const Entry* growth;
  std::size_t growth_fact;
  const Formula* formula;
};

Task growth_task(const Entry& growth, const char* relation, std::vector<std::size_t> facts) {
  return {.relation = Relation(relation),
          .facts = std::move(facts),
          .kind = Finding::Kind::indicator,
          .rule = growth.key.item,
          .label = labelled(growth, "：增量、增幅与基数", ": increase, growth and base")};
}

/// The increase of the same item over the same time, printed for the same subject.
std::optional<std::size_t> increase_of(const SeriesFacts& facts, const Grown& grown) {
  for (const Entry& entry : facts.keyed().entries()) {
    const auto* indicator = std::get_if<const Indicator*>(&entry.item);
    const bool is_subject = indicator && entry.key.scope == grown.growth->key.scope &&
                            entry.key.period == grown.growth->key.period &&
                            entry.key.categories == grown.growth->key.categories;
    if (!is_subject || change_of((*indicator)->formula) != Change::increase) continue;
    const auto left = (*indicator)->formula.references();
    const auto right = grown.formula->references();
    if (std::equal(left.begin(), left.end(), right.begin(), right.end())) {
      return facts.speaker(entry.key, grown.growth_fact);
    }
  }
  return std::nullopt;
}

bool is_same_origin(const Measure& measure, const Period& left, const Period& right) {
  const auto within = [&](Period::Kind kind) {
    const Period early = Period::of_months(left.last_month(), left.last_month());
    const Period late = Period::of_months(right.last_month(), right.last_month());
    return early.containing(kind) == late.containing(kind);
  };
  switch (measure.origin) {
    case Origin::programme:
      return true;
    case Origin::year:
      return within(Period::Kind::year);
    case Origin::school_year:
      return within(Period::Kind::school_year);
    default:
      return false;
  }
}

}  // namespace

std::vector<Task> growth_tasks(const SeriesFacts& facts) {
  std::vector<Task> tasks;
  for (const Entry& entry : facts.keyed().entries()) {
    const auto* indicator = std::get_if<const Indicator*>(&entry.item);
    if (!indicator || change_of((*indicator)->formula) != Change::growth) continue;
    for (const std::size_t growth : entry.facts) {
      if (!facts.keyed().figure(growth)) continue;
      const auto references = (*indicator)->formula.references();
      const auto now = facts.find(references[0], entry.key, growth);
      const auto before = facts.find(references[1], entry.key, growth);
      const auto increase = increase_of(facts, {&entry, growth, &(*indicator)->formula});
      if (now && before) {
        tasks.push_back(
            growth_task(entry, "now == before * (1 + growth)", {*now, *before, growth}));
      }
      if (now && increase) {
        tasks.push_back(
            growth_task(entry, "growth == increase / (now - increase)", {growth, *increase, *now}));
      }
      if (before && increase) {
        tasks.push_back(
            growth_task(entry, "growth == increase / before", {growth, *increase, *before}));
      }
    }
  }
  return tasks;
}

std::vector<Task> shifted_tasks(const SeriesFacts& facts) {
  std::vector<Task> tasks;
  for (const Entry& entry : facts.keyed().entries()) {
    const auto* indicator = std::get_if<const Indicator*>(&entry.item);
    if (!indicator || change_of((*indicator)->formula) == Change::growth) continue;
    const Relation relation({.item = entry.key.item, .categories = entry.key.categories},
                            (*indicator)->formula);
    for (const std::size_t fact : entry.facts) {
      if (!facts.keyed().figure(fact)) continue;
      auto found = facts_of(facts, relation.references(), entry.key, fact);
      if (!found || !facts.is_across(*found)) continue;
      tasks.push_back({.relation = relation,
                       .facts = std::move(*found),
                       .kind = Finding::Kind::rule,
                       .rule = entry.key.item,
                       .label = label_of(entry.item)});
    }
  }
  return tasks;
}

std::vector<Task> declared_tasks(const SeriesFacts& facts) {
  std::vector<Task> tasks;
  for (const Rule& rule : facts.keyed().catalogue().relations()) {
    std::set<std::vector<std::size_t>> seen;
    for (const Entry& entry : facts.keyed().entries()) {
      const bool is_read =
          rule.severity == Severity::hard && is_read_for(rule.statement, entry.key.categories);
      if (!is_read) continue;
      for (const std::size_t fact : entry.facts) {
        auto found = facts_of(facts, rule.statement.references(), entry.key, fact);
        if (!found || !facts.is_across(*found) || !seen.insert(*found).second) continue;
        tasks.push_back({.relation = rule.statement,
                         .facts = std::move(*found),
                         .kind = Finding::Kind::rule,
                         .rule = rule.full_id(),
                         .label = rule.label,
                         .note = rule.note});
      }
    }
  }
  return tasks;
}

std::vector<Task> falling_tasks(const SeriesFacts& facts) {
  using Subject = std::tuple<std::string, std::vector<Reference::Category>, Scope>;
  std::map<Subject, std::map<int, std::vector<const Entry*>>> by_end;
  for (const Entry& entry : facts.keyed().entries()) {
    const Measure* measure = measure_of(entry.item);
    if (!measure || measure->time != TimeRule::cumulative || !entry.key.period) continue;
    by_end[{entry.key.item, entry.key.categories, entry.key.scope}][entry.key.period->last_month()]
        .push_back(&entry);
  }
  std::vector<Task> tasks;
  for (const auto& [subject, ends] : by_end) {
    const Entry* before = nullptr;
    for (const auto& [month, entries] : ends) {
      const Entry* now = entries.front();
      const bool is_pair =
          before && is_same_origin(*measure_of(now->item), *before->key.period, *now->key.period);
      const auto first = is_pair ? facts.speaker(before->key, now->facts.front()) : std::nullopt;
      const auto second = is_pair ? facts.speaker(now->key, now->facts.front()) : std::nullopt;
      if (first && second) {
        tasks.push_back({.relation = Relation("before <= now"),
                         .facts = {*first, *second},
                         .kind = Finding::Kind::cumulative,
                         .rule = now->key.item,
                         .label = labelled(*now, "：累计数在起点之内不下降",
                                           ": a cumulative figure does not fall")});
      }
      before = now;
    }
  }
  return tasks;
}

std::vector<Task> repeated_tasks(const SeriesFacts& facts) {
  using Subject = std::tuple<std::string, std::vector<Reference::Category>, Scope>;
  std::vector<Task> tasks;
  std::map<Subject, std::vector<std::size_t>> plans;
  const auto add = [&](const Entry& entry, std::size_t before, std::size_t now) {
    if (facts.source(before).bulletin == facts.source(now).bulletin) return;
    tasks.push_back({.relation = Relation("before == now"),
                     .facts = {before, now},
                     .kind = Finding::Kind::restatement,
                     .rule = entry.key.item,
                     .label = labelled(entry, "：各期通报所列", ": as later bulletins state it")});
  };
  for (const Entry& entry : facts.keyed().entries()) {
    if (!entry.key.period) continue;
    const Measure* measure = measure_of(entry.item);
    const bool is_plan = measure && measure->time == TimeRule::plan;
    std::optional<std::size_t> before;
    if (is_plan) {
      auto& earlier = plans[{entry.key.item, entry.key.categories, entry.key.scope}];
      for (const std::size_t one : earlier) {
        const Period& period = *facts.fact(one).period;
        const bool is_same_plan = period.is_instant() == entry.key.period->is_instant() &&
                                  (period.is_instant() || period.contains(*entry.key.period) ||
                                   entry.key.period->contains(period));
        if (is_same_plan) before = one;
      }
    }
    for (const std::size_t fact : entry.facts) {
      if (!facts.keyed().figure(fact)) continue;
      if (before) add(entry, *before, fact);
      before = fact;
      if (is_plan) plans[{entry.key.item, entry.key.categories, entry.key.scope}].push_back(fact);
    }
  }
  return tasks;
}

}  // namespace edustat
