// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/reconcile.hpp"

#include "audit/reconcile/form.hpp"
#include "audit/reconcile/linear.hpp"
#include "audit/reconcile/simplex.hpp"
#include "audit/reconcile/time_limit.hpp"

#include <cstddef>
#include <cstdint>
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

/// Numbers that hang together, with their relations, as formulas of Z3.
///
/// Every print is guarded by a truth of its own, and so is every relation, so that any set of them
/// can be asked for. Two solvers: one has what is linear and a linear enclosure of the rest, the
/// other one all of it. The context must be the limit's.
class System {
 public:
  /// Which relations a question is about: those that are linear, with an enclosure of the others;
  /// the same with all ends closed; or all of them as they stand.
  enum class Part : std::uint8_t { linear, closed, whole };

  System(z3::context& context, const TimeLimit& limit, std::span<const Unknown> unknowns,
         std::vector<std::size_t> numbers, std::vector<Link> links);

  /// The numbers, as the caller counts.
  [[nodiscard]] const std::vector<std::size_t>& numbers() const noexcept { return numbers_; }
  /// Those whose print can be wrong.
  [[nodiscard]] const std::vector<std::size_t>& doubted() const noexcept { return doubted_; }

  /// Whether these prints, the fixed ones and the relations can all be true; nothing when time is
  /// up. All relations unless some are named, by their place among the links.
  [[nodiscard]] std::optional<bool> is_possible(const std::vector<std::size_t>& prints);
  [[nodiscard]] std::optional<bool> is_possible(const std::vector<std::size_t>& prints,
                                                const std::vector<std::size_t>& links);
  /// After is_possible said no: prints and links that already contradict one another.
  [[nodiscard]] const std::vector<std::size_t>& core() const noexcept { return core_; }
  [[nodiscard]] const std::vector<std::size_t>& core_links() const noexcept { return core_links_; }

  /// Whether the claim can be true besides; nothing when time is up.
  [[nodiscard]] std::optional<bool> is_possible_with(const z3::expr& claim,
                                                     const std::vector<std::size_t>& prints,
                                                     Part part);
  /// After is_possible_with said yes: whether the number has this value there.
  [[nodiscard]] bool is_found_at(std::size_t number, const Rational& value);
  /// The linear part, its ends closed, while these prints hold: as a question of Z3, and as rows of
  /// what is known to be linear whatever the numbers are, which may be less.
  [[nodiscard]] z3::optimize optimizer(const std::vector<std::size_t>& prints);
  [[nodiscard]] Simplex simplex(const std::vector<std::size_t>& prints) const;
  /// The place of a number in that.
  [[nodiscard]] std::size_t place_of(std::size_t number) const { return places_.at(number); }
  [[nodiscard]] bool has_whole_numbers() const noexcept { return has_whole_numbers_; }
  /// Whether the linear part says all there is to say while these prints hold.
  [[nodiscard]] bool is_exact(const std::vector<std::size_t>& prints) const;

  [[nodiscard]] z3::expr value(std::size_t number) const { return values_.at(number); }
  [[nodiscard]] z3::expr real(const Rational& value) const;
  [[nodiscard]] z3::context& context() const noexcept { return context_; }
  /// True for a rate that stands in one relation and has no value of its own here.
  [[nodiscard]] bool is_eliminated(std::size_t number) const {
    return eliminated_.contains(number);
  }
  [[nodiscard]] const std::vector<Link>& links() const noexcept { return links_; }
  [[nodiscard]] bool is_late() const { return limit_.is_over(); }

 private:
  struct GuardedRow {
    std::set<std::size_t> needed{};  ///< prints under which it holds
    LinearRow row{};                 ///< by places of numbers
  };

  void add_number(std::size_t number);
  void add_link(std::size_t place);
  void add_enclosure(std::size_t place, const Form& form);
  [[nodiscard]] bool add_rate_rows(std::size_t place, std::size_t rate);
  [[nodiscard]] z3::expr plain_rate(const Form& form, const Interval& print);
  void add_row(std::size_t place, std::set<std::size_t> needed, const LinearValueOf& value);
  [[nodiscard]] LinearSum alone(std::size_t number) const;
  [[nodiscard]] bool is_never_negative(const LinearSum& sum) const;
  [[nodiscard]] z3::expr range(const z3::expr& value, const Interval& interval);
  [[nodiscard]] z3::expr between(const z3::expr& top, const z3::expr& bottom,
                                 const Interval& interval);
  [[nodiscard]] z3::solver& solver_of(Part part);
  [[nodiscard]] std::optional<bool> ask(z3::solver& solver, const z3::expr_vector& assumptions);
  [[nodiscard]] z3::expr_vector assumed(const std::vector<std::size_t>& prints,
                                        const std::vector<std::size_t>& links);

  z3::context& context_;
  const TimeLimit& limit_;
  std::span<const Unknown> unknowns_;
  z3::solver linear_;
  std::optional<z3::solver> whole_{};  ///< made when it is first needed
  z3::expr_vector all_;                ///< what it is made of
  z3::expr_vector closed_;             ///< the linear part with all ends closed
  std::optional<z3::solver> closed_solver_{};
  std::vector<std::size_t> numbers_;
  std::vector<std::size_t> doubted_;
  std::vector<Link> links_;
  std::map<std::size_t, std::size_t> uses_{};  ///< relations of a number
  std::set<std::size_t> in_products_{};        ///< numbers of relations that are not linear
  std::map<std::size_t, z3::expr> values_{};   ///< as real numbers
  std::map<std::size_t, z3::expr> prints_{};   ///< truths that stand for the prints in doubt
  std::vector<z3::expr> guards_{};             ///< truths that stand for the links
  std::vector<std::size_t> all_links_{};
  std::map<std::size_t, std::size_t> places_{};
  std::vector<GuardedRow> rows_{};
  bool has_whole_numbers_ = false;
  std::set<std::size_t> eliminated_{};  ///< rates without a value of their own
  std::vector<std::optional<std::set<std::size_t>>> exact_with_{};  ///< by link; absent: never
  std::vector<std::size_t> core_{};
  std::vector<std::size_t> core_links_{};
  std::optional<z3::model> model_{};
};

}  // namespace edustat::reconcile_detail
