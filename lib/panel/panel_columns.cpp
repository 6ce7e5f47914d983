// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "catalogue/catalogue_item.hpp"
#include "panel/panel_reader.hpp"
#include "panel/value_column.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

namespace edustat {

using detail::RowFaults;
using detail::ValueColumn;

PanelReader::PanelReader(const Table& table, const RegionTree& tree, const PanelOptions& options)
    : table_(table),
      options_(options),
      // A pass over keys and values each, in steps of a block.
      crew_(options.work, table.rows() * (table.fields().size() + 2) / detail::zone_rows + 1),
      panel_(std::make_shared<Panel::Data>(tree)) {}

std::shared_ptr<const Panel::Data> PanelReader::read() {
  panel_->table = table_;
  panel_->hierarchy = options_.hierarchy;
  panel_->rows = table_.rows();
  read_regions();
  read_slots();
  read_columns();
  add_series();
  check_rows();
  return std::move(panel_);
}

/// The columns that were asked for; else all that hold numbers and are no key.
std::vector<Column> PanelReader::asked_columns() const {
  if (!options_.columns.empty()) return options_.columns;
  std::set<std::string> keys{options_.region, options_.period};
  for (const auto& [dimension, name] : options_.categories) keys.insert(name);
  std::vector<Column> columns;
  for (const Field& field : table_.fields()) {
    if (!keys.contains(field.name) && detail::holds_numbers(field)) {
      Column& column = columns.emplace_back();
      column.name = field.name;
    }
  }
  if (columns.empty()) throw StructureError(Fault{ErrorCode::no_measure_columns, {}});
  return columns;
}

/// What a column holds, by its declaration and by the catalogue.
Series PanelReader::series_of(const Column& column) const {
  Series series;
  series.measure = column.measure.empty() ? column.name : column.measure;
  series.categories = column.categories;
  series.precision = column.precision.value_or(Precision::exact);
  series.inner = column.inner.value_or(options_.inner);
  if (options_.catalogue) {
    const Catalogue::Item item = options_.catalogue->find(series.measure);
    series.measure = full_id_of(item);
    series.unit = unit_of(item);
    if (const auto* measure = std::get_if<const Measure*>(&item)) {
      series.regions = (*measure)->regions;
      series.time = (*measure)->time;
      series.origin = (*measure)->origin;
    } else {
      series.regions = RegionRule::none;
      series.time = TimeRule::ratio;
      series.precision = column.precision.value_or(Precision::nearest);
    }
    for (Reference::Category& category : series.categories) {
      category.code = code_of(category.dimension, category.code);
    }
    const bool fits = !column.unit || column.unit->dimension() == series.unit.dimension();
    if (!fits) {
      throw UnitError(Fault{ErrorCode::unit_mismatch,
                            {column.name, series.unit.symbol(), column.unit->symbol()}});
    }
  }
  if (column.unit) series.unit = *column.unit;
  const bool are_added = options_.duplicates == Duplicates::add;
  if (are_added && series.precision != Precision::exact) series.prints = 0;
  std::sort(series.categories.begin(), series.categories.end());
  return series;
}

void PanelReader::read_columns() {
  std::vector<ValueColumn> read;
  RowFaults faults;
  for (const Column& column : asked_columns()) {
    ValueColumn& values = read.emplace_back(
        detail::read_values(table_, table_.column(column.name), column, faults, crew_));
    Series series = series_of(column);
    series.places = values.scale;
    series.last_place = values.places;
    panel_->columns.push_back(std::move(series));
  }
  detail::bound_magnitudes(table_, read, crew_);
  for (ValueColumn& values : read) {
    for (std::size_t i = 0; i < panel_->batches.size(); ++i) {
      panel_->batches[i].values.push_back(std::move(values.parts[i]));
    }
  }
  faults.raise<ParseError>();
}

/// Each column with each combination of categories.
void PanelReader::add_series() {
  std::set<std::pair<std::string, std::vector<Reference::Category>>> known;
  for (const Series& column : panel_->columns) {
    for (const auto& combination : panel_->combinations) {
      Series series = column;
      series.categories.insert(series.categories.end(), combination.begin(), combination.end());
      std::sort(series.categories.begin(), series.categories.end());
      if (!known.emplace(series.measure, series.categories).second) {
        throw StructureError(Fault{ErrorCode::duplicate_column, {series.name()}});
      }
      panel_->series.push_back(std::move(series));
    }
  }
}

}  // namespace edustat
