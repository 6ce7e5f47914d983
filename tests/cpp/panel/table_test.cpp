// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/table.hpp"

#include "edustat/error/error.hpp"
#include "edustat/panel/table_builder.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace edustat {
namespace {

using test::refused;

Table two_rows() {
  TableBuilder builder;
  builder.add_text("region", {"甲县", "乙县"})
      .add_dictionary("kind", {1, -1}, {"town", "village"})
      .add_int32("year", {2016, 2017}, {})
      .add_int64("pupils", {120, 80}, {0b01})
      .add_decimal128("rate", 5, 2, {{12345, 0}, {~std::uint64_t{0}, -1}}, {});
  return std::move(builder).build();
}

TEST(TableBuilder, KeepsTexts) {
  EXPECT_EQ(two_rows().text_at(0, 1), "乙县");
}

TEST(TableBuilder, ReadsIndicesThroughTheirValues) {
  EXPECT_EQ(two_rows().text_at(1, 0), "village");
}

TEST(TableBuilder, TakesMinusOneForARowWithoutValue) {
  EXPECT_FALSE(two_rows().batches()[0].chunks[1].is_valid(1));
}

TEST(TableBuilder, KeepsWholeNumbers) {
  EXPECT_EQ(two_rows().text_at(2, 1), "2017");
  EXPECT_EQ(two_rows().text_at(3, 0), "120");
}

TEST(TableBuilder, KeepsRowsWithoutValue) {
  EXPECT_EQ(two_rows().text_at(3, 1), "");
}

TEST(TableBuilder, KeepsDecimalsWithTheirSign) {
  EXPECT_EQ(two_rows().text_at(4, 0), "2469/20");
  EXPECT_EQ(two_rows().text_at(4, 1), "-1/100");
}

TEST(TableBuilder, LeavesOutABatchWithoutRows) {
  TableBuilder builder;
  builder.add_text("region", {});
  const Table table = std::move(builder).build();
  EXPECT_EQ(table.rows(), 0U);
  EXPECT_EQ(table.fields().size(), 1U);
  EXPECT_TRUE(table.batches().empty());
}

TEST(TableBuilder, RefusesColumnsOfUnequalLength) {
  const auto build = [] {
    TableBuilder builder;
    builder.add_int32("a", {1, 2}, {}).add_int32("b", {1}, {});
    return std::move(builder).build();
  };
  EXPECT_NE(refused<StructureError>(build).find("'b'"), std::string::npos);
}

TEST(TableBuilder, RefusesANameTwice) {
  const auto build = [] {
    TableBuilder builder;
    builder.add_int32("a", {1}, {}).add_int32("a", {1}, {});
    return std::move(builder).build();
  };
  EXPECT_NE(refused<StructureError>(build).find("'a'"), std::string::npos);
}

TEST(TableBuilder, RefusesTooFewBitsOfValidity) {
  TableBuilder builder;
  EXPECT_EQ(refused<StructureError>([&] {
              return builder.add_int32("a", std::vector<std::int32_t>(9), {255}).add_text("b", {});
            }),
            "the table is not well formed: a: there are fewer bits of validity than rows");
}

TEST(TableBuilder, RefusesImpossibleDigits) {
  TableBuilder builder;
  EXPECT_EQ(refused<StructureError>([&] { return builder.add_decimal128("a", 39, 0, {}, {}); }),
            "the table is not well formed: a: a decimal type has impossible digits");
}

TEST(TableBuilder, RefusesAnIndexOutsideItsValues) {
  const auto build = [] {
    TableBuilder builder;
    builder.add_dictionary("a", {0, 1}, {"x"});
    return std::move(builder).build();
  };
  EXPECT_EQ(refused<StructureError>(build),
            "the table is not well formed: a: an index lies outside its dictionary");
}

TEST(TableBuilder, RefusesTextThatIsNotUtf8) {
  const auto build = [] {
    TableBuilder builder;
    builder.add_text("a", {"\xff"});
    return std::move(builder).build();
  };
  EXPECT_EQ(refused<StructureError>(build), "the table is not well formed: a: a text is not UTF-8");
}

TEST(Table, FindsAColumnByItsName) {
  EXPECT_EQ(two_rows().column("year"), 2U);
}

TEST(Table, NamesTheKnownColumnsWhereOneIsUnknown) {
  const std::string sentence = refused<StructureError>([] { return two_rows().column("month"); });
  EXPECT_NE(sentence.find("region, kind, year, pupils, rate"), std::string::npos) << sentence;
}

TEST(Table, RefusesAnOtherColumnOnlyWhenItIsAskedFor) {
  Chunk chunk;
  chunk.rows = 1;
  Field field;
  field.name = "nested";
  field.type = ColumnType::other;
  const Table table({field}, {Table::Batch{1, {chunk}}}, nullptr);
  EXPECT_EQ(table.rows(), 1U);
  EXPECT_EQ(refused<StructureError>([&] { return table.column("nested"); }),
            "cannot read column 'nested': its type other is neither whole numbers nor decimals nor "
            "text");
}

TEST(Table, RefusesOffsetsThatFall) {
  const std::vector<std::int32_t> offsets{0, 2, 1};
  Chunk chunk;
  chunk.rows = 2;
  chunk.values = offsets.data();
  chunk.text = "ab";
  chunk.text_bytes = 2;
  Field field;
  field.name = "a";
  field.type = ColumnType::text;
  EXPECT_EQ(refused<StructureError>([&] {
              return Table({field}, {{2, {chunk}}}, nullptr);
            }),
            "the table is not well formed: a: offsets of texts do not rise within their bytes");
}

}  // namespace
}  // namespace edustat
