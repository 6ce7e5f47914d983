// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/indicators.hpp"

#include "edustat/panel/rank.hpp"
#include "edustat/panel/result_table.hpp"
#include "edustat/panel/roll_up.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "cells.hpp"
#include "copies.hpp"
#include "panel_casters.hpp"
#include "table_output.hpp"
#include "work.hpp"

namespace edustat::python {

template <>
inline constexpr auto last_of<TableLayout> = TableLayout::long_layout;

namespace {

using namespace py::literals;
using AskedItems = std::optional<std::vector<std::string>>;
/// A column, or its name, id, label or alias.
using WrittenColumn = std::variant<Indicators::Column, Text>;

std::string full_name(const Indicators::Column& column) {
  Reference reference;
  reference.item = column.indicator;
  reference.categories = column.categories;
  return reference.to_string();
}

std::size_t column_in(const Indicators& indicators, const WrittenColumn& column) {
  if (const auto* known = std::get_if<Indicators::Column>(&column)) {
    return indicators.column(known->indicator, known->categories);
  }
  const std::string_view wanted = std::get<Text>(column);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < indicators.columns().size(); ++i) {
    const Indicators::Column& one = indicators.columns()[i];
    if (full_name(one) == wanted) return i;
    if (one.name() == wanted) found.push_back(i);
  }
  return found.size() == 1 ? found.front() : indicators.column(wanted);
}

/// A cell of the indicators, by numbers.
struct Cell {
  std::size_t period;
  std::size_t column;
  std::size_t row;
};

Cell cell_in(const Indicators& self, const WrittenPeriod& period, const WrittenColumn& column,
             Text row) {
  return {period_in(self.totals(), period), column_in(self, column), self.totals().row(row)};
}

Observation seen(const Indicators& self, const Cell& cell) {
  return self.at(cell.period, cell.column, cell.row);
}

void bind_columns(py::class_<Indicators>& indicators) {
  using Column = Indicators::Column;
  py::class_<Column> column(indicators, "Column", "One indicator, for one category.");
  column.def_property_readonly("name", &Column::name, "`training_share[training_kind=disabled]`.")
      .def_readonly("indicator", &Column::indicator, "Full id.")
      .def_property_readonly(
          "categories", [](const Column& self) { return codes_of(self.categories); },
          "Code by dimension, for which it is read.")
      .def_readonly("label", &Column::label, "In both languages.")
      .def_readonly("unit", &Column::unit, "Of the values.")
      .def_readonly("places", &Column::places, "Decimal places of the values.")
      .def_readonly("rounding", &Column::rounding, "By which they were rounded.")
      .def_readonly("formula", &Column::formula, "As the catalogue writes it.")
      .def("__repr__", [](const Column& self) {
        return "<Column " + self.name() + " " + self.unit.symbol() + ">";
      });
  bind_copies(column);
}

std::vector<std::optional<Decimal>> values_of(const Indicators& self, const WrittenPeriod& period,
                                              const WrittenColumn& column) {
  const std::size_t p = period_in(self.totals(), period);
  const std::size_t c = column_in(self, column);
  std::vector<std::optional<Decimal>> values;
  for (std::size_t row = 0; row < self.totals().rows().size(); ++row) {
    values.push_back(self.rounded(p, c, row));
  }
  return values;
}

std::vector<std::vector<std::optional<std::uint32_t>>> ranks_of(
    const Indicators& self, const WrittenColumn& column, RankOptions::Order order,
    RankOptions::Ties ties, RankOptions::By by, RankOptions::Among among, Count threads,
    Progress progress) {
  Watch watch(threads, std::move(progress));
  RankOptions options{.order = order, .ties = ties, .by = by, .among = among};
  options.work = watch.work();
  const std::size_t number = column_in(self, column);
  const auto ranks = watch.run([&] { return rank(self, number, options); });
  std::vector<std::vector<std::optional<std::uint32_t>>> shown;
  for (const std::vector<std::uint32_t>& period : ranks) {
    auto& rows = shown.emplace_back();
    for (const std::uint32_t one : period) {
      rows.push_back(one == 0 ? std::nullopt : std::optional(one));
    }
  }
  return shown;
}

void bind_cells(py::class_<Indicators>& indicators) {
  indicators
      .def("values", &values_of, "period"_a, "indicator"_a,
           "The rounded values by row; None for gaps.\n\nRaises: CodeError.")
      .def(
          "statuses",
          [](const Indicators& self, const WrittenPeriod& period, const WrittenColumn& column) {
            return list_of(
                self.statuses(period_in(self.totals(), period), column_in(self, column)));
          },
          "period"_a, "indicator"_a,
          "By row: complete, partial, missing, not_applicable, suppressed, undefined or "
          "not_comparable.\n\nRaises: CodeError.")
      .def(
          "rounded",
          [](const Indicators& self, const WrittenPeriod& period, const WrittenColumn& column,
             Text row) {
            const Cell cell = cell_in(self, period, column, row);
            return self.rounded(cell.period, cell.column, cell.row);
          },
          "period"_a, "indicator"_a, "row"_a,
          "The value with the places of the indicator; None for a gap.\n\nRaises: CodeError.")
      .def(
          "at",
          [](const Indicators& self, const WrittenPeriod& period, const WrittenColumn& column,
             Text row) {
            const Observation found = seen(self, cell_in(self, period, column, row));
            const Quantity* value = std::get_if<Quantity>(&found);
            return value ? std::optional(*value) : std::nullopt;
          },
          "period"_a, "indicator"_a, "row"_a,
          "The exact value with its unit; None for a gap.\n\nRaises: CodeError.")
      .def(
          "gap",
          [](const Indicators& self, const WrittenPeriod& period, const WrittenColumn& column,
             Text row) {
            const Observation found = seen(self, cell_in(self, period, column, row));
            const Gap* gap = std::get_if<Gap>(&found);
            return gap ? std::optional(*gap) : std::nullopt;
          },
          "period"_a, "indicator"_a, "row"_a,
          "Why there is no value; None where there is one.\n\nRaises: CodeError.")
      .def(
          "coverage",
          [](const Indicators& self, const WrittenPeriod& period, const WrittenColumn& column,
             Text row) {
            const Cell cell = cell_in(self, period, column, row);
            const Coverage coverage = self.coverage(cell.period, cell.column, cell.row);
            return std::pair(coverage.known, coverage.due);
          },
          "period"_a, "indicator"_a, "row"_a,
          "k of n of the input of which the smallest share is known.\n\nRaises: CodeError.")
      .def("rank", &ranks_of, "indicator"_a, py::kw_only(), "order"_a = "highest_first",
           "ties"_a = "lowest", "by"_a = "exact", "among"_a = "parent", "threads"_a = 0,
           "progress"_a = py::none(),
           R"(The rank of every row, by period and row; None for gaps and groups.

order: highest_first, lowest_first. ties: lowest (1 2 2 4), highest (1 3 3 4), dense (1 2 2 3).
by: exact, or rounded so that equal figures share a rank. among: parent, level.
Raises: CodeError, KeyboardInterrupt.)");
}

Table table_in(const Indicators& self, Text layout) {
  return to_table(self, read<TableLayout>(layout));
}

EvaluateOptions options_of(const AskedItems& indicators, Partial partial, const Work& work) {
  return {.indicators = indicators.value_or(std::vector<std::string>()),
          .partial = partial,
          .work = work};
}

constexpr const char* evaluate_doc =
    R"(Every indicator of a catalogue that the series allow, by period, indicator and row.

A panel is rolled up to all its levels first. indicators: ids, labels or aliases; None for all.
partial: what a partial total counts as, gap or known_part.
Raises: CodeError, StructureError, UnitError, KeyboardInterrupt.)";

