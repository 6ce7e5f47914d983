// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/topsis.hpp"

#include "edustat/analysis/weights.hpp"

#include "bindings.hpp"
#include "column_options.hpp"
#include "work.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;

/// TOPSIS with the names of units and columns.
struct NamedTopsis {
  std::vector<std::string> units;
  std::vector<std::string> columns;
  Topsis result;
  RankOptions::Ties ties;
};

NamedTopsis topsis_of(const MeasuredTable& table, const ByColumn& weights,
                      const ByColumn& directions, Normalisation normalisation,
                      RankOptions::Ties ties, Count threads) {
  const std::vector<double> given = weights.given.is_none()
                                        ? equal_weights(table.view.columns)
                                        : numbers_of(weights, table.columns, "weights");
  Watch watch(threads, std::nullopt);
  const TopsisOptions options{directions_of(directions, table.columns), normalisation,
                              watch.work()};
  return {table.units, table.columns, watch.run([&] { return topsis(table.view, given, options); }),
          ties};
}

std::vector<std::string> units_of(const NamedTopsis& self) {
  return names_of_rows(self.units, self.result.scores.size());
}

std::vector<std::uint32_t> ranks_of_topsis(const NamedTopsis& self) {
  return rank_scores(self.result.scores, self.ties);
}

}  // namespace

void bind_topsis(py::module_& module) {
  py::class_<NamedTopsis> type(module, "Topsis", "Closeness to the ideal, by unit.");
  type.def_property_readonly("units", &units_of, "Names of the rows, or their numbers.")
      .def_readonly("columns", &NamedTopsis::columns, "Names of the columns.")
      .def_property_readonly(
          "scores", [](const NamedTopsis& self) { return known_of(self.result.scores); },
          "0 for the anti-ideal, 1 for the ideal; None where all units are equal.")
      .def_property_readonly(
          "ranks", [](const NamedTopsis& self) { return known_ranks_of(ranks_of_topsis(self)); },
          "1 for the highest score; None without one.")
      .def_property_readonly(
          "to_ideal", [](const NamedTopsis& self) { return self.result.to_ideal; },
          "Weighted distances.")
      .def_property_readonly(
          "to_anti_ideal", [](const NamedTopsis& self) { return self.result.to_anti_ideal; },
          "Weighted distances.")
      .def_property_readonly(
          "ideal", [](const NamedTopsis& self) { return self.result.ideal; },
          "The best value of each column, as it was given.")
      .def_property_readonly(
          "anti_ideal", [](const NamedTopsis& self) { return self.result.anti_ideal; },
          "The worst value of each column, as it was given.")
      .def("__repr__", [](const NamedTopsis& self) {
        return "<Topsis of " + std::to_string(self.result.scores.size()) + " units, " +
               std::to_string(self.columns.size()) + " columns>";
      });
  bind_sheet(type, [](const NamedTopsis& self) {
    return sheet_of(units_of(self), {"score", "to_ideal", "to_anti_ideal", "rank"},
                    {self.result.scores, self.result.to_ideal, self.result.to_anti_ideal,
                     numbers_of_ranks(ranks_of_topsis(self))});
  });
  module.def("topsis", &topsis_of, "table"_a, "weights"_a = py::none(), py::kw_only(),
             "directions"_a = py::none(), "normalisation"_a = "vector", "ties"_a = "lowest",
             "threads"_a = 0,
             R"(优劣解距离法: how near every unit is to the best values, and how far from the worst.

weights: Weights, which go by their names and in their order where a table had none, or numbers by
column or in their order; equal ones by default. Only their proportions matter.
directions: benefit or cost, by column or in their order.
normalisation: vector, min_max, sum, z_score or none. Costs are normalised as benefits are: sum
divides by the sum, where normalise() takes shares of 1/x. ties: lowest, highest or dense.
threads: at most so many; 0: as many as the machine runs at once. The result is the same.
Raises: StructureError, LimitError, CodeError.)");
}

}  // namespace edustat::python
