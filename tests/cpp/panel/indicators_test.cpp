// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/indicators.hpp"

#include "edustat/error/error.hpp"

#include "built_totals.hpp"

#include <gtest/gtest.h>

#include <stop_token>
#include <string>
#include <string_view>

namespace edustat {
namespace {

/// Measures with every time rule, and the indicators that a test adds.
Catalogue catalogue_with(std::string_view indicators) {
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
  const auto measure = [&](std::string_view id, std::string_view unit, std::string_view rest) {
    text += "[measure." + std::string(id) + "]\nlabel = { zh = \"" + std::string(id) +
            "数\", en = \"" + std::string(id) + " number\" }\nunit = \"" + std::string(unit) +
            "\"\nregions = \"sum\"\nsource = \"test\"\n" + std::string(rest) + "\n";
  };
  measure("pupils", "人", "time = \"stock\"");
  measure("area", "平方米", "time = \"stock\"");
  measure("spent", "万元", "time = \"flow\"");
  measure("done", "平方米", "time = \"cumulative\"\norigin = \"year\"");
  measure("taught", "人", "time = \"cumulative\"\norigin = \"school_year\"");
  measure("built", "平方米", "time = \"cumulative\"\norigin = \"programme\"");
  measure("planned", "平方米", "time = \"plan\"");
  measure("trained", "人次", "time = \"flow\"\ndimensions = [\"kind\"]");
  text += indicators;
  return Catalogue::parse(text, "t.toml");
}

std::string indicator(std::string_view id, std::string_view unit, std::string_view formula,
                      std::string_view rest = "places = 2") {
  return "[indicator." + std::string(id) + "]\nlabel = { zh = \"" + std::string(id) +
         "率\", en = \"" + std::string(id) + " rate\" }\nunit = \"" + std::string(unit) +
         "\"\nformula = \"" + std::string(formula) + "\"\nsource = \"test\"\n" + std::string(rest) +
         "\n";
}

Series series(std::string_view measure, std::string_view unit, TimeRule time,
              Origin origin = Origin::none, int places = 0) {
  Series result;
  result.measure = "t." + std::string(measure);
  result.unit = Unit::parse(unit);
  result.time = time;
  result.origin = origin;
  result.places = places;
  return result;
}

const Series pupils = series("pupils", "人", TimeRule::stock);
const Series area = series("area", "平方米", TimeRule::stock);
const Series spent = series("spent", "万元", TimeRule::flow, Origin::none, 2);
const Series done = series("done", "平方米", TimeRule::cumulative, Origin::year);
const Series taught = series("taught", "人", TimeRule::cumulative, Origin::school_year);
const Series built = series("built", "平方米", TimeRule::cumulative, Origin::programme);
const Series planned = series("planned", "平方米", TimeRule::plan);

/// One cell of the first column: the rounded value, or the name of its status.
std::string cell(const Indicators& indicators, std::string_view period, std::string_view code) {
  const std::size_t when = *indicators.totals().period(Period::parse(period));
  const std::size_t row = indicators.totals().row(code);
  const CellStatus status = indicators.statuses(when, 0)[row];
  const auto rounded = indicators.rounded(when, 0, row);
  if (!rounded) return std::string(name_of(status, Language::en));
  const Rational shown = Rational(indicators.values(when, 0)[row]) *
                         Rational::power_of_ten(-indicators.columns()[0].places);
  EXPECT_EQ(shown, rounded->value());
  return rounded->to_string() + (status == CellStatus::partial ? " partial" : "");
}

TEST(Evaluate, RoundsARatioOnce) {
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {area, pupils});
  totals.put("2016", "t.area", "1302", 853459).put("2016", "t.pupils", "1302", 100000);
  const Indicators result =
      evaluate(std::move(totals).build(),
               catalogue_with(indicator("per_pupil", "平方米/人", "area / pupils")));
  EXPECT_EQ(cell(result, "2016", "1302"), "8.53");
}

TEST(Evaluate, TakesTheUnitAndPlacesOfTheSeries) {
  // 1234.56万元 over 800 pupils.
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {spent, pupils});
  totals.put("2016", "t.spent", "1302", 123456).put("2016", "t.pupils", "1302", 800);
  const Indicators result = evaluate(std::move(totals).build(),
                                     catalogue_with(indicator("each", "元/人", "spent / pupils")));
  EXPECT_EQ(cell(result, "2016", "1302"), "15432.00");
}

