// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "number/int128.hpp"
#include "panel/panel_reader.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace edustat {

using detail::FactBatch;
using detail::int128;
using detail::KeyState;
using detail::RowFaults;
using detail::Values;

/// By edition of the tree and region what a fact there is.
std::vector<std::vector<KeyState>> PanelReader::key_states() const {
  const RegionTree& tree = panel_->tree;
  std::vector<std::vector<KeyState>> states;
  for (std::size_t edition = 0; edition < tree.edition_count(); ++edition) {
    const auto parents = tree.parents(edition, panel_->hierarchy);
    std::vector<KeyState>& state = states.emplace_back(tree.size() + 1, KeyState::unit);
    state.back() = KeyState::absent;
    for (std::size_t region = 0; region < parents.size(); ++region) {
      if (parents[region] == RegionTree::absent) state[region] = KeyState::absent;
      if (parents[region] >= 0) state[static_cast<std::size_t>(parents[region])] = KeyState::inner;
    }
  }
  return states;
}

void PanelReader::check_rows() {
  const auto states = key_states();
  const detail::KeyFindings findings = detail::check_keys(*panel_, states, editions_, crew_);
  if (findings.has_strangers) name_strangers(states);
  refuse_inner_facts();
  if (!findings.has_repeats) return;
  if (options_.duplicates == Duplicates::refuse) refuse_repeats();
  add_repeats();
  for (FactBatch& batch : panel_->batches) batch.inner_rows.clear();
  static_cast<void>(detail::check_keys(*panel_, states, editions_, crew_));
}

/// Rows without a region, or whose region is not there in their period.
void PanelReader::name_strangers(const std::vector<std::vector<KeyState>>& states) {
  RowFaults faults;
  for (std::size_t i = 0; i < panel_->batches.size(); ++i) {
    const FactBatch& batch = panel_->batches[i];
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const std::int32_t region = batch.region_of.of(batch.regions.at(row));
      const auto slot = static_cast<std::size_t>(batch.slot_of.of(batch.slots.at(row)));
      const std::size_t period = slot % panel_->periods.size();
      const bool is_known = region != detail::no_meaning;
      if (is_known &&
          states[editions_[period]][static_cast<std::size_t>(region)] != KeyState::absent) {
        continue;
      }
      const std::string code = detail::word_at(region_column_, i, row);
      Fault fault{is_known ? ErrorCode::absent_region : ErrorCode::unknown_region,
                  {code},
                  {.source = options_.region, .line = batch.first_row + row + 1}};
      if (is_known) fault.arguments.push_back(panel_->periods[period].to_string());
      if (options_.unknown == UnknownRegions::set_aside) {
        panel_->set_aside.push_back(std::move(fault));
      } else {
        faults.add(fault.code, std::move(fault.arguments), options_.region, batch.first_row + row);
      }
    }
  }
  faults.raise<CodeError>();
}

/// Facts of regions that contain others, in columns that do not say what they are.
void PanelReader::refuse_inner_facts() {
  RowFaults faults;
  for (std::size_t column = 0; column < panel_->columns.size(); ++column) {
    const Series& series = panel_->columns[column];
    if (series.inner != InnerFacts::refuse || series.regions == RegionRule::none) continue;
    for (std::size_t i = 0; i < panel_->batches.size(); ++i) {
      const FactBatch& batch = panel_->batches[i];
      for (const std::uint32_t row : batch.inner_rows) {
        if (!batch.values[column].is_valid(row)) continue;
        faults.add(ErrorCode::inner_fact, {detail::word_at(region_column_, i, row), series.name()},
                   options_.region, batch.first_row + row);
      }
    }
  }
  faults.raise<StructureError>();
}

void PanelReader::refuse_repeats() {
  const std::vector<std::size_t> firsts = detail::first_of_key(*panel_);
  RowFaults faults;
  for (std::size_t i = 0; i < panel_->batches.size(); ++i) {
    const FactBatch& batch = panel_->batches[i];
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const std::size_t own = batch.first_row + row;
      if (firsts[own] == own) continue;
      const auto slot = static_cast<std::size_t>(batch.slot_of.of(batch.slots.at(row)));
      faults.add(ErrorCode::repeated_fact,
                 {detail::word_at(region_column_, i, row),
                  panel_->periods[slot % panel_->periods.size()].to_string(),
                  std::to_string(firsts[own] + 1)},
                 options_.region, own);
    }
  }
  faults.raise<StructureError>();
}

