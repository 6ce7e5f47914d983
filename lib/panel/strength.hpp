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

/// The strength of a total; written as comparisons, which compilers turn into vectors.
[[nodiscard]] constexpr Strength strength_of(CellStatus status, Partial partial) noexcept {
  const Strength of_known_part = partial == Partial::gap ? of_missing : of_partial;
  Strength strength = of_complete;
  strength = status == CellStatus::partial ? of_known_part : strength;
  strength = status == CellStatus::missing ? of_missing : strength;
  strength = status == CellStatus::not_applicable ? of_not_applicable : strength;
  strength = status == CellStatus::suppressed ? of_suppressed : strength;
  strength = status == CellStatus::undefined ? of_undefined : strength;
  strength = status == CellStatus::not_comparable ? of_not_comparable : strength;
  return strength;
}

/// The status that has this strength.
[[nodiscard]] constexpr CellStatus status_of(Strength strength) noexcept {
  CellStatus status = CellStatus::complete;
  status = strength == of_partial ? CellStatus::partial : status;
  status = strength == of_undefined ? CellStatus::undefined : status;
  status = strength == of_not_comparable ? CellStatus::not_comparable : status;
  status = strength == of_not_applicable ? CellStatus::not_applicable : status;
  status = strength == of_missing ? CellStatus::missing : status;
  status = strength == of_suppressed ? CellStatus::suppressed : status;
  return status;
}

/// The gap of a strength without value; what is not comparable has no meaning.
[[nodiscard]] constexpr Gap gap_of(Strength strength) noexcept {
  if (strength == of_suppressed) return Gap::suppressed;
  if (strength == of_missing) return Gap::missing;
  if (strength == of_not_applicable) return Gap::not_applicable;
  return Gap::undefined;
}

}  // namespace edustat::detail
