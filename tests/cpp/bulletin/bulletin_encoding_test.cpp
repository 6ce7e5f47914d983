// SPDX-License-Identifier: Apache-2.0
#include "edustat/bulletin/bulletin.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <variant>

namespace edustat {
namespace {

/// `指标,数值`, `面积,3亩` in GB 18030 (the two-byte part, so in GBK and GB 2312, too).
constexpr std::string_view gb18030_facts =
    "\xD6\xB8\xB1\xEA,\xCA\xFD\xD6\xB5\r\n\xC3\xE6\xBB\xFD,3\xC4\xB6\r\n";

/// `item,figure`, `a,3` in UTF-16 without mark, low byte first.
std::string utf16_facts() {
  std::string text;
  for (const char letter : std::string_view("item,figure\na,3\n")) {
    text += letter;
    text += '\0';
  }
  return text;
}

std::string swapped(std::string text) {
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) std::swap(text[i], text[i + 1]);
  return text;
}

Bulletin decoded(std::string_view text, std::optional<std::string> encoding = {}) {
  return Bulletin::parse_csv(text, "facts.csv", {.encoding = std::move(encoding)});
}

/// The refusal of a text, in English.
std::string refusal_of(std::string_view text, std::optional<std::string> encoding = {}) {
  try {
    (void)decoded(text, std::move(encoding));
  } catch (const Error& error) {
    return error.message(Language::en);
  }
  return "read without an error";
}

/// A file that is there while the test runs.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes)
      : path_(std::filesystem::temp_directory_path() /
              ("edustat_bulletin_" + std::to_string(::getpid()) + ".csv")) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::filesystem::remove(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

TEST(BulletinEncoding, ReadsUtf8WithAndWithoutMark) {
  EXPECT_EQ(decoded("项目,数值\n面积,3亩\n").facts()[0].item, "面积");
  EXPECT_EQ(decoded("\uFEFF项目,数值\n面积,3亩\n").facts()[0].item, "面积");
  EXPECT_EQ(decoded("\uFEFF项目,数值\n面积,3亩\n", "UTF-8").facts()[0].item, "面积");
}

TEST(BulletinEncoding, DoesNotCountTheMarkAsACharacter) {
  EXPECT_EQ(refusal_of("\uFEFFitem,figure,item\n"), "facts.csv:1:13: column 'item' occurs twice");
}

TEST(BulletinEncoding, NamesGb18030AndTheRemedy) {
  EXPECT_EQ(refusal_of(gb18030_facts),
            "facts.csv:1:1: the text is not UTF-8, its encoding is probably gb18030: save it as "
            "\"CSV UTF-8\", or read it with encoding=\"gb18030\"");
  try {
    (void)decoded(gb18030_facts);
  } catch (const ParseError& error) {
    EXPECT_EQ(error.message(Language::zh),
              "facts.csv:1:1：文本不是 UTF-8，编码很可能是 gb18030：请另存为“CSV UTF-8”，"
              "或在读取时指定 encoding=\"gb18030\"");
  }
}

TEST(BulletinEncoding, ReadsGb18030UnderEachOfItsNames) {
  for (const std::string_view name : {"gb18030", "GB18030", "gbk", "GBK", "gb2312", "cp936"}) {
    const Bulletin bulletin = decoded(gb18030_facts, std::string(name));
    EXPECT_EQ(bulletin.facts()[0].item, "面积") << name;
    EXPECT_EQ(std::get<Figure>(bulletin.facts()[0].figure).text(), "3亩") << name;
  }
}

TEST(BulletinEncoding, ReadsFourBytesOfGb18030) {
  const Bulletin bulletin = decoded("item,figure\n\x81\x39\xEE\x39,1\n", "gb18030");
  EXPECT_EQ(bulletin.facts()[0].item, "㐀");  // U+3400
}

TEST(BulletinEncoding, NamesUtf16ByItsMark) {
  EXPECT_EQ(refusal_of("\xFF\xFE" + utf16_facts()),
            "facts.csv:1:1: the text is not UTF-8, its encoding is probably utf-16le: save it as "
            "\"CSV UTF-8\", or read it with encoding=\"utf-16le\"");
  EXPECT_EQ(refusal_of("\xFE\xFF" + swapped(utf16_facts())),
            "facts.csv:1:1: the text is not UTF-8, its encoding is probably utf-16be: save it as "
            "\"CSV UTF-8\", or read it with encoding=\"utf-16be\"");
}

TEST(BulletinEncoding, NamesUtf16ByItsZeroBytes) {
  EXPECT_EQ(refusal_of(utf16_facts()).find("utf-16le") != std::string::npos, true);
  EXPECT_EQ(refusal_of(swapped(utf16_facts())).find("utf-16be") != std::string::npos, true);
}

TEST(BulletinEncoding, ReadsUtf16) {
  const std::string little = utf16_facts();
  const std::string big = swapped(little);
  EXPECT_EQ(decoded(little, "utf-16le").facts()[0].item, "a");
  EXPECT_EQ(decoded("\xFF\xFE" + little, "utf-16le").facts()[0].item, "a");
  EXPECT_EQ(decoded("\xFF\xFE" + little, "utf-16").facts()[0].item, "a");
  EXPECT_EQ(decoded("\xFE\xFF" + big, "UTF-16").facts()[0].item, "a");
  EXPECT_EQ(decoded(big, "utf-16be").facts()[0].item, "a");
}

TEST(BulletinEncoding, SaysWhereUtf8IsDamaged) {
  EXPECT_EQ(refusal_of("项目,数值\n面积,3\xFF亩\n"),
            "facts.csv:2:5: byte 0xFF is not valid UTF-8, save the text as UTF-8");
  EXPECT_EQ(refusal_of("item,figure\na\xFF,1\n", "utf-8"),
            "facts.csv:2:2: byte 0xFF is not valid UTF-8, save the text as UTF-8");
}

TEST(BulletinEncoding, SaysWhereBytesAreInNoKnownEncoding) {
  EXPECT_EQ(refusal_of("item,figure\na\xFF,1\n"),
            "facts.csv:2:2: byte 0xFF is not valid UTF-8, save the text as UTF-8");
}

TEST(BulletinEncoding, SaysWhereADeclaredEncodingFails) {
  EXPECT_EQ(refusal_of("item,figure\n\xC3\xE6\xFF,1\n", "gbk"),
            "facts.csv:2:2: byte 0xFF is not valid gbk");
  EXPECT_EQ(refusal_of("item,figure\na\xC3", "gb18030"),
            "facts.csv:2:2: byte 0xC3 is not valid gb18030");
  EXPECT_EQ(refusal_of(utf16_facts() + "x", "utf-16"),
            "facts.csv:3:1: byte 0x78 is not valid utf-16");
}

TEST(BulletinEncoding, RefusesUnknownNames) {
  try {
    (void)decoded("item,figure\n", "big5");
    FAIL();
  } catch (const CodeError& error) {
    EXPECT_EQ(error.message(Language::en),
              "there is no encoding 'big5', known are: utf-8, gb18030, gbk, gb2312, utf-16, "
              "utf-16le, utf-16be");
  }
}

TEST(BulletinFile, IsReadWithItsFormat) {
  const TemporaryFile file(gb18030_facts);
  const Bulletin bulletin = Bulletin::read_csv(file.path(), {.encoding = "gb18030"});
  EXPECT_EQ(bulletin.facts()[0].item, "面积");
  EXPECT_EQ(bulletin.facts()[0].place.source, file.path().string());
}

TEST(BulletinFile, ThatIsMissingIsNamed) {
  try {
    (void)Bulletin::read_csv("no_such_folder/facts.csv");
    FAIL();
  } catch (const FileError& error) {
    EXPECT_EQ(error.code(), ErrorCode::file_not_found);
    EXPECT_EQ(error.message(Language::en), "there is no file 'no_such_folder/facts.csv'");
  }
}

TEST(BulletinFile, ThatIsAFolderIsRefused) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path();
  try {
    (void)Bulletin::read_csv(folder);
    FAIL();
  } catch (const FileError& error) {
    EXPECT_EQ(error.code(), ErrorCode::file_unreadable);
    EXPECT_EQ(error.faults()[0].arguments[0], folder.string());
  }
}

TEST(BulletinFile, BeyondTheLimitIsRefused) {
  const TemporaryFile file("item,figure\n");
  std::filesystem::resize_file(file.path(), std::uintmax_t{256} * 1024 * 1024 + 1);
  try {
    (void)Bulletin::read_csv(file.path());
    FAIL();
  } catch (const LimitError& error) {
    EXPECT_EQ(error.code(), ErrorCode::text_too_long);
  }
}

}  // namespace
}  // namespace edustat
