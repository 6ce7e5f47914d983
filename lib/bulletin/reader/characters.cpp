// SPDX-License-Identifier: Apache-2.0
#include "bulletin/reader/characters.hpp"

#include "error/utf8.hpp"

#include <algorithm>

namespace edustat::reader {
namespace {

char32_t folded_character(char32_t character) noexcept {
  constexpr char32_t width = 0xFEE0;
  if (character >= 0xFF01 && character <= 0xFF5E) return character - width;
  switch (character) {
    case 0x3000:  // wide space
    case 0x00A0:
      return U' ';
    case U'〔':
    case U'【':
      return U'[';
    case U'〕':
    case U'】':
      return U']';
    case U'–':
    case U'—':
    case U'～':
    case U'−':
      return U'-';
    default:
      return character;
  }
}

}  // namespace

Characters::Characters(std::string_view text, std::string_view source) : text_(text) {
  text::require_plain(text, source);
  for (std::size_t offset = 0; offset < text.size();) {
    bytes_.push_back(offset);
    folded_.push_back(folded_character(text::decode(text, offset)));
  }
  bytes_.push_back(text.size());
}

std::size_t Characters::position_of(std::size_t byte) const noexcept {
  const auto after = std::upper_bound(bytes_.begin(), bytes_.end(), byte);
  return static_cast<std::size_t>(after - bytes_.begin()) - 1;
}

namespace {

constexpr std::size_t farthest = 2000;

template <typename Ends>
std::size_t behind_last(const Characters& text, std::size_t position, Ends ends) noexcept {
  const std::size_t stop = position > farthest ? position - farthest : 0;
  while (position > stop && !ends(text.at(position - 1))) --position;
  return position;
}

template <typename Ends>
std::size_t next(const Characters& text, std::size_t position, Ends ends) noexcept {
  const std::size_t stop = std::min(text.size(), position + farthest);
  while (position < stop && !ends(text.at(position))) ++position;
  return position;
}

bool ends_line(char32_t character) noexcept {
  return character == U'\n';
}

bool ends_half(char32_t character) noexcept {
  return ends_sentence(character) || character == U';';
}

}  // namespace

std::size_t Characters::line_begin(std::size_t position) const noexcept {
  return behind_last(*this, position, ends_line);
}

std::size_t Characters::sentence_begin(std::size_t position) const noexcept {
  return behind_last(*this, position, ends_sentence);
}

std::size_t Characters::half_begin(std::size_t position) const noexcept {
  return behind_last(*this, position, ends_half);
}

std::size_t Characters::sentence_end(std::size_t position) const noexcept {
  return next(*this, position, ends_sentence);
}

std::size_t Characters::clause_end(std::size_t position) const noexcept {
  return next(*this, position, ends_clause);
}

std::optional<std::size_t> Characters::bracket_opening(std::size_t end) const noexcept {
  int depth = 0;
  for (std::size_t at = end, stop = line_begin(end); at > stop; --at) {
    if (folded_[at - 1] == U')') ++depth;
    if (folded_[at - 1] == U'(' && --depth == 0) return at - 1;
    if (depth == 0) break;
  }
  return std::nullopt;
}

std::optional<std::size_t> Characters::bracket_closing(std::size_t position) const noexcept {
  int depth = 0;
  const std::size_t stop = next(*this, position, ends_line);
  for (std::size_t at = position; at < stop; ++at) {
    if (folded_[at] == U'(') ++depth;
    if (folded_[at] == U')' && depth-- == 0) return at;
  }
  return std::nullopt;
}

std::u32string fold(std::string_view word) {
  std::u32string folded;
  for (std::size_t offset = 0; offset < word.size();) {
    const char32_t character = folded_character(text::decode(word, offset));
    if (character != U' ') folded.push_back(character);
  }
  return folded;
}

std::string to_utf8(std::u32string_view word) {
  std::string bytes;
  for (const char32_t character : word) text::append(bytes, character);
  return bytes;
}

bool is_one_of(char32_t character, std::u32string_view characters) noexcept {
  return characters.find(character) != std::u32string_view::npos;
}

bool is_mask(char32_t character) noexcept {
  return is_one_of(character, U"xX×*□");
}

bool ends_sentence(char32_t character) noexcept {
  return is_one_of(character, U"。!?\n\r");
}

bool ends_clause(char32_t character) noexcept {
  return ends_sentence(character) || is_one_of(character, U",;:");
}

bool is_han(char32_t character) noexcept {
  return (character >= 0x4E00 && character <= 0x9FFF) || character == U'〇';
}

}  // namespace edustat::reader
