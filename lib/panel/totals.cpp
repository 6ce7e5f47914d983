// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/totals.hpp"

#include "edustat/error/error.hpp"

#include "number/wide.hpp"
#include "panel/totals_data.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace edustat {
namespace {

struct Words {
  std::string_view zh;
  std::string_view en;
};

constexpr std::array status_words{
    Words{"完整", "complete"},
    Words{"不完整", "partial"},
    Words{"缺报", "missing"},
    Words{"不适用", "not_applicable"},
    Words{"不公布", "suppressed"},
    Words{"无意义", "undefined"},
    Words{"口径不可比", "not_comparable"},
};

Gap gap_of(CellStatus status) noexcept {
  switch (status) {
    case CellStatus::not_applicable:
      return Gap::not_applicable;
    case CellStatus::suppressed:
      return Gap::suppressed;
    case CellStatus::undefined:
    case CellStatus::not_comparable:
      return Gap::undefined;
    default:
      return Gap::missing;
  }
}

}  // namespace

std::string_view name_of(CellStatus status, Language language) noexcept {
  const Words& words = status_words[static_cast<std::size_t>(status)];
  return language == Language::zh ? words.zh : words.en;
}

CellStatus detail::status_of(Coverage coverage, Reasons reasons) noexcept {
  if (coverage.due == 0) {
    return reasons.not_applicable == 0 && reasons.suppressed != 0 ? CellStatus::suppressed
                                                                  : CellStatus::not_applicable;
  }
  if (coverage.known == coverage.due) return CellStatus::complete;
  if (coverage.known != 0) return CellStatus::partial;
  return reasons.suppressed != 0 ? CellStatus::suppressed : CellStatus::missing;
}

Totals::Totals(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}

std::span<const Totals::Row> Totals::rows() const noexcept {
  return data_->layout->rows();
}

std::span<const Period> Totals::periods() const noexcept {
  return data_->periods;
}

std::span<const Series> Totals::series() const noexcept {
  return data_->series;
}

const RegionTree& Totals::tree() const noexcept {
  return data_->tree;
}

std::size_t Totals::row(std::string_view code) const {
  const std::size_t number = data_->layout->row(code);
  if (number == rows().size()) {
    throw CodeError(Fault{ErrorCode::unknown_region, {std::string(code)}});
  }
  return number;
}

std::optional<std::size_t> Totals::period(const Period& period) const noexcept {
  const auto found = std::lower_bound(data_->periods.begin(), data_->periods.end(), period);
  if (found == data_->periods.end() || *found != period) return {};
  return static_cast<std::size_t>(found - data_->periods.begin());
}

std::optional<std::size_t> Totals::find_series(
    std::string_view measure, std::span<const Reference::Category> categories) const noexcept {
  for (std::size_t i = 0; i < data_->series.size(); ++i) {
    const Series& one = data_->series[i];
    if (one.measure == measure && std::equal(one.categories.begin(), one.categories.end(),
                                             categories.begin(), categories.end())) {
      return i;
    }
  }
  return {};
}

std::span<const std::int32_t> Totals::parents(std::size_t period) const noexcept {
  return data_->layout->edition(data_->editions[period]).parent_rows;
}

bool Totals::is_comparable(std::size_t row, std::size_t period, std::size_t base) const noexcept {
  const std::size_t now = data_->editions[period];
  const std::size_t then = data_->editions[base];
  return now == then || data_->layout->has_same_boundary(data_->tree, row, now, then);
}

bool Totals::is_wide(std::size_t series) const noexcept {
  return data_->is_wide[series];
}

std::span<const std::int64_t> Totals::sums(std::size_t period, std::size_t series) const noexcept {
  const std::int64_t* sums = data_->slice(period, series).sums;
  return {sums, sums == nullptr ? 0 : rows().size()};
}

std::span<const CellStatus> Totals::statuses(std::size_t period,
                                             std::size_t series) const noexcept {
  return {data_->slice(period, series).statuses, rows().size()};
}

std::optional<std::int64_t> Totals::largest(std::size_t series) const noexcept {
  if (is_wide(series)) return {};
  return data_->largest[series];
}

Coverage Totals::coverage(std::size_t period, std::size_t series, std::size_t row) const noexcept {
  const Data::Slice& slice = data_->slice(period, series);
  return {slice.known[row], slice.due[row]};
}

Rational Totals::sum(std::size_t period, std::size_t series, std::size_t row) const {
  const Data::Slice& slice = data_->slice(period, series);
  const Rational whole =
      slice.sums != nullptr ? Rational(slice.sums[row]) : detail::to_rational(slice.wide[row]);
  return whole * Rational::power_of_ten(-data_->series[series].places);
}

Observation Totals::at(std::size_t period, std::size_t series, std::size_t row,
                       Partial partial) const {
  const CellStatus status = statuses(period, series)[row];
  const bool is_known = status == CellStatus::complete ||
                        (status == CellStatus::partial && partial == Partial::known_part);
  if (!is_known) return gap_of(status);
  return Quantity(sum(period, series, row), data_->series[series].unit);
}

std::span<const Totals::Difference> Totals::differences() const noexcept {
  return data_->differences;
}

std::string_view name_of(Partial partial) noexcept {
  constexpr std::array<std::string_view, 2> names{"gap", "known_part"};
  return names[static_cast<std::size_t>(partial)];
}

std::string_view name_of(Totals::Row::Kind kind) noexcept {
  constexpr std::array<std::string_view, 3> names{"region", "group", "complement"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace edustat
