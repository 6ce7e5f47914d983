// SPDX-License-Identifier: Apache-2.0
// The joint question that a bulletin asks: one number for each printed fact and each hidden input.
#include "edustat/audit/reconcile.hpp"

#include "edustat/error/error.hpp"

#include "audit/audit_rules.hpp"
#include "audit/propagation.hpp"
#include "audit/reconcile/reconcile.hpp"
#include "bulletin/keyed_facts.hpp"
#include "catalogue/catalogue_item.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>
#include <vector>

namespace edustat {
namespace {

using reconcile_detail::Link;

/// A relation between numbers, and what implies it.
struct Implied {
  Relation relation;
  std::vector<std::size_t> numbers;
  std::string rule;
  Label label;
};

bool adds_up(const Catalogue::Item& item) {
  const Measure* measure = measure_of(item);
  return measure && measure->regions == RegionRule::sum;
}

/// The least whole number that is not below an end, and on the other side the greatest.
Interval::Bound whole_above(const Interval::Bound& low) {
  if (!low.value) return low;
  const Rational whole = low.value->ceiling();
  const bool is_out = low.end == End::open && whole == *low.value;
  return {is_out ? whole + Rational(1) : whole, End::closed};
}

Interval::Bound whole_below(const Interval::Bound& high) {
  if (!high.value) return high;
  const Rational whole = high.value->floor();
  const bool is_out = high.end == End::open && whole == *high.value;
  return {is_out ? whole - Rational(1) : whole, End::closed};
}

/// What the print of a number lets it be: within its domain, and whole where it counts. The print
/// itself where that leaves nothing.
Interval possible_print(const Unknown& unknown) {
  const std::optional<Interval> inside = unknown.print.intersect(unknown.domain);
  if (!inside || !unknown.is_whole) return inside.value_or(unknown.print);
  const Interval::Bound low = whole_above(inside->low());
  const Interval::Bound high = whole_below(inside->high());
  if (low.value && high.value && *low.value > *high.value) return unknown.print;
  return {low, high};
}

class BulletinQuestion {
 public:
  BulletinQuestion(const Bulletin& bulletin, const Catalogue& catalogue,
                   const ReconcileOptions& options)
      : options_(options), catalogue_(catalogue), facts_(bulletin, catalogue) {
    const Propagation prints(facts_, options.precision, implied_tasks(facts_));
    add_facts(bulletin, prints.printed());
    for (const Task& task : prints.tasks()) {
      std::vector<std::size_t> numbers;
      for (const std::size_t fact : task.facts) numbers.push_back(number_of_fact_.at(fact));
      implied_.push_back({task.relation, std::move(numbers), task.rule, task.label});
    }
    add_hidden();
  }

  Reconciliation answer(const Bulletin& bulletin) {
    std::vector<Link> links;
    std::size_t index = 0;
    for (const Implied& one : implied_) links.push_back({&one.relation, one.numbers, index++});
    const Joint joint = reconcile_detail::solve_jointly(unknowns_, links, options_);
    Reconciliation result;
    result.verdict = joint.verdict;
    result.is_complete = joint.is_complete;
    result.precision = options_.precision;
    for (const Conflict& conflict : joint.conflicts) add_conflict(result, conflict);
    for (const auto& numbers : joint.least) result.least.push_back(facts_of(numbers));
    for (std::size_t number = 0; number < unknowns_.size(); ++number) {
      result.intervals.push_back(known_[number]);
      result.intervals.back().bound = joint.intervals[number];
    }
    add_hypotheses(result, joint, bulletin);
    return result;
  }

 private:
  void add_facts(const Bulletin& bulletin, const FactIntervals& printed) {
    for (const KeyedFacts::Entry& entry : facts_.entries()) {
      for (const std::size_t fact : entry.facts) {
        const auto print = printed.find(fact);
        if (print != printed.end()) entry_of_[fact] = &entry;
      }
    }
    for (const auto& [fact, entry] : entry_of_) {
      number_of_fact_[fact] = add(entry->key, entry->item, bulletin.facts()[fact].item);
      unknowns_.back().print = printed.at(fact);
      unknowns_.back().is_fixed = options_.fixed.contains(fact);
      const auto weight = options_.weights.find(fact);
      if (weight != options_.weights.end()) unknowns_.back().weight = weight->second;
      known_.back().fact = fact;
      known_.back().print = possible_print(unknowns_.back());
      number_of_key_.try_emplace(entry->key, number_of_fact_[fact]);
    }
  }

  std::size_t add(const Key& key, const Catalogue::Item& item, std::string name) {
    Unknown unknown;
    unknown.name = std::move(name);
    if (adds_up(item)) unknown.domain = Interval::at_least(Rational(0));
    unknown.is_whole = adds_up(item) && unit_of(item).dimension().is_count();
    unknowns_.push_back(std::move(unknown));
    Reconciliation::Known known;
    known.item = key.item;
    known.categories = key.categories;
    known.scope = key.scope;
    known.period = key.period;
    known_.push_back(std::move(known));
    return unknowns_.size() - 1;
  }

