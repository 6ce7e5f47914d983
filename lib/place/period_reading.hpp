// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace edustat::detail {

inline constexpr int months_of_year = 12;

/// What the text of a period says; months count from January of year 0.
struct PeriodReading {
  int first;
  int last;
  bool is_instant;
};

/// @throws ParseError (malformed_period, period_without_year, period_ends_early) with the column,
/// LimitError for a text that is no period by its length alone
[[nodiscard]] PeriodReading read_period(std::string_view text);

}  // namespace edustat::detail
