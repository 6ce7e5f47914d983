// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/indicators.hpp"

#include "edustat/error/error.hpp"

#include "panel/indicator_coverage.hpp"
#include "panel/indicators_data.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace edustat {

std::string Indicators::Column::name() const {
  Reference reference;
  reference.item = indicator.substr(indicator.find('.') + 1);
  reference.categories = categories;
  return reference.to_string();
}

Indicators::Indicators(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}

const Totals& Indicators::totals() const noexcept {
  return data_->totals();
}

std::span<const Indicators::Column> Indicators::columns() const noexcept {
  return data_->columns;
}

std::size_t Indicators::column(std::string_view indicator,
                               std::span<const Reference::Category> categories) const {
  const Catalogue::Item item = data_->catalogue.find(indicator);
  const std::string id = std::visit([](const auto* entry) { return entry->full_id(); }, item);
  for (std::size_t i = 0; i < data_->columns.size(); ++i) {
    const Column& column = data_->columns[i];
    const bool is_meant =
        column.indicator == id && std::equal(column.categories.begin(), column.categories.end(),
                                             categories.begin(), categories.end());
    if (is_meant) return i;
  }
  Reference wanted;
  wanted.item = id;
  wanted.categories.assign(categories.begin(), categories.end());
  throw CodeError(Fault{ErrorCode::unknown_item, {wanted.to_string()}});
}

std::span<const Fault> Indicators::left_out() const noexcept {
  return data_->left_out;
}

std::span<const std::int64_t> Indicators::values(std::size_t period,
                                                 std::size_t column) const noexcept {
  return {data_->values.get() + data_->offset(period, column), totals().rows().size()};
}

std::span<const CellStatus> Indicators::statuses(std::size_t period,
                                                 std::size_t column) const noexcept {
  return {data_->statuses.get() + data_->offset(period, column), totals().rows().size()};
}

Coverage Indicators::coverage(std::size_t period, std::size_t column, std::size_t row) const {
  return detail::IndicatorCoverage(*this, period, column).of(row);
}

std::optional<Decimal> Indicators::rounded(std::size_t period, std::size_t column,
                                           std::size_t row) const {
  const Observation value = at(period, column, row);
  const Quantity* quantity = std::get_if<Quantity>(&value);
  if (!quantity) return std::nullopt;
  const Column& shown = data_->columns[column];
  return round_to(quantity->value(), DecimalPlaces(shown.places), shown.rounding);
}

Observation Indicators::at(std::size_t period, std::size_t column, std::size_t row) const {
  const detail::TotalsFacts::Sources sources = data_->sources();
  return detail::TotalsFacts(sources, {period, row, data_->columns[column].categories})
      .read(*data_->indicators[column]);
}

}  // namespace edustat
