// SPDX-License-Identifier: Apache-2.0
#include "audit/propagation.hpp"

#include "edustat/catalogue/bound.hpp"

#include "audit/judge.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace edustat {
namespace {

/// Rounds after which a chain of relations of a bulletin has said what it can: a longer one would
/// only make the fractions longer.
constexpr int most_rounds = 4;

}  // namespace

Propagation::Propagation(const KeyedFacts& facts, Precision precision, std::vector<Task> tasks) {
  std::map<std::size_t, Precision> precisions;
  for (const KeyedFacts::Entry& entry : facts.entries()) {
    for (const std::size_t fact : entry.facts) {
      precisions[fact] = facts.precision(fact, entry.item, precision);
      if (const auto& figure = facts.figure(fact)) {
        printed_.emplace(fact, figure->interval(precisions[fact]));
      }
    }
  }
  for (Task& task : tasks) {
    if (task.severity == Severity::soft) continue;
    std::vector<Printed> prints;
    for (const std::size_t fact : task.facts) {
      prints.push_back({&*facts.figure(fact), precisions[fact]});
    }
    const ReadPrint reading = read_print(task.relation, prints);
    for (std::size_t i = 0; i < task.facts.size(); ++i) {
      Interval& own = printed_.at(task.facts[i]);
      if (const auto common = own.intersect(reading.intervals[i])) own = *common;
    }
    tasks_.push_back(std::move(task));
  }
}

std::vector<Propagation> Propagation::components() const {
  // The group of each fact is named by one of its facts.
  std::map<std::size_t, std::size_t> group;
  for (const Task& task : tasks_) {
    std::set<std::size_t> joined;
    for (const std::size_t fact : task.facts)
      joined.insert(group.emplace(fact, fact).first->second);
    for (auto& [fact, name] : group) {
      if (joined.contains(name)) name = *joined.begin();
    }
  }
  std::map<std::size_t, Propagation> parts;
  for (const Task& task : tasks_) {
    Propagation& part =
        parts.emplace(group.at(task.facts.front()), Propagation({}, {})).first->second;
    part.tasks_.push_back(task);
    for (const std::size_t fact : task.facts) part.printed_.emplace(fact, printed_.at(fact));
  }
  std::vector<Propagation> result;
  for (auto& [name, part] : parts) result.push_back(std::move(part));
  return result;
}

Propagation Propagation::consistent_part() const {
  Propagation result({}, printed_);
  for (Propagation& part : components()) {
    if (!part.narrowed(part.printed_)) continue;
    std::move(part.tasks_.begin(), part.tasks_.end(), std::back_inserter(result.tasks_));
  }
  return result;
}

std::vector<std::size_t> Propagation::tasks_of(std::size_t fact) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < tasks_.size(); ++i) {
    const auto& facts = tasks_[i].facts;
    if (std::find(facts.begin(), facts.end(), fact) != facts.end()) found.push_back(i);
  }
  return found;
}

std::vector<Interval> Propagation::inputs_of(std::size_t task,
                                             const FactIntervals& intervals) const {
  std::vector<Interval> inputs;
  inputs.reserve(tasks_[task].facts.size());
  for (const std::size_t fact : tasks_[task].facts) inputs.push_back(intervals.at(fact));
  return inputs;
}

std::vector<std::size_t> Propagation::contradicted(const FactIntervals& intervals) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < tasks_.size(); ++i) {
    const auto inputs = inputs_of(i, intervals);
    if (judge(tasks_[i].relation, inputs, MaskedInputs::none).verdict == Verdict::impossible) {
      found.push_back(i);
    }
  }
  return found;
}

std::optional<Interval> Propagation::allowed(std::size_t task, std::size_t fact,
                                             const FactIntervals& intervals) const {
  const auto inputs = inputs_of(task, intervals);
  const auto& facts = tasks_[task].facts;
  const auto place = std::find(facts.begin(), facts.end(), fact);
  return solve(tasks_[task].relation, inputs,
               static_cast<std::size_t>(std::distance(facts.begin(), place)))
      .interval;
}

std::optional<Propagation::Change> Propagation::narrow(std::size_t task,
                                                       FactIntervals& intervals) const {
  const auto inputs = inputs_of(task, intervals);
  const Relation& relation = tasks_[task].relation;
  Change change = Change::no;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const auto solved = solve(relation, inputs, i).interval;
    Interval& own = intervals.at(tasks_[task].facts[i]);
    const auto common = solved ? own.intersect(*solved) : std::nullopt;
    if (!common) {
      // An undefined quotient allows nothing and contradicts nothing.
      const Judgement judgement = judge(relation, inputs, MaskedInputs::none);
      if (judgement.verdict == Verdict::impossible) return std::nullopt;
      continue;
    }
    if (*common == own) continue;
    own = *common;
    change = Change::yes;
  }
  return change;
}

std::optional<FactIntervals> Propagation::narrowed(FactIntervals intervals) const {
  for (int round = 0; round < most_rounds; ++round) {
    bool is_changed = false;
    for (std::size_t task = 0; task < tasks_.size(); ++task) {
      const auto change = narrow(task, intervals);
      if (!change) return std::nullopt;
      is_changed = is_changed || *change == Change::yes;
    }
    if (!is_changed) break;
  }
  return intervals;
}

std::vector<Task> implied_tasks(const KeyedFacts& facts) {
  std::vector<Task> tasks;
  for (const auto make : {restatement_tasks, indicator_tasks, rule_tasks, category_tasks,
                          subset_tasks, region_tasks}) {
    std::vector<Task> some = make(facts);
    std::move(some.begin(), some.end(), std::back_inserter(tasks));
  }
  return tasks;
}

}  // namespace edustat
