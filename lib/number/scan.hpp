// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include "number/large.hpp"

#include <cstddef>
#include <string_view>

namespace edustat::detail {

/// The most digits of a number, of each part of a fraction.
inline constexpr std::size_t digits_limit = 4096;
/// The largest exponent of a number text.
inline constexpr int exponent_limit = 4096;

/// A number text taken apart by the grammar of Rational::parse.
struct NumberText {
  bool is_negative = false;
  std::string_view whole{};        ///< digits before the point, never empty
  std::string_view fraction{};     ///< digits behind the point
  std::string_view denominator{};  ///< digits behind the stroke
  int exponent = 0;
};

/// Which forms a number text may have.
enum class Grammar : std::uint8_t {
  rational,  ///< with the fraction form
  decimal    ///< without it
};

/// Takes a text apart in time that its length does not decide; `first_column` is where the text
/// begins in what the user wrote.
/// @throws ParseError, LimitError, ZeroError as Rational::parse does
[[nodiscard]] NumberText scan_number(std::string_view text, Grammar grammar,
                                     std::size_t first_column = 1);

/// The value of a scanned text.
[[nodiscard]] Rational value_of(const NumberText& text);

/// The value of ASCII digits, which may be none.
[[nodiscard]] Whole whole_from_digits(std::string_view digits);

}  // namespace edustat::detail
