// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/apportion.hpp"

#include "edustat/analysis/balance.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "written_figures.hpp"

#include <vector>

namespace edustat::python {

template <>
inline constexpr auto last_of<Apportionment> = Apportionment::dean;
template <>
inline constexpr auto last_of<EqualClaims> = EqualClaims::refused;

namespace {

using namespace py::literals;

std::vector<int> apportioned(const WrittenFigures& weights, Count total, Apportionment method,
                             EqualClaims equal_claims) {
  return apportion(without_gaps(figures_with_gaps(weights)), total.value, method, equal_claims);
}

bool is_within(const WrittenFigures& weights, const std::vector<Count>& counts) {
  std::vector<int> numbers;
  for (const Count& count : counts) numbers.push_back(count.value);
  return is_within_quota(without_gaps(figures_with_gaps(weights)), numbers);
}

}  // namespace

void bind_apportion(py::module_& module) {
  module.def("apportion", &apportioned, "weights"_a, "total"_a, "method"_a = "largest_remainder",
             py::kw_only(), "equal_claims"_a = "earlier_first",
             R"(Divides a whole number of places in proportion to weights.

method: largest_remainder, quota, dhondt, sainte_lague, huntington_hill, adams, dean.
equal_claims: earlier_first, or refused.
Raises: StructureError (gaps, weights below 0 or that add up to 0, equal claims), LimitError,
ParseError, CodeError, TypeError (float, bool).)");
  module.def("is_within_quota", &is_within, "weights"_a, "counts"_a,
             R"(True when every count is its quota, rounded down or up.

Raises: StructureError, LimitError, ParseError, TypeError (float, bool).)");
}

}  // namespace edustat::python
