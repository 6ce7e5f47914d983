// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/sensitivity.hpp"

#include "bindings.hpp"
#include "column_options.hpp"
#include "index_options.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;

/// Ranks under drawn weights, with the names of the units.
struct NamedSensitivity {
  std::vector<std::string> units;
  WeightSensitivity result;
};

/// Possible ranks, with the names of the units.
struct NamedIntervals {
  std::vector<std::string> units;
  RankIntervals result;
};

NamedSensitivity sensitivity_of(const MeasuredTable& table, const ByColumn& spread, Count draws,
                                Seed seed, const IndexGiven& given) {
  const WeightDraws wanted{measured_number(spread.given), draws.value, seed.value};
  const py::gil_scoped_release released;
  return {names_of_rows(table.units, table.view.rows),
          weight_sensitivity(table.view, given.structure, given.options, wanted)};
}

/// The names of two tables of the same shape must agree, unless one of them has none.
void require_same_names(const char* what, const std::vector<std::string>& lows,
                        const std::vector<std::string>& highs) {
  if (lows.size() != highs.size() || are_numbers(lows) || are_numbers(highs)) return;
  const auto [low, high] = std::mismatch(lows.begin(), lows.end(), highs.begin());
  if (low == lows.end()) return;
  throw StructureError(Fault{ErrorCode::score_option_refused, {what, *high, *low}});
}

NamedIntervals intervals_of(const MeasuredTable& lows, const MeasuredTable& highs,
                            const IndexGiven& given) {
  require_same_names("a column of the upper ends", lows.columns, highs.columns);
  require_same_names("a unit of the upper ends", lows.units, highs.units);
  return {names_of_rows(lows.units, lows.view.rows),
          rank_intervals(lows.view, highs.view, given.structure, given.options)};
}

template <typename Named>
void bind_ranks(py::class_<Named>& type, const char* name,
                std::vector<std::uint32_t> decltype(Named::result)::*member, const char* text) {
  type.def_property_readonly(
      name, [member](const Named& self) { return known_ranks_of(self.result.*member); }, text);
}

void bind_weight_sensitivity(py::module_& module) {
  py::class_<NamedSensitivity> type(module, "WeightSensitivity",
                                    "What ranks an index gives when its weights are shaken.");
  type.def_readonly("units", &NamedSensitivity::units, "Names of the rows.");
  bind_ranks(type, "ranks", &WeightSensitivity::ranks, "With the weights as they are.");
  bind_ranks(type, "best", &WeightSensitivity::best, "The smallest rank of all draws.");
  bind_ranks(type, "low", &WeightSensitivity::low, "Nine draws of ten lie from this rank on.");
  bind_ranks(type, "median", &WeightSensitivity::median, "The median of all draws.");
  bind_ranks(type, "high", &WeightSensitivity::high, "Nine draws of ten lie up to this rank.");
  bind_ranks(type, "worst", &WeightSensitivity::worst, "The largest rank of all draws.");
  type.def_property_readonly(
          "kept", [](const NamedSensitivity& self) { return known_of(self.result.kept); },
          "Share of the draws with the rank of `ranks`.")
      .def("__repr__", [](const NamedSensitivity& self) {
        return "<WeightSensitivity of " + std::to_string(self.units.size()) + " units>";
      });
  bind_sheet(type, [](const NamedSensitivity& self) {
    const WeightSensitivity& found = self.result;
    return sheet_of(self.units, {"rank", "best", "low", "median", "high", "worst", "kept"},
                    {numbers_of_ranks(found.ranks), numbers_of_ranks(found.best),
                     numbers_of_ranks(found.low), numbers_of_ranks(found.median),
                     numbers_of_ranks(found.high), numbers_of_ranks(found.worst), found.kept});
  });
}

void bind_rank_intervals(py::module_& module) {
  py::class_<NamedIntervals> type(module, "RankIntervals",
                                  "What scores and ranks are possible between two ends.");
  type.def_readonly("units", &NamedIntervals::units, "Names of the rows.");
  bind_ranks(type, "best", &RankIntervals::best, "No rank is smaller.");
  bind_ranks(type, "worst", &RankIntervals::worst, "No rank is larger.");
  type.def_property_readonly(
          "low_scores", [](const NamedIntervals& self) { return known_of(self.result.low_scores); },
          "The lowest score that is reached.")
      .def_property_readonly(
          "high_scores",
          [](const NamedIntervals& self) { return known_of(self.result.high_scores); },
          "The highest score that is reached.")
      .def("__repr__", [](const NamedIntervals& self) {
        return "<RankIntervals of " + std::to_string(self.units.size()) + " units>";
      });
  bind_sheet(type, [](const NamedIntervals& self) {
    const RankIntervals& found = self.result;
    return sheet_of(self.units, {"low_score", "high_score", "best", "worst"},
                    {found.low_scores, found.high_scores, numbers_of_ranks(found.best),
                     numbers_of_ranks(found.worst)});
  });
}

}  // namespace

void bind_sensitivity(py::module_& module) {
  bind_weight_sensitivity(module);
  bind_rank_intervals(module);
  const std::string options = std::string("\nThe other options are those of composite_index().\n") +
                              "Raises: StructureError, CodeError, LimitError, TypeError.";
  define_with_index_options<MeasuredTable, ByColumn, Count, Seed>(
      module, "weight_sensitivity", &sensitivity_of,
      (R"(Draws every weight anew, evenly and independently, and ranks the units each time.

spread: a weight is multiplied by a factor from 1 - spread to 1 + spread. draws: how often. seed: 0
to 2^64 - 1; the same draws on every machine.)" +
       options)
          .c_str(),
      "table"_a, "spread"_a = 0.25, "draws"_a = 1000, "seed"_a = 1);
  define_with_index_options<MeasuredTable, MeasuredTable>(
      module, "rank_intervals", &intervals_of,
      (R"(The ranks that are possible when every input lies between `lows` and `highs`.

No choice of the inputs leaves them. For min_max, rank, goalposts, target or none, and the means.)" +
       options)
          .c_str(),
      "lows"_a, "highs"_a);
}

}  // namespace edustat::python