TEST(Evaluate, ASeriesMayBeInAnotherUnitOfTheSameKind) {
  const Series hectares = series("area", "公顷", TimeRule::stock, Origin::none, 1);
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {hectares, pupils});
  totals.put("2016", "t.area", "13", 25).put("2016", "t.pupils", "13", 10000);
  const Indicators result =
      evaluate(std::move(totals).build(),
               catalogue_with(indicator("per_pupil", "平方米/人", "area / pupils")));
  EXPECT_EQ(cell(result, "2016", "13"), "2.50");
}

TEST(Evaluate, RefusesASeriesOfAnotherKind) {
  BuiltTotals totals(still_tree(), periods_of({"2016"}),
                     {series("area", "万元", TimeRule::stock), pupils});
  EXPECT_THROW(static_cast<void>(
                   evaluate(std::move(totals).build(),
                            catalogue_with(indicator("per_pupil", "平方米/人", "area / pupils")))),
               UnitError);
}

TEST(Evaluate, ASeriesIsBoundByIdAndLabelToo) {
  for (const std::string_view name : {"area", "area数", "area number"}) {
    Series named = area;
    named.measure = name;
    BuiltTotals totals(still_tree(), periods_of({"2016"}), {named, pupils});
    totals.put("2016", name, "13", 30).put("2016", "t.pupils", "13", 4);
    const Indicators result =
        evaluate(std::move(totals).build(),
                 catalogue_with(indicator("per_pupil", "平方米/人", "area / pupils")));
    EXPECT_EQ(cell(result, "2016", "13"), "7.50");
  }
}

TEST(Evaluate, ListsWhatTheSeriesDoNotAllow) {
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {area});
  const Indicators result =
      evaluate(std::move(totals).build(),
               catalogue_with(indicator("per_pupil", "平方米/人", "area / pupils")));
  EXPECT_TRUE(result.columns().empty());
  ASSERT_EQ(result.left_out().size(), 1U);
  EXPECT_EQ(result.left_out()[0].message(Language::en),
            "'per_pupil' cannot be computed, no series gives: t.pupils");
}

TEST(Evaluate, RefusesAnAskedIndicatorThatLacksASeries) {
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {area});
  EXPECT_THROW(static_cast<void>(
                   evaluate(std::move(totals).build(),
                            catalogue_with(indicator("per_pupil", "平方米/人", "area / pupils")),
                            {.indicators = {"per_pupil"}})),
               StructureError);
}

TEST(Evaluate, RefusesAnUnknownIndicator) {
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {area});
  EXPECT_THROW(static_cast<void>(evaluate(std::move(totals).build(), catalogue_with(""),
                                          {.indicators = {"nothing"}})),
               CodeError);
}

TEST(Evaluate, KeepsTheStrongestReason) {
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {area, pupils});
  totals.put("2016", "t.area", "1302", 0, CellStatus::suppressed)
      .put("2016", "t.pupils", "1302", 0, CellStatus::missing)
      .put("2016", "t.area", "1303", 0, CellStatus::not_applicable)
      .put("2016", "t.pupils", "1303", 0)
      .put("2016", "t.area", "13", 5)
      .put("2016", "t.pupils", "13", 0);
  const Indicators result =
      evaluate(std::move(totals).build(),
               catalogue_with(indicator("per_pupil", "平方米/人", "area / pupils")));
  EXPECT_EQ(cell(result, "2016", "1302"), "suppressed");
  EXPECT_EQ(cell(result, "2016", "1303"), "not_applicable");
  EXPECT_EQ(cell(result, "2016", "13"), "undefined");
  EXPECT_EQ(cell(result, "2016", "130201"), "missing");
}

