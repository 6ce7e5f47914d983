// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/period.hpp"

#include "place/month_text.hpp"
#include "place/period_reading.hpp"

#include <array>
#include <ostream>

namespace edustat {
namespace {

using detail::month_of;
using detail::month_text;
using detail::months_of_year;
using detail::year_of;
using detail::year_text;

std::string month_in_chinese(int month) {
  return year_text(month) + "年" + std::to_string(month_of(month)) + "月";
}

std::string month_name(int month) {
  constexpr std::array names{"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};
  return names[static_cast<std::size_t>(month % months_of_year)];
}

std::string month_in_english(int month) {
  return month_name(month) + " " + year_text(month);
}

bool is_whole_years(const Period& period) noexcept {
  return !period.is_instant() && month_of(period.first_month()) == 1 &&
         month_of(period.last_month()) == months_of_year;
}

std::string in_chinese(const Period& period) {
  const int first = period.first_month();
  const int last = period.last_month();
  if (period.is_instant()) return "截至" + month_in_chinese(last) + "底";
  if (is_whole_years(period)) {
    const std::string end = year_text(last) + "年";
    return year_of(first) == year_of(last) ? end : year_text(first) + "—" + end;
  }
  if (first == last) return month_in_chinese(first);
  if (year_of(first) != year_of(last))
    return month_in_chinese(first) + "—" + month_in_chinese(last);
  return year_text(first) + "年" + std::to_string(month_of(first)) + "—" +
         std::to_string(month_of(last)) + "月";
}

std::string in_english(const Period& period) {
  const int first = period.first_month();
  const int last = period.last_month();
  if (period.is_instant()) return "as at the end of " + month_in_english(last);
  if (is_whole_years(period)) {
    return year_of(first) == year_of(last) ? year_text(last)
                                           : year_text(first) + "–" + year_text(last);
  }
  if (first == last) return month_in_english(first);
  if (year_of(first) != year_of(last)) {
    return month_in_english(first) + " – " + month_in_english(last);
  }
  return month_name(first) + "–" + month_in_english(last);
}

}  // namespace

Period Period::parse(std::string_view text) {
  const detail::PeriodReading reading = detail::read_period(text);
  return {reading.first, reading.last, reading.is_instant ? Form::instant : Form::span};
}

bool Period::contains(const Period& other) const noexcept {
  if (is_instant_) return *this == other;
  return first_ <= other.first_ && other.last_ <= last_;
}

std::string Period::to_string() const {
  if (is_instant_) return "@" + month_text(last_);
  if (is_whole_years(*this)) {
    const std::string end = year_text(last_);
    return year_of(first_) == year_of(last_) ? end : year_text(first_) + "-" + end;
  }
  return first_ == last_ ? month_text(first_) : month_text(first_) + ".." + month_text(last_);
}

std::string Period::to_string(Language language) const {
  return language == Language::zh ? in_chinese(*this) : in_english(*this);
}

std::ostream& operator<<(std::ostream& stream, const Period& period) {
  return stream << period.to_string();
}

}  // namespace edustat
