// SPDX-License-Identifier: Apache-2.0
#include "number/wide.hpp"
#include "panel/memory.hpp"
#include "panel/scan.hpp"

#include <memory>
#include <utility>

namespace edustat::detail {
namespace {

/// Rows between two looks at progress and stopping.
constexpr std::size_t rows_in_step = 65536;

/// Row by row, without haste.
class RestScan {
 public:
  RestScan(const Panel::Data& panel, RollUp::State& state, const Targets& targets, Crew& crew)
      : panel_(panel), state_(state), targets_(targets), crew_(crew) {
    for (const Period& period : panel.periods) {
      editions_.push_back(panel.tree.edition_at(period.last_month()));
    }
  }

  void run() {
    for (const FactBatch& batch : panel_.batches) {
      for (const std::size_t column : targets_.slow()) add_column(batch, column);
      for (const std::size_t column : targets_.fast()) {
        for (const std::uint32_t row : batch.inner_rows) add_inner(batch, column, row);
        if (batch.values[column].reasons != nullptr) add_reasons(batch, column);
      }
    }
  }

 private:
  /// Where a row stands.
  struct Spot {
    std::size_t slot;
    RegionNumber region;
    const Layout::Edition* edition;
  };

  [[nodiscard]] std::optional<Spot> spot_of(const FactBatch& batch, std::size_t row) const {
    const std::int32_t region = batch.region_of.of(batch.regions.at(row));
    const std::int32_t slot = batch.slot_of.of(batch.slots.at(row));
    if (region == no_meaning || slot == no_meaning) return {};
    const auto known = static_cast<std::size_t>(slot);
    const std::size_t edition = editions_[known % panel_.periods.size()];
    return Spot{known, static_cast<RegionNumber>(region), &state_.layout->edition(edition)};
  }

  Cells& cells_of(const Spot& spot, std::size_t column) {
    return state_.cells_of(panel_.periods[spot.slot % panel_.periods.size()],
                           targets_.series(column, spot.slot / panel_.periods.size()));
  }

  void add_column(const FactBatch& batch, std::size_t column) {
    const bool adds = panel_.columns[column].regions == RegionRule::sum;
    for (std::size_t row = 0; row < batch.rows; ++row) {
      if (row % rows_in_step == 0) crew_.step(0);
      const std::optional<Spot> spot = spot_of(batch, row);
      if (!spot || !spot->edition->exists[spot->region]) continue;
      if (!adds) {
        add_fact(batch, column, row, *spot, spot->edition->self[spot->region]);
      } else if (spot->edition->is_leaf[spot->region]) {
        add_fact(batch, column, row, *spot, spot->edition->home[spot->region]);
      }
    }
    if (!adds) return;
    for (const std::uint32_t row : batch.inner_rows) add_inner(batch, column, row);
    if (batch.values[column].reasons != nullptr) add_reasons(batch, column);
  }

  void add_fact(const FactBatch& batch, std::size_t column, std::size_t row, const Spot& spot,
                std::uint32_t cell) {
    const Values& values = batch.values[column];
    Cells& cells = exclusive(cells_of(spot, column));
    ++cells.rows[cell];
    if (!values.is_valid(row)) {
      ++cells.unknown[cell];
    } else if (cells.wide != nullptr) {
      cells.wide[cell] += value_of(values, row);
    } else {
      cells.sums[cell] += values.values[row];
    }
  }

  static int128 value_of(const Values& values, std::size_t row) {
    return values.wide != nullptr ? values.wide[row] : int128{values.values[row]};
  }

  /// The fact of a region with others below it: its own level, or a total that is only compared.
  void add_inner(const FactBatch& batch, std::size_t column, std::size_t row) {
    const std::optional<Spot> spot = spot_of(batch, row);
    if (!spot) return;
    const Series& series = panel_.columns[column];
    if (series.inner == InnerFacts::own) {
      state_.own_levels.insert(spot->region);
      add_fact(batch, column, row, *spot, spot->edition->home[spot->region]);
    } else if (batch.values[column].is_valid(row)) {
      const std::size_t number = targets_.series(column, spot->slot / panel_.periods.size());
      const Rational value = to_rational(value_of(batch.values[column], row));
      state_
          .reported[{panel_.periods[spot->slot % panel_.periods.size()], {number, spot->region}}] =
          value * Rational::power_of_ten(-series.places);
    }
  }

  /// Counts why rows have no value, where it is not plainly missing.
  void add_reasons(const FactBatch& batch, std::size_t column) {
    const Values& values = batch.values[column];
    for (std::size_t row = 0; row < batch.rows; ++row) {
      if (row % rows_in_step == 0) crew_.step(0);
      if (values.is_valid(row) || values.reasons[row] == Gap::missing) continue;
      const std::optional<Spot> spot = spot_of(batch, row);
      if (!spot || !spot->edition->exists[spot->region]) continue;
      const bool is_added =
          spot->edition->is_leaf[spot->region] || panel_.columns[column].inner == InnerFacts::own;
      if (!is_added) continue;
      Cells& cells = cells_of(*spot, column);
      std::uint32_t*& counts =
          values.reasons[row] == Gap::suppressed ? cells.suppressed : cells.not_applicable;
      if (counts == nullptr) counts = new_counts(cells);
      ++counts[spot->edition->home[spot->region]];
    }
  }

  [[nodiscard]] std::uint32_t* new_counts(Cells& cells) const {
    auto counts = zeroed<std::uint32_t>(state_.layout->stride());
    std::uint32_t* const first = counts.get();
    cells.owner =
        std::make_shared<std::pair<std::shared_ptr<const void>, std::shared_ptr<const void>>>(
            cells.owner, std::move(counts));
    return first;
  }

  /// Rows are counted by series here, so nobody may share the count.
  Cells& exclusive(Cells& cells) const {
    if (cells.rows_are == Cells::Rows::shared) cells = state_.copy_of(cells);
    return cells;
  }

  const Panel::Data& panel_;
  RollUp::State& state_;
  const Targets& targets_;
  Crew& crew_;
  std::vector<std::size_t> editions_;
};

}  // namespace

void scan_rest(const Panel::Data& panel, RollUp::State& state, const Targets& targets, Crew& crew) {
  RestScan(panel, state, targets, crew).run();
}

}  // namespace edustat::detail
