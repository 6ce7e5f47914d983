// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/result_table.hpp"

#include "number/wide.hpp"
#include "panel/block_leaves.hpp"
#include "panel/indicator_coverage.hpp"
#include "panel/indicators_data.hpp"
#include "panel/long_rows.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

namespace edustat {
namespace {

using detail::Decimals;
using detail::int128;
using detail::LongRows;

bool has_value(CellStatus status) {
  return status == CellStatus::complete || status == CellStatus::partial;
}

/// The rounded value as a whole number in the places of its column. @throws LimitError
int128 whole_of(const Indicators& indicators, std::size_t period, std::size_t column,
                std::size_t row) {
  if (!indicators.data().has_beyond[column]) return indicators.values(period, column)[row];
  const Rational value = indicators.rounded(period, column, row)->value();
  const Rational ten = Rational::power_of_ten(indicators.columns()[column].places);
  if (const auto whole = detail::to_int128(value * ten)) return *whole;
  throw LimitError(Fault{ErrorCode::number_too_large, {value.to_string(), "10^38"}});
}

int most_places(const Indicators& indicators) {
  int places = 0;
  for (const Indicators::Column& column : indicators.columns()) {
    places = std::max(places, column.places);
  }
  return places;
}

Table wide_table(const Indicators& indicators) {
  const Totals& totals = indicators.totals();
  const LongRows rows(totals, 1);
  TableBuilder builder;
  rows.add_keys(builder);
  for (std::size_t column = 0; column < indicators.columns().size(); ++column) {
    const Indicators::Column& one = indicators.columns()[column];
    Decimals values(rows.size(), one.places);
    rows.visit([&](std::size_t number, std::size_t period, std::size_t, std::size_t row) {
      if (!has_value(indicators.statuses(period, column)[row])) return;
      values.set(number, whole_of(indicators, period, column, row), one.places);
    });
    std::move(values).add_to(builder, one.name());
  }
  return std::move(builder).build();
}

void add_columns(TableBuilder& builder, const LongRows& rows, const Indicators& indicators) {
  std::vector<std::string> names;
  std::vector<std::vector<Reference::Category>> categories;
  for (const Indicators::Column& column : indicators.columns()) {
    names.push_back(column.indicator);
    categories.push_back(column.categories);
  }
  rows.add_words(builder, "indicator", names);
  rows.add_categories(builder, categories);
}

/// Exact values as two whole numbers in lowest terms.
class Fractions {
 public:
  explicit Fractions(const Indicators& indicators)
      : indicators_(indicators),
        data_(indicators.data()),
        rows_(indicators.totals().rows().size()),
        leaves_(data_.boundaries, data_.leaves, data_.partial),
        numerators_(indicators.totals().periods().size() * indicators.columns().size() * rows_, 0),
        denominators_(indicators.totals().periods().size() * indicators.columns().size() * rows_,
                      0) {}

  /// The rows of one column in one period, from row `first` of the table on.
  void set(std::size_t first, std::size_t period, std::size_t column) {
    const detail::FormulaColumn& formula = data_.formulas[column];
    const auto factor = factor_of(column);
    if (factor) leaves_.move_to({period, 0, rows_}, formula.formula().leaves);
    const bool is_small = factor && formula.small_fractions(leaves_, memory_);
    const auto statuses = indicators_.statuses(period, column);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (!has_value(statuses[row])) continue;
      if (is_small) {
        set_small(first + row, row, *factor);
      } else {
        set_any(first + row, {period, column, row});
      }
    }
  }
  void add_to(TableBuilder& builder) && {
    std::move(numerators_).add_to(builder, "numerator");
    std::move(denominators_).add_to(builder, "denominator");
  }

 private:
  struct Cell {
    std::size_t period;
    std::size_t column;
    std::size_t row;
  };

