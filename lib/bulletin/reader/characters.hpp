// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace edustat::reader {

/// A text by its characters: full-width signs folded for comparison, the bytes kept for quoting.
class Characters {
 public:
  /// @throws ParseError (invalid_utf8, forbidden_character) with the place
  Characters(std::string_view text, std::string_view source);

  /// How many characters.
  [[nodiscard]] std::size_t size() const noexcept { return folded_.size(); }
  /// The character, folded; U+0000 outside the text.
  [[nodiscard]] char32_t at(std::size_t position) const noexcept {
    return position < folded_.size() ? folded_[position] : U'\0';
  }
  /// All characters, folded.
  [[nodiscard]] std::u32string_view folded() const noexcept { return folded_; }
  /// The folded characters from `begin` to before `end`.
  [[nodiscard]] std::u32string_view folded(std::size_t begin, std::size_t end) const noexcept {
    return std::u32string_view(folded_).substr(begin, end - begin);
  }
  /// True when `words` stand at `position`.
  [[nodiscard]] bool has(std::size_t position, std::u32string_view words) const noexcept {
    return std::u32string_view(folded_).substr(position < size() ? position : size(),
                                               words.size()) == words;
  }
  /// True when `words` end before `position`.
  [[nodiscard]] bool has_before(std::size_t position, std::u32string_view words) const noexcept {
    return position >= words.size() && has(position - words.size(), words);
  }
  /// First byte of a character; the size in bytes for the end.
  [[nodiscard]] std::size_t byte(std::size_t position) const noexcept { return bytes_[position]; }
  /// The text as written, from `begin` to before `end`.
  [[nodiscard]] std::string_view written(std::size_t begin, std::size_t end) const noexcept {
    return text_.substr(bytes_[begin], bytes_[end] - bytes_[begin]);
  }
  /// The character that begins at or holds this byte.
  [[nodiscard]] std::size_t position_of(std::size_t byte) const noexcept;
  /// Where the line, the sentence or its half (to a semicolon) begins in which `position` stands;
  /// never more than 2,000 characters away, which no printed sentence is long.
  [[nodiscard]] std::size_t line_begin(std::size_t position) const noexcept;
  [[nodiscard]] std::size_t sentence_begin(std::size_t position) const noexcept;
  [[nodiscard]] std::size_t half_begin(std::size_t position) const noexcept;
  /// Where the sentence or the clause ends.
  [[nodiscard]] std::size_t sentence_end(std::size_t position) const noexcept;
  [[nodiscard]] std::size_t clause_end(std::size_t position) const noexcept;
  /// Where the bracket that ends before `end` opens, or the one around `position` closes; nothing
  /// when there is none in the line.
  [[nodiscard]] std::optional<std::size_t> bracket_opening(std::size_t end) const noexcept;
  [[nodiscard]] std::optional<std::size_t> bracket_closing(std::size_t position) const noexcept;

 private:
  std::string_view text_;
  std::u32string folded_;
  std::vector<std::size_t> bytes_;
};

/// Folded characters of a word of the catalogue.
[[nodiscard]] std::u32string fold(std::string_view word);
/// The word in UTF-8.
[[nodiscard]] std::string to_utf8(std::u32string_view word);

[[nodiscard]] constexpr bool is_digit(char32_t character) noexcept {
  return character >= U'0' && character <= U'9';
}
[[nodiscard]] constexpr bool is_ascii_letter(char32_t character) noexcept {
  return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z');
}
/// A sign that stands for a digit that is not shown.
[[nodiscard]] bool is_mask(char32_t character) noexcept;
/// 。！？ or the end of a line.
[[nodiscard]] bool ends_sentence(char32_t character) noexcept;
/// The end of a sentence, or , ; :
[[nodiscard]] bool ends_clause(char32_t character) noexcept;
[[nodiscard]] bool is_han(char32_t character) noexcept;
/// True when `characters` contains the character.
[[nodiscard]] bool is_one_of(char32_t character, std::u32string_view characters) noexcept;

}  // namespace edustat::reader
