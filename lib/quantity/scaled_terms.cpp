// SPDX-License-Identifier: Apache-2.0
#include "quantity/scaled_terms.hpp"

#include "quantity/digit_run.hpp"

namespace edustat::detail {
namespace {

constexpr int section_digits = 4;  // 万 begins a new section
constexpr int hundred_million = 8;
constexpr int compound = 99;  // 万亿 in front: a short form behind it would have no clear worth

}  // namespace

void ScaledTerms::read() {
  while (read_next()) is_empty_ = false;
  if (has_zero_ || is_empty_) cursor_.refuse();
}

const std::string& ScaledTerms::scale_word() const noexcept {
  return words_.empty() && last_exponent_ > 0 ? large_words_ : words_;
}

bool ScaledTerms::read_next() {
  if (surplus_word_.empty()) surplus_word_ = read_surplus(cursor_, context_);
  if (!surplus_word_.empty() && !is_coefficient()) return false;
  switch (cursor_.role()) {
    case Role::zero:
      read_zero();
      return true;
    case Role::numeral:
    case Role::couple:
      read_numeral();
      return true;
    case Role::digit:
      read_arabic();
      return true;
    case Role::tens:
      read_tens();
      return true;
    case Role::small_scale:
      read_bare_scale();
      return true;
    case Role::large_scale:
      read_large_scale();
      return true;
    default:
      return false;
  }
}

void ScaledTerms::read_zero() {
  if (is_empty_ || has_zero_ || below_ <= 1) cursor_.refuse();
  cursor_.advance();
  has_zero_ = true;
  unit_before_ = 0;
}

void ScaledTerms::read_numeral() {
  const std::size_t begin = cursor_.offset();
  const bool is_couple = cursor_.role() == Role::couple;
  const Rational digit = cursor_.here().value;
  cursor_.count_digit();
  cursor_.advance();
  if (cursor_.role() != Role::small_scale) {
    if (is_couple && !is_coefficient() && !is_empty_) cursor_.refuse_at(begin);
    read_last_digit(digit, begin);
    return;
  }
  const int exponent = cursor_.here().value;
  if (exponent >= below_) cursor_.refuse(ErrorCode::scale_word_order);
  if (is_couple && exponent == 1) cursor_.refuse();
  cursor_.advance();
  add(digit, exponent);
  end_term(exponent);
}

void ScaledTerms::read_arabic() {
  const std::size_t begin = cursor_.offset();
  const DigitRun run = read_digits(cursor_);
  if (run.decimals() > 0 || run.is_masked() || below_ == 0) cursor_.refuse_at(begin);
  const Rational digits = run.value();
  if (cursor_.role() == Role::small_scale) {
    const int exponent = cursor_.here().value;
    if (exponent >= below_) cursor_.refuse(ErrorCode::scale_word_order);
    if (run.size() > 1 || digits.is_zero()) cursor_.refuse_at(begin);
    const std::size_t word = cursor_.offset();
    cursor_.advance();
    add(digits, exponent);
    end_term(exponent);
    words_ = cursor_.since(word);
  } else if (run.size() == 1) {
    read_last_digit(digits, begin);
  } else {
    if (is_too_large(digits)) cursor_.refuse_at(begin, ErrorCode::scale_word_order);
    add(digits, 0);
    end_term(0);
    last_nonzero_exponent_ = run.last_nonzero_exponent();
  }
}

/// A digit without a scale word of its own: the ones, or the short form 两千六.
void ScaledTerms::read_last_digit(const Rational& digit, std::size_t begin) {
  const bool stands_behind_gap = unit_before_ > 1;
  const bool is_first_in_part = !has_section_ && open_.is_zero();
  const bool is_ambiguous =  // 三千五万: 3005万, or 3500万
      stands_behind_gap && (is_coefficient() ? !is_first_in_part : unit_before_ == compound);
  const bool is_idle = digit.is_zero() && !is_empty_;
  if (below_ == 0 || is_ambiguous || is_idle) cursor_.refuse_at(begin);
  is_short_form_ = stands_behind_gap && !is_coefficient();
  add(digit, is_short_form_ ? unit_before_ - 1 : 0);
  end_term(0);
}

void ScaledTerms::read_tens() {
  if (below_ <= 1) cursor_.refuse(ErrorCode::scale_word_order);
  cursor_.count_digit();
  add(cursor_.here().value, 1);
  end_term(1);
  cursor_.advance();
}

/// 十 alone is 10; 百 and 千 lack their digit only behind 零, 一万零百一十一.
void ScaledTerms::read_bare_scale() {
  const int exponent = cursor_.here().value;
  if (exponent >= below_) cursor_.refuse(ErrorCode::scale_word_order);
  if (exponent > 1 && !has_zero_) cursor_.refuse();
  cursor_.count_digit();
  add(1, exponent);
  end_term(exponent);
  cursor_.advance();
}

void ScaledTerms::read_large_scale() {
  if (has_zero_ || is_empty_) cursor_.refuse();
  const int exponent = cursor_.here().value;
  const bool is_compound = !has_section_;
  if (exponent == section_digits) {
    open(exponent);
  } else if (is_compound && open_.is_zero()) {
    raise(exponent);
  } else {
    close(exponent);
  }
  section_ = 0;
  has_section_ = false;
  below_ = section_digits;
  unit_before_ = is_compound ? compound : exponent;
  last_exponent_ += exponent;
  last_nonzero_exponent_ += exponent;
  const std::size_t begin = cursor_.offset();
  cursor_.advance();
  words_ += cursor_.since(begin);
  large_words_ = words_;
}

/// 万 takes one section.
void ScaledTerms::open(int exponent) {
  if (!has_section_ || !open_.is_zero()) cursor_.refuse(ErrorCode::scale_word_order);
  require_below(section_, exponent);
  open_ = section_ * Rational::power_of_ten(exponent);
}

/// 亿 and 兆 take all that stands behind the last of them.
void ScaledTerms::close(int exponent) {
  const Rational part = open_ + section_;
  require_below(part, exponent);
  can_raise_ = exponent == hundred_million && closed_exponent_ == 0;
  closed_ += part * Rational::power_of_ten(exponent);
  closed_exponent_ = exponent;
  open_ = 0;
}

/// 亿亿, once.
void ScaledTerms::raise(int exponent) {
  if (!can_raise_ || exponent != hundred_million) cursor_.refuse(ErrorCode::scale_word_order);
  can_raise_ = false;
  closed_ *= Rational::power_of_ten(exponent);
  closed_exponent_ += exponent;
}

void ScaledTerms::add(const Rational& digits, int exponent) {
  section_ += digits * Rational::power_of_ten(exponent);
  has_section_ = true;
  has_zero_ = false;
  can_raise_ = false;
  last_exponent_ = exponent;
  last_nonzero_exponent_ = exponent;
  words_.clear();
}

void ScaledTerms::end_term(int exponent) {
  below_ = exponent;
  unit_before_ = exponent;
}

void ScaledTerms::require_below(const Rational& part, int exponent) const {
  const bool fits = closed_exponent_ == 0 || part * Rational::power_of_ten(exponent) <
                                                 Rational::power_of_ten(closed_exponent_);
  if (!fits) cursor_.refuse(ErrorCode::scale_word_order);
}

bool ScaledTerms::is_too_large(const Rational& digits) const {
  const int exponent = has_section_ ? below_ : !open_.is_zero() ? section_digits : closed_exponent_;
  return exponent != 0 && digits >= Rational::power_of_ten(exponent);
}

}  // namespace edustat::detail
