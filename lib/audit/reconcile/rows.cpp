// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/rows.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace edustat::reconcile_detail {
namespace {

bool is_whole_side(const std::optional<LinearRatio>& side) {
  return side && side->bottom.terms.empty() && side->bottom.constant == Rational(1);
}

}  // namespace

Rows::Rows(std::span<const Unknown> unknowns, const std::vector<std::size_t>& numbers,
           const std::vector<Link>& links)
    : unknowns_(unknowns), links_(links.size()) {
  std::vector<Interval> domains;
  for (const std::size_t number : numbers) {
    const Unknown& unknown = unknowns[number];
    places_.emplace(number, numbers_.size());
    domains.push_back(unknown.domain);
    const Reach domain = Reach::of(unknown.domain);
    numbers_.push_back({number, domain, domain.intersect(Reach::of(unknown.print))});
  }
  for (const Link& link : links) {
    for (const std::size_t number : link.numbers) ++uses_[number];
  }
  for (std::size_t place = 0; place < links.size(); ++place) add(place, links[place]);
  for (Number& number : numbers_) {
    // Whole numbers in products are taken as real ones.
    number.is_whole = unknowns[number.number].is_whole && !is_in_product(number.number);
  }
  std::vector<LinearRow> rows;
  for (const Row& row : rows_) rows.push_back({row.row.terms, Interval::everything()});
  simplex_.emplace(domains, rows);
}

void Rows::add(std::size_t place, const Link& link) {
  const auto value = [&](std::size_t index) { return alone(link.numbers[index]); };
  if (add_row(place, link, value)) {
    links_[place].linear_with.emplace();
    return;
  }
  products_.insert(link.numbers.begin(), link.numbers.end());
  if (const std::optional<std::size_t> rate = rate_of(*link.relation)) {
    const std::size_t number = link.numbers[*rate];
    if (const auto ratio = linear_ratio(*link.relation, link.relation->right(), value)) {
      add_rate(place, number, *ratio);
      if (uses_.at(number) > 1 || unknowns_[number].domain != Interval::everything()) return;
      eliminated_.insert(number);
      links_[place].linear_with.emplace();
      return;
    }
  }
  std::set<std::size_t> exact;
  const auto printed = [&](std::size_t index) -> LinearSum {
    const Unknown& unknown = unknowns_[link.numbers[index]];
    if (!unknown.print.is_exact()) return alone(link.numbers[index]);
    if (!unknown.is_fixed) exact.insert(link.numbers[index]);
    return {{}, *unknown.print.low().value};
  };
  if (!add_row(place, link, printed)) return;
  rows_.back().needed = exact;
  links_[place].linear_with = exact;
}

bool Rows::add_row(std::size_t place, const Link& link, const LinearValueOf& value) {
  const auto left = linear_ratio(*link.relation, link.relation->left(), value);
  const auto right = linear_ratio(*link.relation, link.relation->right(), value);
  if (!is_whole_side(left) || !is_whole_side(right)) return false;
  const LinearSum sum = difference(left->top, Rational(1), right->top);
  rows_.push_back({row_of(sum, link.relation->comparison()), place});
  return true;
}

/// `rate == top / bottom` between both ends of the print, where bottom is not negative.
void Rows::add_rate(std::size_t place, std::size_t rate, const LinearRatio& ratio) {
  Said& said = links_[place];
  const Interval::Bound& low = unknowns_[rate].print.low();
  const Interval::Bound& high = unknowns_[rate].print.high();
  said.has_more = true;
  if (!low.value || !high.value) return;
  said.is_plain_rate = is_never_negative(ratio.bottom);
  said.has_more = !said.is_plain_rate;
  if (said.has_more) {
    said.bottom = rows_.size();
    said.above = {-ratio.bottom.constant};
    rows_.push_back({{ratio.bottom.terms, Interval::everything()}, place});
  }
  const std::set<std::size_t> needed =
      unknowns_[rate].is_fixed ? std::set<std::size_t>() : std::set{rate};
  const auto add = [&](const Interval::Bound& end, Comparison closed, Comparison open) {
    const LinearSum sum = difference(ratio.top, *end.value, ratio.bottom);
    rows_.push_back({row_of(sum, end.end == End::open ? open : closed), place, needed, ratio});
  };
  add(low, Comparison::at_least, Comparison::greater);
  add(high, Comparison::at_most, Comparison::less);
}

