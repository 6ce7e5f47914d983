// SPDX-License-Identifier: Apache-2.0
#include "panel/series_binding.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>
#include <variant>

namespace edustat::detail {
namespace {

/// The measure that a series is called after; null where nothing is called so.
const Measure* measure_of(const Series& series, const Catalogue& catalogue) {
  try {
    const Catalogue::Item item = catalogue.find(series.measure);
    const auto* measure = std::get_if<const Measure*>(&item);
    return measure ? *measure : nullptr;
  } catch (const CodeError& error) {
    if (error.code() == ErrorCode::ambiguous_item) throw;
    return nullptr;
  }
}

/// Where the unit word is a classifier (套, 个), the measure says what is counted.
bool counts_the_same(const Unit& unit, const Measure& measure) {
  const Dimension& written = unit.dimension();
  const Dimension& declared = measure.unit.dimension();
  return written == declared ||
         (!measure.counts.empty() && written.measuring_part() == declared.measuring_part() &&
          written.counting_power() == declared.counting_power());
}

bool is_bare(const Unit& unit) {
  return unit == Unit() && unit.symbol().empty();
}

/// Codes by id, in the order of their dimensions, as formulas have them.
std::vector<Reference::Category> bound_categories(const Series& series, const Measure& measure,
                                                  const Catalogue& catalogue) {
  std::vector<Reference::Category> result = series.categories;
  for (Reference::Category& category : result) {
    for (const std::string& dimension : measure.dimensions) {
      const CodeList& list = catalogue.code_list(dimension);
      const bool is_meant = list.id == category.dimension || list.label.zh == category.dimension ||
                            list.label.en == category.dimension;
      if (!is_meant) continue;
      category.dimension = list.id;
      for (const Code& code : list.codes) {
        const bool is_called = code.id == category.code || code.label.zh == category.code ||
                               code.label.en == category.code ||
                               std::find(code.aliases.begin(), code.aliases.end(), category.code) !=
                                   code.aliases.end();
        if (!is_called) continue;
        category.code = code.id;
        break;
      }
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

SeriesBinding::SeriesBinding(const Totals& totals, const Catalogue& catalogue) {
  std::vector<Fault> units;
  std::vector<Fault> repeats;
  const auto all = totals.series();
  factors_.resize(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Measure* measure = measure_of(all[i], catalogue);
    if (measure == nullptr) continue;
    const Unit& unit = is_bare(all[i].unit) ? measure->unit : all[i].unit;
    if (!counts_the_same(unit, *measure)) {
      units.push_back(
          Fault{ErrorCode::series_unit, {all[i].name(), unit.symbol(), measure->unit.symbol()}});
      continue;
    }
    factors_[i] = unit.factor() * Rational::power_of_ten(-all[i].places);
    Key key{measure->full_id(), bound_categories(all[i], *measure, catalogue)};
    const auto [known, is_new] = numbers_.try_emplace(std::move(key), i);
    if (is_new) continue;
    repeats.push_back(
        Fault{ErrorCode::repeated_series, {all[known->second].name(), all[i].name()}});
  }
  if (!units.empty()) throw UnitError(std::move(units));
  if (!repeats.empty()) throw StructureError(std::move(repeats));
}

std::optional<std::size_t> SeriesBinding::find(
    std::string_view measure, const std::vector<Reference::Category>& categories) const {
  const auto found = numbers_.find(Key{std::string(measure), categories});
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

bool SeriesBinding::has_code(std::string_view measure, const Reference::Category& category) const {
  return std::any_of(numbers_.begin(), numbers_.end(), [&](const auto& entry) {
    const auto& [id, categories] = entry.first;
    return id == measure &&
           std::find(categories.begin(), categories.end(), category) != categories.end();
  });
}

std::vector<Reference::Category> categories_of(const Catalogue::Item& item,
                                               const Reference& reference,
                                               const std::vector<Reference::Category>& subject) {
  std::vector<Reference::Category> result = reference.categories;
  if (reference.relative == Reference::Relative::total) return result;
  const auto& dimensions = std::visit(
      [](const auto* entry) -> const std::vector<std::string>& { return entry->dimensions; }, item);
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
