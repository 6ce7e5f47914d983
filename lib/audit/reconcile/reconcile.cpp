// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/reconcile.hpp"

#include "edustat/error/error.hpp"

#include "audit/reconcile/conflicts.hpp"
#include "audit/reconcile/ends.hpp"
#include "audit/reconcile/limited_context.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <z3++.h>

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

  /// Of the corrections of one group, those with the least weight.
  std::vector<std::vector<std::size_t>> add(
      const std::vector<std::vector<std::size_t>>& corrections) {
    std::vector<std::vector<std::size_t>> least;
    std::optional<Rational> weight;
    for (const std::vector<std::size_t>& correction : corrections) {
      const Rational own = weight_of(correction);
      if (weight && *weight < own) continue;
      if (!weight || own < *weight) least.clear();
      weight = own;
      least.push_back(correction);
    }
    if (least.empty()) return least;
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
    return least;
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
      : unknowns_(unknowns), options_(options), z3_(options.time_limit), least_(unknowns) {
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
    try {
      judge(group);
    } catch (const z3::exception&) {
      if (!z3_.is_over()) throw;
      leave_open();
    }
  }

  void leave_open() {
    joint_.is_complete = false;
    if (joint_.verdict == Verdict::consistent) joint_.verdict = Verdict::cannot_tell;
  }

  void judge(Group& group) {
    System system(z3_, unknowns_, group.numbers, group.links);
    const std::optional<bool> is_possible = system.is_possible(system.doubted());
    if (!is_possible) leave_open();
    if (is_possible.value_or(true)) {
      add_intervals(system);
    } else {
      joint_.verdict = Verdict::impossible;
      add_intervals_without(system, add_conflicts(system));
    }
    if (z3_.is_over()) joint_.is_complete = false;
  }

  /// The prints that stand in every conflict that was found.
  std::vector<std::size_t> add_conflicts(System& system) {
    const Conflicts found = find_conflicts(system, options_.most_conflicts);
    joint_.is_complete = joint_.is_complete && found.is_complete;
    std::vector<std::size_t> common = system.doubted();
    for (const std::vector<std::size_t>& numbers : found.minimal) {
      Conflict conflict{numbers, {}};
      for (const std::size_t place : contradicting_links(system, numbers)) {
        conflict.relations.push_back(system.links()[place].index);
      }
      std::sort(conflict.relations.begin(), conflict.relations.end());
      joint_.conflicts.push_back(std::move(conflict));
      std::erase_if(common, [&](std::size_t number) {
        return !std::binary_search(numbers.begin(), numbers.end(), number);
      });
    }
    add_allowed(system, least_.add(found.corrections));
    return common;
  }

  /// What the rest lets the prints of the least sets be, each without its whole set.
  void add_allowed(System& system, const std::vector<std::vector<std::size_t>>& least) {
    constexpr std::size_t most = 50;
    for (const std::vector<std::size_t>& set : least) {
      for (const std::size_t number : set) {
        if (system.is_late() || joint_.allowed.size() == most) return;
        std::optional<Bound> bound = allowed_without(system, number, set);
        if (set.size() == 1) joint_.intervals[number] = bound;
        if (!bound || !bound->interval) continue;
        Allowed allowed{number, set, std::move(*bound)};
        std::erase(allowed.besides, number);
        joint_.allowed.push_back(std::move(allowed));
      }
    }
  }

  void add_intervals(System& system) {
    std::vector<std::size_t> valued;
    std::copy_if(system.numbers().begin(), system.numbers().end(), std::back_inserter(valued),
                 [&](std::size_t number) { return !system.is_eliminated(number); });
    const std::vector<Bound> bounds = bounds_of(system, valued, system.doubted());
    for (std::size_t i = 0; i < valued.size(); ++i) joint_.intervals[valued[i]] = bounds[i];
    for (const Link& link : system.links()) {
      for (std::size_t index = 0; index < link.numbers.size(); ++index) {
        const std::size_t number = link.numbers[index];
        std::optional<Bound>& bound = joint_.intervals[number];
        if (!system.is_eliminated(number) && !is_outer(bound)) continue;
        narrow(bound, made_of(link, index, joint_.intervals));
        if (bound) narrow(bound, unknowns_[number].print);
      }
    }
  }

  /// What the other prints let those be that stand in every conflict.
  void add_intervals_without(System& system, const std::vector<std::size_t>& blamed) {
    for (const std::size_t number : blamed) {
      if (joint_.intervals[number]) continue;  // a least set of its own
      if (const std::optional<Bound> bound = allowed_without(system, number, {number})) {
        joint_.intervals[number] = bound;
      }
    }
  }

  /// What a number can be without the prints of a set in which it stands; nothing where the others
  /// contradict one another.
  std::optional<Bound> allowed_without(System& system, std::size_t number,
                                       const std::vector<std::size_t>& set) {
    std::vector<std::size_t> prints = system.doubted();
    std::erase_if(prints, [&](std::size_t print) {
      return std::find(set.begin(), set.end(), print) != set.end();
    });
    if (!system.is_possible(prints).value_or(false)) return std::nullopt;
    std::optional<Bound> bound;
    if (!system.is_eliminated(number)) {
      bound = bounds_of(system, {number}, prints).front();
      if (!is_outer(bound)) return bound;
    }
    for (const Link& link : system.links()) {
      const auto own = std::find(link.numbers.begin(), link.numbers.end(), number);
      if (own == link.numbers.end()) continue;
      const auto index = static_cast<std::size_t>(own - link.numbers.begin());
      narrow(bound, made_of(link, index, known_without(system, link, number, prints)));
    }
    return bound;
  }

  /// By number: the ranges of the others in a relation while these prints hold. Those of the whole
  /// question rest on prints that are doubted here.
  std::vector<std::optional<Bound>> known_without(System& system, const Link& link,
                                                  std::size_t number,
                                                  const std::vector<std::size_t>& prints) const {
    std::vector<std::optional<Bound>> known(unknowns_.size());
    std::vector<std::size_t> valued;
    for (const std::size_t other : link.numbers) {
      if (other == number) continue;
      if (!system.is_eliminated(other)) {
        valued.push_back(other);
      } else if (unknowns_[other].is_fixed ||
                 std::find(prints.begin(), prints.end(), other) != prints.end()) {
        known[other] = Bound{unknowns_[other].print, Tightness::outer};
      }
    }
    const std::vector<Bound> bounds = bounds_of(system, valued, prints);
    for (std::size_t i = 0; i < valued.size(); ++i) known[valued[i]] = bounds[i];
    return known;
  }

  /// What a relation makes of the others: for a rate without a value of its own, and for numbers of
  /// which the linear part says too little.
  static std::optional<Interval> made_of(const Link& link, std::size_t index,
                                         const std::vector<std::optional<Bound>>& known) {
    std::vector<Interval> inputs;
    for (const std::size_t other : link.numbers) {
      const auto& bound = known[other];
      inputs.push_back(bound && bound->interval ? *bound->interval : Interval::everything());
    }
    return edustat::solve(*link.relation, inputs, index).interval;
  }

  static void narrow(std::optional<Bound>& bound, std::optional<Interval> range) {
    if (range && bound && bound->interval) range = range->intersect(*bound->interval);
    if (range) bound = Bound{*range, Tightness::outer};
  }

  [[nodiscard]] static bool is_outer(const std::optional<Bound>& bound) {
    return bound && bound->interval && bound->tightness == Tightness::outer;
  }

  std::span<const Unknown> unknowns_;
  const ReconcileOptions& options_;
  LimitedContext z3_;
  Least least_;
  Joint joint_;
};

}  // namespace

