// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/normalise.hpp"

#include "bindings.hpp"
#include "column_options.hpp"

#include <algorithm>

namespace edustat::python {
namespace {

using namespace py::literals;

py::buffer_info buffer_of_sheet(ScoreSheet& sheet) {
  const MatrixView view = sheet.values.view();
  constexpr auto size = static_cast<py::ssize_t>(sizeof(double));
  const auto columns = static_cast<py::ssize_t>(view.columns);
  // Python takes no pointer to const; the buffer is read only.
  return py::buffer_info(const_cast<double*>(view.cells),
                         {static_cast<py::ssize_t>(view.rows), columns}, {columns * size, size},
                         true);
}

std::vector<std::vector<std::optional<double>>> rows_of(const ScoreSheet& sheet) {
  std::vector<std::vector<std::optional<double>>> rows;
  for (std::size_t row = 0; row < sheet.values.rows(); ++row) {
    auto& cells = rows.emplace_back();
    for (std::size_t column = 0; column < sheet.values.columns(); ++column) {
      const double value = sheet.values.at(row, column);
      cells.push_back(is_gap(value) ? std::nullopt : std::optional(value));
    }
  }
  return rows;
}

std::vector<std::optional<double>> column_of_sheet(const ScoreSheet& sheet, Text name) {
  const std::vector<std::string_view> known(sheet.columns.begin(), sheet.columns.end());
  const auto found = std::find(known.begin(), known.end(), name.view);
  if (found == known.end()) refuse_name(name.view, known);
  return known_of(sheet.values.column(static_cast<std::size_t>(found - known.begin())));
}

void bind_score_sheet(py::module_& module) {
  py::class_<ScoreSheet> sheet(module, "ScoreSheet", py::buffer_protocol(),
                               R"(Scores with the names of their units and columns.

`numpy.asarray` shows them without a copy, with NaN for a gap.)");
  sheet.def_buffer(&buffer_of_sheet);
  sheet.def_readonly("units", &ScoreSheet::units, "Names of the rows.")
      .def_readonly("columns", &ScoreSheet::columns, "Names of the columns.")
      .def_property_readonly("rows", &rows_of, "The scores, row after row; None for a gap.")
      .def("column", &column_of_sheet, "name"_a,
           "The scores of one column; None for a gap.\n\nRaises: CodeError.")
      .def("__len__", [](const ScoreSheet& self) { return self.values.rows(); })
      .def("__repr__", [](const ScoreSheet& self) {
        return "<ScoreSheet of " + std::to_string(self.values.rows()) + " units, " +
               std::to_string(self.values.columns()) + " columns>";
      });
  bind_sheet(sheet, [](const ScoreSheet& self) -> const ScoreSheet& { return self; });
}

ScoreSheet normalise_table(const MeasuredTable& table, Normalisation method,
                           const ByColumn& directions, const ByColumn& goalposts,
                           const ByColumn& targets, const py::object& scale, const py::object& mean,
                           const py::object& deviation, Divisor divisor, Beyond beyond,
                           ZeroRange zero_range) {
  const NormaliseOptions options =
      normalise_options(table.columns, {method, directions, goalposts, targets, scale, mean,
                                        deviation, divisor, beyond, zero_range});
  return {names_of_rows(table.units, table.view.rows), table.columns,
          normalise(table.view, options)};
}

}  // namespace

void bind_normalise(py::module_& module) {
  bind_score_sheet(module);
  module.def("normalise", &normalise_table, "table"_a, "method"_a = "min_max", py::kw_only(),
             "directions"_a = py::none(), "goalposts"_a = py::none(), "targets"_a = py::none(),
             "scale"_a = py::make_tuple(0, 1), "mean"_a = 0, "deviation"_a = 1,
             "divisor"_a = "sample", "beyond"_a = "cap", "zero_range"_a = "refuse",
             R"(Scores of every column that can be compared; a gap (None, NaN) stays a gap.

table: a two-dimensional array, a frame, an Arrow table, a mapping of names to columns, or rows.
method: none, min_max, z_score, rank, vector, sum, goalposts or target.
directions: benefit or cost, by column (a mapping may leave benefits out) or in their order.
goalposts: pairs (low, high); targets: numbers; both by column or in their order, for the method of
their name alone.
scale: scores of the worst and the best, for min_max, goalposts and target.
mean, deviation, divisor: for z_score; divisor is sample (n - 1) or population (n).
beyond: cap or keep what lies beyond a goalpost or target.
zero_range: refuse, gap or middle, for a column whose values are all the same (min_max, z_score), all
0 (vector, sum) or whose worst is at the target.
Raises: StructureError, CodeError, LimitError, TypeError.)");
}

}  // namespace edustat::python
