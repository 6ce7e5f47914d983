// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/reconcile.hpp"

#include "edustat/error/error.hpp"

#include "audit/reconcile/conflicts.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <thread>
#include <utility>

namespace edustat {
namespace reconcile_detail {
namespace {

struct Group {
  std::vector<std::size_t> numbers{};
  std::vector<Link> links{};
};

/// Numbers that hang together through relations.
std::vector<Group> groups_of(std::size_t count, std::span<const Link> links) {
  std::vector<std::size_t> leader(count);
  std::iota(leader.begin(), leader.end(), std::size_t{0});
  const auto find = [&](std::size_t number) {
    while (leader[number] != number) number = leader[number] = leader[leader[number]];
    return number;
  };
  for (const Link& link : links) {
    for (const std::size_t number : link.numbers) leader[find(number)] = find(link.numbers[0]);
  }
  std::map<std::size_t, Group> groups;
  for (std::size_t number = 0; number < count; ++number) {
    groups[find(number)].numbers.push_back(number);
  }
  for (const Link& link : links) groups[find(link.numbers[0])].links.push_back(link);
  std::vector<Group> all;
  for (auto& [name, group] : groups) all.push_back(std::move(group));
  return all;
}

/// Sets of one from each list, unions of them, with the least total weight.
class Least {
 public:
  explicit Least(std::span<const Unknown> unknowns) : unknowns_(unknowns) {}

  void add(const std::vector<std::vector<std::size_t>>& corrections) {
    std::vector<std::vector<std::size_t>> least;
    std::optional<Rational> weight;
    for (const std::vector<std::size_t>& correction : corrections) {
      const Rational own = weight_of(correction);
      if (weight && *weight < own) continue;
      if (!weight || own < *weight) least.clear();
      weight = own;
      least.push_back(correction);
    }
    if (least.empty()) return;
    constexpr std::size_t most = 1000;
    std::vector<std::vector<std::size_t>> joined;
    for (const auto& known : sets_) {
      for (const auto& own : least) {
        if (joined.size() == most) break;
        joined.push_back(known);
        joined.back().insert(joined.back().end(), own.begin(), own.end());
        std::sort(joined.back().begin(), joined.back().end());
      }
    }
    sets_ = std::move(joined);
    is_any_ = true;
  }
  [[nodiscard]] std::vector<std::vector<std::size_t>> sets() const {
    return is_any_ ? sets_ : std::vector<std::vector<std::size_t>>();
  }

 private:
  [[nodiscard]] Rational weight_of(const std::vector<std::size_t>& numbers) const {
    Rational weight(0);
    for (const std::size_t number : numbers) weight = weight + unknowns_[number].weight;
    return weight;
  }
  std::span<const Unknown> unknowns_;
  std::vector<std::vector<std::size_t>> sets_{{}};
  bool is_any_ = false;
};

/// One group after the other.
class Reconciler {
 public:
  Reconciler(std::span<const Unknown> unknowns, const ReconcileOptions& options)
      : unknowns_(unknowns),
        options_(options),
        deadline_(std::chrono::steady_clock::now() + options.time_limit),
        least_(unknowns) {
    joint_.verdict = Verdict::consistent;
    joint_.intervals.resize(unknowns.size());
  }

  Joint solve(std::span<const Link> links) {
    for (Group& group : groups_of(unknowns_.size(), links)) {
      if (group.links.empty()) {
        const Unknown& alone = unknowns_[group.numbers.front()];
        const std::optional<Interval> common = alone.print.intersect(alone.domain);
        if (common) joint_.intervals[group.numbers.front()] = Bound{*common, Tightness::tight};
        continue;
      }
      add(group);
    }
    const auto smaller = [](const Conflict& left, const Conflict& right) {
      return left.numbers.size() != right.numbers.size()
                 ? left.numbers.size() < right.numbers.size()
                 : left.numbers < right.numbers;
    };
    std::sort(joint_.conflicts.begin(), joint_.conflicts.end(), smaller);
    joint_.least = least_.sets();
    return std::move(joint_);
  }

 private:
  void add(Group& group) {
    System system(unknowns_, group.numbers, group.links, deadline_);
    const std::optional<bool> is_possible = system.is_possible(system.doubted());
    if (!is_possible) {
      joint_.is_complete = false;
      if (joint_.verdict == Verdict::consistent) joint_.verdict = Verdict::cannot_tell;
    } else if (!*is_possible) {
      joint_.verdict = Verdict::impossible;
      add_conflicts(system);
    }
    add_intervals(system, is_possible.value_or(true));
  }

