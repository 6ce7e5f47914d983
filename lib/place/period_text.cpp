// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/period.hpp"

#include "place/month_text.hpp"
#include "place/period_reading.hpp"

#include <array>
#include <cstddef>

namespace edustat {
namespace {

using detail::month_of;
using detail::month_text;
using detail::months_of_year;
using detail::year_of;
using detail::year_text;
using PeriodKind = Period::Kind;

constexpr std::array chinese_ordinals{"一", "二", "三", "四"};
constexpr std::array english_ordinals{"first", "second", "third", "fourth"};
constexpr std::array month_names{"January",   "February", "March",    "April",
                                 "May",       "June",     "July",     "August",
                                 "September", "October",  "November", "December"};

/// Position of a part of the year among parts of its length, from 0.
std::size_t number_in_year(const Period& period) {
  return static_cast<std::size_t>((month_of(period.first_month()) - 1) / period.months());
}

/// 0 for the term from September, 1 for that from March.
std::size_t number_of_term(const Period& term) {
  return month_of(term.first_month()) == 9 ? 0 : 1;
}

/// First month of the school year that a term or school year belongs to.
int school_year_begin(const Period& period) {
  const bool is_second = period.kind() == PeriodKind::term && number_of_term(period) == 1;
  return period.first_month() - (is_second ? period.months() : 0);
}

/// What to_string() distinguishes: the second term of a school year that began before year 0000
/// is written as a span.
PeriodKind kind_in_text(const Period& period) {
  const PeriodKind kind = period.kind();
  return kind == PeriodKind::term && school_year_begin(period) < 0 ? PeriodKind::span : kind;
}

/// `2016/17`
std::string school_year_text(const Period& period) {
  const int first = school_year_begin(period);
  return year_text(first) + "/" + year_text(first + months_of_year).substr(2);
}

std::string month_in_chinese(int month) {
  return year_text(month) + "年" + std::to_string(month_of(month)) + "月";
}

std::string month_name(int month) {
  return month_names[static_cast<std::size_t>(month % months_of_year)];
}

std::string month_in_english(int month) {
  return month_name(month) + " " + year_text(month);
}

std::string span_in_chinese(int first, int last) {
  if (year_of(first) != year_of(last)) {
    return month_in_chinese(first) + "—" + month_in_chinese(last);
  }
  return year_text(first) + "年" + std::to_string(month_of(first)) + "—" +
         std::to_string(month_of(last)) + "月";
}

std::string span_in_english(int first, int last) {
  if (year_of(first) != year_of(last)) {
    return month_in_english(first) + " – " + month_in_english(last);
  }
  return month_name(first) + "–" + month_in_english(last);
}

std::string in_chinese(const Period& period) {
  const int first = period.first_month();
  const int last = period.last_month();
  const std::string year = year_text(first) + "年";
  switch (kind_in_text(period)) {
    case PeriodKind::month:
      return month_in_chinese(first);
    case PeriodKind::quarter:
      return year + "第" + chinese_ordinals[number_in_year(period)] + "季度";
    case PeriodKind::half_year:
      return year + (number_in_year(period) == 0 ? "上半年" : "下半年");
    case PeriodKind::year:
      return year;
    case PeriodKind::term:
      return school_year_text(period) + "学年第" + chinese_ordinals[number_of_term(period)] +
             "学期";
    case PeriodKind::school_year:
      return school_year_text(period) + "学年";
    case PeriodKind::plan_period:
      return year_text(first) + "—" + year_text(last) + "年";
    case PeriodKind::instant:
      return "截至" + month_in_chinese(last) + "底";
    case PeriodKind::two_months:
    case PeriodKind::span:
      break;
  }
  return span_in_chinese(first, last);
}

std::string in_english(const Period& period) {
  const int first = period.first_month();
  const int last = period.last_month();
  switch (kind_in_text(period)) {
    case PeriodKind::month:
      return month_in_english(first);
    case PeriodKind::quarter:
      return std::string(english_ordinals[number_in_year(period)]) + " quarter of " +
             year_text(first);
    case PeriodKind::half_year:
      return std::string(english_ordinals[number_in_year(period)]) + " half of " + year_text(first);
    case PeriodKind::year:
      return year_text(first);
    case PeriodKind::term:
      return std::string(english_ordinals[number_of_term(period)]) + " term of " +
             school_year_text(period);
    case PeriodKind::school_year:
      return "school year " + school_year_text(period);
    case PeriodKind::plan_period:
      return year_text(first) + "–" + year_text(last);
    case PeriodKind::instant:
      return "as at the end of " + month_in_english(last);
    case PeriodKind::two_months:
    case PeriodKind::span:
      break;
  }
  return span_in_english(first, last);
}

}  // namespace

std::string Period::to_string() const {
  switch (kind_in_text(*this)) {
    case PeriodKind::month:
      return month_text(first_);
    case PeriodKind::quarter:
      return year_text(first_) + "Q" + std::to_string(number_in_year(*this) + 1);
    case PeriodKind::half_year:
      return year_text(first_) + "H" + std::to_string(number_in_year(*this) + 1);
    case PeriodKind::year:
      return year_text(first_);
    case PeriodKind::term:
      return school_year_text(*this) + "T" + std::to_string(number_of_term(*this) + 1);
    case PeriodKind::school_year:
      return school_year_text(*this);
    case PeriodKind::plan_period:
      return year_text(first_) + "-" + year_text(last_);
    case PeriodKind::instant:
      return "@" + month_text(last_);
    case PeriodKind::two_months:
    case PeriodKind::span:
      break;
  }
  return month_text(first_) + ".." + month_text(last_);
}

std::string Period::to_string(Language language) const {
  return language == Language::zh ? in_chinese(*this) : in_english(*this);
}

}  // namespace edustat
