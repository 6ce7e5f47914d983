// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"
#include "edustat/number/rational.hpp"
#include "edustat/panel/totals.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat::detail {

/// Whether series of printed indicators are read where formulas name the indicator.
enum class PrintedIndicators : std::uint8_t {
  left_aside,  ///< the formula of the indicator is
  read         ///< where there is such a series
};

/// Which series of the totals is which item of a catalogue, for which categories.
class SeriesBinding {
 public:
  /// A series whose name no item has is left aside. A series without unit is in that of its item.
  /// @throws UnitError (series_unit) and StructureError (repeated_series) with all series,
  /// CodeError where a label means several measures
  SeriesBinding(const Totals& totals, const Catalogue& catalogue,
                PrintedIndicators printed = PrintedIndicators::left_aside);

  /// An item by full id, and categories.
  using Key = std::pair<std::string, std::vector<Reference::Category>>;
  /// The number of each series that is bound.
  [[nodiscard]] const std::map<Key, std::size_t>& numbers() const noexcept { return numbers_; }
  /// The series of an item, by full id, with exactly these categories.
  [[nodiscard]] std::optional<std::size_t> find(
      std::string_view item, const std::vector<Reference::Category>& categories) const;
  /// Base units of one whole number of a bound series.
  [[nodiscard]] const Rational& factor(std::size_t series) const { return factors_[series]; }
  /// True when some series of this item has this code.
  [[nodiscard]] bool has_code(std::string_view item, const Reference::Category& category) const;

 private:
  std::map<Key, std::size_t> numbers_;
  std::vector<Rational> factors_;  // by series; 0 where it is not bound
};

/// What a reference means when its formula is read for these categories: those that the reference
/// names, and of the others each that its item has; none for total(x).
[[nodiscard]] std::vector<Reference::Category> categories_of(
    const Catalogue::Item& item, const Reference& reference,
    const std::vector<Reference::Category>& subject);

}  // namespace edustat::detail
