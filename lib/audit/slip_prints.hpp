// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/slip.hpp"
#include "edustat/quantity/figure.hpp"
#include "edustat/quantity/unit_system.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace edustat::detail {

/// A print around its only run of digits.
struct PrintParts {
  std::string front{};       ///< in front of the digits, without a sign
  std::string sign{};        ///< `-` or empty
  std::string digits{};      ///< 176.4, without separators
  std::string scale_word{};  ///< 万
  std::string unit{};        ///< as written
  std::string behind{};      ///< behind the unit

  /// The print with other digits.
  [[nodiscard]] std::string with_digits(std::string_view other) const;
  /// The print with another scale word.
  [[nodiscard]] std::string with_scale_word(std::string_view other) const;
  /// The print with another unit word.
  [[nodiscard]] std::string with_unit(std::string_view other) const;
};

/// Nothing for a print without digits 0 to 9, or with several runs of them.
[[nodiscard]] std::optional<PrintParts> parts_of(const Figure& figure);

/// Every print that a slip of this kind could have turned into the given one; nothing for kinds
/// that do not concern the print alone.
[[nodiscard]] std::set<std::string> prints_before(Slip::Kind kind, const PrintParts& print);

/// The figure that another text would have been: in the unit that the printed one took, kept to the
/// place that was declared for it where that fits. Nothing when it is no figure of the same
/// dimension.
[[nodiscard]] std::optional<Figure> reprinted(const std::string& text, const Figure& printed,
                                              const UnitSystem& units);

}  // namespace edustat::detail