TEST(Evaluate, APartialTotalIsMissingUnlessTheKnownPartIsAskedFor) {
  const auto evaluated = [](Partial partial) {
    BuiltTotals totals(still_tree(), periods_of({"2016"}), {area, pupils});
    totals.put("2016", "t.area", "13", 9, CellStatus::partial).put("2016", "t.pupils", "13", 2);
    return cell(evaluate(std::move(totals).build(),
                         catalogue_with(indicator("per_pupil", "平方米/人", "area / pupils")),
                         {.partial = partial}),
                "2016", "13");
  };
  EXPECT_EQ(evaluated(Partial::gap), "missing");
  EXPECT_EQ(evaluated(Partial::known_part), "4.50 partial");
}

constexpr std::string_view growth = "pupils / pupils@-1y - 1";

TEST(Evaluate, GrowthNeverBridgesAMissingYear) {
  BuiltTotals totals(still_tree(), periods_of({"2014", "2016", "2017"}), {pupils});
  totals.put("2014", "t.pupils", "13", 80)
      .put("2016", "t.pupils", "13", 100)
      .put("2017", "t.pupils", "13", 110);
  const Indicators result =
      evaluate(std::move(totals).build(), catalogue_with(indicator("growth", "%", growth)));
  EXPECT_EQ(cell(result, "2014", "13"), "missing");
  EXPECT_EQ(cell(result, "2016", "13"), "missing");
  EXPECT_EQ(cell(result, "2017", "13"), "10.00");
}

TEST(Evaluate, PreviousIsThePeriodBeforeNotTheRowBefore) {
  BuiltTotals totals(still_tree(), periods_of({"2016-10", "2016-12", "2017-01"}), {spent});
  totals.put("2016-10", "t.spent", "13", 100)
      .put("2016-12", "t.spent", "13", 150)
      .put("2017-01", "t.spent", "13", 120);
  const Indicators result =
      evaluate(std::move(totals).build(),
               catalogue_with(indicator("growth", "%", "spent / prev(spent) - 1")));
  EXPECT_EQ(cell(result, "2016-12", "13"), "missing");
  EXPECT_EQ(cell(result, "2017-01", "13"), "-20.00");
}

TEST(Evaluate, GrowthOverABaseThatIsNotAboveZeroIsUndefined) {
  const auto over = [](int base) {
    BuiltTotals totals(still_tree(), periods_of({"2015", "2016"}), {spent});
    totals.put("2015", "t.spent", "13", base).put("2016", "t.spent", "13", 50);
    return cell(evaluate(std::move(totals).build(),
                         catalogue_with(indicator("growth", "%", "spent / spent@-1y - 1"))),
                "2016", "13");
  };
  EXPECT_EQ(over(40), "25.00");
  EXPECT_EQ(over(0), "undefined");
  EXPECT_EQ(over(-40), "undefined");
}

TEST(Evaluate, ARatioToANegativeNumberIsARatio) {
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {spent, area});
  totals.put("2016", "t.spent", "13", 100).put("2016", "t.area", "13", -8);
  const Indicators result = evaluate(
      std::move(totals).build(), catalogue_with(indicator("each", "万元/平方米", "spent / area")));
  EXPECT_EQ(cell(result, "2016", "13"), "-0.13");
}

TEST(Evaluate, GrowthOfARateHasARateAsItsBase) {
  BuiltTotals totals(still_tree(), periods_of({"2015", "2016"}), {spent, area});
  totals.put("2015", "t.spent", "13", -100)
      .put("2015", "t.area", "13", 50)
      .put("2016", "t.spent", "13", 300)
      .put("2016", "t.area", "13", 50)
      .put("2015", "t.spent", "1302", -100)
      .put("2015", "t.area", "1302", -50)
      .put("2016", "t.spent", "1302", 300)
      .put("2016", "t.area", "1302", 50);
  const Catalogue catalogue = catalogue_with(indicator("growth", "%", "each / each@-1y - 1") +
                                             indicator("each", "万元/平方米", "spent / area"));
  const Indicators result = evaluate(std::move(totals).build(), catalogue);
  EXPECT_EQ(cell(result, "2016", "13"), "undefined");
  EXPECT_EQ(cell(result, "2016", "1302"), "200.00");
}

