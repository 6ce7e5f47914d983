// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/dispersion.hpp"
#include "edustat/error/error.hpp"

#include "analysis/ascending.hpp"
#include "analysis/pieces.hpp"
#include "analysis/sample_data.hpp"
#include "panel/memory.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace edustat {
namespace {

using detail::SampleData;
using detail::WideDouble;

/// What the first units of `order` hold, until `part` of the weight is full.
double held_by(const SampleData& data, std::span<const std::uint32_t> order, const Rational& part) {
  const double share = part.to_double();
  WideDouble left = detail::two_product(data.weight.high, share);
  left.low += data.weight.low * share +
              data.weight.high * (part - detail::exact_rational(share)).to_double();
  detail::WideSum room;
  room.add(left);
  detail::WideSum held;
  detail::take_in_order(data, order, [&](const WideDouble& amount, const WideDouble& weight) {
    const double rest = room.total().value();
    if (rest <= 0) return false;
    if (weight.high > rest) {
      held.add(amount.value() * (rest / weight.high));
      return false;
    }
    held.add(amount);
    room.add({-weight.high, -weight.low});
    return true;
  });
  return held.total().value();
}

/// What units hold so far.
struct HeldSums {
  detail::WideSum weight{};
  detail::WideSum amount{};

  bool operator()(const WideDouble& of_unit, const WideDouble& weight_of_unit) noexcept {
    weight.add(weight_of_unit);
    amount.add(of_unit);
    return true;
  }
  void add(const HeldSums& other) noexcept { (*this)(other.amount.total(), other.weight.total()); }
};

void require_share(std::string_view name, const Rational& share) {
  if (share.sign() > 0 && share <= 1) return;
  throw StructureError(
      Fault{ErrorCode::bad_value, {std::string(name), share.to_string(), "(0, 1]"}});
}

}  // namespace

double ratio_of_shares(const Sample& sample, const Rational& top, const Rational& bottom) {
  const SampleData& data = sample.data();
  require_share("top", top);
  require_share("bottom", bottom);
  detail::require_no_negative(data);
  detail::require_mean(data);
  std::vector<std::uint32_t> order = detail::ascending(data);
  const double lowest = held_by(data, order, bottom);
  std::reverse(order.begin(), order.end());
  const double highest = held_by(data, order, top);
  return lowest == 0 ? std::numeric_limits<double>::infinity() : highest / lowest;
}

LorenzCurve lorenz(const Sample& sample) {
  const SampleData& data = sample.data();
  detail::require_no_negative(data);
  detail::require_mean(data);
  const std::vector<std::uint32_t> order = detail::ascending(data);
  std::vector<HeldSums> held =
      detail::by_pieces(order.size(), [&](std::size_t first, std::size_t last) {
        HeldSums part;
        detail::take_in_order(data, std::span(order).subspan(first, last - first), part);
        return part;
      });
  HeldSums so_far;
  for (HeldSums& part : held) so_far.add(std::exchange(part, so_far));
  const std::size_t points = order.size() + 1;
  const std::shared_ptr<double[]> curve = detail::unset<double>(2 * points);
  double* const weights = curve.get();
  double* const amounts = weights + points;
  detail::by_pieces(order.size(), [&](std::size_t first, std::size_t last) {
    HeldSums part = held[first / detail::piece_units];
    std::size_t point = first;
    detail::take_in_order(
        data, std::span(order).subspan(first, last - first),
        [&](const WideDouble& amount, const WideDouble& weight) {
          part(amount, weight);
          ++point;
          weights[point] = std::min(part.weight.total().value() / data.weight.high, 1.0);
          amounts[point] = std::min(part.amount.total().value() / data.total.high, 1.0);
          return true;
        });
  });
  weights[0] = amounts[0] = 0;
  weights[points - 1] = amounts[points - 1] = 1;
  return {{weights, points}, {amounts, points}, curve};
}

}  // namespace edustat
