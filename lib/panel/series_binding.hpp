// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"
#include "edustat/number/rational.hpp"
#include "edustat/panel/totals.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat::detail {

/// Which series of the totals is which measure of a catalogue, for which categories.
class SeriesBinding {
 public:
  /// A series whose name no measure has is left aside. A series without unit is in that of its
  /// measure.
  /// @throws UnitError (series_unit) and StructureError (repeated_series) with all series,
  /// CodeError where a label means several measures
  SeriesBinding(const Totals& totals, const Catalogue& catalogue);

  /// The series of a measure, by full id, with exactly these categories.
  [[nodiscard]] std::optional<std::size_t> find(
      std::string_view measure, const std::vector<Reference::Category>& categories) const;
  /// Base units of one whole number of a bound series.
  [[nodiscard]] const Rational& factor(std::size_t series) const { return factors_[series]; }
  /// True when some series of this measure has this code.
  [[nodiscard]] bool has_code(std::string_view measure, const Reference::Category& category) const;

 private:
  using Key = std::pair<std::string, std::vector<Reference::Category>>;
  std::map<Key, std::size_t> numbers_;
  std::vector<Rational> factors_;  // by series; 0 where it is not bound
};

/// What a reference means when its formula is read for these categories: those that the reference
/// names, and of the others each that its item has; none for total(x).
[[nodiscard]] std::vector<Reference::Category> categories_of(
    const Catalogue::Item& item, const Reference& reference,
    const std::vector<Reference::Category>& subject);

}  // namespace edustat::detail
