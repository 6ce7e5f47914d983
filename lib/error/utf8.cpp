// SPDX-License-Identifier: Apache-2.0
#include "error/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace edustat::text {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t byte_order_mark = 0xFEFF;

unsigned byte_at(std::string_view text, std::size_t offset) noexcept {
  return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(unsigned byte) noexcept {
  return (byte & 0xC0U) == 0x80U;
}

/// Length that the first byte announces, 0 for a byte that begins no character.
std::size_t announced_length(unsigned first) noexcept {
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first <= 0xDFU) return 2;
  if (first >= 0xE0U && first <= 0xEFU) return 3;
  if (first >= 0xF0U && first <= 0xF4U) return 4;
  return 0;
}

/// Refuses overlong forms, surrogates and values beyond U+10FFFF.
bool second_byte_fits(unsigned first, unsigned second) noexcept {
  switch (first) {
    case 0xE0U:
      return second >= 0xA0U;
    case 0xEDU:
      return second <= 0x9FU;
    case 0xF0U:
      return second >= 0x90U;
    case 0xF4U:
      return second <= 0x8FU;
    default:
      return true;
  }
}

/// Length of the valid character at `offset`, 0 when there is none.
std::size_t valid_length(std::string_view text, std::size_t offset) noexcept {
  const unsigned first = byte_at(text, offset);
  const std::size_t length = announced_length(first);
  if (length <= 1) return length;
  if (length > text.size() - offset) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(byte_at(text, offset + i))) return 0;
  }
  return second_byte_fits(first, byte_at(text, offset + 1)) ? length : 0;
}

/// Bytes from `offset` on that are printable ASCII, found eight at a time.
std::size_t skip_printable_ascii(std::string_view text, std::size_t offset) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t highs = 0x8080808080808080U;
  while (text.size() - offset >= 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + offset, sizeof bytes);
    const std::uint64_t below_space = (bytes - ones * 0x20U) & ~bytes;
    const std::uint64_t is_delete = bytes + ones;  // carries never matter: a high bit ends the run
    if (((bytes | below_space | is_delete) & highs) != 0) break;
    offset += 8;
  }
  while (offset < text.size() && byte_at(text, offset) - 0x20U < 0x5FU) ++offset;
  return offset;
}

std::string hexadecimal(std::uint32_t value, std::size_t width) {
  std::string digits;
  for (; value != 0 || digits.size() < width; value >>= 4U) {
    digits.push_back("0123456789ABCDEF"[value & 0xFU]);
  }
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace

char32_t decode(std::string_view text, std::size_t& offset) noexcept {
  const unsigned first = byte_at(text, offset++);
  if (first < 0x80U) return first;
  const std::size_t rest = first < 0xE0U ? 1 : first < 0xF0U ? 2 : 3;
  char32_t character = first & (0x3FU >> rest);
  for (std::size_t i = 0; i < rest && offset < text.size(); ++i) {
    character = (character << 6U) | (byte_at(text, offset++) & 0x3FU);
  }
  return character;
}

void append(std::string& text, char32_t character) {
  const auto tail = [&](unsigned shift) {
    text.push_back(static_cast<char>(0x80U | ((character >> shift) & 0x3FU)));
  };
  if (character < 0x80U) {
    text.push_back(static_cast<char>(character));
  } else if (character < 0x800U) {
    text.push_back(static_cast<char>(0xC0U | (character >> 6U)));
    tail(0);
  } else if (character < 0x10000U) {
    text.push_back(static_cast<char>(0xE0U | (character >> 12U)));
    tail(6);
    tail(0);
  } else {
    text.push_back(static_cast<char>(0xF0U | (character >> 18U)));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t find_invalid(std::string_view text) noexcept {
  std::size_t offset = 0;
  while ((offset = skip_printable_ascii(text, offset)) < text.size()) {
    const std::size_t length = valid_length(text, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return text.size();
}

bool is_forbidden(char32_t character) noexcept {
  if (character < 0x20U) return character != U'\t' && character != U'\n' && character != U'\r';
  if (character < 0x7FU) return false;
  return character <= 0x9FU || character == 0xADU || character == 0x061CU ||
         (character >= 0x200BU && character <= 0x200FU) ||
         (character >= 0x2028U && character <= 0x202EU) ||
         (character >= 0x2060U && character <= 0x2069U) || character == byte_order_mark;
}

std::size_t column_of(std::string_view text, std::size_t byte_offset) noexcept {
  const std::size_t offset = std::min(byte_offset, text.size());
  const auto begins_character = [](char byte) {
    return !is_continuation(static_cast<unsigned char>(byte));
  };
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(offset);
  const auto before = static_cast<std::size_t>(std::count_if(text.begin(), end, begins_character));
  const bool is_inside = offset < text.size() && !begins_character(text[offset]);
  return is_inside && before > 0 ? before : before + 1;  // a stray byte may come first
}

Place line_and_column(std::string_view text, std::size_t byte_offset, std::string_view source) {
  const std::string_view before = text.substr(0, std::min(byte_offset, text.size()));
  const std::size_t last_end = before.rfind('\n');
  const std::size_t begin = last_end == std::string_view::npos ? 0 : last_end + 1;
  const auto lines = std::count(before.begin(), before.end(), '\n');
  return Place{.source = std::string(source),
               .line = static_cast<std::size_t>(lines) + 1,
               .column = column_of(text.substr(begin), before.size() - begin)};
}

Place place_in(std::string_view text, std::size_t byte_offset, std::string_view source) {
  Place place = line_and_column(text, byte_offset, source);
  if (source.empty() && text.find('\n') == std::string_view::npos) place.line = 0;
  return place;
}

void require_plain(std::string_view text, std::string_view source) {
  std::size_t offset = 0;
  while ((offset = skip_printable_ascii(text, offset)) < text.size()) {
    const std::size_t begin = offset;
    if (valid_length(text, begin) == 0) {
      throw ParseError(Fault{ErrorCode::invalid_utf8,
                             {hexadecimal(byte_at(text, begin), 2)},
                             place_in(text, begin, source)});
    }
    const char32_t character = decode(text, offset);
    if (is_forbidden(character) && !(character == byte_order_mark && begin == 0)) {
      throw ParseError(Fault{ErrorCode::forbidden_character,
                             {"U+" + hexadecimal(character, 4)},
                             place_in(text, begin, source)});
    }
  }
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t limit = 40;
  std::size_t offset = 0;
  for (std::size_t count = 0; count < limit && offset < text.size(); ++count) {
    offset += std::max<std::size_t>(valid_length(text, offset), 1);
  }
  std::string result = printable(text.substr(0, offset));
  if (offset < text.size()) result += "…";
  return result;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (valid_length(text, offset) == 0) {
      append(result, replacement);
      ++offset;
      continue;
    }
    const char32_t character = decode(text, offset);
    const bool is_gap = character == U'\t' || character == U'\n' || character == U'\r';
    append(result, is_gap ? U' ' : is_forbidden(character) ? replacement : character);
  }
  return result;
}

}  // namespace edustat::text
