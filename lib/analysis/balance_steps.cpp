// SPDX-License-Identifier: Apache-2.0
#include "analysis/balance_steps.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"

#include <algorithm>
#include <numeric>

namespace edustat {

Rational StepFigure::at(Side side) const {
  return side == Side::lower || remainder.is_zero() ? floor : floor + 1;
}

Steps::Steps(const BalanceOptions& options)
    : step_(options.step),
      size_(options.step.value() * options.scale),
      rounding_(options.rounding) {
  if (options.step.value().sign() <= 0) {
    throw StructureError(Fault{ErrorCode::bad_step, {text::excerpt(options.step.to_string())}});
  }
  if (options.scale.sign() <= 0) {
    throw StructureError(Fault{ErrorCode::bad_scale, {text::excerpt(options.scale.to_string())}});
  }
}

StepFigure Steps::figure(const Rational& value) const {
  StepFigure figure{value / size_, {}, {}, Side::lower};
  figure.floor = figure.value.floor();
  figure.remainder = figure.value - figure.floor;
  if (round_to_integer(figure.value, rounding_) > figure.floor) figure.ordinary = Side::upper;
  return figure;
}

Decimal Steps::written(const Rational& count) const {
  return {count * step_.value(), step_.places()};
}

MovedFigure Steps::moved(const StepFigure& figure, Side side, std::optional<std::size_t> row,
                         std::optional<std::size_t> column) const {
  return {row, column, figure.value * step_.value(), written(figure.at(figure.ordinary)),
          written(figure.at(side))};
}

int direction_of(const std::vector<StepFigure>& figures, const Rational& sum) {
  if (!sum.is_zero()) return sum.sign();
  for (const StepFigure& figure : figures) {
    if (!figure.value.is_zero()) return figure.value.sign();
  }
  return 0;
}

std::vector<Side> sides_by_remainder(const std::vector<StepFigure>& figures, std::size_t upper,
                                     int direction) {
  std::vector<std::size_t> order(figures.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto first = [&](std::size_t left, std::size_t right) {
    const auto remainders = figures[left].remainder <=> figures[right].remainder;
    if (remainders != 0) return remainders > 0;
    if (figures[left].ordinary != figures[right].ordinary) {
      return figures[left].ordinary == Side::upper;
    }
    return direction < 0 ? left > right : left < right;
  };
  std::sort(order.begin(), order.end(), first);
  std::vector<Side> sides(figures.size(), Side::lower);
  for (std::size_t i = 0; i < upper; ++i) sides[order[i]] = Side::upper;
  return sides;
}

}  // namespace edustat