  void add_conflicts(System& system) {
    const Conflicts found = find_conflicts(system, options_.most_conflicts);
    joint_.is_complete = joint_.is_complete && found.is_complete;
    for (const std::vector<std::size_t>& numbers : found.minimal) {
      Conflict conflict{numbers, {}};
      for (const std::size_t place : contradicting_links(system, numbers)) {
        conflict.relations.push_back(system.links()[place].index);
      }
      std::sort(conflict.relations.begin(), conflict.relations.end());
      joint_.conflicts.push_back(std::move(conflict));
    }
    least_.add(found.corrections);
  }

  void add_intervals(System& system, bool can_be_true) {
    for (const std::size_t number : system.numbers()) {
      std::vector<std::size_t> prints = system.doubted();
      if (!can_be_true) std::erase(prints, number);
      if (!can_be_true && !system.is_possible(prints).value_or(false)) continue;
      if (!system.is_eliminated(number)) {
        joint_.intervals[number] = system.bound_of(number, prints);
      }
    }
    for (const Link& link : system.links()) add_rates(system, link, can_be_true);
    if (system.is_late()) joint_.is_complete = false;
  }

  /// A rate without a value of its own, or of which the linear part says too little, is what its
  /// relations make of the others.
  void add_rates(System& system, const Link& link, bool can_be_true) {
    for (std::size_t index = 0; index < link.numbers.size(); ++index) {
      const std::size_t number = link.numbers[index];
      if (!system.is_eliminated(number) && !is_outer(number)) continue;
      std::vector<std::size_t> prints = system.doubted();
      if (!can_be_true) std::erase(prints, number);
      if (!can_be_true && !system.is_possible(prints).value_or(false)) continue;
      std::vector<Interval> inputs;
      for (const std::size_t other : link.numbers) {
        inputs.push_back(can_be_true ? known(other) : known_without(system, other, prints));
      }
      const Bound solved = edustat::solve(*link.relation, inputs, index);
      std::optional<Interval> common = solved.interval;
      if (common && can_be_true) common = common->intersect(unknowns_[number].print);
      const std::optional<Bound>& before = joint_.intervals[number];
      if (common && before && before->interval) common = common->intersect(*before->interval);
      if (common) joint_.intervals[number] = Bound{*common, Tightness::outer};
    }
  }

  [[nodiscard]] bool is_outer(std::size_t number) const {
    const std::optional<Bound>& bound = joint_.intervals[number];
    return bound && bound->interval && bound->tightness == Tightness::outer;
  }

  [[nodiscard]] Interval known(std::size_t number) const {
    const std::optional<Bound>& bound = joint_.intervals[number];
    return bound && bound->interval ? *bound->interval : Interval::everything();
  }

  /// Where all cannot be true, the known ranges rest on prints that are doubted here.
  [[nodiscard]] Interval known_without(System& system, std::size_t number,
                                       const std::vector<std::size_t>& prints) const {
    if (system.is_eliminated(number)) return unknowns_[number].print;
    return system.bound_of(number, prints).interval.value_or(Interval::everything());
  }

  std::span<const Unknown> unknowns_;
  const ReconcileOptions& options_;
  Deadline deadline_;
  Least least_;
  Joint joint_;
};

}  // namespace

Joint solve_jointly(std::span<const Unknown> unknowns, std::span<const Link> links,
                    const ReconcileOptions& options) {
  return Reconciler(unknowns, options).solve(links);
}

}  // namespace reconcile_detail

Joint reconcile(std::span<const Unknown> unknowns, std::span<const Relation> relations,
                const ReconcileOptions& options) {
  std::vector<reconcile_detail::Link> links;
  for (std::size_t index = 0; index < relations.size(); ++index) {
    reconcile_detail::Link link{&relations[index], {}, index};
    for (const Reference& reference : relations[index].references()) {
      if (reference.needs_panel()) {
        throw StructureError(Fault{ErrorCode::needs_panel, {reference.to_string()}, {}});
      }
      const std::string name = reference.to_string();
      const auto found = std::find_if(unknowns.begin(), unknowns.end(),
                                      [&](const Unknown& one) { return one.name == name; });
      if (found == unknowns.end()) {
        throw StructureError(Fault{ErrorCode::missing_input, {name}, {}});
      }
      link.numbers.push_back(static_cast<std::size_t>(found - unknowns.begin()));
    }
    links.push_back(std::move(link));
  }
  return reconcile_detail::solve_jointly(unknowns, links, options);
}

}  // namespace edustat
