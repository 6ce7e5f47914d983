// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"
#include "edustat/number/interval.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace edustat {

/// Whether an interval is exactly the set of possible values.
enum class Tightness : std::uint8_t {
  tight,  ///< every value inside is possible
  outer   ///< nothing outside is possible; inside is not proven
};

/// `tight` or `outer`.
[[nodiscard]] std::string_view name_of(Tightness tightness) noexcept;

/// What a formula can be when its inputs lie in intervals.
struct Bound {
  /// The range; absent when the formula is undefined for every choice of inputs (a divisor that is
  /// exactly 0).
  std::optional<Interval> interval{};
  /// Tight when each input occurs once or the formula is monotone in it.
  Tightness tightness = Tightness::tight;
};

/// Reads the steps of a formula as intervals: `inputs` by reference index, `constants` by constant
/// index.
///
/// Tight where each input occurs once or is exact, or where the derivative keeps its sign over the
/// box in every input that occurs more often (growth = increase / (now - increase)); otherwise
/// outer. A divisor with 0 strictly inside makes the bound outer. Inputs are taken as independent
/// of one another.
[[nodiscard]] Bound bound(std::span<const Node> nodes, std::span<const Rational> constants,
                          std::span<const Interval> inputs);

/// Reads a formula as an interval, root_rate among them: its root is enclosed between decimals of
/// 12 digits and is outer. Absent as well where `after / before` can only be below 0.
[[nodiscard]] Bound bound(const Formula& formula, std::span<const Interval> inputs);

/// What input number `wanted` has to be for a relation to hold, given the ranges of all others (its
/// own is not used).
///
/// The interval is absent when no value at all would do. Tight where every input occurs once in the
/// relation; where the wanted input occurs more often, the relation is solved as far as it is
/// linear in it, and otherwise nothing is said (everything, outer). Roots are enclosed between
/// decimals of 12 digits and are outer.
[[nodiscard]] Bound solve(const Relation& relation, std::span<const Interval> inputs,
                          std::size_t wanted);

}  // namespace edustat
