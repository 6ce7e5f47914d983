// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/sample.hpp"

#include "edustat/error/error.hpp"

#include "analysis/column_sums.hpp"
#include "analysis/sample_data.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

namespace edustat {
namespace {

/// Rows without a value in either column.
std::vector<std::size_t> gaps_of(const Numbers& values, const Numbers& weights) {
  std::vector<std::size_t> rows;
  std::set_union(values.gaps.begin(), values.gaps.end(), weights.gaps.begin(), weights.gaps.end(),
                 std::back_inserter(rows));
  return rows;
}

/// The gaps, and the rows where the denominator is 0.
std::vector<std::size_t> with_zeros(const std::vector<std::size_t>& gaps,
                                    const Numbers& denominators) {
  std::vector<std::size_t> rows;
  auto next = gaps.begin();
  std::visit(
      [&](const auto& cells) {
        for (std::size_t row = 0; row < cells.size(); ++row) {
          const bool is_gap = next != gaps.end() && *next == row;
          if (is_gap) ++next;
          if (is_gap || cells[row] == 0) rows.push_back(row);
        }
      },
      denominators.cells);
  return rows;
}

/// Refuses all of these rows at once. @throws StructureError
void refuse(const std::vector<std::size_t>& rows,
            const std::function<Fault(std::size_t row)>& fault_of) {
  constexpr std::size_t most = 20;
  std::vector<Fault> faults;
  for (const std::size_t row : rows) {
    if (faults.size() < most) faults.push_back(fault_of(row));
  }
  if (rows.size() > most) {
    faults.push_back({ErrorCode::more_faults, {std::to_string(rows.size() - most)}});
  }
  if (!faults.empty()) throw StructureError(std::move(faults));
}

void refuse_gaps(const Numbers& values, const Numbers& weights,
                 const std::vector<std::size_t>& rows) {
  refuse(rows, [&](std::size_t row) -> Fault {
    const bool is_weight = !std::binary_search(values.gaps.begin(), values.gaps.end(), row);
    const std::string& name = is_weight ? weights.name : values.name;
    return {ErrorCode::absent_value, {name}, {.source = name, .line = row + 1}};
  });
}

void refuse_zeros(const Numbers& denominators, const std::vector<std::size_t>& rows) {
  refuse(rows, [&](std::size_t row) -> Fault {
    return {ErrorCode::zero_denominator,
            {denominators.name},
            {.source = denominators.name, .line = row + 1}};
  });
}

/// The row of the table in which a unit stands.
std::size_t row_of(const detail::SampleData& data, std::size_t unit) {
  for (const std::size_t row : data.left_out) {
    if (row <= unit) ++unit;
  }
  return unit;
}

void refuse_negative(const detail::SampleData& data, const detail::SampleColumn& column,
                     const std::string& name) {
  if (!column.has_negative) return;
  for (std::size_t unit = 0; unit < column.size; ++unit) {
    if (column.high(unit) >= 0) continue;
    const std::string value = (column.unscaled(unit) * column.scale).to_string();
    throw StructureError(Fault{ErrorCode::negative_value,
                               {name, value},
                               {.source = name, .line = row_of(data, unit) + 1}});
  }
}

std::shared_ptr<const detail::SampleData> read(const Numbers& values, const Numbers* weights,
                                               bool is_per, GapRule gaps) {
  auto data = std::make_shared<detail::SampleData>();
  data->is_per = is_per;
  data->name = values.name;
  const Numbers none;
  if (weights != nullptr && weights->size() != values.size()) {
    throw StructureError(
        Fault{ErrorCode::unequal_columns,
              {weights->name, std::to_string(weights->size()), std::to_string(values.size())}});
  }
  const Numbers& others = weights != nullptr ? *weights : none;
  data->left_out = gaps_of(values, others);
  if (gaps == GapRule::refuse) refuse_gaps(values, others, data->left_out);
  if (weights != nullptr) data->weights = detail::sample_column_of(others, data->left_out);
  if (is_per && data->weights.has_zero) {
    data->left_out = with_zeros(data->left_out, others);
    if (gaps == GapRule::refuse) refuse_zeros(others, data->left_out);
    data->weights = detail::sample_column_of(others, data->left_out);
  }
  data->amounts = detail::sample_column_of(values, data->left_out);
  data->weights.size = data->amounts.size;
  if (weights != nullptr) refuse_negative(*data, data->weights, weights->name);
  detail::sum_up(*data);
  return data;
}

}  // namespace

std::size_t Numbers::size() const noexcept {
  return std::visit([](const auto& all) { return all.size(); }, cells);
}

Sample::Sample(std::shared_ptr<const detail::SampleData> data) noexcept : data_(std::move(data)) {}

Sample Sample::of(const Numbers& values, GapRule gaps) {
  return Sample(read(values, nullptr, false, gaps));
}

Sample Sample::weighted(const Numbers& values, const Numbers& weights, GapRule gaps) {
  return Sample(read(values, &weights, false, gaps));
}

Sample Sample::per(const Numbers& amounts, const Numbers& denominators, GapRule gaps) {
  return Sample(read(amounts, &denominators, true, gaps));
}

std::size_t Sample::size() const noexcept {
  return data_->size();
}

std::span<const std::size_t> Sample::left_out() const noexcept {
  return data_->left_out;
}

Rational Sample::mean() const {
  const Rational weights = detail::weight_of(*data_);
  if (weights.is_zero()) {
    throw StructureError(Fault{ErrorCode::undefined_dispersion, {data_->name, "0/0"}});
  }
  const Rational mean = detail::total_of(*data_) / weights * data_->amounts.scale;
  return data_->is_per ? mean / data_->weights.scale : mean;
}

Rational Sample::value(std::size_t unit) const {
  const Rational amount = data_->amounts.unscaled(unit) * data_->amounts.scale;
  return data_->is_per ? amount / weight(unit) : amount;
}

Rational Sample::weight(std::size_t unit) const {
  return data_->weights.unscaled(unit) * data_->weights.scale;
}

std::string_view name_of(GapRule rule) noexcept {
  return rule == GapRule::refuse ? "refuse" : "leave_out";
}

namespace detail {

void require_no_negative(const SampleData& data) {
  refuse_negative(data, data.amounts, data.name);
}

void require_mean(const SampleData& data) {
  if (data.mean.high > 0) return;
  const double scale = data.amounts.scale.to_double();
  const double mean =
      data.mean.value() * (data.is_per ? scale / data.weights.scale.to_double() : scale);
  const bool has_weight = data.weight.high > 0;
  throw StructureError(
      Fault{ErrorCode::undefined_dispersion, {data.name, has_weight ? text_of(mean) : "0/0"}});
}

}  // namespace detail
}  // namespace edustat
