// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/indicators.hpp"

#include "panel/boundaries.hpp"
#include "panel/formula_column.hpp"
#include "panel/leaf.hpp"
#include "panel/series_binding.hpp"
#include "panel/totals_facts.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace edustat {

/// What Indicators shares with its copies.
struct Indicators::Data {
  Catalogue catalogue;
  Partial partial;
  detail::Boundaries boundaries;  ///< and the totals
  detail::SeriesBinding binding;
  std::vector<detail::Leaf> leaves{};             ///< of all formulas
  std::vector<detail::FormulaColumn> formulas{};  ///< by column
  std::vector<const Indicator*> indicators{};     ///< by column, of the catalogue
  std::vector<Column> columns{};
  std::vector<Fault> left_out{};
  std::shared_ptr<std::int64_t[]> values{};  ///< by period, then column, then row
  /// By column: whether some value needs more than 64 bits. Bytes, so that threads may set them.
  std::vector<std::atomic<bool>> has_beyond{};
  std::shared_ptr<CellStatus[]> statuses{};  ///< likewise

  Data(const Totals& totals, const Catalogue& catalogue_in, Partial partial_in)
      : catalogue(catalogue_in),
        partial(partial_in),
        boundaries(totals),
        binding(totals, catalogue_in) {}

  [[nodiscard]] const Totals& totals() const noexcept { return boundaries.totals(); }
  [[nodiscard]] std::size_t offset(std::size_t period, std::size_t column) const noexcept {
    return (period * columns.size() + column) * totals().rows().size();
  }
  [[nodiscard]] detail::TotalsFacts::Sources sources() const noexcept {
    return {boundaries, catalogue, binding, partial};
  }
};

}  // namespace edustat
