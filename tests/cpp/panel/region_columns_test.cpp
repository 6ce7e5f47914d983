// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/region_columns.hpp"

#include "tests/cpp/panel/columns.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat {
namespace {

using test::Columns;
using Strings = std::vector<std::string>;

/// A province with a city and two counties, one of which ends in September 2016.
Columns counties() {
  Columns columns;
  columns.text("code", {"13", "1304", "130402", "130421"})
      .text("name", {"河北省", "邯郸市", "邯山区", "邯郸县"})
      .text("level", {"省", "市", "县", "县"})
      .text("parent", {std::nullopt, "13", "1304", "1304"});
  return columns;
}

/// Every fault, as `column:line code|arguments`.
Strings faults_of(const Table& table, const RegionColumnNames& names = {}) {
  Strings result;
  try {
    (void)region_tree_of(table, names);
  } catch (const StructureError& error) {
    for (const Fault& fault : error.faults()) {
      std::string text = fault.place.source + ":" + std::to_string(fault.place.line) + " " +
                         std::string(name_of(fault.code));
      for (const std::string& argument : fault.arguments) text += "|" + argument;
      result.push_back(text);
    }
  }
  return result;
}

TEST(RegionTreeOf, ReadsARowForEachRegion) {
  const RegionTree tree = region_tree_of(counties().table());
  EXPECT_EQ(tree.size(), 4U);
  EXPECT_EQ(tree.levels()[1], "市");
  EXPECT_EQ(tree.region(*tree.find("130402")).name, "邯山区");
}

TEST(RegionTreeOf, IsTheSameInBatchesAsInOne) {
  EXPECT_EQ(region_tree_of(counties().table(1)), region_tree_of(counties().table()));
}

TEST(RegionTreeOf, ReadsColumnsUnderOtherNames) {
  Columns columns;
  columns.text("代码", {"13"}).text("名称", {"河北省"}).text("层级", {"省"}).text("上级", {""});
  const RegionColumnNames names{.code = "代码", .name = "名称", .level = "层级", .parent = "上级"};
  EXPECT_EQ(region_tree_of(columns.table(), names).size(), 1U);
}

TEST(RegionTreeOf, ReadsTheOtherColumnsWhereTheTableHasThem) {
  Columns columns = counties();
  columns.text("valid_until", {"", std::nullopt, "", "2016-09"})
      .text("successor", {"", "", "", "130402"});
  const RegionTree tree = region_tree_of(columns.table());
  EXPECT_EQ(tree.edition_count(), 2U);
  EXPECT_EQ(tree.successor(*tree.find("130421")), tree.find("130402"));
}

TEST(RegionTreeOf, ReadsYearsAndMonthsAsWholeNumbers) {
  Columns columns = counties();
  columns.numbers("valid_until", {{}, {}, {}, 2016});
  EXPECT_EQ(region_tree_of(columns.table()).edition_count(), 2U);
}

TEST(RegionTreeOf, ReadsWordsForTruth) {
  Columns columns = counties();
  columns.text("own_level", {"否", "false", "是", "0"});
  const RegionTree tree = region_tree_of(columns.table());
  EXPECT_EQ(tree.region(*tree.find("130402")).kind, RegionKind::own_level);
  EXPECT_EQ(tree.region(*tree.find("130421")).kind, RegionKind::region);
}

TEST(RegionTreeOf, NamesEveryMissingColumnAtOnce) {
  Columns columns;
  columns.text("code", {"13"}).text("name", {"河北省"});
  EXPECT_EQ(faults_of(columns.table(), {.own_level = "市本级"}),
            (Strings{":0 unknown_column|level|code, name", ":0 unknown_column|parent|code, name",
                     ":0 unknown_column|市本级|code, name"}));
}

TEST(RegionTreeOf, RefusesCodesThatAreNumbers) {
  Columns columns;
  columns.numbers("code", {13, 1304})
      .text("name", {"河北省", "邯郸市"})
      .text("level", {"省", "市"})
      .numbers("parent", {{}, 13});
  EXPECT_EQ(faults_of(columns.table()),
            (Strings{":0 text_expected|code|int64", ":0 text_expected|parent|int64"}));
}

TEST(RegionTreeOf, ReportsGapsAndCellsInTheOrderOfTheRows) {
  Columns columns;
  columns.text("code", {"13", "1304", "1305", std::nullopt})
      .text("name", {"河北省", std::nullopt, "邢台市", "某县"})
      .text("level", {"省", "市", "市", "县"})
      .text("parent", {"", "13", "13", "13"})
      .text("valid_from", {"", "", "去年", ""})
      .text("own_level", {"也许", "", "", ""});
  EXPECT_EQ(faults_of(columns.table()),
            (Strings{"own_level:1 truth_expected|也许", ":2 region_without_name|1304",
                     "valid_from:3 period_without_year|去年", ":4 region_without_code|某县"}));
}

TEST(RegionTreeOf, ReportsWhatTheTreeRefuses) {
  Columns columns = counties();
  columns.text("hierarchy", {"", "", "", ""}).text("successor", {"", "", "", "9"});
  EXPECT_EQ(faults_of(columns.table()).front(), ":4 unknown_successor|130421|9");
}

}  // namespace
}  // namespace edustat