LinearSum Rows::alone(std::size_t number) const {
  return {{{places_.at(number), Rational(1)}}, {}};
}

bool Rows::is_never_negative(const LinearSum& sum) const {
  return sum.constant.sign() >= 0 &&
         std::all_of(sum.terms.begin(), sum.terms.end(), [&](const auto& term) {
           const auto& low = unknowns_[numbers_[term.first].number].domain.low();
           return term.second.sign() > 0 && low.value && low.value->sign() >= 0;
         });
}

/// What a member can be while the held prints and relations are true.
const Reach& Rows::reach(std::size_t member) const {
  if (member >= numbers_.size()) return rows_[member - numbers_.size()].reach;
  return numbers_[member].is_held ? numbers_[member].both : numbers_[member].domain;
}

Reach Rows::reach_of(const Row& row) const {
  const Said& link = links_[row.link];
  if (!link.is_held || !are_held(row.needed) || (row.ratio && link.has_more)) return {};
  const Reach reach = Reach::of(row.row.range);
  return row.ratio && !link.bottom && !is_defined(*row.ratio) ? reach.closed() : reach;
}

void Rows::hold(const std::vector<std::size_t>& prints, const std::vector<std::size_t>& links) {
  std::vector<bool> is_held(numbers_.size());
  for (const std::size_t print : prints) is_held[places_.at(print)] = true;
  for (std::size_t place = 0; place < numbers_.size(); ++place) {
    Number& number = numbers_[place];
    const bool is_now = is_held[place] || unknowns_[number.number].is_fixed;
    if (number.is_held == is_now) continue;
    number.is_held = is_now;
    simplex_->set(place, reach(place));
  }
  for (Said& link : links_) {
    link.is_held = false;
    link.has_more = link.has_more || link.bottom;
  }
  for (const std::size_t link : links) links_[link].is_held = true;
  hold_rows();
  bool has_learnt = false;
  for (Said& link : links_) has_learnt = learn_sign(link) || has_learnt;
  if (has_learnt) hold_rows();
}

/// True for a rate that 0 / 0 may satisfy.
bool Rows::may_be_nothing(std::size_t member) const {
  if (member < numbers_.size()) return false;
  const Row& row = rows_[member - numbers_.size()];
  return row.ratio && !links_[row.link].bottom;
}

void Rows::hold_rows() {
  for (std::size_t place = 0; place < rows_.size(); ++place) {
    Row& row = rows_[place];
    const Reach now = reach_of(row);
    if (row.reach == now) continue;
    row.reach = now;
    simplex_->set(numbers_.size() + place, now);
  }
}

bool Rows::are_held(const std::set<std::size_t>& prints) const {
  return std::all_of(prints.begin(), prints.end(),
                     [&](std::size_t print) { return numbers_[places_.at(print)].is_held; });
}

bool Rows::is_linear() const {
  return std::all_of(links_.begin(), links_.end(), [&](const Said& link) {
    return !link.is_held || (link.linear_with && are_held(*link.linear_with));
  });
}

bool Rows::is_all_said() const {
  return is_linear() && std::none_of(links_.begin(), links_.end(), [](const Said& link) {
           return link.is_held && link.has_more;
         });
}

std::optional<bool> Rows::is_possible() {
  if (simplex_->is_possible()) {
    return is_all_said() && is_met() ? std::optional(true) : std::nullopt;
  }
  const std::optional<Near> sum = proof_sum([&](std::size_t member, Side side) {
    return (may_be_nothing(member) ? reach(member).closed() : reach(member)).end(side);
  });
  if (!sum || *sum <= Near{}) return std::nullopt;
  core_ = {};
  blame(core_);
  return false;
}

std::optional<Rows::Extreme> Rows::extreme(std::size_t number, Side side) {
  if (!simplex_->is_possible()) return std::nullopt;
  const std::size_t asked = places_.at(number);
  Extreme found{side == Side::upper ? simplex_->greatest(asked) : simplex_->least(asked)};
  if (!is_all_said() || !is_met()) return found;
  if (!found.value) {
    found.is_proven = is_endless(asked, side);
    return found;
  }
  found.is_proven = is_end(asked, *found.value);
  return found;
}

}  // namespace edustat::reconcile_detail
