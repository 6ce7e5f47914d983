// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/finding.hpp"
#include "edustat/number/interval.hpp"
#include "edustat/quantity/figure.hpp"

#include "audit/audit_rules.hpp"
#include "bulletin/keyed_facts.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace edustat {

/// What each fact can be, by its number.
using FactIntervals = std::map<std::size_t, Interval>;

/// Narrows what facts can be by relations between them, one relation after the other, until nothing
/// changes or the rounds are used up. Every result is outer: nothing outside is possible.
class Propagation {
 public:
  /// The hard relations among `tasks`. @throws UnitError
  Propagation(const KeyedFacts& facts, Precision precision, std::vector<Task> tasks);

  /// The relations in groups that share no fact, each with the facts of its own.
  [[nodiscard]] std::vector<Propagation> components() const;
  /// Without the groups whose relations contradict one another: there it is unknown which print to
  /// believe.
  [[nodiscard]] Propagation consistent_part() const;

  /// What the prints alone allow.
  [[nodiscard]] const FactIntervals& printed() const noexcept { return printed_; }
  /// The relations, by number.
  [[nodiscard]] const std::vector<Task>& tasks() const noexcept { return tasks_; }
  /// Numbers of the relations of a fact.
  [[nodiscard]] std::vector<std::size_t> tasks_of(std::size_t fact) const;
  /// Numbers of the relations that the intervals contradict.
  [[nodiscard]] std::vector<std::size_t> contradicted(const FactIntervals& intervals) const;
  /// What one relation lets a fact be; nothing when no value would do.
  [[nodiscard]] std::optional<Interval> allowed(std::size_t task, std::size_t fact,
                                                const FactIntervals& intervals) const;
  /// The intervals that all relations leave; nothing when they contradict one another.
  [[nodiscard]] std::optional<FactIntervals> narrowed(FactIntervals intervals) const;

 private:
  enum class Change : bool { no, yes };
  Propagation(std::vector<Task> tasks, FactIntervals printed)
      : tasks_(std::move(tasks)), printed_(std::move(printed)) {}
  [[nodiscard]] std::optional<Change> narrow(std::size_t task, FactIntervals& intervals) const;
  [[nodiscard]] std::vector<Interval> inputs_of(std::size_t task,
                                                const FactIntervals& intervals) const;

  std::vector<Task> tasks_{};
  FactIntervals printed_{};
};

/// Everything that a catalogue implies for the facts of a bulletin, but for rates between those of
/// their parts: there the prints choose the part, so nothing follows for it.
[[nodiscard]] std::vector<Task> implied_tasks(const KeyedFacts& facts);

}  // namespace edustat
