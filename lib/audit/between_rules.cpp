// SPDX-License-Identifier: Apache-2.0
#include "audit/between_rules.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <variant>

namespace edustat {
namespace {

using Entry = KeyedFacts::Entry;

/// A share of one measure in another that both add over regions and are never below zero: the rate
/// of a whole is then a mean of those of its parts, weighted by what stands below.
const Indicator* share_of(const KeyedFacts& facts, const Entry& entry) {
  const auto* indicator = std::get_if<const Indicator*>(&entry.item);
  if (!indicator) return nullptr;
  const Formula& formula = (*indicator)->formula;
  const auto nodes = formula.nodes();
  const bool is_quotient = formula.root() == 0 && nodes.size() == 3 &&
                           nodes[0].operation == Node::Operation::reference &&
                           nodes[1].operation == Node::Operation::reference &&
                           nodes[2].operation == Node::Operation::divide;
  if (!is_quotient) return nullptr;
  for (const Reference& reference : formula.references()) {
    const Catalogue::Item item = facts.catalogue().find(reference.item);
    const Measure* measure = measure_of(item);
    const bool adds = measure && measure->regions == RegionRule::sum;
    if (!adds || reference.needs_panel() || reference.relative != Reference::Relative::same) {
      return nullptr;
    }
  }
  return *indicator;
}

Task limit_task(const Entry& whole, const char* relation, std::size_t limit, std::size_t rate) {
  Label label = label_of(whole.item);
  label.zh += "：总率在各部分的率之间";
  label.en += ": the rate of the whole lies between those of its parts";
  return {.relation = Relation(relation),
          .facts = {limit, rate},
          .kind = Finding::Kind::between_parts,
          .rule = whole.key.item,
          .label = std::move(label)};
}

enum class Side : bool { low, high };

/// True when the one can lie at least as far out as the other, read by this rule.
bool is_outer(const Figure& one, const Figure& other, Precision rule, Side side) {
  const Interval mine = one.interval(rule);
  const Interval its = other.interval(rule);
  const auto& own = side == Side::low ? mine.low().value : mine.high().value;
  const auto& end = side == Side::low ? its.low().value : its.high().value;
  if (!own || !end) return !own;
  return side == Side::low ? *own <= *end : *own >= *end;
}

/// The part that can lie farthest out by whatever rule all of them are read; nothing where the
/// rules disagree, because then another part may be the one.
std::optional<std::size_t> outermost(const KeyedFacts& facts, const std::vector<std::size_t>& parts,
                                     Side side) {
  const auto is_outermost = [&](std::size_t one) {
    return std::all_of(parts.begin(), parts.end(), [&](std::size_t other) {
      constexpr std::array rules{Precision::exact, Precision::nearest, Precision::truncated};
      return std::all_of(rules.begin(), rules.end(), [&](Precision rule) {
        return is_outer(*facts.figure(one), *facts.figure(other), rule, side);
      });
    });
  };
  const auto found = std::find_if(parts.begin(), parts.end(), is_outermost);
  return found == parts.end() ? std::nullopt : std::optional<std::size_t>(*found);
}

/// The whole lies at or above its lowest part, and at or below its highest.
void add_limits(const KeyedFacts& facts, const Entry& whole, const std::vector<std::size_t>& parts,
                std::vector<Task>& tasks) {
  const auto rate = facts.speaker(whole);
  const auto is_special = [&](std::size_t fact) {
    return facts.figure(fact)->is_masked() || facts.bulletin().facts()[fact].precision;
  };
  if (!rate || std::any_of(parts.begin(), parts.end(), is_special)) return;
  const auto lowest = outermost(facts, parts, Side::low);
  const auto highest = outermost(facts, parts, Side::high);
  if (lowest) tasks.push_back(limit_task(whole, "lowest <= whole", *lowest, *rate));
  if (highest) tasks.push_back(limit_task(whole, "highest >= whole", *highest, *rate));
}

/// A group and the rest.
void add_group(const KeyedFacts& facts, const Entry& part, std::vector<Task>& tasks) {
  const auto within = part.key.scope.within();
  if (!within || part.key.scope.is_complement()) return;
  Key whole_key = part.key;
  whole_key.scope = *within;
  Key rest_key = part.key;
  rest_key.scope = part.key.scope.complement();
  const Entry* whole = facts.find(whole_key);
  const Entry* rest = facts.find(rest_key);
  const auto one = facts.speaker(part);
  const auto other = rest ? facts.speaker(*rest) : std::nullopt;
  if (whole && one && other) add_limits(facts, *whole, {*one, *other}, tasks);
}

/// All categories of a partition.
void add_categories(const KeyedFacts& facts, const Entry& whole, const Indicator& indicator,
                    std::vector<Task>& tasks) {
  for (const std::string& dimension : indicator.dimensions) {
    const CodeList& list = facts.catalogue().code_list(dimension);
    const bool is_total = std::none_of(
        whole.key.categories.begin(), whole.key.categories.end(),
        [&](const Reference::Category& category) { return category.dimension == dimension; });
    if (!is_total || list.rule != CodeList::Rule::partition) continue;
    std::vector<std::size_t> parts;
    for (const Code& code : list.codes) {
      Key key = whole.key;
      key.categories.push_back({dimension, code.id});
      std::sort(key.categories.begin(), key.categories.end());
      const Entry* part = facts.find(key);
      const auto fact = part ? facts.speaker(*part) : std::nullopt;
      if (fact) parts.push_back(*fact);
    }
    if (!parts.empty() && parts.size() == list.codes.size()) {
      add_limits(facts, whole, parts, tasks);
    }
  }
}

}  // namespace

std::vector<Task> between_tasks(const KeyedFacts& facts) {
  std::vector<Task> tasks;
  for (const Entry& entry : facts.entries()) {
    const Indicator* indicator = share_of(facts, entry);
    if (!indicator) continue;
    add_group(facts, entry, tasks);
    add_categories(facts, entry, *indicator, tasks);
  }
  return tasks;
}

}  // namespace edustat
