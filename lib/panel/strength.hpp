// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/totals.hpp"
#include "edustat/quantity/observation.hpp"

#include <cstdint>

/// Statuses in the order in which they hide one another, so that the status of a formula is the
/// strongest of its inputs: the order of gaps in lib/catalogue/evaluate.cpp.
namespace edustat::detail {

/// What a cell has, the stronger the greater.
using Strength = std::uint8_t;

inline constexpr Strength of_complete = 0;
inline constexpr Strength of_partial = 1;
inline constexpr Strength of_undefined = 2;
inline constexpr Strength of_not_comparable = 3;
inline constexpr Strength of_not_applicable = 4;
inline constexpr Strength of_missing = 5;
inline constexpr Strength of_suppressed = 6;

/// True when there is a value.
[[nodiscard]] constexpr bool has_value(Strength strength) noexcept {
  return strength <= of_partial;
}

/// `value` where the condition holds, else 0: without a branch, so that loops become vectors.
[[nodiscard]] constexpr std::uint8_t where(bool condition, std::uint8_t value) noexcept {
  return static_cast<std::uint8_t>(static_cast<std::uint8_t>(condition) * value);
}

/// The strength of a total.
[[nodiscard]] constexpr Strength strength_of(CellStatus status, Partial partial) noexcept {
  const Strength of_known_part = partial == Partial::gap ? of_missing : of_partial;
  return static_cast<Strength>(where(status == CellStatus::partial, of_known_part) |
                               where(status == CellStatus::missing, of_missing) |
                               where(status == CellStatus::not_applicable, of_not_applicable) |
                               where(status == CellStatus::suppressed, of_suppressed) |
                               where(status == CellStatus::undefined, of_undefined) |
                               where(status == CellStatus::not_comparable, of_not_comparable));
}

/// The status that has this strength.
[[nodiscard]] constexpr CellStatus status_of(Strength strength) noexcept {
  const auto number = [](CellStatus status) { return static_cast<std::uint8_t>(status); };
  return static_cast<CellStatus>(
      where(strength == of_partial, number(CellStatus::partial)) |
      where(strength == of_undefined, number(CellStatus::undefined)) |
      where(strength == of_not_comparable, number(CellStatus::not_comparable)) |
      where(strength == of_not_applicable, number(CellStatus::not_applicable)) |
      where(strength == of_missing, number(CellStatus::missing)) |
      where(strength == of_suppressed, number(CellStatus::suppressed)));
}

/// The gap of a strength without value; what is not comparable has no meaning.
[[nodiscard]] constexpr Gap gap_of(Strength strength) noexcept {
  if (strength == of_suppressed) return Gap::suppressed;
  if (strength == of_missing) return Gap::missing;
  if (strength == of_not_applicable) return Gap::not_applicable;
  return Gap::undefined;
}

}  // namespace edustat::detail
