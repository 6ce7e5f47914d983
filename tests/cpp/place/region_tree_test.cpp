// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/region_tree.hpp"

#include "tests/cpp/place/region_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace edustat {
namespace {

using Strings = std::vector<std::string>;

/// 永年县 130429 became 永年区 130408 in September 2016; here both rows are open at first.
std::vector<RegionRow> renamed() {
  return {
      {"1304", "邯郸市", "市", ""},
      {"130408", "永年区", "区县", "1304"},
      {"130402", "邯山区", "区县", "1304"},
      succeeded(dated({"130429", "永年县", "区县", "1304"}, "", "2016-09"), "130408"),
  };
}

std::vector<RegionRow> renamed_dated() {
  std::vector<RegionRow> rows = renamed();
  rows[1] = dated(rows[1], "2016-10", "");
  return rows;
}

TEST(RegionTree, NumbersRegionsInTheOrderOfTheirRows) {
  const RegionTree tree(hebei());
  EXPECT_EQ(tree.size(), 6U);
  EXPECT_EQ(tree.region(0).name, "河北省");
  EXPECT_EQ(tree.number("130682"), 5U);
}

TEST(RegionTree, FindsNothingForAnUnknownCode) {
  EXPECT_EQ(RegionTree(hebei()).find("999999").has_value(), false);
}

/// Provinces without anything above or below them.
RegionTree provinces(const Strings& codes) {
  std::vector<RegionRow> rows;
  for (const std::string& code : codes) rows.push_back({code, code, "province", ""});
  return RegionTree(std::move(rows), {.roots = Roots::several});
}

/// The region that a table has for a number.
std::int32_t region_in(const RegionTree::Numbered& numbered, std::int64_t number) {
  return numbered.regions->at(static_cast<std::size_t>(number - numbered.first));
}

/// True where a table has for every number what find() has for it as a code.
bool agrees(const RegionTree& tree, const RegionTree::Numbered& numbered, std::int64_t low,
            std::int64_t high) {
  for (std::int64_t number = low; number <= high; ++number) {
    const auto found = tree.find(std::to_string(number));
    const auto wanted = found ? static_cast<std::int32_t>(*found) : RegionTree::no_region;
    if (region_in(numbered, number) != wanted) return false;
  }
  return true;
}

TEST(RegionTree, FindsRegionsByCodesThatAreWholeNumbers) {
  const RegionTree near = provinces({"n", "12", "007", "7", "-3", "00", "0", "1x", "-", "31"});
  const RegionTree far = provinces({"41", "9007199254740993", "40", "43"});
  for (const auto& [low, high] : {std::pair{-9, 40}, {-3, 31}, {8, 8}, {40, 90}, {7, 12}}) {
    EXPECT_TRUE(agrees(near, near.numbered(low, high), low, high)) << low << ' ' << high;
    EXPECT_TRUE(agrees(far, far.numbered(low, high), low, high)) << low << ' ' << high;
  }
  constexpr std::int64_t code = 9007199254740993;
  EXPECT_EQ(region_in(far.numbered(code - 1, code + 1), code), 1);
  EXPECT_EQ(region_in(far.numbered(code - 1, code + 1), code + 1), RegionTree::no_region);
  EXPECT_EQ(provinces({"a"}).numbered(3, 4).regions->size(), 2U);
}

TEST(RegionTree, KeepsTheTableOfWholeNumbersWhereTheyLieClose) {
  const RegionTree tree = provinces({"5", "3", "9"});
  EXPECT_EQ(tree.numbered(3, 5).regions, RegionTree(tree).numbered(4, 9).regions);
  EXPECT_EQ(tree.numbered(3, 5).last(), 9);
}

TEST(RegionTree, FindsEveryCodeOfARegionAsAWholeNumber) {
  const RegionTree tree(renamed_dated());
  EXPECT_TRUE(agrees(tree, tree.numbered(130400, 130500), 130400, 130500));
  EXPECT_EQ(region_in(tree.numbered(130408, 130429), 130408),
            region_in(tree.numbered(130408, 130429), 130429));
}

TEST(RegionTree, DerivesTheOrderOfLevels) {
  std::vector<RegionRow> rows = hebei();
  std::reverse(rows.begin(), rows.end());
  const RegionTree tree(rows);
  const auto levels = tree.levels();
  EXPECT_EQ(Strings(levels.begin(), levels.end()), (Strings{"省", "市", "区县"}));
}

TEST(RegionTree, PutsAnOwnLevelDirectlyBelowItsParent) {
  const RegionTree tree(hebei());
  const RegionTree::Region& own = tree.region(tree.number("1304A"));
  EXPECT_EQ(tree.levels()[own.level], "区县");
  EXPECT_EQ(own.kind == RegionKind::own_level, true);
}

TEST(RegionTree, RefusesAnUnknownLevelWithTheKnownOnes) {
  try {
    (void)RegionTree(hebei()).level_number("乡");
    FAIL();
  } catch (const CodeError& error) {
    EXPECT_EQ(error.message(Language::en), "there is no name '乡', known are: 省, 市, 区县");
  }
}

TEST(RegionTree, GivesTheParentOfEveryRegion) {
  EXPECT_EQ(parents_of(RegionTree(hebei()), 0), (Parents{-1, 0, 1, 1, 1, 0}));
}

TEST(RegionTree, FindsTheAncestorOfALevelOrNone) {
  const RegionTree tree(hebei());
  EXPECT_EQ(tree.ancestors_at(0, 1), (Parents{-1, 1, 1, 1, 1, -1}));
  EXPECT_EQ(tree.ancestors_at(0, 0), (Parents{0, 0, 0, 0, 0, 0}));
  EXPECT_EQ(tree.ancestors_at(0, 2), (Parents{-1, -1, 2, 3, 4, 5}));
}

TEST(RegionTree, ListsTheRegionsOfALevelFromTheTop) {
  const RegionTree tree(hebei());
  const auto all = tree.parents_first();
  const auto counties = tree.at_level(tree.level_number("区县"));
  EXPECT_EQ(codes(tree, {all.begin(), all.begin() + 2}), (Strings{"13", "1304"}));
  EXPECT_EQ(all.size(), tree.size());
  EXPECT_EQ(codes(tree, {counties.begin(), counties.end()}),
            (Strings{"1304A", "130402", "130434", "130682"}));
}

TEST(RegionTree, CountsLeavesWithTheOwnLevel) {
  EXPECT_EQ(leaf_counts_of(RegionTree(hebei()), 0), (UnitCounts{4, 3, 1, 1, 1, 1}));
}

TEST(RegionTree, ListsChildrenAndLeavesInTheOfficialOrder) {
  const RegionTree tree(hebei());
  EXPECT_EQ(codes(tree, tree.children(0, 0)), (Strings{"1304", "130682"}));
  EXPECT_EQ(codes(tree, tree.leaves(0, 0)), (Strings{"1304A", "130402", "130434", "130682"}));
  EXPECT_EQ(codes(tree, tree.leaves(5, 0)), (Strings{"130682"}));
  EXPECT_EQ(codes(tree, tree.children(5, 0)), Strings{});
}

TEST(RegionTree, AllowsANameTwice) {
  const RegionTree tree({{"1", "国", "国", ""},
                         {"110105", "朝阳区", "区县", "1"},
                         {"220104", "朝阳区", "区县", "1"}});
  EXPECT_EQ(codes(tree, tree.named("朝阳区")), (Strings{"110105", "220104"}));
  EXPECT_EQ(codes(tree, tree.named("海淀区")), Strings{});
}

TEST(RegionTree, HasOneEditionWhereNothingIsDated) {
  const RegionTree tree(hebei());
  ASSERT_EQ(tree.edition_count(), 1U);
  EXPECT_EQ(tree.editions()[0].first_month, RegionTree::from_ever);
  EXPECT_EQ(tree.editions()[0].last_month, RegionTree::for_ever);
  EXPECT_EQ(tree.edition_at(month("2016-11")), 0U);
}

TEST(RegionTree, KeepsARenamedRegionAsOne) {
  const RegionTree tree(renamed_dated());
  EXPECT_EQ(tree.size(), 3U);
  EXPECT_EQ(tree.edition_count(), 1U);
  EXPECT_EQ(tree.number("130429"), tree.number("130408"));
  EXPECT_EQ(tree.region(1).code, "130408");
  EXPECT_EQ(tree.name_at(1, month("2016-09")), "永年县");
  EXPECT_EQ(tree.code_at(1, month("2016-09")), "130429");
  EXPECT_EQ(tree.name_at(1, month("2016-10")), "永年区");
  EXPECT_EQ(codes(tree, tree.named("永年县")), (Strings{"130408"}));
  EXPECT_EQ(tree.successor(1).has_value(), false);
}

TEST(RegionTree, KeepsAMergerIntoAnExistingRegionApart) {
  const RegionTree tree(renamed());
  EXPECT_EQ(tree.size(), 4U);
  EXPECT_EQ(tree.number("130429"), 3U);
  EXPECT_EQ(tree.successor(3), std::optional<RegionNumber>(1));
  EXPECT_EQ(parents_of(tree, 0), (Parents{-1, 0, 0, 0}));
  EXPECT_EQ(parents_of(tree, 1), (Parents{-1, 0, 0, absent}));
}

TEST(RegionTree, KeepsAMergerOfTwoApart) {
  std::vector<RegionRow> rows = renamed_dated();
  rows.push_back(succeeded(dated({"130421", "邯郸县", "区县", "1304"}, "", "2016-09"), "130408"));
  const RegionTree tree(rows);
  EXPECT_EQ(tree.size(), 5U);
  EXPECT_EQ(tree.number("130429") == tree.number("130408"), false);
}

TEST(RegionTree, TakesAChangeOfLevelForAMerger) {
  const RegionTree tree({
      {"34", "安徽省", "省", ""},
      {"3401", "合肥市", "市", "34"},
      dated({"340181", "巢湖市", "区县", "3401"}, "2011-08", ""),
      succeeded(dated({"3414", "巢湖市", "市", "34"}, "", "2011-07"), "340181"),
      {"340102", "瑶海区", "区县", "3401"},
  });
  EXPECT_EQ(tree.size(), 5U);
  EXPECT_EQ(tree.number("3414") == tree.number("340181"), false);
  EXPECT_EQ(codes(tree, tree.named("巢湖市")), (Strings{"340181", "3414"}));
}

TEST(RegionTree, BeginsAnEditionWhereARegionMovesOpensOrEnds) {
  const RegionTree tree({
      {"1", "省", "省", ""},
      {"11", "东市", "市", "1"},
      {"12", "西市", "市", "1"},
      dated({"a", "甲县", "县", "11"}, "", "2014-12"),
      dated({"a", "甲县", "县", "12"}, "2015-01", ""),
      dated({"b", "乙县", "县", "11"}, "2013-01", ""),
      dated({"c", "丙县", "县", "12"}, "", "2015-12"),
      {"d", "丁县", "县", "11"},
  });
  ASSERT_EQ(tree.edition_count(), 4U);
  EXPECT_EQ(tree.editions()[1].first_month, month("2013-01"));
  EXPECT_EQ(tree.editions()[1].last_month, month("2014-12"));
  EXPECT_EQ(tree.edition_at(month("2012-12")), 0U);
  EXPECT_EQ(tree.edition_at(month("2013-01")), 1U);
  EXPECT_EQ(tree.edition_at(month("2015-12")), 2U);
  EXPECT_EQ(tree.edition_at(month("2016-01")), 3U);
  EXPECT_EQ(parents_of(tree, 0), (Parents{-1, 0, 0, 1, absent, 2, 1}));
  EXPECT_EQ(parents_of(tree, 3), (Parents{-1, 0, 0, 2, 1, absent, 1}));
}

TEST(RegionTree, BeginsNoEditionWhereOnlyANameChanges) {
  const RegionTree tree({{"1", "省", "省", ""},
                         dated({"a", "甲县", "县", "1"}, "", "2014-12"),
                         dated({"a", "甲区", "县", "1"}, "2015-01", "")});
  EXPECT_EQ(tree.edition_count(), 1U);
  EXPECT_EQ(tree.region(1).name, "甲区");
}

TEST(RegionTree, KnowsTheLastEditionWithRegions) {
  const RegionTree tree({dated({"1", "省", "省", ""}, "2010-01", "2016-12")});
  EXPECT_EQ(tree.edition_count(), 3U);
  EXPECT_EQ(tree.latest_edition(), 1U);
  EXPECT_EQ(tree.parents(0)[0], absent);
}

/// Zones over provinces; below them everything stands as in the main hierarchy.
std::vector<RegionRow> zones() {
  return {
      {"0", "全国", "国", ""},
      {"13", "河北", "省", "0"},
      {"51", "四川", "省", "0"},
      {"1304", "邯郸", "市", "13"},
      {"130402", "邯山", "县", "1304"},
      in_hierarchy({"E", "东部", "地带", "0"}, "地带"),
      in_hierarchy({"W", "西部", "地带", "0"}, "地带"),
      in_hierarchy({"13", "河北", "省", "E"}, "地带"),
      in_hierarchy({"51", "四川", "省", "W"}, "地带"),
  };
}

TEST(RegionTree, PutsASecondHierarchyOverTheSameLeaves) {
  const RegionTree tree(zones());
  EXPECT_EQ(tree.size(), 7U);
  EXPECT_EQ(parents_of(tree, 0), (Parents{-1, 0, 0, 1, 3, absent, absent}));
  EXPECT_EQ(parents_of(tree, 0, "地带"), (Parents{-1, 5, 6, 1, 3, 0, 0}));
  EXPECT_EQ(leaf_counts_of(tree, 0, "地带"), (UnitCounts{2, 1, 1, 1, 1, 1, 1}));
  const auto levels = tree.levels();
  EXPECT_EQ(Strings(levels.begin(), levels.end()), (Strings{"国", "地带", "省", "市", "县"}));
}

TEST(RegionTree, LeavesOutOfAHierarchyWhatStandsAboveNoLeafThere) {
  std::vector<RegionRow> rows = zones();
  rows.push_back(in_hierarchy({"130402", "邯山", "县", "E"}, "直管"));
  rows.push_back(in_hierarchy({"51", "四川", "省", "E"}, "直管"));
  rows.push_back(in_hierarchy({"E", "东部", "地带", ""}, "直管"));
  const RegionTree tree(rows);
  EXPECT_EQ(parents_of(tree, 0, "直管"), (Parents{absent, absent, 5, absent, 5, -1, absent}));
}

TEST(RegionTree, RefusesAnUnknownHierarchyWithTheKnownOnes) {
  try {
    (void)RegionTree(zones()).parents(0, "区域");
    FAIL();
  } catch (const CodeError& error) {
    EXPECT_EQ(error.message(Language::en), "there is no name '区域', known are: 地带");
  }
}

TEST(RegionTree, KeepsTheBoundaryWhereSchoolsOpenAndClose) {
  const RegionTree tree({{"1", "市", "市", ""},
                         {"a", "甲", "校", "1"},
                         dated({"b", "乙", "校", "1"}, "2015-01", ""),
                         dated({"c", "丙", "校", "1"}, "", "2014-12")});
  EXPECT_EQ(tree.has_same_boundary(0, 0, 1), true);
  EXPECT_EQ(tree.has_same_boundary(1, 0, 1), true);
  EXPECT_EQ(tree.has_same_boundary(2, 0, 1), false);
}

TEST(RegionTree, ChangesTheBoundaryWhereALeafMoves) {
  const RegionTree tree({{"1", "省", "省", ""},
                         {"11", "东市", "市", "1"},
                         {"12", "西市", "市", "1"},
                         {"13", "北市", "市", "1"},
                         dated({"a", "甲", "县", "11"}, "", "2014-12"),
                         dated({"a", "甲", "县", "12"}, "2015-01", ""),
                         {"x", "子", "县", "11"},
                         {"y", "丑", "县", "12"},
                         {"z", "寅", "县", "13"}});
  EXPECT_EQ(tree.same_boundaries(0, 1), (std::vector<std::uint8_t>{1, 0, 0, 1, 1, 1, 1, 1}));
  EXPECT_EQ(tree.same_boundaries(1, 0), tree.same_boundaries(0, 1));
}

TEST(RegionTree, ChangesTheBoundaryOfTheOneThatTakesAnotherIn) {
  const RegionTree tree(renamed());
  EXPECT_EQ(tree.same_boundaries(0, 1), (std::vector<std::uint8_t>{1, 0, 1, 0}));
}

TEST(RegionTree, ChangesTheBoundaryOfBothCitiesWhenACountyMergesAcross) {
  const RegionTree tree({{"1", "省", "省", ""},
                         {"11", "东市", "市", "1"},
                         {"12", "西市", "市", "1"},
                         {"x", "子", "县", "11"},
                         succeeded(dated({"a", "甲", "县", "11"}, "", "2014-12"), "b"),
                         {"b", "乙", "县", "12"}});
  EXPECT_EQ(tree.same_boundaries(0, 1), (std::vector<std::uint8_t>{1, 0, 0, 1, 0, 0}));
}

TEST(RegionTree, ReadsParentsFromTheCodesOfGbt2260) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"000000", "全国"},   {"130000", "河北省"},   {"130400", "邯郸市"},
      {"130402", "邯山区"}, {"420000", "湖北省"},   {"429004", "仙桃市"},
      {"460000", "海南省"}, {"469000", "省直辖县"}, {"469001", "五指山市"}};
  const RegionTree tree = RegionTree::from_gbt2260(rows);
  EXPECT_EQ(parents_of(tree, 0), (Parents{-1, 0, 1, 2, 0, 4, 0, 6, 7}));
  const auto levels = tree.levels();
  EXPECT_EQ(Strings(levels.begin(), levels.end()),
            (Strings{"nation", "province", "city", "county"}));
}

