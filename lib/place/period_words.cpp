// SPDX-License-Identifier: Apache-2.0
#include "place/period_words.hpp"

#include "place/period_reading.hpp"

#include <array>
#include <string_view>

namespace edustat::detail {
namespace {

constexpr int months_of_quarter = 3;
constexpr int months_of_half = 6;
/// The autumn term begins in September, counted from January.
constexpr int autumn = 8;
constexpr int years_of_plan = 5;
/// The third five-year plan began in 1966 and each began when the one before had ended; the first
/// (1953) and second (1958) were followed by three years of readjustment.
/// @source State Council of China, outlines of the five-year plans; the 13th is 2016 to 2020
constexpr int third_plan = 1966;
constexpr int last_plan = 15;

Months months_from(int first, int count) noexcept {
  return {first, first + count - 1};
}

/// `一`, `1` up to `四`, `4`; 0 for anything else.
int take_ordinal(PeriodCursor& cursor) {
  constexpr std::array<std::u32string_view, 4> chinese{U"一", U"二", U"三", U"四"};
  constexpr std::array<std::u32string_view, 4> arabic{U"1", U"2", U"3", U"4"};
  for (std::size_t i = 0; i < chinese.size(); ++i) {
    if (cursor.take(chinese[i]) || cursor.take(arabic[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

/// 1 or 2 for a term behind its school year, 0 for none.
int take_term(PeriodCursor& cursor) {
  const std::size_t begin = cursor.here();
  if (cursor.take(U"T")) {
    const int number = take_ordinal(cursor);
    if (number == 1 || number == 2) return number;
  } else if (cursor.take(U"第")) {
    const int number = take_ordinal(cursor);
    if ((number == 1 || number == 2) && cursor.take(U"学期")) return number;
  } else if (cursor.take(U"上学期")) {
    return 1;
  } else if (cursor.take(U"下学期")) {
    return 2;
  }
  cursor.back(begin);
  return 0;
}

std::optional<Months> no_months(PeriodCursor& cursor, std::size_t begin) {
  cursor.back(begin);
  return std::nullopt;
}

std::optional<Months> read_quarters(PeriodCursor& cursor, int january) {
  const std::size_t begin = cursor.here();
  if (cursor.take(U"前")) {
    const int count = cursor.take(U"两") ? 2 : take_ordinal(cursor);
    if (count < 2 || count > 3 || !cursor.take(U"季度")) return no_months(cursor, begin);
    return months_from(january, count * months_of_quarter);
  }
  const bool is_latin = cursor.take(U"Q") || cursor.take(U"q");
  if (!is_latin) (void)cursor.take(U"第");
  const int number = take_ordinal(cursor);
  if (number == 0 || (!is_latin && !cursor.take(U"季度"))) return no_months(cursor, begin);
  return months_from(january + (number - 1) * months_of_quarter, months_of_quarter);
}

std::optional<Months> read_half(PeriodCursor& cursor, int january) {
  const std::size_t begin = cursor.here();
  if (cursor.take(U"上半年")) return months_from(january, months_of_half);
  if (cursor.take(U"下半年")) return months_from(january + months_of_half, months_of_half);
  if (!cursor.take(U"H") && !cursor.take(U"h")) return no_months(cursor, begin);
  const int number = take_ordinal(cursor);
  if (number != 1 && number != 2) return no_months(cursor, begin);
  return months_from(january + (number - 1) * months_of_half, months_of_half);
}

/// The number of a plan in front of 五: 六 to 十五.
int take_plan_number(PeriodCursor& cursor) {
  constexpr std::u32string_view digits = U"一二三四五六七八九";
  const bool is_above_ten = cursor.take(U"十");
  // In 十五 the 五 is that of the plan, unless another one follows.
  if (is_above_ten && cursor.peek() == U'五' && cursor.peek(1) != U'五') return 10;
  const std::size_t digit = digits.find(cursor.peek());
  if (digit == std::u32string_view::npos) return 0;
  (void)cursor.take(digits.substr(digit, 1));
  return (is_above_ten ? 10 : 0) + static_cast<int>(digit) + 1;
}

int begin_of_plan(int number) noexcept {
  constexpr std::array early{1953, 1958};
  if (number <= 2) return early[static_cast<std::size_t>(number - 1)];
  return third_plan + (number - 3) * years_of_plan;
}

}  // namespace

std::optional<Months> read_school_year(PeriodCursor& cursor) {
  const std::size_t begin = cursor.here();
  if (cursor.count_digits() != 4) return std::nullopt;
  const int year = cursor.number(4);
  const bool is_slashed = cursor.take(U"/");
  if (!is_slashed && !cursor.take_dash()) return no_months(cursor, begin);
  const std::size_t second = cursor.here();
  const std::size_t digits = cursor.count_digits();
  if (digits != 2 && digits != 4) {
    if (is_slashed) cursor.fail();
    return no_months(cursor, begin);
  }
  const int next = cursor.number(digits);
  const bool has_word = cursor.take(U"学年");
  if (!has_word && !is_slashed) return no_months(cursor, begin);
  if (has_word) (void)cursor.take(U"度");
  const bool is_next = next == (digits == 2 ? (year + 1) % 100 : year + 1);
  if (!is_next || year == 9999) cursor.fail(ErrorCode::malformed_period, second);
  const int first = year * months_of_year + autumn;
  const int term = take_term(cursor);
  if (term == 0) return months_from(first, months_of_year);
  return months_from(first + (term - 1) * months_of_half, months_of_half);
}

std::optional<Months> read_part_of_year(PeriodCursor& cursor, int year) {
  const int january = year * months_of_year;
  if (const auto quarters = read_quarters(cursor, january)) return quarters;
  if (const auto half = read_half(cursor, january)) return half;
  // The spring term of a calendar year belongs to the school year that began before it.
  if (cursor.take(U"春季学期")) {
    return months_from(january + autumn - months_of_half, months_of_half);
  }
  if (cursor.peek() == U'秋' && year == 9999) cursor.fail();
  if (cursor.take(U"秋季学期")) return months_from(january + autumn, months_of_half);
  return std::nullopt;
}

std::optional<Months> read_plan(PeriodCursor& cursor) {
  const std::size_t begin = cursor.here();
  const bool is_quoted = cursor.take(U"“") || cursor.take(U"\"");
  const int number = take_plan_number(cursor);
  if (number < 1 || number > last_plan || !cursor.take(U"五")) return no_months(cursor, begin);
  if (is_quoted && !cursor.take(U"”") && !cursor.take(U"\"")) return no_months(cursor, begin);
  (void)(cursor.take(U"时期") || cursor.take(U"期间"));
  return months_from(begin_of_plan(number) * months_of_year, years_of_plan * months_of_year);
}

}  // namespace edustat::detail
