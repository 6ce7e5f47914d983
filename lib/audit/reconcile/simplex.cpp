// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/simplex.hpp"

#include <utility>

namespace edustat::reconcile_detail {

Simplex::Simplex(std::span<const Interval> ranges, std::span<const LinearRow> rows) {
  const auto add = [&](const Interval& range) {
    low_.push_back(range.low().value);
    high_.push_back(range.high().value);
    values_.emplace_back(0);
  };
  for (const Interval& range : ranges) add(range);
  for (const LinearRow& row : rows) {
    rows_.emplace(values_.size(), row.terms);
    add(row.range);
  }
  for (std::size_t number = 0; number < ranges.size(); ++number) {
    if (low_[number]) {
      move(number, *low_[number]);
    } else if (high_[number]) {
      move(number, *high_[number]);
    }
  }
}

bool Simplex::is_possible() {
  for (std::size_t number = 0; number < values_.size(); ++number) {
    if (low_[number] && high_[number] && *low_[number] > *high_[number]) return false;
  }
  while (true) {
    // The basic number of least index that is outside, and how far it has to go.
    std::optional<std::size_t> outside;
    Direction inward = Direction::up;
    for (const auto& [number, row] : rows_) {
      const bool is_below = low_[number] && values_[number] < *low_[number];
      if (!is_below && !(high_[number] && values_[number] > *high_[number])) continue;
      outside = number;
      inward = is_below ? Direction::up : Direction::down;
      break;
    }
    if (!outside) return true;
    const std::optional<Step> step = improving(*outside, inward);
    if (!step) return false;
    const Rational target = inward == Direction::up ? *low_[*outside] : *high_[*outside];
    const Rational& slope = rows_.at(*outside).at(step->number);
    move(step->number, (target - values_[*outside]) / slope);
    pivot(*outside, step->number);
  }
}

std::optional<Rational> Simplex::greatest(std::size_t number) {
  return furthest(number, Direction::up);
}

std::optional<Rational> Simplex::least(std::size_t number) {
  return furthest(number, Direction::down);
}

std::optional<Rational> Simplex::furthest(std::size_t number, Direction direction) {
  while (std::optional<Step> step = improving(number, direction)) {
    stretch(*step);
    if (!step->length) return std::nullopt;
    take(*step);
  }
  return values_[number];
}

/// The free number of least index that can move so that `number` goes in this direction.
std::optional<Simplex::Step> Simplex::improving(std::size_t number, Direction direction) const {
  const auto row = rows_.find(number);
  if (row == rows_.end()) {
    if (!can_move(number, direction)) return std::nullopt;
    return Step{number, direction};
  }
  for (const auto& [free, slope] : row->second) {
    const bool is_up = (slope.sign() > 0) == (direction == Direction::up);
    const Direction own = is_up ? Direction::up : Direction::down;
    if (can_move(free, own)) return Step{free, own};
  }
  return std::nullopt;
}

/// How far a step goes until the first end: its own, or one of a basic number.
void Simplex::stretch(Step& step) const {
  step.length = room(step.number, step.direction);
  for (const auto& [basic, row] : rows_) {
    const auto slope = row.find(step.number);
    if (slope == row.end()) continue;
    const bool is_up = (slope->second.sign() > 0) == (step.direction == Direction::up);
    const std::optional<Rational> own = room(basic, is_up ? Direction::up : Direction::down);
    if (!own) continue;
    const Rational length = *own / slope->second.abs();
    if (step.length && *step.length <= length) continue;  // the least index of the nearest ends
    step.length = length;
    step.stop = basic;
  }
}

void Simplex::take(const Step& step) {
  move(step.number, step.direction == Direction::up ? *step.length : -*step.length);
  if (step.stop) pivot(*step.stop, step.number);
}

const std::optional<Rational>& Simplex::end(std::size_t number, Direction direction) const {
  return direction == Direction::up ? high_[number] : low_[number];
}

std::optional<Rational> Simplex::room(std::size_t number, Direction direction) const {
  const std::optional<Rational>& limit = end(number, direction);
  if (!limit) return std::nullopt;
  return direction == Direction::up ? *limit - values_[number] : values_[number] - *limit;
}

bool Simplex::can_move(std::size_t number, Direction direction) const {
  const std::optional<Rational>& limit = end(number, direction);
  if (!limit) return true;
  return direction == Direction::up ? values_[number] < *limit : values_[number] > *limit;
}

/// Moves a free number, and the basic ones with it.
void Simplex::move(std::size_t number, const Rational& distance) {
  if (distance.is_zero()) return;
  values_[number] += distance;
  for (const auto& [basic, row] : rows_) {
    const auto slope = row.find(number);
    if (slope != row.end()) values_[basic] += slope->second * distance;
  }
}

/// Writes every row by the leaving number instead of the entering one.
void Simplex::pivot(std::size_t leaving, std::size_t entering) {
  Row own = std::move(rows_.extract(leaving).mapped());
  const Rational slope = std::move(own.extract(entering).mapped());
  Row entered{{leaving, Rational(1) / slope}};
  for (auto& [number, coefficient] : own) entered.emplace(number, -coefficient / slope);
  for (auto& [basic, row] : rows_) {
    const auto place = row.find(entering);
    if (place == row.end()) continue;
    const Rational factor = std::move(place->second);
    row.erase(place);
    for (const auto& [number, coefficient] : entered) {
      const auto [position, is_new] = row.try_emplace(number, Rational(0));
      position->second += factor * coefficient;
      if (position->second.is_zero()) row.erase(position);
    }
  }
  rows_.emplace(entering, std::move(entered));
}

}  // namespace edustat::reconcile_detail
