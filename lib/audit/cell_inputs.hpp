// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/finding.hpp"

#include "audit/judge.hpp"
#include "audit/panel_checks.hpp"
#include "panel/boundaries.hpp"
#include "panel/leaf_source.hpp"
#include "panel/series_binding.hpp"

#include <cstddef>
#include <vector>

namespace edustat {

/// A total as an input of a relation, in base units.
struct TotalPrint {
  Rational value{};  ///< of what is known
  Interval interval = Interval::exactly(0);
  /// Some where the interval is wider than what the true value can be.
  MaskedInputs masks = MaskedInputs::none;
};

/// True when the values of a series are what they are, whatever its precision says.
[[nodiscard]] bool is_exact(const Series& series) noexcept;

/// What a sum of `count` values, each kept to `place`, can be.
[[nodiscard]] TotalPrint total_print(const Rational& value, std::size_t count,
                                     const Rational& place, Precision precision);

/// The verdict on a relation whose inputs are these, by reference index.
[[nodiscard]] Verdict verdict_on(const Relation& relation, const std::vector<TotalPrint>& prints);

/// The inputs of one relation in the cells of one period.
class CellInputs {
 public:
  CellInputs(const detail::Boundaries& boundaries, const detail::SeriesBinding& binding,
             const PanelCheck& check, std::size_t period, Partial partial);

  /// By reference index, for a row in which all inputs are known.
  [[nodiscard]] std::vector<TotalPrint> of(std::size_t row) const;

 private:
  const Totals& totals_;
  const detail::SeriesBinding& binding_;
  const PanelCheck& check_;
  Partial partial_;
  std::vector<detail::LeafSource> sources_;
};

/// Worth of the last kept place of a bound series, in base units.
[[nodiscard]] Rational last_place_of(const Series& series, const Rational& factor);

}  // namespace edustat
