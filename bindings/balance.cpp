// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/balance.hpp"

#include "edustat/analysis/apportion.hpp"
#include "edustat/analysis/balance_finding.hpp"
#include "edustat/error/error.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace edustat::python {

template <>
inline constexpr auto last_of<Apportionment> = Apportionment::dean;
template <>
inline constexpr auto last_of<EqualClaims> = EqualClaims::refused;
template <>
inline constexpr auto last_of<AbsentWeights> = AbsentWeights::left_out;

namespace {

using namespace py::literals;
using WrittenFigures = std::vector<std::optional<WrittenRational>>;
using WrittenScale = std::variant<WrittenRational, std::pair<WrittenUnit, WrittenUnit>>;
using WrittenValue = std::variant<WrittenRational, Interval>;

std::vector<std::optional<Rational>> with_gaps(const WrittenFigures& written) {
  std::vector<std::optional<Rational>> figures;
  for (const auto& one : written) {
    figures.push_back(one ? std::optional(one->value) : std::nullopt);
  }
  return figures;
}

std::vector<Rational> figures_of(const WrittenFigures& written) {
  return without_gaps(with_gaps(written));
}

Rational scale_of(const WrittenScale& scale) {
  if (const auto* number = std::get_if<WrittenRational>(&scale)) return number->value;
  const auto& [from, to] = std::get<1>(scale);
  return scale_between(unit_of(from), unit_of(to));
}

BalanceOptions balance_options(DecimalPlaces places, const std::optional<WrittenDecimal>& step,
                               Rounding rounding, const WrittenScale& scale) {
  BalanceOptions options;
  options.step = step ? *step->value : BalanceOptions::to(places).step;
  options.rounding = rounding;
  options.scale = scale_of(scale);
  return options;
}

BalancedParts round_parts(const WrittenFigures& parts, DecimalPlaces places,
                          const std::optional<WrittenDecimal>& step, Rounding rounding,
                          const WrittenScale& scale, const std::optional<WrittenDecimal>& total) {
  return balanced_round(figures_of(parts), balance_options(places, step, rounding, scale),
                        total ? total->value : std::nullopt);
}

BalancedTable round_table(const std::vector<WrittenFigures>& rows, DecimalPlaces places,
                          const std::optional<WrittenDecimal>& step, Rounding rounding,
                          const WrittenScale& scale) {
  std::vector<std::vector<Rational>> figures;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    figures.push_back(without_gaps(with_gaps(rows[row]), {.line = row + 1}));
  }
  return balanced_table(figures, balance_options(places, step, rounding, scale));
}

std::vector<int> apportioned(const WrittenFigures& weights, Count total, Apportionment method,
                             EqualClaims equal_claims) {
  return apportion(figures_of(weights), total.value, method, equal_claims);
}

bool is_within(const WrittenFigures& weights, const std::vector<Count>& counts) {
  std::vector<int> numbers;
  for (const Count& count : counts) numbers.push_back(count.value);
  return is_within_quota(figures_of(weights), numbers);
}

std::vector<Interval> known_values(const std::vector<WrittenValue>& written) {
  std::vector<Interval> values;
  for (const WrittenValue& one : written) {
    const auto* number = std::get_if<WrittenRational>(&one);
    values.push_back(number ? Interval::exactly(number->value) : std::get<Interval>(one));
  }
  return values;
}

std::vector<Decimal> printed_decimals(const std::vector<WrittenDecimal>& written) {
  std::vector<Decimal> prints;
  for (const WrittenDecimal& one : written) prints.push_back(*one.value);
  return prints;
}

BalanceFinding recognise_list(const std::vector<WrittenValue>& values,
                              const std::vector<WrittenDecimal>& prints,
                              const WrittenDecimal& total, Precision precision,
                              const WrittenScale& scale) {
  return recognise_balance(known_values(values), printed_decimals(prints), *total.value,
                           {precision, scale_of(scale)});
}

