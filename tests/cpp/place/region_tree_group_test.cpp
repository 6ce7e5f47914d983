// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/region_tree.hpp"

#include "tests/cpp/place/region_rows.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat {
namespace {

using Strings = std::vector<std::string>;

/// Every fault of a group, as `code: arguments`.
Strings faults_of(const RegionTree& tree, const Strings& members, const std::string& within) {
  Strings result;
  try {
    (void)tree.with_group("二县", members, within);
  } catch (const StructureError& error) {
    for (const Fault& fault : error.faults()) {
      std::string text(name_of(fault.code));
      for (const std::string& argument : fault.arguments) text += "|" + argument;
      result.push_back(text);
    }
  }
  return result;
}

TEST(RegionTreeGroup, KeepsItsMembersInTheOfficialOrder) {
  const RegionTree tree =
      RegionTree(hebei()).with_group("二县", Strings{"130434", "130402"}, "1304");
  ASSERT_EQ(tree.groups().size(), 1U);
  EXPECT_EQ(codes(tree, tree.groups()[0].members), (Strings{"130402", "130434"}));
  EXPECT_EQ(tree.group("二县").within, "1304");
}

TEST(RegionTreeGroup, LeavesTheTreeItCameFromAlone) {
  const RegionTree tree(hebei());
  (void)tree.with_group("二县", Strings{"130434"});
  EXPECT_EQ(tree.groups().size(), 0U);
  EXPECT_EQ(tree == tree.with_group("二县", Strings{"130434"}), false);
}

TEST(RegionTreeGroup, ReportsEveryFaultAtOnce) {
  EXPECT_EQ(faults_of(RegionTree(hebei()), {"1", "130402", "130402", "130682"}, "1304"),
            (Strings{"unknown_member|二县|1", "repeated_member|二县|130402",
                     "member_outside|二县|130682|1304"}));
}

TEST(RegionTreeGroup, RefusesAMemberInsideAnother) {
  EXPECT_EQ(faults_of(RegionTree(hebei()), {"130402", "1304"}, ""),
            (Strings{"nested_member|二县|130402|1304"}));
}

TEST(RegionTreeGroup, RefusesTheContainingRegionAsItsOwnMember) {
  EXPECT_EQ(faults_of(RegionTree(hebei()), {"1304"}, "1304"),
            (Strings{"member_outside|二县|1304|1304"}));
}

TEST(RegionTreeGroup, RefusesToBeEmptyOrNamedTwice) {
  const RegionTree tree = RegionTree(hebei()).with_group("二县", Strings{"130402"});
  EXPECT_EQ(faults_of(tree, {}, ""), (Strings{"repeated_group|二县", "empty_group|二县"}));
}

TEST(RegionTreeGroup, RefusesAnUnknownContainingRegion) {
  EXPECT_THROW((void)RegionTree(hebei()).with_group("二县", Strings{"130402"}, "99"), CodeError);
}

TEST(RegionTreeGroup, IsUnknownByAnotherName) {
  try {
    (void)RegionTree(hebei()).with_group("二县", Strings{"130402"}).group("三县");
    FAIL();
  } catch (const CodeError& error) {
    EXPECT_EQ(error.message(Language::zh), "没有名称“三县”，可用的有：二县");
  }
}

TEST(RegionTreeGroup, JudgesAMemberWhereItStoodLast) {
  const RegionTree tree({{"1", "省", "省", ""},
                         {"11", "东市", "市", "1"},
                         {"12", "西市", "市", "1"},
                         dated({"a", "甲", "县", "11"}, "", "2014-12"),
                         dated({"a", "甲", "县", "12"}, "2015-01", ""),
                         {"b", "乙", "县", "11"}});
  EXPECT_EQ(faults_of(tree, {"a"}, "12"), Strings{});
  EXPECT_EQ(faults_of(tree, {"a"}, "11"), (Strings{"member_outside|二县|a|11"}));
}

TEST(RegionTreeGroup, IsLeftOutWhereItsMembersAreCutOff) {
  const RegionTree tree = RegionTree(hebei())
                              .with_group("二县", Strings{"130402", "130434"})
                              .with_group("一市", Strings{"1304"}, "13")
                              .cut_at("市");
  ASSERT_EQ(tree.groups().size(), 1U);
  EXPECT_EQ(tree.groups()[0].name, "一市");
}

}  // namespace
}  // namespace edustat
