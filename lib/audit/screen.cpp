// SPDX-License-Identifier: Apache-2.0
#include "audit/screen.hpp"

#include "audit/cell_inputs.hpp"
#include "catalogue/fold.hpp"
#include "catalogue/formula_text.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace edustat {
namespace {

/// A formula as a weighted sum of its references, as far as it is one.
class Weights {
 public:
  struct Value {
    std::vector<Rational> weights;
    std::vector<bool> is_bent;           ///< stands in a product, a divisor or a power
    std::optional<Rational> constant{};  ///< where there is no reference at all
  };

  Weights(std::span<const Rational> constants, std::size_t references)
      : constants_(constants), references_(references) {}

  [[nodiscard]] Value constant(std::size_t index) const {
    Value value = nothing();
    value.constant = constants_[index];
    return value;
  }
  [[nodiscard]] Value reference(std::size_t index) const {
    Value value = nothing();
    value.weights[index] = 1;
    return value;
  }
  [[nodiscard]] Value sum(std::size_t index) const { return reference(index); }

  [[nodiscard]] Value add(Value left, Value right) const {
    for (std::size_t i = 0; i < references_; ++i) {
      left.weights[i] = left.weights[i] + right.weights[i];
      left.is_bent[i] = left.is_bent[i] || right.is_bent[i];
    }
    const bool are_constants = left.constant && right.constant;
    left.constant = are_constants ? std::optional(*left.constant + *right.constant) : std::nullopt;
    return left;
  }
  [[nodiscard]] Value negate(Value value) const { return scaled(std::move(value), -1); }
  [[nodiscard]] Value subtract(Value left, Value right) const {
    return add(std::move(left), negate(std::move(right)));
  }
  [[nodiscard]] Value multiply(Value left, Value right) const {
    if (right.constant) return scaled(std::move(left), *right.constant);
    if (left.constant) return scaled(std::move(right), *left.constant);
    return bent(add(std::move(left), std::move(right)));
  }
  [[nodiscard]] Value divide(Value left, Value right) const {
    if (right.constant && !right.constant->is_zero()) {
      return scaled(std::move(left), Rational(1) / *right.constant);
    }
    return bent(add(std::move(left), std::move(right)));
  }
  [[nodiscard]] Value power(Value value, int exponent) const {
    return exponent == 1 ? value : bent(std::move(value));
  }

 private:
  [[nodiscard]] Value nothing() const {
    return {std::vector<Rational>(references_), std::vector<bool>(references_)};
  }
  static Value scaled(Value value, const Rational& factor) {
    for (Rational& weight : value.weights) weight = weight * factor;
    if (value.constant) value.constant = *value.constant * factor;
    return value;
  }
  static Value bent(Value value) {
    for (std::size_t i = 0; i < value.weights.size(); ++i) {
      value.is_bent[i] = value.is_bent[i] || !value.weights[i].is_zero();
    }
    value.constant.reset();
    return value;
  }

  std::span<const Rational> constants_;
  std::size_t references_;
};

/// Enough places to tell a thousandth of what the finest input is kept to.
int places_for(const PanelCheck& check, const detail::SeriesBinding& binding) {
  constexpr int most_places = 15;
  Rational finest = 1;
  for (const detail::Leaf& leaf : check.leaves) {
    finest = std::min(finest, binding.factor(leaf.series));
  }
  int places = 3;
  while (places < most_places && finest * Rational::power_of_ten(places - 3) < Rational(1)) {
    ++places;
  }
  return places;
}

/// Rounded to a whole number of 64 bits; the largest of them where it is not in 64 bits.
std::int64_t whole(const Rational& value, Rounding rounding) {
  const auto small = round_to_integer(value, rounding).small();
  return small ? small->numerator : std::numeric_limits<std::int64_t>::max();
}

/// How far a difference is from satisfying a comparison with 0: 0 where it does.
std::int64_t excess_of(std::int64_t difference, Comparison comparison) {
  switch (comparison) {
    case Comparison::equal:
      return difference < 0 ? -difference : difference;
    case Comparison::at_most:
      return std::max<std::int64_t>(difference, 0);
    case Comparison::at_least:
      return std::max<std::int64_t>(-difference, 0);
    case Comparison::less:
      return difference < 0 ? 0 : difference + 1;
    case Comparison::greater:
      return difference > 0 ? 0 : 1 - difference;
  }
  return 0;
}

}  // namespace

Screen::Screen(const PanelCheck& check, const Totals& totals, const detail::SeriesBinding& binding)
    : totals_(totals),
      comparison_(check.relation.comparison()),
      difference_{{.formula = Formula("0")}} {
  std::vector<std::string> names;
  for (const Reference& input : check.inputs) names.push_back(input.to_string());
  const auto text = [&](std::span<const Node> nodes) {
    return detail::formula_text(nodes, check.relation.constants(), names);
  };
  Indicator& indicator = difference_.indicator;
  indicator.id = check.shown.rule;
  indicator.formula =
      Formula('(' + text(check.relation.left()) + ") - (" + text(check.relation.right()) + ')');
  indicator.places = places_for(check, binding);
  indicator.rounding = Rounding::up;
  find_reach(check, binding);
}

void Screen::find_reach(const PanelCheck& check, const detail::SeriesBinding& binding) {
  Weights algebra(check.relation.constants(), check.inputs.size());
  const Weights::Value sides =
      algebra.subtract(fold(check.relation.left(), algebra), fold(check.relation.right(), algebra));
  for (std::size_t i = 0; i < check.inputs.size(); ++i) {
    const Series& series = totals_.series()[check.leaves[i].series];
    if (is_exact(series)) continue;
    const bool is_here = !check.inputs[i].needs_panel() && series.time != TimeRule::plan;
    if (sides.is_bent[i] || !is_here || series.prints == 0 ||
        series.precision == Precision::truncated) {
      is_all_ = false;
      continue;
    }
    const Rational reach = sides.weights[i].abs() *
                           last_place_of(series, binding.factor(check.leaves[i].series)) *
                           Rational(series.prints) *
                           Rational::power_of_ten(*difference_.indicator.places) / Rational(2);
    added_.push_back(
        {check.leaves[i].series, whole(reach, Rounding::down), whole(reach, Rounding::up)});
  }
}

std::optional<Verdict> Screen::judge(std::int64_t difference, std::size_t period,
                                     std::size_t row) const {
  if (difference == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  const std::int64_t excess = excess_of(difference, comparison_);
  if (excess == 0) return Verdict::consistent;
  std::int64_t below = 0;
  std::int64_t above = 0;
  for (const Added& one : added_) {
    const auto count = std::int64_t{totals_.coverage(period, one.series, row).known};
    std::int64_t least = 0;
    std::int64_t most = 0;
    if (__builtin_mul_overflow(one.below, count, &least) ||
        __builtin_mul_overflow(one.above, count, &most) ||
        __builtin_add_overflow(below, least, &below) ||
        __builtin_add_overflow(above, most, &above)) {
      return std::nullopt;
    }
  }
  if (excess < below) return Verdict::consistent;
  const bool is_beyond = above == 0 || excess - 1 > above;
  return is_all_ && is_beyond ? std::optional(Verdict::impossible) : std::nullopt;
}

}  // namespace edustat