BalanceFinding recognise_table(const std::vector<std::vector<WrittenValue>>& values,
                               const std::vector<std::vector<WrittenDecimal>>& prints,
                               Precision precision, const WrittenScale& scale) {
  std::vector<std::vector<Interval>> cells;
  for (const auto& row : values) cells.push_back(known_values(row));
  std::vector<std::vector<Decimal>> lines;
  for (const auto& row : prints) lines.push_back(printed_decimals(row));
  return recognise_balanced_table(cells, lines, {precision, scale_of(scale)});
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
      .def_readonly("whole", &BalancedShares::whole, "What the known shares add up to.")
      .def_readonly("moved", &BalancedShares::moved, "row is the number of the weight.")
      .def("__repr__", [](const BalancedShares& self) {
        return "<BalancedShares: " + std::to_string(self.shares.size()) + " shares of " +
               self.whole.to_string() + ", " + std::to_string(self.moved.size()) + " moved>";
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
          "ordinary, balanced, summed (totals of rounded parts) or neither.")
      .def_readonly("moved", &BalanceFinding::moved,
                    "No rounding of their values, but less than a step away.")
      .def_readonly("beyond", &BalanceFinding::beyond, "A whole step or more away.")
      .def_readonly("broken", &BalanceFinding::broken, "Totals that the prints do not add up to.")
      .def_readonly("is_least", &BalanceFinding::is_least,
                    "Whether no balanced prints lie nearer; None where that is not known.")
      .def("__repr__", [](const BalanceFinding& self) {
        return "<BalanceFinding: " + std::string(written(self.kind)) + ", " +
               std::to_string(self.moved.size()) + " moved>";
      });
  bind_copies(finding);
}

void bind_balancing(py::module_& module) {
  module.def("balanced_round", &round_parts, "parts"_a, "places"_a = 0, py::kw_only(),
             "step"_a = py::none(), "rounding"_a = "half_up", "scale"_a = 1, "total"_a = py::none(),
             R"(Rounds parts so that they add up to their rounded total, by largest remainders.

step: to multiples of it, instead of to places. scale: 10000, or the units ("元", "万元").
total: as it was printed before, instead of the rounded sum.
Raises: StructureError (gaps, no parts, a total out of reach), LimitError (places below 0),
UnitError, ParseError, CodeError, TypeError (float, bool).)");
  module.def("balanced_table", &round_table, "rows"_a, "places"_a = 0, py::kw_only(),
             "step"_a = py::none(), "rounding"_a = "half_up", "scale"_a = 1,
             R"(Rounds a table so that rows, columns and totals all add up (controlled rounding).

rows: the cells, without totals. step, scale: as balanced_round.
Raises: StructureError (gaps, rows of unequal length), LimitError, UnitError, ParseError,
CodeError, TypeError (float, bool).)");
  module.def(
      "balanced_shares",
      [](const WrittenFigures& weights, DecimalPlaces places, AbsentWeights absent,
         const WrittenRational& whole) {
        return balanced_shares(with_gaps(weights), places, absent, whole.value);
      },
      "weights"_a, "places"_a = 2, py::kw_only(), "absent"_a = "refused", "whole"_a = 100,
      R"(Shares of weights in a whole, 100 for percent, that add up to it exactly.

absent: refused, or left_out for shares of the known weights among themselves.
Raises: StructureError (gaps, a weight below 0, weights that add up to 0), LimitError, ParseError,
CodeError, TypeError (float, bool).)");
}

void bind_apportionment(py::module_& module) {
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

void bind_recognition(py::module_& module) {
  module.def("recognise_balance", &recognise_list, "values"_a, "prints"_a, "total"_a, py::kw_only(),
             "precision"_a = "nearest", "scale"_a = 1,
             R"(Recognises prints that were moved so that they add up to the printed total.

values: exact, or intervals of what is known. scale: as balanced_round.
Raises: StructureError, UnitError, ParseError, CodeError, TypeError (float, bool).)");
  module.def("recognise_balanced_table", &recognise_table, "values"_a, "prints"_a, py::kw_only(),
             "precision"_a = "nearest", "scale"_a = 1,
             R"(Recognises a printed table that was moved so that all sums hold.

values: the cells. prints: with a last column of row totals, and a last row of column totals that
ends with the grand total.
Raises: StructureError, UnitError, ParseError, CodeError, TypeError (float, bool).)");
}

}  // namespace

void bind_balance(py::module_& module) {
  bind_moved(module);
  bind_results(module);
  bind_finding_of_balance(module);
  bind_balancing(module);
  bind_apportionment(module);
  bind_recognition(module);
}

}  // namespace edustat::python
