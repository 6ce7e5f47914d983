// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/balanced_development.hpp"

#include "analysis/sample_data.hpp"
#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "measured_column.hpp"

#include <algorithm>

namespace edustat::python {

template <>
inline constexpr auto last_of<Stage> = Stage::junior;
template <>
inline constexpr auto last_of<BalanceRegime> = BalanceRegime::high_quality;

namespace {

using namespace py::literals;

/// Pairs of names and columns of a mapping or data frame.
py::object items_of(const py::object& table) {
  for (const char* convert : {"to_pydict", "to_dict"}) {
    if (!py::hasattr(table, "items") && py::hasattr(table, convert)) {
      return table.attr(convert)().attr("items")();
    }
  }
  if (py::hasattr(table, "items")) return table.attr("items")();
  throw py::type_error(
      "schools are a mapping of names to columns, or a data "
      "frame\n学校表应为列名到列的映射或数据框");
}

/// The numbers of a column, nothing where there is a gap.
std::vector<std::optional<Rational>> rationals_of(const Numbers& numbers) {
  std::vector<std::optional<Rational>> result;
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    if (std::binary_search(numbers.gaps.begin(), numbers.gaps.end(), row)) {
      result.emplace_back();
    } else if (const auto* doubles = std::get_if<std::span<const double>>(&numbers.cells)) {
      result.emplace_back(detail::exact_rational((*doubles)[row]));
    } else if (const auto* wholes = std::get_if<std::span<const std::int64_t>>(&numbers.cells)) {
      result.emplace_back((*wholes)[row]);
    } else {
      result.emplace_back(std::get<std::span<const Rational>>(numbers.cells)[row]);
    }
  }
  return result;
}

void require_rows(std::vector<School>& schools, const std::string& name, std::size_t rows,
                  bool is_first) {
  if (is_first) schools.resize(rows);
  if (schools.size() == rows) return;
  throw StructureError(Fault{ErrorCode::unequal_columns,
                             {name, std::to_string(rows), std::to_string(schools.size())}});
}

Rational pupils_in(const std::optional<Rational>& cell, const std::string& name, std::size_t row) {
  if (cell) return *cell;
  throw StructureError(Fault{ErrorCode::absent_value, {name}, {.source = name, .line = row + 1}});
}

void read_numbers(std::vector<School>& schools, const std::string& name,
                  const std::vector<std::optional<Rational>>& cells) {
  const std::map<std::string, Rational School::*> pupils{
      {"primary_pupils", &School::primary_pupils},
      {"junior_pupils", &School::junior_pupils},
      {"senior_pupils", &School::senior_pupils}};
  const auto stage = pupils.find(name);
  for (std::size_t row = 0; row < cells.size(); ++row) {
    if (stage != pupils.end()) {
      schools[row].*(stage->second) = pupils_in(cells[row], name, row);
    } else if (cells[row]) {
      schools[row].amounts[name] = *cells[row];
    }
  }
}

std::vector<School> schools_of(const py::object& table) {
  std::vector<School> schools;
  bool is_first = true;
  for (const py::handle item : items_of(table)) {
    const auto pair = py::cast<std::pair<std::string, py::object>>(item);
    if (pair.first == "name" || pair.first == "kind") {
      const py::list cells(pair.second);
      require_rows(schools, pair.first, cells.size(), is_first);
      for (std::size_t row = 0; row < schools.size(); ++row) {
        (pair.first == "name" ? schools[row].name : schools[row].kind) =
            py::cast<std::string>(py::str(cells[row]));
      }
    } else {
      const auto cells = rationals_of(numbers_of(pair.second));
      require_rows(schools, pair.first, cells.size(), is_first);
      read_numbers(schools, pair.first, cells);
    }
    is_first = false;
  }
  return schools;
}

/// Whose shares and lists Python writes by keyword.
struct Shares {
  const WrittenRational& primary;
  const WrittenRational& junior;
  const WrittenRational& senior;
};

BalanceRules rules_of(Stage stage, BalanceRegime regime, const Shares& shares) {
  BalanceRules rules;
  rules.stage = stage;
  rules.regime = regime;
  rules.primary_share = shares.primary.value;
  rules.junior_share = shares.junior.value;
  rules.senior_share = shares.senior.value;
  return rules;
}

BalanceAssessment run(const py::object& schools, Stage stage, BalanceRegime regime,
                      std::vector<std::string> left_out, std::string source, Count places,
                      const WrittenRational& primary, const WrittenRational& junior,
                      const WrittenRational& senior, std::vector<std::string> split,
                      std::string split_source) {
  BalanceRules rules = rules_of(stage, regime, {primary, junior, senior});
  rules.left_out = std::move(left_out);
  rules.source = std::move(source);
  rules.places = places.value;
  rules.split = std::move(split);
  rules.split_source = std::move(split_source);
  const std::vector<School> rows = schools_of(schools);
  const py::gil_scoped_release released;
  return balanced_development(rows, rules);
}

void bind_rules(py::module_& module) {
  py::class_<BalanceRules> rules(module, "BalanceRules",
                                 "What an assessment went by, with where it stands.");
  rules.def_readonly("stage", &BalanceRules::stage, "primary or junior.")
      .def_readonly("regime", &BalanceRules::regime, "basic or high_quality.")
      .def_property_readonly(
          "regulation", [](const BalanceRules& self) { return regulation_of(self.regime); },
          "In which indicators, thresholds and limits stand.")
      .def_readonly("left_out", &BalanceRules::left_out, "Kinds of school that do not count.")
      .def_readonly("source", &BalanceRules::source, "Where left_out comes from.")
      .def_readonly("primary_share", &BalanceRules::primary_share,
                    "What a pupil of the stage counts for in a split.")
      .def_readonly("junior_share", &BalanceRules::junior_share, "As primary_share.")
      .def_readonly("senior_share", &BalanceRules::senior_share, "As primary_share.")
      .def_readonly("split", &BalanceRules::split, "Measures of the whole school, which are split.")
      .def_readonly("split_source", &BalanceRules::split_source,
                    "Where split and the shares come from.")
      .def_readonly("tolerated", &BalanceRules::tolerated,
                    "What a school has to have of every limit, as a share of it.")
      .def_readonly("may_miss", &BalanceRules::may_miss, "How many limits a school may miss.")
      .def_readonly("places", &BalanceRules::places, "Of the rounded verdict.")
      .def("__repr__", [](const BalanceRules& self) {
        return "<BalanceRules: " + std::string(name_of(self.regime)) + ", " +
               std::string(name_of(self.stage)) + ">";
      });
  bind_copies(rules);
  module.def(
      "threshold_of", &threshold_of, "regime"_a, "stage"_a,
      "The most that a coefficient, or the mean of all, may be; see BalanceRules.regulation.");
}

void bind_parts(py::module_& module) {
  py::class_<Lift> lift(module, "Lift", "What would bring a coefficient to its threshold.");
  lift.def_readonly("floor", &Lift::floor,
                    "To which every school below is raised.\n\nUnit: that of the indicator.")
      .def_readonly("amount", &Lift::amount,
                    "What has to be added in all.\n\nUnit: that of the measure.")
      .def_readonly("schools", &Lift::schools, "Numbers in the assessment.")
      .def("__repr__", [](const Lift& self) {
        return "<Lift to " + self.floor.to_string() + ": " + self.amount.to_string() + " in " +
               std::to_string(self.schools.size()) + " schools>";
      });
  bind_copies(lift);
  py::class_<SchoolVerdict> verdict(module, "SchoolVerdict",
                                    "A school against the limits of high-quality balance.");
  verdict.def_readonly("met", &SchoolVerdict::met, "Limits that it meets.")
      .def_readonly("missed_badly", &SchoolVerdict::missed_badly,
                    "Limits of which it has less than is tolerated.")
      .def_readonly("passes", &SchoolVerdict::passes,
                    "Misses at most as many limits as it may, and none badly.")
      .def("__repr__", [](const SchoolVerdict& self) {
        return "<SchoolVerdict " + std::string(self.passes ? "passes" : "fails") + ": " +
               std::to_string(self.met) + " met>";
      });
  bind_copies(verdict);
}

void bind_assessed_indicator(py::module_& module) {
  using Item = BalanceIndicator;
  py::class_<Item> type(module, "BalanceIndicator", "One indicator of an assessment.");
  type.def_readonly("id", &Item::id, "In the catalogue.")
      .def_readonly("label", &Item::label, "In both languages.")
      .def_readonly("unit", &Item::unit, "Of the values.")
      .def_readonly("amounts", &Item::amounts, "Of each school, what falls on the stage.")
      .def_readonly("values", &Item::values, "Of each school, exactly.\n\nUnit: unit.")
      .def_readonly("variation", &Item::variation, "差异系数, with contributions.")
      .def_readonly("threshold", &Item::threshold, "For this coefficient, or the mean of all.")
      .def_readonly("rounded", &Item::rounded, "The coefficient, rounded once.")
      .def_readonly("is_met", &Item::is_met, "The exact value is at most the threshold.")
      .def_readonly("is_met_rounded", &Item::is_met_rounded, "The rounded value is.")
      .def_readonly("limit", &Item::limit, "For each school, or None.")
      .def_readonly("shortfalls", &Item::shortfalls,
                    "What each school lacks to the limit.\n\nUnit: that of the measure.")
      .def_readonly("drivers", &Item::drivers,
                    "The fewest schools that make half of the square of the coefficient.")
      .def_readonly("lift", &Item::lift, "What would bring it to the threshold, or None.")
      .def("__repr__", [](const Item& self) {
        return "<BalanceIndicator " + self.id + ": " + self.rounded.to_string() + ">";
      });
  bind_copies(type);
}

}  // namespace

