// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/panel.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "panel_casters.hpp"
#include "table_input.hpp"
#include "work.hpp"

#include <variant>

namespace edustat::python {
namespace {

using namespace py::literals;
using Marks = std::map<std::string, Gap>;
using Columns = std::vector<std::variant<Column, Text>>;
using ColumnByDimension = py::typing::Dict<py::str, py::str>;

Column make_column(Text name, const std::optional<std::string>& measure,
                   const std::optional<WrittenUnit>& unit, std::optional<Count> places,
                   std::optional<Precision> precision, const std::optional<Marks>& marks,
                   std::optional<InnerFacts> inner,
                   const std::optional<CodeByDimension>& categories) {
  Column column{.name = std::string(name),
                .measure = measure.value_or(std::string()),
                .categories = categories_of(categories.value_or(CodeByDimension())),
                .precision = precision,
                .marks = marks.value_or(Marks()),
                .inner = inner};
  if (unit) column.unit = unit_of(*unit);
  if (places) column.places = places->value;
  return column;
}

std::optional<std::string> measure_of(const Column& column) {
  return column.measure.empty() ? std::nullopt : std::optional(column.measure);
}

py::dict fields_of_column(const Column& column) {
  return py::dict("name"_a = column.name, "measure"_a = measure_of(column), "unit"_a = column.unit,
                  "places"_a = column.places, "precision"_a = column.precision,
                  "marks"_a = column.marks, "inner"_a = column.inner,
                  "categories"_a = codes_of(column.categories));
}

void bind_column(py::module_& module) {
  py::class_<Column> column(module, "Column", "How one column of a table is read.");
  column
      .def(
          py::init(&make_column), "name"_a, "measure"_a = py::none(), py::kw_only(),
          "unit"_a = py::none(), "places"_a = py::none(), "precision"_a = py::none(),
          "marks"_a = py::none(), "inner"_a = py::none(), "categories"_a = py::none(),
          R"(The column `name`, as figures of `measure` (an id, a label or an alias), which may be an
indicator: its figures are then printed ones, never added up, and audit holds them against the formula.

A column of floats needs `places`. marks say what signs in a text column mean: {"c": "suppressed"}.
inner: refuse, total, own; what the fact of an inner node is. categories: {dimension: code}.)")
      .def_readonly("name", &Column::name, "In the table.")
      .def_property_readonly("measure", &measure_of, "None for the name of the column.")
      .def_readonly("unit", &Column::unit, "As written; None for that of the measure.")
      .def_readonly("places", &Column::places, "Decimal places, where they are stated.")
      .def_readonly("precision", &Column::precision,
                    "How the values were shortened; None: exact, of an indicator nearest.")
      .def_readonly("marks", &Column::marks, "What signs in a text column mean.")
      .def_readonly("inner", &Column::inner, "What facts of inner nodes are; None as the table.")
      .def_property_readonly(
          "categories", [](const Column& self) { return codes_of(self.categories); },
          "Code by dimension.")
      .def("__hash__", [](const Column& self) { return py::hash(str_of(self.name)); });
  bind_named_fields(column, "Column", &fields_of_column);
}

void bind_series(py::module_& module) {
  py::class_<Series> series(module, "Series", "Facts of one measure and category.");
  series.def_property_readonly("name", &Series::name, "`trained[training_kind=disabled]`.")
      .def_readonly("measure", &Series::measure, "Full id, or the name of the column.")
      .def_property_readonly(
          "categories", [](const Series& self) { return codes_of(self.categories); },
          "Code by dimension.")
      .def_readonly("unit", &Series::unit, "Of the values.")
      .def_readonly("places", &Series::places, "Decimal places of the values.")
      .def_property_readonly(
          "regions", [](const Series& self) { return written(self.regions); },
          "How it adds over regions: sum or none.")
      .def_property_readonly(
          "time", [](const Series& self) { return written(self.time); },
          "How it behaves in time: flow, stock, cumulative, plan, cohort, standard, ratio, rank.")
      .def_property_readonly(
          "origin", [](const Series& self) { return written(self.origin); },
          "From when a cumulative measure counts.")
      .def_readonly("inner", &Series::inner, "What facts of inner nodes are.")
      .def_readonly("precision", &Series::precision, "How the values were shortened.")
      .def_readonly("last_place", &Series::last_place, "Places to which they were shortened.")
      .def_readonly("prints", &Series::prints,
                    "Shortened values behind each unit that is known; 0 where nobody counted.")
      .def("__hash__", [](const Series& self) { return py::hash(str_of(self.name())); })
      .def("__repr__", [](const Series& self) {
        return "<Series " + self.name() + " " + self.unit.symbol() + ">";
      });
  bind_equality(series);
  bind_copies(series);
}

std::vector<Column> columns_of(const std::optional<Columns>& given) {
  std::vector<Column> columns;
  for (const auto& one : given.value_or(Columns())) {
    const Text* name = std::get_if<Text>(&one);
    columns.push_back(name ? Column{.name = std::string(*name)} : std::get<Column>(one));
  }
  return columns;
}

PanelOptions options_of(Text region, Text period, const std::optional<Columns>& columns,
                        const std::optional<ColumnByDimension>& categories,
                        const std::optional<Catalogue>& catalogue,
                        const std::optional<WrittenPeriod>& first_period) {
  PanelOptions options{.region = std::string(region),
                       .period = std::string(period),
                       .columns = columns_of(columns),
                       .catalogue = catalogue};
  if (categories) {
    for (const auto& [dimension, name] : *categories) {
      options.categories.emplace_back(py::cast<std::string>(dimension),
                                      py::cast<std::string>(name));
    }
  }
  if (first_period) options.first_period = period_of(*first_period);
  return options;
}

constexpr const char* from_arrow_doc =
    R"(Reads a table: a row for each region and period, and with `categories` for each category.

table: anything that Table.from_arrow takes. region, period: columns of the keys. columns: names or
Column; None for every other column of numbers. categories: {dimension: column of its codes}.
catalogue: what measures and categories mean. first_period: whole numbers in the period column count
from it, from 0; None: they are years (2016) or months (201611). inner: what facts of inner nodes
are (refuse, total, own). duplicates: refuse, add. unknown: regions that the tree has not (refuse,
set_aside). hierarchy: of the tree. threads: at most so many, 0 for all. progress: called with the
share that is done.
Raises: StructureError, CodeError, ParseError, UnitError, LimitError, each with every row that is
wrong; KeyboardInterrupt.)";

void bind_from_arrow(py::class_<Panel>& panel) {
  panel.def_static(
      "from_arrow",
      [](const AnyTable& table, const RegionTree& regions, Text region, Text period,
         const std::optional<Columns>& columns, const std::optional<ColumnByDimension>& categories,
         const std::optional<Catalogue>& catalogue,
         const std::optional<WrittenPeriod>& first_period, InnerFacts inner, Duplicates duplicates,
         UnknownRegions unknown, Text hierarchy, Count threads, Progress progress) {
        Watch watch(threads, std::move(progress));
        PanelOptions options =
            options_of(region, period, columns, categories, catalogue, first_period);
        options.inner = inner;
        options.duplicates = duplicates;
        options.unknown = unknown;
        options.hierarchy = std::string(hierarchy);
        options.work = watch.work();
        return watch.run([&] { return Panel::from_table(table.value, regions, options); });
      },
      "table"_a, py::kw_only(), "regions"_a, "region"_a = "region", "period"_a = "period",
      "columns"_a = py::none(), "categories"_a = py::none(), "catalogue"_a = py::none(),
      "first_period"_a = py::none(), "inner"_a = "refuse", "duplicates"_a = "refuse",
      "unknown"_a = "refuse", "hierarchy"_a = "", "threads"_a = 0, "progress"_a = py::none(),
      from_arrow_doc);
}

}  // namespace

void bind_panel(py::module_& module) {
  bind_column(module);
  bind_series(module);
  py::class_<Panel> panel(module, "Panel", "Facts by region, period, category and measure.");
  bind_from_arrow(panel);
  panel
      .def_property_readonly(
          "series", [](const Panel& self) { return list_of(self.series()); },
          "In the order of the columns, each with all categories that occur.")
      .def_property_readonly(
          "periods", [](const Panel& self) { return list_of(self.periods()); },
          "The periods that occur, from the earliest.")
      .def_property_readonly("rows", &Panel::rows, "Rows of the table.")
      .def_property_readonly(
          "set_aside", [](const Panel& self) { return list_of(self.set_aside()); },
          "Rows that were set aside, each with its reason; the line of a place is the row, from 1.")
      .def_property_readonly("tree", &Panel::tree, "The regions.")
      .def_property_readonly("hierarchy", &Panel::hierarchy, "In which the regions stand.")
      .def("__repr__", [](const Panel& self) {
        return "<Panel of " + std::to_string(self.rows()) +
               " rows: " + std::to_string(self.series().size()) + " series, " +
               std::to_string(self.periods().size()) + " periods>";
      });
  bind_copies(panel);
}

}  // namespace edustat::python