TEST(RegionTree, TakesProvincesForRootsWhereTheNationIsLeftOut) {
  const std::vector<std::pair<std::string, std::string>> rows{{"130000", "河北省"},
                                                              {"420000", "湖北省"}};
  EXPECT_EQ(parents_of(RegionTree::from_gbt2260(rows), 0), (Parents{-1, -1}));
}

TEST(RegionTree, IsMadeAgainFromItsRowsAndOptions) {
  const RegionTree tree(zones());
  const auto rows = tree.rows();
  EXPECT_EQ(RegionTree({rows.begin(), rows.end()}, tree.options()) == tree, true);
  EXPECT_EQ(tree == RegionTree(hebei()), false);
}

TEST(RegionTree, IsCutBelowALevel) {
  const RegionTree tree = RegionTree(zones()).cut_at("省");
  EXPECT_EQ(tree.size(), 5U);
  EXPECT_EQ(parents_of(tree, 0, "地带"), (Parents{-1, 3, 4, 0, 0}));
}

TEST(RegionTree, LosesAHierarchyThatPlacesWhatIsCutOff) {
  std::vector<RegionRow> rows = zones();
  rows.push_back(in_hierarchy({"1304", "邯郸", "市", "E"}, "市管"));
  rows.push_back(in_hierarchy({"51", "四川", "省", "E"}, "市管"));
  rows.push_back(in_hierarchy({"E", "东部", "地带", "0"}, "市管"));
  const RegionTree tree(rows);
  EXPECT_EQ(tree.hierarchies().size(), 3U);
  EXPECT_EQ(tree.cut_at("省").hierarchies().size(), 2U);
}

}  // namespace
}  // namespace edustat