void require_weight(const Rational& weight, std::size_t number) {
  if (weight.sign() > 0) return;
  throw StructureError(
      Fault{ErrorCode::doubtful_weight, {weight.to_string(), std::to_string(number)}});
}

Joint solve_jointly(std::span<const Unknown> unknowns, std::span<const Link> links,
                    const ReconcileOptions& options) {
  for (std::size_t number = 0; number < unknowns.size(); ++number) {
    require_weight(unknowns[number].weight, number);
  }
  return Reconciler(unknowns, options).solve(links);
}

}  // namespace reconcile_detail

Joint reconcile(std::span<const Unknown> unknowns, std::span<const Relation> relations,
                const ReconcileOptions& options) {
  std::map<std::string, std::size_t> numbers;
  for (std::size_t number = 0; number < unknowns.size(); ++number) {
    numbers.try_emplace(unknowns[number].name, number);
  }
  std::vector<reconcile_detail::Link> links;
  for (std::size_t index = 0; index < relations.size(); ++index) {
    reconcile_detail::Link link{&relations[index], {}, index};
    for (const Reference& reference : relations[index].references()) {
      if (reference.needs_panel()) {
        throw StructureError(Fault{ErrorCode::needs_panel, {reference.to_string()}, {}});
      }
      const std::string name = reference.to_string();
      const auto found = numbers.find(name);
      if (found == numbers.end()) {
        throw StructureError(Fault{ErrorCode::missing_input, {name}, {}});
      }
      link.numbers.push_back(found->second);
    }
    links.push_back(std::move(link));
  }
  return reconcile_detail::solve_jointly(unknowns, links, options);
}

}  // namespace edustat
