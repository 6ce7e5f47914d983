// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/roll_up.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/panel/columns.hpp"

#include <gtest/gtest.h>

#include <stop_token>

namespace edustat {
namespace {

using test::Columns;
using test::region;
using test::two_cities;

Panel panel_of(const Columns& columns, const RegionTree& tree, PanelOptions options = {}) {
  return Panel::from_table(columns.table(), tree, options);
}

/// January of four counties: 10, 20, 30, and nothing from d.
Columns january() {
  return Columns()
      .text("region", {"a", "b", "c", "d"})
      .text("period", {"2016-01", "2016-01", "2016-01", "2016-01"})
      .numbers("area", {10, 20, 30, std::nullopt});
}

TEST(RollUp, AddsCountiesToEveryLevel) {
  const Totals totals = roll_up(panel_of(january(), two_cities()));
  EXPECT_EQ(totals.sum(0, 0, totals.row("X")), Rational(30));
  EXPECT_EQ(totals.sum(0, 0, totals.row("Y")), Rational(30));
  EXPECT_EQ(totals.sum(0, 0, totals.row("P")), Rational(60));
  EXPECT_EQ(totals.sum(0, 0, totals.row("b")), Rational(20));
}

TEST(RollUp, CountsWhatIsKnownOfWhatIsDue) {
  const Totals totals = roll_up(panel_of(january(), two_cities()));
  EXPECT_EQ(totals.coverage(0, 0, totals.row("X")), (Coverage{2, 2}));
  EXPECT_EQ(totals.coverage(0, 0, totals.row("Y")), (Coverage{1, 2}));
  EXPECT_EQ(totals.coverage(0, 0, totals.row("P")), (Coverage{3, 4}));
}

TEST(RollUp, SaysWhatIsPartialAndWhatIsMissing) {
  const Totals totals = roll_up(panel_of(january(), two_cities()));
  EXPECT_EQ(totals.statuses(0, 0)[totals.row("X")], CellStatus::complete);
  EXPECT_EQ(totals.statuses(0, 0)[totals.row("Y")], CellStatus::partial);
  EXPECT_EQ(totals.statuses(0, 0)[totals.row("d")], CellStatus::missing);
}

TEST(RollUp, GivesAPartialTotalOnRequestOnly) {
  const Totals totals = roll_up(panel_of(january(), two_cities()));
  const std::size_t row = totals.row("Y");
  EXPECT_EQ(std::get<Gap>(totals.at(0, 0, row)), Gap::missing);
  EXPECT_EQ(std::get<Quantity>(totals.at(0, 0, row, Partial::known_part)).value(), Rational(30));
}

TEST(RollUp, ARowThatIsNotThereIsMissing) {
  const Columns columns = Columns()
                              .text("region", {"a", "c", "d"})
                              .text("period", {"2016", "2016", "2016"})
                              .numbers("area", {1, 2, 3});
  const Totals totals = roll_up(panel_of(columns, two_cities()));
  EXPECT_EQ(totals.coverage(0, 0, totals.row("X")), (Coverage{1, 2}));
  EXPECT_EQ(totals.statuses(0, 0)[totals.row("b")], CellStatus::missing);
}

TEST(RollUp, AGroupAndItsRestAddUpToTheWhole) {
  const std::vector<std::string> members{"a", "c"};
  const RegionTree tree = two_cities().with_group("poor", members, "P");
  const Totals totals = roll_up(panel_of(january(), tree), {.groups = {"poor", "!poor"}});
  EXPECT_EQ(totals.sum(0, 0, totals.row("poor")), Rational(40));
  EXPECT_EQ(totals.sum(0, 0, totals.row("!poor")), Rational(20));
  EXPECT_EQ(totals.coverage(0, 0, totals.row("!poor")), (Coverage{1, 2}));
}

TEST(RollUp, ALevelThatIsSkippedHasNoPart) {
  const RegionTree tree({region("P", "province", ""), region("X", "city", "P"),
                         region("a", "county", "X"), region("z", "county", "P")});
  const Columns columns =
      Columns().text("region", {"a", "z"}).text("period", {"2016", "2016"}).numbers("area", {1, 5});
  const Totals totals = roll_up(panel_of(columns, tree), {.levels = {"province", "city"}});
  EXPECT_EQ(totals.sum(0, 0, totals.row("X")), Rational(1));
  EXPECT_EQ(totals.sum(0, 0, totals.row("P")), Rational(6));
}

TEST(RollUp, RefusesFactsOfInnerRegionsThatSayNothing) {
  const Columns columns =
      Columns().text("region", {"a", "X"}).text("period", {"2016", "2016"}).numbers("area", {1, 5});
  EXPECT_THROW(panel_of(columns, two_cities()), StructureError);
}

TEST(RollUp, AddsAnOwnLevelAndHoldsItDueInEveryPeriod) {
  const Columns columns = Columns()
                              .text("region", {"a", "b", "X", "a", "b"})
                              .text("period", {"2016", "2016", "2016", "2017", "2017"})
                              .numbers("area", {1, 2, 5, 1, 2});
  const Totals totals = roll_up(panel_of(columns, two_cities(), {.inner = InnerFacts::own}));
  EXPECT_EQ(totals.sum(0, 0, totals.row("X")), Rational(8));
  EXPECT_EQ(totals.coverage(0, 0, totals.row("X")), (Coverage{3, 3}));
  EXPECT_EQ(totals.coverage(1, 0, totals.row("X")), (Coverage{2, 3}));
}

TEST(RollUp, ComparesAReportedTotalAndNeverAddsIt) {
  const Columns columns = Columns()
                              .text("region", {"a", "b", "X", "c", "d", "Y"})
                              .text("period", {"2016", "2016", "2016", "2016", "2016", "2016"})
                              .numbers("area", {1, 2, 3, 4, 5, 10});
  const Totals totals = roll_up(panel_of(columns, two_cities(), {.inner = InnerFacts::total}));
  EXPECT_EQ(totals.sum(0, 0, totals.row("P")), Rational(12));
  ASSERT_EQ(totals.differences().size(), 1U);
  EXPECT_EQ(totals.differences()[0].reported, Rational(10));
  EXPECT_EQ(totals.differences()[0].computed, Rational(9));
}

TEST(RollUp, WhatDoesNotApplyIsNotDue) {
  Column column;
  column.name = "area";
  column.marks = {{"z", Gap::not_applicable}, {"c", Gap::suppressed}};
  const Columns columns = Columns()
                              .text("region", {"a", "b", "c", "d"})
                              .text("period", {"2016", "2016", "2016", "2016"})
                              .text("area", {"1.5", "z", "c", "z"});
  const Totals totals = roll_up(panel_of(columns, two_cities(), {.columns = {column}}));
  EXPECT_EQ(totals.coverage(0, 0, totals.row("X")), (Coverage{1, 1}));
  EXPECT_EQ(totals.statuses(0, 0)[totals.row("X")], CellStatus::complete);
  EXPECT_EQ(totals.sum(0, 0, totals.row("X")), Rational::parse("1.5"));
  EXPECT_EQ(totals.statuses(0, 0)[totals.row("Y")], CellStatus::suppressed);
  EXPECT_EQ(totals.statuses(0, 0)[totals.row("d")], CellStatus::not_applicable);
}

TEST(RollUp, SumsBeyond64BitsAreExact) {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const Columns columns = Columns()
                              .text("region", {"a", "b", "c", "d"})
                              .text("period", {"2016", "2016", "2016", "2016"})
                              .numbers("area", {most, most, most, -5});
  const Totals totals = roll_up(panel_of(columns, two_cities()));
  EXPECT_TRUE(totals.is_wide(0));
  EXPECT_EQ(totals.sum(0, 0, totals.row("P")), Rational(most) * Rational(3) - Rational(5));
}

TEST(RollUp, MergedPartsAreTheWhole) {
  const RegionTree tree = two_cities();
  const Columns first =
      Columns().text("region", {"a", "c"}).text("period", {"2016", "2016"}).numbers("area", {1, 2});
  const Columns second = Columns()
                             .text("region", {"b", "d", "a"})
                             .text("period", {"2016", "2016", "2017"})
                             .numbers("area", {4, 8, 16});
  RollUp left(tree, {});
  left.add(panel_of(first, tree));
  RollUp right(tree, {});
  right.add(panel_of(second, tree));
  const Totals totals = RollUp::from_bytes(left.merge(right).to_bytes(), tree).finish();
  EXPECT_EQ(totals.sum(0, 0, totals.row("P")), Rational(15));
  EXPECT_EQ(totals.sum(1, 0, totals.row("P")), Rational(16));
  EXPECT_EQ(totals.coverage(0, 0, totals.row("P")), (Coverage{4, 4}));
}

TEST(RollUp, TakesPanelsWhoseCodesMeanRegionsInOtherWays) {
  const RegionTree tree({region("P", "province", ""), region("1", "county", "P"),
                         region("2", "county", "P"), region("3", "county", "P")});
  const auto numbered = [](Columns::Numbers codes, std::string period) {
    return Columns()
        .numbers("region", codes)
        .text("period", std::vector<std::optional<std::string>>(codes.size(), period))
        .numbers("area", Columns::Numbers(codes.size(), 1));
  };
  const Columns texts = Columns()
                            .text("region", {"3", "1", "2"})
                            .text("period", {"2016", "2017", "2017"})
                            .numbers("area", {2, 4, 8});
  RollUp sums(tree, {});
  sums.add(panel_of(numbered({2, 1}, "2016"), tree))
      .add(panel_of(texts, tree))
      .add(panel_of(numbered({3}, "2017"), tree))
      .add(panel_of(numbered({1, 2, 3}, "2018"), tree));
  const Totals totals = sums.finish();
  const auto all = [&](std::string_view code) {
    std::vector<Rational> values;
    for (std::size_t i = 0; i < 3; ++i) values.push_back(totals.sum(i, 0, totals.row(code)));
    return values;
  };
  EXPECT_EQ(all("1"), (std::vector<Rational>{1, 4, 1}));
  EXPECT_EQ(all("2"), (std::vector<Rational>{1, 8, 1}));
  EXPECT_EQ(all("3"), (std::vector<Rational>{2, 1, 1}));
  EXPECT_EQ(all("P"), (std::vector<Rational>{4, 13, 3}));
}

TEST(RollUp, TotalsStayAsTheyAreWhileMoreIsAdded) {
  const RegionTree tree = two_cities();
  RollUp sums(tree, {});
  sums.add(panel_of(january(), tree));
  const Totals before = sums.finish();
  sums.add(panel_of(Columns()
                        .text("region", {"a", "d"})
                        .text("period", {"2016-02", "2016-01"})
                        .numbers("area", {5, std::nullopt}),
                    tree));
  EXPECT_EQ(before.sum(0, 0, before.row("a")), Rational(10));
  EXPECT_EQ(before.periods().size(), 1U);
  const Totals after = sums.finish();
  EXPECT_EQ(after.sum(0, 0, after.row("a")), Rational(10));
  EXPECT_EQ(after.sum(1, 0, after.row("a")), Rational(5));
}

TEST(RollUp, NoticesFactsThatWereAddedTwice) {
  const RegionTree tree = two_cities();
  RollUp sums(tree, {});
  sums.add(panel_of(january(), tree)).add(panel_of(january(), tree));
  EXPECT_THROW(static_cast<void>(sums.finish()), StructureError);
}

TEST(RollUp, RefusesAnotherTreeAndDamagedBytes) {
  const RegionTree other({region("a", "county", "")});
  RollUp sums(two_cities(), {});
  EXPECT_THROW(
      sums.add(panel_of(
          Columns().text("region", {"a"}).text("period", {"2016"}).numbers("area", {1}), other)),
      StructureError);
  EXPECT_THROW(static_cast<void>(RollUp::from_bytes("edustat", other)), ParseError);
}

TEST(RollUp, StopsWhenAsked) {
  std::stop_source source;
  source.request_stop();
  RollUpOptions options;
  options.work.stop = source.get_token();
  const Panel panel = panel_of(january(), two_cities());
  EXPECT_THROW(static_cast<void>(roll_up(panel, options)), Cancelled);
}

}  // namespace
}  // namespace edustat
