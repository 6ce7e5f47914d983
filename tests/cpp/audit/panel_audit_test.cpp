// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/panel_audit.hpp"

#include "edustat/audit/check.hpp"
#include "edustat/error/error.hpp"
#include "edustat/panel/roll_up.hpp"

#include "tests/cpp/panel/columns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <stop_token>
#include <string>
#include <string_view>

namespace edustat {
namespace {

using test::Columns;
using test::two_cities;

/// Areas in 平方米, money in 万元, two kinds of training, and what a test adds.
Catalogue catalogue_with(std::string_view rest) {
  std::string text = R"(format = 1
id = "t"
edition = "1"
label = { zh = "试", en = "test" }
source = "test"
[dimension.kind]
label = { zh = "类别", en = "kind" }
rule = "partition"
[dimension.kind.code.one]
label = { zh = "一类", en = "one" }
[dimension.kind.code.two]
label = { zh = "二类", en = "two" }
)";
  const auto measure = [&](std::string_view id, std::string_view unit, std::string_view more) {
    text += "[measure." + std::string(id) + "]\nlabel = { zh = \"" + std::string(id) +
            "数\", en = \"" + std::string(id) + " number\" }\nunit = \"" + std::string(unit) +
            "\"\nregions = \"sum\"\nsource = \"test\"\n" + std::string(more) + "\n";
  };
  measure("planned", "平方米", "time = \"stock\"");
  measure("started", "平方米", "time = \"stock\"");
  measure("completed", "平方米", "time = \"stock\"");
  measure("spent", "万元", "time = \"cumulative\"\norigin = \"year\"");
  measure("trained", "人次", "time = \"flow\"\ndimensions = [\"kind\"]");
  text += R"([indicator.start_rate]
label = { zh = "开工率", en = "start rate" }
unit = "%"
formula = "started / planned"
places = 2
source = "test"
)";
  text += rest;
  return Catalogue::parse(text, "t.toml");
}

std::string relation(std::string_view id, std::string_view statement,
                     std::string_view severity = "hard") {
  return "[relation." + std::string(id) + "]\nstatement = \"" + std::string(statement) +
         "\"\nseverity = \"" + std::string(severity) + "\"\nlabel = { zh = \"" + std::string(id) +
         "关系\", en = \"" + std::string(id) + "\" }\nsource = \"test\"\n";
}

/// The columns of a table of the counties a to d in one month.
Columns month(std::string_view period = "2016-01") {
  return Columns()
      .text("region", {"a", "b", "c", "d"})
      .text("period", std::vector<std::optional<std::string>>(4, std::string(period)));
}

Totals totals_of(const Columns& columns, const Catalogue& catalogue,
                 std::vector<Column> declared = {}, InnerFacts inner = InnerFacts::refuse) {
  PanelOptions options;
  options.catalogue = catalogue;
  options.columns = std::move(declared);
  options.inner = inner;
  return roll_up(Panel::from_table(columns.table(), two_cities(), options));
}

/// Row, period and verdict of every cell of the checks of one rule.
std::string cells_of(const PanelAudit& audit, std::string_view rule) {
  std::string text;
  for (const PanelAudit::Cell& cell : audit.cells()) {
    if (audit.checks()[cell.check].rule != rule) continue;
    text += (text.empty() ? "" : "; ") + audit.totals().rows()[cell.row].code + ' ' +
            audit.totals().periods()[cell.period].to_string() + ' ' +
            std::string(name_of(cell.verdict));
  }
  return text;
}

const PanelAudit::Check& check_of(const PanelAudit& audit, std::string_view rule) {
  const auto checks = audit.checks();
  const auto found =
      std::find_if(checks.begin(), checks.end(), [&](const auto& one) { return one.rule == rule; });
  EXPECT_NE(found, checks.end()) << rule;
  return *found;
}

Column rounded(std::string name, std::string measure, int places, Precision precision) {
  Column column;
  column.name = std::move(name);
  column.measure = std::move(measure);
  column.places = places;
  column.precision = precision;
  return column;
}

TEST(PanelAudit, FindsEveryRowThatBreaksARelation) {
  const Catalogue catalogue = catalogue_with(relation("within", "started <= planned"));
  const Totals totals = totals_of(
      month().numbers("planned", {10, 10, 10, 10}).numbers("started", {10, 11, 9, 9}), catalogue);
  const PanelAudit result = audit(totals, catalogue);
  EXPECT_EQ(cells_of(result, "t.within"), "X 2016-01 impossible; b 2016-01 impossible");
  EXPECT_EQ(check_of(result, "t.within").consistent, 5U);
  EXPECT_EQ(result.verdict(), Verdict::impossible);
}

