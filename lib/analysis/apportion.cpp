// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/apportion.hpp"

#include "edustat/error/error.hpp"

#include "analysis/weight_sum.hpp"
#include "error/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>
#include <string>

namespace edustat {
namespace {

constexpr int largest_total = 1'000'000;

/// What weights without gaps add up to. @throws StructureError as detail::sum_of_weights
Rational sum_of_all(std::span<const Rational> weights) {
  return detail::sum_of_weights(
      std::vector<std::optional<Rational>>(weights.begin(), weights.end()));
}

/// A claim to the next place: what a part with `given` places bids. Compared by the square, where
/// the divisor is a root; no divisor is above every other, and then the weights decide.
struct Claim {
  bool is_boundless = false;
  Rational bid{};
  friend auto operator<=>(const Claim&, const Claim&) = default;
};

/// `weight / divisor(given)` of a divisor method.
Claim claim_of(const Rational& weight, int given, Apportionment method) {
  const Rational s = given;
  const auto bid = [&](const Rational& divisor) -> Claim {
    if (divisor.is_zero()) return {true, weight};
    return {false, weight / divisor};
  };
  switch (method) {
    case Apportionment::sainte_lague:
      return bid(s + s + 1);
    case Apportionment::huntington_hill:
      // weight / sqrt(s (s + 1)), squared: no weight is below 0
      return given == 0 ? Claim{true, weight} : Claim{false, weight * weight / (s * (s + 1))};
    case Apportionment::adams:
      return bid(s);
    case Apportionment::dean:
      return bid(s * (s + 1) / (s + s + 1));
    default:
      return bid(s + 1);  // dhondt and quota
  }
}

/// The parts with the highest claim, in their order.
class Claims {
 public:
  void offer(std::size_t part, const Claim& claim) {
    if (!equal_.empty() && claim < highest_) return;
    if (equal_.empty() || claim > highest_) equal_.clear();
    highest_ = claim;
    equal_.push_back(part);
  }
  [[nodiscard]] const std::vector<std::size_t>& equal() const { return equal_; }

 private:
  Claim highest_{};
  std::vector<std::size_t> equal_{};
};

/// @throws StructureError (equal_claims)
[[noreturn]] void refuse_equal(const std::vector<std::size_t>& parts, std::size_t left) {
  std::string numbers;
  for (const std::size_t part : parts) {
    numbers += (numbers.empty() ? "" : ", ") + std::to_string(part + 1);
  }
  throw StructureError(
      Fault{ErrorCode::equal_claims, {text::excerpt(numbers), std::to_string(left)}});
}

/// Parts that lost a place to an equal claim and got none since. Under quota another part may come
/// between them, so that the end of the places tells who was passed over.
class PassedOver {
 public:
  explicit PassedOver(std::size_t parts) : equals_(parts) {}

  /// The first of equal claims gets a place.
  void serve_first(const std::vector<std::size_t>& equal) {
    equals_[equal.front()].clear();
    for (std::size_t i = 1; i < equal.size(); ++i) {
      std::vector<std::size_t>& equals = equals_[equal[i]];
      if (equals.empty()) equals = equal;
    }
  }

  /// @throws StructureError (equal_claims)
  void expect_none() const {
    for (const std::vector<std::size_t>& equals : equals_) {
      if (equals.empty()) continue;
      const auto served = [&](std::size_t part) { return equals_[part] != equals; };
      const auto places = std::count_if(equals.begin(), equals.end(), served);
      refuse_equal(equals, static_cast<std::size_t>(places));
    }
  }

 private:
  std::vector<std::vector<std::size_t>> equals_;  // by part; none where it was served
};

std::vector<int> by_remainders(std::span<const Rational> weights, const Rational& sum, int total,
                               EqualClaims equal_claims) {
  std::vector<int> counts;
  std::vector<Rational> remainders;
  int left = total;
  for (const Rational& weight : weights) {
    const Rational quota = weight * total / sum;
    const Rational whole = quota.floor();
    counts.push_back(static_cast<int>(whole.small()->numerator));
    remainders.push_back(quota - whole);
    left -= counts.back();
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    return remainders[one] > remainders[other];
  });
  const auto places = static_cast<std::size_t>(left);
  if (equal_claims == EqualClaims::refused && places > 0) {
    const Rational& last = remainders[order[places - 1]];
    std::vector<std::size_t> equal;
    std::size_t above = 0;
    for (std::size_t i = 0; i < remainders.size(); ++i) {
      if (remainders[i] == last) equal.push_back(i);
      above += remainders[i] > last ? 1U : 0U;
    }
    if (equal.size() > places - above) refuse_equal(equal, places - above);
  }
  for (std::size_t i = 0; i < places; ++i) ++counts[order[i]];
  return counts;
}

/// One place after the other to the highest claim; under quota only to parts that it does not lift
/// beyond their quota of the places given so far, rounded up.
std::vector<int> by_claims(std::span<const Rational> weights, const Rational& sum, int total,
                           Apportionment method, EqualClaims equal_claims) {
  std::vector<int> counts(weights.size());
  PassedOver passed_over(weights.size());
  for (int given = 0; given < total; ++given) {
    Claims claims;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const bool may_rise = weights[i].sign() > 0 && (method != Apportionment::quota ||
                                                      counts[i] * sum < weights[i] * (given + 1));
      if (may_rise) claims.offer(i, claim_of(weights[i], counts[i], method));
    }
    if (equal_claims == EqualClaims::refused) passed_over.serve_first(claims.equal());
    ++counts[claims.equal().front()];
  }
  passed_over.expect_none();
  return counts;
}

}  // namespace

std::vector<int> apportion(std::span<const Rational> weights, int total, Apportionment method,
                           EqualClaims equal_claims) {
  if (total < 0 || total > largest_total) {
    throw LimitError(Fault{ErrorCode::total_out_of_range,
                           {std::to_string(total), std::to_string(largest_total)}});
  }
  const Rational sum = sum_of_all(weights);
  if (total == 0) return std::vector<int>(weights.size());
  if (sum.is_zero()) throw StructureError(Fault{ErrorCode::weights_without_sum});
  if (method == Apportionment::largest_remainder) {
    return by_remainders(weights, sum, total, equal_claims);
  }
  return by_claims(weights, sum, total, method, equal_claims);
}

bool is_within_quota(std::span<const Rational> weights, std::span<const int> counts) {
  if (weights.size() != counts.size()) {
    throw StructureError(Fault{ErrorCode::unequal_lengths,
                               {std::to_string(weights.size()), std::to_string(counts.size())}});
  }
  const Rational sum = sum_of_all(weights);
  const Rational total =
      std::accumulate(counts.begin(), counts.end(), Rational{}, std::plus<Rational>{});
  if (sum.is_zero() && !total.is_zero()) {
    throw StructureError(Fault{ErrorCode::weights_without_sum});
  }
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Rational quota = total.is_zero() ? total : weights[i] * total / sum;
    if ((quota - counts[i]).abs() >= 1) return false;
  }
  return true;
}

std::string_view name_of(Apportionment method) noexcept {
  constexpr std::array<std::string_view, 7> names{
      "largest_remainder", "quota", "dhondt", "sainte_lague", "huntington_hill", "adams", "dean"};
  return names[static_cast<std::size_t>(method)];
}

std::string_view name_of(EqualClaims claims) noexcept {
  constexpr std::array<std::string_view, 2> names{"earlier_first", "refused"};
  return names[static_cast<std::size_t>(claims)];
}

}  // namespace edustat
