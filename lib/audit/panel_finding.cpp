// SPDX-License-Identifier: Apache-2.0
#include "audit/panel_finding.hpp"

#include "edustat/error/error.hpp"
#include "edustat/number/rounding.hpp"

#include "audit/cell_inputs.hpp"
#include "audit/judge.hpp"
#include "audit/panel_reported.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace edustat {
namespace {

/// One input of a finding with where it comes from.
struct Story {
  std::vector<Finding::Input> inputs{};
  std::vector<Finding::Origin> origins{};
  std::vector<Interval> intervals{};
  Precision precision = Precision::exact;  ///< of the first input that is not exact
  MaskedInputs masks = MaskedInputs::none;
};

/// A total in the writing of its series: 112.50万平方米.
Figure figure_of(const Series& series, const Rational& value, const UnitSystem& units) {
  const Rational whole =
      value / (series.unit.symbol().empty() ? Rational(1) : series.unit.factor());
  const std::string digits = round_to(whole, DecimalPlaces(series.places)).to_string();
  try {
    Figure written(digits + series.unit.symbol(), units);
    if (written.value() == value) return written;
  } catch (const Error&) {
    // A unit that no figure can be written with stands beside the number.
  }
  return series.unit.symbol().empty() ? Figure(digits) : Figure(digits).with_unit(series.unit);
}

void tell(Story& story, const PanelAudit::Data& data, const PanelAudit::Cell& cell,
          std::size_t input, const TotalPrint& print) {
  const PanelCheck& check = data.checks[cell.check];
  const std::size_t number = check.reported ? *check.reported : check.leaves[input].series;
  const Series& series = data.totals().series()[number];
  const Precision precision = is_exact(series) ? Precision::exact : series.precision;
  if (story.precision == Precision::exact) story.precision = precision;
  if (print.masks == MaskedInputs::some) story.masks = MaskedInputs::some;
  story.inputs.emplace_back(check.relation.references()[input].to_string(),
                            figure_of(series, print.value, data.catalogue.units()), precision,
                            print.interval);
  story.intervals.push_back(print.interval);
  story.origins.push_back({check.labels[input], scope_of(data.totals(), cell.row), {}, number});
}

Finding finished(const PanelAudit::Data& data, const PanelAudit::Cell& cell, Story story) {
  const PanelCheck& check = data.checks[cell.check];
  auto subject = std::make_shared<Finding::Subject>();
  subject->kind = check.shown.kind;
  subject->rule = check.shown.rule;
  subject->severity = check.shown.severity;
  subject->label = check.shown.label;
  subject->note = check.shown.note;
  subject->scope = scope_of(data.totals(), cell.row);
  subject->period = data.totals().periods()[cell.period];
  subject->origins = std::move(story.origins);
  Judgement judgement = judge(check.relation, story.intervals, story.masks);
  judgement.verdict = cell.verdict;
  return Judge::find(check.relation, std::move(story.inputs), story.precision, std::move(judgement),
                     check.notes, std::move(subject));
}

/// `邯郸市` or `邯郸市>7个扶贫县`, or by codes where a name cannot be written so.
Scope parsed(const std::string& path, const std::string& code) {
  try {
    return Scope::parse(path);
  } catch (const Error&) {
    return Scope::parse(code);
  }
}

}  // namespace

Scope scope_of(const Totals& totals, std::size_t row) {
  const Totals::Row& one = totals.rows()[row];
  if (one.kind == Totals::Row::Kind::region) return parsed(one.name, one.code);
  const bool is_rest = one.kind == Totals::Row::Kind::complement;
  const std::string name = is_rest ? one.code.substr(1) : one.code;
  const std::string& within = totals.tree().group(name).within;
  if (within.empty()) return parsed(name, name);
  const std::string whole = totals.tree().region(*totals.tree().find(within)).name;
  return parsed(whole + (is_rest ? ">!" : ">") + name, name);
}

Finding finding_of(const PanelAudit::Data& data, const PanelAudit::Cell& cell) {
  const PanelCheck& check = data.checks[cell.check];
  std::vector<TotalPrint> prints;
  if (check.reported) {
    prints = reported_prints(data, difference_of(data, cell), check);
  } else {
    prints =
        CellInputs(data.boundaries, data.binding, check, cell.period, data.partial).of(cell.row);
  }
  Story story;
  for (std::size_t i = 0; i < prints.size(); ++i) {
    tell(story, data, cell, i, prints[i]);
  }
  return finished(data, cell, std::move(story));
}

}  // namespace edustat
