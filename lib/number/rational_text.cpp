// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/number/rational.hpp"

#include "error/utf8.hpp"
#include "number/large.hpp"
#include "number/scan.hpp"

#include <charconv>
#include <iterator>
#include <utility>
#include <vector>

namespace edustat {
namespace {

using detail::LargeRational;
using detail::Parts;
using detail::Whole;

constexpr unsigned word_bits = 64;
constexpr std::size_t word_digits = word_bits / 4;

std::string hex_digits(const Whole& value) {
  std::vector<std::uint64_t> words;
  export_bits(value, std::back_inserter(words), word_bits);
  std::string result = value < 0 ? "-" : "";
  for (const std::uint64_t& word : words) {
    std::array<char, word_digits> buffer{};
    const auto end = std::to_chars(buffer.begin(), buffer.end(), word, 16).ptr;
    const auto length = static_cast<std::size_t>(end - buffer.begin());
    if (&word != &words.front()) result.append(word_digits - length, '0');
    result.append(buffer.begin(), length);
  }
  return result;
}

/// Digits without a sign; `column` is where they begin in the text of the part.
Whole whole_from_hex(std::string_view digits, std::size_t column) {
  if (digits.empty()) throw ParseError(Fault{ErrorCode::empty_text, {}, {.column = column}});
  std::vector<std::uint64_t> words;
  std::size_t begin = 0;
  std::size_t end = (digits.size() - 1) % word_digits + 1;
  for (; begin < digits.size(); begin = std::exchange(end, end + word_digits)) {
    std::uint64_t word = 0;
    const auto read = std::from_chars(digits.data() + begin, digits.data() + end, word, 16);
    if (read.ptr != digits.data() + end) {
      const auto offset = static_cast<std::size_t>(read.ptr - digits.data());
      throw ParseError(Fault{
          ErrorCode::malformed_hexadecimal, {text::excerpt(digits)}, {.column = column + offset}});
    }
    words.push_back(word);
  }
  Whole value;
  import_bits(value, words.begin(), words.end(), word_bits);
  return value;
}

}  // namespace

Rational Rational::parse(std::string_view text) {
  return detail::value_of(detail::scan_number(text, detail::Grammar::rational));
}

Rational Rational::from_hex(const Hex& parts) {
  const bool is_negative = !parts.numerator.empty() && parts.numerator.front() == '-';
  const std::size_t sign_length = is_negative ? 1 : 0;
  Whole top =
      whole_from_hex(std::string_view(parts.numerator).substr(sign_length), sign_length + 1);
  Whole bottom = whole_from_hex(parts.denominator, 1);
  if (bottom == 0) {
    throw ZeroError(Fault{ErrorCode::division_by_zero, {text::excerpt("0x" + parts.numerator)}});
  }
  if (is_negative) top = -top;
  return LargeRational::of(std::move(top), std::move(bottom));
}

Rational::Hex Rational::to_hex() const {
  const Parts parts(*this);
  return {hex_digits(parts.numerator()), hex_digits(parts.denominator())};
}

std::string Rational::to_string() const {
  if (large_ == nullptr) {
    std::string result = std::to_string(numerator_);
    if (denominator_ != 1) result += '/' + std::to_string(denominator_);
    return result;
  }
  std::string result = large_->numerator.str();
  if (large_->denominator != 1) result += '/' + large_->denominator.str();
  return result;
}

}  // namespace edustat