TEST(Evaluate, IsNotComparableAcrossAChangeOfBoundary) {
  BuiltTotals totals(moving_tree(), periods_of({"2016", "2017", "2018"}), {pupils});
  for (const std::string_view year : {"2016", "2017", "2018"}) {
    for (const std::string_view code : {"13", "1302", "130201", "130203"}) {
      totals.put(year, "t.pupils", code, 100);
    }
  }
  const Indicators result =
      evaluate(std::move(totals).build(), catalogue_with(indicator("growth", "%", growth)));
  EXPECT_EQ(cell(result, "2017", "1302"), "not_comparable");
  EXPECT_EQ(cell(result, "2017", "13"), "0.00");
  EXPECT_EQ(cell(result, "2017", "130201"), "0.00");
  EXPECT_EQ(cell(result, "2017", "130203"), "0.00");
  EXPECT_EQ(cell(result, "2018", "1302"), "0.00");
  EXPECT_EQ(cell(result, "2017", "1303"), "missing");
}

TEST(Evaluate, NewInThePeriodBeginsAnewWithTheOrigin) {
  BuiltTotals totals(still_tree(),
                     periods_of({"2015-12", "2016-01", "2016-02", "2016-08", "2016-09"}),
                     {done, taught, built});
  for (const std::string_view measure : {"t.done", "t.taught", "t.built"}) {
    totals.put("2015-12", measure, "13", 900)
        .put("2016-01", measure, "13", 30)
        .put("2016-02", measure, "13", 70)
        .put("2016-08", measure, "13", 300)
        .put("2016-09", measure, "13", 40);
  }
  const Totals built_totals = std::move(totals).build();
  const auto news = [&](const std::string& measure, std::string_view unit) {
    return evaluate(built_totals,
                    catalogue_with(indicator("news", unit, measure + " - prev(" + measure + ")",
                                             "places = 0")));
  };
  const Indicators by_year = news("done", "平方米");
  EXPECT_EQ(cell(by_year, "2015-12", "13"), "missing");
  EXPECT_EQ(cell(by_year, "2016-01", "13"), "30");
  EXPECT_EQ(cell(by_year, "2016-02", "13"), "40");
  EXPECT_EQ(cell(by_year, "2016-09", "13"), "-260");
  const Indicators by_school_year = news("taught", "人");
  EXPECT_EQ(cell(by_school_year, "2016-01", "13"), "-870");
  EXPECT_EQ(cell(by_school_year, "2016-09", "13"), "40");
  EXPECT_EQ(cell(news("built", "平方米"), "2016-01", "13"), "-870");
}

TEST(Evaluate, NewAYearAgoIsCountedFromTheOriginOfThatYear) {
  BuiltTotals totals(still_tree(), periods_of({"2014-12", "2015-01", "2016-01"}), {done});
  totals.put("2014-12", "t.done", "13", 900)
      .put("2015-01", "t.done", "13", 20)
      .put("2016-01", "t.done", "13", 30);
  const Catalogue catalogue =
      catalogue_with(indicator("growth", "%", "news / news@-1y - 1") +
                     indicator("news", "平方米", "done - prev(done)", "places = 0"));
  EXPECT_EQ(cell(evaluate(std::move(totals).build(), catalogue, {.indicators = {"growth"}}),
                 "2016-01", "13"),
            "50.00");
}

TEST(Evaluate, RefusesGrowthOfACumulativeFigureOverThePeriodBefore) {
  for (const std::string_view formula :
       {"done / prev(done) - 1", "(done - prev(done)) / prev(done)", "done * done@-1m^-1 - 1"}) {
    BuiltTotals totals(still_tree(), periods_of({"2016-01"}), {done});
    try {
      static_cast<void>(evaluate(std::move(totals).build(),
                                 catalogue_with(indicator("growth", "%", formula)),
                                 {.indicators = {"growth"}}));
      ADD_FAILURE() << formula;
    } catch (const StructureError& error) {
      EXPECT_EQ(error.code(), ErrorCode::growth_of_cumulative) << formula;
      EXPECT_NE(std::string_view(error.what()).find("new_this_period"), std::string_view::npos);
    }
  }
}

