// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// A span of whole months, or an instant (统计时点) at the end of a month.
///
/// What kind of period it is follows from its months alone, however it was written: July to
/// September is the third quarter. `截至11月底` is an instant and says nothing on the origin of a
/// cumulative figure: the catalogue does. Years are 0000 to 9999.
class Period {
 public:
  /// What a span is called, by its length and its first month.
  ///
  /// The two terms are September to February and March to August, so that they make up the school
  /// year without rest.
  enum class Kind : std::uint8_t {
    month,        ///< 月
    two_months,   ///< 双月: January and February, March and April, ...
    quarter,      ///< 季度
    half_year,    ///< 半年: from January or July
    year,         ///< 年
    term,         ///< 学期: from September (autumn, the first) or March (spring, the second)
    school_year,  ///< 学年: September to August
    plan_period,  ///< 规划期: several calendar years
    span,         ///< 时段: any other months
    instant       ///< 时点: the end of a month
  };

  /// Reads `2016`, `2016年`, `2016-11`, `2016年11月`, `2014-2018`, `2014—2018年`,
  /// `2016-01..2016-11`, `2016年1—11月`; quarters and halves `2016Q3`, `2016年第三季度`,
  /// `2016年前三季度`, `2016H1`, `2016年上半年`; school years and terms `2016/17`,
  /// `2016—2017学年度`, `2016/17T1`, `2016/17学年第一学期`, `2016年秋季学期`; five-year plans
  /// `“十三五”`; and instants `@2016-11`, `截至2016年11月底`, `2016年11月底`, `2016年底`,
  /// `2016年三季度末`. Full width is folded; `-`, `–`, `—`, `~` and `至` are one sign. Both ends of
  /// a span are years, or both are months. `2016学年` is refused: it does not say which year.
  /// @throws ParseError with the column: malformed_period, period_ends_early, and
  /// period_without_year for `截至11月底`; LimitError beyond 256 bytes
  [[nodiscard]] static Period parse(std::string_view text);
  /// A month of a year, from 1. @throws LimitError (period_out_of_range)
  [[nodiscard]] static Period month(int year, int month);
  /// A calendar year. @throws LimitError (period_out_of_range)
  [[nodiscard]] static Period year(int year);
  /// The months from one to another, counted from January of year 0.
  /// @throws StructureError (period_ends_early), LimitError (period_out_of_range)
  [[nodiscard]] static Period of_months(int first_month, int last_month);
  /// The end of a month of a year. @throws LimitError (period_out_of_range)
  [[nodiscard]] static Period instant(int year, int month);
  /// All periods in a row from one to another of the same kind and length, both included.
  /// @throws StructureError (periods_not_in_row, period_ends_early)
  [[nodiscard]] static std::vector<Period> range(const Period& from, const Period& to);

  /// What it is called.
  [[nodiscard]] Kind kind() const noexcept;
  /// First month, counted from January of year 0.
  [[nodiscard]] int first_month() const noexcept { return first_; }
  /// Last month, counted from January of year 0.
  [[nodiscard]] int last_month() const noexcept { return last_; }
  /// How many months it has; an instant has none.
  [[nodiscard]] int months() const noexcept { return is_instant_ ? 0 : last_ - first_ + 1; }
  /// True for an instant at the end of last_month().
  [[nodiscard]] bool is_instant() const noexcept { return is_instant_; }
  /// True when every month of `other` is one of this span; an instant contains itself alone.
  [[nodiscard]] bool contains(const Period& other) const noexcept;

  /// The same so many months later, or earlier where negative; its kind may be another.
  /// @throws LimitError (period_out_of_range)
  [[nodiscard]] Period shifted_by_months(int months) const;
  /// The one of the same kind and length that follows; of an instant the end of the next month.
  /// @throws LimitError (period_out_of_range)
  [[nodiscard]] Period next() const;
  /// The one of the same kind and length before: next().previous() == *this.
  /// @throws LimitError (period_out_of_range)
  [[nodiscard]] Period previous() const;
  /// The same of last year (上年同期). @throws LimitError (period_out_of_range)
  [[nodiscard]] Period year_before() const;
  /// Its parts of one kind, in order: a year in quarters, a school year in terms.
  /// @throws StructureError (periods_do_not_divide) where they do not fill it, for an instant, and
  /// for kinds without a fixed length
  [[nodiscard]] std::vector<Period> divide(Kind kind) const;
  /// The one of a kind that it lies in: the quarter of a month, or of an instant.
  /// @throws StructureError (period_not_within) where it lies in none, and for kinds without a
  /// fixed length
  [[nodiscard]] Period containing(Kind kind) const;

  /// `2016`, `2016-11`, `2016Q3`, `2016H1`, `2016/17`, `2016/17T1`, `2014-2018`,
  /// `2016-01..2016-11`, `@2016-11`; parse reads it back.
  [[nodiscard]] std::string to_string() const;
  /// `2016年11月`, `2016年第三季度`, `2016/17学年第一学期`, `截至2016年11月底`; `November 2016`,
  /// `third quarter of 2016`, `as at the end of November 2016`; parse reads the Chinese form back.
  [[nodiscard]] std::string to_string(Language language) const;

  /// Equal in span.
  friend bool operator==(const Period&, const Period&) = default;
  /// A fixed order, for keys.
  friend auto operator<=>(const Period&, const Period&) = default;

 private:
  enum class Form : bool { span, instant };
  Period(int first, int last, Form form) noexcept
      : first_(first), last_(last), is_instant_(form == Form::instant) {}
  [[nodiscard]] static Period checked(long long first, long long last, Form form);
  int first_;
  int last_;
  bool is_instant_;
};

/// `two_months` and so on.
[[nodiscard]] std::string_view name_of(Period::Kind kind) noexcept;
/// `双月`, `two months` and so on.
[[nodiscard]] std::string_view name_of(Period::Kind kind, Language language) noexcept;

/// Prints the text form.
std::ostream& operator<<(std::ostream& stream, const Period& period);

}  // namespace edustat

/// Hash of a period.
template <>
struct std::hash<edustat::Period> {
  std::size_t operator()(const edustat::Period& period) const noexcept {
    const auto first = static_cast<std::size_t>(period.first_month());
    const auto last = static_cast<std::size_t>(period.last_month());
    return std::hash<std::size_t>{}((first << 18U) + (last << 1U) + (period.is_instant() ? 1 : 0));
  }
};
