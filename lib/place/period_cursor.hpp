// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// The characters of the text of a period, folded and without spaces, and a place among them.
class PeriodCursor {
 public:
  /// Full-width signs become ASCII, every dash that a keyboard offers becomes `-`, spaces between
  /// digits stay and are refused later.
  explicit PeriodCursor(std::string_view text);

  /// Where the next character stands; back() returns to it.
  [[nodiscard]] std::size_t here() const noexcept { return next_; }
  /// Returns to an earlier place.
  void back(std::size_t place) noexcept { next_ = place; }
  /// True when nothing is left.
  [[nodiscard]] bool is_at_end() const noexcept { return next_ == characters_.size(); }
  /// True for a text of spaces only.
  [[nodiscard]] bool is_empty() const noexcept { return characters_.empty(); }
  /// True when this character stands anywhere.
  [[nodiscard]] bool has(char32_t character) const noexcept;
  /// The next character or one behind it; U+0000 behind the end.
  [[nodiscard]] char32_t peek(std::size_t ahead = 0) const noexcept;
  /// How many digits follow each other from here.
  [[nodiscard]] std::size_t count_digits(std::size_t ahead = 0) const noexcept;
  /// Passes a word, if it stands here.
  bool take(std::u32string_view word);
  /// `-`, `--` (the Chinese dash is typed as two), `..`, `至`, `到`
  bool take_dash();
  /// Passes so many digits.
  [[nodiscard]] int number(std::size_t digits);

  /// Throws with the column of the character `at`.
  [[noreturn]] void fail(ErrorCode code, std::size_t at) const;
  /// Throws with the column of the next character.
  [[noreturn]] void fail(ErrorCode code = ErrorCode::malformed_period) const { fail(code, next_); }

 private:
  /// A character with its place in the text as given.
  struct Character {
    char32_t value;
    std::size_t offset;
  };

  std::string_view text_;
  std::vector<Character> characters_;
  std::size_t next_ = 0;
};

}  // namespace edustat::detail
