// SPDX-License-Identifier: Apache-2.0
#include "place/month_text.hpp"

#include "place/period_reading.hpp"

#include <cstddef>

namespace edustat::detail {
namespace {

std::string digits_of(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

int year_of(int month) noexcept {
  return (month - (month < 0 ? months_of_year - 1 : 0)) / months_of_year;
}

int month_of(int month) noexcept {
  return (month % months_of_year + months_of_year) % months_of_year + 1;
}

std::string year_text(int month) {
  return digits_of(year_of(month), 4);
}

std::string month_text(int month) {
  return year_text(month) + "-" + digits_of(month_of(month), 2);
}

}  // namespace edustat::detail
