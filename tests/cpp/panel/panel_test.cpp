// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/panel.hpp"

#include "edustat/error/error.hpp"
#include "edustat/panel/roll_up.hpp"

#include "tests/cpp/panel/columns.hpp"

#include <gtest/gtest.h>

namespace edustat {
namespace {

using test::Columns;
using test::two_cities;

Columns with_regions(std::vector<std::optional<std::string>> codes) {
  std::vector<std::optional<std::string>> periods(codes.size(), "2016");
  Columns::Numbers values(codes.size(), 1);
  return Columns().text("region", std::move(codes)).text("period", periods).numbers("area", values);
}

template <typename Kind>
std::vector<Fault> faults_of(const Columns& columns, PanelOptions options = {}) {
  try {
    static_cast<void>(Panel::from_table(columns.table(), two_cities(), options));
  } catch (const Kind& error) {
    return error.faults();
  }
  return {};
}

TEST(Panel, NamesEveryUnknownRegionWithItsRow) {
  const auto faults = faults_of<CodeError>(with_regions({"a", "q", "b", std::nullopt}));
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].code, ErrorCode::unknown_region);
  EXPECT_EQ(faults[0].arguments, std::vector<std::string>{"q"});
  EXPECT_EQ(faults[0].place.line, 2U);
  EXPECT_EQ(faults[1].place.line, 4U);
}

TEST(Panel, ANullAmongWholeNumbersIsNoRegion) {
  const RegionTree tree({test::region("1", "county", ""), test::region("2", "county", ""),
                         test::region("3", "county", "")},
                        {.roots = Roots::several});
  PanelOptions options;
  options.unknown = UnknownRegions::set_aside;
  // The number after the highest is a region as well.
  const Table table = Columns()
                          .numbers("region", {1, std::nullopt, 2})
                          .text("period", {"2016", "2016", "2016"})
                          .numbers("area", {10, 20, 40})
                          .table();
  const Panel panel = Panel::from_table(table, tree, options);
  ASSERT_EQ(panel.set_aside().size(), 1U);
  EXPECT_EQ(panel.set_aside()[0].place.line, 2U);
  const Totals totals = roll_up(panel);
  EXPECT_EQ(totals.sum(0, 0, totals.row("2")), Rational(40));
  EXPECT_EQ(totals.statuses(0, 0)[totals.row("3")], CellStatus::missing);
}

TEST(Panel, SetsUnknownRegionsAsideWhenAsked) {
  PanelOptions options;
  options.unknown = UnknownRegions::set_aside;
  const Panel panel =
      Panel::from_table(with_regions({"a", "q", "b"}).table(), two_cities(), options);
  ASSERT_EQ(panel.set_aside().size(), 1U);
  EXPECT_EQ(panel.set_aside()[0].place.line, 2U);
  const Totals totals = roll_up(panel);
  EXPECT_EQ(totals.sum(0, 0, totals.row("P")), Rational(2));
}

TEST(Panel, NamesRepeatedKeysAndTheirFirstRow) {
  const auto faults = faults_of<StructureError>(with_regions({"a", "b", "a"}));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].code, ErrorCode::repeated_fact);
  EXPECT_EQ(faults[0].arguments, (std::vector<std::string>{"a", "2016", "1"}));
  EXPECT_EQ(faults[0].place.line, 3U);
}

TEST(Panel, SeesKeysThatRepeatInAnotherBatchThoughEachRises) {
  const Table table = with_regions({"a", "b", "b", "c"}).table(2);
  try {
    static_cast<void>(Panel::from_table(table, two_cities(), {}));
    FAIL() << "row 3 repeats row 2";
  } catch (const StructureError& error) {
    ASSERT_EQ(error.faults().size(), 1U);
    EXPECT_EQ(error.faults()[0].arguments, (std::vector<std::string>{"b", "2016", "2"}));
  }
}

TEST(Panel, TakesBatchesThatRiseInAnyOrder) {
  const Panel panel =
      Panel::from_table(with_regions({"c", "d", "a", "b"}).table(2), two_cities(), {});
  EXPECT_EQ(roll_up(panel).sum(0, 0, 0), Rational(4));
}

