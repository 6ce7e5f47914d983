// SPDX-License-Identifier: Apache-2.0
#include "place/period_reading.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace edustat::detail {
namespace {

constexpr std::size_t longest_text = 256;

/// A character with its place in the text as given.
struct Character {
  char32_t value;
  std::size_t offset;
};

bool is_digit(char32_t character) noexcept {
  return character >= U'0' && character <= U'9';
}

bool is_space(char32_t character) noexcept {
  return character == U' ' || character == U'\t' || character == U'\u00A0' ||
         character == U'\u3000';
}

/// Full-width signs become ASCII, and every dash that a keyboard offers becomes `-`.
char32_t fold(char32_t character) noexcept {
  constexpr std::u32string_view dashes = U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212~\u301C";
  if (character >= U'！' && character <= U'～') character -= U'！' - U'!';
  return dashes.find(character) == std::u32string_view::npos ? character : U'-';
}

/// The folded characters without spaces; spaces between digits stay, and are refused later.
std::vector<Character> fold(std::string_view text) {
  std::vector<Character> characters;
  std::optional<std::size_t> space{};
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t raw = text::decode(text, offset);
    if (is_space(raw)) {
      space = begin;
      continue;
    }
    const char32_t value = fold(raw);
    if (space && !characters.empty() && is_digit(characters.back().value) && is_digit(value)) {
      characters.push_back({U' ', *space});
    }
    space.reset();
    characters.push_back({value, begin});
  }
  return characters;
}

/// One end of a period: a year, or a month of a year.
struct Point {
  int year = 0;
  std::optional<int> month{};
  bool is_in_words = false;  ///< written with 年

  [[nodiscard]] int first_month() const noexcept {
    return year * months_of_year + month.value_or(1) - 1;
  }
  [[nodiscard]] int last_month() const noexcept {
    return year * months_of_year + month.value_or(months_of_year) - 1;
  }
};

class PeriodParser {
 public:
  explicit PeriodParser(std::string_view text) : text_(text), characters_(fold(text)) {}

  PeriodReading read() {
    if (characters_.empty()) fail(ErrorCode::empty_text);
    if (take(U"@")) return instant_in_digits();
    is_until_ = take(U"截至") || take(U"截止");
    if (is_until_) (void)take(U"到");
    const Point first = point();
    if (!first.is_in_words && (is_until_ || peek() == U'底' || peek() == U'末')) fail();
    if (first.is_in_words && (take(U"底") || take(U"末"))) return instant(first);
    if (is_until_ && !first.month) fail();
    if (is_until_) return instant(first);
    const bool is_range = take_dash();
    const Point last = is_range ? end_after(first) : first;
    if (!is_at_end()) fail();
    if (last.last_month() < first.first_month()) fail(ErrorCode::period_ends_early, 0);
    return {first.first_month(), last.last_month(), false};
  }

 private:
  PeriodReading instant(const Point& point) {
    if (!is_at_end()) fail();
    return {point.last_month(), point.last_month(), true};
  }

  PeriodReading instant_in_digits() {
    const Point when = point();
    if (!when.month || when.is_in_words) fail();
    return instant(when);
  }

  /// `2016`, `2016-11`, `2016年`, `2016年11月`; `2016年1` where a dash follows.
  Point point() {
    const std::size_t digits = count_digits();
    if (digits != 4) fail(is_year_left_out(digits) ? ErrorCode::period_without_year : malformed);
    Point result{.year = number(4)};
    if (take(U"年")) {
      result.is_in_words = true;
      (void)take(U"度");
      if (count_digits() != 0) result.month = month_in_words();
    } else if (peek() == U'-' && count_digits(1) == 2) {
      ++next_;
      result.month = month(2);
    }
    return result;
  }

  int month_in_words() {
    const int result = month(count_digits());
    if (!take(U"月") && !is_dash(peek())) fail();
    return result;
  }

  /// The end of a range; `11月` takes the year of its beginning.
  Point end_after(const Point& first) {
    if (first.is_in_words && first.month && count_digits() <= 2) {
      Point result{.year = first.year, .month = month(count_digits()), .is_in_words = true};
      if (!take(U"月")) fail();
      return result;
    }
    if (count_digits() != 4) fail();
    const std::size_t begin = next_;
    const Point last = point();
    if (last.month.has_value() != first.month.has_value()) fail(malformed, begin);
    if (first.is_in_words && !last.is_in_words) fail();
    if (first.month && first.is_in_words != last.is_in_words) fail(malformed, begin);
    return last;
  }

  int month(std::size_t digits) {
    const std::size_t begin = next_;
    if (digits == 0 || digits > 2) fail();
    const int result = number(digits);
    if (result < 1 || result > months_of_year) fail(malformed, begin);
    return result;
  }

  /// `11月底`, `今年`, `20xx年`, and `截至` without any year behind it.
  [[nodiscard]] bool is_year_left_out(std::size_t digits) const noexcept {
    if (digits > 4) return false;
    return is_until_ || std::any_of(characters_.begin(), characters_.end(), [](Character c) {
             return c.value == U'年' || c.value == U'月';
           });
  }

  [[nodiscard]] static bool is_dash(char32_t character) noexcept {
    return character == U'-' || character == U'至' || character == U'到' || character == U'.';
  }

  /// `-`, `--` (the Chinese dash is typed as two), `..`, `至`, `到`
  bool take_dash() {
    if (take(U"..") || take(U"至") || take(U"到")) return true;
    if (!take(U"-")) return false;
    (void)take(U"-");
    return true;
  }

  bool take(std::u32string_view word) {
    if (characters_.size() - next_ < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (characters_[next_ + i].value != word[i]) return false;
    }
    next_ += word.size();
    return true;
  }

  [[nodiscard]] bool is_at_end() const noexcept { return next_ == characters_.size(); }

  [[nodiscard]] char32_t peek(std::size_t ahead = 0) const noexcept {
    return next_ + ahead < characters_.size() ? characters_[next_ + ahead].value : U'\0';
  }

  [[nodiscard]] std::size_t count_digits(std::size_t ahead = 0) const noexcept {
    std::size_t count = 0;
    while (is_digit(peek(ahead + count))) ++count;
    return count;
  }

  int number(std::size_t digits) {
    int result = 0;
    for (const std::size_t end = next_ + digits; next_ < end; ++next_) {
      result = result * 10 + static_cast<int>(characters_[next_].value - U'0');
    }
    return result;
  }

  static constexpr ErrorCode malformed = ErrorCode::malformed_period;

  [[noreturn]] void fail(ErrorCode code, std::size_t index) const {
    const std::size_t offset =
        index < characters_.size() ? characters_[index].offset : text_.size();
    throw ParseError(Fault{code, {text::excerpt(text_)}, text::place_in(text_, offset, {})});
  }
  [[noreturn]] void fail(ErrorCode code = malformed) const { fail(code, next_); }

  std::string_view text_;
  std::vector<Character> characters_;
  std::size_t next_ = 0;
  bool is_until_ = false;
};

}  // namespace

PeriodReading read_period(std::string_view text) {
  if (text.size() > longest_text) {
    throw LimitError(Fault{ErrorCode::text_too_long,
                           {std::to_string(text.size()), std::to_string(longest_text)}});
  }
  text::require_plain(text, {});
  return PeriodParser(text).read();
}

}  // namespace edustat::detail