TEST(Evaluate, LeavesOutGrowthOfACumulativeFigureThatNobodyAskedFor) {
  BuiltTotals totals(still_tree(), periods_of({"2016-01"}), {done});
  const Indicators result = evaluate(
      std::move(totals).build(), catalogue_with(indicator("growth", "%", "done / prev(done) - 1")));
  ASSERT_EQ(result.left_out().size(), 1U);
  EXPECT_EQ(result.left_out()[0].code, ErrorCode::growth_of_cumulative);
}

TEST(Evaluate, AllowsGrowthOfACumulativeFigureOverTheSameMonthsOfLastYear) {
  BuiltTotals totals(still_tree(), periods_of({"2015-03", "2016-03"}), {done});
  totals.put("2015-03", "t.done", "13", 200).put("2016-03", "t.done", "13", 250);
  const Indicators result = evaluate(
      std::move(totals).build(), catalogue_with(indicator("growth", "%", "done / done@-1y - 1")));
  EXPECT_EQ(cell(result, "2016-03", "13"), "25.00");
}

TEST(Evaluate, AShareOfTheParentEndsAtTheRoot) {
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {pupils});
  totals.put("2016", "t.pupils", "13", 160)
      .put("2016", "t.pupils", "1302", 60)
      .put("2016", "t.pupils", "130201", 45);
  const Indicators result =
      evaluate(std::move(totals).build(),
               catalogue_with(indicator("share", "%", "pupils / parent(pupils)")));
  EXPECT_EQ(cell(result, "2016", "130201"), "75.00");
  EXPECT_EQ(cell(result, "2016", "1302"), "37.50");
  EXPECT_EQ(cell(result, "2016", "13"), "not_applicable");
}

TEST(Evaluate, AShareOfALevelThatWasNotAskedForIsMissing) {
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {pupils}, {"city", "county"});
  totals.put("2016", "t.pupils", "1302", 60).put("2016", "t.pupils", "130201", 45);
  const Indicators result =
      evaluate(std::move(totals).build(),
               catalogue_with(indicator("share", "%", "pupils / parent(pupils)")));
  EXPECT_EQ(cell(result, "2016", "1302"), "missing");
  EXPECT_EQ(cell(result, "2016", "130201"), "75.00");
}

TEST(Evaluate, AShareOfAShareGoesUpTwice) {
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {pupils});
  totals.put("2016", "t.pupils", "13", 100)
      .put("2016", "t.pupils", "1302", 50)
      .put("2016", "t.pupils", "130201", 20);
  const Catalogue catalogue = catalogue_with(indicator("against", "%", "share / parent(share)") +
                                             indicator("share", "%", "pupils / parent(pupils)"));
  const Indicators result = evaluate(std::move(totals).build(), catalogue);
  EXPECT_EQ(cell(result, "2016", "130201"), "80.00");
  EXPECT_EQ(cell(result, "2016", "1302"), "not_applicable");
}

TEST(Evaluate, APlanAnswersForEveryPeriodInIt) {
  BuiltTotals totals(still_tree(), periods_of({"2014-2018", "2016", "2016-11", "2019-01"}),
                     {built, planned});
  totals.put("2014-2018", "t.planned", "13", 400)
      .put("2014-2018", "t.planned", "1302", 300)
      .put("2016", "t.planned", "1302", 200);
  for (const std::string_view when : {"2016-11", "2019-01"}) {
    totals.put(when, "t.built", "13", 100).put(when, "t.built", "1302", 100);
  }
  const Indicators result = evaluate(std::move(totals).build(),
                                     catalogue_with(indicator("rate", "%", "built / planned")));
  EXPECT_EQ(cell(result, "2016-11", "13"), "25.00");
  EXPECT_EQ(cell(result, "2016-11", "1302"), "50.00");
  EXPECT_EQ(cell(result, "2019-01", "13"), "missing");
}

