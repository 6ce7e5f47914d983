// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>

/// Characters of UTF-8 text: reading, counting and refusing them. Shared by every parser.
namespace edustat::text {

/// True for 0 to 9.
[[nodiscard]] constexpr bool is_digit(char character) noexcept {
  return character >= '0' && character <= '9';
}

/// The character at `offset`, which then moves behind it.
///
/// The text must be valid UTF-8 (require_plain) and `offset` must stand at a character inside it.
[[nodiscard]] char32_t decode(std::string_view text, std::size_t& offset) noexcept;

/// Writes a character at the end of `text`.
void append(std::string& text, char32_t character);

/// Offset of the first byte that is not valid UTF-8, `text.size()` when all are.
[[nodiscard]] std::size_t find_invalid(std::string_view text) noexcept;

/// True for characters that a reader cannot see or that change the order in which text is shown:
/// controls but tab and line ends, zero-width and bidirectional ones, and the byte-order mark.
[[nodiscard]] bool is_forbidden(char32_t character) noexcept;

/// 1-based number of the character at `byte_offset`, at its first byte or inside it; lines are not
/// regarded.
/// Bytes that are not valid UTF-8 never fail: each that is no continuation byte counts as one.
[[nodiscard]] std::size_t column_of(std::string_view text, std::size_t byte_offset) noexcept;

/// Line and character in the line, both from 1. A line ends with `\n`.
[[nodiscard]] Place line_and_column(std::string_view text, std::size_t byte_offset,
                                    std::string_view source);

/// Like line_and_column, but without the line when the text has one line only and no name.
[[nodiscard]] Place place_in(std::string_view text, std::size_t byte_offset,
                             std::string_view source);

/// Refuses text that is not valid UTF-8 or holds a forbidden character; a byte-order mark at the
/// very beginning is let through, for the caller to skip.
/// @throws ParseError (invalid_utf8, forbidden_character) with the place
void require_plain(std::string_view text, std::string_view source);

/// The text as it may stand in a message: at most 40 characters, then `…`.
[[nodiscard]] std::string excerpt(std::string_view text);

/// The text with each invalid byte and each forbidden character replaced by U+FFFD, and each line
/// end or tab by a space, so that a message stays on one line whatever it quotes.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace edustat::text
