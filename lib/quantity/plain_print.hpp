// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/quantity/unit_system.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace edustat::detail {

/// True for a print that names every one of the things that it counts: a whole number in a unit
/// that counts by ones, without scale word. It is exact under every precision.
[[nodiscard]] bool is_whole_count(int places, std::string_view scale_word, const Unit& unit);

/// The common print, `176.4万平方米`: ASCII digits, perhaps a scale word, perhaps a unit.
///
/// Its value is digits * numerator / denominator * 10^shift base units, and its last place is the
/// same with digits = 1.
struct PlainPrint {
  std::int64_t digits = 0;       ///< all digits as one whole number, at most 15
  std::int64_t numerator = 1;    ///< of the unit's factor
  std::int64_t denominator = 1;  ///< of the unit's factor, without the tens of % and ‰
  int shift = 0;                 ///< power of ten
  int decimals = 0;              ///< digits behind the point
  std::string_view scale_word{};
  Unit unit{};
  bool is_bare = false;

  /// True for 410人, not for 1.2万人, 4000元 or a bare number.
  [[nodiscard]] bool is_count() const { return is_whole_count(decimals, scale_word, unit); }
};

/// Reads a plain print, nothing when the text is not so plain; then the full grammar decides.
[[nodiscard]] std::optional<PlainPrint> read_plain_print(std::string_view text,
                                                         const UnitSystem& units);

}  // namespace edustat::detail
