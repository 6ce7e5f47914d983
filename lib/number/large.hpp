// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include "number/int128.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace edustat::detail {

/// A whole number of any size. Expression templates are off: with `auto` they would dangle.
using Whole = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                            boost::multiprecision::et_off>;

/// The parts of a value beyond int64: immutable, in lowest terms, shared by its owners.
///
/// Also the only door between Rational and its parts, for the files of this floor.
struct LargeRational {
  Whole numerator;
  Whole denominator;
  mutable std::atomic<std::size_t> owners{1};

  LargeRational(Whole top, Whole bottom);

  /// From parts in lowest terms, the denominator above 0.
  [[nodiscard]] static Rational of_reduced(Whole numerator, Whole denominator);
  /// From parts in lowest terms, the denominator above 0.
  [[nodiscard]] static Rational of_reduced(int128 numerator, int128 denominator) {
    if (fits_int64(numerator) && fits_int64(denominator)) [[likely]] {
      return Rational(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator),
                      Rational::Tag{});
    }
    return of_reduced(Whole(numerator), Whole(denominator));
  }
  /// From any parts; the denominator is above 0.
  [[nodiscard]] static Rational of(Whole numerator, Whole denominator);
  /// From any parts; the denominator is above 0.
  [[nodiscard]] static Rational of(int128 numerator, std::int64_t denominator);
  /// The large value, null for a small one.
  [[nodiscard]] static const LargeRational* of(const Rational& value) noexcept {
    return value.large_;
  }
  /// The numerator of a small value.
  [[nodiscard]] static std::int64_t numerator_of(const Rational& value) noexcept {
    return value.numerator_;
  }
  /// The denominator of a small value.
  [[nodiscard]] static std::int64_t denominator_of(const Rational& value) noexcept {
    return value.denominator_;
  }
  /// True when both are small.
  [[nodiscard]] static bool are_small(const Rational& left, const Rational& right) noexcept {
    return left.large_ == nullptr && right.large_ == nullptr;
  }
};

/// Both parts of any value as whole numbers; a large value is looked at, not copied.
class Parts {
 public:
  explicit Parts(const Rational& value)
      : large_(LargeRational::of(value)),
        numerator_(LargeRational::numerator_of(value)),
        denominator_(LargeRational::denominator_of(value)) {}
  [[nodiscard]] const Whole& numerator() const noexcept {
    return large_ != nullptr ? large_->numerator : numerator_;
  }
  [[nodiscard]] const Whole& denominator() const noexcept {
    return large_ != nullptr ? large_->denominator : denominator_;
  }

 private:
  const LargeRational* large_;
  Whole numerator_;
  Whole denominator_;
};

/// 10 to the power of `exponent`, which is not below 0.
[[nodiscard]] Whole whole_power_of_ten(unsigned exponent);

/// True when the value, which is above 0, has no prime factor but 2 and 5.
[[nodiscard]] bool divides_power_of_ten(Whole value);

}  // namespace edustat::detail