TEST(Evaluate, ReadsAnIndicatorForEachCodeThatOccurs) {
  Series all = series("trained", "人次", TimeRule::flow);
  Series one = all;
  one.categories = {{"kind", "one"}};
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {all, one});
  totals.put("2016", "t.trained", "13", 80).put("2016", "t.trained[kind=one]", "13", 20);
  const Indicators result = evaluate(
      std::move(totals).build(), catalogue_with(indicator("share", "%", "trained / total(trained)",
                                                          "dimensions = [\"kind\"]")));
  ASSERT_EQ(result.columns().size(), 1U);
  EXPECT_EQ(result.columns()[0].name(), "share[kind=one]");
  EXPECT_EQ(result.columns()[0].label.zh, "share率（一类）");
  EXPECT_EQ(cell(result, "2016", "13"), "25.00");
  EXPECT_TRUE(result.left_out().empty());
}

TEST(Evaluate, AverageGrowthIsARootRoundedOnce) {
  BuiltTotals totals(still_tree(), periods_of({"2011", "2016"}), {pupils});
  totals.put("2011", "t.pupils", "13", 100)
      .put("2016", "t.pupils", "13", 120)
      .put("2011", "t.pupils", "1302", 0)
      .put("2016", "t.pupils", "1302", 120);
  const Indicators result =
      evaluate(std::move(totals).build(),
               catalogue_with(indicator("average", "%", "root_rate(pupils, pupils@-5y, 5)")));
  EXPECT_EQ(cell(result, "2016", "13"), "3.71");
  EXPECT_EQ(cell(result, "2016", "1302"), "undefined");
  EXPECT_EQ(cell(result, "2011", "13"), "missing");
}

TEST(Evaluate, BuiltInGrowthIsSplitAmongTheParts) {
  Series value = pupils;
  value.measure = "progress.value";
  value.unit = Unit();
  value.time = TimeRule::flow;
  BuiltTotals totals(still_tree(), periods_of({"2015", "2016"}), {value});
  totals.put("2015", "progress.value", "13", 200)
      .put("2016", "progress.value", "13", 250)
      .put("2015", "progress.value", "1302", 80)
      .put("2016", "progress.value", "1302", 110)
      .put("2015", "progress.value", "1303", 120)
      .put("2016", "progress.value", "1303", 140);
  const Totals whole = std::move(totals).build();
  const Catalogue catalogue = Catalogue::builtin("progress");
  const auto read = [&](std::string_view name) {
    return evaluate(whole, catalogue, {.indicators = {std::string(name)}});
  };
  EXPECT_EQ(cell(read("year_on_year"), "2016", "13"), "25.00");
  EXPECT_EQ(cell(read("contribution_to_growth"), "2016", "1302"), "15.00");
  EXPECT_EQ(cell(read("contribution_to_growth"), "2016", "1303"), "10.00");
  EXPECT_EQ(cell(read("contribution_share"), "2016", "1302"), "60.00");
  EXPECT_EQ(cell(read("contribution_share"), "2016", "1303"), "40.00");
}

TEST(Evaluate, ValuesBeyond64BitsAreRoundedAllTheSame) {
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {spent, pupils});
  const detail::int128 money = detail::int128{9'000'000'000'000'000'000} * 1000;
  totals.put("2016", "t.spent", "13", money)
      .put("2016", "t.pupils", "13", 1)
      .put("2016", "t.spent", "1302", 700)
      .put("2016", "t.pupils", "1302", 3);
  const Indicators result = evaluate(std::move(totals).build(),
                                     catalogue_with(indicator("each", "元/人", "spent / pupils")));
  const std::size_t root = result.totals().row("13");
  EXPECT_EQ(result.values(0, 0)[root], 0);
  EXPECT_EQ(result.rounded(0, 0, root)->to_string(), "900000000000000000000000.00");
  EXPECT_EQ(cell(result, "2016", "1302"), "23333.33");
}

TEST(Evaluate, StopsWhenAsked) {
  std::stop_source stop;
  stop.request_stop();
  BuiltTotals totals(still_tree(), periods_of({"2016"}), {area, pupils});
  EXPECT_THROW(static_cast<void>(
                   evaluate(std::move(totals).build(),
                            catalogue_with(indicator("per_pupil", "平方米/人", "area / pupils")),
                            {.work = {.stop = stop.get_token()}})),
               Cancelled);
}

}  // namespace
}  // namespace edustat
