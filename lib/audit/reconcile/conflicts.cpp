// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/conflicts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace edustat::reconcile_detail {
namespace {

using Prints = std::vector<std::size_t>;

Prints without(const Prints& prints, std::size_t left_out) {
  Prints rest;
  std::copy_if(prints.begin(), prints.end(), std::back_inserter(rest),
               [&](std::size_t print) { return print != left_out; });
  return rest;
}

/// Leaves out of contradictory prints what it can; nothing when time is up.
std::optional<Prints> shrunk(System& system, Prints prints) {
  const Prints order = prints;
  for (const std::size_t print : order) {
    if (std::find(prints.begin(), prints.end(), print) == prints.end()) continue;
    const Prints fewer = without(prints, print);
    const std::optional<bool> is_possible = system.is_possible(fewer);
    if (!is_possible) return std::nullopt;
    if (!*is_possible) prints = system.core();
  }
  std::sort(prints.begin(), prints.end());
  return prints;
}

/// Takes into prints that can be true at once what it can; returns what stays out.
std::optional<Prints> left_out(System& system, Prints prints) {
  Prints out;
  for (const std::size_t print : system.doubted()) {
    if (std::find(prints.begin(), prints.end(), print) != prints.end()) continue;
    prints.push_back(print);
    const std::optional<bool> is_possible = system.is_possible(prints);
    if (!is_possible) return std::nullopt;
    if (*is_possible) continue;
    prints.pop_back();
    out.push_back(print);
  }
  return out;
}

/// Which sets have not been looked at yet.
class Map {
 public:
  explicit Map(const Prints& prints) : prints_(prints), solver_(context_) {
    for (const std::size_t print : prints) {
      out_.emplace(print, context_.bool_const(("o" + std::to_string(print)).c_str()));
    }
  }
  /// A set that is neither above a known conflict nor below a known possible set.
  std::optional<Prints> next() {
    if (solver_.check() != z3::sat) return std::nullopt;
    const z3::model model = solver_.get_model();
    Prints prints;
    for (const std::size_t print : prints_) {
      if (!model.eval(out_.at(print), true).is_true()) prints.push_back(print);
    }
    return prints;
  }
  void some_out_of(const Prints& conflict) { add(conflict, true); }
  void some_in_of(const Prints& correction) { add(correction, false); }

 private:
  void add(const Prints& prints, bool is_out) {
    z3::expr some = context_.bool_val(false);
    for (const std::size_t print : prints) {
      some = some || (is_out ? out_.at(print) : !out_.at(print));
    }
    solver_.add(some);
  }

  const Prints& prints_;
  z3::context context_;
  z3::solver solver_;
  std::map<std::size_t, z3::expr> out_{};
};

}  // namespace

Conflicts find_conflicts(System& system, std::size_t most) {
  Conflicts found;
  Map map(system.doubted());
  while (const std::optional<Prints> seed = map.next()) {
    const std::optional<bool> is_possible = system.is_possible(*seed);
    const bool is_enough = found.minimal.size() >= most;
    if (!is_possible || is_enough) {
      found.is_complete = false;
      break;
    }
    const auto next = *is_possible ? left_out(system, *seed) : shrunk(system, system.core());
    if (!next) {
      found.is_complete = false;
      break;
    }
    if (*is_possible) {
      map.some_in_of(*next);
      found.corrections.push_back(*next);
    } else {
      map.some_out_of(*next);
      found.minimal.push_back(*next);
    }
  }
  const auto smaller = [](const Prints& left, const Prints& right) {
    return left.size() != right.size() ? left.size() < right.size() : left < right;
  };
  std::sort(found.minimal.begin(), found.minimal.end(), smaller);
  for (Prints& correction : found.corrections) std::sort(correction.begin(), correction.end());
  std::sort(found.corrections.begin(), found.corrections.end(), smaller);
  return found;
}

std::vector<std::size_t> contradicting_links(System& system, const Prints& prints) {
  if (system.is_possible(prints).value_or(true)) return {};
  std::vector<std::size_t> links = system.core_links();
  const std::vector<std::size_t> order = links;
  for (const std::size_t place : order) {
    if (std::find(links.begin(), links.end(), place) == links.end()) continue;
    const std::vector<std::size_t> fewer = without(links, place);
    const std::optional<bool> is_possible = system.is_possible(prints, fewer);
    if (is_possible && !*is_possible) links = system.core_links();
  }
  return links;
}

}  // namespace edustat::reconcile_detail
