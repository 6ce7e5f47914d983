// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/reconcile.hpp"

#include "audit/reconcile/form.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>
#include <z3++.h>

namespace edustat::reconcile_detail {

/// A relation with the number of each of its references.
struct Link {
  const Relation* relation;
  std::vector<std::size_t> numbers;  ///< by reference index
  std::size_t index;                 ///< of the relation, as the caller counts
};

/// A moment after which nothing more is asked.
using Deadline = std::chrono::steady_clock::time_point;

/// Numbers that hang together, with their relations, as formulas of Z3.
///
/// Every print is guarded by a truth of its own, and so is every relation, so that any set of them
/// can be asked for. Two solvers: one has what is linear and a linear enclosure of the rest, the
/// other one all of it.
class System {
 public:
  System(std::span<const Unknown> unknowns, std::vector<std::size_t> numbers,
         std::vector<Link> links, Deadline deadline);

  /// The numbers, as the caller counts.
  [[nodiscard]] const std::vector<std::size_t>& numbers() const noexcept { return numbers_; }
  /// Those whose print can be wrong.
  [[nodiscard]] const std::vector<std::size_t>& doubted() const noexcept { return doubted_; }

  /// Whether these prints, the fixed ones and the relations can all be true; nothing when time is
  /// up. All relations unless some are named, by their place among the links.
  [[nodiscard]] std::optional<bool> is_possible(const std::vector<std::size_t>& prints);
  [[nodiscard]] std::optional<bool> is_possible(const std::vector<std::size_t>& prints,
                                                const std::vector<std::size_t>& links);
  /// After is_possible said no: prints that already contradict one another.
  [[nodiscard]] const std::vector<std::size_t>& core() const noexcept { return core_; }
  /// What a number can be while these prints hold.
  [[nodiscard]] Bound bound_of(std::size_t number, const std::vector<std::size_t>& prints);
  /// True for a rate that stands in one relation and has no value of its own here.
  [[nodiscard]] bool is_eliminated(std::size_t number) const {
    return eliminated_.contains(number);
  }
  [[nodiscard]] const std::vector<Link>& links() const noexcept { return links_; }
  [[nodiscard]] bool is_late() const { return std::chrono::steady_clock::now() >= deadline_; }

 private:
  void add_number(std::size_t number, const Unknown& unknown);
  void add_link(std::size_t place, std::span<const Unknown> unknowns);
  void add_enclosure(std::size_t place, std::span<const Unknown> unknowns, const Form& form);
  [[nodiscard]] z3::expr range(const z3::expr& value, const Interval& interval);
  [[nodiscard]] z3::expr between(const z3::expr& top, const z3::expr& bottom,
                                 const Interval& interval);
  [[nodiscard]] z3::expr real(const Rational& value);
  [[nodiscard]] std::optional<bool> ask(z3::solver& solver, const z3::expr_vector& assumptions);
  [[nodiscard]] z3::expr_vector assumed(const std::vector<std::size_t>& prints,
                                        const std::vector<std::size_t>& links);
  [[nodiscard]] bool is_exact(const std::vector<std::size_t>& prints) const;
  [[nodiscard]] std::optional<bool> is_possible_with(const z3::expr& claim,
                                                     const std::vector<std::size_t>& prints,
                                                     bool all);
  enum class Side : bool { lower, upper };
  [[nodiscard]] std::pair<Interval::Bound, Tightness> end_of(std::size_t number,
                                                             const std::vector<std::size_t>& prints,
                                                             Side side);

  z3::context context_;
  z3::solver linear_;
  z3::solver whole_;
  z3::optimize optimize_;
  std::vector<std::size_t> numbers_;
  std::vector<std::size_t> doubted_;
  std::vector<Link> links_;
  Deadline deadline_;
  std::map<std::size_t, std::size_t> uses_{};  ///< relations of a number
  std::map<std::size_t, z3::expr> values_{};   ///< as real numbers
  std::map<std::size_t, z3::expr> prints_{};   ///< truths that stand for the prints in doubt
  std::vector<z3::expr> guards_{};             ///< truths that stand for the links
  std::vector<std::size_t> all_links_{};
  std::set<std::size_t> eliminated_{};  ///< rates without a value of their own
  std::vector<std::optional<std::set<std::size_t>>> exact_with_{};  ///< by link; absent: never
  std::vector<std::size_t> core_{};
};

}  // namespace edustat::reconcile_detail
