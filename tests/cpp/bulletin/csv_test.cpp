// SPDX-License-Identifier: Apache-2.0
#include "bulletin/csv.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace edustat::detail {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text) {
  Rows rows;
  CsvReader reader(text);
  Row row;
  while (reader.read(row)) {
    std::vector<std::string>& fields = rows.emplace_back();
    for (const Field& field : row.fields) {
      fields.push_back(field.is_malformed ? "malformed: " + field.text : field.text);
    }
  }
  return rows;
}

TEST(CsvReader, ReadsFieldsBetweenCommas) {
  EXPECT_EQ(rows_of("a,b\n1,,3\n"), (Rows{{"a", "b"}, {"1", "", "3"}}));
}

TEST(CsvReader, ReadsEveryLineEnd) {
  EXPECT_EQ(rows_of("a\r\nb\nc\rd"), (Rows{{"a"}, {"b"}, {"c"}, {"d"}}));
}

TEST(CsvReader, ReadsALastLineWithoutEnd) {
  EXPECT_EQ(rows_of("a,b"), (Rows{{"a", "b"}}));
  EXPECT_EQ(rows_of("a,"), (Rows{{"a", ""}}));
}

TEST(CsvReader, ReadsNoRowOfAnEmptyText) {
  EXPECT_EQ(rows_of(""), Rows{});
}

TEST(CsvReader, ReadsQuotedFields) {
  EXPECT_EQ(rows_of("\"a,b\",\"c\"\"d\",\"\"\n\"\"\"\""), (Rows{{"a,b", "c\"d", ""}, {"\""}}));
}

TEST(CsvReader, KeepsLineEndsInQuotes) {
  EXPECT_EQ(rows_of("\"a\r\nb\nc\",d\n"), (Rows{{"a\r\nb\nc", "d"}}));
}

TEST(CsvReader, KeepsSpaces) {
  EXPECT_EQ(rows_of(" a , b"), (Rows{{" a ", " b"}}));
}

TEST(CsvReader, MarksQuotesInsideAField) {
  EXPECT_EQ(rows_of("a\"b\",c\nd"), (Rows{{"malformed: a\"b\"", "c"}, {"d"}}));
}

TEST(CsvReader, MarksTextBehindTheClosingQuote) {
  EXPECT_EQ(rows_of("\"a\"b,c\n\"d\""), (Rows{{"malformed: ab", "c"}, {"d"}}));
}

TEST(CsvReader, MarksAQuoteThatIsNotClosed) {
  EXPECT_EQ(rows_of("\"a,b\nc"), (Rows{{"malformed: a,b\nc"}}));
  EXPECT_EQ(rows_of("\""), (Rows{{"malformed: "}}));
  EXPECT_EQ(rows_of("\"\"\""), (Rows{{"malformed: \""}}));
}

TEST(CsvReader, SaysWhereEachFieldBegins) {
  CsvReader reader("甲,乙\r\n\"一\n二\",三,\"四\"\r五");
  Row row;
  std::vector<std::vector<std::size_t>> places;
  while (reader.read(row)) {
    for (const Field& field : row.fields) places.push_back({row.line, field.line, field.column});
  }
  const std::vector<std::vector<std::size_t>> expected{{1, 1, 1}, {1, 1, 3}, {2, 2, 1},
                                                       {2, 3, 4}, {2, 3, 6}, {4, 4, 1}};
  EXPECT_EQ(places, expected);
}

TEST(CsvReader, CountsFieldsThatItDoesNotKeep) {
  const std::string commas(1'000'000, ',');
  CsvReader wide(commas);
  Row row;
  EXPECT_EQ(wide.read(row), true);
  EXPECT_EQ(row.count, 1'000'001U);
  EXPECT_EQ(row.fields.size(), CsvReader::most_fields);
  EXPECT_EQ(row.is_blank(), false);
}

TEST(Row, IsBlankWithoutAnythingButSpaces) {
  CsvReader reader(" ,\t,\"\u3000\"\n,,\nx,\n");
  Row row;
  std::vector<bool> blank;
  while (reader.read(row)) blank.push_back(row.is_blank());
  EXPECT_EQ(blank, (std::vector<bool>{true, true, false}));
}

TEST(Trim, TakesEverySpaceAtBothEnds) {
  EXPECT_EQ(trim(" \t\u3000\u00A0甲 乙\u3000\r\n"), "甲 乙");
  EXPECT_EQ(trim(" \u3000"), "");
}

}  // namespace
}  // namespace edustat::detail
