// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "panel/totals_builder.hpp"
#include "panel/totals_data.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace edustat {
namespace {

using detail::BuiltCell;
using detail::TotalsBuilder;

constexpr int months_of_year = 12;
constexpr int september = 8;

/// The stronger of two reasons for a value that is not there.
CellStatus stronger(CellStatus left, CellStatus right) {
  for (const CellStatus status :
       {CellStatus::suppressed, CellStatus::missing, CellStatus::not_comparable}) {
    if (left == status || right == status) return status;
  }
  return CellStatus::not_applicable;
}

bool has_value(CellStatus status) {
  return status == CellStatus::complete || status == CellStatus::partial;
}

/// What is due in a period of which nothing was reported.
BuiltCell unreported(const Totals::Data& data, const Period& period, const Series& series,
                     std::size_t row) {
  const auto& edition = data.layout->edition(data.tree.edition_at(period.last_month()));
  const std::uint32_t units = edition.due[row];
  const std::uint32_t due = series.regions == RegionRule::sum ? units : (units == 0 ? 0 : 1);
  return {0, {0, due}, due == 0 ? CellStatus::not_applicable : CellStatus::missing};
}

BuiltCell cell_of(const Totals::Data& data, std::optional<std::size_t> period, const Period& asked,
                  std::size_t series, std::size_t row) {
  if (!period) return unreported(data, asked, data.series[series], row);
  const Totals::Data::Slice& slice = data.slice(*period, series);
  const detail::int128 sum =
      slice.wide != nullptr ? slice.wide[row] : detail::int128{slice.sums[row]};
  return {sum, {slice.known[row], slice.due[row]}, slice.statuses[row]};
}

/// Periods added up: what is not known makes the sum partial.
BuiltCell sum_of(const std::vector<BuiltCell>& parts) {
  BuiltCell sum{0, {0, 0}, CellStatus::not_applicable};
  bool is_complete = true;
  for (const BuiltCell& part : parts) {
    sum.sum += part.sum;
    sum.coverage.known += part.coverage.known;
    sum.coverage.due += part.coverage.due;
    const bool counts = part.status != CellStatus::not_applicable;
    is_complete = is_complete && (!counts || part.status == CellStatus::complete);
    if (!has_value(part.status)) sum.status = stronger(sum.status, part.status);
  }
  if (sum.coverage.known != 0) {
    sum.status = is_complete ? CellStatus::complete : CellStatus::partial;
  }
  return sum;
}

bool adds_over_time(TimeRule rule) {
  return rule == TimeRule::flow || rule == TimeRule::cohort;
}

bool takes_last(TimeRule rule) {
  return rule == TimeRule::stock || rule == TimeRule::cumulative || rule == TimeRule::plan ||
         rule == TimeRule::standard;
}

/// True for the first period after a cumulative figure began again.
bool begins_origin(const Period& period, Origin origin) {
  const int month = period.is_instant() ? period.last_month() : period.first_month();
  if (origin == Origin::year) return month % months_of_year == 0;
  if (origin == Origin::school_year) return month % months_of_year == september;
  return false;
}

}  // namespace

Totals Totals::by_period(Period::Kind kind) const {
  std::map<Period, std::vector<Period>> parts;
  for (const Period& period : periods()) {
    const Period whole = period.containing(kind);
    if (!parts.contains(whole)) parts[whole] = whole.divide(period.kind());
    const auto& known = parts[whole];
    if (std::find(known.begin(), known.end(), period) == known.end()) {
      throw StructureError(
          Fault{ErrorCode::periods_do_not_divide, {period.to_string(), whole.to_string()}});
    }
  }
  std::vector<Period> wholes;
  for (const auto& [whole, unused] : parts) wholes.push_back(whole);
  TotalsBuilder builder(*data_, wholes, data_->series);
  for (std::size_t i = 0; i < wholes.size(); ++i) {
    const std::vector<Period>& months = parts[wholes[i]];
    std::vector<std::optional<std::size_t>> numbers;
    for (const Period& month : months) numbers.push_back(period(month));
    std::vector<BuiltCell> cells(months.size());
    for (std::size_t number = 0; number < data_->series.size(); ++number) {
      const TimeRule rule = data_->series[number].time;
      for (std::size_t row = 0; row < rows().size(); ++row) {
        BuiltCell cell{0, {0, 0}, CellStatus::not_applicable};
        if (adds_over_time(rule)) {
          for (std::size_t k = 0; k < months.size(); ++k) {
            cells[k] = cell_of(*data_, numbers[k], months[k], number, row);
          }
          cell = sum_of(cells);
        } else if (takes_last(rule)) {
          cell = cell_of(*data_, numbers.back(), months.back(), number, row);
        }
        builder.put(i, number, row, cell);
      }
    }
  }
  return Totals(std::move(builder).build());
}

Totals Totals::as_flows() const {
  std::vector<Series> flows = data_->series;
  for (Series& one : flows) {
    if (one.time != TimeRule::cumulative) continue;
    one.time = TimeRule::flow;
    one.origin = Origin::none;
    one.prints *= 2;
  }
  TotalsBuilder builder(*data_, data_->periods, flows);
  for (std::size_t i = 0; i < data_->periods.size(); ++i) {
    const Period& now = data_->periods[i];
    const std::optional<std::size_t> before = period(now.previous());
    for (std::size_t number = 0; number < flows.size(); ++number) {
      const Series& one = data_->series[number];
      const bool stands = one.time != TimeRule::cumulative || begins_origin(now, one.origin);
      for (std::size_t row = 0; row < rows().size(); ++row) {
        BuiltCell cell = cell_of(*data_, i, now, number, row);
        if (!stands && has_value(cell.status)) {
          const BuiltCell last = cell_of(*data_, before, now.previous(), number, row);
          const bool is_same = !before || is_comparable(row, i, *before);
          if (!has_value(last.status) || !is_same) {
            cell = {
                0,
                {0, cell.coverage.due},
                is_same ? stronger(last.status, CellStatus::missing) : CellStatus::not_comparable};
          } else {
            cell.sum -= last.sum;
            cell.coverage.known = std::min(cell.coverage.known, last.coverage.known);
            if (last.status == CellStatus::partial) cell.status = CellStatus::partial;
          }
        }
        builder.put(i, number, row, cell);
      }
    }
  }
  return Totals(std::move(builder).build());
}

}  // namespace edustat
