// SPDX-License-Identifier: Apache-2.0
#include "audit/day.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"

#include <chrono>
#include <cstddef>
#include <string>

namespace edustat::detail {
namespace {

constexpr std::string_view form = "0000-00-00";

bool has_form(std::string_view text) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '-' ? text[i] != '-' : !is_digit) return false;
  }
  return true;
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

bool is_day(std::string_view text) {
  using namespace std::chrono;
  return has_form(text) &&
         year_month_day(year(number_of(text.substr(0, 4))),
                        month(static_cast<unsigned>(number_of(text.substr(5, 2)))),
                        day(static_cast<unsigned>(number_of(text.substr(8, 2)))))
             .ok();
}

}  // namespace

void require_day(std::string_view text, std::string_view key) {
  if (text.empty() || is_day(text)) return;
  throw ParseError(
      Fault{ErrorCode::bad_value, {std::string(key), text::excerpt(text), "2016-12-31"}});
}

}  // namespace edustat::detail
