// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/reconcile.hpp"

#include "audit/reconcile/form.hpp"
#include "audit/reconcile/limited_context.hpp"
#include "audit/reconcile/rows.hpp"

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

/// Numbers that hang together, with their relations: as rows, which are asked first, and as
/// formulas of Z3, which are written when rows do not say.
///
/// Every print is guarded by a truth of its own, and so is every relation, so that any set of them
/// can be asked for.
class System {
 public:
  /// Which relations a question is about: those that are linear, with an enclosure of the others;
  /// the same with all ends closed; or all of them as they stand.
  enum class Part : std::uint8_t { linear, closed, whole };

  System(LimitedContext& z3, std::span<const Unknown> unknowns, std::vector<std::size_t> numbers,
         std::vector<Link> links);

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
  /// The linear part, its ends closed, while these prints hold.
  [[nodiscard]] z3::optimize optimizer(const std::vector<std::size_t>& prints);
  /// The rows, holding these prints and all relations.
  [[nodiscard]] Rows& rows(const std::vector<std::size_t>& prints);
  [[nodiscard]] bool has_whole_numbers() const noexcept { return has_whole_numbers_; }

  [[nodiscard]] z3::expr value(std::size_t number);
  [[nodiscard]] z3::expr real(const Rational& value);
  [[nodiscard]] z3::context& context() { return z3_.context(); }
  /// True for a rate that stands in one relation and has no value of its own here.
  [[nodiscard]] bool is_eliminated(std::size_t number) const { return rows_.is_eliminated(number); }
  [[nodiscard]] const std::vector<Link>& links() const noexcept { return links_; }
  [[nodiscard]] bool is_late() const { return z3_.is_over(); }

 private:
  /// What is asked of Z3 about one part.
  struct Question {
    explicit Question(z3::context& context) : statements(context) {}
    z3::expr_vector statements;
    std::optional<z3::solver> solver{};  ///< made when it is first needed
  };

  void write();
  [[nodiscard]] std::optional<bool> ask_z3(const std::vector<std::size_t>& prints,
                                           const std::vector<std::size_t>& links);
  void add_number(std::size_t number);
  void add_link(std::size_t place);
  void add_enclosure(std::size_t place, const Form& form);
  [[nodiscard]] z3::expr plain_rate(const Form& form, const Interval& print);
  [[nodiscard]] z3::expr range(const z3::expr& value, const Interval& interval);
  [[nodiscard]] z3::expr between(const z3::expr& top, const z3::expr& bottom,
                                 const Interval& interval);
  void add(Part part, const z3::expr& statement) { question(part).statements.push_back(statement); }
  [[nodiscard]] Question& question(Part part) { return questions_[static_cast<std::size_t>(part)]; }
  [[nodiscard]] z3::solver& solver_of(Part part);
  [[nodiscard]] std::optional<bool> ask(z3::solver& solver, const z3::expr_vector& assumptions);
  [[nodiscard]] z3::expr_vector assumed(const std::vector<std::size_t>& prints,
                                        const std::vector<std::size_t>& links);

  LimitedContext& z3_;
  std::span<const Unknown> unknowns_;
  std::vector<std::size_t> numbers_;
  std::vector<std::size_t> doubted_{};
  std::vector<Link> links_;
  std::vector<std::size_t> all_links_;
  Rows rows_;
  std::vector<Question> questions_{};         ///< by part
  std::map<std::size_t, z3::expr> values_{};  ///< as real numbers
  std::map<std::size_t, z3::expr> prints_{};  ///< truths that stand for the prints in doubt
  std::vector<z3::expr> guards_{};            ///< truths that stand for the links
  bool has_whole_numbers_ = false;
  std::vector<std::size_t> core_{};
  std::vector<std::size_t> core_links_{};
  std::optional<z3::model> model_{};
};

}  // namespace edustat::reconcile_detail