TEST(PanelAudit, CountsGapsAndJudgesNoneOfThem) {
  const Catalogue catalogue = catalogue_with(relation("within", "started <= planned"));
  const Totals totals = totals_of(
      month().numbers("planned", {10, 10, 10, std::nullopt}).numbers("started", {1, 1, 1, 9}),
      catalogue);
  const PanelAudit result = audit(totals, catalogue);
  EXPECT_EQ(cells_of(result, "t.within"), "");
  EXPECT_EQ(check_of(result, "t.within").gaps, 3U);  // d, its city and the province
  EXPECT_EQ(result.verdict(), Verdict::consistent);
}

TEST(PanelAudit, HoldsAPrintedRateAgainstItsFormula) {
  const Catalogue catalogue = catalogue_with("");
  // 112 / 176 is 63.6363...%.
  const Totals totals = totals_of(month()
                                      .numbers("planned", {176, 176, 176, 176})
                                      .numbers("started", {112, 112, 112, 112})
                                      .floats("rate", {"63.64", "63.63", "63.82", "63.64"}),
                                  catalogue,
                                  {{.name = "planned"},
                                   {.name = "started"},
                                   rounded("rate", "start_rate", 2, Precision::nearest)});
  const PanelAudit result = audit(totals, catalogue);
  EXPECT_EQ(cells_of(result, "t.start_rate"), "b 2016-01 impossible; c 2016-01 impossible");
  const PanelAudit::Check& check = check_of(result, "t.start_rate");
  EXPECT_EQ(check.consistent, 2U);
  EXPECT_EQ(check.gaps, 3U);  // nobody printed a rate of the cities and the province
}

TEST(PanelAudit, ARateThatWasCutIsHeldToThatRule) {
  const Catalogue catalogue = catalogue_with("");
  const auto verdicts = [&](Precision precision) {
    const Totals totals = totals_of(
        month()
            .numbers("planned", {176, 176, 176, 176})
            .numbers("started", {112, 112, 112, 112})
            .floats("rate", {"63.64", "63.63", "63.62", "63.65"}),
        catalogue,
        {{.name = "planned"}, {.name = "started"}, rounded("rate", "start_rate", 2, precision)});
    return cells_of(audit(totals, catalogue), "t.start_rate");
  };
  EXPECT_EQ(verdicts(Precision::truncated),
            "a 2016-01 impossible; c 2016-01 impossible; d 2016-01 impossible");
  EXPECT_EQ(verdicts(Precision::exact),
            "a 2016-01 impossible; b 2016-01 impossible; c 2016-01 impossible; d 2016-01 "
            "impossible");
}

TEST(PanelAudit, ASumOfRoundedValuesIsKnownToTheirNumber) {
  const Catalogue catalogue = catalogue_with(relation("all", "planned == started + completed"));
  // Whole numbers that were rounded: a county may miss by 1.5, a city of two by 3.
  const auto verdicts = [&](const Columns::Numbers& planned) {
    const Totals totals = totals_of(month()
                                        .numbers("planned", planned)
                                        .numbers("started", {4, 4, 4, 4})
                                        .numbers("completed", {6, 6, 6, 6}),
                                    catalogue,
                                    {rounded("planned", "planned", 0, Precision::nearest),
                                     rounded("started", "started", 0, Precision::nearest),
                                     rounded("completed", "completed", 0, Precision::nearest)});
    return cells_of(audit(totals, catalogue), "t.all");
  };
  EXPECT_EQ(verdicts({11, 9, 11, 11}), "");
  EXPECT_EQ(verdicts({12, 10, 11, 11}), "a 2016-01 impossible");
  EXPECT_EQ(verdicts({12, 12, 10, 10}),
            "X 2016-01 impossible; a 2016-01 impossible; b 2016-01 impossible");
}

TEST(PanelAudit, ValuesThatWereAddedAreNotCounted) {
  const Catalogue catalogue = catalogue_with(relation("all", "planned == started"));
  PanelOptions options;
  options.catalogue = catalogue;
  options.duplicates = Duplicates::add;
  options.columns = {rounded("planned", "planned", 0, Precision::nearest), {.name = "started"}};
  const Table table =
      month().numbers("planned", {1, 5, 5, 5}).numbers("started", {2, 5, 5, 5}).table();
  const Totals totals = roll_up(Panel::from_table(table, two_cities(), options));
  EXPECT_EQ(cells_of(audit(totals, catalogue), "t.all"),
            "P 2016-01 cannot_tell; X 2016-01 cannot_tell; a 2016-01 cannot_tell");
}