/// One batch in which every key stands once, with the sum of its rows.
void PanelReader::add_repeats() {
  struct Memory {
    std::vector<std::int32_t> regions;
    std::vector<std::int32_t> slots;
    std::vector<std::vector<int128>> sums;
    std::vector<std::vector<std::int64_t>> narrow;
    std::vector<std::vector<std::uint8_t>> validity;
    std::vector<std::vector<Gap>> reasons;
  };
  const std::vector<std::size_t> firsts = detail::first_of_key(*panel_);
  const std::size_t columns = panel_->columns.size();
  auto memory = std::make_shared<Memory>();
  memory->sums.resize(columns);
  memory->narrow.resize(columns);
  memory->validity.resize(columns);
  memory->reasons.resize(columns);
  std::vector<std::size_t> place(firsts.size());
  std::vector<detail::uint128> magnitudes(columns, 0);
  for (const FactBatch& batch : panel_->batches) {
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const std::size_t own = batch.first_row + row;
      if (firsts[own] == own) {
        place[own] = memory->regions.size();
        memory->regions.push_back(batch.region_of.of(batch.regions.at(row)));
        memory->slots.push_back(batch.slot_of.of(batch.slots.at(row)));
        for (std::size_t k = 0; k < columns; ++k) {
          memory->sums[k].push_back(0);
          memory->reasons[k].push_back(Gap::missing);
          if (place[own] % 8 == 0) memory->validity[k].push_back(0);
        }
      }
      const std::size_t to = place[firsts[own]];
      for (std::size_t k = 0; k < columns; ++k) {
        const Values& values = batch.values[k];
        if (!values.is_valid(row)) {
          if (values.reasons != nullptr) memory->reasons[k][to] = values.reasons[row];
          continue;
        }
        const int128 value = values.wide != nullptr ? values.wide[row] : int128{values.values[row]};
        memory->sums[k][to] += value;
        magnitudes[k] += detail::magnitude(value);
        memory->validity[k][to / 8] |= static_cast<std::uint8_t>(1U << (to % 8));
      }
    }
  }
  auto regions = std::make_shared<std::vector<std::int32_t>>(panel_->tree.size() + 1);
  for (std::size_t i = 0; i < regions->size(); ++i) {
    (*regions)[i] = i == 0 ? detail::no_meaning : static_cast<std::int32_t>(i - 1);
  }
  auto slots = std::make_shared<std::vector<std::int32_t>>(panel_->slots());
  for (std::size_t i = 0; i < slots->size(); ++i) (*slots)[i] = static_cast<std::int32_t>(i);
  FactBatch whole;
  whole.rows = memory->regions.size();
  whole.regions = {memory->regions.data(), detail::KeyCodes::Width::four, memory};
  whole.region_of = {-1, std::move(regions)};
  whole.slots = {memory->slots.data(), detail::KeyCodes::Width::four, memory};
  whole.slot_of = {0, std::move(slots)};
  for (std::size_t k = 0; k < columns; ++k) {
    Values values;
    const bool is_narrow = std::all_of(memory->sums[k].begin(), memory->sums[k].end(),
                                       [](int128 sum) { return detail::fits_int64(sum); });
    if (is_narrow) {
      memory->narrow[k].assign(memory->sums[k].begin(), memory->sums[k].end());
      values.values = memory->narrow[k].data();
      memory->sums[k].clear();
    } else {
      values.wide = memory->sums[k].data();
    }
    values.validity = memory->validity[k].data();
    values.reasons = memory->reasons[k].data();
    values.magnitude = magnitudes[k];
    values.owner = memory;
    whole.values.push_back(std::move(values));
  }
  panel_->units = panel_->tree.size();
  panel_->batches.clear();
  panel_->batches.push_back(std::move(whole));
}

}  // namespace edustat
