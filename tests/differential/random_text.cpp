// SPDX-License-Identifier: Apache-2.0
#include "random_text.hpp"

#include <array>
#include <string_view>

namespace edustat::differential {
namespace {

// Around the places where a number no longer fits into 31, 32, 63 or 64 bits, each also as the sum
// or difference with a small number.
constexpr std::array<std::string_view, 24> borders{
    "2147483645",           "2147483646",           "2147483647",           "2147483648",
    "2147483649",           "2147483650",           "4294967294",           "4294967295",
    "4294967296",           "4294967297",           "3037000499",           "3037000500",
    "9223372036854775805",  "9223372036854775806",  "9223372036854775807",  "9223372036854775808",
    "9223372036854775809",  "9223372036854775810",  "18446744073709551613", "18446744073709551614",
    "18446744073709551615", "18446744073709551616", "18446744073709551617", "999999999999999999"};

char digit(RandomSource& random) {
  return static_cast<char>('0' + random.below(10));
}

std::string sign(RandomSource& random) {
  return random.once_in(3) ? "-" : "";
}

/// One character put in, taken out or replaced.
std::string changed(RandomSource& random, std::string text) {
  constexpr std::string_view characters = "0123456789+-./eE ,_xX'";
  const char character = characters[random.below(characters.size())];
  const std::size_t offset = random.below(text.size());
  switch (random.below(3)) {
    case 0:
      text[offset] = character;
      break;
    case 1:
      text.erase(offset, 1);
      break;
    default:
      text.insert(offset, 1, character);
      break;
  }
  return text;
}

std::string exponent(RandomSource& random) {
  constexpr std::array<std::string_view, 6> letters{"e", "E", "e+", "E+", "e-", "E-"};
  const int size = random.once_in(400) ? random.between(4000, 4200) : random.between(0, 30);
  return std::string(random.pick(letters)) + std::to_string(size);
}

/// Digits in groups of three.
std::string grouped(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i != 0 && (text.size() - i) % 3 == 0) result += ',';
    result += text[i];
  }
  return result;
}

/// Some digits replaced by x.
std::string masked(RandomSource& random, std::string text) {
  text[random.below(text.size())] = 'x';
  for (char& character : text) {
    if (random.once_in(4)) character = 'x';
  }
  return text;
}

std::string plain_digits(RandomSource& random) {
  if (random.once_in(12)) return std::string(random.pick(borders));
  return random.once_in(12) ? "0" : digits(random, random.between(1, random.once_in(9) ? 24 : 7));
}

std::string places_behind_point(RandomSource& random) {
  std::string result;
  if (random.below(3) == 0) return result;
  for (int count = random.between(1, 4); count > 0; --count) {
    result += random.once_in(4) ? '0' : digit(random);
  }
  return '.' + result;
}

std::string ratio_text(RandomSource& random) {
  const auto side = [&] {
    return random.once_in(2) ? std::string("1")
                             : digits(random, random.between(1, 4)) + places_behind_point(random);
  };
  const std::string left = side();
  return left + ':' + side();
}

}  // namespace

std::string digits(RandomSource& random, int count) {
  std::string result(1, static_cast<char>('1' + random.below(9)));
  while (static_cast<int>(result.size()) < count) result += digit(random);
  return result;
}

std::string magnitude(RandomSource& random) {
  const std::size_t kind = random.below(32);
  if (kind < 14) return digits(random, random.between(1, 3));
  if (kind < 21) return std::string(random.pick(borders));
  if (kind < 26) return digits(random, random.between(4, 20));
  if (kind < 29) return '1' + std::string(random.below(25), '0');
  if (kind < 31) return digits(random, random.between(21, 45));
  return digits(random, 100);
}

std::string whole(RandomSource& random) {
  if (random.once_in(16)) return "0";
  return sign(random) + magnitude(random);
}

std::string number(RandomSource& random) {
  switch (random.below(4)) {
    case 0:
      return whole(random);
    case 1:
      return decimal(random, random.between(1, 6));
    default:
      return whole(random) + '/' + magnitude(random);
  }
}

std::string small_number(RandomSource& random) {
  if (random.once_in(6)) return "0";
  std::string text = sign(random) + digits(random, random.between(1, 4));
  if (random.once_in(2)) text += '/' + digits(random, random.between(1, 2));
  return text;
}

std::string decimal(RandomSource& random, int places) {
  std::string text = whole(random);
  if (places == 0) return text;
  text += '.';
  for (int i = 1; i < places; ++i) text += digit(random);
  constexpr std::array<char, 8> ends{'5', '5', '5', '0', '1', '4', '6', '9'};
  return text + random.pick(ends);
}

std::string number_text(RandomSource& random) {
  constexpr std::array<std::string_view, 4> signs{"", "", "-", "+"};
  std::string text(random.pick(signs));
  if (random.once_in(1000)) return text + digits(random, random.between(4090, 4100));
  if (random.once_in(4)) text += std::string(random.below(4), '0');
  text += random.once_in(9) ? "0" : magnitude(random);
  const bool is_fraction = random.once_in(3);
  if (is_fraction) {
    text += '/' + (random.once_in(16) ? "00" : magnitude(random));
  } else {
    text += places_behind_point(random);
  }
  if (random.once_in(8)) return changed(random, std::move(text));
  if (!is_fraction && random.once_in(3)) text += exponent(random);
  return text;
}

std::string figure_text(RandomSource& random) {
  constexpr std::array<std::string_view, 12> units{
      "", "人", "所", "册", "平方米", "元", "公顷", "亩", "人次", "%", "‰", "个百分点"};
  constexpr std::array<std::string_view, 4> scales{"万", "亿", "万亿", "千万"};
  constexpr std::array<std::string_view, 5> before{"约", "大约", "近", "超过", "不足"};
  constexpr std::array<std::string_view, 4> behind{"余", "多", "以上", "左右"};
  if (random.once_in(12)) return ratio_text(random);
  std::string whole = plain_digits(random);
  std::string fraction = places_behind_point(random);
  const bool is_masked = random.once_in(10);
  if (is_masked) whole = masked(random, whole);
  const bool has_value = !is_masked && (whole + fraction).find_first_of("123456789") != whole.npos;
  const std::size_t qualifier = has_value ? random.below(8) : 2;
  std::string text;
  if (qualifier == 0) text += random.pick(before);
  text += sign(random);
  text += !is_masked && random.once_in(5) ? grouped(whole) : whole;
  text += fraction;
  const std::string_view unit = random.pick(units);
  const bool is_rate = unit == "%" || unit == "‰" || unit == "个百分点";
  if (!is_rate && random.once_in(3)) text += random.pick(scales);
  if (qualifier == 1) text += random.pick(behind);
  return text.append(unit);
}

}  // namespace edustat::differential
