// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/panel/table.hpp"
#include "edustat/panel/table_builder.hpp"

#include "tests/cpp/panel/arrow_stream.hpp"
#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace edustat::test {
namespace {

/// A column of three rows, the second without value, of each type of fixed width.
HandColumn three_rows(const std::string& format) {
  // 32 bytes a row are enough for every type.
  std::vector<std::uint8_t> bytes(96, 0);
  for (std::size_t i = 0; i < bytes.size(); i += 4) bytes[i] = static_cast<std::uint8_t>(i + 1);
  return {"a", format, 3, {Bytes::of(std::vector<std::uint8_t>{0b101}), Bytes::of(bytes)}};
}

Table read(HandStream& hand) {
  return Table::from_stream(hand.stream);
}

Table round_trip(const Table& table) {
  ArrowArrayStream stream{};
  table.to_stream(stream);
  return Table::from_stream(stream);
}

std::string format_written(HandColumn column) {
  const std::int64_t rows = column.length;
  HandStream hand({std::move(column)}, rows);
  ArrowArrayStream stream{};
  read(hand).to_stream(stream);
  ArrowSchema schema{};
  EXPECT_EQ(stream.get_schema(&stream, &schema), 0);
  std::string format = schema.children[0]->format;
  if (schema.children[0]->dictionary != nullptr) {
    format += std::string(" of ") + schema.children[0]->dictionary->format;
  }
  schema.release(&schema);
  stream.release(&stream);
  return format;
}

void expect_same(const Table& left, const Table& right) {
  ASSERT_EQ(left.rows(), right.rows());
  ASSERT_EQ(left.fields().size(), right.fields().size());
  for (std::size_t i = 0; i < left.fields().size(); ++i) {
    EXPECT_EQ(left.fields()[i].name, right.fields()[i].name);
    EXPECT_EQ(left.fields()[i].type, right.fields()[i].type);
    EXPECT_EQ(left.fields()[i].scale, right.fields()[i].scale);
    EXPECT_EQ(left.fields()[i].precision, right.fields()[i].precision);
    EXPECT_EQ(left.fields()[i].index_type, right.fields()[i].index_type);
    for (std::size_t row = 0; row < left.rows(); ++row) {
      EXPECT_EQ(left.text_at(i, row), right.text_at(i, row)) << left.fields()[i].name << row;
    }
  }
}

class FixedWidth : public testing::TestWithParam<const char*> {};

TEST_P(FixedWidth, ComesBackWithTheSameBuffers) {
  HandStream hand({three_rows(GetParam())}, 3);
  const Table table = read(hand);
  const Table back = round_trip(table);
  expect_same(table, back);
  const Chunk& chunk = back.batches()[0].chunks[0];
  EXPECT_EQ(chunk.values, hand.column().buffers[1]);
  EXPECT_EQ(chunk.validity, hand.column().buffers[0]);
}

TEST_P(FixedWidth, KeepsItsFormat) {
  EXPECT_EQ(format_written(three_rows(GetParam())), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Types, FixedWidth,
                         testing::Values("b", "c", "C", "s", "S", "i", "I", "l", "L", "f", "g",
                                         "d:9,2,32", "d:18,2,64", "d:38,2", "d:38,-2", "d:76,2,256",
                                         "tdD"));

TEST(ArrowExport, KeepsTextsOfEitherOffsets) {
  HandStream hand({hand_texts<std::int32_t>("a", {"甲", "", "b"}),
                   hand_texts<std::int64_t>("b", {"", "乙", "c"})},
                  3);
  const Table table = read(hand);
  expect_same(table, round_trip(table));
  EXPECT_EQ(table.fields()[1].type, ColumnType::large_text);
}

TEST(ArrowExport, KeepsDictionaries) {
  HandStream hand({hand_dictionary("a", {1, 0, 1}, hand_texts<std::int32_t>("", {"x", "y"}))}, 3);
  const Table table = read(hand);
  expect_same(table, round_trip(table));
  EXPECT_EQ(format_written(hand_dictionary("a", {0}, hand_numbers("", {5}))), "c of i");
}

TEST(ArrowExport, WritesDaysAsDatesAndOthersAsTimestamps) {
  const auto times = [](std::int64_t value) {
    return HandColumn{"a", "tdm", 1, {Bytes::none(), Bytes::of(std::vector<std::int64_t>{value})}};
  };
  EXPECT_EQ(format_written(times(86'400'000)), "tdm");
  EXPECT_EQ(format_written(times(86'400'001)), "tsm:");
}

TEST(ArrowExport, KeepsColumnsWithoutValues) {
  HandStream hand({HandColumn{"a", "n", 2, {}}}, 2);
  const Table back = round_trip(read(hand));
  EXPECT_EQ(back.fields()[0].type, ColumnType::null);
  EXPECT_EQ(back.rows(), 2U);
}

TEST(ArrowExport, KeepsDecodedViewsAndRuns) {
  HandStream hand({hand_views("a", {"short", "longer than twelve", ""}),
                   hand_runs("b", 3, {1, 3}, hand_texts<std::int32_t>("", {"x", "y"}))},
                  3);
  const Table table = read(hand);
  expect_same(table, round_trip(table));
  EXPECT_EQ(table.text_at(1, 2), "y");
}

TEST(ArrowExport, KeepsOffsets) {
  HandColumn column = hand_numbers("a", {1, 2, 3, 4});
  column.offset = 2;
  column.length = 2;
  HandStream hand({column}, 2);
  ArrowArrayStream stream{};
  read(hand).to_stream(stream);
  ArrowArray array{};
  ASSERT_EQ(stream.get_next(&stream, &array), 0);
  EXPECT_EQ(array.children[0]->offset, 2);
  EXPECT_EQ(array.children[0]->length, 2);
  EXPECT_EQ(array.children[0]->buffers[1], hand.column().buffers[1]);
  array.release(&array);
  stream.release(&stream);
}

TEST(ArrowExport, KeepsBatches) {
  HandStream hand({hand_numbers("a", {1, 2})}, 2, 3);
  EXPECT_EQ(round_trip(read(hand)).batches().size(), 3U);
}

TEST(ArrowExport, WritesWhatABuilderMade) {
  TableBuilder builder;
  builder.add_text("region", {"甲", "乙"})
      .add_dictionary("kind", {1, -1}, {"town", "village"})
      .add_int64("pupils", {120, 80}, {0b01})
      .add_decimal128("rate", 5, 2, {{12345, 0}, {~std::uint64_t{0}, -1}}, {});
  const Table table = std::move(builder).build();
  expect_same(table, round_trip(table));
}

TEST(ArrowExport, WritesATableWithoutColumnsOrRows) {
  EXPECT_EQ(round_trip(Table()).fields().size(), 0U);
  TableBuilder builder;
  builder.add_dictionary("a", {}, {});
  EXPECT_EQ(round_trip(std::move(builder).build()).fields().size(), 1U);
}

TEST(ArrowExport, WritesAnEmptyDictionary) {
  TableBuilder builder;
  builder.add_dictionary("a", {-1}, {});
  EXPECT_EQ(round_trip(std::move(builder).build()).text_at(0, 0), "");
}

TEST(ArrowExport, EndsAgainAndAgain) {
  ArrowArrayStream stream{};
  Table().to_stream(stream);
  for (int i = 0; i < 2; ++i) {
    ArrowArray array{};
    EXPECT_EQ(stream.get_next(&stream, &array), 0);
    EXPECT_EQ(array.release, nullptr);
  }
  EXPECT_EQ(stream.get_last_error(&stream), nullptr);
  stream.release(&stream);
  EXPECT_EQ(stream.release, nullptr);
}

TEST(ArrowExport, KeepsTheMemoryForAsLongAsAnArrayLives) {
  HandStream hand({hand_numbers("a", {1, 2})}, 2);
  ArrowArrayStream stream{};
  std::optional<Table> table = read(hand);
  table->to_stream(stream);
  table.reset();
  ArrowArray array{};
  ASSERT_EQ(stream.get_next(&stream, &array), 0);
  stream.release(&stream);
  EXPECT_EQ(hand.arrays_released, 0);
  array.release(&array);
  EXPECT_EQ(array.release, nullptr);
  EXPECT_EQ(hand.arrays_released, 1);
}

TEST(ArrowExport, LetsAChildBeMovedOutAndReleasedLater) {
  HandStream hand({hand_numbers("a", {1, 2}), hand_numbers("b", {3, 4})}, 2);
  ArrowArrayStream stream{};
  read(hand).to_stream(stream);
  ArrowArray array{};
  ASSERT_EQ(stream.get_next(&stream, &array), 0);
  stream.release(&stream);
  ArrowArray child = *array.children[1];
  array.children[1]->release = nullptr;
  array.release(&array);
  EXPECT_EQ(hand.arrays_released, 0);
  EXPECT_EQ(static_cast<const std::int32_t*>(child.buffers[1])[1], 4);
  child.release(&child);
  EXPECT_EQ(hand.arrays_released, 1);
}

TEST(ArrowExport, LetsATypeBeMovedOutAndReleasedLater) {
  HandStream hand({hand_dictionary("a", {0}, hand_texts<std::int32_t>("", {"x"}))}, 1);
  ArrowArrayStream stream{};
  read(hand).to_stream(stream);
  ArrowSchema schema{};
  ASSERT_EQ(stream.get_schema(&stream, &schema), 0);
  stream.release(&stream);
  ArrowSchema child = *schema.children[0];
  schema.children[0]->release = nullptr;
  schema.release(&schema);
  EXPECT_STREQ(child.name, "a");
  EXPECT_STREQ(child.dictionary->format, "u");
  child.release(&child);
}

TEST(ArrowExport, RefusesAColumnWhoseValuesWereNotKept) {
  HandStream hand({HandColumn{"time", "ttu", 0, {Bytes::none(), Bytes::none()}}}, 0);
  const Table table = read(hand);
  ArrowArrayStream stream{};
  EXPECT_NE(refused<StructureError>([&] {
              table.to_stream(stream);
              return 0;
            }).find("'time'"),
            std::string::npos);
  EXPECT_EQ(stream.release, nullptr);
}

}  // namespace
}  // namespace edustat::test
