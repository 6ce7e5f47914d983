// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/result_table.hpp"

#include "number/wide.hpp"
#include "panel/long_rows.hpp"

#include <algorithm>
#include <utility>

namespace edustat {
namespace {

bool is_known(CellStatus status) {
  return status == CellStatus::complete || status == CellStatus::partial;
}

int most_places(const Totals& totals) {
  int places = 0;
  for (const Series& series : totals.series()) places = std::max(places, series.places);
  return places;
}

/// The sum as a whole number in the places of its series.
detail::int128 whole_of(const Totals& totals, std::size_t period, std::size_t series,
                        std::size_t row) {
  if (!totals.is_wide(series)) return totals.sums(period, series)[row];
  const Rational ten = Rational::power_of_ten(totals.series()[series].places);
  return *detail::to_int128(totals.sum(period, series, row) * ten);
}

void add_series(TableBuilder& builder, const detail::LongRows& rows, const Totals& totals) {
  std::vector<std::string> measures;
  std::vector<std::vector<Reference::Category>> categories;
  for (const Series& series : totals.series()) {
    measures.push_back(series.measure);
    categories.push_back(series.categories);
  }
  rows.add_words(builder, "measure", measures);
  rows.add_categories(builder, categories);
}

}  // namespace

Table to_table(const Totals& totals) {
  const detail::LongRows rows(totals, totals.series().size());
  TableBuilder builder;
  rows.add_keys(builder);
  add_series(builder, rows, totals);

  detail::Decimals values(rows.size(), most_places(totals));
  std::vector<std::int32_t> known(rows.size());
  std::vector<std::int32_t> due(rows.size());
  rows.visit([&](std::size_t number, std::size_t period, std::size_t series, std::size_t row) {
    if (is_known(totals.statuses(period, series)[row])) {
      values.set(number, whole_of(totals, period, series, row), totals.series()[series].places);
    }
    const Coverage coverage = totals.coverage(period, series, row);
    known[number] = static_cast<std::int32_t>(coverage.known);
    due[number] = static_cast<std::int32_t>(coverage.due);
  });
  std::move(values).add_to(builder, "value");

  std::vector<std::string> units;
  for (const Series& series : totals.series()) units.push_back(series.unit.symbol());
  rows.add_words(builder, "unit", units);
  rows.add_statuses(builder, [&](std::size_t period, std::size_t series) {
    return totals.statuses(period, series);
  });
  builder.add_int32("known", std::move(known), {}).add_int32("due", std::move(due), {});
  return std::move(builder).build();
}

}  // namespace edustat
