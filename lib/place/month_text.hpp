// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace edustat::detail {

/// Year of a month that is counted from January of year 0.
[[nodiscard]] int year_of(int month) noexcept;
/// Its number in the year, 1 to 12.
[[nodiscard]] int month_of(int month) noexcept;
/// `2016`, always four digits.
[[nodiscard]] std::string year_text(int month);
/// `2016-11`
[[nodiscard]] std::string month_text(int month);

}  // namespace edustat::detail
