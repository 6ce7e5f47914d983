// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/totals.hpp"

#include "edustat/panel/result_table.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "cells.hpp"
#include "copies.hpp"
#include "panel_casters.hpp"
#include "table_output.hpp"

#include <algorithm>

namespace edustat::python {

std::string_view short_name(std::string_view name) {
  const std::size_t end = std::min(name.find('['), name.size());
  const std::size_t dot = name.substr(0, end).find('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

std::size_t period_in(const Totals& totals, const WrittenPeriod& period) {
  const Period wanted = period_of(period);
  if (const auto number = totals.period(wanted)) return *number;
  std::vector<std::string> known;
  for (const Period& one : totals.periods()) known.push_back(one.to_string());
  const std::vector<std::string_view> words(known.begin(), known.end());
  refuse_name(wanted.to_string(), words);
}

std::size_t series_in(const Totals& totals, const WrittenSeries& series) {
  const Text* text = std::get_if<Text>(&series);
  const std::string wanted = text ? std::string(*text) : std::get<Series>(series).name();
  std::vector<std::string> known;
  for (const Series& one : totals.series()) known.push_back(one.name());
  const auto exact = std::find(known.begin(), known.end(), wanted);
  if (exact != known.end()) return static_cast<std::size_t>(exact - known.begin());
  const auto is_meant = [&](const std::string& name) { return short_name(name) == wanted; };
  const auto found = std::find_if(known.begin(), known.end(), is_meant);
  if (found != known.end() && std::find_if(found + 1, known.end(), is_meant) == known.end()) {
    return static_cast<std::size_t>(found - known.begin());
  }
  const std::vector<std::string_view> words(known.begin(), known.end());
  refuse_name(wanted, words);
}

namespace {

using namespace py::literals;

/// A difference by names instead of numbers.
struct NamedDifference {
  Period period;
  std::string series;
  std::string region;
  Rational reported;
  std::optional<Rational> computed;
  Coverage coverage;
};

std::vector<NamedDifference> differences_of(const Totals& totals) {
  std::vector<NamedDifference> named;
  for (const Totals::Difference& one : totals.differences()) {
    named.push_back({totals.periods()[one.period], totals.series()[one.series].name(),
                     totals.tree().region(one.region).code, one.reported, one.computed,
                     one.coverage});
  }
  return named;
}

std::pair<std::uint32_t, std::uint32_t> pair_of(const Coverage& coverage) {
  return {coverage.known, coverage.due};
}

std::optional<Quantity> value_at(const Totals& self, const WrittenPeriod& period,
                                 const WrittenSeries& series, Text row, Partial partial) {
  const Observation seen =
      self.at(period_in(self, period), series_in(self, series), self.row(row), partial);
  const Quantity* value = std::get_if<Quantity>(&seen);
  return value ? std::optional(*value) : std::nullopt;
}

std::optional<Gap> gap_at(const Totals& self, const WrittenPeriod& period,
                          const WrittenSeries& series, Text row, Partial partial) {
  const Observation seen =
      self.at(period_in(self, period), series_in(self, series), self.row(row), partial);
  const Gap* gap = std::get_if<Gap>(&seen);
  return gap ? std::optional(*gap) : std::nullopt;
}

void bind_parts(py::class_<Totals>& totals) {
  py::class_<Totals::Row> row(totals, "Row", "A region of a level, a group, or the rest of one.");
  row.def_readonly("code", &Totals::Row::code, "Of a region; the name of a group, `!` for a rest.")
      .def_readonly("name", &Totals::Row::name, "The latest.")
      .def_readonly("level", &Totals::Row::level, "Of a region; empty for groups.")
      .def_readonly("kind", &Totals::Row::kind, "region, group or complement.")
      .def("__repr__",
           [](const Totals::Row& self) { return "<Row " + self.code + " " + self.name + ">"; });
  bind_copies(row);
  py::class_<NamedDifference> difference(
      totals, "Difference", "A printed total of an inner node beside what rolls up to it.");
  difference.def_readonly("period", &NamedDifference::period, "For when.")
      .def_readonly("series", &NamedDifference::series, "Its name.")
      .def_readonly("region", &NamedDifference::region, "Code of the inner node.")
      .def_readonly("reported", &NamedDifference::reported, "Unit: that of the series.")
      .def_readonly("computed", &NamedDifference::computed,
                    "What is known below, rolled up; None where nothing is.\n\n"
                    "Unit: that of the series.")
      .def_property_readonly(
          "coverage", [](const NamedDifference& self) { return pair_of(self.coverage); },
          "Known and due units of the roll-up.")
      .def("__repr__", [](const NamedDifference& self) {
        return "<Difference " + self.region + " " + self.period.to_string() + " " + self.series +
               ": reported " + self.reported.to_string() + ", computed " +
               (self.computed ? self.computed->to_string() : "nothing") + ">";
      });
  bind_copies(difference);
}

void bind_cells(py::class_<Totals>& totals) {
  totals
      .def("at", &value_at, "period"_a, "series"_a, "row"_a, py::kw_only(), "partial"_a = "gap",
           R"(The total with its unit; None where there is none.

row: a code or the name of a group. partial: gap, or known_part for the sum of what is known.
Raises: CodeError.)")
      .def("gap", &gap_at, "period"_a, "series"_a, "row"_a, py::kw_only(), "partial"_a = "gap",
           "Why at() gives nothing; None where it gives a total.\n\nRaises: CodeError.")
      .def(
          "status",
          [](const Totals& self, const WrittenPeriod& period, const WrittenSeries& series,
             Text row) {
            return self.statuses(period_in(self, period), series_in(self, series))[self.row(row)];
          },
          "period"_a, "series"_a, "row"_a,
          "complete, partial, missing, not_applicable or suppressed.\n\nRaises: CodeError.")
      .def(
          "coverage",
          [](const Totals& self, const WrittenPeriod& period, const WrittenSeries& series,
             Text row) {
            return pair_of(
                self.coverage(period_in(self, period), series_in(self, series), self.row(row)));
          },
          "period"_a, "series"_a, "row"_a,
          "How many reporting units are known, and how many are due.\n\nRaises: CodeError.");
}

}  // namespace

void bind_totals(py::module_& module) {
  py::class_<Totals> totals(module, "Totals", "Sums of a panel by region, period and series.");
  bind_parts(totals);
  totals
      .def_property_readonly(
          "rows", [](const Totals& self) { return list_of(self.rows()); },
          "Levels from top to bottom, each in the official order, then groups.")
      .def_property_readonly(
          "periods", [](const Totals& self) { return list_of(self.periods()); },
          "From the earliest.")
      .def_property_readonly(
          "series", [](const Totals& self) { return list_of(self.series()); },
          "In the order of the columns.")
      .def_property_readonly("tree", &Totals::tree, "The tree that was rolled up.")
      .def_property_readonly(
          "differences", &differences_of,
          "Totals that were reported for inner nodes and are not what rolls up.");
  bind_cells(totals);
  totals
      .def("by_period", &Totals::by_period, "kind"_a, py::call_guard<py::gil_scoped_release>(),
           R"(Months into quarters, years and so on, each series by its own time rule.

Raises: StructureError.)")
      .def("as_flows", &Totals::as_flows, py::call_guard<py::gil_scoped_release>(),
           "Cumulative series as flows: differences within their origin.")
      .def(
          "to_table", [](const Totals& self) { return to_table(self); },
          R"(A row for each period, series and row: level, code, name, parent, period, measure, the
categories, value, unit, status, known, due.

Raises: LimitError.)");
  bind_frames(totals, [](const Totals& self) { return to_table(self); });
  totals.def("__repr__", [](const Totals& self) {
    return "<Totals of " + std::to_string(self.rows().size()) + " rows, " +
           std::to_string(self.periods().size()) + " periods, " +
           std::to_string(self.series().size()) + " series>";
  });
  bind_copies(totals);
}

}  // namespace edustat::python
