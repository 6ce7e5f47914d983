// SPDX-License-Identifier: Apache-2.0
#include "audit/panel_reported.hpp"

#include "audit/judge.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace edustat {
namespace {

/// Whether everything below the region that reported is known.
enum class Below : bool { is_partly_known, is_known };

Below below(const Totals::Difference& difference) {
  const bool is_known = difference.coverage.known == difference.coverage.due;
  return is_known ? Below::is_known : Below::is_partly_known;
}

PanelCheck check_of(const PanelAudit::Data& data, std::size_t number, Below below) {
  const Series& series = data.totals().series()[number];
  const bool is_known = below == Below::is_known;
  PanelAudit::Check shown{.kind = Finding::Kind::region,
                          .rule = series.measure,
                          .categories = series.categories,
                          .statement = is_known ? "reported == computed" : "computed <= reported"};
  shown.label.zh = is_known ? "上报合计等于下级之和" : "已知下级之和不超过上报合计";
  shown.label.en =
      is_known ? "a reported total is what adds up below it" : "what is known below is at most it";
  Relation relation(shown.statement);
  std::vector<Label> labels;
  for (const Reference& reference : relation.references()) {
    const bool is_reported = reference.item == "reported";
    labels.push_back(is_reported ? Label{"上报合计", "reported total"}
                                 : Label{"下级之和", "sum of what is below"});
  }
  return {.shown = std::move(shown),
          .relation = std::move(relation),
          .inputs = {},
          .leaves = {},
          .labels = std::move(labels),
          .reported = number};
}

/// By reference index of the check.
std::vector<Interval> intervals_of(const PanelCheck& check, const ReportedPrints& prints) {
  std::vector<Interval> intervals;
  for (const Reference& reference : check.relation.references()) {
    const bool is_reported = reference.item == "reported";
    intervals.push_back(is_reported ? prints.reported.interval : prints.computed.interval);
  }
  return intervals;
}

}  // namespace

ReportedPrints reported_prints(const PanelAudit::Data& data, const Totals::Difference& difference) {
  const Series& series = data.totals().series()[difference.series];
  const Rational unit = series.unit.symbol().empty() ? Rational(1) : series.unit.factor();
  const Rational place = Rational::power_of_ten(-series.last_place) * unit;
  const Rational reported = difference.reported * unit;
  const Rational computed = difference.computed.value_or(Rational()) * unit;
  if (is_exact(series)) {
    return {{reported, Interval::exactly(reported), Masks::none},
            {computed, Interval::exactly(computed), Masks::none}};
  }
  const std::size_t count =
      difference.coverage.known * static_cast<std::size_t>(std::max(series.prints, 1));
  ReportedPrints prints{total_print(reported, 1, place, series.precision),
                        total_print(computed, count, place, series.precision)};
  if (series.prints == 0) {
    prints.computed.interval = Interval::everything();
    prints.computed.masks = Masks::some;
  }
  return prints;
}

const Totals::Difference& difference_of(const PanelAudit::Data& data,
                                        const PanelAudit::Cell& cell) {
  const std::size_t series = *data.checks[cell.check].reported;
  const auto region = data.totals().rows()[cell.row].region;
  const auto differences = data.totals().differences();
  return *std::find_if(differences.begin(), differences.end(), [&](const auto& one) {
    return one.period == cell.period && one.series == series && one.region == region;
  });
}

void audit_reported_totals(PanelAudit::Data& data) {
  const Totals& totals = data.totals();
  std::map<RegionNumber, std::size_t> rows;
  for (std::size_t row = 0; row < totals.rows().size(); ++row) {
    if (totals.rows()[row].region) rows.emplace(*totals.rows()[row].region, row);
  }
  std::map<std::pair<std::size_t, Below>, std::size_t> checks;
  for (const Totals::Difference& difference : totals.differences()) {
    const std::pair key{difference.series, below(difference)};
    const auto [place, is_new] = checks.try_emplace(key, data.checks.size());
    if (is_new) data.checks.push_back(check_of(data, key.first, key.second));
    PanelCheck& check = data.checks[place->second];
    const auto row = rows.find(difference.region);
    if (row == rows.end() || !difference.computed) {
      ++check.shown.gaps;
      continue;
    }
    const ReportedPrints prints = reported_prints(data, difference);
    Masks masks = prints.computed.masks;
    if (key.second == Below::is_partly_known) masks = Masks::some;
    const Verdict verdict = judge(check.relation, intervals_of(check, prints), masks).verdict;
    if (verdict == Verdict::consistent) ++check.shown.consistent;
    if (verdict == Verdict::impossible) ++check.shown.impossible;
    if (verdict == Verdict::cannot_tell) ++check.shown.cannot_tell;
    if (verdict == Verdict::consistent) continue;
    data.cells.push_back({static_cast<std::uint32_t>(place->second),
                          static_cast<std::uint32_t>(difference.period),
                          static_cast<std::uint32_t>(row->second), verdict});
  }
  std::sort(data.cells.begin(), data.cells.end(), [](const auto& left, const auto& right) {
    return std::tie(left.check, left.period, left.row) <
           std::tie(right.check, right.period, right.row);
  });
}

}  // namespace edustat
