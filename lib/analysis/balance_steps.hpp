// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/balance.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace edustat {

/// Of two neighbouring multiples, the lower or the upper one.
enum class Side : std::uint8_t { lower, upper };

/// An exact value in steps, between the whole numbers that it may become.
struct StepFigure {
  Rational value;      ///< in steps
  Rational floor;      ///< the largest whole number not above it
  Rational remainder;  ///< value - floor; 0 where the figure may not move
  Side ordinary;       ///< where its own rounding goes; lower for a whole number

  /// The whole number on a side.
  [[nodiscard]] Rational at(Side side) const;
};

/// Reads figures in steps and writes them back.
class Steps {
 public:
  /// @throws StructureError (bad_step, bad_scale)
  explicit Steps(const BalanceOptions& options);

  /// A value in the unit of the figures.
  [[nodiscard]] StepFigure figure(const Rational& value) const;
  /// A whole number of steps as it is printed.
  [[nodiscard]] Decimal written(const Rational& count) const;
  /// What is told of a figure that went elsewhere than its ordinary rounding.
  [[nodiscard]] MovedFigure moved(const StepFigure& figure, Side side,
                                  std::optional<std::size_t> row,
                                  std::optional<std::size_t> column) const;

 private:
  Decimal step_;
  Rational size_;  // of a step, in the unit of the figures
  Rounding rounding_;
};

/// The sign of the exact sum of figures, and where that is 0 of the first figure that is not: it
/// turns round when all figures do.
[[nodiscard]] int direction_of(const std::vector<StepFigure>& figures, const Rational& sum);

/// Which side each figure takes so that `upper` of them go up, by largest remainders.
/// A direction below 0 turns the order of equal remainders.
[[nodiscard]] std::vector<Side> sides_by_remainder(const std::vector<StepFigure>& figures,
                                                   std::size_t upper, int direction);

}  // namespace edustat
