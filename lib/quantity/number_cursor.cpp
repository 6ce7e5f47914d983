// SPDX-License-Identifier: Apache-2.0
#include "quantity/number_cursor.hpp"

#include "error/utf8.hpp"
#include "number/scan.hpp"

#include <string>

namespace edustat::detail {
namespace {

/// Bytes of the character that this byte begins.
std::size_t length_from(char byte) noexcept {
  const auto first = static_cast<unsigned char>(byte);
  if (first < 0xC0U) return 1;
  return first < 0xE0U ? 2 : first < 0xF0U ? 3 : 4;
}

}  // namespace

NumberCursor::NumberCursor(std::string_view text, Masks masks, ErrorCode malformed) noexcept
    : text_(text), masks_(masks), malformed_(malformed) {
  go_to(0);
}

Role NumberCursor::next_role() const noexcept {
  return look(offset_ + here_.length).role;
}

void NumberCursor::go_to(std::size_t offset) noexcept {
  offset_ = offset;
  here_ = look(offset);
}

bool NumberCursor::skip(Role role) noexcept {
  const bool is_here = here_.role == role;
  if (is_here) advance();
  return is_here;
}

bool NumberCursor::skip(std::string_view word) noexcept {
  const bool is_here = rest().starts_with(word);
  if (is_here) go_to(offset_ + word.size());
  return is_here;
}

void NumberCursor::skip_spaces() noexcept {
  while (skip(Role::space)) {
  }
}

void NumberCursor::begin() {
  skip_spaces();
  if (is_at_end()) refuse(ErrorCode::empty_text);
}

void NumberCursor::count_digit() {
  if (++digits_ <= digits_limit) return;
  throw LimitError(
      Fault{ErrorCode::too_many_digits, {std::to_string(digits_limit)}, place(offset_)});
}

void NumberCursor::refuse_at(std::size_t offset, ErrorCode code) const {
  require_plain_at(offset);
  throw ParseError(Fault{code, {text::excerpt(text_)}, place(offset)});
}

void NumberCursor::require_plain_at(std::size_t offset) const {
  if (offset >= text_.size()) return;
  text::require_plain(text_.substr(0, offset + length_from(text_[offset])), {});
}

Place NumberCursor::place(std::size_t offset) const noexcept {
  return {.column = text::column_of(text_, offset)};
}

NumberCharacter NumberCursor::look(std::size_t offset) const noexcept {
  NumberCharacter result = number_character(text_, offset);
  const bool is_hidden = result.role == Role::mask || result.role == Role::unknown;
  if (is_hidden && masks_ == Masks::refused) result.role = Role::none;
  return result;
}

}  // namespace edustat::detail
