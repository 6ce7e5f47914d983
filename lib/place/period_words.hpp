// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "place/period_cursor.hpp"

#include <optional>

namespace edustat::detail {

/// Months from and to, counted from January of year 0.
struct Months {
  int first;
  int last;
};

/// `2016/17`, `2016—2017学年度`, `2016-17学年`, each with `第一学期` or `T1` behind it. Nothing,
/// and the cursor where it was, when the text is no school year.
/// @throws ParseError (malformed_period) where the second year is not the next
[[nodiscard]] std::optional<Months> read_school_year(PeriodCursor& cursor);

/// Behind a year: `Q3`, `第三季度`, `前三季度`, `H1`, `上半年`, `秋季学期`. Nothing, and the cursor
/// where it was, otherwise.
[[nodiscard]] std::optional<Months> read_part_of_year(PeriodCursor& cursor, int year);

/// `“十三五”`, `十三五时期`. Nothing, and the cursor where it was, otherwise.
[[nodiscard]] std::optional<Months> read_plan(PeriodCursor& cursor);

}  // namespace edustat::detail
