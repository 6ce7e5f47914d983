// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/figure.hpp"

#include "quantity/figure_sides.hpp"
#include "quantity/spread.hpp"

#include <cstdint>
#include <optional>
#include <utility>

namespace edustat {
namespace {

using Bound = Interval::Bound;

bool is_even_multiple(const Rational& value, const Rational& place) {
  return (value / (place + place)).is_integer();
}

using detail::LastDigit;
using detail::shortened;
using detail::Spread;

/// The ends where value and half of place are whole and small, which most prints are.
std::optional<Interval> around_whole(const Rational& value, const Rational& place,
                                     const Spread& spread) {
  constexpr std::int64_t safe = std::int64_t{1} << 62;
  const auto whole = value.small();
  const auto step = place.small();
  const bool is_simple = whole && step && whole->denominator == 1 && step->denominator == 1 &&
                         step->numerator % 2 == 0 && whole->numerator < safe &&
                         whole->numerator > -safe && step->numerator < safe;
  if (!is_simple) return std::nullopt;
  const std::int64_t half = step->numerator / 2;
  return Interval(Bound{Rational(whole->numerator - spread.below * half), spread.low},
                  Bound{Rational(whole->numerator + spread.above * half), spread.high});
}

/// What an approximate word says, `place` being the worth of the last digit that is not 0.
Interval approximate(const Rational& value, const Rational& place, Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::at_least:
      return Interval::at_least(value);
    case Qualifier::over: {
      if (value.sign() < 0) return {Bound{value - place, End::open}, Bound{value, End::closed}};
      return {Bound{value, End::closed}, Bound{value + place, End::open}};
    }
    case Qualifier::under: {
      if (value.sign() < 0) return {Bound{value, End::open}, Bound{value + place, End::open}};
      return {Bound{value - place, End::open}, Bound{value, End::open}};
    }
    default:
      return Interval::closed(value - place, value + place);
  }
}

}  // namespace

Interval detail::shortened(const Rational& value, const Rational& place, Precision precision) {
  if (precision == Precision::exact || place.is_zero()) return Interval::exactly(value);
  const bool is_odd = precision == Precision::half_even && !is_even_multiple(value, place);
  const Spread spread =
      detail::spread_of(precision, value.sign(), is_odd ? LastDigit::odd : LastDigit::even);
  if (auto interval = around_whole(value, place, spread)) return *std::move(interval);
  const Rational half = place / Rational(2);
  return {Bound{value - half * Rational(spread.below), spread.low},
          Bound{value + half * Rational(spread.above), spread.high}};
}

Interval Figure::interval(Precision precision) const {
  if (value_) return interval_around(*value_, precision);
  if (!highest_) return Interval::at_least(lowest_);
  return interval_around(lowest_, precision).hull(interval_around(*highest_, precision));
}

Interval Figure::interval_around(const Rational& value, Precision precision) const {
  if (qualifier_ != Qualifier::none) return approximate(value, last_nonzero_place_, qualifier_);
  if (is_exact_count_) return Interval::exactly(value);
  if (!sides_ || precision == Precision::exact) return shortened(value, last_place_, precision);
  // The right side is above zero whatever it stands for, so the quotient exists.
  return divide(shortened(sides_->left.value, sides_->left.last_place, precision),
                shortened(sides_->right.value, sides_->right.last_place, precision))
      .value();
}

}  // namespace edustat
