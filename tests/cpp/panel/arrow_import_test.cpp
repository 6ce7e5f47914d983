// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/panel/table.hpp"

#include "tests/cpp/panel/arrow_stream.hpp"
#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace edustat::test {
namespace {

/// The rows of one column as texts, `-` where there is no value.
std::vector<std::string> rows_of(HandColumn column, std::int64_t rows, std::int64_t skipped = 0) {
  std::vector<HandColumn> columns;
  columns.push_back(std::move(column));
  HandStream hand(std::move(columns), rows);
  hand.table.array.offset = skipped;
  const Table table = Table::from_stream(hand.stream);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < table.rows(); ++i) {
    const bool is_valid = table.batches()[0].chunks[0].is_valid(i);
    texts.push_back(is_valid ? table.text_at(0, i) : "-");
  }
  return texts;
}

template <typename T>
HandColumn plain(const std::string& format, const std::vector<T>& values) {
  return {
      "a", format, static_cast<std::int64_t>(values.size()), {Bytes::none(), Bytes::of(values)}};
}

using Texts = std::vector<std::string>;

TEST(ArrowImport, ReadsWholeNumbersOfEveryWidth) {
  EXPECT_EQ(rows_of(plain<std::int8_t>("c", {-128}), 1), Texts{"-128"});
  EXPECT_EQ(rows_of(plain<std::uint8_t>("C", {255}), 1), Texts{"255"});
  EXPECT_EQ(rows_of(plain<std::int16_t>("s", {-32768}), 1), Texts{"-32768"});
  EXPECT_EQ(rows_of(plain<std::uint16_t>("S", {65535}), 1), Texts{"65535"});
  EXPECT_EQ(rows_of(plain<std::int32_t>("i", {-7}), 1), Texts{"-7"});
  EXPECT_EQ(rows_of(plain<std::uint32_t>("I", {4'294'967'295}), 1), Texts{"4294967295"});
  EXPECT_EQ(rows_of(plain<std::int64_t>("l", {-9}), 1), Texts{"-9"});
  EXPECT_EQ(rows_of(plain<std::uint64_t>("L", {~std::uint64_t{0}}), 1),
            Texts{"18446744073709551615"});
}

TEST(ArrowImport, ReadsBinaryFractions) {
  EXPECT_EQ(rows_of(plain<std::uint32_t>("f", {0x3FC0'0000}), 1), Texts{"1.5"});
  EXPECT_EQ(rows_of(plain<std::uint64_t>("g", {0xBFF8'0000'0000'0000}), 1), Texts{"-1.5"});
}

TEST(ArrowImport, ReadsDecimalsOfEveryWidth) {
  EXPECT_EQ(rows_of(plain<std::int32_t>("d:9,1,32", {-15}), 1), Texts{"-3/2"});
  EXPECT_EQ(rows_of(plain<std::int64_t>("d:18,2,64", {125}), 1), Texts{"5/4"});
  EXPECT_EQ(rows_of(plain<std::uint64_t>("d:38,0", {0, 1}), 1), Texts{"18446744073709551616"});
  EXPECT_EQ(rows_of(plain<std::int64_t>("d:76,-2,256", {3, 0, 0, 0}), 1), Texts{"300"});
}

TEST(ArrowImport, ReadsTextsOfEitherOffsets) {
  EXPECT_EQ(rows_of(hand_texts<std::int32_t>("a", {"甲", "", "bc"}), 3), (Texts{"甲", "", "bc"}));
  EXPECT_EQ(rows_of(hand_texts<std::int64_t>("a", {"甲", "", "bc"}), 3), (Texts{"甲", "", "bc"}));
}

TEST(ArrowImport, ReadsDates) {
  // 2016-11-01 is day 17106.
  EXPECT_EQ(rows_of(plain<std::int32_t>("tdD", {17106}), 1), Texts{"2016-11"});
  EXPECT_EQ(rows_of(plain<std::int64_t>("tdm", {17106LL * 86'400'000}), 1), Texts{"2016-11"});
}

TEST(ArrowImport, BringsTimestampsToMillisecondsRoundedDown) {
  const std::int64_t second = 17106LL * 86'400;
  EXPECT_EQ(rows_of(plain<std::int64_t>("tss:", {second, second - 1}), 2),
            (Texts{"2016-11", "2016-10"}));
  EXPECT_EQ(rows_of(plain<std::int64_t>("tsm:UTC", {second * 1'000 - 1}), 1), Texts{"2016-10"});
  EXPECT_EQ(rows_of(plain<std::int64_t>("tsu:", {second * 1'000'000, -1}), 2),
            (Texts{"2016-11", "1969-12"}));
  EXPECT_EQ(rows_of(plain<std::int64_t>("tsn:", {second * 1'000'000'000, -1}), 2),
            (Texts{"2016-11", "1969-12"}));
}

TEST(ArrowImport, ReadsColumnsWithoutValues) {
  HandColumn column{"a", "n", 2, {}};
  std::vector<HandColumn> columns{column};
  HandStream hand(std::move(columns), 2);
  EXPECT_EQ(Table::from_stream(hand.stream).fields()[0].type, ColumnType::null);
}

TEST(ArrowImport, ReadsBooleansAsTheyLie) {
  std::vector<HandColumn> columns{plain<std::uint8_t>("b", {0b101})};
  columns[0].length = 3;
  HandStream hand(std::move(columns), 3);
  const Table table = Table::from_stream(hand.stream);
  EXPECT_EQ(table.batches()[0].chunks[0].values, hand.column().buffers[1]);
}

TEST(ArrowImport, KeepsRowsWithoutValue) {
  HandColumn column = hand_numbers("a", {1, 2, 3});
  column.memory[0] = Bytes::of(std::vector<std::uint8_t>{0b101});
  EXPECT_EQ(rows_of(column, 3), (Texts{"1", "-", "3"}));
}

TEST(ArrowImport, StartsAtTheOffsetsOfTheColumnAndOfTheTable) {
  HandColumn column = hand_numbers("a", {1, 2, 3, 4});
  column.memory[0] = Bytes::of(std::vector<std::uint8_t>{0b1011});
  column.offset = 1;
  column.length = 3;
  EXPECT_EQ(rows_of(column, 2, 1), (Texts{"-", "4"}));
}

TEST(ArrowImport, ReadsDictionariesOfTextsAndNumbers) {
  EXPECT_EQ(rows_of(hand_dictionary("a", {1, 0, 1}, hand_texts<std::int32_t>("", {"x", "y"})), 3),
            (Texts{"y", "x", "y"}));
  EXPECT_EQ(rows_of(hand_dictionary("a", {1, 0}, hand_numbers("", {10, 20})), 2),
            (Texts{"20", "10"}));
  EXPECT_EQ(rows_of(hand_dictionary("a", {0}, hand_views("", {"longer than twelve"})), 1),
            Texts{"longer than twelve"});
}

TEST(ArrowImport, ReadsViewsShortAndLong) {
  HandColumn column = hand_views("a", {"short", "longer than twelve", "", "another long text"});
  column.memory[0] = Bytes::of(std::vector<std::uint8_t>{0b1101});
  EXPECT_EQ(rows_of(column, 4), (Texts{"short", "-", "", "another long text"}));
}

TEST(ArrowImport, UnfoldsRuns) {
  EXPECT_EQ(rows_of(hand_runs("a", 5, {2, 5}, hand_numbers("values", {7, 8})), 5),
            (Texts{"7", "7", "8", "8", "8"}));
}

TEST(ArrowImport, UnfoldsRunsFromAnOffset) {
  HandColumn column = hand_runs("a", 3, {2, 3, 9}, hand_texts<std::int32_t>("", {"x", "y", "z"}));
  column.offset = 1;
  EXPECT_EQ(rows_of(column, 3), (Texts{"x", "y", "z"}));
}

TEST(ArrowImport, UnfoldsRunsOfADictionaryAndOfMissingValues) {
  HandColumn values = hand_dictionary("", {1, 0}, hand_texts<std::int32_t>("", {"x", "y"}));
  values.memory[0] = Bytes::of(std::vector<std::uint8_t>{0b01});
  EXPECT_EQ(rows_of(hand_runs("a", 3, {1, 3}, values), 3), (Texts{"y", "-", "-"}));
}

TEST(ArrowImport, CopiesValuesThatDoNotLieWhereTheyMayBeRead) {
  std::vector<HandColumn> columns{plain<std::uint8_t>("i", {0, 42, 0, 0, 0})};
  columns[0].length = 1;
  HandStream hand(std::move(columns), 1);
  hand.column().buffers[1] = static_cast<const char*>(hand.column().buffers[1]) + 1;
  EXPECT_EQ(Table::from_stream(hand.stream).text_at(0, 0), "42");
}

TEST(ArrowImport, ReadsTheOtherColumnsBesideANestedOne) {
  HandColumn nested{"list", "+l", 1, {Bytes::none(), Bytes::none()}, {hand_numbers("item", {})}};
  HandStream hand({nested, hand_numbers("a", {5})}, 1);
  const Table table = Table::from_stream(hand.stream);
  EXPECT_EQ(table.text_at(table.column("a"), 0), "5");
  EXPECT_THROW((void)table.column("list"), StructureError);
}

TEST(ArrowImport, RefusesTimesAndZonesOnlyWhenTheyAreAskedFor) {
  for (const char* format : {"tts", "tsu:Asia/Shanghai", "z", "tDs", "w:4", "vz"}) {
    HandStream hand({plain<std::int64_t>(format, {1})}, 1);
    EXPECT_THROW((void)Table::from_stream(hand.stream).column("a"), StructureError) << format;
  }
}

TEST(ArrowImport, ReadsBatchesOneAfterAnother) {
  HandStream hand({hand_numbers("a", {1, 2})}, 2, 3);
  const Table table = Table::from_stream(hand.stream);
  EXPECT_EQ(table.rows(), 6U);
  EXPECT_EQ(table.text_at(0, 5), "2");
}

TEST(ArrowImport, TakesNullBuffersWhereThereAreNoRows) {
  HandColumn column{"a", "u", 0, {Bytes::none(), Bytes::none(), Bytes::none()}};
  HandStream hand({column}, 0);
  EXPECT_EQ(Table::from_stream(hand.stream).rows(), 0U);
}

TEST(ArrowImport, CopiesNothingOfWholeNumbers) {
  HandStream hand({hand_numbers("a", {1, 2})}, 2);
  const Table table = Table::from_stream(hand.stream);
  EXPECT_EQ(table.batches()[0].chunks[0].values, hand.column().buffers[1]);
}

TEST(ArrowImport, TakesTheStreamOverAndReleasesItOnce) {
  HandStream hand({hand_numbers("a", {1})}, 1);
  const Table table = Table::from_stream(hand.stream);
  EXPECT_EQ(hand.stream.release, nullptr);
  EXPECT_EQ(hand.streams_released, 1);
  EXPECT_EQ(hand.schemas_released, 1);
}

TEST(ArrowImport, ReleasesArraysWithTheLastTable) {
  HandStream hand({hand_numbers("a", {1})}, 1, 2);
  auto table = std::make_optional(Table::from_stream(hand.stream));
  auto copy = table;
  table.reset();
  EXPECT_EQ(hand.arrays_released, 0);
  copy.reset();
  EXPECT_EQ(hand.arrays_released, 2);
  EXPECT_TRUE(hand.is_settled());
}

TEST(ArrowImport, QuotesTheProducersError) {
  HandStream hand({hand_numbers("a", {1})}, 1);
  hand.next_code = 5;
  hand.error = "disk on\nfire";
  EXPECT_EQ(refused<StructureError>([&] { return Table::from_stream(hand.stream); }),
            "the table is not well formed: *: get_next failed with code 5: disk on fire");
}

TEST(ArrowImport, RefusesAReleasedStream) {
  ArrowArrayStream stream{};
  EXPECT_EQ(refused<StructureError>([&] { return Table::from_stream(stream); }),
            "the table is not well formed: *: the stream has been released");
}

}  // namespace
}  // namespace edustat::test
