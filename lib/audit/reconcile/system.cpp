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

unsigned milliseconds_until(Deadline deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
      deadline - std::chrono::steady_clock::now());
  return left.count() > 0 ? static_cast<unsigned>(std::min<long long>(left.count(), 1U << 30U)) : 0;
}

}  // namespace

System::System(std::span<const Unknown> unknowns, std::vector<std::size_t> numbers,
               std::vector<Link> links, Deadline deadline)
    : linear_(context_, z3::solver::simple()),
      whole_(context_),
      optimize_(context_),
      numbers_(std::move(numbers)),
      links_(std::move(links)),
      deadline_(deadline),
      exact_with_(links_.size()) {
  for (const Link& link : links_) {
    for (const std::size_t number : link.numbers) ++uses_[number];
  }
  for (const std::size_t number : numbers_) add_number(number, unknowns[number]);
  for (std::size_t place = 0; place < links_.size(); ++place) {
    guards_.push_back(context_.bool_const(("r" + std::to_string(place)).c_str()));
    all_links_.push_back(place);
    add_link(place, unknowns);
  }
}

void System::add_number(std::size_t number, const Unknown& unknown) {
  const std::string name = "x" + std::to_string(number);
  const auto linear = [&](const Link& link) {
    const auto any = [&](std::size_t) { return context_.real_const("any"); };
    return Form::of(*link.relation, any, context_).is_linear();
  };
  // Whole numbers in products are taken as real ones: Z3 decides no products of whole numbers.
  const bool is_whole =
      unknown.is_whole && std::all_of(links_.begin(), links_.end(), [&](const Link& link) {
        const bool has =
            std::find(link.numbers.begin(), link.numbers.end(), number) != link.numbers.end();
        return !has || linear(link);
      });
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
  whole_.add(known(unknown.domain, unknown.print));
  optimize_.add(known(closed(unknown.domain), closed(unknown.print)));
}

z3::expr System::real(const Rational& value) {
  return context_.real_val(value.to_string().c_str());
}

