// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/rational.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"
#include "number/large.hpp"

#include <ostream>
#include <utility>

namespace edustat {
namespace {

using detail::int128;
using detail::LargeRational;
using detail::Parts;
using detail::Whole;
using Small = Rational::Small;

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr int places_limit = 4096;
constexpr int power_limit = 64;
constexpr int power_of_ten_limit = 16384;

std::uint64_t common_divisor(std::int64_t left, std::int64_t right) noexcept {
  return detail::greatest_common_divisor(detail::magnitude(left), detail::magnitude(right));
}

std::int64_t divided(std::int64_t value, std::uint64_t divisor) noexcept {
  return divisor == 1 ? value : value / static_cast<std::int64_t>(divisor);
}

Small parts_of(const Rational& value) noexcept {
  return {LargeRational::numerator_of(value), LargeRational::denominator_of(value)};
}

/// Divides out only what can be common: a factor of both denominators (Knuth, The Art of Computer
/// Programming, volume 2, 4.5.1).
Rational sum_of(Small left, Small right) {
  if (left.denominator == right.denominator) {
    const int128 top = int128{left.numerator} + right.numerator;
    if (left.denominator == 1) return LargeRational::of_reduced(top, 1);
    return LargeRational::of(top, left.denominator);
  }
  const std::uint64_t divisor = common_divisor(left.denominator, right.denominator);
  const std::int64_t left_rest = divided(left.denominator, divisor);
  const std::int64_t right_rest = divided(right.denominator, divisor);
  const int128 top = int128{left.numerator} * right_rest + int128{right.numerator} * left_rest;
  if (divisor == 1) {
    return LargeRational::of_reduced(top, int128{left.denominator} * right.denominator);
  }
  const std::uint64_t again =
      detail::greatest_common_divisor(detail::remainder(detail::magnitude(top), divisor), divisor);
  return LargeRational::of_reduced(top / static_cast<int128>(again),
                                   int128{left_rest} * divided(right.denominator, again));
}

Rational product_of(Small left, Small right) {
  const std::uint64_t first =
      right.denominator == 1 ? 1 : common_divisor(left.numerator, right.denominator);
  const std::uint64_t second =
      left.denominator == 1 ? 1 : common_divisor(right.numerator, left.denominator);
  const int128 top = int128{divided(left.numerator, first)} * divided(right.numerator, second);
  const int128 bottom =
      int128{divided(left.denominator, second)} * divided(right.denominator, first);
  return LargeRational::of_reduced(top, bottom);
}

bool has_opposite(Small value) noexcept {
  return value.numerator != lowest;
}

Small opposite(Small value) noexcept {
  return {-value.numerator, value.denominator};
}

/// The value must have an opposite and not be 0.
Small inverse(Small value) noexcept {
  if (value.numerator < 0) return {-value.denominator, -value.numerator};
  return {value.denominator, value.numerator};
}

Rational large_sum(const Parts& left, const Parts& right) {
  return LargeRational::of(
      left.numerator() * right.denominator() + right.numerator() * left.denominator(),
      left.denominator() * right.denominator());
}

Rational large_difference(const Parts& left, const Parts& right) {
  return LargeRational::of(
      left.numerator() * right.denominator() - right.numerator() * left.denominator(),
      left.denominator() * right.denominator());
}

Rational large_quotient(const Parts& left, const Parts& right) {
  Whole top = left.numerator() * right.denominator();
  Whole bottom = left.denominator() * right.numerator();
  if (bottom < 0) {
    top = -top;
    bottom = -bottom;
  }
  return LargeRational::of(std::move(top), std::move(bottom));
}

[[noreturn]] void refuse_zero_divisor(const Rational& dividend) {
  throw ZeroError(Fault{ErrorCode::division_by_zero, {text::excerpt(dividend.to_string())}});
}

[[noreturn]] void refuse_power(int exponent, int limit) {
  throw LimitError(
      Fault{ErrorCode::power_out_of_range, {std::to_string(exponent), std::to_string(limit)}});
}

}  // namespace

DecimalPlaces::DecimalPlaces(int count) : count_(count) {
  if (count < -places_limit || count > places_limit) {
    throw LimitError(Fault{ErrorCode::places_out_of_range,
                           {std::to_string(count), std::to_string(places_limit)}});
  }
}

void Rational::share(const detail::LargeRational& large) noexcept {
  large.owners.fetch_add(1, std::memory_order_relaxed);
}

void Rational::release(const detail::LargeRational& large) noexcept {
  if (large.owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete &large;
}

Rational Rational::from_unsigned(std::uint64_t value) {
  return LargeRational::of_reduced(static_cast<int128>(value), 1);
}

Rational Rational::power_of_ten(int exponent) {
  if (exponent < -power_of_ten_limit || exponent > power_of_ten_limit) {
    refuse_power(exponent, power_of_ten_limit);
  }
  const auto places = static_cast<unsigned>(exponent < 0 ? -exponent : exponent);
  if (places < detail::small_powers_of_ten.size()) {
    const std::int64_t power = detail::small_powers_of_ten[places];
    return exponent < 0 ? Rational(1, power, Tag{}) : Rational(power, Tag{});
  }
  Whole power = detail::whole_power_of_ten(places);
  return exponent < 0 ? LargeRational::of_reduced(1, std::move(power))
                      : LargeRational::of_reduced(std::move(power), 1);
}

std::optional<Rational::Small> Rational::small() const noexcept {
  if (large_ != nullptr) return std::nullopt;
  return Small{numerator_, denominator_};
}

Rational Rational::numerator() const {
  if (large_ != nullptr) return LargeRational::of_reduced(large_->numerator, 1);
  return numerator_;
}

Rational Rational::denominator() const {
  if (large_ != nullptr) return LargeRational::of_reduced(large_->denominator, 1);
  return denominator_;
}

bool Rational::is_integer() const noexcept {
  return large_ != nullptr ? large_->denominator == 1 : denominator_ == 1;
}

bool Rational::is_decimal() const {
  return large_ != nullptr ? detail::divides_power_of_ten(large_->denominator)
                           : detail::divides_power_of_ten(Whole(denominator_));
}

int Rational::sign() const noexcept {
  if (large_ != nullptr) return large_->numerator.sign();
  return (numerator_ > 0 ? 1 : 0) - (numerator_ < 0 ? 1 : 0);
}

Rational Rational::abs() const {
  return sign() < 0 ? -*this : *this;
}

Rational Rational::reciprocal() const {
  return Rational(1, Tag{}) /= *this;
}

Rational Rational::floor() const {
  if (is_integer()) return *this;
  if (large_ == nullptr) {
    const std::int64_t quotient = numerator_ / denominator_;
    return Rational(numerator_ < 0 ? quotient - 1 : quotient, Tag{});
  }
  Whole quotient = large_->numerator / large_->denominator;
  if (large_->numerator < 0) --quotient;
  return LargeRational::of_reduced(std::move(quotient), 1);
}

Rational Rational::ceiling() const {
  return is_integer() ? *this : floor() + Rational(1, Tag{});
}

Rational Rational::pow(int exponent) const {
  if (exponent < -power_limit || exponent > power_limit) refuse_power(exponent, power_limit);
  if (exponent < 0) return is_zero() ? reciprocal() : pow(-exponent).reciprocal();
  if (exponent == 0) return Rational(1, Tag{});
  if (exponent == 1 || (denominator_ == 1 && numerator_ == 1)) return *this;
  if (exponent == 2) return *this * *this;
  const Parts parts(*this);
  const auto power = static_cast<unsigned>(exponent);
  return LargeRational::of_reduced(boost::multiprecision::pow(parts.numerator(), power),
                                   boost::multiprecision::pow(parts.denominator(), power));
}

Rational& Rational::operator+=(const Rational& other) {
  return *this = LargeRational::are_small(*this, other) ? sum_of(parts_of(*this), parts_of(other))
                                                        : large_sum(Parts(*this), Parts(other));
}

Rational& Rational::operator-=(const Rational& other) {
  return *this = LargeRational::are_small(*this, other) && has_opposite(parts_of(other))
                     ? sum_of(parts_of(*this), opposite(parts_of(other)))
                     : large_difference(Parts(*this), Parts(other));
}

Rational& Rational::operator*=(const Rational& other) {
  if (LargeRational::are_small(*this, other)) {
    return *this = product_of(parts_of(*this), parts_of(other));
  }
  const Parts left(*this);
  const Parts right(other);
  return *this = LargeRational::of(left.numerator() * right.numerator(),
                                   left.denominator() * right.denominator());
}

Rational& Rational::operator/=(const Rational& other) {
  if (other.is_zero()) refuse_zero_divisor(*this);
  return *this = LargeRational::are_small(*this, other) && has_opposite(parts_of(other))
                     ? product_of(parts_of(*this), inverse(parts_of(other)))
                     : large_quotient(Parts(*this), Parts(other));
}

Rational Rational::operator-() const {
  if (large_ != nullptr) return LargeRational::of_reduced(-large_->numerator, large_->denominator);
  return LargeRational::of_reduced(-int128{numerator_}, denominator_);
}

bool operator==(const Rational& left, const Rational& right) noexcept {
  if (left.large_ == nullptr && right.large_ == nullptr) {
    return left.numerator_ == right.numerator_ && left.denominator_ == right.denominator_;
  }
  if (left.large_ == right.large_) return true;
  return left.large_ != nullptr && right.large_ != nullptr &&
         left.large_->numerator == right.large_->numerator &&
         left.large_->denominator == right.large_->denominator;
}

std::strong_ordering operator<=>(const Rational& left, const Rational& right) {
  if (LargeRational::are_small(left, right)) {
    if (left.denominator_ == right.denominator_) return left.numerator_ <=> right.numerator_;
    return int128{left.numerator_} * right.denominator_ <=>
           int128{right.numerator_} * left.denominator_;
  }
  if (left.sign() != right.sign()) return left.sign() <=> right.sign();
  const Parts first(left);
  const Parts second(right);
  const Whole cross = first.numerator() * second.denominator();
  return cross.compare(second.numerator() * first.denominator()) <=> 0;
}

std::size_t Rational::hash() const noexcept {
  constexpr std::size_t odd = 0x9E3779B97F4A7C15U;
  const auto mix = [](std::size_t seed, std::size_t value) {
    const std::size_t product = (seed ^ value) * odd;
    return product ^ (product >> 29U);
  };
  if (large_ != nullptr) {
    return mix(mix(odd, hash_value(large_->numerator)), hash_value(large_->denominator));
  }
  return mix(mix(odd, static_cast<std::size_t>(numerator_)),
             static_cast<std::size_t>(denominator_));
}

std::ostream& operator<<(std::ostream& stream, const Rational& value) {
  return stream << value.to_string();
}

}  // namespace edustat
