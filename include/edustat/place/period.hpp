// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <compare>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace edustat {

/// A span of whole months, or an instant (统计时点) at the end of a month.
///
/// `截至11月底` is an instant and says nothing on the origin of a cumulative figure: the catalogue
/// does.
class Period {
 public:
  /// Reads `2016`, `2016年`, `2016-11`, `2016年11月`, `2014-2018`, `2014—2018年`,
  /// `2016-01..2016-11`, `2016年1—11月`, and instants `@2016-11`, `截至2016年11月底`,
  /// `2016年11月底`, `2016年底`. Full width is folded; `-`, `–`, `—`, `~` and `至` are one sign.
  /// Both ends of a span are years, or both are months.
  /// @throws ParseError with the column: malformed_period, period_ends_early, and
  /// period_without_year for `截至11月底`; LimitError beyond 256 bytes
  [[nodiscard]] static Period parse(std::string_view text);

  /// First month, counted from January of year 0.
  [[nodiscard]] int first_month() const noexcept { return first_; }
  /// Last month, counted from January of year 0.
  [[nodiscard]] int last_month() const noexcept { return last_; }
  /// True for an instant at the end of last_month().
  [[nodiscard]] bool is_instant() const noexcept { return is_instant_; }
  /// True when every month of `other` is one of this span; an instant contains itself alone.
  [[nodiscard]] bool contains(const Period& other) const noexcept;

  /// `2016`, `2016-11`, `2014-2018`, `2016-01..2016-11`, `@2016-11`; parse reads it back.
  [[nodiscard]] std::string to_string() const;
  /// `2016年11月`, `截至2016年11月底`, `November 2016`, `as at the end of November 2016`; parse
  /// reads the Chinese form back.
  [[nodiscard]] std::string to_string(Language language) const;

  /// Equal in span.
  friend bool operator==(const Period&, const Period&) = default;
  /// A fixed order, for keys.
  friend auto operator<=>(const Period&, const Period&) = default;

 private:
  enum class Form : bool { span, instant };
  Period(int first, int last, Form form) noexcept
      : first_(first), last_(last), is_instant_(form == Form::instant) {}
  int first_;
  int last_;
  bool is_instant_;
};

/// Prints the text form.
std::ostream& operator<<(std::ostream& stream, const Period& period);

}  // namespace edustat

/// Hash of a period.
template <>
struct std::hash<edustat::Period> {
  std::size_t operator()(const edustat::Period& period) const noexcept {
    return std::hash<std::string>{}(period.to_string());
  }
};
