// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/panel_checks.hpp"
#include "panel/formula_blocks.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace edustat {

/// Decides most cells of a relation from its left side less its right side alone: in 64 bits, and
/// only what cannot be otherwise. The rest is left to judge().
///
/// Where the figures satisfy the relation it is consistent. Where they miss it by less than what
/// shortening may have taken from inputs that merely are added, it is consistent; by more than
/// that, and with all other inputs exact, it is impossible.
class Screen {
 public:
  Screen(const PanelCheck& check, const Totals& totals, const detail::SeriesBinding& binding);

  /// Left side less right side in units of its last place, rounded away from 0.
  [[nodiscard]] const detail::FreeFormula& difference() const noexcept { return difference_; }
  /// The verdict on a cell whose difference has a value of 64 bits; nothing where the screen does
  /// not tell.
  [[nodiscard]] std::optional<Verdict> judge(std::int64_t difference, std::size_t period,
                                             std::size_t row) const;

 private:
  /// An input that is added with a constant weight.
  struct Added {
    std::size_t series;
    std::int64_t below;  ///< at most what one shortened value may miss, in units of the difference
    std::int64_t above;  ///< at least
  };
  void find_reach(const PanelCheck& check, const detail::SeriesBinding& binding);

  const Totals& totals_;
  Comparison comparison_;
  detail::FreeFormula difference_;
  std::vector<Added> added_;
  bool is_all_ = true;  ///< every input that is not exact is among them
};

}  // namespace edustat