TEST(Panel, AddsRepeatedKeysWhenAsked) {
  PanelOptions options;
  options.duplicates = Duplicates::add;
  const Columns columns = Columns()
                              .text("region", {"a", "b", "a", "a"})
                              .text("period", {"2016", "2016", "2016", "2016"})
                              .numbers("area", {1, 2, 4, std::nullopt});
  const Totals totals = roll_up(Panel::from_table(columns.table(), two_cities(), options));
  EXPECT_EQ(totals.sum(0, 0, totals.row("a")), Rational(5));
  EXPECT_EQ(totals.coverage(0, 0, totals.row("X")), (Coverage{2, 2}));
}

TEST(Panel, NamesPeriodsItCannotRead) {
  const Columns columns = Columns()
                              .text("region", {"a", "b"})
                              .text("period", {"2016-01", "last month"})
                              .numbers("area", {1, 2});
  const auto faults = faults_of<ParseError>(columns);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].place.line, 2U);
}

TEST(Panel, ReadsWholeNumbersAsYearsAndMonths) {
  const Columns columns = Columns()
                              .text("region", {"a", "b"})
                              .numbers("period", {2016, 201611})
                              .numbers("area", {1, 2});
  const Panel panel = Panel::from_table(columns.table(), two_cities());
  ASSERT_EQ(panel.periods().size(), 2U);
  EXPECT_EQ(panel.periods()[0], Period::parse("2016"));
  EXPECT_EQ(panel.periods()[1], Period::parse("2016-11"));
}

TEST(Panel, CountsPeriodsFromTheFirst) {
  PanelOptions options;
  options.first_period = Period::parse("2016-11");
  const Columns columns =
      Columns().text("region", {"a", "b"}).numbers("period", {0, 3}).numbers("area", {1, 2});
  const Panel panel = Panel::from_table(columns.table(), two_cities(), options);
  EXPECT_EQ(panel.periods()[1], Period::parse("2017-02"));
}

TEST(Panel, AFloatNeedsItsPlaces) {
  const Columns columns =
      Columns().text("region", {"a"}).text("period", {"2016"}).floats("area", {"0.1"});
  Column column;
  column.name = "area";
  PanelOptions options;
  options.columns = {column};
  EXPECT_EQ(faults_of<StructureError>(columns, options)[0].code, ErrorCode::float_without_places);
}

TEST(Panel, TakesFloatsThatAreDecimalsAndNamesTheOthers) {
  Column column;
  column.name = "area";
  column.places = 1;
  PanelOptions options;
  options.columns = {column};
  const Columns good = Columns()
                           .text("region", {"a", "b", "c"})
                           .text("period", {"2016", "2016", "2016"})
                           .floats("area", {"0.1", "0.2", "nan"});
  const Totals totals = roll_up(Panel::from_table(good.table(), two_cities(), options));
  EXPECT_EQ(totals.sum(0, 0, totals.row("X")), Rational::parse("0.3"));
  EXPECT_EQ(totals.statuses(0, 0)[totals.row("c")], CellStatus::missing);
  const Columns bad = Columns()
                          .text("region", {"a", "b"})
                          .text("period", {"2016", "2016"})
                          .floats("area", {"0.1", "0.25"});
  const auto faults = faults_of<ParseError>(bad, options);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].place.line, 2U);
}

TEST(Panel, ReadsCategoriesOfALongTable) {
  PanelOptions options;
  options.categories = {{"sex", "who"}};
  const Columns columns = Columns()
                              .text("region", {"a", "a", "b", "b"})
                              .text("period", {"2016", "2016", "2016", "2016"})
                              .text("who", {"girls", "boys", "girls", "boys"})
                              .numbers("pupils", {1, 2, 4, 8});
  const Panel panel = Panel::from_table(columns.table(), two_cities(), options);
  ASSERT_EQ(panel.series().size(), 2U);
  EXPECT_EQ(panel.series()[0].name(), "pupils[sex=girls]");
  const Totals totals = roll_up(panel);
  EXPECT_EQ(totals.sum(0, 0, totals.row("X")), Rational(5));
  EXPECT_EQ(totals.sum(0, 1, totals.row("X")), Rational(10));
}

TEST(Panel, NamesASignThatWasNotDeclared) {
  Column column;
  column.name = "area";
  PanelOptions options;
  options.columns = {column};
  const Columns columns = Columns()
                              .text("region", {"a", "b"})
                              .text("period", {"2016", "2016"})
                              .text("area", {"1", "x"});
  EXPECT_EQ(faults_of<ParseError>(columns, options).size(), 1U);
}

}  // namespace
}  // namespace edustat
