// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "error/sentences.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <type_traits>

namespace edustat {
namespace {

std::set<char> slots_of(std::string_view sentence) {
  std::set<char> slots;
  for (std::size_t i = 0; i + 2 < sentence.size(); ++i) {
    if (sentence[i] == '{' && sentence[i + 2] == '}') slots.insert(sentence[i + 1]);
  }
  return slots;
}

bool is_numbered_from_zero(const std::set<char>& slots) {
  return slots.empty() ||
         (*slots.begin() == '0' && *slots.rbegin() == static_cast<char>('0' + slots.size() - 1));
}

bool has_chinese(std::string_view sentence) {
  for (const char byte : sentence) {
    if (static_cast<unsigned char>(byte) >= 0xE4U) return true;
  }
  return false;
}

template <typename E>
constexpr bool is_edustat_error = std::is_base_of_v<Error, E>&& std::is_constructible_v<E, Fault>&&
                                      std::is_constructible_v<E, std::vector<Fault>> &&
                                  !std::is_default_constructible_v<E>;

static_assert(is_edustat_error<ParseError> && is_edustat_error<UnitError> &&
              is_edustat_error<ZeroError> && is_edustat_error<CodeError> &&
              is_edustat_error<StructureError> && is_edustat_error<FileError> &&
              is_edustat_error<LimitError> && is_edustat_error<DependencyError>);

TEST(Sentences, AreWrittenInBothLanguages) {
  for (const detail::Sentence& sentence : detail::sentences) {
    EXPECT_EQ(has_chinese(sentence.zh), true) << sentence.name;
    EXPECT_EQ(sentence.en.empty(), false) << sentence.name;
  }
}

TEST(Sentences, NameTheSameValuesInBothLanguages) {
  for (const detail::Sentence& sentence : detail::sentences) {
    EXPECT_EQ(slots_of(sentence.zh), slots_of(sentence.en)) << sentence.name;
    EXPECT_EQ(is_numbered_from_zero(slots_of(sentence.en)), true) << sentence.name;
  }
}

TEST(Sentences, DifferFromEachOther) {
  std::set<std::string_view> zh;
  std::set<std::string_view> en;
  std::set<std::string_view> names;
  for (const detail::Sentence& sentence : detail::sentences) {
    zh.insert(sentence.zh);
    en.insert(sentence.en);
    names.insert(sentence.name);
  }
  EXPECT_EQ(zh.size(), detail::sentences.size());
  EXPECT_EQ(en.size(), detail::sentences.size());
  EXPECT_EQ(names.size(), detail::sentences.size());
}

TEST(Sentences, CoverTheLastCode) {
  EXPECT_EQ(detail::sentences.back().code, ErrorCode::cyclic_nodes);
}

TEST(NameOf, IsTheNameInTheSource) {
  EXPECT_EQ(name_of(ErrorCode::empty_text), "empty_text");
  EXPECT_EQ(name_of(ErrorCode::mixed_units), "mixed_units");
  EXPECT_EQ(name_of(ErrorCode::package_missing), "package_missing");
}

TEST(PlaceText, NamesFileLineAndColumn) {
  EXPECT_EQ(to_string(Place{.source = "facts.csv", .line = 3, .column = 14}), "facts.csv:3:14");
  EXPECT_EQ(to_string(Place{.source = "facts.csv", .line = 3}), "facts.csv:3");
  EXPECT_EQ(to_string(Place{.source = "facts.csv"}), "facts.csv");
}

TEST(PlaceText, SaysLineAndColumnWithoutAName) {
  EXPECT_EQ(to_string(Place{.line = 3, .column = 14}), "line 3, column 14");
  EXPECT_EQ(to_string(Place{.line = 3}), "line 3");
  EXPECT_EQ(to_string(Place{.column = 14}), "column 14");
}

TEST(PlaceText, NamesSheetAndCell) {
  EXPECT_EQ(to_string(Place{.source = "a.xlsx", .sheet = "县", .cell = "B7"}), "a.xlsx:县!B7");
  EXPECT_EQ(to_string(Place{.cell = "B7"}), "B7");
}

TEST(PlaceText, IsEmptyWhenNothingIsKnown) {
  EXPECT_EQ(to_string(Place{}), "");
}

TEST(FaultMessage, FillsInTheArguments) {
  const Fault fault{ErrorCode::mixed_units, {"km2", "+", "CNY", "area", "money"}};
  EXPECT_EQ(fault.message(Language::en),
            "cannot compute 'km2' + 'CNY': the dimensions are area and money");
  EXPECT_EQ(fault.message(Language::zh), "“km2”与“CNY”不能做 + 运算：量纲分别为 area 和 money");
}

TEST(FaultMessage, BeginsWithThePlace) {
  const Fault fault{ErrorCode::missing_column, {"figure"}, {.line = 1, .column = 2}};
  EXPECT_EQ(fault.message(Language::en), "line 1, column 2: column 'figure' is missing");
  EXPECT_EQ(fault.message(Language::zh), "第1行第2个字符：缺少列“figure”");
}

TEST(FaultMessage, LeavesAMarkForAMissingArgument) {
  EXPECT_EQ(Fault{ErrorCode::unknown_item}.message(Language::en), "the catalogue has no item '?'");
}

TEST(FaultMessage, DoesNotFillInsideArguments) {
  const Fault fault{ErrorCode::unknown_name, {"{1}", "b"}};
  EXPECT_EQ(fault.message(Language::en), "there is no name '{1}', known are: b");
}

TEST(FaultMessage, IsPlainTextWhateverItQuotes) {
  const Fault fault{ErrorCode::unknown_item, {"a\xFF\n\u202Eb"}};
  EXPECT_EQ(fault.message(Language::en), "the catalogue has no item 'a\uFFFD \uFFFDb'");
}

TEST(Error, KeepsAllFaultsInOrder) {
  const ParseError error({{ErrorCode::missing_column, {"item"}},
                          {ErrorCode::unknown_unit, {"亩x"}, {.source = "f.csv", .line = 2}}});
  EXPECT_EQ(error.faults().size(), 2U);
  EXPECT_EQ(error.code(), ErrorCode::missing_column);
  EXPECT_EQ(error.place(), Place{});
  EXPECT_EQ(std::string(error.what()),
            "column 'item' is missing\n"
            "f.csv:2: there is no unit '亩x', check the spelling or define it in table [unit] of a "
            "catalogue");
  EXPECT_EQ(error.message(Language::zh),
            "缺少列“item”\n"
            "f.csv:2：没有单位“亩x”，请核对写法或在指标目录的 [unit] 表中定义");
}

}  // namespace
}  // namespace edustat
