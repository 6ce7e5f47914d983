// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/hypothesis.hpp"

#include "audit/context_slips.hpp"
#include "audit/propagation.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <variant>

namespace edustat {
namespace {

/// The facts that stand in every relation that the prints contradict.
std::set<std::size_t> common_facts(const Propagation& relations) {
  std::set<std::size_t> common;
  bool is_first = true;
  for (const std::size_t task : relations.contradicted(relations.printed())) {
    const auto& facts = relations.tasks()[task].facts;
    const std::set<std::size_t> own(facts.begin(), facts.end());
    std::set<std::size_t> both;
    std::set_intersection(common.begin(), common.end(), own.begin(), own.end(),
                          std::inserter(both, both.end()));
    common = is_first ? own : both;
    is_first = false;
  }
  return common;
}

const KeyedFacts::Entry& entry_of(const KeyedFacts& facts, std::size_t fact) {
  for (const KeyedFacts::Entry& entry : facts.entries()) {
    if (std::find(entry.facts.begin(), entry.facts.end(), fact) != entry.facts.end()) return entry;
  }
  throw StructureError(Fault{ErrorCode::missing_input, {std::to_string(fact)}});
}

bool is_same(const Hypothesis& left, const Hypothesis& right) {
  return left.fact == right.fact && left.slip.kind == right.slip.kind &&
         left.slip.figure == right.slip.figure && left.slip.precision == right.slip.precision;
}

/// The first ones: a print of several sets of suspects may be mended alike in each.
std::vector<Hypothesis> each_once(std::vector<Hypothesis> found, std::size_t most) {
  std::vector<Hypothesis> once;
  for (Hypothesis& one : found) {
    if (once.size() == most) break;
    const bool is_known = std::any_of(
        once.begin(), once.end(), [&](const Hypothesis& before) { return is_same(before, one); });
    if (!is_known) once.push_back(std::move(one));
  }
  return once;
}

}  // namespace

std::vector<Suspect> suspects(const Bulletin& bulletin, const Catalogue& catalogue,
                              const SlipOptions& options) {
  const KeyedFacts facts(bulletin, catalogue);
  const Propagation all(facts, options.precision, implied_tasks(facts));
  std::vector<Suspect> found;
  for (const Propagation& relations : all.components()) {
    for (const std::size_t fact : common_facts(relations)) {
      FactIntervals intervals = relations.printed();
      intervals.at(fact) = Interval::everything();
      const auto narrowed = relations.narrowed(std::move(intervals));
      if (narrowed) found.push_back({fact, narrowed->at(fact), {}});
    }
  }
  return found;
}

std::vector<Hypothesis> hypotheses(const Bulletin& bulletin, const Catalogue& catalogue,
                                   std::span<const Suspect> suspects, const SlipOptions& options) {
  const KeyedFacts facts(bulletin, catalogue);
  std::vector<Hypothesis> found;
  for (const Suspect& suspect : suspects) {
    const KeyedFacts::Entry& entry = entry_of(facts, suspect.fact);
    const auto& figure = facts.figure(suspect.fact);
    if (!figure) {
      throw StructureError(Fault{ErrorCode::missing_input, {std::to_string(suspect.fact)}});
    }
    const SlipOptions own{facts.precision(suspect.fact, entry.item, options.precision),
                          options.most, catalogue.units()};
    for (Slip& slip : slips(*figure, suspect.allowed, unit_of(entry.item), own)) {
      found.push_back({suspect.fact, std::move(slip), suspect.allowed, {}, suspect.besides});
    }
    std::vector<Hypothesis> more = context_slips(facts, suspect, options);
    for (Hypothesis& one : more) one.besides = suspect.besides;
    std::move(more.begin(), more.end(), std::back_inserter(found));
  }
  std::stable_sort(found.begin(), found.end(), [](const Hypothesis& left, const Hypothesis& right) {
    return left.slip.weight > right.slip.weight;
  });
  return each_once(std::move(found), options.most);
}

}  // namespace edustat
