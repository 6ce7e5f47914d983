// SPDX-License-Identifier: Apache-2.0
#include "place/period_cursor.hpp"

#include "error/utf8.hpp"

#include <algorithm>

namespace edustat::detail {
namespace {

bool is_digit(char32_t character) noexcept {
  return character >= U'0' && character <= U'9';
}

bool is_space(char32_t character) noexcept {
  return character == U' ' || character == U'\t' || character == U'\u00A0' ||
         character == U'\u3000';
}

char32_t fold(char32_t character) noexcept {
  constexpr std::u32string_view dashes = U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212~\u301C";
  if (character >= U'！' && character <= U'～') character -= U'！' - U'!';
  return dashes.find(character) == std::u32string_view::npos ? character : U'-';
}

}  // namespace

PeriodCursor::PeriodCursor(std::string_view text) : text_(text) {
  std::size_t space = text.size();  // none since the last character
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t raw = text::decode(text, offset);
    if (is_space(raw)) {
      space = begin;
      continue;
    }
    const char32_t value = fold(raw);
    const bool is_after_digit = !characters_.empty() && is_digit(characters_.back().value);
    if (space != text.size() && is_after_digit && is_digit(value)) {
      characters_.push_back({U' ', space});
    }
    space = text.size();
    characters_.push_back({value, begin});
  }
}

bool PeriodCursor::has(char32_t character) const noexcept {
  return std::any_of(characters_.begin(), characters_.end(),
                     [=](const Character& it) { return it.value == character; });
}

char32_t PeriodCursor::peek(std::size_t ahead) const noexcept {
  return next_ + ahead < characters_.size() ? characters_[next_ + ahead].value : U'\0';
}

std::size_t PeriodCursor::count_digits(std::size_t ahead) const noexcept {
  std::size_t count = 0;
  while (is_digit(peek(ahead + count))) ++count;
  return count;
}

bool PeriodCursor::take(std::u32string_view word) {
  if (characters_.size() - next_ < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (characters_[next_ + i].value != word[i]) return false;
  }
  next_ += word.size();
  return true;
}

bool PeriodCursor::take_dash() {
  if (take(U"..") || take(U"至") || take(U"到")) return true;
  if (!take(U"-")) return false;
  (void)take(U"-");
  return true;
}

int PeriodCursor::number(std::size_t digits) {
  int result = 0;
  for (const std::size_t end = next_ + digits; next_ < end; ++next_) {
    result = result * 10 + static_cast<int>(characters_[next_].value - U'0');
  }
  return result;
}

void PeriodCursor::fail(ErrorCode code, std::size_t at) const {
  const std::size_t offset = at < characters_.size() ? characters_[at].offset : text_.size();
  throw ParseError(Fault{code, {text::excerpt(text_)}, text::place_in(text_, offset, {})});
}

}  // namespace edustat::detail
