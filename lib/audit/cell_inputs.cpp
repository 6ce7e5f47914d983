// SPDX-License-Identifier: Apache-2.0
#include "audit/cell_inputs.hpp"

#include "quantity/spread.hpp"

namespace edustat {

bool is_exact(const Series& series) noexcept {
  return series.precision == Precision::exact || series.time == TimeRule::standard;
}

Rational last_place_of(const Series& series, const Rational& factor) {
  return factor * Rational::power_of_ten(series.places - series.last_place);
}

TotalPrint total_print(const Rational& value, std::size_t count, const Rational& place,
                       Precision precision) {
  if (count == 1) return {value, detail::shortened(value, place, precision), MaskedInputs::none};
  // Which way each of them was moved is not known, so that only nearest has a tight range.
  const bool is_cut = precision == Precision::truncated;
  const Rational reach = place * Rational(static_cast<std::int64_t>(count)) *
                         (is_cut ? Rational(1) : Rational(1) / Rational(2));
  const End end = is_cut ? End::open : End::closed;
  return {value, Interval({value - reach, end}, {value + reach, end}),
          precision == Precision::nearest ? MaskedInputs::none : MaskedInputs::some};
}

Verdict verdict_on(const Relation& relation, const std::vector<TotalPrint>& prints) {
  std::vector<Interval> intervals;
  MaskedInputs masks = MaskedInputs::none;
  for (const TotalPrint& print : prints) {
    intervals.push_back(print.interval);
    if (print.masks == MaskedInputs::some) masks = MaskedInputs::some;
  }
  return judge(relation, intervals, masks).verdict;
}

CellInputs::CellInputs(const detail::Boundaries& boundaries, const detail::SeriesBinding& binding,
                       const PanelCheck& check, std::size_t period, Partial partial)
    : totals_(boundaries.totals()), binding_(binding), check_(check), partial_(partial) {
  sources_.reserve(check.leaves.size());
  for (const detail::Leaf& leaf : check.leaves) sources_.emplace_back(boundaries, leaf, period);
}

std::vector<TotalPrint> CellInputs::of(std::size_t row) const {
  std::vector<TotalPrint> prints;
  prints.reserve(sources_.size());
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    if (sources_[i].kind() != detail::LeafSource::Kind::found) {
      prints.emplace_back();
      continue;
    }
    const std::size_t number = check_.leaves[i].series;
    const Series& series = totals_.series()[number];
    const Rational& factor = binding_.factor(number);
    const detail::LeafSource::Cell cell = sources_[i].cell(row, partial_);
    const Rational value =
        totals_.sum(cell.period, number, cell.row) * Rational::power_of_ten(series.places) * factor;
    if (is_exact(series)) {
      prints.push_back({value, Interval::exactly(value), MaskedInputs::none});
    } else if (series.prints == 0) {
      prints.push_back({value, Interval::everything(), MaskedInputs::some});
    } else {
      const std::size_t known = totals_.coverage(cell.period, number, cell.row).known;
      prints.push_back(total_print(value, known * static_cast<std::size_t>(series.prints),
                                   last_place_of(series, factor), series.precision));
    }
  }
  return prints;
}

}  // namespace edustat
