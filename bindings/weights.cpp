// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/weights.hpp"

#include "bindings.hpp"
#include "column_options.hpp"
#include "work.hpp"

#include <pybind11/typing.h>

#include <algorithm>

namespace edustat::python {
namespace {

using namespace py::literals;

ScoreSheet sheet_of_weights(const Weights& weights) {
  return sheet_of(weights.names, {"weight"}, {weights.values});
}

double weight_of(const Weights& weights, Text name) {
  const std::vector<std::string_view> known(weights.names.begin(), weights.names.end());
  const auto found = std::find(known.begin(), known.end(), name.view);
  if (found == known.end()) refuse_name(name.view, known);
  return weights.values[static_cast<std::size_t>(found - known.begin())];
}

void bind_weights_class(py::module_& module) {
  py::class_<Weights> type(module, "Weights", "Weights with the names of their indicators.");
  type.def_readonly("names", &Weights::names, "Of the indicators.")
      .def_readonly("values", &Weights::values, "In the order of the names; the sum is 1.")
      .def("__getitem__", &weight_of, "name"_a)
      .def("__len__", [](const Weights& self) { return self.values.size(); })
      .def(
          "to_dict",
          [](const Weights& self) {
            py::typing::Dict<py::str, py::float_> weights;
            for (std::size_t i = 0; i < self.names.size(); ++i) {
              weights[str_of(self.names[i])] = self.values[i];
            }
            return weights;
          },
          "Weights by name.")
      .def("__repr__", [](const Weights& self) {
        return "<Weights of " + std::to_string(self.values.size()) + " indicators>";
      });
  bind_sheet(type, &sheet_of_weights);
}

Weights entropy_weights_of(const MeasuredTable& table, Count threads) {
  Watch watch(threads, std::nullopt);
  const Work work = watch.work();
  return {table.columns, watch.run([&] { return entropy_weights(table.view, work); })};
}

Weights critic_weights_of(const MeasuredTable& table, const ByColumn& directions) {
  return {table.columns, critic_weights(table.view, directions_of(directions, table.columns))};
}

}  // namespace

void bind_weights(py::module_& module) {
  bind_weights_class(module);
  module.def(
      "equal_weights",
      [](const MeasuredTable& table) {
        return Weights{table.columns, equal_weights(table.view.columns)};
      },
      "table"_a, "The same weight for every column of a table.\n\nRaises: StructureError.");
  module.def("entropy_weights", &entropy_weights_of, "table"_a, py::kw_only(), "threads"_a = 0,
             R"(熵权法: more weight to columns that tell the units apart more.

Values must not be below 0; a gap is refused. Relative error below 1e-14.
threads: at most so many; 0: as many as the machine runs at once. The result is the same.
Raises: StructureError, LimitError.)");
  module.def(
      "deviation_weights",
      [](const MeasuredTable& table) {
        return Weights{table.columns, deviation_weights(table.view)};
      },
      "table"_a,
      R"(Weights proportional to the standard deviations of the columns as they stand.

They depend on the units of measurement: normalise first unless all are in one unit.
Raises: StructureError, LimitError.)");
  module.def("critic_weights", &critic_weights_of, "table"_a, py::kw_only(),
             "directions"_a = py::none(),
             R"(CRITIC: weights by deviation and by how little a column repeats the others.

directions: benefit or cost, by column or in their order.
Raises: StructureError, LimitError.)");
}

}  // namespace edustat::python
