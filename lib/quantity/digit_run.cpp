// SPDX-License-Identifier: Apache-2.0
#include "quantity/digit_run.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace edustat::detail {
namespace {

constexpr char mask = 'x';
constexpr std::size_t int64_digits = 18;  // so many digits fit into int64
constexpr std::size_t group_size = 3;

bool is_digit(Role role) noexcept {
  return role == Role::digit || role == Role::mask;
}

bool is_numeral(Role role) noexcept {
  return role == Role::numeral || role == Role::zero;
}

void read_digit(NumberCursor& cursor, DigitRun& run) {
  cursor.count_digit();
  run.push(static_cast<char>('0' + cursor.here().value));
  cursor.advance();
}

/// × and * alone between two digits are as likely a product, which is no number.
void read_mask(NumberCursor& cursor, DigitRun& run, Role before) {
  const bool is_product_sign = cursor.rest().front() == '*' || cursor.rest().front() == '\xC3';
  if (is_product_sign && before == Role::digit && cursor.next_role() == Role::digit) {
    cursor.refuse();
  }
  cursor.count_digit();
  run.push_mask();
  cursor.advance();
}

void read_group(NumberCursor& cursor, DigitRun& run) {
  Role before = Role::none;
  while (is_digit(cursor.role())) {
    const Role role = cursor.role();
    if (role == Role::mask) {
      read_mask(cursor, run, before);
    } else {
      read_digit(cursor, run);
    }
    before = role;
  }
}

/// `1,764,000`: the first group may be short, and one kind of comma is used throughout.
void read_groups(NumberCursor& cursor, DigitRun& run) {
  read_group(cursor, run);
  const std::string_view comma = cursor.rest().substr(0, cursor.here().length);
  std::size_t group = run.size();
  std::size_t last_comma = cursor.offset();
  bool is_first = true;
  while (cursor.role() == Role::separator && is_digit(cursor.next_role())) {
    const bool fits = is_first ? group <= group_size : group == group_size;
    if (!fits) cursor.refuse_at(is_first ? cursor.offset() : last_comma, ErrorCode::bad_grouping);
    last_comma = cursor.offset();
    if (!cursor.skip(comma)) cursor.refuse(ErrorCode::bad_grouping);
    const std::size_t before = run.size();
    read_group(cursor, run);
    group = run.size() - before;
    is_first = false;
  }
  if (!is_first && group != group_size) cursor.refuse_at(last_comma, ErrorCode::bad_grouping);
}

}  // namespace

void DigitRun::push_mask() {
  digits_.push_back(mask);
  is_masked_ = true;
}

int DigitRun::decimals() const noexcept {
  return static_cast<int>(digits_.size() - std::min(whole_, digits_.size()));
}

Rational DigitRun::value(int exponent, Fill fill) const {
  const int shift = exponent - decimals();
  if (digits_.size() <= int64_digits) {
    std::int64_t number = 0;
    for (const char digit : digits_) {
      number = number * 10 + ((digit == mask ? static_cast<char>(fill) : digit) - '0');
    }
    if (shift == 0) return number;
    return shift > 0 ? number * Rational::power_of_ten(shift)
                     : number / Rational::power_of_ten(-shift);
  }
  std::string filled = digits_;
  std::replace(filled.begin(), filled.end(), mask, static_cast<char>(fill));
  return Rational::parse(filled) * Rational::power_of_ten(shift);
}

int DigitRun::last_nonzero_exponent() const noexcept {
  const std::size_t last = digits_.find_last_of("123456789");
  const std::size_t position = last != std::string::npos ? last
                               : is_masked_              ? 0
                                                         : digits_.size() - 1;
  return static_cast<int>(digits_.size() - 1 - position) - decimals();
}

DigitRun read_digits(NumberCursor& cursor) {
  if (!is_digit(cursor.role())) cursor.refuse();
  DigitRun run;
  read_groups(cursor, run);
  if (cursor.role() != Role::point) return run;
  if (is_digit(cursor.next_role())) {
    cursor.advance();
    run.begin_decimals();
    read_group(cursor, run);
  } else if (cursor.next_role() == Role::point) {
    cursor.advance();
    cursor.refuse();
  }
  return run;
}

void read_numerals(NumberCursor& cursor, DigitRun& run) {
  if (!is_numeral(cursor.role())) cursor.refuse();
  while (is_numeral(cursor.role())) read_digit(cursor, run);
}

void read_spoken_decimals(NumberCursor& cursor, DigitRun& run) {
  const bool is_point = cursor.role() == Role::spoken_point &&
                        (cursor.next_role() == Role::digit || is_numeral(cursor.next_role()));
  if (!is_point) return;
  cursor.advance();
  run.begin_decimals();
  if (cursor.role() == Role::digit) {
    while (cursor.role() == Role::digit) read_digit(cursor, run);
  } else {
    read_numerals(cursor, run);
  }
}

}  // namespace edustat::detail
