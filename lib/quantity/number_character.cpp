// SPDX-License-Identifier: Apache-2.0
#include "quantity/number_character.hpp"

namespace edustat::detail {
namespace {

constexpr NumberCharacter character(Role role, int value, std::size_t length) noexcept {
  return {role, static_cast<std::int8_t>(value), static_cast<std::uint8_t>(length)};
}

NumberCharacter ascii(char byte) noexcept {
  if (byte >= '0' && byte <= '9') return character(Role::digit, byte - '0', 1);
  switch (byte) {
    case '.':
      return character(Role::point, 0, 1);
    case ',':
      return character(Role::separator, 0, 1);
    case '-':
      return character(Role::minus, 0, 1);
    case '+':
      return character(Role::plus, 0, 1);
    case 'x':
    case 'X':
    case '*':
      return character(Role::mask, 0, 1);
    case ' ':
      return character(Role::space, 0, 1);
    case '%':
      return character(Role::percent, 0, 1);
    case ':':
      return character(Role::colon, 0, 1);
    default:
      return character(Role::none, 0, 1);
  }
}

/// The digit that a Chinese character writes, 0 when it writes none.
int digit_of(char32_t code) noexcept {
  switch (code) {
    case U'一':
    case U'壹':
    case U'弌':
      return 1;
    case U'二':
    case U'贰':
    case U'貳':
    case U'弍':
      return 2;
    case U'三':
    case U'叁':
    case U'參':
    case U'叄':
    case U'弎':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
    case U'陸':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    default:
      return 0;
  }
}

NumberCharacter full_width(char32_t code) noexcept {
  if (code >= U'０' && code <= U'９') {
    return character(Role::digit, static_cast<int>(code - U'０'), 3);
  }
  switch (code) {
    case U'．':
      return character(Role::point, 0, 3);
    case U'，':
      return character(Role::separator, 0, 3);
    case U'－':
    case U'\u2212':
      return character(Role::minus, 0, 3);
    case U'＋':
      return character(Role::plus, 0, 3);
    case U'Ｘ':
    case U'ｘ':
    case U'＊':
    case U'□':
      return character(Role::mask, 0, 3);
    case U'\u3000':
      return character(Role::space, 0, 3);
    case U'％':
      return character(Role::percent, 0, 3);
    case U'‰':
      return character(Role::permille, 0, 3);
    case U'：':
    case U'\u2236':
      return character(Role::colon, 0, 3);
    default:
      return character(Role::none, 0, 3);
  }
}

NumberCharacter chinese(char32_t code) noexcept {
  if (const int digit = digit_of(code); digit != 0) return character(Role::numeral, digit, 3);
  switch (code) {
    case U'零':
    case U'〇':
      return character(Role::zero, 0, 3);
    case U'两':
    case U'兩':
      return character(Role::couple, 2, 3);
    case U'廿':
      return character(Role::tens, 2, 3);
    case U'卅':
      return character(Role::tens, 3, 3);
    case U'卌':
      return character(Role::tens, 4, 3);
    case U'十':
    case U'拾':
      return character(Role::small_scale, 1, 3);
    case U'百':
    case U'佰':
      return character(Role::small_scale, 2, 3);
    case U'千':
    case U'仟':
      return character(Role::small_scale, 3, 3);
    case U'万':
    case U'萬':
      return character(Role::large_scale, 4, 3);
    case U'亿':
    case U'億':
      return character(Role::large_scale, 8, 3);
    case U'兆':
      return character(Role::large_scale, 12, 3);
    case U'点':
    case U'點':
      return character(Role::spoken_point, 0, 3);
    case U'负':
    case U'負':
      return character(Role::minus, 0, 3);
    case U'正':
      return character(Role::plus, 0, 3);
    case U'某':
      return character(Role::unknown, 0, 3);
    case U'成':
      return character(Role::tenth, 0, 3);
    case U'折':
      return character(Role::discount, 0, 3);
    case U'倍':
      return character(Role::times, 0, 3);
    default:
      return full_width(code);
  }
}

bool is_continuation(unsigned byte) noexcept {
  return (byte & 0xC0U) == 0x80U;
}

}  // namespace

NumberCharacter number_character(std::string_view text, std::size_t offset) noexcept {
  if (offset >= text.size()) return {};
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned first = byte(offset);
  if (first < 0x80U) return ascii(text[offset]);
  const unsigned second = byte(offset + 1);
  if (first == 0xC3U && second == 0x97U) return character(Role::mask, 0, 2);  // ×
  const unsigned third = byte(offset + 2);
  // Every other character of a number lies from U+2000 to U+FFFF: three bytes, no overlong form.
  const bool is_three =
      first >= 0xE2U && first <= 0xEFU && is_continuation(second) && is_continuation(third);
  if (!is_three) return character(Role::none, 0, 1);
  return chinese(((first & 0x0FU) << 12U) | ((second & 0x3FU) << 6U) | (third & 0x3FU));
}

}  // namespace edustat::detail
