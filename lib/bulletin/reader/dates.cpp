// SPDX-License-Identifier: Apache-2.0
#include "bulletin/reader/dates.hpp"

#include <algorithm>
#include <string_view>

namespace edustat::reader {
namespace {

constexpr std::size_t shortest_phone = 7;
constexpr std::size_t shortest_code = 6;  // of the post, where a word says so

std::size_t digits_end(const Characters& text, std::size_t position) noexcept {
  while (is_digit(text.at(position)) || is_mask(text.at(position))) ++position;
  return position;
}

bool joins_years(char32_t character) noexcept {
  return is_one_of(character, U"-~至到/");
}

bool is_year(const Characters& text, std::size_t begin, std::size_t end) noexcept {
  return end - begin == 4 && (text.has(begin, U"19") || text.has(begin, U"20"));
}

/// Years without the word 年 are years in a range or alone in brackets: (20xx-2020), [2016]71号.
bool stands_as_year(const Characters& text, std::size_t begin, std::size_t end) noexcept {
  const char32_t before = begin > 0 ? text.at(begin - 1) : U'\n';
  const char32_t after = text.at(end);
  if (joins_years(after)) {
    const std::size_t second = digits_end(text, end + 1);
    return is_year(text, end + 1, second) || (second == end + 3 && after != U'至');
  }
  if (joins_years(before) && begin >= 5) return is_year(text, begin - 5, begin - 1);
  return is_one_of(before, U"([") && is_one_of(after, U")]");
}

bool is_telephone(const Characters& text, std::size_t begin, std::size_t end) noexcept {
  const std::size_t from = begin > 8 ? begin - 8 : 0;
  const std::u32string_view before = text.folded(from, begin);
  for (const std::u32string_view word : {U"电话", U"热线", U"手机", U"传真", U"邮编", U"联系"}) {
    const bool is_long = end - begin >= shortest_code || text.at(end) == U'-';
    if (is_long && before.find(word) != std::u32string_view::npos) return true;
  }
  const bool is_plain = std::all_of(text.folded().begin() + static_cast<std::ptrdiff_t>(begin),
                                    text.folded().begin() + static_cast<std::ptrdiff_t>(end),
                                    [](char32_t character) { return is_digit(character); });
  const bool has_area_code = text.at(begin) == U'0' && text.at(end) == U'-';
  const bool is_mobile = end - begin == 11 && text.at(begin) == U'1';
  const bool ends_here =
      !is_han(text.at(end)) && !is_ascii_letter(text.at(end)) && text.at(end) != U'%';
  return is_plain && (has_area_code || ((is_mobile || end - begin >= shortest_phone) && ends_here));
}

/// `1.`, `2、`, `(3)`, `1.2` at the beginning of a line.
std::optional<std::size_t> section_end(const Characters& text, std::size_t begin,
                                       std::size_t end) noexcept {
  std::size_t first = begin;
  while (first > 0 && is_one_of(text.at(first - 1), U" \t(")) --first;
  if (first > 0 && !ends_sentence(text.at(first - 1))) return std::nullopt;
  while (text.at(end) == U'.' && is_digit(text.at(end + 1))) end = digits_end(text, end + 1);
  if (is_one_of(text.at(end), U".、)") && !is_digit(text.at(end + 1))) return end;
  return std::nullopt;
}

}  // namespace

std::optional<Labelled> date_at(const Characters& text, std::size_t position) {
  const std::size_t end = digits_end(text, position);
  const std::size_t length = end - position;
  const char32_t after = text.at(end);
  const Labelled with_word{end + 1, Reading::Kind::date};
  if (is_year(text, position, end)) {
    if (is_one_of(after, U"年届级")) return with_word;
    if (stands_as_year(text, position, end)) return Labelled{end, Reading::Kind::date};
  }
  const char32_t before = position > 0 ? text.at(position - 1) : U'\n';
  if (length == 2 && joins_years(before) && position >= 5 &&
      is_year(text, position - 5, position - 1)) {
    return Labelled{end, Reading::Kind::date};  // 2016-17学年
  }
  if (length == 0 || length > 2) return std::nullopt;
  if (after == U'月' || after == U'日') return with_word;
  if (after == U'号' && before == U'月') return with_word;
  const bool opens_months = joins_years(after) && text.at(digits_end(text, end + 1)) == U'月';
  if (opens_months) return Labelled{end, Reading::Kind::date};  // 1-11月
  return std::nullopt;
}

std::optional<Labelled> labelled(const Characters& text, std::size_t begin, std::size_t end) {
  if (text.has_before(begin, U"第")) return Labelled{end, Reading::Kind::ordinal};
  if (text.at(end) == U'号') return Labelled{end + 1, Reading::Kind::document_number};
  if (const auto section = section_end(text, begin, end)) {
    return Labelled{*section, Reading::Kind::section_number};
  }
  if (is_telephone(text, begin, end)) {
    std::size_t last = end;
    while (is_digit(text.at(last)) || (text.at(last) == U'-' && is_digit(text.at(last + 1))))
      ++last;
    return Labelled{last, Reading::Kind::phone_number};
  }
  return std::nullopt;
}

bool is_duration(const Characters& text, std::size_t end) {
  if (text.at(end) == U'个') ++end;
  if (text.at(end) == U'年') return !is_one_of(text.at(end + 1), U"级");
  for (const std::u32string_view word : {U"月", U"天", U"周", U"日", U"小时", U"分钟", U"岁"}) {
    if (text.has(end, word)) return true;
  }
  return false;
}

}  // namespace edustat::reader
