// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/system.hpp"

#include "audit/reconcile/form.hpp"

#include <algorithm>
#include <numeric>
#include <string>

namespace edustat::reconcile_detail {
namespace {

/// With its ends: optimising under strict bounds gave ends that a plain check then passed.
Interval closed(const Interval& interval) {
  const auto end = [](const Interval::Bound& bound) {
    return Interval::Bound{bound.value, bound.value ? End::closed : End::open};
  };
  return Interval(end(interval.low()), end(interval.high()));
}

}  // namespace

System::System(LimitedContext& z3, std::span<const Unknown> unknowns,
               std::vector<std::size_t> numbers, std::vector<Link> links)
    : z3_(z3),
      unknowns_(unknowns),
      numbers_(std::move(numbers)),
      links_(std::move(links)),
      all_links_(links_.size()),
      rows_(unknowns_, numbers_, links_) {
  std::iota(all_links_.begin(), all_links_.end(), std::size_t{0});
  for (const std::size_t number : numbers_) {
    const Unknown& unknown = unknowns_[number];
    const bool is_printed = !(unknown.print == Interval::everything());
    if (is_printed && !unknown.is_fixed) doubted_.push_back(number);
    has_whole_numbers_ = has_whole_numbers_ || (unknown.is_whole && !rows_.is_in_product(number));
  }
}

void System::write() {
  if (!questions_.empty()) return;
  questions_.assign(3, Question(context()));
  for (const std::size_t number : doubted_) {
    prints_.emplace(number, context().bool_const(("p" + std::to_string(number)).c_str()));
  }
  for (const std::size_t number : numbers_) add_number(number);
  for (const std::size_t place : all_links_) {
    guards_.push_back(context().bool_const(("r" + std::to_string(place)).c_str()));
    add_link(place);
  }
}

void System::add_number(std::size_t number) {
  const Unknown& unknown = unknowns_[number];
  const std::string name = "x" + std::to_string(number);
  // Whole numbers in products are taken as real ones: Z3 decides no products of whole numbers.
  const bool is_whole = unknown.is_whole && !rows_.is_in_product(number);
  z3::expr value =
      is_whole ? z3::expr(context(), Z3_mk_int2real(context(), context().int_const(name.c_str())))
               : context().real_const(name.c_str());
  values_.emplace(number, value);
  const auto known = [&](const Interval& domain, const Interval& print) {
    const z3::expr printed = range(value, print);
    return range(value, domain) &&
           (prints_.contains(number) ? z3::implies(prints_.at(number), printed) : printed);
  };
  add(Part::linear, known(unknown.domain, unknown.print));
  add(Part::whole, known(unknown.domain, unknown.print));
  add(Part::closed, known(closed(unknown.domain), closed(unknown.print)));
}

z3::expr System::real(const Rational& value) {
  return context().real_val(value.to_string().c_str());
}

z3::expr System::range(const z3::expr& value, const Interval& interval) {
  return between(value, context().real_val(1), interval);
}

/// `top` lies in `interval` times the positive `bottom`.
z3::expr System::between(const z3::expr& top, const z3::expr& bottom, const Interval& interval) {
  z3::expr known = context().bool_val(true);
  if (const auto& low = interval.low(); low.value) {
    const z3::expr least = real(*low.value) * bottom;
    known = known && (low.end == End::closed ? top >= least : top > least);
  }
  if (const auto& high = interval.high(); high.value) {
    const z3::expr most = real(*high.value) * bottom;
    known = known && (high.end == End::closed ? top <= most : top < most);
  }
  return known;
}

void System::add_link(std::size_t place) {
  const Link& link = links_[place];
  const auto value = [&](std::size_t index) { return values_.at(link.numbers[index]); };
  const Form form = Form::of(*link.relation, value, context());
  const z3::expr statement = z3::implies(guards_[place], form.statement());
  add(Part::whole, statement);
  if (!form.is_linear()) return add_enclosure(place, form);
  add(Part::linear, statement);
  add(Part::closed, z3::implies(guards_[place], form.with_ends().statement()));
}

/// A rate over its range, and products whose factors are printed exactly, are linear.
void System::add_enclosure(std::size_t place, const Form& form) {
  const Link& link = links_[place];
  const auto add_both = [&](const z3::expr& statement, const z3::expr& with_ends) {
    add(Part::linear, z3::implies(guards_[place], statement));
    add(Part::closed, z3::implies(guards_[place], with_ends));
  };
  const std::optional<std::size_t> rate = rate_of(*link.relation);
  if (rate && form.right.is_linear && form.right.bottom) {
    const std::size_t number = link.numbers[*rate];
    const auto enclosure = [&](const Interval& print) {
      const z3::expr known = rows_.is_plain_rate(place)
                                 ? plain_rate(form, print)
                                 : form.enclosed([&](const z3::expr& top, const z3::expr& bottom) {
                                     return between(top, bottom, print);
                                   });
      const auto truth = prints_.find(number);
      return truth == prints_.end() ? known : z3::implies(truth->second, known);
    };
    return add_both(enclosure(unknowns_[number].print), enclosure(closed(unknowns_[number].print)));
  }
  z3::expr held = context().bool_val(true);
  const auto value = [&](std::size_t index) {
    const std::size_t number = link.numbers[index];
    const Unknown& unknown = unknowns_[number];
    if (!unknown.print.is_exact()) return values_.at(number);
    if (!unknown.is_fixed) held = held && prints_.at(number);
    return real(*unknown.print.low().value);
  };
  const Form printed = Form::of(*link.relation, value, context());
  if (!printed.is_linear()) return;
  add_both(z3::implies(held, printed.statement()),
           z3::implies(held, printed.with_ends().statement()));
}

/// What a print says of top and bottom, where bottom is never negative: no case to tell, but that
/// 0 / 0 lies between open ends as well.
z3::expr System::plain_rate(const Form& form, const Interval& print) {
  const z3::expr& bottom = *form.right.bottom;
  const z3::expr known = between(form.right.top, bottom, closed(print));
  if (print == closed(print)) return known;
  return known && z3::implies(bottom > 0, between(form.right.top, bottom, print));
}

Rows& System::rows(const std::vector<std::size_t>& prints) {
  rows_.hold(prints, all_links_);
  return rows_;
}

z3::expr System::value(std::size_t number) {
  write();
  return values_.at(number);
}

z3::expr_vector System::assumed(const std::vector<std::size_t>& prints,
                                const std::vector<std::size_t>& links) {
  write();
  z3::expr_vector assumptions(context());
  for (const std::size_t number : prints) assumptions.push_back(prints_.at(number));
  for (const std::size_t place : links) assumptions.push_back(guards_[place]);
  return assumptions;
}

std::optional<bool> System::ask(z3::solver& solver, const z3::expr_vector& assumptions) {
  if (z3_.is_over()) return std::nullopt;
  const z3::check_result result = solver.check(assumptions);
  if (result == z3::unknown) return std::nullopt;
  return result == z3::sat;
}

std::optional<bool> System::is_possible(const std::vector<std::size_t>& prints) {
  return is_possible(prints, all_links_);
}

std::optional<bool> System::is_possible(const std::vector<std::size_t>& prints,
                                        const std::vector<std::size_t>& links) {
  if (z3_.is_over()) return std::nullopt;
  rows_.hold(prints, links);
  const std::optional<bool> by_rows = rows_.is_possible();
  if (by_rows.value_or(true)) return by_rows ? by_rows : ask_z3(prints, links);
  const auto take = [](const std::vector<std::size_t>& from, const std::set<std::size_t>& core) {
    std::vector<std::size_t> taken;
    std::copy_if(from.begin(), from.end(), std::back_inserter(taken),
                 [&](std::size_t one) { return core.contains(one); });
    return taken;
  };
  core_ = take(prints, rows_.core().prints);
  core_links_ = take(links, rows_.core().links);
  return false;
}

std::optional<bool> System::ask_z3(const std::vector<std::size_t>& prints,
                                   const std::vector<std::size_t>& links) {
  Part part = Part::linear;
  std::optional<bool> answer = ask(solver_of(part), assumed(prints, links));
  if (answer.value_or(false) && !rows_.is_linear()) {
    part = Part::whole;
    answer = ask(solver_of(part), assumed(prints, links));
  }
  if (answer.value_or(true)) return answer;
  std::set<unsigned> core;
  for (const z3::expr& truth : solver_of(part).unsat_core()) core.insert(truth.id());
  const auto take = [&](const std::vector<std::size_t>& from, auto truth_of) {
    std::vector<std::size_t> taken;
    std::copy_if(from.begin(), from.end(), std::back_inserter(taken),
                 [&](std::size_t one) { return core.contains(truth_of(one).id()); });
    return taken;
  };
  core_ = take(prints, [&](std::size_t number) { return prints_.at(number); });
  core_links_ = take(links, [&](std::size_t place) { return guards_[place]; });
  return false;
}

std::optional<bool> System::is_possible_with(const z3::expr& claim,
                                             const std::vector<std::size_t>& prints, Part part) {
  z3::solver& solver = solver_of(part);
  solver.push();
  solver.add(claim);
  const std::optional<bool> answer = ask(solver, assumed(prints, all_links_));
  if (answer.value_or(false)) model_ = solver.get_model();
  solver.pop();
  return answer;
}

z3::solver& System::solver_of(Part part) {
  write();
  auto& [statements, solver] = question(part);
  if (solver) return *solver;
  const bool is_whole = part == Part::whole;
  solver.emplace(is_whole ? z3::solver(context()) : z3::solver(context(), z3::solver::simple()));
  if (part == Part::linear) {
    // What is not asked for is left out first: a print that is not held then says nothing.
    z3::params left_out(context());
    left_out.set("phase_selection", 0U);
    solver->set(left_out);
  }
  for (const z3::expr& statement : statements) solver->add(statement);
  return *solver;
}

bool System::is_found_at(std::size_t number, const Rational& value) {
  return z3::eq(model_->eval(values_.at(number), true), real(value));
}

z3::optimize System::optimizer(const std::vector<std::size_t>& prints) {
  write();
  z3::optimize optimizer(context());
  for (const z3::expr& statement : question(Part::closed).statements) optimizer.add(statement);
  for (const z3::expr& truth : assumed(prints, all_links_)) optimizer.add(truth);
  return optimizer;
}

}  // namespace edustat::reconcile_detail
