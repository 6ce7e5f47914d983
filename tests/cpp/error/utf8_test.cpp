// SPDX-License-Identifier: Apache-2.0
#include "error/utf8.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat::text {
namespace {

using test::refused;

std::string plain(std::string_view text, std::string_view source = "") {
  return refused<ParseError>([&] {
    require_plain(text, source);
    return 0;
  });
}

const std::string accepted = "nothing was refused";

TEST(Decode, ReadsCharactersOfEachLength) {
  const std::string_view text = "a\u00E9\u4E07\U0001F600";
  std::size_t offset = 0;
  EXPECT_EQ(decode(text, offset), U'a');
  EXPECT_EQ(decode(text, offset), U'\u00E9');
  EXPECT_EQ(decode(text, offset), U'\u4E07');
  EXPECT_EQ(decode(text, offset), U'\U0001F600');
  EXPECT_EQ(offset, text.size());
}

TEST(Append, WritesWhatDecodeReads) {
  std::string text;
  for (const char32_t character : {U'a', U'\u00E9', U'\u4E07', U'\U0001F600'}) {
    append(text, character);
  }
  EXPECT_EQ(text, "a\u00E9\u4E07\U0001F600");
}

TEST(FindInvalid, FindsBytesOutsideTheStandard) {
  EXPECT_EQ(find_invalid("abc万"), 6U);
  EXPECT_EQ(find_invalid("ab\x80"), 2U);            // a continuation byte alone
  EXPECT_EQ(find_invalid("\xC0\x80"), 0U);          // overlong
  EXPECT_EQ(find_invalid("\xE0\x80\x80"), 0U);      // overlong
  EXPECT_EQ(find_invalid("\xED\xA0\x80"), 0U);      // surrogate
  EXPECT_EQ(find_invalid("\xF4\x90\x80\x80"), 0U);  // beyond U+10FFFF
  EXPECT_EQ(find_invalid("\xF5\x80\x80\x80"), 0U);
  EXPECT_EQ(find_invalid("万\xE4\xB8"), 3U);  // cut off
  EXPECT_EQ(find_invalid("0123456789abcdef\xFF"), 16U);
}

TEST(ColumnOf, CountsCharactersFromOne) {
  const std::string_view text = "176.4万平方米";
  EXPECT_EQ(column_of(text, 0), 1U);
  EXPECT_EQ(column_of(text, 5), 6U);
  EXPECT_EQ(column_of(text, 8), 7U);
  EXPECT_EQ(column_of(text, text.size()), 10U);
  EXPECT_EQ(column_of(text, 1000), 10U);
}

TEST(ColumnOf, IsThatOfTheCharacterAroundTheByte) {
  EXPECT_EQ(column_of("万万", 4), 2U);
}

TEST(LineAndColumn, CountsFromTheLineEnd) {
  const std::string_view text = "项目,值\r\n面积,12\n";
  EXPECT_EQ(line_and_column(text, 0, "f.csv"), (Place{.source = "f.csv", .line = 1, .column = 1}));
  EXPECT_EQ(line_and_column(text, 7, ""), (Place{.line = 1, .column = 4}));
  EXPECT_EQ(line_and_column(text, text.find("12"), ""), (Place{.line = 2, .column = 4}));
  EXPECT_EQ(line_and_column(text, text.size(), ""), (Place{.line = 3, .column = 1}));
}

TEST(PlaceIn, LeavesTheLineOutOfANamelessLine) {
  EXPECT_EQ(place_in("三万x", 6, ""), (Place{.column = 3}));
  EXPECT_EQ(place_in("三\n万x", 4, ""), (Place{.line = 2, .column = 1}));
}

TEST(RequirePlain, AcceptsTextWithTabsAndLineEnds) {
  EXPECT_EQ(plain(""), accepted);
  EXPECT_EQ(plain("176.4万平方米\t~ a long ASCII line, longer than a word\r\n"), accepted);
}

TEST(RequirePlain, LetsALeadingByteOrderMarkThrough) {
  EXPECT_EQ(plain("\uFEFFitem,figure"), accepted);
}

TEST(RequirePlain, RefusesInvalidBytes) {
  EXPECT_EQ(plain("12\xCD\xF2", ""),
            "column 3: byte 0xCD is not valid UTF-8, save the text as UTF-8");
}

TEST(RequirePlain, RefusesWhatCannotBeSeen) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"\u202A", "U+202A"}, {"\u202E", "U+202E"}, {"\u2066", "U+2066"}, {"\u2069", "U+2069"},
      {"\u200B", "U+200B"}, {"\u200D", "U+200D"}, {"\u2060", "U+2060"}, {"\u00AD", "U+00AD"},
      {"\u2028", "U+2028"}, {"\u2029", "U+2029"}, {"\u2065", "U+2065"}, {"\u200E", "U+200E"},
      {"\u200F", "U+200F"}, {"\u061C", "U+061C"}, {"\uFEFF", "U+FEFF"}, {"\x01", "U+0001"},
      {"\x1B", "U+001B"},   {"\x7F", "U+007F"},   {"\u0085", "U+0085"}, {{'\0'}, "U+0000"}};
  for (const auto& [text, name] : cases) {
    EXPECT_EQ(plain("亿1234567890" + text + "0"),
              "column 12: character " + name +
                  " is not allowed because it is invisible or reverses the text, remove it");
  }
}

TEST(RequirePlain, NamesTheFileAndTheLine) {
  EXPECT_EQ(plain("item\na\u202Eb", "f.csv"),
            "f.csv:2:2: character U+202E is not allowed because it is invisible or reverses the "
            "text, remove it");
}

TEST(Excerpt, EndsWithAnEllipsisAfterFortyCharacters) {
  EXPECT_EQ(excerpt(std::string(40, '1')), std::string(40, '1'));
  EXPECT_EQ(excerpt(std::string(41, '1')), std::string(40, '1') + "…");
  EXPECT_EQ(excerpt("万"), "万");
}

}  // namespace
}  // namespace edustat::text
