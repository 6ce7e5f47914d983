// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/quantity/figure.hpp"
#include "edustat/quantity/numeral.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

// Numbers are written by the writers below, which share nothing with the reader, and read back.
namespace edustat {
namespace {

constexpr int rounds = 20000;

class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : random_(seed) {}
  std::uint64_t below(std::uint64_t count) { return random_() % count; }
  /// Of any length below 10 to the 16, often with zeros inside.
  std::uint64_t operator()() {
    std::uint64_t value = 0;
    for (std::uint64_t digits = below(16) + 1; digits > 0; --digits) {
      value = value * 10 + (below(3) == 0 ? 0 : below(10));
    }
    return value;
  }

 private:
  std::mt19937_64 random_;
};

std::string grouped(std::string digits, std::string_view comma) {
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, comma);
  return digits;
}

std::string widened(std::string_view digits) {
  static constexpr std::array<std::string_view, 10> wide{"０", "１", "２", "３", "４",
                                                         "５", "６", "７", "８", "９"};
  std::string result;
  for (const char digit : digits) result += wide[static_cast<std::size_t>(digit - '0')];
  return result;
}

/// 一千零三十: below 10,000, with 零 for the places that are left out inside.
std::string section(std::uint64_t value) {
  static constexpr std::array<std::string_view, 10> digits{"",   "一", "二", "三", "四",
                                                           "五", "六", "七", "八", "九"};
  static constexpr std::array<std::string_view, 4> scales{"", "十", "百", "千"};
  std::string result;
  std::uint64_t power = 1000;
  bool has_gap = false;
  for (std::size_t place = 4; place-- > 0; power /= 10) {
    const auto digit = static_cast<std::size_t>(value / power % 10);
    if (digit == 0) {
      has_gap = !result.empty();
      continue;
    }
    if (has_gap) result += "零";
    has_gap = false;
    result += digits[digit];
    result += scales[place];
  }
  return result;
}

/// Below 10 to the 16: a number below 亿 in front of 亿 and one behind it.
std::string in_chinese(std::uint64_t value) {
  if (value == 0) return "零";
  if (value < 10000) return section(value);
  const std::uint64_t scale = value < 100000000 ? 10000 : 100000000;
  std::string result = in_chinese(value / scale) + (scale == 10000 ? "万" : "亿");
  const std::uint64_t rest = value % scale;
  if (rest == 0) return result;
  if (rest < scale / 10) result += "零";
  return result + in_chinese(rest);
}

TEST(NumeralLaws, DigitsAreReadBack) {
  Numbers numbers(1);
  for (int i = 0; i < rounds; ++i) {
    const std::uint64_t value = numbers();
    const std::string digits = std::to_string(value);
    EXPECT_EQ(parse_number(digits), Rational(value));
    EXPECT_EQ(parse_number(grouped(digits, ",")), Rational(value));
    EXPECT_EQ(parse_number(widened(digits)), Rational(value));
    EXPECT_EQ(parse_number("-" + digits + "." + digits),
              Rational::parse("-" + digits + "." + digits));
  }
}

TEST(NumeralLaws, ChineseNumeralsAreReadBack) {
  Numbers numbers(2);
  for (int i = 0; i < rounds; ++i) {
    const std::uint64_t value = numbers();
    EXPECT_EQ(parse_number(in_chinese(value)), Rational(value)) << in_chinese(value);
    EXPECT_EQ(parse_number("负" + in_chinese(value)), -Rational(value));
    EXPECT_EQ(parse_number("百分之" + in_chinese(value)), Rational(value) / Rational(100));
  }
}

TEST(NumeralLaws, ScaleWordsMultiply) {
  Numbers numbers(3);
  for (int i = 0; i < rounds; ++i) {
    const std::string digits = std::to_string(numbers()) + "." + std::to_string(numbers());
    const Rational value = Rational::parse(digits);
    EXPECT_EQ(parse_number(digits + "万"), value * Rational(10000));
    EXPECT_EQ(parse_number(digits + "亿"), value * Rational(100000000));
    EXPECT_EQ(parse_number(digits + "%"), value / Rational(100));
  }
}

/// The plain print has a way of its own through the reader: the answers are the same.
TEST(NumeralLaws, EveryWayThroughTheReaderGivesTheSameFigure) {
  static constexpr std::array<std::string_view, 6> tails{"",   "万平方米", "亿元",
                                                         "人", "%",        "万亿亩"};
  Numbers numbers(4);
  for (int i = 0; i < rounds; ++i) {
    std::string text = grouped(std::to_string(numbers()), numbers.below(2) == 0 ? "," : "");
    if (numbers.below(2) == 0) text += "." + std::to_string(numbers.below(1000));
    text += tails[numbers.below(tails.size())];
    const Figure plain(text);
    const Figure full("+" + text);
    EXPECT_EQ(plain.value(), full.value()) << text;
    EXPECT_EQ(plain.last_place(), full.last_place()) << text;
    EXPECT_EQ(plain.unit().symbol(), full.unit().symbol()) << text;
    EXPECT_EQ(plain.places(), full.places()) << text;
    EXPECT_EQ(plain.scale_word(), full.scale_word()) << text;
    EXPECT_EQ(plain.is_bare(), full.is_bare()) << text;
    EXPECT_EQ(plain.is_exact_count(), full.is_exact_count()) << text;
  }
}

/// Whatever the characters, there is a number or an error with its column.
TEST(NumeralLaws, RandomTextIsReadOrRefusedWithItsColumn) {
  static constexpr std::array<std::string_view, 32> pieces{
      "0",  "1",  "5",  "９",   ".",  ",",  "一", "三", "两",     "零",  "〇",
      "十", "百", "千", "万",   "亿", "兆", "点", "负", "-",      "廿",  "%",
      "成", "倍", ":",  "分之", "x",  "多", "人", "元", "\u202E", "\xFF"};
  Numbers numbers(5);
  for (int i = 0; i < rounds; ++i) {
    std::string text;
    for (std::uint64_t count = numbers.below(8) + 1; count > 0; --count) {
      text += pieces[numbers.below(pieces.size())];
    }
    try {
      const Rational value = parse_number(text);
      EXPECT_EQ(Rational::parse(value.to_string()), value) << text;
    } catch (const ParseError& error) {
      EXPECT_EQ(error.place().column > 0, true) << text;
    }
  }
}

}  // namespace
}  // namespace edustat
