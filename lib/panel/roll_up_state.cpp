// SPDX-License-Identifier: Apache-2.0
#include "panel/roll_up_state.hpp"

#include "edustat/error/error.hpp"

#include "panel/memory.hpp"

#include <algorithm>
#include <limits>

namespace edustat {

using detail::Cells;
using detail::int128;
using detail::Room;
using detail::uint128;

namespace {

constexpr uint128 largest_narrow = std::numeric_limits<std::int64_t>::max();
constexpr uint128 largest_wide = ~uint128{0} >> 1U;

/// What the cells of one series take.
std::size_t size_of_cells(std::size_t stride, bool is_wide) {
  const std::size_t sums =
      is_wide ? Room::size_of<int128>(stride) : Room::size_of<std::int64_t>(stride);
  return sums + Room::size_of<std::int64_t>(stride) + Room::size_of<std::uint32_t>(stride);
}

Cells new_cells(Room& room, std::size_t stride, bool is_wide) {
  Cells cells;
  if (is_wide) {
    cells.wide = room.take<int128>(stride);
  } else {
    cells.sums = room.take<std::int64_t>(stride);
  }
  cells.rows = room.take<std::int64_t>(stride);
  cells.unknown = room.take<std::uint32_t>(stride);
  cells.owner = room.owner();
  return cells;
}

Cells new_cells(std::size_t stride, bool is_wide) {
  Room room(detail::zeroed_bytes(size_of_cells(stride, is_wide)));
  return new_cells(room, stride, is_wide);
}

/// Counts by reason come only where there are any.
void add_counts(std::uint32_t*& own, std::shared_ptr<const void>& owner, const std::uint32_t* other,
                std::size_t stride) {
  if (other == nullptr) return;
  if (own == nullptr) {
    auto counts = detail::zeroed<std::uint32_t>(stride);
    own = counts.get();
    owner = std::make_shared<std::pair<std::shared_ptr<const void>, std::shared_ptr<const void>>>(
        owner, counts);
  }
  for (std::size_t i = 0; i < stride; ++i) own[i] += other[i];
}

Cells copy_in(Room& room, const Cells& from, std::size_t stride) {
  Cells copy = new_cells(room, stride, from.wide != nullptr);
  if (from.wide != nullptr) std::copy_n(from.wide, stride, copy.wide);
  if (from.sums != nullptr) std::copy_n(from.sums, stride, copy.sums);
  std::copy_n(from.rows, stride, copy.rows);
  std::copy_n(from.unknown, stride, copy.unknown);
  add_counts(copy.not_applicable, copy.owner, from.not_applicable, stride);
  add_counts(copy.suppressed, copy.owner, from.suppressed, stride);
  return copy;
}

}  // namespace

RollUp::State::State(const RegionTree& tree_in, RollUpOptions options_in,
                     std::string_view hierarchy_in)
    : State(tree_in, options_in, hierarchy_in,
            std::make_shared<detail::Layout>(tree_in, options_in.levels, options_in.groups,
                                             hierarchy_in)) {}

RollUp::State::State(const RegionTree& tree_in, RollUpOptions options_in,
                     std::string_view hierarchy_in, std::shared_ptr<const detail::Layout> layout_in)
    : tree(tree_in),
      options(std::move(options_in)),
      hierarchy(hierarchy_in),
      layout(std::move(layout_in)) {}

std::unique_ptr<RollUp::State> RollUp::State::without_facts() const {
  auto empty = std::make_unique<State>(tree, options, hierarchy, layout);
  empty->tables = tables;
  return empty;
}

std::unique_ptr<RollUp::State> RollUp::State::copy() const {
  const std::size_t stride = layout->stride();
  std::size_t size = 0;
  for (const auto& [key, one] : cells) size += size_of_cells(stride, one.wide != nullptr);
  Room room(detail::unset_bytes(size));
  auto copied = std::make_unique<State>(*this);
  for (auto& [key, one] : copied->cells) one = copy_in(room, one, stride);
  return copied;
}

std::size_t RollUp::State::number_of(const Series& wanted) {
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (series[i].measure != wanted.measure || series[i].categories != wanted.categories) continue;
    if (series[i] == wanted) return i;
    throw StructureError(Fault{ErrorCode::different_series, {wanted.name()}});
  }
  series.push_back(wanted);
  magnitudes.push_back(0);
  return series.size() - 1;
}

bool RollUp::State::is_wide(std::size_t number) const {
  return magnitudes[number] > largest_narrow;
}

void RollUp::State::reserve(std::size_t number, uint128 magnitude) {
  const bool was_wide = is_wide(number);
  if (magnitude > largest_wide - magnitudes[number]) {
    throw LimitError(Fault{ErrorCode::number_too_large, {series[number].name(), "2^127 - 1"}});
  }
  magnitudes[number] += magnitude;
  if (was_wide || !is_wide(number)) return;
  for (auto& [key, narrow] : cells) {
    if (key.second != number) continue;
    Cells wide = new_cells(layout->stride(), true);
    for (std::size_t i = 0; i < layout->stride(); ++i) wide.wide[i] = narrow.sums[i];
    narrow.wide = wide.wide;
    narrow.sums = nullptr;
    narrow.owner =
        std::make_shared<std::pair<std::shared_ptr<const void>, std::shared_ptr<const void>>>(
            narrow.owner, wide.owner);
  }
}

Cells& RollUp::State::cells_of(const Period& period, std::size_t number) {
  const auto [found, is_new] = cells.try_emplace({period, number});
  if (is_new) found->second = new_cells(layout->stride(), is_wide(number));
  return found->second;
}

Cells RollUp::State::copy_of(const Cells& from) const {
  const std::size_t stride = layout->stride();
  Room room(detail::unset_bytes(size_of_cells(stride, from.wide != nullptr)));
  return copy_in(room, from, stride);
}

void RollUp::State::add_cells(const Period& period, std::size_t number, Cells other) {
  const std::size_t stride = layout->stride();
  const auto [found, is_new] = cells.try_emplace({period, number});
  Cells& own = found->second;
  if (is_new && (!is_wide(number) || other.wide != nullptr)) {
    own = std::move(other);
    return;
  }
  if (is_new) own = new_cells(stride, true);
  if (own.rows_are == Cells::Rows::shared) own = copy_of(own);
  for (std::size_t i = 0; i < stride; ++i) {
    if (own.wide != nullptr) {
      own.wide[i] += other.wide != nullptr ? other.wide[i] : int128{other.sums[i]};
    } else {
      own.sums[i] += other.sums[i];
    }
    own.rows[i] += other.rows[i];
    own.unknown[i] += other.unknown[i];
  }
  add_counts(own.not_applicable, own.owner, other.not_applicable, stride);
  add_counts(own.suppressed, own.owner, other.suppressed, stride);
}

void RollUp::State::add(State&& other) {
  std::vector<std::size_t> numbers;
  for (const Series& one : other.series) numbers.push_back(number_of(one));
  for (std::size_t i = 0; i < numbers.size(); ++i) reserve(numbers[i], other.magnitudes[i]);
  for (auto& [key, theirs] : other.cells) {
    add_cells(key.first, numbers[key.second], std::move(theirs));
  }
  for (const auto& [key, value] : other.reported) {
    reported[{key.first, {numbers[key.second.first], key.second.second}}] = value;
  }
  own_levels.insert(other.own_levels.begin(), other.own_levels.end());
}

}  // namespace edustat
