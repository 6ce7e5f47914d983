// SPDX-License-Identifier: Apache-2.0
// Producers that break the interface: each is refused, and what it gave comes back once.

#include "edustat/error/error.hpp"
#include "edustat/panel/table.hpp"

#include "tests/cpp/panel/arrow_stream.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace edustat::test {
namespace {

/// One way to break a stream of number, text, dictionary, runs and views.
struct Breach {
  std::string name;
  void (*commit)(HandStream& hand);
};

std::ostream& operator<<(std::ostream& stream, const Breach& breach) {
  return stream << breach.name;
}

constexpr std::size_t number = 0;
constexpr std::size_t words = 1;
constexpr std::size_t coded = 2;
constexpr std::size_t runs = 3;
constexpr std::size_t views = 4;

std::unique_ptr<HandStream> whole_stream() {
  return std::make_unique<HandStream>(
      std::vector<HandColumn>{
          hand_numbers("number", {1, 2, 3}), hand_texts<std::int32_t>("words", {"a", "bc", "d"}),
          hand_dictionary("coded", {0, 1, 0}, hand_texts<std::int32_t>("", {"x", "y"})),
          hand_runs("runs", 3, {1, 3}, hand_numbers("values", {7, 8})),
          hand_views("views", {"short", "longer than twelve", ""})},
      3, 2);
}

template <typename T>
T& element(HandColumn& column, std::size_t buffer, std::size_t index) {
  return static_cast<T*>(const_cast<void*>(column.buffers[buffer]))[index];
}

class Hostile : public testing::TestWithParam<Breach> {};

TEST(HostileStream, IsWellFormedBeforeItIsBroken) {
  const auto hand = whole_stream();
  {
    const Table table = Table::from_stream(hand->stream);
    EXPECT_EQ(table.rows(), 6U);
    EXPECT_EQ(table.text_at(4, 4), "longer than twelve");
  }
  EXPECT_TRUE(hand->is_settled());
}

TEST_P(Hostile, IsRefusedAndReleasedOnce) {
  const auto hand = whole_stream();
  GetParam().commit(*hand);
  ErrorCode code = ErrorCode::unknown_column;
  try {
    (void)Table::from_stream(hand->stream);
  } catch (const StructureError& error) {
    code = error.faults().front().code;
  }
  EXPECT_EQ(code, ErrorCode::malformed_table);
  EXPECT_TRUE(hand->is_settled());
}

constexpr std::int64_t absurd = std::numeric_limits<std::int64_t>::max();

const std::vector<Breach> stream_breaches{
    {"NoGetSchema", [](HandStream& hand) { hand.stream.get_schema = nullptr; }},
    {"NoGetNext", [](HandStream& hand) { hand.stream.get_next = nullptr; }},
    {"SchemaFails", [](HandStream& hand) { hand.schema_code = 22; }},
    {"NextFails", [](HandStream& hand) { hand.next_code = 5; }},
    {"FailsWithoutErrorFunction",
     [](HandStream& hand) {
       hand.next_code = 5;
       hand.stream.get_last_error = nullptr;
     }},
};

const std::vector<Breach> schema_breaches{
    {"SchemaReleased", [](HandStream& hand) { hand.table.schema.release = nullptr; }},
    {"NoFormat", [](HandStream& hand) { hand.table.schema.format = nullptr; }},
    {"NoStructure", [](HandStream& hand) { hand.table.schema.format = "i"; }},
    {"NegativeColumns", [](HandStream& hand) { hand.table.schema.n_children = -1; }},
    {"AbsurdColumns", [](HandStream& hand) { hand.table.schema.n_children = absurd; }},
    {"NoColumns", [](HandStream& hand) { hand.table.schema.children = nullptr; }},
    {"NullColumn", [](HandStream& hand) { hand.table.child_schemas[words] = nullptr; }},
    {"NullName", [](HandStream& hand) { hand.column().schema.name = nullptr; }},
    {"NameNotUtf8", [](HandStream& hand) { hand.column().schema.name = "\xff"; }},
    {"ColumnTypeReleased", [](HandStream& hand) { hand.column().schema.release = nullptr; }},
    {"ColumnNoFormat", [](HandStream& hand) { hand.column().schema.format = nullptr; }},
    {"NumberWithChildren",
     [](HandStream& hand) {
       hand.column().schema.n_children = 1;
       hand.column().schema.children = hand.table.child_schemas.data();
     }},
    {"NegativeChildren", [](HandStream& hand) { hand.column().schema.n_children = -5; }},
    {"DictionaryOfTextIndices", [](HandStream& hand) { hand.column(coded).schema.format = "u"; }},
    {"TableWithDictionary",
     [](HandStream& hand) { hand.table.schema.dictionary = &hand.column().schema; }},
    {"DecimalWithoutDigits", [](HandStream& hand) { hand.column().schema.format = "d:"; }},
    {"DecimalWithOneNumber", [](HandStream& hand) { hand.column().schema.format = "d:9"; }},
    {"DecimalWithFourNumbers",
     [](HandStream& hand) { hand.column().schema.format = "d:9,1,32,1"; }},
    {"DecimalOfAbsurdScale",
     [](HandStream& hand) { hand.column().schema.format = "d:9,-2000000000,32"; }},
    {"DecimalOfOddWidth", [](HandStream& hand) { hand.column().schema.format = "d:9,1,33"; }},
    {"DecimalTooPrecise", [](HandStream& hand) { hand.column().schema.format = "d:10,1,32"; }},
    {"DecimalBeyondNumbers",
     [](HandStream& hand) { hand.column().schema.format = "d:99999999999999,1"; }},
    {"RunsWithOneChild", [](HandStream& hand) { hand.column(runs).schema.n_children = 1; }},
    {"RunsOfNoType", [](HandStream& hand) { hand.column(runs).child_schemas[0] = nullptr; }},
    {"RunEndsOfText", [](HandStream& hand) { hand.column(runs).children[0].schema.format = "u"; }},
};

const std::vector<Breach> batch_breaches{
    {"WholeRowsMissing", [](HandStream& hand) { hand.table.array.null_count = 1; }},
    {"WholeRowsMissingUncounted",
     [](HandStream& hand) {
       static const std::uint8_t bits = 0b101;
       hand.table.array.null_count = -1;
       hand.table.buffers[0] = &bits;
     }},
    {"NegativeRows", [](HandStream& hand) { hand.table.array.length = -1; }},
    {"AbsurdRows", [](HandStream& hand) { hand.table.array.length = absurd; }},
    {"NegativeOffsetOfBatch", [](HandStream& hand) { hand.table.array.offset = -1; }},
    {"OffsetBeyondColumns", [](HandStream& hand) { hand.table.array.offset = 1; }},
    {"BatchOfOtherWidth", [](HandStream& hand) { hand.table.array.n_children = 4; }},
    {"BatchWithoutColumns", [](HandStream& hand) { hand.table.array.children = nullptr; }},
    {"BatchWithTwoBuffers", [](HandStream& hand) { hand.table.array.n_buffers = 2; }},
    {"BatchWithDictionary",
     [](HandStream& hand) { hand.table.array.dictionary = &hand.column().array; }},
    {"NullColumnArray", [](HandStream& hand) { hand.table.child_arrays[number] = nullptr; }},
};

const std::vector<Breach> column_breaches{
    {"ColumnReleased", [](HandStream& hand) { hand.column().array.release = nullptr; }},
    {"NegativeLength", [](HandStream& hand) { hand.column().array.length = -3; }},
    {"NegativeOffset", [](HandStream& hand) { hand.column().array.offset = -1; }},
    {"AbsurdOffset", [](HandStream& hand) { hand.column().array.offset = absurd; }},
    {"ShortColumn", [](HandStream& hand) { hand.column().array.length = 2; }},
    {"NullCountBelowMinusOne", [](HandStream& hand) { hand.column().array.null_count = -2; }},
    {"MoreNullsThanRows", [](HandStream& hand) { hand.column().array.null_count = 4; }},
    {"NullsWithoutValidity", [](HandStream& hand) { hand.column().array.null_count = 1; }},
    {"OneBuffer", [](HandStream& hand) { hand.column().array.n_buffers = 1; }},
    {"NegativeBuffers", [](HandStream& hand) { hand.column().array.n_buffers = -2; }},
    {"NoBuffers", [](HandStream& hand) { hand.column().array.buffers = nullptr; }},
    {"NoValues", [](HandStream& hand) { hand.column().buffers[1] = nullptr; }},
    {"UnexpectedChildren", [](HandStream& hand) { hand.column().array.n_children = 1; }},
    {"UnexpectedDictionary",
     [](HandStream& hand) { hand.column().array.dictionary = &hand.column(words).array; }},
    {"TextWithTwoBuffers", [](HandStream& hand) { hand.column(words).array.n_buffers = 2; }},
    {"TextWithoutOffsets", [](HandStream& hand) { hand.column(words).buffers[1] = nullptr; }},
    {"TextWithoutBytes", [](HandStream& hand) { hand.column(words).buffers[2] = nullptr; }},
    {"TextOffsetsFall",
     [](HandStream& hand) { element<std::int32_t>(hand.column(words), 1, 1) = 4; }},
    {"TextOffsetsNegative",
     [](HandStream& hand) { element<std::int32_t>(hand.column(words), 1, 0) = -1; }},
    {"TextEndNegative",
     [](HandStream& hand) { element<std::int32_t>(hand.column(words), 1, 3) = -1; }},
    {"TextNotUtf8", [](HandStream& hand) { element<char>(hand.column(words), 2, 0) = '\xff'; }},
};

const std::vector<Breach> inner_breaches{
    {"NoDictionary", [](HandStream& hand) { hand.column(coded).array.dictionary = nullptr; }},
    {"DictionaryReleased",
     [](HandStream& hand) { hand.column(coded).dictionary->array.release = nullptr; }},
    {"DictionaryNegative",
     [](HandStream& hand) { hand.column(coded).dictionary->array.length = -1; }},
    {"DictionaryTooShort",
     [](HandStream& hand) { hand.column(coded).dictionary->array.length = 1; }},
    {"DictionaryNotUtf8",
     [](HandStream& hand) { element<char>(*hand.column(coded).dictionary, 2, 1) = '\xff'; }},
    {"IndexNegative",
     [](HandStream& hand) { element<std::int8_t>(hand.column(coded), 1, 2) = -1; }},
    {"IndexBeyond", [](HandStream& hand) { element<std::int8_t>(hand.column(coded), 1, 2) = 2; }},
    {"RunsWithoutArrays", [](HandStream& hand) { hand.column(runs).array.children = nullptr; }},
    {"RunsWithoutValues", [](HandStream& hand) { hand.column(runs).child_arrays[1] = nullptr; }},
    {"RunsWithNulls", [](HandStream& hand) { hand.column(runs).array.null_count = 1; }},
    {"MoreRunsThanValues",
     [](HandStream& hand) { hand.column(runs).children[1].array.length = 1; }},
    {"RunEndsFall",
     [](HandStream& hand) { element<std::int32_t>(hand.column(runs).children[0], 1, 0) = 3; }},
    {"RunEndNegative",
     [](HandStream& hand) { element<std::int32_t>(hand.column(runs).children[0], 1, 0) = -1; }},
    {"RunsEndTooSoon",
     [](HandStream& hand) { element<std::int32_t>(hand.column(runs).children[0], 1, 1) = 2; }},
    {"ViewsWithTwoBuffers", [](HandStream& hand) { hand.column(views).array.n_buffers = 2; }},
    {"ViewsOfAbsurdBuffers", [](HandStream& hand) { hand.column(views).array.n_buffers = absurd; }},
    {"ViewsWithoutSizes", [](HandStream& hand) { hand.column(views).buffers[3] = nullptr; }},
    {"ViewsWithoutBytes", [](HandStream& hand) { hand.column(views).buffers[2] = nullptr; }},
    {"ViewNegative",
     [](HandStream& hand) { element<std::int32_t>(hand.column(views), 1, 0) = -1; }},
    {"ViewOfUnknownPiece",
     [](HandStream& hand) { element<std::int32_t>(hand.column(views), 1, 6) = 1; }},
    {"ViewBeyondItsPiece",
     [](HandStream& hand) { element<std::int32_t>(hand.column(views), 1, 7) = 1; }},
    {"ViewBeforeItsPiece",
     [](HandStream& hand) { element<std::int32_t>(hand.column(views), 1, 7) = -1; }},
    {"ViewNotUtf8", [](HandStream& hand) { element<char>(hand.column(views), 1, 4) = '\xff'; }},
};

std::string name_of_breach(const testing::TestParamInfo<Breach>& breach) {
  return breach.param.name;
}

INSTANTIATE_TEST_SUITE_P(Stream, Hostile, testing::ValuesIn(stream_breaches), name_of_breach);
INSTANTIATE_TEST_SUITE_P(Schema, Hostile, testing::ValuesIn(schema_breaches), name_of_breach);
INSTANTIATE_TEST_SUITE_P(Batch, Hostile, testing::ValuesIn(batch_breaches), name_of_breach);
INSTANTIATE_TEST_SUITE_P(Column, Hostile, testing::ValuesIn(column_breaches), name_of_breach);
INSTANTIATE_TEST_SUITE_P(Inner, Hostile, testing::ValuesIn(inner_breaches), name_of_breach);

TEST(HostileStream, RefusesRunsThatMeanMoreThanMemory) {
  HandColumn column = hand_runs("a", std::int64_t{1} << 31, {2'147'483'647}, hand_numbers("", {7}));
  column.length = 2'147'483'647;
  HandStream hand({column}, 2'147'483'647);
  EXPECT_THROW((void)Table::from_stream(hand.stream), StructureError);
  EXPECT_TRUE(hand.is_settled());
}

TEST(HostileStream, SkipsATypeThatContainsItself) {
  HandStream hand({hand_runs("a", 1, {1}, hand_numbers("", {7})), hand_numbers("b", {5})}, 1);
  hand.column().child_schemas[1] = &hand.column().schema;
  const Table table = Table::from_stream(hand.stream);
  EXPECT_EQ(table.fields()[0].type, ColumnType::other);
  EXPECT_EQ(table.text_at(1, 0), "5");
}

TEST(HostileStream, RefusesATimestampBeyondMilliseconds) {
  HandColumn column{"a", "tss:", 1, {Bytes::none(), Bytes::of(std::vector<std::int64_t>{absurd})}};
  HandStream hand({column}, 1);
  EXPECT_THROW((void)Table::from_stream(hand.stream), StructureError);
}

TEST(HostileStream, RefusesANameTwice) {
  HandStream hand({hand_numbers("a", {1}), hand_numbers("a", {2})}, 1);
  EXPECT_THROW((void)Table::from_stream(hand.stream), StructureError);
  EXPECT_TRUE(hand.is_settled());
}

}  // namespace
}  // namespace edustat::test
