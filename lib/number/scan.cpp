// SPDX-License-Identifier: Apache-2.0
#include "number/scan.hpp"

#include "error/utf8.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace edustat::detail {
namespace {

constexpr std::size_t small_digits = 18;  // any so many digits fit into int64

bool is_digit(char character) noexcept {
  return character >= '0' && character <= '9';
}

std::int64_t small_from_digits(std::string_view digits) noexcept {
  std::int64_t value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

/// Walks along a number text and refuses what does not fit.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t first_column)
      : text_(text), first_column_(first_column) {}

  [[nodiscard]] bool is_at_end() const noexcept { return offset_ == text_.size(); }

  /// Steps over the character if it stands here.
  bool skip(char character) noexcept {
    const bool is_here = !is_at_end() && text_[offset_] == character;
    if (is_here) ++offset_;
    return is_here;
  }

  /// One digit or more; never looks further than the limit.
  std::string_view digits() {
    const std::size_t begin = offset_;
    while (!is_at_end() && is_digit(text_[offset_])) {
      if (++offset_ - begin > digits_limit) refuse_length(begin);
    }
    if (offset_ == begin) refuse();
    return text_.substr(begin, offset_ - begin);
  }

  /// `[+-] digits` behind the `e`.
  int exponent() {
    const std::size_t begin = offset_;
    const bool is_negative = skip('-');
    if (!is_negative) skip('+');
    std::string_view rest = digits();
    const auto zeros = std::min(rest.find_first_not_of('0'), rest.size());
    rest.remove_prefix(zeros);
    const bool is_long = rest.size() > 4;
    const int value = is_long ? 0 : static_cast<int>(small_from_digits(rest));
    if (is_long || value > exponent_limit) {
      throw LimitError(Fault{
          ErrorCode::exponent_too_large,
          {text::excerpt(text_.substr(begin, offset_ - begin)), std::to_string(exponent_limit)},
          place(begin)});
    }
    return is_negative ? -value : value;
  }

  /// Stops at the character that does not fit, or behind the end where one is missing.
  [[noreturn]] void refuse() const {
    if (text_.empty()) throw ParseError(Fault{ErrorCode::empty_text, {}, place(0)});
    throw ParseError(Fault{ErrorCode::malformed_number, {text::excerpt(text_)}, place(offset_)});
  }

  [[noreturn]] void refuse_length(std::size_t begin) const {
    throw LimitError(
        Fault{ErrorCode::too_many_digits, {std::to_string(digits_limit)}, place(begin)});
  }

  [[noreturn]] void refuse_zero(std::string_view numerator, std::size_t begin) const {
    throw ZeroError(Fault{ErrorCode::division_by_zero, {text::excerpt(numerator)}, place(begin)});
  }

  [[nodiscard]] std::size_t offset() const noexcept { return offset_; }

 private:
  [[nodiscard]] Place place(std::size_t offset) const {
    return Place{.column = first_column_ + offset};
  }

  std::string_view text_;
  std::size_t first_column_;
  std::size_t offset_ = 0;
};

/// The sign of the text with both parts of its value, which come without one.
Rational signed_value(const NumberText& text, Whole top, Whole bottom) {
  if (text.is_negative) top = -top;
  return LargeRational::of(std::move(top), std::move(bottom));
}

Rational small_value(const NumberText& text, int shift) {
  const std::int64_t power =
      small_powers_of_ten[static_cast<std::size_t>(shift < 0 ? -shift : shift)];
  const std::int64_t whole = small_from_digits(text.whole);
  const std::int64_t digits =
      whole * small_powers_of_ten[text.fraction.size()] + small_from_digits(text.fraction);
  const int128 top = text.is_negative ? -int128{digits} : int128{digits};
  return shift < 0 ? LargeRational::of(top, power) : LargeRational::of_reduced(top * power, 1);
}

}  // namespace

NumberText scan_number(std::string_view text, Grammar grammar, std::size_t first_column) {
  Scanner scanner(text, first_column);
  NumberText result;
  result.is_negative = scanner.skip('-');
  if (!result.is_negative) scanner.skip('+');
  const std::size_t begin = scanner.offset();
  result.whole = scanner.digits();
  if (grammar == Grammar::rational && scanner.skip('/')) {
    const std::size_t below = scanner.offset();
    result.denominator = scanner.digits();
    if (!scanner.is_at_end()) scanner.refuse();
    if (result.denominator.find_first_not_of('0') == std::string_view::npos) {
      scanner.refuse_zero(text.substr(0, below - 1), below);
    }
    return result;
  }
  if (scanner.skip('.')) {
    result.fraction = scanner.digits();
    if (result.whole.size() + result.fraction.size() > digits_limit) scanner.refuse_length(begin);
  }
  if (scanner.skip('e') || scanner.skip('E')) result.exponent = scanner.exponent();
  if (!scanner.is_at_end()) scanner.refuse();
  return result;
}

Rational value_of(const NumberText& text) {
  if (!text.denominator.empty()) {
    if (text.whole.size() <= small_digits && text.denominator.size() <= small_digits) {
      const int128 top = small_from_digits(text.whole);
      return LargeRational::of(text.is_negative ? -top : top, small_from_digits(text.denominator));
    }
    return signed_value(text, whole_from_digits(text.whole), whole_from_digits(text.denominator));
  }
  const int shift = text.exponent - static_cast<int>(text.fraction.size());
  const bool is_small = text.whole.size() + text.fraction.size() <= small_digits &&
                        shift >= -static_cast<int>(small_digits) &&
                        shift <= static_cast<int>(small_digits);
  if (is_small) return small_value(text, shift);
  Whole digits = whole_from_digits(std::string(text.whole).append(text.fraction));
  if (digits == 0) return Rational();
  const Whole power = whole_power_of_ten(static_cast<unsigned>(shift < 0 ? -shift : shift));
  if (shift < 0) return signed_value(text, std::move(digits), power);
  return signed_value(text, digits * power, 1);
}

Whole whole_from_digits(std::string_view digits) {
  Whole value = 0;
  std::size_t first = digits.size() % small_digits;
  if (first != 0) value = small_from_digits(digits.substr(0, first));
  for (; first < digits.size(); first += small_digits) {
    value *= small_powers_of_ten[small_digits];
    value += small_from_digits(digits.substr(first, small_digits));
  }
  return value;
}

}  // namespace edustat::detail