  /// What the fraction of the formula is multiplied with; nothing where there is none, or a root is
  /// taken of it.
  [[nodiscard]] std::optional<Rational::Small> factor_of(std::size_t column) const {
    const detail::CompiledFormula& formula = data_.formulas[column].formula();
    if (!formula.fraction || formula.root != 0) return {};
    const int places = indicators_.columns()[column].places;
    return (formula.fraction->factor * Rational::power_of_ten(-places)).small();
  }

  /// Products of two numbers of 64 bits, without what they share: they fit.
  void set_small(std::size_t number, std::size_t row, const Rational::Small& factor) {
    std::int64_t top = memory_.top[row];
    std::int64_t bottom = memory_.bottom[row];
    const std::int64_t sign = bottom < 0 ? -1 : 1;
    const std::int64_t common = std::gcd(top, bottom) * sign;
    top /= common;
    bottom /= common;
    const std::int64_t with_top = std::gcd(top, factor.denominator);
    const std::int64_t with_bottom = std::gcd(bottom, factor.numerator);
    numerators_.set(number, int128{top / with_top} * (factor.numerator / with_bottom), 0);
    denominators_.set(number, int128{bottom / with_bottom} * (factor.denominator / with_top), 0);
  }

  void set_any(std::size_t number, const Cell& cell) {
    const Observation exact = indicators_.at(cell.period, cell.column, cell.row);
    const auto* quantity = std::get_if<Quantity>(&exact);
    if (quantity == nullptr) return;
    const Rational limit = Rational::power_of_ten(38);
    const Rational top = quantity->value().numerator();
    const Rational bottom = quantity->value().denominator();
    if (top >= limit || -top >= limit || bottom >= limit) return;
    numerators_.set(number, *detail::to_int128(top), 0);
    denominators_.set(number, *detail::to_int128(bottom), 0);
  }

  const Indicators& indicators_;
  const Indicators::Data& data_;
  std::size_t rows_;
  detail::BlockLeaves leaves_;
  detail::BlockMemory memory_{};
  Decimals numerators_;
  Decimals denominators_;
};

Table long_table(const Indicators& indicators) {
  const LongRows rows(indicators.totals(), indicators.columns().size());
  TableBuilder builder;
  rows.add_keys(builder);
  add_columns(builder, rows, indicators);
  Decimals values(rows.size(), most_places(indicators));
  Fractions fractions(indicators);
  std::optional<detail::IndicatorCoverage> coverage;
  std::vector<std::int32_t> known(rows.size());
  std::vector<std::int32_t> due(rows.size());
  rows.visit([&](std::size_t number, std::size_t period, std::size_t column, std::size_t row) {
    if (row == 0) {
      fractions.set(number, period, column);
      coverage.emplace(indicators, period, column);
    }
    const Coverage one = coverage->of(row);
    known[number] = static_cast<std::int32_t>(one.known);
    due[number] = static_cast<std::int32_t>(one.due);
    if (!has_value(indicators.statuses(period, column)[row])) return;
    values.set(number, whole_of(indicators, period, column, row),
               indicators.columns()[column].places);
  });
  std::move(values).add_to(builder, "value");
  std::vector<std::string> units;
  for (const Indicators::Column& column : indicators.columns()) {
    units.push_back(column.unit.symbol());
  }
  rows.add_words(builder, "unit", units);
  rows.add_statuses(builder, [&](std::size_t period, std::size_t column) {
    return indicators.statuses(period, column);
  });
  std::move(fractions).add_to(builder);
  builder.add_int32("known", std::move(known), {}).add_int32("due", std::move(due), {});
  return std::move(builder).build();
}

}  // namespace

Table to_table(const Indicators& indicators, TableLayout layout) {
  return layout == TableLayout::wide_layout ? wide_table(indicators) : long_table(indicators);
}

std::string_view name_of(TableLayout layout) noexcept {
  constexpr std::array<std::string_view, 2> names{"wide", "long"};
  return names[static_cast<std::size_t>(layout)];
}

}  // namespace edustat
