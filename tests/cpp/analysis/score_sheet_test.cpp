// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/score_sheet.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat {
namespace {

ScoreSheet sheet() {
  return {{"永年区", "A<B"},
          {"score", "rank"},
          Matrix(std::vector<std::vector<double>>{{0.123456789, 2}, {gap_cell, 1}})};
}

TEST(ScoreSheet, StandsInAlignedColumns) {
  EXPECT_EQ(to_string(sheet()),
            "unit       score  rank\n"
            "永年区  0.123457     2\n"
            "A<B            —     1");
}

TEST(ScoreSheet, SaysWhatItDoesNotShow) {
  EXPECT_EQ(to_string(sheet(), 1),
            "unit       score  rank\n"
            "永年区  0.123457     2\n"
            "... 1 more rows");
}

TEST(ScoreSheet, NamesAreNoHtml) {
  EXPECT_NE(to_html(sheet()).find("<td>A&lt;B</td><td>—</td><td>1</td>"), std::string::npos);
}

TEST(ScoreSheet, AGapIsNothingInATable) {
  const Table table = to_table(sheet());
  EXPECT_EQ(table.rows(), 2U);
  EXPECT_EQ(table.fields()[1].name, "score");
  const Chunk& scores = table.batches()[0].chunks[1];
  EXPECT_EQ(scores.is_valid(0), true);
  EXPECT_EQ(scores.is_valid(1), false);
  EXPECT_EQ(table.text_at(0, 0), "永年区");
}

}  // namespace
}  // namespace edustat
