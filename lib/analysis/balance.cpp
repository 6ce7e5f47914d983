// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/balance.hpp"

#include "edustat/quantity/quantity.hpp"

#include "analysis/balance_steps.hpp"
#include "analysis/weight_sum.hpp"
#include "error/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace edustat {
namespace {

/// The parts between their neighbours, with what all lower ones and all upper ones add up to.
struct Reach {
  std::vector<StepFigure> figures{};
  Rational exact{};
  Rational least{};
  Rational largest{};
};

Reach reach_of(std::span<const Rational> parts, const Steps& steps) {
  Reach reach;
  reach.figures.reserve(parts.size());
  for (const Rational& part : parts) {
    const StepFigure& figure = reach.figures.emplace_back(steps.figure(part));
    reach.exact += figure.value;
    reach.least += figure.at(Side::lower);
    reach.largest += figure.at(Side::upper);
  }
  return reach;
}

/// The total in steps. @throws StructureError (total_out_of_reach)
Rational whole_steps(const Decimal& total, const Reach& reach, const Steps& steps,
                     const Decimal& step) {
  Rational count = total.value() / step.value();
  if (!count.is_integer() || count < reach.least || count > reach.largest) {
    throw StructureError(
        Fault{ErrorCode::total_out_of_reach,
              {text::excerpt(total.to_string()), text::excerpt(step.to_string()),
               steps.written(reach.least).to_string(), steps.written(reach.largest).to_string()}});
  }
  return count;
}

BalancedParts settled(const Reach& reach, const Rational& total, const Steps& steps) {
  const auto upper = static_cast<std::size_t>((total - reach.least).small()->numerator);
  const std::vector<Side> sides =
      sides_by_remainder(reach.figures, upper, direction_of(reach.figures, reach.exact));
  BalancedParts result{{}, steps.written(total), {}};
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const StepFigure& figure = reach.figures[i];
    result.parts.push_back(steps.written(figure.at(sides[i])));
    if (figure.at(sides[i]) != figure.at(figure.ordinary)) {
      result.moved.push_back(steps.moved(figure, sides[i], i, std::nullopt));
    }
  }
  return result;
}

/// @throws StructureError (bad_whole)
Decimal exact_whole(const Rational& whole, DecimalPlaces places) {
  const Rational digits = whole * Rational::power_of_ten(places.count());
  if (whole.sign() <= 0 || !digits.is_integer()) {
    throw StructureError(Fault{ErrorCode::bad_whole,
                               {text::excerpt(whole.to_string()), std::to_string(places.count())}});
  }
  return {whole, places};
}

}  // namespace

BalanceOptions BalanceOptions::to(DecimalPlaces places) {
  const Rational step = Rational::power_of_ten(-places.count());
  if (places.count() < 0) {
    throw LimitError(Fault{ErrorCode::negative_places,
                           {std::to_string(places.count()), text::excerpt(step.to_string())}});
  }
  return {.step = Decimal(step, places)};
}

Rational scale_between(const Unit& from, const Unit& to) {
  return Quantity(Rational(1), to).in_unit(from).value();
}

BalancedParts balanced_round(std::span<const Rational> parts, const BalanceOptions& options,
                             std::optional<Decimal> total) {
  const Steps steps(options);
  if (parts.empty()) throw StructureError(Fault{ErrorCode::nothing_to_balance});
  const Reach reach = reach_of(parts, steps);
  const Rational count = total ? whole_steps(*total, reach, steps, options.step)
                               : round_to_integer(reach.exact, options.rounding);
  return settled(reach, count, steps);
}

BalancedShares balanced_shares(std::span<const std::optional<Rational>> weights,
                               DecimalPlaces places, AbsentWeights absent, const Rational& whole) {
  const BalanceOptions options = BalanceOptions::to(places);
  if (absent == AbsentWeights::refused) {
    (void)without_gaps(std::vector(weights.begin(), weights.end()));
  }
  const Rational sum = detail::sum_of_weights(weights);
  const Decimal all = exact_whole(whole, places);
  std::vector<std::size_t> known;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i]) known.push_back(i);
  }
  BalancedShares result{std::vector<std::optional<Decimal>>(weights.size()), {}, {}};
  if (known.empty()) return result;
  if (sum.is_zero()) throw StructureError(Fault{ErrorCode::weights_without_sum});
  result.whole = all;
  std::vector<Rational> shares;
  for (const std::size_t i : known) shares.push_back(*weights[i] * whole / sum);
  BalancedParts parts = balanced_round(shares, options);
  for (std::size_t i = 0; i < known.size(); ++i) result.shares[known[i]] = parts.parts[i];
  for (MovedFigure& moved : parts.moved) {
    moved.row = known[*moved.row];
    result.moved.push_back(std::move(moved));
  }
  return result;
}

void detail::refuse_gaps(std::span<const std::size_t> absent, const Place& place) {
  std::string numbers;
  for (const std::size_t number : absent) {
    numbers += (numbers.empty() ? "" : ", ") + std::to_string(number + 1);
  }
  Fault fault{ErrorCode::gap_in_figures, {text::excerpt(numbers)}, place};
  if (place.line != 0) {
    fault.code = ErrorCode::gap_in_row;
    fault.arguments.insert(fault.arguments.begin(), std::to_string(place.line));
    fault.place.line = 0;
  }
  throw StructureError(std::move(fault));
}

std::string_view name_of(AbsentWeights absent) noexcept {
  constexpr std::array<std::string_view, 2> names{"refused", "left_out"};
  return names[static_cast<std::size_t>(absent)];
}

}  // namespace edustat
