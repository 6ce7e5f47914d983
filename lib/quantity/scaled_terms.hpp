// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include "quantity/number_cursor.hpp"
#include "quantity/plain_number.hpp"

#include <string>
#include <string_view>

namespace edustat::detail {

/// Reads a whole number that is a sum of digits times scale words: 三亿五千万, 一万零一,
/// 200亿零四千230, 两千六.
///
/// A section is what stands in front of 万, 亿, 兆 or the end, below 10,000 in Chinese digits. Each
/// term is smaller than the scale word before it.
class ScaledTerms {
 public:
  ScaledTerms(NumberCursor& cursor, const NumberContext& context) noexcept
      : cursor_(cursor), context_(context) {}

  /// Reads as far as the terms go. @throws ParseError, LimitError
  void read();

  [[nodiscard]] Rational value() const { return closed_ + open_ + section_; }
  /// The power of ten of the last written digit.
  [[nodiscard]] int last_exponent() const noexcept { return last_exponent_; }
  /// The power of ten of the last written digit that is not 0.
  [[nodiscard]] int last_nonzero_exponent() const noexcept { return last_nonzero_exponent_; }
  /// The scale words that the last digit stands in front of; where it stands behind one and is
  /// worth more than 1, that one.
  [[nodiscard]] const std::string& scale_word() const noexcept;
  [[nodiscard]] std::string_view surplus_word() const noexcept { return surplus_word_; }
  /// True when 万, 亿 or 兆 was read.
  [[nodiscard]] bool has_large_scale() const noexcept { return !large_words_.empty(); }
  /// True when the last digit is a short form, 两千六.
  [[nodiscard]] bool is_short_form() const noexcept { return is_short_form_; }

 private:
  bool read_next();
  void read_zero();
  void read_numeral();
  void read_arabic();
  void read_tens();
  void read_bare_scale();
  void read_large_scale();
  void read_last_digit(const Rational& digit, std::size_t begin);
  void add(const Rational& digits, int exponent);
  void end_term(int exponent);
  void open(int exponent);
  void close(int exponent);
  void raise(int exponent);
  void require_below(const Rational& part, int exponent) const;
  [[nodiscard]] bool is_too_large(const Rational& digits) const;
  [[nodiscard]] bool is_coefficient() const noexcept { return cursor_.role() == Role::large_scale; }

  NumberCursor& cursor_;
  const NumberContext& context_;
  Rational closed_;          // the parts whose 亿 or 兆 was read
  Rational open_;            // the part whose 万 was read
  Rational section_;         // the part behind the last large scale word
  int closed_exponent_ = 0;  // power of ten of the last 亿 or 兆, 0 for none
  int below_ = 4;            // the next term of the section is below this power of ten
  int unit_before_ = 0;      // power of ten of the scale word directly in front, 0 for none
  int last_exponent_ = 0;
  int last_nonzero_exponent_ = 0;
  bool is_empty_ = true;
  bool has_section_ = false;
  bool has_zero_ = false;  // 零 directly in front
  bool can_raise_ = false;
  bool is_short_form_ = false;
  std::string words_;        // the scale words behind the last digit
  std::string large_words_;  // those of the last large scale word
  std::string_view surplus_word_;
};

}  // namespace edustat::detail
