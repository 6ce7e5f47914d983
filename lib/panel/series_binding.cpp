// SPDX-License-Identifier: Apache-2.0
#include "panel/series_binding.hpp"

#include "edustat/error/error.hpp"

#include "catalogue/catalogue_item.hpp"

#include <algorithm>
#include <variant>

namespace edustat::detail {
namespace {

/// The item that a series is called after; nothing where nothing is called so.
std::optional<Catalogue::Item> item_of(const Series& series, const Catalogue& catalogue) {
  try {
    return catalogue.find(series.measure);
  } catch (const CodeError& error) {
    if (error.code() == ErrorCode::ambiguous_item) throw;
    return std::nullopt;
  }
}

/// Where the unit word is a classifier (套, 个), the measure says what is counted; indicators were
/// given what their formulas count.
bool counts_the_same(const Unit& unit, const Catalogue::Item& item) {
  const Dimension& written = unit.dimension();
  const Dimension& declared = unit_of(item).dimension();
  if (written == declared) return true;
  const Measure* measure = measure_of(item);
  const bool is_classifier = measure == nullptr || !measure->counts.empty();
  return is_classifier && written.measuring_part() == declared.measuring_part() &&
         written.counting_power() == declared.counting_power();
}

bool is_bare(const Unit& unit) {
  return unit == Unit() && unit.symbol().empty();
}

/// Codes by id, in the order of their dimensions, as formulas have them.
std::vector<Reference::Category> bound_categories(const Series& series, const Catalogue::Item& item,
                                                  const Catalogue& catalogue) {
  std::vector<Reference::Category> result = series.categories;
  for (Reference::Category& category : result) {
    const CodeList* list = find_code_list(catalogue.code_lists(), category.dimension, item);
    if (list == nullptr) continue;
    category.dimension = list->id;
    if (const Code* code = find_code(*list, category.code)) category.code = code->id;
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

SeriesBinding::SeriesBinding(const Totals& totals, const Catalogue& catalogue,
                             PrintedIndicators printed) {
  std::vector<Fault> units;
  std::vector<Fault> repeats;
  const auto all = totals.series();
  factors_.resize(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::optional<Catalogue::Item> item = item_of(all[i], catalogue);
    const bool is_indicator = item && std::holds_alternative<const Indicator*>(*item);
    if (!item || (is_indicator && printed == PrintedIndicators::left_aside)) continue;
    const Unit& declared = unit_of(*item);
    const Unit& unit = is_bare(all[i].unit) ? declared : all[i].unit;
    if (!counts_the_same(unit, *item)) {
      units.push_back(
          Fault{ErrorCode::series_unit, {all[i].name(), unit.symbol(), declared.symbol()}});
      continue;
    }
    factors_[i] = unit.factor() * Rational::power_of_ten(-all[i].places);
    Key key{full_id_of(*item), bound_categories(all[i], *item, catalogue)};
    const auto [known, is_new] = numbers_.try_emplace(std::move(key), i);
    if (is_new) continue;
    repeats.push_back(
        Fault{ErrorCode::repeated_series, {all[known->second].name(), all[i].name()}});
  }
  if (!units.empty()) throw UnitError(std::move(units));
  if (!repeats.empty()) throw StructureError(std::move(repeats));
}

std::optional<std::size_t> SeriesBinding::find(
    std::string_view item, const std::vector<Reference::Category>& categories) const {
  const auto found = numbers_.find(Key{std::string(item), categories});
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

bool SeriesBinding::has_code(std::string_view item, const Reference::Category& category) const {
  return std::any_of(numbers_.begin(), numbers_.end(), [&](const auto& entry) {
    const auto& [id, categories] = entry.first;
    return id == item &&
           std::find(categories.begin(), categories.end(), category) != categories.end();
  });
}

std::vector<Reference::Category> categories_of(const Catalogue::Item& item,
                                               const Reference& reference,
                                               const std::vector<Reference::Category>& subject) {
  std::vector<Reference::Category> result = reference.categories;
  if (reference.relative == Reference::Relative::total) return result;
  const auto& dimensions = dimensions_of(item);
  for (const Reference::Category& category : subject) {
    const bool has_dimension =
        std::find(dimensions.begin(), dimensions.end(), category.dimension) != dimensions.end();
    const bool is_named =
        std::any_of(reference.categories.begin(), reference.categories.end(),
                    [&](const auto& own) { return own.dimension == category.dimension; });
    if (has_dimension && !is_named) result.push_back(category);
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace edustat::detail