void bind_balanced_development(py::module_& module) {
  using Assessment = BalanceAssessment;
  bind_rules(module);
  bind_parts(module);
  bind_assessed_indicator(module);
  py::class_<Assessment> type(module, "BalanceAssessment",
                              "The schools of a county, assessed for one stage.");
  type.def_readonly("rules", &Assessment::rules, "As asked, with their sources.")
      .def_readonly("schools", &Assessment::schools, "Rows that count, from 0.")
      .def_readonly("left_out", &Assessment::left_out, "Rows left out by kind.")
      .def_readonly("without_pupils", &Assessment::without_pupils,
                    "Rows without pupils of the stage.")
      .def_readonly("indicators", &Assessment::indicators, "In the order of the catalogue.")
      .def_readonly("verdicts", &Assessment::verdicts, "Of each school; empty without limits.")
      .def_readonly("mean", &Assessment::mean, "综合差异系数: the plain mean of the coefficients.")
      .def_readonly("rounded_mean", &Assessment::rounded_mean,
                    "The mean, rounded once from the exact value.")
      .def_readonly("is_met", &Assessment::is_met, "The thresholds are met by exact values.")
      .def_readonly("is_met_rounded", &Assessment::is_met_rounded, "They are by rounded values.")
      .def("__repr__", [](const Assessment& self) {
        return "<BalanceAssessment of " + std::to_string(self.schools.size()) +
               " schools: " + self.rounded_mean.to_string() + ">";
      });
  bind_copies(type);
  module.def("balanced_development", &run, "schools"_a, "stage"_a = "primary", "regime"_a = "basic",
             py::kw_only(), "left_out"_a = std::vector<std::string>(), "source"_a = "",
             "places"_a = 2, "primary_share"_a = "1", "junior_share"_a = "1.1",
             "senior_share"_a = "1.32", "split"_a = BalanceRules().split,
             "split_source"_a = BalanceRules().split_source,
             R"(Assesses the balanced development of compulsory education between schools.

schools: columns primary_pupils, junior_pupils, senior_pupils, and one for each measure of the
catalogue balanced_development that the regime needs; name and kind as well.
stage: primary or junior. regime: basic or high_quality.
left_out: kinds that do not count, and where that stands as source.
primary_share and so on: how a school of several stages splits what it has in common; split: which
measures are of the whole school, the five conditions for which the ratios are stated, and where
that stands as split_source. All other measures are of the stage, multimedia_rooms too.
Raises: StructureError, CodeError, LimitError.)");
}

}  // namespace edustat::python
