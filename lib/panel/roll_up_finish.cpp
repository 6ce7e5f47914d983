// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "number/wide.hpp"
#include "panel/crew.hpp"
#include "panel/memory.hpp"
#include "panel/roll_up_state.hpp"
#include "panel/scan_kernel.hpp"
#include "panel/totals_data.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <set>
#include <utility>

namespace edustat {
namespace {

using detail::Cells;
using detail::int128;
using detail::Layout;

/// Adds every cell into the one above it, the deepest first, then fills in groups and rests.
template <typename Number>
void add_up(Number* cells, const Layout& layout, const Layout::Edition& edition) {
  for (const Layout::Siblings& one : edition.steps) {
    Number sum = 0;
    for (std::uint32_t i = 0; i < one.count; ++i) sum += cells[one.first + i];
    cells[one.up] += sum;
  }
  for (const Layout::Group& group : layout.groups()) {
    Number sum = 0;
    for (const std::uint32_t member : group.members) sum += cells[member];
    const bool is_rest = layout.rows()[group.cell].kind == Totals::Row::Kind::complement;
    cells[group.cell] = is_rest ? cells[group.within] - sum : sum;
  }
}

/// What is due, by cell, with inner nodes that report an own level counted as well.
std::vector<std::uint32_t> due_of(const Layout& layout, const Layout::Edition& edition,
                                  const std::set<RegionNumber>& own_levels) {
  std::vector<std::uint32_t> extra(layout.stride(), 0);
  for (const RegionNumber region : own_levels) {
    if (edition.exists[region] && !edition.is_leaf[region]) ++extra[edition.home[region]];
  }
  if (!own_levels.empty()) add_up(extra.data(), layout, edition);
  for (std::size_t cell = 0; cell < layout.cells(); ++cell) extra[cell] += edition.due[cell];
  return extra;
}

/// Of a measure that does not add over regions one fact is due in each.
std::vector<std::uint32_t> one_each(std::vector<std::uint32_t> due) {
  for (std::uint32_t& count : due) count = count == 0 ? 0 : 1;
  return due;
}

/// Cells of one series in one period are used up: they are added up in place, and their counts of
/// unknown rows become those of known ones.
void add_up_cells(Cells& cells, const Layout& layout, const Layout::Edition& edition,
                  const Series& series) {
  detail::scan_kernel().know(cells.rows, cells.unknown, layout.stride());
  if (series.regions != RegionRule::sum) return;
  if (cells.wide != nullptr) {
    add_up(cells.wide, layout, edition);
  } else {
    add_up(cells.sums, layout, edition);
  }
  add_up(cells.unknown, layout, edition);
  if (cells.not_applicable != nullptr) add_up(cells.not_applicable, layout, edition);
  if (cells.suppressed != nullptr) add_up(cells.suppressed, layout, edition);
}

/// Statuses where every gap is plainly missing; false where more is known than is due.
bool fill_statuses(const std::uint32_t* known, const std::uint32_t* due, std::size_t rows,
                   CellStatus* statuses) {
  constexpr auto byte = [](CellStatus status) { return static_cast<std::uint8_t>(status); };
  constexpr detail::StatusWords words{byte(CellStatus::complete), byte(CellStatus::partial),
                                      byte(CellStatus::missing), byte(CellStatus::not_applicable)};
  static_assert(sizeof(CellStatus) == 1);
  return detail::scan_kernel().status(known, due, rows, words,
                                      reinterpret_cast<std::uint8_t*>(statuses));
}

/// The same where gaps have other reasons: what does not apply is not due.
bool fill_statuses_by_reason(const Cells& cells, std::uint32_t* due, std::size_t rows,
                             CellStatus* statuses) {
  bool is_sound = true;
  for (std::size_t row = 0; row < rows; ++row) {
    detail::Reasons reasons;
    if (cells.not_applicable != nullptr) reasons.not_applicable = cells.not_applicable[row];
    if (cells.suppressed != nullptr) reasons.suppressed = cells.suppressed[row];
    due[row] -= std::min(due[row], reasons.not_applicable);
    is_sound = is_sound && cells.unknown[row] <= due[row];
    statuses[row] = detail::status_of({cells.unknown[row], due[row]}, reasons);
  }
  return is_sound;
}

/// Not below any of the absolute sums: the next power of two, less 1.
std::int64_t bound_of(const std::int64_t* sums, std::size_t count) {
  const std::uint64_t seen = detail::scan_kernel().magnitudes(sums, count);
  const std::uint64_t bound = seen == 0 ? 1 : ~std::uint64_t{0} >> std::countl_zero(seen);
  return static_cast<std::int64_t>(bound);
}

/// For each reported total what rolls up to the same row.
std::vector<Totals::Difference> differences_of(const Totals::Data& data,
                                               const detail::ReportedTotals& reported) {
  std::vector<Totals::Difference> differences;
  for (const auto& [key, value] : reported) {
    const auto& [number, region] = key.second;
    const auto place = std::lower_bound(data.periods.begin(), data.periods.end(), key.first);
    const auto period = static_cast<std::size_t>(place - data.periods.begin());
    const std::uint32_t row = data.layout->edition(data.editions[period]).self[region];
    Totals::Difference one{period, number, region, value, {}, {}};
    if (row < data.layout->rows().size()) {
      const Totals::Data::Slice& slice = data.slice(period, number);
      one.coverage = {slice.known[row], slice.due[row]};
      const Rational whole =
          slice.wide != nullptr ? detail::to_rational(slice.wide[row]) : Rational(slice.sums[row]);
      const Rational sum = whole * Rational::power_of_ten(-data.series[number].places);
      if (one.coverage.known != 0) one.computed = sum;
      if (one.coverage.known == one.coverage.due && sum == value) continue;
    }
    differences.push_back(std::move(one));
  }
  return differences;
}

}  // namespace

Totals RollUp::State::finish(const Work& work) && {
  auto data = std::make_shared<Totals::Data>(tree, layout);
  std::set<Period> seen;
  for (const auto& [key, unused] : cells) seen.insert(key.first);
  for (const auto& [key, unused] : reported) seen.insert(key.first);
  data->periods.assign(seen.begin(), seen.end());
  data->series = series;
  for (const Period& period : data->periods) {
    data->editions.push_back(tree.edition_at(period.last_month()));
  }
  // By edition, for measures that add over regions and for those that do not.
  std::vector<std::vector<std::uint32_t>> due;
  for (std::size_t i = 0; i < layout->editions(); ++i) {
    due.push_back(due_of(*layout, layout->edition(i), own_levels));
    due.push_back(one_each(due.back()));
  }
  data->due = std::move(due);
  const std::size_t rows = layout->rows().size();
  const std::size_t count = data->periods.size() * series.size();
  const auto statuses = detail::unset<CellStatus>(count * rows);
  data->statuses = statuses;
  std::vector<Cells*> all(count);
  for (std::size_t i = 0; i < count; ++i) {
    all[i] = &cells_of(data->periods[i / series.size()], i % series.size());
  }
  data->slices.resize(count);
  std::vector<std::int64_t> bounds(count, 0);
  std::atomic<bool> is_sound{true};
  detail::Crew crew(work, data->periods.size());
  crew.run_pieces(data->periods.size(), [&](std::size_t period, unsigned) {
    const std::size_t edition = data->editions[period];
    for (std::size_t number = 0; number < series.size(); ++number) {
      const std::size_t i = period * series.size() + number;
      Cells& one = *all[i];
      add_up_cells(one, *layout, layout->edition(edition), series[number]);
      const bool adds = series[number].regions == RegionRule::sum;
      const std::vector<std::uint32_t>& wanted = data->due[2 * edition + (adds ? 0 : 1)];
      CellStatus* own = statuses.get() + i * rows;
      Totals::Data::Slice& slice = data->slices[i];
      slice = {one.sums, one.wide, own, one.unknown, wanted.data(), one.owner};
      bool is_well = true;
      if (one.not_applicable == nullptr && one.suppressed == nullptr) {
        is_well = fill_statuses(one.unknown, wanted.data(), rows, own);
      } else {
        auto less = std::make_shared<std::vector<std::uint32_t>>(wanted);
        is_well = fill_statuses_by_reason(one, less->data(), rows, own);
        slice.due = less->data();
        slice.own_due = std::move(less);
      }
      if (!is_well) is_sound = false;
      if (one.sums != nullptr) bounds[i] = bound_of(one.sums, rows);
    }
  });
  if (!is_sound) throw StructureError(Fault{ErrorCode::repeated_facts, {}});
  for (std::size_t number = 0; number < series.size(); ++number) {
    data->is_wide.push_back(is_wide(number));
    std::int64_t most = 0;
    for (std::size_t i = number; i < count; i += series.size()) most = std::max(most, bounds[i]);
    data->largest.push_back(most);
  }
  data->differences = differences_of(*data, reported);
  return Totals(std::move(data));
}

}  // namespace edustat