TEST(PanelAudit, WritesIndicatorsWithoutASeriesOut) {
  const Catalogue catalogue = catalogue_with(relation("low", "start_rate <= 0.5"));
  const Totals totals = totals_of(
      month().numbers("planned", {10, 10, 10, 0}).numbers("started", {5, 6, 1, 0}), catalogue);
  const PanelAudit result = audit(totals, catalogue);
  EXPECT_EQ(check_of(result, "t.low").statement, "(t.started / t.planned) <= 0.5");
  EXPECT_EQ(cells_of(result, "t.low"),
            "X 2016-01 impossible; b 2016-01 impossible; d 2016-01 "
            "cannot_tell");
}

TEST(PanelAudit, ReadsEarlierPeriodsAndTheRegionAbove) {
  const Catalogue catalogue =
      catalogue_with(relation("steady", "planned >= 0.5 * prev(planned)", "soft") +
                     relation("part", "planned <= parent(planned)"));
  const auto two_months = [](const Columns::Numbers& planned) {
    return Columns()
        .text("region", {"a", "b", "c", "d", "a", "b", "c", "d"})
        .text("period", {"2016-01", "2016-01", "2016-01", "2016-01", "2016-02", "2016-02",
                         "2016-02", "2016-02"})
        .numbers("planned", planned);
  };
  const Totals totals = totals_of(two_months({10, 10, 10, 10, 5, 4, -3, 20}), catalogue);
  const PanelAudit result = audit(totals, catalogue);
  EXPECT_EQ(cells_of(result, "t.steady"),
            "X 2016-02 impossible; b 2016-02 impossible; c 2016-02 "
            "impossible");
  EXPECT_EQ(check_of(result, "t.steady").gaps, 7U);  // January has no month before
  EXPECT_EQ(cells_of(result, "t.part"), "d 2016-02 impossible");
}

TEST(PanelAudit, ACumulativeFigureDoesNotFallWithinItsOrigin) {
  const Catalogue catalogue = catalogue_with("");
  const Totals totals = totals_of(Columns()
                                      .text("region", {"a", "a", "a", "a"})
                                      .text("period", {"2016-11", "2016-12", "2017-01", "2017-02"})
                                      .numbers("spent", {50, 49, 7, 8}),
                                  catalogue);
  const PanelAudit result = audit(totals, catalogue);
  EXPECT_EQ(cells_of(result, "t.spent"), "a 2016-12 impossible");
  EXPECT_EQ(result.finding(0).subject().kind, Finding::Kind::cumulative);
  EXPECT_EQ(result.finding(0).subject().severity, Severity::soft);
  // The flows made of it fall as they like.
  EXPECT_EQ(audit(totals.as_flows(), catalogue).checks().size(), 0U);
}

TEST(PanelAudit, CategoriesAddUpToTheirTotal) {
  const Catalogue catalogue = catalogue_with("");
  const auto column = [](std::string name, std::optional<std::string> kind) {
    Column result;
    result.name = std::move(name);
    result.measure = "trained";
    if (kind) result.categories = {{"kind", *kind}};
    return result;
  };
  const Columns columns = month()
                              .numbers("all", {10, 10, 10, 10})
                              .numbers("one", {4, 4, 4, 4})
                              .numbers("two", {6, 7, 6, 6});
  const Totals both = totals_of(columns, catalogue,
                                {column("all", {}), column("one", "one"), column("two", "two")});
  EXPECT_EQ(cells_of(audit(both, catalogue), "t.trained"),
            "P 2016-01 impossible; X 2016-01 impossible; b 2016-01 impossible");
  const Totals one = totals_of(columns, catalogue, {column("all", {}), column("one", "one")});
  const PanelAudit result = audit(one, catalogue);
  EXPECT_EQ(result.verdict(), Verdict::consistent);
  EXPECT_EQ(check_of(result, "t.trained").statement, "t.trained[kind=one] <= t.trained");
}

