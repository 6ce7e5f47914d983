// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/dispersion.hpp"
#include "edustat/error/error.hpp"

#include "analysis/ascending.hpp"
#include "analysis/sample_data.hpp"

#include <algorithm>
#include <limits>

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

std::vector<LorenzPoint> lorenz(const Sample& sample) {
  const SampleData& data = sample.data();
  detail::require_no_negative(data);
  detail::require_mean(data);
  std::vector<LorenzPoint> points(1);
  points.reserve(data.size() + 1);
  detail::WideSum weight;
  detail::WideSum amount;
  const auto take = [&](const WideDouble& of_unit, const WideDouble& weight_of_unit) {
    weight.add(weight_of_unit);
    amount.add(of_unit);
    points.push_back({std::min(weight.total().value() / data.weight.high, 1.0),
                      std::min(amount.total().value() / data.total.high, 1.0)});
    return true;
  };
  detail::take_in_order(data, detail::ascending(data), take);
  points.back() = {1, 1};
  return points;
}

}  // namespace edustat
