// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace edustat::detail {

/// True for a letter of any script beyond ASCII.
[[nodiscard]] bool is_wide_letter(char32_t character) noexcept;
/// The ASCII sign that a character stands for in a formula (`×` is `*`, `（` is `(`), or itself.
[[nodiscard]] char32_t fold_sign(char32_t character) noexcept;
/// The text with every character folded.
[[nodiscard]] std::string fold_signs(std::string_view text);

/// True for 0 to 9.
[[nodiscard]] constexpr bool is_digit(char32_t character) noexcept {
  return character >= U'0' && character <= U'9';
}

/// True where a name may begin: a letter of any script, or `_`.
[[nodiscard]] inline bool begins_name(char32_t character) noexcept {
  const char32_t lower = character | 0x20U;
  return (lower >= U'a' && lower <= U'z') || character == U'_' ||
         (character >= 0x4000U && character < 0xA000U) ||
         (character >= 0x80U && is_wide_letter(character));
}

/// True inside a name: also a digit.
[[nodiscard]] inline bool continues_name(char32_t character) noexcept {
  return begins_name(character) || is_digit(character);
}

/// Signs that two characters of ASCII or one of another block can write.
inline constexpr char32_t sign_at_most = U'≤';
inline constexpr char32_t sign_at_least = U'≥';
inline constexpr char32_t sign_per_mille = U'‰';
/// What stands behind the last character.
inline constexpr char32_t end_of_text = U'\0';

/// Walks over the characters of a formula, folded, and knows its column.
class FormulaCursor {
 public:
  /// `text` must be valid UTF-8 without control characters.
  explicit FormulaCursor(std::string_view text) noexcept : text_(text) { load(); }

  /// The folded character here; end_of_text behind the last one.
  [[nodiscard]] char32_t current() const noexcept { return current_; }
  /// Bytes before this character.
  [[nodiscard]] std::size_t offset() const noexcept { return offset_; }
  /// Number of this character, from 1.
  [[nodiscard]] std::size_t column() const noexcept { return offset_ - tails_ + 1; }
  /// True when the character here is written as an ASCII sign but with another one.
  [[nodiscard]] bool is_folded() const noexcept { return width_ > 1 && current_ < 0x80U; }
  /// The text from a byte offset up to this character.
  [[nodiscard]] std::string_view since(std::size_t begin) const noexcept {
    return text_.substr(begin, offset_ - begin);
  }
  /// The whole text.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }

  /// Moves behind this character.
  void advance() noexcept {
    offset_ += width_;
    tails_ += width_ - 1;
    load();
  }
  /// Moves behind the characters of a name that are never folded: the usual case, in one go.
  void skip_plain_name() noexcept {
    std::size_t offset = offset_;
    while (offset < text_.size()) {
      const unsigned byte = byte_at(offset);
      if (byte >= 0xE4U && byte <= 0xE9U) {  // most Chinese characters
        offset += 3;
        tails_ += 2;
      } else if (byte < 0x80U && continues_name(byte)) {
        ++offset;
      } else {
        break;
      }
    }
    offset_ = offset;
    load();
  }
  /// Moves behind spaces and line ends.
  void skip_space() noexcept {
    while (current_ == U' ' || (current_ >= U'\t' && current_ <= U'\r')) advance();
  }
  /// Moves behind `sign` if it stands here.
  [[nodiscard]] bool take(char32_t sign) noexcept {
    if (current_ != sign) return false;
    advance();
    return true;
  }

 private:
  void load() noexcept {
    const unsigned first = offset_ < text_.size() ? byte_at(offset_) : 0x80U;
    if (first < 0x80U) {
      current_ = first;
      width_ = 1;
    } else if (first >= 0xE4U && first <= 0xE9U) {  // most Chinese characters, never folded
      current_ = ((first & 0xFU) << 12U) | ((byte_at(offset_ + 1) & 0x3FU) << 6U) |
                 (byte_at(offset_ + 2) & 0x3FU);
      width_ = 3;
    } else {
      load_wide();
    }
  }
  [[nodiscard]] unsigned byte_at(std::size_t offset) const noexcept {
    return static_cast<unsigned char>(text_[offset]);
  }
  void load_wide() noexcept;

  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t tails_ = 0;  // continuation bytes before the offset
  std::size_t width_ = 1;
  char32_t current_ = end_of_text;
};

}  // namespace edustat::detail
