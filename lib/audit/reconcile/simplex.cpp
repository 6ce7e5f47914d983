// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/simplex.hpp"

#include <algorithm>
#include <utility>

namespace edustat::reconcile_detail {
namespace {

using Terms = Simplex::Terms;

/// The factor of a member in a row; nothing where it does not stand there.
const Rational* factor_in(const Terms& row, std::size_t member) {
  const auto place =
      std::lower_bound(row.begin(), row.end(), member,
                       [](const auto& term, std::size_t sought) { return term.first < sought; });
  return place != row.end() && place->first == member ? &place->second : nullptr;
}

/// `left` without a member, plus `factor` times `right`.
Terms combined(Terms& left, std::size_t without, const Rational& factor, const Terms& right) {
  Terms sum;
  sum.reserve(left.size() + right.size());
  auto other = right.begin();
  for (auto& [member, own] : left) {
    if (member == without) continue;
    for (; other != right.end() && other->first < member; ++other) {
      sum.emplace_back(other->first, factor * other->second);
    }
    if (other != right.end() && other->first == member) {
      own += factor * other->second;
      ++other;
      if (own.is_zero()) continue;
    }
    sum.emplace_back(member, std::move(own));
  }
  for (; other != right.end(); ++other) {
    sum.emplace_back(other->first, factor * other->second);
  }
  return sum;
}

}  // namespace

Interval::Bound Near::bound() const {
  return {value, tiny.is_zero() ? End::closed : End::open};
}

Near& Near::operator+=(const Near& other) {
  value += other.value;
  if (!other.tiny.is_zero()) tiny += other.tiny;
  return *this;
}

Near operator*(const Rational& factor, const Near& near) {
  return {factor * near.value, near.tiny.is_zero() ? Rational(0) : factor * near.tiny};
}

Reach Reach::of(const Interval& interval) {
  const auto end = [](const Interval::Bound& bound, int inward) -> std::optional<Near> {
    if (!bound.value) return std::nullopt;
    return Near{*bound.value, bound.end == End::open ? Rational(inward) : Rational(0)};
  };
  return {end(interval.low(), 1), end(interval.high(), -1)};
}

Reach Reach::closed() const {
  Reach reach = *this;
  if (reach.low) reach.low->tiny = Rational(0);
  if (reach.high) reach.high->tiny = Rational(0);
  return reach;
}

Reach Reach::intersect(const Reach& other) const {
  Reach both = *this;
  if (!low || (other.low && *other.low > *low)) both.low = other.low;
  if (!high || (other.high && *other.high < *high)) both.high = other.high;
  return both;
}

Simplex::Simplex(std::span<const Interval> ranges, std::span<const LinearRow> rows)
    : reaches_(ranges.size() + rows.size()),
      values_(reaches_.size()),
      place_(reaches_.size()),
      uses_(reaches_.size()) {
  for (std::size_t place = 0; place < rows.size(); ++place) {
    const std::size_t member = ranges.size() + place;
    place_[member] = place;
    basic_.push_back(member);
    rows_.emplace_back();
    replace(place, Terms(rows[place].terms.begin(), rows[place].terms.end()));
    set(member, Reach::of(rows[place].range));
  }
  for (std::size_t number = 0; number < ranges.size(); ++number) {
    set(number, Reach::of(ranges[number]));
  }
}

void Simplex::set(std::size_t member, Reach reach) {
  reaches_[member] = std::move(reach);
  if (place_[member]) return;
  const auto& [low, high] = reaches_[member];
  const std::optional<Near>& nearest = low && values_[member] < *low ? low : high;
  const bool is_out = (low && values_[member] < *low) || (high && values_[member] > *high);
  if (!is_out) return;
  Near distance = *nearest;
  distance += Rational(-1) * values_[member];
  move(member, distance);
}

bool Simplex::is_possible() {
  for (std::size_t member = 0; member < values_.size(); ++member) {
    const auto& [low, high] = reaches_[member];
    if (!low || !high || *low <= *high) continue;
    proof_ = {{member, Rational(1)}, {member, Rational(-1)}};
    return false;
  }
  steps_ = 0;
  while (true) {
    // The basic member of least index that is outside, and how far it has to go.
    std::optional<std::size_t> outside;
    Direction inward = Direction::up;
    for (const std::size_t member : basic_) {
      if (outside && *outside < member) continue;
      const auto& [low, high] = reaches_[member];
      const bool is_below = low && values_[member] < *low;
      if (!is_below && !(high && values_[member] > *high)) continue;
      outside = member;
      inward = is_below ? Direction::up : Direction::down;
    }
    if (!outside) return true;
    const std::optional<Step> step = improving(*outside, inward);
    if (!step) {
      prove(*outside, inward);
      return false;
    }
    Near distance = *end(*outside, inward == Direction::up ? Direction::down : Direction::up);
    distance += Rational(-1) * values_[*outside];
    const Rational& slope = *factor_in(rows_[*place_[*outside]], step->number);
    move(step->number, slope.reciprocal() * distance);
    pivot(*outside, step->number);
  }
}

std::optional<Near> Simplex::greatest(std::size_t member) {
  return furthest(member, Direction::up);
}

std::optional<Near> Simplex::least(std::size_t member) {
  return furthest(member, Direction::down);
}

std::optional<Near> Simplex::furthest(std::size_t member, Direction direction) {
  steps_ = 0;
  while (std::optional<Step> step = improving(member, direction)) {
    stretch(*step);
    if (!step->length) {
      follow(*step);
      return std::nullopt;
    }
    take(*step);
  }
  prove(member, direction);
  return values_[member];
}

/// A free member that can move so that `member` goes in this direction: that of fewest rows, which
/// keeps them short; of least index when it goes on for long, so that it ends.
std::optional<Simplex::Step> Simplex::improving(std::size_t member, Direction direction) {
  if (!place_[member]) {
    if (!can_move(member, direction)) return std::nullopt;
    return Step{member, direction};
  }
  const bool is_long = ++steps_ > values_.size();
  std::optional<Step> best;
  for (const auto& [free, slope] : rows_[*place_[member]]) {
    if (best && (is_long || uses_[free] >= uses_[best->number])) continue;
    const bool is_up = (slope.sign() > 0) == (direction == Direction::up);
    const Direction own = is_up ? Direction::up : Direction::down;
    if (can_move(free, own)) best = Step{free, own};
  }
  return best;
}

/// How far a step goes until the first end: its own, or one of a basic member.
void Simplex::stretch(Step& step) const {
  step.length = room(step.number, step.direction);
  for (std::size_t place = 0; place < rows_.size(); ++place) {
    const Rational* slope = factor_in(rows_[place], step.number);
    if (!slope) continue;
    const bool is_up = (slope->sign() > 0) == (step.direction == Direction::up);
    const std::optional<Near> own = room(basic_[place], is_up ? Direction::up : Direction::down);
    if (!own) continue;
    const Near length = slope->abs().reciprocal() * *own;
    const auto order = step.length ? length <=> *step.length : std::strong_ordering::less;
    const bool is_first = step.stop && basic_[place] < *step.stop;  // the least of the nearest
    if (order > 0 || (order == 0 && !is_first)) continue;
    step.length = length;
    step.stop = basic_[place];
  }
}

void Simplex::take(const Step& step) {
  move(step.number, Rational(step.direction == Direction::up ? 1 : -1) * *step.length);
  if (step.stop) pivot(*step.stop, step.number);
}

/// Why a member goes no further: all that it is made of is at its ends.
void Simplex::prove(std::size_t member, Direction direction) {
  const Rational sign(direction == Direction::up ? 1 : -1);
  proof_.clear();
  if (!place_[member]) {
    proof_ = {{member, sign}, {member, -sign}};
    return;
  }
  for (const auto& [free, slope] : rows_[*place_[member]]) {
    proof_.emplace_back(free, -sign * slope);
  }
  proof_.emplace_back(member, sign);
}

/// The direction of a step.
void Simplex::follow(const Step& step) {
  const Rational sign(step.direction == Direction::up ? 1 : -1);
  ray_ = {{step.number, sign}};
  for (std::size_t place = 0; place < rows_.size(); ++place) {
    const Rational* slope = factor_in(rows_[place], step.number);
    if (slope) ray_.emplace_back(basic_[place], sign * *slope);
  }
}

const std::optional<Near>& Simplex::end(std::size_t member, Direction direction) const {
  return direction == Direction::up ? reaches_[member].high : reaches_[member].low;
}

std::optional<Near> Simplex::room(std::size_t member, Direction direction) const {
  const std::optional<Near>& limit = end(member, direction);
  if (!limit) return std::nullopt;
  Near distance = *limit;
  distance += Rational(-1) * values_[member];
  return Rational(direction == Direction::up ? 1 : -1) * distance;
}

bool Simplex::can_move(std::size_t member, Direction direction) const {
  const std::optional<Near>& limit = end(member, direction);
  if (!limit) return true;
  return direction == Direction::up ? values_[member] < *limit : values_[member] > *limit;
}

/// Moves a free member, and the basic ones with it.
void Simplex::move(std::size_t member, const Near& distance) {
  if (distance == Near{}) return;
  values_[member] += distance;
  for (std::size_t place = 0; place < rows_.size(); ++place) {
    const Rational* slope = factor_in(rows_[place], member);
    if (slope) values_[basic_[place]] += *slope * distance;
  }
}

/// Writes every row by the leaving member instead of the entering one.
void Simplex::pivot(std::size_t leaving, std::size_t entering) {
  const std::size_t own = *place_[leaving];
  const Rational slope = *factor_in(rows_[own], entering);
  Terms entered;
  entered.reserve(rows_[own].size());
  for (const auto& [member, factor] : rows_[own]) {
    if (member != entering) entered.emplace_back(member, -factor / slope);
  }
  const auto after = std::find_if(entered.begin(), entered.end(),
                                  [&](const auto& term) { return term.first > leaving; });
  entered.emplace(after, leaving, slope.reciprocal());
  for (std::size_t place = 0; place < rows_.size(); ++place) {
    if (place == own) continue;
    const Rational* found = factor_in(rows_[place], entering);
    if (!found) continue;
    const Rational factor = *found;
    replace(place, combined(rows_[place], entering, factor, entered));
  }
  replace(own, std::move(entered));
  basic_[own] = entering;
  place_[entering] = own;
  place_[leaving].reset();
}

void Simplex::replace(std::size_t place, Terms row) {
  for (const auto& [member, factor] : rows_[place]) --uses_[member];
  rows_[place] = std::move(row);
  for (const auto& [member, factor] : rows_[place]) ++uses_[member];
}

}  // namespace edustat::reconcile_detail
