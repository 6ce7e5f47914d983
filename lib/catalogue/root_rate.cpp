// SPDX-License-Identifier: Apache-2.0
#include "catalogue/root_rate.hpp"

#include "number/round_fraction.hpp"

#include <cmath>
#include <compare>
#include <cstdint>

namespace edustat::detail {
namespace {

/// The powers of one quotient, compared with it.
class Powers {
 public:
  Powers(const Rational& quotient, const RootRate& rate)
      : quotient_(quotient), rate_(rate), estimate_(quotient.to_double()) {
    const auto scale = rate.scale.small();
    is_plain_ = scale && scale->denominator == 1 && scale->numerator < largest_plain;
    scale_ = is_plain_ ? static_cast<double>(scale->numerator) : 0;
  }

  /// (1 + halves/2/scale)^n against the quotient.
  [[nodiscard]] std::strong_ordering at(const Rational& halves) const {
    if (is_plain_) {
      const int sure = by_double(halves);
      if (sure != 0) return sure <=> 0;
    }
    const Rational base = 1 + halves / (rate_.scale * 2);
    if (base.sign() < 0) return std::strong_ordering::less;
    return base.pow(rate_.degree) <=> quotient_;
  }

  /// Near the floor of the root, or nothing where doubles do not reach.
  [[nodiscard]] Rational first_guess() const {
    const double guess =
        std::floor((std::pow(estimate_, 1.0 / rate_.degree) - 1) * rate_.scale.to_double());
    constexpr double reach = 0x1p52;
    if (!(guess > -reach && guess < reach)) return far_guess();
    return static_cast<std::int64_t>(guess);
  }

 private:
  static constexpr std::int64_t largest_plain = std::int64_t{1} << 50U;

  /// -1 or 1 where the comparison is certain. The base is one sum without and one division with a
  /// rounding, its power n - 1 products, the quotient one rounding more: together at most
  /// (2 * 64 + 2) * 2^-53 < 2^-45.
  [[nodiscard]] int by_double(const Rational& halves) const {
    const auto small = halves.small();
    if (!small || small->numerator > 2 * largest_plain || small->numerator < -2 * largest_plain) {
      return 0;
    }
    const double base = (2 * scale_ + static_cast<double>(small->numerator)) / (2 * scale_);
    if (base < 0) return -1;
    double power = 1;
    for (int i = 0; i < rate_.degree; ++i) power *= base;
    constexpr double least = 0x1p-900;
    constexpr double most = 0x1p900;
    if (!(power > least && power < most && estimate_ > least && estimate_ < most)) return 0;
    constexpr double margin = 0x1p-45;
    if (power < estimate_ * (1 - margin)) return -1;
    return power > estimate_ * (1 + margin) ? 1 : 0;
  }

  /// By halving, for quotients beyond doubles.
  [[nodiscard]] Rational far_guess() const {
    Rational low = (-rate_.scale).floor();
    Rational high = rate_.scale.ceiling();
    while (at(high * 2) <= 0) high *= 2;
    while (high - low > 1) {
      const Rational middle = ((low + high) / 2).floor();
      (at(middle * 2) <= 0 ? low : high) = middle;
    }
    return low;
  }

  const Rational& quotient_;
  const RootRate& rate_;
  double estimate_;
  double scale_ = 0;
  bool is_plain_ = false;
};

}  // namespace

Rational round_root_rate(const Rational& quotient, const RootRate& rate) {
  const Powers powers(quotient, rate);
  Rational floor = powers.first_guess();
  while (powers.at(floor * 2) > 0) floor -= 1;
  while (powers.at((floor + 1) * 2) <= 0) floor += 1;
  if (powers.at(floor * 2) == 0) return floor;
  const std::strong_ordering at_half = powers.at(floor * 2 + 1);
  const AgainstHalf half = at_half < 0    ? AgainstHalf::above
                           : at_half == 0 ? AgainstHalf::equal
                                          : AgainstHalf::below;
  const bool is_odd = !(floor / 2).is_integer();
  const int like_floor = (floor.sign() < 0 ? -2 : 2) + (is_odd ? 1 : 0);  // its sign and parity
  return rounds_to_above(like_floor, half, rate.rounding) ? floor + 1 : floor;
}

}  // namespace edustat::detail