  /// Printed indicators whose inputs are not all printed: the others are numbers without a print.
  void add_hidden() {
    for (const KeyedFacts::Entry& entry : facts_.entries()) {
      const auto* indicator = std::get_if<const Indicator*>(&entry.item);
      const auto own = number_of_key_.find(entry.key);
      if (!indicator || own == number_of_key_.end()) continue;
      const Relation relation({.item = entry.key.item, .categories = entry.key.categories},
                              (*indicator)->formula);
      std::vector<std::size_t> numbers;
      bool has_hidden = false;
      bool is_here = true;
      for (const Reference& reference : relation.references()) {
        is_here = is_here && !reference.needs_panel();
        if (!is_here) break;
        const Key key = key_of(catalogue_, reference, entry.key);
        const bool is_own = reference.item == entry.key.item;
        const auto [position, is_new] =
            number_of_key_.try_emplace(key, is_own ? own->second : unknowns_.size());
        if (is_new) {
          // For a plan without period the printed one is meant.
          const KeyedFacts::Entry* printed = facts_.find(key);
          const auto speaker = printed ? facts_.speaker(*printed) : std::nullopt;
          if (speaker) {
            position->second = number_of_fact_.at(*speaker);
          } else {
            add(key, catalogue_.find(key.item), key.item);
          }
        }
        has_hidden = has_hidden || !known_[position->second].fact;
        numbers.push_back(position->second);
      }
      if (!is_here || !has_hidden) continue;
      implied_.push_back({relation, std::move(numbers), entry.key.item,
                          label_of(catalogue_, entry.item, entry.key.categories)});
    }
  }

  [[nodiscard]] std::vector<std::size_t> facts_of(const std::vector<std::size_t>& numbers) const {
    std::vector<std::size_t> facts;
    for (const std::size_t number : numbers) {
      if (known_[number].fact) facts.push_back(*known_[number].fact);
    }
    std::sort(facts.begin(), facts.end());
    return facts;
  }

  void add_conflict(Reconciliation& result, const Conflict& conflict) const {
    Reconciliation::Contradiction contradiction;
    contradiction.facts = facts_of(conflict.numbers);
    for (const std::size_t relation : conflict.relations) {
      const Implied& implied = implied_[relation];
      contradiction.reasons.push_back(
          {implied.rule, implied.label, implied.relation.text(), facts_of(implied.numbers)});
    }
    result.conflicts.push_back(std::move(contradiction));
  }

  /// The slips of the prints of the least sets.
  void add_hypotheses(Reconciliation& result, const Joint& joint, const Bulletin& bulletin) const {
    std::vector<Suspect> suspects;
    for (const Allowed& allowed : joint.allowed) {
      const std::optional<std::size_t> fact = known_[allowed.number].fact;
      if (fact) suspects.push_back({*fact, *allowed.bound.interval, facts_of(allowed.besides)});
    }
    if (suspects.empty()) return;
    SlipOptions slips;
    slips.precision = options_.precision;
    slips.units = catalogue_.units();
    result.hypotheses = hypotheses(bulletin, catalogue_, suspects, slips);
  }

  const ReconcileOptions& options_;
  const Catalogue& catalogue_;
  KeyedFacts facts_;
  std::vector<Unknown> unknowns_{};
  std::vector<Reconciliation::Known> known_{};
  std::vector<Implied> implied_{};
  std::map<std::size_t, const KeyedFacts::Entry*> entry_of_{};
  std::map<std::size_t, std::size_t> number_of_fact_{};
  std::map<Key, std::size_t> number_of_key_{};
};

/// Facts that the bulletin has, and weights above 0.
void require_facts(const Bulletin& bulletin, const ReconcileOptions& options) {
  const std::size_t count = bulletin.facts().size();
  const auto require = [&](std::size_t fact) {
    if (fact < count) return;
    throw StructureError(
        Fault{ErrorCode::no_such_fact, {std::to_string(fact), std::to_string(count)}});
  };
  for (const std::size_t fact : options.fixed) require(fact);
  for (const auto& [fact, weight] : options.weights) {
    require(fact);
    reconcile_detail::require_weight(weight, fact);
  }
}

}  // namespace

bool Reconciliation::Known::is_narrowed() const {
  if (!print || !bound || !bound->interval) return false;
  const std::optional<Interval> left = print->intersect(*bound->interval);
  return !left || left->low().value != print->low().value ||
         left->high().value != print->high().value;
}

Reconciliation reconcile(const Bulletin& bulletin, const Catalogue& catalogue,
                         const ReconcileOptions& options) {
  require_facts(bulletin, options);
  return BulletinQuestion(bulletin, catalogue, options).answer(bulletin);
}

}  // namespace edustat
