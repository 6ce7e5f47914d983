// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace edustat {

/// A number of decimal places, from -4096 (tens of thousands and more) to 4096.
class DecimalPlaces {
 public:
  /// @throws LimitError outside [-4096, 4096]
  explicit DecimalPlaces(int count);
  /// The count; negative for places left of the decimal point.
  [[nodiscard]] int count() const noexcept { return count_; }
  /// Ordered by count.
  friend auto operator<=>(DecimalPlaces, DecimalPlaces) = default;

 private:
  int count_;
};

/// A C++ integer type of at most 64 bits that holds a number: not `bool`, not a character.
template <typename T>
concept Integer =
    std::integral<T> && std::numeric_limits<T>::digits <= 64 &&
    !std::same_as<std::remove_cv_t<T>, bool> && !std::same_as<std::remove_cv_t<T>, char> &&
    !std::same_as<std::remove_cv_t<T>, wchar_t> && !std::same_as<std::remove_cv_t<T>, char8_t> &&
    !std::same_as<std::remove_cv_t<T>, char16_t> && !std::same_as<std::remove_cv_t<T>, char32_t>;

namespace detail {
struct LargeRational;  // owns an immutable, reference-counted value beyond int64
}

/// An exact number: a whole number over a positive whole number, in lowest terms.
///
/// Small values (both parts within int64) need no memory of their own; larger ones share one
/// immutable value. There is no way in from `float` or `double` except from_double, which asks for
/// the places.
class Rational {
 public:
  /// Zero.
  Rational() noexcept = default;
  /// A whole number.
  template <Integer T>
  Rational(T value) : Rational(from_integer(value)) {}  // NOLINT(google-explicit-constructor)
  /// A double is not the decimal that it shows: 0.1 is 3602879701896397/36028797018963968. See
  /// from_double.
  template <std::floating_point F>
  Rational(F) = delete;
  /// Truth is not a number.
  Rational(bool) = delete;

  /// The same value; a large one is shared, not copied.
  Rational(const Rational& other) noexcept
      : numerator_(other.numerator_), denominator_(other.denominator_), large_(other.large_) {
    if (large_ != nullptr) share(*large_);
  }
  /// Takes the value and leaves some value behind.
  Rational(Rational&& other) noexcept
      : numerator_(other.numerator_),
        denominator_(other.denominator_),
        large_(std::exchange(other.large_, nullptr)) {}
  /// The same value; a large one is shared, not copied.
  Rational& operator=(const Rational& other) noexcept { return *this = Rational(other); }
  /// Takes the value and leaves some value behind.
  Rational& operator=(Rational&& other) noexcept {
    numerator_ = other.numerator_;
    denominator_ = other.denominator_;
    std::swap(large_, other.large_);
    return *this;
  }
  /// Gives up its share of a large value.
  ~Rational() {
    if (large_ != nullptr) release(*large_);
  }

  /// Reads `-12.50`, `7/8` or `1.5e3`, ASCII only.
  ///
  /// Grammar: `[+-] digits [. digits] [(e|E) [+-] digits]` or `[+-] digits / digits`. No spaces, no
  /// grouping, no leading or trailing point; leading zeros are decimal. Chinese text is read by
  /// parse_number.
  /// @throws ParseError with the column of the first character that does not fit
  /// @throws LimitError beyond 4,096 digits (each part of a fraction) or an exponent outside
  /// [-4096, 4096]
  /// @throws ZeroError for a zero denominator
  [[nodiscard]] static Rational parse(std::string_view text);
  /// The decimal of the stated places that is nearest to `value`, if `value` is the double nearest
  /// to it.
  /// @throws ParseError when `value` is not finite or not the double nearest to any decimal of
  /// these places
  [[nodiscard]] static Rational from_double(double value, DecimalPlaces places);
  /// 10 to the power of `exponent`. @throws LimitError outside [-16384, 16384]
  [[nodiscard]] static Rational power_of_ten(int exponent);

  /// Numerator and denominator as hexadecimal digits, the numerator with its sign: how large values
  /// cross borders.
  struct Hex {
    /// Hexadecimal digits, with the sign.
    std::string numerator;
    /// Hexadecimal digits, above zero.
    std::string denominator;
  };
  /// Reads both parts; they need not be in lowest terms. @throws ParseError, ZeroError
  [[nodiscard]] static Rational from_hex(const Hex& parts);
  /// Both parts in hexadecimal.
  [[nodiscard]] Hex to_hex() const;

