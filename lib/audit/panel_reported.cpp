// SPDX-License-Identifier: Apache-2.0
#include "audit/panel_reported.hpp"

#include "audit/judge.hpp"
#include "bulletin/keyed_facts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace edustat {
namespace {

/// Whether everything below the region that reported is known.
enum class Below : bool { is_partly_known, is_known };

Below below(const Totals::Difference& difference) {
  const bool is_known = difference.coverage.known == difference.coverage.due;
  return is_known ? Below::is_known : Below::is_partly_known;
}

/// What a series is called; its name where the catalogue does not know it.
Label label_of(const PanelAudit::Data& data, const Series& series) {
  for (const auto& [key, number] : data.binding.numbers()) {
    if (data.totals().series()[number] == series) {
      return edustat::label_of(data.catalogue, data.catalogue.find(key.first), key.second);
    }
  }
  return {series.name(), series.name()};
}

PanelCheck check_of(const PanelAudit::Data& data, std::size_t number, Below below) {
  const Series& series = data.totals().series()[number];
  const bool is_known = below == Below::is_known;
  PanelAudit::Check shown{.kind = Finding::Kind::region,
                          .rule = series.measure,
                          .categories = series.categories,
                          .statement = is_known ? "reported == computed" : "computed <= reported"};
  shown.label = label_of(data, series);
  shown.label.zh += is_known ? "：上报合计等于下级之和" : "：已知下级之和不超过上报合计";
  shown.label.en += is_known ? ": a reported total is what adds up below it"
                             : ": what is known below is at most the reported total";
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

}  // namespace

std::vector<TotalPrint> reported_prints(const PanelAudit::Data& data,
                                        const Totals::Difference& difference,
                                        const PanelCheck& check) {
  const Series& series = data.totals().series()[difference.series];
  const Rational unit = series.unit.symbol().empty() ? Rational(1) : series.unit.factor();
  const Rational place = Rational::power_of_ten(-series.last_place) * unit;
  std::vector<TotalPrint> prints;
  for (const Reference& reference : check.relation.references()) {
    const bool is_reported = reference.item == "reported";
    const Rational value =
        (is_reported ? difference.reported : difference.computed.value_or(Rational())) * unit;
    const auto parts = static_cast<std::size_t>(series.prints);
    const std::size_t count = is_reported ? 1 : difference.coverage.known * parts;
    if (is_exact(series)) {
      prints.push_back({value, Interval::exactly(value), MaskedInputs::none});
    } else if (count == 0) {
      prints.push_back({value, Interval::everything(), MaskedInputs::some});
    } else {
      prints.push_back(total_print(value, count, place, series.precision));
    }
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
    const Verdict verdict = verdict_on(check.relation, reported_prints(data, difference, check));
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
