// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include "quantity/number_character.hpp"

#include <cstddef>
#include <string_view>

namespace edustat::detail {

/// Whether digits may be masked.
enum class Masks : std::uint8_t { refused, allowed };

/// Walks along the text of a number and refuses what does not fit. Never looks at the text behind
/// the first character that does not fit, so hostile text costs nothing.
class NumberCursor {
 public:
  /// `malformed` is the code of a character that does not fit.
  NumberCursor(std::string_view text, Masks masks,
               ErrorCode malformed = ErrorCode::malformed_number) noexcept;

  [[nodiscard]] const NumberCharacter& here() const noexcept { return here_; }
  [[nodiscard]] Role role() const noexcept { return here_.role; }
  /// The role of the character behind this one.
  [[nodiscard]] Role next_role() const noexcept;
  [[nodiscard]] bool is_at_end() const noexcept { return offset_ == text_.size(); }
  [[nodiscard]] std::size_t offset() const noexcept { return offset_; }
  [[nodiscard]] std::string_view rest() const noexcept { return text_.substr(offset_); }
  /// The text from `begin` to here.
  [[nodiscard]] std::string_view since(std::size_t begin) const noexcept {
    return text_.substr(begin, offset_ - begin);
  }

  /// To the next character.
  void advance() noexcept { go_to(offset_ + here_.length); }
  /// To the character at `offset`.
  void go_to(std::size_t offset) noexcept;
  /// Steps over a character of this role.
  bool skip(Role role) noexcept;
  /// Steps over a word.
  bool skip(std::string_view word) noexcept;
  void skip_spaces() noexcept;
  /// Steps over the spaces in front of a number. @throws ParseError (empty_text) when all is space
  void begin();
  /// Counts one digit that was read. @throws LimitError beyond the limit of a number
  void count_digit();

  /// The character here does not fit.
  [[noreturn]] void refuse() const { refuse_at(offset_, malformed_); }
  /// The character here does not fit, for a stated reason.
  [[noreturn]] void refuse(ErrorCode code) const { refuse_at(offset_, code); }
  /// The character at `offset` does not fit.
  [[noreturn]] void refuse_at(std::size_t offset) const { refuse_at(offset, malformed_); }
  /// The character at `offset` does not fit, for a stated reason.
  [[noreturn]] void refuse_at(std::size_t offset, ErrorCode code) const;
  /// Refuses a character at `offset` that is not UTF-8 or is forbidden.
  void require_plain_at(std::size_t offset) const;
  [[nodiscard]] Place place(std::size_t offset) const noexcept;

 private:
  [[nodiscard]] NumberCharacter look(std::size_t offset) const noexcept;

  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t digits_ = 0;
  NumberCharacter here_{};
  Masks masks_;
  ErrorCode malformed_;
};

}  // namespace edustat::detail
