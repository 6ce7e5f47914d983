// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "number/wide.hpp"
#include "panel/crew.hpp"
#include "panel/roll_up_state.hpp"
#include "panel/totals_data.hpp"
#include "panel/zeroed.hpp"

#include <algorithm>
#include <atomic>
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
  for (const std::uint32_t cell : edition.deepest_first) {
    const std::int32_t up = edition.up[cell];
    if (up != Totals::no_parent) cells[up] += cells[cell];
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

/// One series in one period: from cells to a slice of the totals.
class Slicer {
 public:
  Slicer(const Layout& layout, const Layout::Edition& edition, const Series& series)
      : layout_(layout), edition_(edition), adds_(series.regions == RegionRule::sum) {}

  /// Uses the cells up: their counts of unknown rows become those of known ones.
  void add_up_cells(Cells& cells) const {
    for (std::size_t i = 0; i < layout_.stride(); ++i) {
      cells.unknown[i] = static_cast<std::uint32_t>(cells.rows[i]) - cells.unknown[i];
    }
    if (!adds_) return;
    if (cells.wide != nullptr) {
      add_up(cells.wide, layout_, edition_);
    } else {
      add_up(cells.sums, layout_, edition_);
    }
    add_up(cells.unknown, layout_, edition_);
    if (cells.not_applicable != nullptr) add_up(cells.not_applicable, layout_, edition_);
    if (cells.suppressed != nullptr) add_up(cells.suppressed, layout_, edition_);
  }

  /// Statuses by row; false where more is known than is due.
  [[nodiscard]] bool fill(const Cells& cells, std::uint32_t* due, CellStatus* statuses) const {
    bool is_sound = true;
    for (std::size_t row = 0; row < layout_.rows().size(); ++row) {
      detail::Reasons reasons;
      if (cells.not_applicable != nullptr) reasons.not_applicable = cells.not_applicable[row];
      if (cells.suppressed != nullptr) reasons.suppressed = cells.suppressed[row];
      due[row] -= std::min(due[row], reasons.not_applicable);
      is_sound = is_sound && cells.unknown[row] <= due[row];
      statuses[row] = detail::status_of({cells.unknown[row], due[row]}, reasons);
    }
    return is_sound;
  }

 private:
  const Layout& layout_;
  const Layout::Edition& edition_;
  bool adds_;
};

std::int64_t largest_of(const std::int64_t* sums, std::size_t count) {
  std::uint64_t largest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    largest = std::max(largest, detail::magnitude(sums[i]));
  }
  return static_cast<std::int64_t>(largest);
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
      const Rational whole = slice.wide != nullptr ? detail::to_rational(slice.wide[row])
                                                   : Rational(slice.sums[row]);
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
  std::vector<std::vector<std::uint32_t>> due;
  for (std::size_t i = 0; i < layout->editions(); ++i) {
    due.push_back(due_of(*layout, layout->edition(i), own_levels));
  }
  const std::size_t rows = layout->rows().size();
  const std::size_t stride = layout->stride();
  const std::size_t count = data->periods.size() * series.size();
  const auto all_due = detail::zeroed<std::uint32_t>(count * stride);
  const auto statuses = detail::zeroed<CellStatus>(count * stride);
  data->slices.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    Cells& one = cells_of(data->periods[i / series.size()], i % series.size());
    data->slices[i] = {one.sums, one.wide, statuses.get() + i * stride, one.unknown,
                       all_due.get() + i * stride,
                       std::make_shared<std::pair<std::shared_ptr<const void>,
                                                  std::shared_ptr<const void>>>(
                           one.owner, std::make_shared<std::pair<std::shared_ptr<const void>,
                                                                 std::shared_ptr<const void>>>(
                                          all_due, statuses))};
  }
  std::vector<std::int64_t> largest(count, 0);
  std::atomic<bool> is_sound{true};
  detail::Crew crew(work, data->periods.size());
  crew.run_pieces(data->periods.size(), [&](std::size_t period, unsigned) {
    const Layout::Edition& edition = layout->edition(data->editions[period]);
    for (std::size_t number = 0; number < series.size(); ++number) {
      const std::size_t i = period * series.size() + number;
      Cells& one = cells.find({data->periods[period], number})->second;
      const Slicer slicer(*layout, edition, series[number]);
      slicer.add_up_cells(one);
      const auto& from = due[data->editions[period]];
      std::uint32_t* to = all_due.get() + i * stride;
      if (series[number].regions == RegionRule::sum) {
        std::copy(from.begin(), from.end(), to);
      } else {
        for (std::size_t row = 0; row < rows; ++row) to[row] = from[row] == 0 ? 0 : 1;
      }
      if (!slicer.fill(one, to, statuses.get() + i * stride)) is_sound = false;
      if (one.sums != nullptr) largest[i] = largest_of(one.sums, rows);
    }
  });
  if (!is_sound) throw StructureError(Fault{ErrorCode::repeated_facts, {}});
  for (std::size_t number = 0; number < series.size(); ++number) {
    data->is_wide.push_back(is_wide(number));
    std::int64_t most = 0;
    for (std::size_t i = number; i < count; i += series.size()) most = std::max(most, largest[i]);
    data->largest.push_back(most);
  }
  data->differences = differences_of(*data, reported);
  return Totals(std::move(data));
}

}  // namespace edustat
