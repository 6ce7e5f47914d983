// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/composite.hpp"

#include "edustat/analysis/sensitivity.hpp"

#include "bindings.hpp"
#include "column_options.hpp"
#include "index_options.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;

/// An index with the names of units and indicators.
struct NamedIndex {
  std::vector<std::string> units;
  std::vector<std::string> indicators;
  CompositeIndex result;
};

NamedIndex index_of(const MeasuredTable& table, const IndexGiven& given) {
  return {names_of_rows(table.units, table.view.rows), table.columns,
          composite_index(table.view, given.structure, given.options)};
}

/// The scores of all aggregates with the rank of the index.
ScoreSheet sheet_of_index(const NamedIndex& self) {
  std::vector<std::string> names = self.result.aggregates;
  std::vector<std::vector<double>> columns;
  for (std::size_t i = 0; i < names.size(); ++i) columns.push_back(self.result.scores.column(i));
  std::string rank = "rank";
  while (std::find(names.begin(), names.end(), rank) != names.end()) rank += "_";
  names.push_back(rank);
  columns.push_back(numbers_of_ranks(self.result.ranks));
  return sheet_of(self.units, names, columns);
}

/// How many indicators below an aggregate are known and due, by unit.
std::vector<std::pair<std::uint32_t, std::uint32_t>> coverage_of(
    const NamedIndex& self, const std::optional<Text>& aggregate) {
  const std::vector<std::string_view> known(self.result.aggregates.begin(),
                                            self.result.aggregates.end());
  const auto found =
      aggregate ? std::find(known.begin(), known.end(), aggregate->view) : known.end() - 1;
  if (found == known.end()) refuse_name(aggregate->view, known);
  const auto number = static_cast<std::size_t>(found - known.begin());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> counts;
  for (const std::uint32_t one : self.result.known[number]) {
    counts.emplace_back(one, self.result.due[number]);
  }
  return counts;
}

void bind_composite_class(py::module_& module) {
  py::class_<NamedIndex> type(module, "CompositeIndex", "An index of every unit.");
  type.def_readonly("units", &NamedIndex::units, "Names of the rows.")
      .def_property_readonly(
          "scores",
          [](const NamedIndex& self) {
            return known_of(self.result.scores.column(self.result.scores.columns() - 1));
          },
          "Of the index; None for a gap.")
      .def_property_readonly(
          "ranks", [](const NamedIndex& self) { return known_ranks_of(self.result.ranks); },
          "1 for the highest score; None without one.")
      .def_property_readonly(
          "aggregates",
          [](const NamedIndex& self) {
            return ScoreSheet{self.units, self.result.aggregates, self.result.scores};
          },
          "Of every dimension, and of the index in the last column.")
      .def_property_readonly(
          "normalised",
          [](const NamedIndex& self) {
            return ScoreSheet{self.units, self.indicators, self.result.normalised};
          },
          "Of the indicators.")
      .def("coverage", &coverage_of, "aggregate"_a = py::none(),
           R"(How many indicators are known and due, by unit: of the index, or of a dimension.

One that zero_range made a gap is not known.

Raises: CodeError.)")
      .def("__repr__", [](const NamedIndex& self) {
        return "<CompositeIndex of " + std::to_string(self.units.size()) + " units, " +
               std::to_string(self.indicators.size()) + " indicators>";
      });
  bind_sheet(type, &sheet_of_index);
}

}  // namespace

void bind_composite(py::module_& module) {
  bind_composite_class(module);
  define_with_index_options<MeasuredTable>(
      module, "composite_index", &index_of,
      (std::string("The index of every unit: normalise, then aggregate up the tree.\n\n") +
       index_options_text)
          .c_str(),
      "table"_a);
  module.def(
      "aggregate",
      [](const MeasuredTable& table, const ByColumn& weights, Aggregation aggregation) {
        return known_of(
            aggregate(table.view, numbers_of(weights, table.columns, "weights"), aggregation));
      },
      "table"_a, "weights"_a, "aggregation"_a = "arithmetic",
      R"(One score for every row of scores; a gap in a row makes a gap (None).

aggregation: arithmetic, geometric, harmonic, weighted_product or topsis.
Raises: StructureError, CodeError, LimitError.)");
}

}  // namespace edustat::python
