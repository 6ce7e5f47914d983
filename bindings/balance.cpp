// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/balance.hpp"

#include "edustat/analysis/balance_finding.hpp"
#include "edustat/error/error.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "written_figures.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace edustat::python {

template <>
inline constexpr auto last_of<AbsentWeights> = AbsentWeights::left_out;

namespace {

using namespace py::literals;
using WrittenScale = std::variant<WrittenRational, std::pair<WrittenUnit, WrittenUnit>>;
using WrittenStep = std::optional<WrittenDecimal>;
using WrittenValues = std::vector<std::optional<std::variant<WrittenRational, Interval>>>;
using WrittenPrints = std::vector<std::optional<WrittenDecimal>>;

Rational scale_of(const WrittenScale& scale) {
  if (const auto* number = std::get_if<WrittenRational>(&scale)) return number->value;
  const auto& [from, to] = std::get<1>(scale);
  return scale_between(unit_of(from), unit_of(to));
}

BalanceOptions balance_options(const std::optional<DecimalPlaces>& places, const WrittenStep& step,
                               Rounding rounding, const WrittenScale& scale) {
  if (places && step) {
    throw StructureError(Fault{ErrorCode::places_and_step,
                               {std::to_string(places->count()), step->value->to_string()}});
  }
  BalanceOptions options = BalanceOptions::to(places.value_or(DecimalPlaces(0)));
  if (step) options.step = *step->value;
  options.rounding = rounding;
  options.scale = scale_of(scale);
  return options;
}

BalancedParts round_parts(const WrittenFigures& parts, const std::optional<DecimalPlaces>& places,
                          const WrittenStep& step, Rounding rounding, const WrittenScale& scale,
                          const std::optional<WrittenDecimal>& total) {
  return balanced_round(without_gaps(figures_with_gaps(parts)),
                        balance_options(places, step, rounding, scale),
                        total ? total->value : std::nullopt);
}

BalancedTable round_table(const std::vector<WrittenFigures>& rows,
                          const std::optional<DecimalPlaces>& places, const WrittenStep& step,
                          Rounding rounding, const WrittenScale& scale) {
  std::vector<std::vector<Rational>> figures;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    figures.push_back(without_gaps(figures_with_gaps(rows[row]), {.line = row + 1}));
  }
  return balanced_table(figures, balance_options(places, step, rounding, scale));
}

std::vector<Interval> known_values(const WrittenValues& written, std::size_t row = 0) {
  std::vector<std::optional<Interval>> values;
  for (const auto& one : written) {
    std::optional<Interval>& value = values.emplace_back();
    if (!one) continue;
    const auto* number = std::get_if<WrittenRational>(&*one);
    value = number ? Interval::exactly(number->value) : std::get<Interval>(*one);
  }
  return without_gaps(values, {.source = "values", .line = row});
}

std::vector<Decimal> printed_decimals(const WrittenPrints& written, std::size_t row = 0,
                                      const char* list = "prints") {
  std::vector<std::optional<Decimal>> prints;
  for (const auto& one : written) prints.push_back(one ? one->value : std::nullopt);
  return without_gaps(prints, {.source = list, .line = row});
}

PrintOptions print_options(Precision precision, const WrittenStep& step,
                           const WrittenScale& scale) {
  return {precision, step ? step->value : std::nullopt, scale_of(scale)};
}

BalanceFinding recognise_list(const WrittenValues& values, const WrittenPrints& prints,
                              const std::optional<WrittenDecimal>& total, Precision precision,
                              const WrittenStep& step, const WrittenScale& scale) {
  return recognise_balance(known_values(values), printed_decimals(prints),
                           printed_decimals({total}, 0, "total").front(),
                           print_options(precision, step, scale));
}

BalanceFinding recognise_table(const std::vector<WrittenValues>& values,
                               const std::vector<WrittenPrints>& prints, Precision precision,
                               const WrittenStep& step, const WrittenScale& scale) {
  std::vector<std::vector<Interval>> cells;
  for (const auto& row : values) cells.push_back(known_values(row, cells.size() + 1));
  std::vector<std::vector<Decimal>> lines;
  for (const auto& row : prints) lines.push_back(printed_decimals(row, lines.size() + 1));
  return recognise_balanced_table(cells, lines, print_options(precision, step, scale));
}

