// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace edustat {

/// Whether an end belongs to its interval.
enum class End : std::uint8_t {
  closed,  ///< the end is a possible value
  open     ///< values come as near as one likes, the end itself is not possible
};

/// A range of possible values, never empty; each end is closed, open, or absent (no bound on that
/// side).
///
/// Arithmetic gives exactly the set of results when the operands vary independently: an end is
/// closed when some pair of operands attains it (0 times an open end is attained).
class Interval {
 public:
  /// One bound: a value and whether it is included. No value: unbounded, and then `end` is open.
  struct Bound {
    /// The end itself; absent when there is none.
    std::optional<Rational> value{};
    /// Whether the value is included.
    End end = End::open;
    /// Equal in value and end.
    friend bool operator==(const Bound&, const Bound&) = default;
  };

  /// From `low` to `high`. @throws StructureError (empty_interval) when no value lies between
  Interval(Bound low, Bound high);
  /// The single value.
  [[nodiscard]] static Interval exactly(Rational value);
  /// `[low, high]`
  [[nodiscard]] static Interval closed(Rational low, Rational high);
  /// `[low, infinity)`
  [[nodiscard]] static Interval at_least(Rational low);
  /// Every number.
  [[nodiscard]] static Interval everything();

  /// The lower end; absent when there is none.
  [[nodiscard]] const Bound& low() const noexcept { return low_; }
  /// The upper end; absent when there is none.
  [[nodiscard]] const Bound& high() const noexcept { return high_; }
  /// True when both ends have a value.
  [[nodiscard]] bool is_bounded() const noexcept { return low_.value && high_.value; }
  /// True for a single value.
  [[nodiscard]] bool is_exact() const noexcept;
  /// True when `value` lies in the interval.
  [[nodiscard]] bool contains(const Rational& value) const;

  /// The common part, nothing when there is none. Ends that only touch meet when both are closed.
  [[nodiscard]] std::optional<Interval> intersect(const Interval& other) const;
  /// The smallest interval that contains both.
  [[nodiscard]] Interval hull(const Interval& other) const;
  /// True when some value of this interval is less than some value of `other`.
  [[nodiscard]] bool can_be_less(const Interval& other) const;
  /// True when some value of this interval is at most some value of `other`: with touching ends
  /// only where both are closed.
  [[nodiscard]] bool can_be_at_most(const Interval& other) const;

  [[nodiscard]] Interval operator-() const;                                ///< every value negated
  friend Interval operator+(const Interval& left, const Interval& right);  ///< every sum
  friend Interval operator-(const Interval& left, const Interval& right);  ///< every difference
  friend Interval operator*(const Interval& left, const Interval& right);  ///< every product

  /// Every value to a whole power from -64 to 64; nothing when 0 is the only value and the power is
  /// negative.
  ///
  /// A negative power leaves 0 out. With 0 strictly inside, an odd one gives both branches, whose
  /// hull is everything. The power 0 of every value, 0 among them, is 1.
  /// @throws LimitError
  [[nodiscard]] std::optional<Interval> pow(int exponent) const;

  /// Equal in both ends.
  friend bool operator==(const Interval&, const Interval&) = default;

  /// `[1/2, 3/4)`, `(-inf, 7]`
  [[nodiscard]] std::string to_string() const;
  /// Reads the text form back, with any number that Rational::parse reads.
  /// @throws ParseError, LimitError, ZeroError, StructureError (empty_interval)
  [[nodiscard]] static Interval parse(std::string_view text);
  /// Equal intervals hash alike.
  [[nodiscard]] std::size_t hash() const noexcept;

 private:
  Bound low_;
  Bound high_;
};

/// Every quotient by a divisor other than 0; nothing when the divisor is exactly 0.
///
/// With 0 strictly inside the divisor the result is the hull of both branches: everything, unless
/// the dividend is exactly 0.
[[nodiscard]] std::optional<Interval> divide(const Interval& left, const Interval& right);

/// Prints the text form.
std::ostream& operator<<(std::ostream& stream, const Interval& value);

}  // namespace edustat

/// Hash of an interval.
template <>
struct std::hash<edustat::Interval> {
  std::size_t operator()(const edustat::Interval& value) const noexcept { return value.hash(); }
};
