// SPDX-License-Identifier: Apache-2.0
#include "place/period_reading.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"
#include "place/period_cursor.hpp"
#include "place/period_words.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace edustat::detail {
namespace {

constexpr std::size_t longest_text = 256;

/// One end of a period: a year, a part of a year, or a month of a year.
struct Point {
  int year = 0;
  std::optional<int> month{};
  std::optional<Months> part{};
  bool is_in_words = false;  ///< written with 年

  [[nodiscard]] int first_month() const noexcept {
    return part ? part->first : year * months_of_year + month.value_or(1) - 1;
  }
  [[nodiscard]] int last_month() const noexcept {
    return part ? part->last : year * months_of_year + month.value_or(months_of_year) - 1;
  }
};

class PeriodParser {
 public:
  explicit PeriodParser(std::string_view text) : cursor_(text) {}

  PeriodReading read() {
    if (cursor_.is_empty()) cursor_.fail(ErrorCode::empty_text);
    if (cursor_.take(U"@")) return instant_in_digits();
    is_until_ = cursor_.take(U"截至") || cursor_.take(U"截止");
    if (is_until_) (void)cursor_.take(U"到");
    if (!is_until_) {
      if (const auto months = read_plan(cursor_)) return whole(*months);
      if (const auto months = read_school_year(cursor_)) return whole(*months);
    }
    const Point first = point();
    const bool has_end_word = cursor_.peek() == U'底' || cursor_.peek() == U'末';
    if (!first.is_in_words && (is_until_ || has_end_word)) cursor_.fail();
    if (first.is_in_words && (cursor_.take(U"底") || cursor_.take(U"末"))) return instant(first);
    if (is_until_ && !first.month && !first.part) cursor_.fail();
    if (is_until_) return instant(first);
    if (first.part) return whole(*first.part);
    const bool is_range = cursor_.take_dash();
    const Point last = is_range ? end_after(first) : first;
    if (!cursor_.is_at_end()) cursor_.fail();
    if (last.last_month() < first.first_month()) cursor_.fail(ErrorCode::period_ends_early, 0);
    return {first.first_month(), last.last_month(), false};
  }

 private:
  PeriodReading whole(const Months& months) {
    if (!cursor_.is_at_end()) cursor_.fail();
    return {months.first, months.last, false};
  }

  PeriodReading instant(const Point& point) {
    if (!cursor_.is_at_end()) cursor_.fail();
    return {point.last_month(), point.last_month(), true};
  }

  PeriodReading instant_in_digits() {
    const Point when = point();
    if (!when.month || when.is_in_words) cursor_.fail();
    return instant(when);
  }

  /// `2016`, `2016-11`, `2016Q3`, `2016年`, `2016年11月`, `2016年三季度`; `2016年1` where a dash
  /// follows.
  Point point() {
    const std::size_t digits = cursor_.count_digits();
    if (digits != 4) {
      cursor_.fail(is_year_left_out(digits) ? ErrorCode::period_without_year : malformed);
    }
    Point result{.year = cursor_.number(4)};
    if (cursor_.take(U"年")) {
      result.is_in_words = true;
      (void)cursor_.take(U"度");
    }
    result.part = read_part_of_year(cursor_, result.year);
    if (result.part) return result;
    if (result.is_in_words && cursor_.count_digits() != 0) {
      result.month = month_in_words();
    } else if (!result.is_in_words && cursor_.peek() == U'-' && cursor_.count_digits(1) == 2) {
      (void)cursor_.take(U"-");
      result.month = month(2);
    }
    return result;
  }

  int month_in_words() {
    const int result = month(cursor_.count_digits());
    if (!cursor_.take(U"月") && !is_dash(cursor_.peek())) cursor_.fail();
    return result;
  }

  /// The end of a range; `11月` takes the year of its beginning.
  Point end_after(const Point& first) {
    if (first.is_in_words && first.month && cursor_.count_digits() <= 2) {
      Point result{.year = first.year, .is_in_words = true};
      result.month = month(cursor_.count_digits());
      if (!cursor_.take(U"月")) cursor_.fail();
      return result;
    }
    if (cursor_.count_digits() != 4) cursor_.fail();
    const std::size_t begin = cursor_.here();
    const Point last = point();
    if (last.part || last.month.has_value() != first.month.has_value()) {
      cursor_.fail(malformed, begin);
    }
    if (first.is_in_words && !last.is_in_words) cursor_.fail();
    if (first.month && first.is_in_words != last.is_in_words) cursor_.fail(malformed, begin);
    return last;
  }

  int month(std::size_t digits) {
    const std::size_t begin = cursor_.here();
    if (digits == 0 || digits > 2) cursor_.fail();
    const int result = cursor_.number(digits);
    if (result < 1 || result > months_of_year) cursor_.fail(malformed, begin);
    return result;
  }

  /// `11月底`, `今年`, `20xx年`, and `截至` without any year behind it.
  [[nodiscard]] bool is_year_left_out(std::size_t digits) const noexcept {
    if (digits > 4) return false;
    return is_until_ || cursor_.has(U'年') || cursor_.has(U'月');
  }

  [[nodiscard]] static bool is_dash(char32_t character) noexcept {
    return character == U'-' || character == U'至' || character == U'到' || character == U'.';
  }

  static constexpr ErrorCode malformed = ErrorCode::malformed_period;

  PeriodCursor cursor_;
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