/// `3` of a list, `row 3, column 4` of a table.
std::string place_text(const std::optional<std::size_t>& row,
                       const std::optional<std::size_t>& column) {
  const auto number = [](const std::optional<std::size_t>& at) {
    return at ? std::to_string(*at) : std::string("None");
  };
  return number(row) + ", " + number(column);
}

template <typename Class>
void bind_table_place(Class& type) {
  using Value = typename Class::type;
  type.def_readonly("row", &Value::row, "From 0; None for the total of a column.")
      .def_readonly("column", &Value::column,
                    "From 0; None for the total of a row, and in a list.");
}

void bind_moved(py::module_& module) {
  py::class_<MovedFigure> moved(module, "MovedFigure",
                                "A figure that is not its own ordinary rounding.");
  bind_table_place(moved);
  moved
      .def_readonly("value", &MovedFigure::value,
                    "Exact.\n\nUnit: that of the result, after rescaling.")
      .def_readonly("rounded", &MovedFigure::rounded, "As it would be rounded by itself.")
      .def_readonly("balanced", &MovedFigure::balanced, "As it is given instead.")
      .def("__repr__", [](const MovedFigure& self) {
        return "<MovedFigure " + place_text(self.row, self.column) + ": " + self.value.to_string() +
               " as " + self.balanced.to_string() + ", not " + self.rounded.to_string() + ">";
      });
  bind_copies(moved);
}

void bind_results(py::module_& module) {
  py::class_<BalancedParts> parts(module, "BalancedParts", "Parts that add up to their total.");
  parts.def_readonly("parts", &BalancedParts::parts, "In the order of the figures.")
      .def_readonly("total", &BalancedParts::total, "Their sum, exactly.")
      .def_readonly("moved", &BalancedParts::moved,
                    "What is not its own ordinary rounding; row is the number of the part.")
      .def("__repr__", [](const BalancedParts& self) {
        return "<BalancedParts: " + std::to_string(self.parts.size()) + " parts, total " +
               self.total.to_string() + ", " + std::to_string(self.moved.size()) + " moved>";
      });
  bind_copies(parts);
  py::class_<BalancedTable> table(module, "BalancedTable",
                                  "A table whose rows, columns and totals all add up.");
  table.def_readonly("cells", &BalancedTable::cells, "By row and column.")
      .def_readonly("row_totals", &BalancedTable::row_totals, "Of every row.")
      .def_readonly("column_totals", &BalancedTable::column_totals, "Of every column.")
      .def_readonly("total", &BalancedTable::total, "Of all cells.")
      .def_readonly("moved", &BalancedTable::moved,
                    "Cells by row, then row totals, then column totals.")
      .def("__repr__", [](const BalancedTable& self) {
        return "<BalancedTable: " + std::to_string(self.row_totals.size()) + " by " +
               std::to_string(self.column_totals.size()) + ", total " + self.total.to_string() +
               ", " + std::to_string(self.moved.size()) + " moved>";
      });
  bind_copies(table);
  py::class_<BalancedShares> shares(module, "BalancedShares", "Shares that add up to their whole.");
  shares
      .def_readonly("shares", &BalancedShares::shares,
                    "In the order of the weights; None for an absent one.")
      .def_readonly("whole", &BalancedShares::whole,
                    "What the known shares add up to; None where none is known.")
      .def_readonly("moved", &BalancedShares::moved, "row is the number of the weight.")
      .def("__repr__", [](const BalancedShares& self) {
        return "<BalancedShares: " + std::to_string(self.shares.size()) + " shares of " +
               (self.whole ? self.whole->to_string() : "nothing known") + ", " +
               std::to_string(self.moved.size()) + " moved>";
      });
  bind_copies(shares);
}