TEST(PanelAudit, ARelationThatNamesACodeIsNotReadForOthers) {
  const Catalogue catalogue = catalogue_with(relation("most", "trained[kind=one] <= trained"));
  const auto column = [](std::string name, std::optional<std::string> kind) {
    Column result;
    result.name = std::move(name);
    result.measure = "trained";
    if (kind) result.categories = {{"kind", *kind}};
    return result;
  };
  const Totals totals =
      totals_of(month()
                    .numbers("all", {9, 9, 9, 9})
                    .numbers("one", {7, 7, 7, 7})
                    .numbers("two", {2, 2, 2, 2}),
                catalogue, {column("all", {}), column("one", "one"), column("two", "two")});
  const PanelAudit result = audit(totals, catalogue);
  EXPECT_EQ(std::count_if(result.checks().begin(), result.checks().end(),
                          [](const auto& one) { return one.rule == "t.most"; }),
            1);
  EXPECT_EQ(result.verdict(), Verdict::consistent);
}

TEST(PanelAudit, ReportedTotalsAreHeldAgainstWhatRollsUp) {
  const Catalogue catalogue = catalogue_with("");
  const Totals totals =
      totals_of(Columns()
                    .text("region", {"X", "a", "b", "Y", "c"})
                    .text("period", {"2016-01", "2016-01", "2016-01", "2016-01", "2016-01"})
                    .numbers("planned", {21, 10, 10, 9, 10}),
                catalogue, {}, InnerFacts::total);
  const PanelAudit result = audit(totals, catalogue);
  // a + b is 20; c alone is more than all of Y.
  EXPECT_EQ(cells_of(result, "t.planned"), "X 2016-01 impossible; Y 2016-01 impossible");
  EXPECT_EQ(result.finding(0).inputs()[0].figure.text(), "21平方米");
  const Finding part = result.finding(1);
  EXPECT_EQ(part.relation().text(), "computed <= reported");
  EXPECT_EQ(part.inputs()[0].figure.text(), "10平方米");
  EXPECT_EQ(part.inputs()[1].figure.text(), "9平方米");
  EXPECT_NE(part.explain(Language::en).find("Y reported total is printed as 9"), std::string::npos);
}

TEST(PanelAudit, TellsTheWholeStoryOfACell) {
  const Catalogue catalogue = catalogue_with(relation("within", "started <= planned"));
  const Totals totals = totals_of(
      month().numbers("planned", {10, 10, 10, 10}).numbers("started", {10, 11, 9, 9}), catalogue);
  const Finding finding = audit(totals, catalogue).finding(1);
  EXPECT_EQ(finding.verdict(), Verdict::impossible);
  EXPECT_EQ(finding.subject().rule, "t.within");
  EXPECT_EQ(finding.subject().scope.to_string(), "b");
  EXPECT_EQ(finding.inputs()[0].figure.text(), "11平方米");
  EXPECT_EQ(finding.inputs()[1].figure.text(), "10平方米");
  EXPECT_EQ(finding.left().interval, Interval::exactly(11));
  EXPECT_NE(finding.explain(Language::zh).find("矛盾"), std::string::npos);
}

TEST(PanelAudit, AnExplanationCoversASoftFinding) {
  const Catalogue catalogue = catalogue_with(relation("within", "started <= planned", "soft"));
  const Totals totals = totals_of(
      month().numbers("planned", {10, 10, 10, 10}).numbers("started", {1, 11, 1, 1}), catalogue);
  PanelAuditOptions options;
  options.explanations = {
      {.relation = "t.within", .scope = Scope::parse("b"), .text = "规划已调整"}};
  const PanelAudit result = audit(totals, catalogue, options);
  ASSERT_EQ(result.cells().size(), 1U);
  ASSERT_NE(result.explanation(0), nullptr);
  EXPECT_EQ(result.explanation(0)->text, "规划已调整");
  EXPECT_EQ(result.verdict(), Verdict::consistent);
  options.explanations.front().relation = "t.other";
  EXPECT_EQ(audit(totals, catalogue, options).verdict(), Verdict::impossible);
}

TEST(PanelAudit, SaysWhichRelationsNoSeriesAnswers) {
  const Catalogue catalogue = catalogue_with(relation("within", "completed <= planned"));
  const Totals totals = totals_of(month().numbers("planned", {1, 1, 1, 1}), catalogue);
  const PanelAudit result = audit(totals, catalogue);
  ASSERT_EQ(result.left_out().size(), 1U);
  EXPECT_EQ(result.left_out()[0].code, ErrorCode::missing_series);
  EXPECT_EQ(result.left_out()[0].arguments[0], "t.within");
}