void bind_evaluate(py::module_& module) {
  module.def(
      "evaluate",
      [](const Totals& totals, const Catalogue& catalogue, const AskedItems& indicators,
         Partial partial, Count threads, Progress progress) {
        Watch watch(threads, std::move(progress));
        const EvaluateOptions options = options_of(indicators, partial, watch.work());
        return watch.run([&] { return evaluate(totals, catalogue, options); });
      },
      "totals"_a, "catalogue"_a, py::kw_only(), "indicators"_a = py::none(), "partial"_a = "gap",
      "threads"_a = 0, "progress"_a = py::none(), evaluate_doc);
  module.def(
      "evaluate",
      [](const Panel& panel, const Catalogue& catalogue, const AskedItems& indicators,
         Partial partial, Count threads, Progress progress) {
        Watch watch(threads, std::move(progress));
        const RollUpOptions sums{.work = watch.work(0, 0.5)};
        const EvaluateOptions options = options_of(indicators, partial, watch.work(0.5, 1));
        return watch.run([&] { return evaluate(roll_up(panel, sums), catalogue, options); });
      },
      "panel"_a, "catalogue"_a, py::kw_only(), "indicators"_a = py::none(), "partial"_a = "gap",
      "threads"_a = 0, "progress"_a = py::none(), evaluate_doc);
}

}  // namespace

void bind_indicators(py::module_& module) {
  py::class_<Indicators> indicators(module, "Indicators", "Indicators of a catalogue on totals.");
  bind_columns(indicators);
  indicators.def_property_readonly("totals", &Indicators::totals, "From which they are computed.")
      .def_property_readonly(
          "columns", [](const Indicators& self) { return list_of(self.columns()); },
          "In the order of the catalogue.")
      .def_property_readonly(
          "left_out", [](const Indicators& self) { return list_of(self.left_out()); },
          "Indicators that were left out, each with what no series answers.");
  bind_cells(indicators);
  indicators.def(
      "to_table", &table_in, "layout"_a = "wide",
      R"(wide: a row for each period and region, a column for each indicator. long: a row for each
period, indicator and region, with unit, status, the exact value as a fraction, and coverage.

Raises: CodeError, LimitError.)");
  bind_frames<Text>(indicators, &table_in, "layout"_a = "wide");
  indicators.def("__repr__", [](const Indicators& self) {
    return "<Indicators: " + std::to_string(self.columns().size()) + " columns, " +
           std::to_string(self.totals().periods().size()) + " periods, " +
           std::to_string(self.totals().rows().size()) + " rows>";
  });
  bind_copies(indicators);
  bind_evaluate(module);
}

}  // namespace edustat::python