void bind_finding_of_balance(py::module_& module) {
  py::class_<BalanceFinding> finding(module, "BalanceFinding",
                                     "Whether prints were moved so that they add up.");
  py::class_<BalanceFinding::Print> print(finding, "Print", "A print or a sum in its place.");
  bind_table_place(print);
  print
      .def_readonly("value", &BalanceFinding::Print::value,
                    "What is known of it.\n\nUnit: that of the prints.")
      .def_readonly("printed", &BalanceFinding::Print::printed, "Its print.")
      .def("__repr__", [](const BalanceFinding::Print& self) {
        return "<Print " + place_text(self.row, self.column) + ": " + self.printed.to_string() +
               " for " + self.value.to_string() + ">";
      });
  bind_copies(print);
  finding
      .def_property_readonly(
          "kind", [](const BalanceFinding& self) { return written(self.kind); },
          "ordinary, balanced, summed (only totals are no roundings) or neither.")
      .def_readonly("moved", &BalanceFinding::moved,
                    "No rounding of their values, but less than a step away.")
      .def_readonly("beyond", &BalanceFinding::beyond,
                    "A whole step or more away, or no multiples of it.")
      .def_readonly("broken", &BalanceFinding::broken, "Totals that the prints do not add up to.")
      .def_readonly(
          "is_least", &BalanceFinding::is_least,
          "Whether no balanced prints that add up to the same grand total lie nearer; None "
          "where that is not known.\n\nFalse is the only sign that figures were swapped "
          "or are wrong.")
      .def("__repr__", [](const BalanceFinding& self) {
        return "<BalanceFinding: " + std::string(written(self.kind)) + ", " +
               std::to_string(self.moved.size()) + " moved>";
      });
  bind_copies(finding);
}

void bind_balancing(py::module_& module) {
  module.def("balanced_round", &round_parts, "parts"_a, "places"_a = py::none(), py::kw_only(),
             "step"_a = py::none(), "rounding"_a = "half_up", "scale"_a = 1, "total"_a = py::none(),
             R"(Rounds parts so that they add up to their rounded total, by largest remainders.

places: 0 unless stated. step: to multiples of it, instead of to places. scale: 10000, or the units
("元", "万元"). total: as it was printed before, instead of the rounded sum; moved does not name it.
Raises: StructureError (gaps, no parts, places and step, a total out of reach), LimitError (places
below 0), UnitError, ParseError, CodeError, TypeError (float, bool).)");
  module.def("balanced_table", &round_table, "rows"_a, "places"_a = py::none(), py::kw_only(),
             "step"_a = py::none(), "rounding"_a = "half_up", "scale"_a = 1,
             R"(Rounds a table so that rows, columns and totals all add up (controlled rounding).

rows: the cells, without totals. places, step, scale: as balanced_round. Does not keep a total that
was printed before.
Raises: StructureError (gaps, rows of unequal length, places and step), LimitError, UnitError,
ParseError, CodeError, TypeError (float, bool).)");
  module.def(
      "balanced_shares",
      [](const WrittenFigures& weights, DecimalPlaces places, AbsentWeights absent,
         const WrittenRational& whole) {
        return balanced_shares(figures_with_gaps(weights), places, absent, whole.value);
      },
      "weights"_a, "places"_a = 2, py::kw_only(), "absent"_a = "refused", "whole"_a = 100,
      R"(Shares of weights in a whole, 100 for percent, that add up to it exactly.

absent: refused, or left_out for shares of the known weights among themselves.
Raises: StructureError (gaps, a weight below 0, weights that add up to 0), LimitError, ParseError,
CodeError, TypeError (float, bool).)");
}

void bind_recognition(py::module_& module) {
  module.def("recognise_balance", &recognise_list, "values"_a, "prints"_a, "total"_a, py::kw_only(),
             "precision"_a = "nearest", "step"_a = py::none(), "scale"_a = 1,
             R"(Recognises prints that were moved so that they add up to the printed total.

values: exact, or intervals of what is known. precision: not exact. step: what the prints are
multiples of, unless that is the last place of the finest. scale: as balanced_round.
Raises: StructureError (gaps), UnitError, ParseError, CodeError, TypeError (float, bool).)");
  module.def("recognise_balanced_table", &recognise_table, "values"_a, "prints"_a, py::kw_only(),
             "precision"_a = "nearest", "step"_a = py::none(), "scale"_a = 1,
             R"(Recognises a printed table that was moved so that all sums hold.

values: the cells. prints: with a last column of row totals, and a last row of column totals that
ends with the grand total. precision, step, scale: as recognise_balance.
Raises: StructureError (gaps, prints of another shape), UnitError, ParseError, CodeError,
TypeError (float, bool).)");
}

}  // namespace

void bind_balance(py::module_& module) {
  bind_moved(module);
  bind_results(module);
  bind_finding_of_balance(module);
  bind_balancing(module);
  bind_recognition(module);
}

}  // namespace edustat::python
