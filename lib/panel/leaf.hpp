// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/place/period.hpp"

#include <cstddef>

namespace edustat::detail {

/// How far from a period another one lies.
struct Shift {
  int periods = 0;  ///< of its own length
  int months = 0;   ///< of the calendar

  [[nodiscard]] bool is_none() const noexcept { return periods == 0 && months == 0; }
  /// True for an earlier period.
  [[nodiscard]] bool is_back() const noexcept { return periods <= 0 && months <= 0 && !is_none(); }
  /// True when the same months of another year are meant, whatever the period.
  [[nodiscard]] bool is_whole_years() const noexcept { return periods == 0 && months % 12 == 0; }
  friend Shift operator+(const Shift& left, const Shift& right) noexcept {
    return {left.periods + right.periods, left.months + right.months};
  }
  friend bool operator==(const Shift&, const Shift&) = default;
};

/// The period that lies so far from this one.
[[nodiscard]] inline Period shifted(const Period& period, const Shift& shift) {
  Period result = shift.months == 0 ? period : period.shifted_by_months(shift.months);
  for (int i = shift.periods; i < 0; ++i) result = result.previous();
  for (int i = shift.periods; i > 0; --i) result = result.next();
  return result;
}

/// A reference of a formula, bound to a series and seen from the cell that is computed.
struct Leaf {
  std::size_t series = 0;
  std::size_t parents = 0;  ///< how many rows up
  Shift subject{};          ///< of the formula in which the reference stands, if it was referred to
  Shift own{};              ///< of the reference itself

  friend bool operator==(const Leaf&, const Leaf&) = default;
};

}  // namespace edustat::detail