z3::expr System::range(const z3::expr& value, const Interval& interval) {
  z3::expr known = context_.bool_val(true);
  if (const auto& low = interval.low(); low.value) {
    known =
        known && (low.end == End::closed ? value >= real(*low.value) : value > real(*low.value));
  }
  if (const auto& high = interval.high(); high.value) {
    known =
        known && (high.end == End::closed ? value <= real(*high.value) : value < real(*high.value));
  }
  return known;
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

void System::add_link(std::size_t place, std::span<const Unknown> unknowns) {
  const Link& link = links_[place];
  const auto value = [&](std::size_t index) { return values_.at(link.numbers[index]); };
  const Form form = Form::of(*link.relation, value, context_);
  whole_.add(z3::implies(guards_[place], form.statement()));
  if (form.is_linear()) {
    exact_with_[place].emplace();
    linear_.add(z3::implies(guards_[place], form.statement()));
    optimize_.add(z3::implies(guards_[place], form.with_ends().statement()));
    return;
  }
  add_enclosure(place, unknowns, form);
}

/// A rate over its range, and products whose factors are printed exactly, are linear.
void System::add_enclosure(std::size_t place, std::span<const Unknown> unknowns, const Form& form) {
  const Link& link = links_[place];
  const auto add = [&](const z3::expr& statement, const z3::expr& with_ends) {
    linear_.add(z3::implies(guards_[place], statement));
    optimize_.add(z3::implies(guards_[place], with_ends));
  };
  if (const std::optional<std::size_t> rate = rate_of(*link.relation)) {
    const std::size_t number = link.numbers[*rate];
    if (form.right.is_linear && form.right.bottom) {
      const auto enclosure = [&](const Interval& print) {
        const z3::expr known = form.enclosed([&](const z3::expr& top, const z3::expr& bottom) {
          return between(top, bottom, print);
        });
        const auto truth = prints_.find(number);
        return truth == prints_.end() ? known : z3::implies(truth->second, known);
      };
      add(enclosure(unknowns[number].print), enclosure(closed(unknowns[number].print)));
      if (uses_.at(number) == 1 && unknowns[number].domain == Interval::everything()) {
        eliminated_.insert(number);
        exact_with_[place].emplace();  // without its print it says nothing
      }
      return;
    }
  }
  std::set<std::size_t> exact;
  const auto value = [&](std::size_t index) {
    const Unknown& unknown = unknowns[link.numbers[index]];
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
  const unsigned left = milliseconds_until(deadline_);
  if (left == 0) return std::nullopt;
  solver.set("timeout", left);
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
    solver = &whole_;
    answer = ask(whole_, assumed(prints, links));
  }
  if (answer.value_or(true)) return answer;
  core_.clear();
  const z3::expr_vector core = solver->unsat_core();
  for (const std::size_t number : prints) {
    for (unsigned i = 0; i < core.size(); ++i) {
      if (z3::eq(core[static_cast<int>(i)], prints_.at(number))) core_.push_back(number);
    }
  }
  return false;
}

std::optional<bool> System::is_possible_with(const z3::expr& claim,
                                             const std::vector<std::size_t>& prints, bool all) {
  z3::solver& solver = all ? whole_ : linear_;
  solver.push();
  solver.add(claim);
  const std::optional<bool> answer = ask(solver, assumed(prints, all_links_));
  solver.pop();
  return answer;
}

Bound System::bound_of(std::size_t number, const std::vector<std::size_t>& prints) {
  const auto [low, low_tightness] = end_of(number, prints, Side::lower);
  const auto [high, high_tightness] = end_of(number, prints, Side::upper);
  const bool is_tight = low_tightness == Tightness::tight && high_tightness == Tightness::tight;
  return {Interval(low, high), is_tight ? Tightness::tight : Tightness::outer};
}

/// The end that the linear part allows, proven: nothing lies beyond it. It is tight where something
/// reaches it, or comes as near as one likes.
std::pair<Interval::Bound, Tightness> System::end_of(std::size_t number,
                                                     const std::vector<std::size_t>& prints,
                                                     Side side) {
  const Interval::Bound none{};
  const unsigned left = milliseconds_until(deadline_);
  if (left == 0) return {none, Tightness::outer};
  const z3::expr& value = values_.at(number);
  optimize_.push();
  for (const z3::expr& truth : assumed(prints, all_links_)) optimize_.add(truth);
  z3::params limits(context_);
  limits.set("timeout", left);
  optimize_.set(limits);
  const z3::optimize::handle goal =
      side == Side::upper ? optimize_.maximize(value) : optimize_.minimize(value);
  std::optional<Rational> found;
  bool is_known = false;
  if (optimize_.check() == z3::sat) {
    const z3::expr_vector end(context_,
                              side == Side::upper
                                  ? Z3_optimize_get_upper_as_vector(context_, optimize_, goal.h())
                                  : Z3_optimize_get_lower_as_vector(context_, optimize_, goal.h()));
    is_known = true;
    if (end[0].is_numeral() && end[0].get_decimal_string(1) == "0") {
      found = Rational::parse(Z3_get_numeral_string(context_, end[1]));
    }
  }
  optimize_.pop();
  if (!is_known) return {none, Tightness::outer};
  const bool is_exact_here = is_exact(prints);
  if (!found) return {none, is_exact_here ? Tightness::tight : Tightness::outer};
  const z3::expr edge = real(*found);
  const auto beyond =
      is_possible_with(side == Side::upper ? value > edge : value < edge, prints, false);
  if (beyond.value_or(true)) return {none, Tightness::outer};
  const auto at_edge = is_possible_with(value == edge, prints, !is_exact_here);
  if (at_edge.value_or(false)) return {{found, End::closed}, Tightness::tight};
  // Open, or not decided: then the end stays in, which is outer.
  if (!at_edge) return {{found, End::closed}, Tightness::outer};
  return {{found, End::open}, is_exact_here ? Tightness::tight : Tightness::outer};
}

}  // namespace edustat::reconcile_detail
