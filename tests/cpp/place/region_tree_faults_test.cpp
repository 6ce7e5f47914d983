// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/region_tree.hpp"

#include "tests/cpp/place/region_rows.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat {
namespace {

using Strings = std::vector<std::string>;

/// Every fault of a table, as `line code: arguments`; lines count the rows.
Strings faults_of(std::vector<RegionRow> rows, RegionTreeOptions options = {}) {
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].place.line = i + 1;
  Strings result;
  try {
    (void)RegionTree(std::move(rows), std::move(options));
  } catch (const StructureError& error) {
    for (const Fault& fault : error.faults()) {
      std::string text = std::to_string(fault.place.line) + " " + std::string(name_of(fault.code));
      for (const std::string& argument : fault.arguments) text += "|" + argument;
      result.push_back(text);
    }
  }
  return result;
}

const RegionRow root{"1", "省", "省", ""};

TEST(RegionTreeFaults, RefusesAnEmptyTable) {
  EXPECT_EQ(faults_of({}), (Strings{"0 empty_tree"}));
}

TEST(RegionTreeFaults, AsksForCodeNameAndLevel) {
  EXPECT_EQ(
      faults_of({root, {"", "甲", "县", "1"}, {"b", "", "县", "1"}, {"c", "丙", "", "1"}}),
      (Strings{"2 region_without_code|甲", "3 region_without_name|b", "4 region_without_level|c"}));
}

TEST(RegionTreeFaults, RefusesAnEndBeforeTheBeginning) {
  EXPECT_EQ(faults_of({root, dated({"a", "甲", "县", "1"}, "2016-02", "2016-01")}),
            (Strings{"2 region_ends_early|a"}));
}

TEST(RegionTreeFaults, RefusesAnUnknownParent) {
  EXPECT_EQ(faults_of({root, {"a", "甲", "县", "9"}}), (Strings{"2 unknown_parent|a|9"}));
}

TEST(RegionTreeFaults, RefusesAParentThatHasEnded) {
  EXPECT_EQ(faults_of({root,
                       dated({"11", "东市", "市", "1"}, "", "2014-12"),
                       {"12", "西市", "市", "1"},
                       {"a", "甲", "县", "11"}}),
            (Strings{"4 absent_parent|a|11|2015-01"}));
}

TEST(RegionTreeFaults, AllowsAParentUnderItsOldCode) {
  EXPECT_EQ(faults_of({root,
                       dated({"12", "新市", "市", "1"}, "2015-01", ""),
                       succeeded(dated({"11", "旧市", "市", "1"}, "", "2014-12"), "12"),
                       {"a", "甲", "县", "11"}}),
            Strings{});
}

TEST(RegionTreeFaults, RefusesTwoRowsForTheSameTime) {
  EXPECT_EQ(faults_of({root, dated({"a", "甲", "县", "1"}, "", "2015-01"),
                       dated({"a", "甲", "县", "1"}, "2015-01", "")}),
            (Strings{"3 repeated_region|a|line 2"}));
}

TEST(RegionTreeFaults, RefusesAWrongSuccessor) {
  EXPECT_EQ(faults_of({root, succeeded(dated({"a", "甲", "县", "1"}, "", "2015-01"), "9"),
                       succeeded({"b", "乙", "县", "1"}, "d"),
                       succeeded(dated({"c", "丙", "县", "1"}, "", "2016-01"), "d"),
                       dated({"d", "丁", "县", "1"}, "", "2016-01")}),
            (Strings{"2 unknown_successor|a|9", "3 successor_without_end|b|d",
                     "4 successor_ends_early|c|d"}));
}

TEST(RegionTreeFaults, TellsACircleOnce) {
  EXPECT_EQ(faults_of({root,
                       {"a", "甲", "县", "c"},
                       {"b", "乙", "县", "a"},
                       {"c", "丙", "县", "b"},
                       {"d", "丁", "县", "1"}}),
            (Strings{"2 cyclic_regions|a < c < b < a"}));
}

TEST(RegionTreeFaults, TellsARegionThatContainsItself) {
  EXPECT_EQ(faults_of({root, {"a", "甲", "县", "a"}}), (Strings{"2 cyclic_regions|a < a"}));
}

