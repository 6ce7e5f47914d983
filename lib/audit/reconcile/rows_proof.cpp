// SPDX-License-Identifier: Apache-2.0
// What the answers of the simplex method come to, by the rows as they were stated.
#include "audit/reconcile/rows.hpp"

#include <algorithm>
#include <utility>

namespace edustat::reconcile_detail {
namespace {

bool lies_in(const Near& value, const Reach& reach) {
  return !(reach.low && value < *reach.low) && !(reach.high && value > *reach.high);
}

}  // namespace

/// Whether the point that was found satisfies all that is held.
bool Rows::is_met() const {
  for (std::size_t place = 0; place < numbers_.size(); ++place) {
    const Near& value = simplex_->value(place);
    if (!lies_in(value, reach(place))) return false;
    const bool is_whole = value.tiny.is_zero() && value.value.is_integer();
    if (numbers_[place].is_whole && !is_whole) return false;
  }
  return std::all_of(rows_.begin(), rows_.end(), [&](const Row& row) {
    const bool is_nothing =
        row.ratio && sum_of(row.ratio->top) == Near{} && sum_of(row.ratio->bottom) == Near{};
    return is_nothing || is_inside(row);
  });
}

Near Rows::sum_of(const LinearSum& sum) const {
  Near total{sum.constant};
  for (const auto& [place, factor] : sum.terms) total += factor * simplex_->value(place);
  return total;
}

/// Whether the point lies in a row, its open ends left out; in any that is not held.
bool Rows::is_inside(const Row& row) const {
  if (row.reach == Reach{}) return true;
  return lies_in(sum_of({row.row.terms, {}}), Reach::of(row.row.range));
}

/// Whether one can go from the point in the direction that was found as far as one likes.
bool Rows::is_endless(std::size_t place, Side side) const {
  std::map<std::size_t, Rational> ray(simplex_->ray().begin(), simplex_->ray().end());
  const auto goes = [](const Rational& slope, const Reach& reach) {
    return slope.is_zero() || !(slope.sign() > 0 ? reach.high : reach.low);
  };
  for (const auto& [number, slope] : ray) {
    if (number < numbers_.size() && !goes(slope, reach(number))) return false;
  }
  const bool is_along = std::all_of(rows_.begin(), rows_.end(), [&](const Row& row) {
    if (row.ratio && !is_inside(row)) return false;  // 0 / 0 there, and no more beyond
    Rational sum(0);
    for (const auto& [number, factor] : row.row.terms) {
      if (const auto slope = ray.find(number); slope != ray.end()) sum += factor * slope->second;
    }
    return goes(sum, row.reach);
  });
  return is_along && ray[place].sign() == (side == Side::upper ? 1 : -1);
}

/// What the proof of the simplex adds up to, by the rows as they were stated; nothing where it is
/// no proof.
std::optional<Near> Rows::proof_sum(const EndOf& end_of) const {
  std::map<std::size_t, Rational> left;
  Near sum;
  for (const auto& [member, factor] : simplex_->proof()) {
    const std::optional<Near> end = end_of(member, factor.sign() > 0 ? Side::lower : Side::upper);
    if (!end) return std::nullopt;
    sum += factor * *end;
    if (member < numbers_.size()) {
      left[member] += factor;
    } else {
      for (const auto& [number, own] : rows_[member - numbers_.size()].row.terms) {
        left[number] += factor * own;
      }
    }
  }
  const bool is_zero =
      std::all_of(left.begin(), left.end(), [](const auto& term) { return term.second.is_zero(); });
  return is_zero ? std::optional(sum) : std::nullopt;
}

/// Whether top or bottom of a printed rate is above 0 as far as the prints of its numbers tell.
bool Rows::is_defined(const LinearRatio& ratio) const {
  const auto is_positive = [&](const LinearSum& sum) {
    Near least{sum.constant};
    for (const auto& [place, factor] : sum.terms) {
      const Reach own = reach(place);
      const std::optional<Near>& end = factor.sign() > 0 ? own.low : own.high;
      if (!end) return false;
      least += factor * *end;
    }
    return least > Near{};
  };
  return is_positive(ratio.bottom) || is_positive(ratio.top);
}

/// Whether the proof says that nothing lies beyond the end of a member.
bool Rows::is_end(std::size_t member, const Near& end) const {
  bool is_asked = true;  // the first time; its own end may bound it as well
  const std::optional<Near> sum =
      proof_sum([&](std::size_t other, Side side) -> std::optional<Near> {
        if (std::exchange(is_asked, is_asked && other != member) && other == member) return end;
        return reach(other).end(side);
      });
  return sum && *sum == Near{};  // beyond that end it would be above 0
}

/// Learns that the bottom of a rate is above 0, where what is held besides says so.
bool Rows::learn_sign(Said& link) {
  if (!link.is_held || !link.bottom || !simplex_->is_possible()) return false;
  const std::size_t bottom = numbers_.size() + *link.bottom;
  const std::optional<Near> least = simplex_->least(bottom);
  if (!least || *least <= link.above || !is_end(bottom, *least)) return false;
  link.has_more = false;
  link.sign = {};
  blame(link.sign);
  return true;
}

/// Prints and links that the proof rests on.
void Rows::blame(Core& core) const {
  for (const auto& [member, factor] : simplex_->proof()) {
    if (member >= numbers_.size()) {
      const Row& row = rows_[member - numbers_.size()];
      const Said& link = links_[row.link];
      core.links.insert(row.link);
      core.prints.insert(row.needed.begin(), row.needed.end());
      if (!row.ratio) continue;
      core.links.insert(link.sign.links.begin(), link.sign.links.end());
      core.prints.insert(link.sign.prints.begin(), link.sign.prints.end());
      continue;
    }
    const Number& number = numbers_[member];
    const bool is_low = factor.sign() > 0;
    const bool is_of_print =
        is_low ? number.both.low != number.domain.low : number.both.high != number.domain.high;
    const bool is_doubted = number.is_held && !unknowns_[number.number].is_fixed;
    if (is_doubted && is_of_print) core.prints.insert(number.number);
  }
}

}  // namespace edustat::reconcile_detail
