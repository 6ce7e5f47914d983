// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/interval.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"
#include "number/bound.hpp"

#include <compare>
#include <utility>

namespace edustat {
namespace {

using detail::Bound;

/// True when some number lies between the bounds.
bool leaves_room(const Bound& low, const Bound& high) {
  if (!low.value || !high.value) return true;
  const auto order = *low.value <=> *high.value;
  return std::is_lt(order) || (std::is_eq(order) && detail::both(low.end, high.end) == End::closed);
}

std::string excerpt(const Bound& bound) {
  return bound.value ? text::excerpt(bound.value->to_string()) : "inf";
}

[[noreturn]] void refuse_empty(const Bound& low, const Bound& high) {
  std::string interval = low.end == End::closed ? "[" : "(";
  interval += excerpt(low) + ", " + excerpt(high);
  interval += high.end == End::closed ? ']' : ')';
  throw StructureError(Fault{ErrorCode::empty_interval, {std::move(interval)}});
}

}  // namespace

Interval::Interval(Bound low, Bound high) : low_(std::move(low)), high_(std::move(high)) {
  if (!low_.value) low_.end = End::open;
  if (!high_.value) high_.end = End::open;
  if (!leaves_room(low_, high_)) refuse_empty(low_, high_);
}

Interval Interval::exactly(Rational value) {
  Bound low{value, End::closed};
  return {std::move(low), {std::move(value), End::closed}};
}

Interval Interval::closed(Rational low, Rational high) {
  return {{std::move(low), End::closed}, {std::move(high), End::closed}};
}

Interval Interval::at_least(Rational low) {
  return {{std::move(low), End::closed}, {}};
}

Interval Interval::everything() {
  return {{}, {}};
}

bool Interval::is_exact() const noexcept {
  return is_bounded() && *low_.value == *high_.value;
}

bool Interval::contains(const Rational& value) const {
  const Bound point{value, End::closed};
  return leaves_room(low_, point) && leaves_room(point, high_);
}

std::optional<Interval> Interval::intersect(const Interval& other) const {
  const Bound& low = detail::narrower_low(low_, other.low_);
  const Bound& high = detail::narrower_high(high_, other.high_);
  if (!leaves_room(low, high)) return std::nullopt;
  return Interval(low, high);
}

Interval Interval::hull(const Interval& other) const {
  return {detail::wider_low(low_, other.low_), detail::wider_high(high_, other.high_)};
}

bool Interval::can_be_less(const Interval& other) const {
  return !low_.value || !other.high_.value || *low_.value < *other.high_.value;
}

bool Interval::can_be_at_most(const Interval& other) const {
  return leaves_room(low_, other.high_);
}

std::size_t Interval::hash() const noexcept {
  std::size_t result = 0;
  for (const Bound* bound : {&low_, &high_}) {
    const std::size_t value = bound->value ? bound->value->hash() : 1;
    result = result * 0x9E3779B97F4A7C15U + (value ^ static_cast<std::size_t>(bound->end));
  }
  return result;
}

}  // namespace edustat
