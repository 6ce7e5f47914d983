// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/system.hpp"

#include "audit/reconcile/form.hpp"

#include <algorithm>
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

System::System(z3::context& context, const TimeLimit& limit, std::span<const Unknown> unknowns,
               std::vector<std::size_t> numbers, std::vector<Link> links)
    : context_(context),
      limit_(limit),
      unknowns_(unknowns),
      linear_(context_, z3::solver::simple()),
      all_(context_),
      closed_(context_),
      numbers_(std::move(numbers)),
      links_(std::move(links)),
      exact_with_(links_.size()) {
  // What is not asked for is left out first: a print that is not held then says nothing.
  z3::params left_out(context_);
  left_out.set("phase_selection", 0U);
  linear_.set(left_out);
  const auto any = [&](std::size_t) { return context_.real_const("any"); };
  for (const Link& link : links_) {
    for (const std::size_t number : link.numbers) ++uses_[number];
    if (Form::of(*link.relation, any, context_).is_linear()) continue;
    in_products_.insert(link.numbers.begin(), link.numbers.end());
  }
  for (const std::size_t number : numbers_) add_number(number);
  for (std::size_t place = 0; place < links_.size(); ++place) {
    guards_.push_back(context_.bool_const(("r" + std::to_string(place)).c_str()));
    all_links_.push_back(place);
    add_link(place);
  }
}

void System::add_number(std::size_t number) {
  const Unknown& unknown = unknowns_[number];
  places_.emplace(number, places_.size());
  const std::string name = "x" + std::to_string(number);
  // Whole numbers in products are taken as real ones: Z3 decides no products of whole numbers.
  const bool is_whole = unknown.is_whole && !in_products_.contains(number);
  has_whole_numbers_ = has_whole_numbers_ || is_whole;
  z3::expr value =
      is_whole ? z3::expr(context_, Z3_mk_int2real(context_, context_.int_const(name.c_str())))
               : context_.real_const(name.c_str());
  values_.emplace(number, value);
  const bool is_printed = !(unknown.print == Interval::everything());
  if (is_printed && !unknown.is_fixed) {
    prints_.emplace(number, context_.bool_const(("p" + std::to_string(number)).c_str()));
    doubted_.push_back(number);
  }
  const auto known = [&](const Interval& domain, const Interval& print) {
    const z3::expr printed = range(value, print);
    return range(value, domain) &&
           (prints_.contains(number) ? z3::implies(prints_.at(number), printed) : printed);
  };
  linear_.add(known(unknown.domain, unknown.print));
  all_.push_back(known(unknown.domain, unknown.print));
  closed_.push_back(known(closed(unknown.domain), closed(unknown.print)));
}

z3::expr System::real(const Rational& value) const {
  return context_.real_val(value.to_string().c_str());
}

z3::expr System::range(const z3::expr& value, const Interval& interval) {
  return between(value, context_.real_val(1), interval);
}

/// `top` lies in `interval` times the positive `bottom`.
z3::expr System::between(const z3::expr& top, const z3::expr& bottom, const Interval& interval) {
  z3::expr known = context_.bool_val(true);
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
  const Form form = Form::of(*link.relation, value, context_);
  all_.push_back(z3::implies(guards_[place], form.statement()));
  if (form.is_linear()) {
    exact_with_[place].emplace();
    linear_.add(z3::implies(guards_[place], form.statement()));
    closed_.push_back(z3::implies(guards_[place], form.with_ends().statement()));
    add_row(place, {}, [&](std::size_t index) { return alone(link.numbers[index]); });
    return;
  }
  add_enclosure(place, form);
}

/// A rate over its range, and products whose factors are printed exactly, are linear.
void System::add_enclosure(std::size_t place, const Form& form) {
  const Link& link = links_[place];
  const auto add = [&](const z3::expr& statement, const z3::expr& with_ends) {
    linear_.add(z3::implies(guards_[place], statement));
    closed_.push_back(z3::implies(guards_[place], with_ends));
  };
  if (const std::optional<std::size_t> rate = rate_of(*link.relation)) {
    const std::size_t number = link.numbers[*rate];
    if (form.right.is_linear && form.right.bottom) {
      const bool is_plain = add_rate_rows(place, number);
      const auto enclosure = [&](const Interval& print) {
        const z3::expr known =
            is_plain ? plain_rate(form, print)
                     : form.enclosed([&](const z3::expr& top, const z3::expr& bottom) {
                         return between(top, bottom, print);
                       });
        const auto truth = prints_.find(number);
        return truth == prints_.end() ? known : z3::implies(truth->second, known);
      };
      add(enclosure(unknowns_[number].print), enclosure(closed(unknowns_[number].print)));
      if (uses_.at(number) == 1 && unknowns_[number].domain == Interval::everything()) {
        eliminated_.insert(number);
        exact_with_[place].emplace();  // without its print it says nothing
      }
      return;
    }
  }
  std::set<std::size_t> exact;
  const auto value = [&](std::size_t index) {
    const Unknown& unknown = unknowns_[link.numbers[index]];
    if (!unknown.print.is_exact()) return values_.at(link.numbers[index]);
    if (!unknown.is_fixed) exact.insert(link.numbers[index]);
    return real(*unknown.print.low().value);
  };
  const Form printed = Form::of(*link.relation, value, context_);
  if (!printed.is_linear()) return;
  z3::expr held = context_.bool_val(true);
  for (const std::size_t number : exact) held = held && prints_.at(number);
  add(z3::implies(held, printed.statement()), z3::implies(held, printed.with_ends().statement()));
  exact_with_[place] = exact;
  add_row(place, exact, [&](std::size_t index) -> LinearSum {
    const Interval& print = unknowns_[link.numbers[index]].print;
    if (print.is_exact()) return {{}, *print.low().value};
    return alone(link.numbers[index]);
  });
}