  /// Both parts when they fit into int64.
  struct Small {
    /// With the sign.
    std::int64_t numerator;
    /// At least 1.
    std::int64_t denominator;
  };
  /// The parts of a small value, nothing for a large one.
  [[nodiscard]] std::optional<Small> small() const noexcept;

  /// The numerator, with the sign, as a whole number.
  [[nodiscard]] Rational numerator() const;
  /// The denominator, at least 1, as a whole number.
  [[nodiscard]] Rational denominator() const;

  /// True for 0.
  [[nodiscard]] bool is_zero() const noexcept { return large_ == nullptr && numerator_ == 0; }
  /// True for a whole number.
  [[nodiscard]] bool is_integer() const noexcept;
  /// True for a value that some power of ten makes whole, such as 1/8 but not 1/3.
  [[nodiscard]] bool is_decimal() const;
  /// -1, 0 or 1.
  [[nodiscard]] int sign() const noexcept;

  /// The value without its sign.
  [[nodiscard]] Rational abs() const;
  /// 1 / value. @throws ZeroError
  [[nodiscard]] Rational reciprocal() const;
  /// The largest whole number that is not above the value.
  [[nodiscard]] Rational floor() const;
  /// The smallest whole number that is not below the value.
  [[nodiscard]] Rational ceiling() const;
  /// value to a whole power from -64 to 64. @throws LimitError, ZeroError (0 to a negative power)
  [[nodiscard]] Rational pow(int exponent) const;

  Rational& operator+=(const Rational& other);  ///< adds exactly
  Rational& operator-=(const Rational& other);  ///< subtracts exactly
  Rational& operator*=(const Rational& other);  ///< multiplies exactly
  Rational& operator/=(const Rational& other);  ///< divides exactly. @throws ZeroError
  [[nodiscard]] Rational operator-() const;     ///< the value with the other sign
  [[nodiscard]] Rational operator+() const { return *this; }  ///< the value itself
  /// The exact sum.
  friend Rational operator+(Rational left, const Rational& right) {
    left += right;
    return left;
  }
  /// The exact difference.
  friend Rational operator-(Rational left, const Rational& right) {
    left -= right;
    return left;
  }
  /// The exact product.
  friend Rational operator*(Rational left, const Rational& right) {
    left *= right;
    return left;
  }
  /// The exact quotient. @throws ZeroError
  friend Rational operator/(Rational left, const Rational& right) {
    left /= right;
    return left;
  }
  /// True for the same value.
  friend bool operator==(const Rational& left, const Rational& right) noexcept;
  /// Compares the values.
  friend std::strong_ordering operator<=>(const Rational& left, const Rational& right);

  /// `7/8`, or `-12` for a whole number; parse reads it back.
  [[nodiscard]] std::string to_string() const;
  /// The nearest double: for plots, never for a figure.
  [[nodiscard]] double to_double() const;
  /// Equal values hash alike.
  [[nodiscard]] std::size_t hash() const noexcept;

 private:
  template <Integer T>
  static Rational from_integer(T value) {
    if constexpr (std::numeric_limits<T>::digits <= 63) {
      return Rational(static_cast<std::int64_t>(value), Tag{});
    } else {
      return from_unsigned(value);
    }
  }
  struct Tag {};
  Rational(std::int64_t value, Tag) noexcept : numerator_(value) {}
  Rational(std::int64_t numerator, std::int64_t denominator, Tag) noexcept
      : numerator_(numerator), denominator_(denominator) {}
  Rational(const detail::LargeRational* large, Tag) noexcept : large_(large) {}
  static Rational from_unsigned(std::uint64_t value);
  static void share(const detail::LargeRational& large) noexcept;
  static void release(const detail::LargeRational& large) noexcept;
  friend struct detail::LargeRational;

  // Invariant: lowest terms, denominator above 0. When large_ is set it holds the value, which then
  // does not fit into int64, and the two numbers mean nothing but are a valid small value.
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
  const detail::LargeRational* large_ = nullptr;
};

/// Prints the text form.
std::ostream& operator<<(std::ostream& stream, const Rational& value);

}  // namespace edustat

/// Hash of an exact number.
template <>
struct std::hash<edustat::Rational> {
  std::size_t operator()(const edustat::Rational& value) const noexcept { return value.hash(); }
};
