// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include "quantity/number_cursor.hpp"

#include <string>

namespace edustat::detail {

/// Digits in the decimal system, `1,764.50` or `6xx`, without separators.
class DigitRun {
 public:
  /// How a masked digit is read.
  enum class Fill : char { zeros = '0', nines = '9' };

  void push(char digit) { digits_.push_back(digit); }
  void push_mask();
  /// From here on digits stand behind the point.
  void begin_decimals() noexcept { whole_ = digits_.size(); }

  [[nodiscard]] std::size_t size() const noexcept { return digits_.size(); }
  [[nodiscard]] int decimals() const noexcept;
  [[nodiscard]] bool is_masked() const noexcept { return is_masked_; }
  /// The value times 10 to the power of `exponent`.
  [[nodiscard]] Rational value(int exponent = 0, Fill fill = Fill::zeros) const;
  /// The power of ten of the last digit that is surely not 0. Without one: of the last digit, and
  /// of the first where digits are masked.
  [[nodiscard]] int last_nonzero_exponent() const noexcept;

 private:
  std::string digits_;
  std::size_t whole_ = std::string::npos;
  bool is_masked_ = false;
};

/// Reads Arabic digits with separators in strict groups of three and a point.
/// @throws ParseError (malformed_number, bad_grouping), LimitError
[[nodiscard]] DigitRun read_digits(NumberCursor& cursor);

/// Reads Chinese digits one by one, 一七二零; at least one. @throws ParseError, LimitError
void read_numerals(NumberCursor& cursor, DigitRun& run);

/// Reads the digits behind 点, in Arabic or Chinese writing. @throws LimitError
void read_spoken_decimals(NumberCursor& cursor, DigitRun& run);

}  // namespace edustat::detail
