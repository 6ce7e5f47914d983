// SPDX-License-Identifier: Apache-2.0
#include "panel/leaf_source.hpp"

#include <algorithm>

namespace edustat::detail {
namespace {

constexpr int months_of_a_year = 12;

/// The month of the calendar, from 0, in which counting begins anew; nothing where it never does.
std::optional<int> first_month_of(Origin origin) {
  switch (origin) {
    case Origin::year:
      return 0;
    case Origin::school_year:
      return 8;  // @source China Education Statistics Yearbook, notes: a school year runs from
                 // 1 September to 31 August
    case Origin::none:
    case Origin::programme:
    case Origin::loan_round:
      return std::nullopt;
  }
  return std::nullopt;
}

int floor_to_year(int months) {
  const int rest = months % months_of_a_year;
  return months - (rest < 0 ? rest + months_of_a_year : rest);
}

int length_of(const Period& period) {
  return period.is_instant() ? 0 : period.last_month() - period.first_month() + 1;
}

bool holds_over_time(const Series& series) {
  return series.time == TimeRule::plan || series.time == TimeRule::standard;
}

}  // namespace

LeafSource::LeafSource(const Boundaries& boundaries, const Leaf& leaf, std::size_t period)
    : totals_(&boundaries.totals()), leaf_(leaf), subject_(period) {
  const Series& series = totals_->series()[leaf.series];
  const Period anchor = shifted(totals_->periods()[period], leaf.subject);
  const Period wanted = shifted(anchor, leaf.own);
  std::vector<std::size_t> numbers;
  if (holds_over_time(series)) {
    numbers = plan_periods(wanted);
  } else {
    kind_ = kind_in_origin(series, anchor, wanted);
    if (kind_ != Kind::found) return;
    if (const auto number = totals_->period(wanted)) numbers.push_back(*number);
  }
  const bool is_shifted = wanted != totals_->periods()[period];
  for (const std::size_t number : numbers) {
    if (is_shifted) {
      candidates_.push_back({number, number, boundaries.between(period, number)});
    } else {
      candidates_.push_back({number, period, nullptr});
    }
  }
  kind_ = candidates_.empty() ? Kind::absent : Kind::found;
}

/// How the wanted period of a cumulative series lies to the origin of the period that it is set
/// against. The same months of another year are set against each other whatever lies between.
LeafSource::Kind LeafSource::kind_in_origin(const Series& series, const Period& anchor,
                                            const Period& wanted) const {
  const std::optional<int> begin =
      series.time == TimeRule::cumulative ? first_month_of(series.origin) : std::nullopt;
  if (!begin || leaf_.own.is_whole_years()) return Kind::found;
  const int origin = floor_to_year(anchor.last_month() - *begin) + *begin;
  if (wanted.last_month() + 1 == origin) return Kind::zero;
  const bool is_inside =
      wanted.last_month() >= origin && wanted.last_month() < origin + months_of_a_year;
  return is_inside ? Kind::found : Kind::other_origin;
}

std::vector<std::size_t> LeafSource::plan_periods(const Period& wanted) const {
  const auto periods = totals_->periods();
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (periods[i] == wanted || periods[i].contains(wanted)) numbers.push_back(i);
  }
  std::stable_sort(numbers.begin(), numbers.end(), [&](std::size_t left, std::size_t right) {
    if (periods[left] == wanted || periods[right] == wanted) return periods[left] == wanted;
    return length_of(periods[left]) < length_of(periods[right]);
  });
  return numbers;
}

std::optional<std::size_t> LeafSource::row_above(std::size_t row, std::size_t period) const {
  for (std::size_t i = 0; i < leaf_.parents; ++i) {
    const std::int32_t above = totals_->parents(period)[row];
    if (above == Totals::no_parent) return std::nullopt;
    row = static_cast<std::size_t>(above);
  }
  return row;
}

/// Nothing can stand above a root; above any other row something does, which was not asked for.
Strength LeafSource::strength_without_parent(std::size_t row, std::size_t period) const {
  while (totals_->parents(period)[row] != Totals::no_parent) {
    row = static_cast<std::size_t>(totals_->parents(period)[row]);
  }
  const Totals::Row& top = totals_->rows()[row];
  const RegionTree& tree = totals_->tree();
  if (!top.region) {
    const bool is_rest = top.kind == Totals::Row::Kind::complement;
    const std::string_view name = std::string_view(top.code).substr(is_rest ? 1 : 0);
    return tree.group(name).within.empty() ? of_not_applicable : of_missing;
  }
  const std::size_t edition = tree.edition_at(totals_->periods()[period].last_month());
  return tree.parents(edition)[*top.region] < 0 ? of_not_applicable : of_missing;
}

LeafSource::Cell LeafSource::cell(std::size_t row, Partial partial) const {
  if (kind_ == Kind::absent) return {of_missing, 0, row};
  if (kind_ == Kind::other_origin) return {of_not_comparable, 0, row};
  const std::optional<std::size_t> own = row_above(row, subject_);
  if (kind_ == Kind::zero) {
    return {own ? of_complete : strength_without_parent(row, subject_), 0, own.value_or(row)};
  }
  std::optional<Cell> first;
  for (const Candidate& candidate : candidates_) {
    const std::optional<std::size_t> there = row_above(row, candidate.tree);
    if (!there) continue;
    const CellStatus status = totals_->statuses(candidate.period, leaf_.series)[*there];
    Cell cell{strength_of(status, partial), candidate.period, *there};
    const bool is_same = candidate.same == nullptr || (own == there && candidate.same[*there] != 0);
    if (!is_same) cell.strength = std::max(cell.strength, of_not_comparable);
    if (status != CellStatus::missing) return cell;
    if (!first) first = cell;
  }
  return first ? *first : Cell{strength_without_parent(row, candidates_.front().tree), 0, row};
}

}  // namespace edustat::detail
