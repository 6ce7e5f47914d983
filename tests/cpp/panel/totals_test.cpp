// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/totals.hpp"

#include "edustat/error/error.hpp"
#include "edustat/panel/roll_up.hpp"

#include "tests/cpp/panel/columns.hpp"

#include <gtest/gtest.h>

namespace edustat {
namespace {

using test::Columns;
using test::two_cities;

/// County a over four months, by a measure of the catalogue.
Totals months_of(std::string_view rules, const Columns::Numbers& values) {
  const std::string text =
      "format = 1\nid = \"t\"\nedition = \"1\"\n"
      "label = { zh = \"试\", en = \"t\" }\nextends = []\nsource = \"t\"\n"
      "[measure.area]\nlabel = { zh = \"面积\", en = \"area\" }\n"
      "unit = \"平方米\"\nregions = \"sum\"\nsource = \"t\"\n" +
      std::string(rules);
  PanelOptions options;
  options.catalogue = Catalogue::parse(text, "t.toml");
  std::vector<std::optional<std::string>> regions;
  Columns::Numbers months;
  for (std::size_t i = 0; i < values.size(); ++i) {
    regions.emplace_back("a");
    months.emplace_back(201610 + static_cast<std::int64_t>(i) + (i > 2 ? 88 : 0));
  }
  const Columns columns =
      Columns().text("region", regions).numbers("period", months).numbers("area", values);
  return roll_up(Panel::from_table(columns.table(), two_cities(), options), {.levels = {"county"}});
}

TEST(TotalsByPeriod, FlowsAddAndAMonthThatIsMissingMakesThemPartial) {
  const Totals months = months_of("time = \"flow\"\n", {1, std::nullopt, 4, 8});
  const Totals quarters = months.by_period(Period::Kind::quarter);
  const std::size_t a = quarters.row("a");
  EXPECT_EQ(quarters.periods()[0], Period::parse("2016-10..2016-12"));
  EXPECT_EQ(quarters.sum(0, 0, a), Rational(5));
  EXPECT_EQ(quarters.coverage(0, 0, a), (Coverage{2, 3}));
  EXPECT_EQ(quarters.statuses(0, 0)[a], CellStatus::partial);
  // January 2017 stands alone: two months of its quarter were never reported.
  EXPECT_EQ(quarters.coverage(1, 0, a), (Coverage{1, 3}));
}

TEST(TotalsByPeriod, StocksTakeTheLastMonthOrNothing) {
  const Totals quarters =
      months_of("time = \"stock\"\n", {1, 2, 4, 8}).by_period(Period::Kind::quarter);
  const std::size_t a = quarters.row("a");
  EXPECT_EQ(quarters.sum(0, 0, a), Rational(4));
  EXPECT_EQ(quarters.statuses(1, 0)[a], CellStatus::missing);
}

TEST(TotalsAsFlows, DifferencesStayWithinTheOrigin) {
  const Totals flows =
      months_of("time = \"cumulative\"\norigin = \"year\"\n", {10, 15, 15, 3}).as_flows();
  const std::size_t a = flows.row("a");
  EXPECT_EQ(flows.statuses(0, 0)[a], CellStatus::missing);
  EXPECT_EQ(flows.sum(1, 0, a), Rational(5));
  EXPECT_EQ(flows.sum(2, 0, a), Rational(0));
  // January begins a new origin: the figure as it stands.
  EXPECT_EQ(flows.sum(3, 0, a), Rational(3));
}

TEST(TotalsAsFlows, AProgrammeDoesNotBeginAgain) {
  const Totals flows =
      months_of("time = \"cumulative\"\norigin = \"programme\"\n", {10, std::nullopt, 15, 18})
          .as_flows();
  const std::size_t a = flows.row("a");
  EXPECT_EQ(flows.statuses(2, 0)[a], CellStatus::missing);
  EXPECT_EQ(flows.sum(3, 0, a), Rational(3));
}

}  // namespace
}  // namespace edustat
