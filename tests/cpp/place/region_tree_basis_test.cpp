// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/region_tree.hpp"

#include "tests/cpp/place/region_rows.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat {
namespace {

using Strings = std::vector<std::string>;

/// 邯郸县 was divided in fact; here it is taken over by 邯山区 as a whole, as a test needs it.
std::vector<RegionRow> merged() {
  return {
      {"1304", "邯郸市", "市", ""},
      {"130402", "邯山区", "区县", "1304"},
      {"130403", "丛台区", "区县", "1304"},
      succeeded(dated({"130421", "邯郸县", "区县", "1304"}, "", "2016-09"), "130402"),
  };
}

TEST(RegionTreeBasis, MakesAMergedRegionAPartOfItsSuccessor) {
  const RegionTree tree = RegionTree(merged()).on_basis_of(month("2017-01"));
  EXPECT_EQ(tree.size(), 3U);
  EXPECT_EQ(tree.number("130421"), tree.number("130402"));
  EXPECT_EQ(codes(tree, tree.named("邯郸县")), (Strings{"130402"}));
  EXPECT_EQ(tree.name_at(1, month("2010-01")), "邯山区");
}

TEST(RegionTreeBasis, KeepsBothDueBeforeTheMerger) {
  const RegionTree tree = RegionTree(merged()).on_basis_of(month("2017-01"));
  ASSERT_EQ(tree.edition_count(), 2U);
  EXPECT_EQ(leaf_counts_of(tree, 0), (UnitCounts{3, 2, 1}));
  EXPECT_EQ(leaf_counts_of(tree, 1), (UnitCounts{2, 1, 1}));
  EXPECT_EQ(tree.same_boundaries(0, 1), (std::vector<std::uint8_t>{1, 1, 1}));
}

TEST(RegionTreeBasis, ChangesNothingBeforeTheMerger) {
  const RegionTree tree = RegionTree(merged()).on_basis_of(month("2016-09"));
  EXPECT_EQ(tree.size(), 4U);
  EXPECT_EQ(tree.number("130421"), 3U);
}

TEST(RegionTreeBasis, PutsAMovedRegionWhereItStandsThen) {
  const std::vector<RegionRow> rows{{"1", "省", "省", ""},
                                    {"11", "东市", "市", "1"},
                                    {"12", "西市", "市", "1"},
                                    dated({"a", "甲", "县", "11"}, "", "2014-12"),
                                    dated({"a", "甲", "县", "12"}, "2015-01", ""),
                                    {"b", "乙", "县", "11"},
                                    {"c", "丙", "县", "12"}};
  const RegionTree tree(rows);
  const RegionTree now = tree.on_basis_of(month("2016-01"));
  ASSERT_EQ(now.edition_count(), 1U);
  EXPECT_EQ(parents_of(now, 0), (Parents{-1, 0, 0, 2, 1, 2}));
  const RegionTree before = tree.on_basis_of(month("2010-01"));
  EXPECT_EQ(parents_of(before, 0), (Parents{-1, 0, 0, 1, 1, 2}));
}

/// Schools: b closed before 乙县 became a part of 甲县, c was handed over, d opened later.
std::vector<RegionRow> schools() {
  return {
      {"1", "市", "市", ""},
      {"A", "甲县", "县", "1"},
      succeeded(dated({"B", "乙县", "县", "1"}, "", "2015-08"), "A"),
      {"a", "甲校", "校", "A"},
      dated({"b", "乙校", "校", "B"}, "", "2010-08"),
      dated({"c", "丙校", "校", "B"}, "", "2015-08"),
      dated({"c", "丙校", "校", "A"}, "2015-09", ""),
      dated({"d", "丁校", "校", "A"}, "2018-09", ""),
  };
}

TEST(RegionTreeBasis, BringsSchoolsThatClosedBeforeTheMergerAlong) {
  const RegionTree tree = RegionTree(schools()).on_basis_of(month("2017-01"));
  EXPECT_EQ(tree.size(), 6U);
  ASSERT_EQ(tree.edition_count(), 3U);
  EXPECT_EQ(parents_of(tree, 0), (Parents{-1, 0, 1, 1, 1, absent}));
  EXPECT_EQ(parents_of(tree, 1), (Parents{-1, 0, 1, absent, 1, absent}));
  EXPECT_EQ(parents_of(tree, 2), (Parents{-1, 0, 1, absent, 1, 1}));
  EXPECT_EQ(leaf_counts_of(tree, 0), (UnitCounts{3, 3, 1, 1, 1, 0}));
}

TEST(RegionTreeBasis, LeavesOutARegionWithNothingLeft) {
  std::vector<RegionRow> rows = schools();
  rows[2].successor.clear();  // 乙县 ended, and all its schools but b stand elsewhere
  rows.erase(rows.begin() + 4);
  const RegionTree tree = RegionTree(rows).on_basis_of(month("2017-01"));
  EXPECT_EQ(tree.find("B").has_value(), false);
  EXPECT_EQ(tree.size(), 5U);
}

TEST(RegionTreeBasis, FollowsMergersOfMergers) {
  std::vector<RegionRow> rows = merged();
  rows[1] = succeeded(dated(rows[1], "", "2019-12"), "130403");
  const RegionTree tree(rows);
  const RegionTree now = tree.on_basis_of(month("2020-01"));
  EXPECT_EQ(now.size(), 2U);
  EXPECT_EQ(now.number("130421"), now.number("130403"));
  EXPECT_EQ(leaf_counts_of(now, 0), (UnitCounts{3, 3}));
  EXPECT_EQ(tree.on_basis_of(month("2018-01")).size(), 3U);
}

TEST(RegionTreeBasis, KeepsGroupsAndTheirMembersOnce) {
  const RegionTree tree = RegionTree(merged())
                              .with_group("二地", Strings{"130402", "130421"}, "1304")
                              .on_basis_of(month("2017-01"));
  ASSERT_EQ(tree.groups().size(), 1U);
  EXPECT_EQ(codes(tree, tree.groups()[0].members), (Strings{"130402"}));
}

TEST(RegionTreeBasis, IsMadeAgainFromItsRowsAndOptions) {
  const RegionTree tree = RegionTree(schools()).on_basis_of(month("2017-01"));
  const auto rows = tree.rows();
  const RegionTree again({rows.begin(), rows.end()}, tree.options());
  EXPECT_EQ(again == tree, true);
  EXPECT_EQ(again.size(), tree.size());
  EXPECT_EQ(tree == RegionTree(schools()), false);
}

}  // namespace
}  // namespace edustat
