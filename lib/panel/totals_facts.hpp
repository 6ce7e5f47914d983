// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"
#include "edustat/catalogue/evaluate.hpp"
#include "edustat/panel/totals.hpp"

#include "panel/boundaries.hpp"
#include "panel/leaf.hpp"
#include "panel/series_binding.hpp"
#include "panel/strength.hpp"

#include <cstddef>
#include <vector>

namespace edustat::detail {

/// The facts of totals, seen from one cell: the value reading of catalogue formulas, with which the
/// column kernel agrees in every cell.
class TotalsFacts final : public Facts {
 public:
  /// What is looked up in.
  struct Sources {
    const Boundaries& boundaries;  ///< of the totals
    const Catalogue& catalogue;
    const SeriesBinding& binding;
    Partial partial;
  };
  /// From where a formula is read.
  struct Position {
    std::size_t period = 0;                         ///< of the cell
    std::size_t row = 0;                            ///< of the cell
    std::vector<Reference::Category> categories{};  ///< for which the formula is read
    std::size_t parents = 0;                        ///< how many rows up it stands
    Shift shift{};                                  ///< and how far in time
  };

  TotalsFacts(const Sources& sources, Position position)
      : sources_(sources), position_(std::move(position)) {}

  /// Gaps of totals and of the way to them; the value of an indicator is computed.
  [[nodiscard]] Observation look_up(const Reference& reference) const override;
  /// The formula of an indicator, undefined where a base of growth is not above 0.
  [[nodiscard]] Observation read(const Indicator& indicator) const;

 private:
  [[nodiscard]] Observation read_series(std::size_t series, const Leaf& leaf) const;
  [[nodiscard]] bool has_base_above_zero(const Formula& formula) const;

  const Sources& sources_;
  Position position_;
};

/// The divisors of a formula that are bases of growth: made of earlier values alone.
[[nodiscard]] std::vector<Formula> bases_of_growth(const Formula& formula,
                                                   const Catalogue& catalogue);

}  // namespace edustat::detail