LinearSum System::alone(std::size_t number) const {
  return {{{places_.at(number), Rational(1)}}, {}};
}

void System::add_row(std::size_t place, std::set<std::size_t> needed, const LinearValueOf& value) {
  const Relation& relation = *links_[place].relation;
  const auto left = linear_ratio(relation, relation.left(), value);
  const auto right = linear_ratio(relation, relation.right(), value);
  if (!left || !right) return;
  const LinearSum sum = difference(left->top, Rational(1), right->top);
  rows_.push_back({std::move(needed), row_of(sum, relation.comparison())});
}

/// What a print says of top and bottom, where bottom is never negative: no case to tell, but that
/// 0 / 0 lies between open ends as well.
z3::expr System::plain_rate(const Form& form, const Interval& print) {
  const z3::expr& bottom = *form.right.bottom;
  const z3::expr known = between(form.right.top, bottom, closed(print));
  if (print == closed(print)) return known;
  return known && z3::implies(bottom > 0, between(form.right.top, bottom, print));
}

/// `rate == top / bottom` between both ends of the print, where bottom is never negative; false
/// where that is not so.
bool System::add_rate_rows(std::size_t place, std::size_t rate) {
  const Link& link = links_[place];
  const auto ratio = linear_ratio(*link.relation, link.relation->right(),
                                  [&](std::size_t index) { return alone(link.numbers[index]); });
  const Interval& print = unknowns_[rate].print;
  if (!ratio || !is_never_negative(ratio->bottom) || !print.low().value || !print.high().value) {
    return false;
  }
  std::set<std::size_t> needed;
  if (!unknowns_[rate].is_fixed) needed.insert(rate);
  const auto add = [&](const Rational& end, Comparison comparison) {
    rows_.push_back({needed, row_of(difference(ratio->top, end, ratio->bottom), comparison)});
  };
  add(*print.low().value, Comparison::at_least);
  add(*print.high().value, Comparison::at_most);
  return true;
}

bool System::is_never_negative(const LinearSum& sum) const {
  return sum.constant.sign() >= 0 &&
         std::all_of(sum.terms.begin(), sum.terms.end(), [&](const auto& term) {
           const auto& low = unknowns_[numbers_[term.first]].domain.low();
           return term.second.sign() > 0 && low.value && low.value->sign() >= 0;
         });
}

Simplex System::simplex(const std::vector<std::size_t>& prints) const {
  const std::set<std::size_t> held(prints.begin(), prints.end());
  std::vector<Interval> ranges;
  for (const std::size_t number : numbers_) {
    const Unknown& unknown = unknowns_[number];
    const bool is_held = unknown.is_fixed || held.contains(number);
    const auto both = is_held ? unknown.domain.intersect(unknown.print) : std::nullopt;
    ranges.push_back(both.value_or(unknown.domain));
  }
  std::vector<LinearRow> rows;
  for (const GuardedRow& row : rows_) {
    const bool holds =
        std::includes(held.begin(), held.end(), row.needed.begin(), row.needed.end());
    if (holds) rows.push_back(row.row);
  }
  return Simplex(ranges, rows);
}

bool System::is_exact(const std::vector<std::size_t>& prints) const {
  const std::set<std::size_t> held(prints.begin(), prints.end());
  return std::all_of(exact_with_.begin(), exact_with_.end(), [&](const auto& needed) {
    return needed && std::includes(held.begin(), held.end(), needed->begin(), needed->end());
  });
}

z3::expr_vector System::assumed(const std::vector<std::size_t>& prints,
                                const std::vector<std::size_t>& links) {
  z3::expr_vector assumptions(context_);
  for (const std::size_t number : prints) assumptions.push_back(prints_.at(number));
  for (const std::size_t place : links) assumptions.push_back(guards_[place]);
  return assumptions;
}

std::optional<bool> System::ask(z3::solver& solver, const z3::expr_vector& assumptions) {
  if (limit_.is_over()) return std::nullopt;
  const z3::check_result result = solver.check(assumptions);
  if (result == z3::unknown) return std::nullopt;
  return result == z3::sat;
}

std::optional<bool> System::is_possible(const std::vector<std::size_t>& prints) {
  return is_possible(prints, all_links_);
}

std::optional<bool> System::is_possible(const std::vector<std::size_t>& prints,
                                        const std::vector<std::size_t>& links) {
  z3::solver* solver = &linear_;
  std::optional<bool> answer = ask(linear_, assumed(prints, links));
  if (answer.value_or(false) && !is_exact(prints)) {
    solver = &solver_of(Part::whole);
    answer = ask(*solver, assumed(prints, links));
  }
  if (answer.value_or(true)) return answer;
  std::set<unsigned> core;
  for (const z3::expr& truth : solver->unsat_core()) core.insert(truth.id());
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
  if (part == Part::linear) return linear_;
  const bool is_whole = part == Part::whole;
  std::optional<z3::solver>& solver = is_whole ? whole_ : closed_solver_;
  if (solver) return *solver;
  solver.emplace(is_whole ? z3::solver(context_) : z3::solver(context_, z3::solver::simple()));
  for (const z3::expr& statement : is_whole ? all_ : closed_) solver->add(statement);
  return *solver;
}

bool System::is_found_at(std::size_t number, const Rational& value) {
  return z3::eq(model_->eval(values_.at(number), true), real(value));
}

z3::optimize System::optimizer(const std::vector<std::size_t>& prints) {
  z3::optimize optimizer(context_);
  for (const z3::expr& statement : closed_) optimizer.add(statement);
  for (const z3::expr& truth : assumed(prints, all_links_)) optimizer.add(truth);
  return optimizer;
}

}  // namespace edustat::reconcile_detail