TEST(RegionTreeFaults, RefusesAParentOfTheSameLevel) {
  EXPECT_EQ(faults_of({root, {"a", "甲", "县", "1"}, {"b", "乙", "县", "a"}}),
            (Strings{"3 level_order|b|县|a|县"}));
}

TEST(RegionTreeFaults, RefusesLevelsInTwoOrders) {
  EXPECT_EQ(faults_of({root,
                       {"a", "甲", "县", "1"},
                       {"b", "乙", "乡", "a"},
                       {"c", "丙", "乡", "1"},
                       {"d", "丁", "县", "c"}}),
            (Strings{"5 cyclic_levels|县 d < 乡 b < 县"}));
}

TEST(RegionTreeFaults, RefusesWhatTheStatedLevelsForbid) {
  EXPECT_EQ(
      faults_of({root, {"a", "甲", "市", "1"}, {"b", "乙", "县", "a"}, {"c", "丙", "乡", "1"}},
                {.levels = {"省", "县", "市"}}),
      (Strings{"3 level_order|b|县|a|市", "4 unlisted_level|c|乡|省, 县, 市"}));
}

TEST(RegionTreeFaults, RefusesTwoLevelsOfOneRegion) {
  EXPECT_EQ(faults_of({root,
                       {"11", "市", "市", "1"},
                       dated({"a", "甲", "县", "11"}, "", "2014-12"),
                       dated({"a", "甲", "市", "1"}, "2015-01", "")}),
            (Strings{"4 level_changes|a|县|市"}));
}

TEST(RegionTreeFaults, RefusesASecondRoot) {
  EXPECT_EQ(faults_of({root, {"2", "另省", "省", ""}}), (Strings{"2 repeated_root|2|1"}));
}

TEST(RegionTreeFaults, AllowsSeveralRootsOnRequest) {
  EXPECT_EQ(faults_of({root, {"2", "另省", "省", ""}}, {.roots = Roots::several}), Strings{});
}

TEST(RegionTreeFaults, AllowsAnotherRootAtAnotherTime) {
  EXPECT_EQ(faults_of({dated(root, "", "2014-12"), dated({"2", "另省", "省", ""}, "2015-01", "")}),
            Strings{});
}

TEST(RegionTreeFaults, RefusesALeafOutsideASecondHierarchy) {
  EXPECT_EQ(faults_of({root,
                       {"a", "甲", "县", "1"},
                       {"b", "乙", "县", "1"},
                       in_hierarchy({"E", "东", "片", "1"}, "片区"),
                       in_hierarchy({"a", "甲", "县", "E"}, "片区")}),
            (Strings{"3 outside_hierarchy|b|片区"}));
}

TEST(RegionTreeFaults, ListsAllOfThemInTheOrderOfTheRows) {
  EXPECT_EQ(faults_of({root,
                       {"a", "甲", "县", "9"},
                       {"b", "", "县", "1"},
                       {"b", "乙", "县", "1"},
                       {"c", "丙", "", "1"}})
                .size(),
            4U);
}

TEST(RegionTreeFaults, SpeaksBothLanguages) {
  try {
    (void)RegionTree({root, {"a", "甲", "县", "9"}});
    FAIL();
  } catch (const StructureError& error) {
    EXPECT_EQ(error.message(Language::en),
              "region 'a' stands below '9', which is not in the table");
    EXPECT_EQ(error.message(Language::zh), "地区“a”的上级“9”不在地区表中");
  }
}

TEST(RegionTreeFaults, RefusesCodesThatAreNotOfGbt2260) {
  const std::vector<std::pair<std::string, std::string>> rows{{"13", "河北省"}, {"13040x", "邯郸"}};
  try {
    (void)RegionTree::from_gbt2260(rows);
    FAIL();
  } catch (const StructureError& error) {
    EXPECT_EQ(error.faults().size(), 2U);
    EXPECT_EQ(error.code(), ErrorCode::malformed_region_code);
  }
}

TEST(RegionTreeFaults, RefusesMoreEditionsThanFit) {
  std::vector<RegionRow> rows{root};
  for (int i = 0; i < 16'500; ++i) {
    rows.push_back({"r" + std::to_string(i), "县", "县", "1"});
    rows.back().first_month = i;
  }
  EXPECT_THROW((void)RegionTree(std::move(rows)), LimitError);
}

}  // namespace
}  // namespace edustat