TEST(PanelAudit, ValuesBeyond64BitsAreJudgedAsWell) {
  const Catalogue catalogue =
      catalogue_with(relation("huge", "planned * planned <= started * started"));
  const std::int64_t large = 4'000'000'000'000'000'000;
  const Totals totals = totals_of(
      month().numbers("planned", {large, 1, 2, 3}).numbers("started", {1, 1, 5, large}), catalogue);
  EXPECT_EQ(cells_of(audit(totals, catalogue), "t.huge"),
            "X 2016-01 impossible; a 2016-01 impossible");
}

TEST(PanelAudit, ListsItsCellsAsATable) {
  const Catalogue catalogue = catalogue_with(relation("within", "started <= planned"));
  const Totals totals = totals_of(
      month().numbers("planned", {10, 10, 10, 10}).numbers("started", {10, 11, 9, 9}), catalogue);
  const Table table = to_table(audit(totals, catalogue));
  EXPECT_EQ(table.rows(), 2U);
  std::string names;
  for (const Field& field : table.fields()) names += field.name + ' ';
  EXPECT_EQ(names,
            "level code name parent period kind rule label label_en severity verdict statement "
            "left right explanation ");
}

TEST(PanelAudit, AStoppedCallThrows) {
  const Catalogue catalogue = catalogue_with(relation("within", "started <= planned"));
  const Totals totals = totals_of(
      month().numbers("planned", {1, 1, 1, 1}).numbers("started", {1, 1, 1, 1}), catalogue);
  std::stop_source source;
  source.request_stop();
  PanelAuditOptions options;
  options.work.stop = source.get_token();
  EXPECT_THROW((void)audit(totals, catalogue, options), Cancelled);
}

/// The verdict of check() on the figures of a row, and that of the audit of the same totals.
TEST(PanelAuditLaws, AgreesWithCheckInEveryRow) {
  constexpr std::string_view statements[] = {
      "planned == started + completed",
      "started / planned <= completed / planned",
      "planned >= started",
      "planned - started < completed",
      "started * completed > planned * planned",
      "completed / (planned - started) >= 1",
  };
  std::mt19937_64 random(20161130);
  for (const std::string_view statement : statements) {
    const Catalogue catalogue = catalogue_with(relation("r", statement));
    for (const Precision precision : {Precision::exact, Precision::nearest, Precision::half_up,
                                      Precision::half_even, Precision::truncated}) {
      const auto value = [&] {
        return std::to_string(random() % 8) + '.' + std::to_string(random() % 10);
      };
      std::vector<std::string> columns[3];
      std::vector<std::optional<std::string>> periods;
      for (int i = 0; i < 300; ++i) {
        for (auto& column : columns) column.push_back(value());
        const std::string month = std::to_string(i % 12 + 1);
        periods.emplace_back(std::to_string(2000 + i / 12) + (month.size() < 2 ? "-0" : "-") +
                             month);
      }
      const Totals totals = totals_of(
          Columns()
              .text("region", std::vector<std::optional<std::string>>(300, "a"))
              .text("period", periods)
              .floats("planned", columns[0])
              .floats("started", columns[1])
              .floats("completed", columns[2]),
          catalogue,
          {rounded("planned", "planned", 1, precision), rounded("started", "started", 1, precision),
           rounded("completed", "completed", 1, precision)});
      const PanelAudit result = audit(totals, catalogue);
      std::vector<Verdict> verdicts(300, Verdict::consistent);
      const std::size_t row = totals.row("a");
      for (const PanelAudit::Cell& cell : result.cells()) {
        const bool is_rule = result.checks()[cell.check].rule == "t.r";
        if (is_rule && cell.row == row) verdicts[cell.period] = cell.verdict;
      }
      for (std::size_t i = 0; i < 300; ++i) {
        std::vector<NamedFigure> figures;
        for (const auto& [name, column] : {std::pair<std::string_view, std::size_t>("planned", 0),
                                           {"started", 1},
                                           {"completed", 2}}) {
          const bool is_named = statement.find(name) != std::string_view::npos;
          const Figure figure(columns[column][i] + "平方米");
          if (is_named) figures.emplace_back(std::string(name), figure);
        }
        const Finding asked = check(Relation(statement), std::move(figures), precision);
        if (asked.verdict() == Verdict::cannot_tell) {
          EXPECT_NE(verdicts[i], Verdict::impossible) << statement << ' ' << i;
        } else {
          EXPECT_EQ(verdicts[i], asked.verdict())
              << statement << ' ' << name_of(precision) << ' ' << columns[0][i] << ' '
              << columns[1][i] << ' ' << columns[2][i];
        }
      }
    }
  }
}

}  // namespace
}  // namespace edustat
