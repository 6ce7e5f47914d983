// SPDX-License-Identifier: Apache-2.0
#include "edustat/bulletin/bulletin.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace edustat {
namespace {

/// The faults of a text; `Thrown` is the class that must be thrown.
template <typename Thrown>
std::vector<Fault> faults_of(std::string_view text) {
  try {
    (void)Bulletin::parse_csv(text, "facts.csv", {});
  } catch (const Thrown& error) {
    return error.faults();
  }
  return {Fault{ErrorCode::bad_value, {"read without an error"}}};
}

/// What one text is refused for, as in a report.
template <typename Thrown>
std::string refusal_of(std::string_view text) {
  std::string result;
  for (const Fault& fault : faults_of<Thrown>(text)) {
    if (!result.empty()) result += " | ";
    result += to_string(fault.place) + " " + std::string(name_of(fault.code));
  }
  return result;
}

/// A file whose second line has one cell beside a good item and figure.
std::string with_cell(std::string_view column, std::string_view cell) {
  return "item,figure," + std::string(column) + "\na,1.5%," + std::string(cell) + "\n";
}

TEST(BulletinFaults, NameTheUnknownColumnAndTheNearest) {
  const std::vector<Fault> faults = faults_of<StructureError>("item,figure,perod\n");
  EXPECT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].message(Language::en),
            "facts.csv:1:13: there is no column 'perod', known are, the nearest first: period "
            "时期, item 指标, category 类别, scope 范围, figure 数值, precision 精度, "
            "unit_in_last_place 末位单位, vintage 版本, source 来源, note 备注");
  EXPECT_EQ(faults[0].message(Language::zh),
            "facts.csv:1:13：没有列“perod”，可用的有（最相近的在前）：period 时期, item 指标, "
            "category 类别, scope 范围, figure 数值, precision 精度, "
            "unit_in_last_place 末位单位, vintage 版本, source 来源, note 备注");
}

TEST(BulletinFaults, TellHeadWordsExactly) {
  EXPECT_EQ(refusal_of<StructureError>("Item,figure\n"),
            "facts.csv:1 missing_column | facts.csv:1:1 unknown_column");
  EXPECT_EQ(refusal_of<StructureError>("item,figure,\n"), "facts.csv:1:13 unknown_column");
}

TEST(BulletinFaults, NameColumnsThatAreMissing) {
  EXPECT_EQ(refusal_of<StructureError>("item\n"), "facts.csv:1 missing_column");
  EXPECT_EQ(refusal_of<StructureError>("figure\n"), "facts.csv:1 missing_column");
  EXPECT_EQ(refusal_of<StructureError>(""), "facts.csv missing_column | facts.csv missing_column");
}

TEST(BulletinFaults, NameColumnsThatOccurTwice) {
  EXPECT_EQ(refusal_of<StructureError>("item,figure,item\n"), "facts.csv:1:13 duplicate_column");
  EXPECT_EQ(refusal_of<StructureError>("item,figure,指标\n"), "facts.csv:1:13 duplicate_column");
}

TEST(BulletinFaults, NameTheSeparatorThatIsNoComma) {
  const std::vector<Fault> tab = faults_of<StructureError>("item\tfigure\na\t1\n");
  EXPECT_EQ(tab[0].message(Language::en),
            "facts.csv:1:1: the columns are separated by 'Tab' instead of a comma, save the file "
            "as \"CSV UTF-8\"");
  EXPECT_EQ(refusal_of<StructureError>("item;figure\na;1\n"), "facts.csv:1:1 wrong_separator");
  EXPECT_EQ(refusal_of<StructureError>("项目，数值\na，1\n"), "facts.csv:1:1 wrong_separator");
}

TEST(BulletinFaults, CountTheFieldsOfARow) {
  EXPECT_EQ(refusal_of<StructureError>("item,figure\na,1人,b\nc\nd,2人\n"),
            "facts.csv:2:6 wrong_field_count | facts.csv:3:1 wrong_field_count");
  EXPECT_EQ(faults_of<StructureError>("item,figure\na,1,234人\n")[0].arguments,
            (std::vector<std::string>{"3", "2"}));
}

TEST(BulletinFaults, SayWhereQuotesAreWrong) {
  EXPECT_EQ(refusal_of<StructureError>("item,figure\n甲,\"1\"人\nb\"b\",2人\nc,\"3人\n"),
            "facts.csv:2:3 malformed_csv | facts.csv:3:1 malformed_csv | facts.csv:4:3 "
            "malformed_csv");
  EXPECT_EQ(refusal_of<StructureError>("item,figure,\"no\"te\n"), "facts.csv:1:13 malformed_csv");
}

TEST(BulletinFaults, AreCellsInTheirGrammar) {
  EXPECT_EQ(refusal_of<ParseError>("item,figure\n,1人\n"), "facts.csv:2:1 empty_text");
  EXPECT_EQ(refusal_of<ParseError>("item,figure\na,12..3\n"), "facts.csv:2:3 malformed_figure");
  EXPECT_EQ(refusal_of<ParseError>("item,figure\na,3蒲式耳\n"), "facts.csv:2:3 unknown_unit");
  EXPECT_EQ(refusal_of<ParseError>(with_cell("scope", "市>")), "facts.csv:2:8 malformed_scope");
  EXPECT_EQ(refusal_of<ParseError>(with_cell("period", "11月底")),
            "facts.csv:2:8 period_without_year");
  EXPECT_EQ(refusal_of<ParseError>(with_cell("precision", "about")), "facts.csv:2:8 unknown_name");
  EXPECT_EQ(refusal_of<ParseError>(with_cell("unit_in_last_place", "1%")),
            "facts.csv:2:8 last_place_mismatch");
}

TEST(BulletinFaults, RefuseCategoriesOutsideTheirGrammar) {
  for (const std::string_view text :
       {"kind", "=a", "kind=", "kind=*", "a=b=c", "a=b; a=c", ";a=b", "a=b;;c=d", "a＝b=c"}) {
    EXPECT_EQ(refusal_of<ParseError>(with_cell("category", text)),
              "facts.csv:2:8 malformed_category")
        << text;
  }
}

TEST(BulletinFaults, AskToDeclareMarks) {
  for (const std::string_view mark :
       {"—", "——", "…", "...", "-", "#", "*", "/", "N/A", "nan", "无"}) {
    EXPECT_EQ(refusal_of<ParseError>("item,figure\na," + std::string(mark)),
              "facts.csv:2:3 undeclared_mark")
        << mark;
  }
  EXPECT_EQ(refusal_of<ParseError>("item,figure\na,\n"), "facts.csv:2:3 undeclared_blank");
  EXPECT_EQ(faults_of<ParseError>("item,figure\na,—\n")[0].message(Language::en),
            "facts.csv:2:3: what '—' means is not declared: declare it when reading (marks), or "
            "write one of missing, not_applicable, suppressed, undefined");
}

TEST(BulletinFaults, RefuseInvisibleCharactersInAnyCell) {
  EXPECT_EQ(refusal_of<ParseError>(with_cell("note", "a\u202Eb")),
            "facts.csv:2:8 forbidden_character");
  EXPECT_EQ(refusal_of<ParseError>("item,figure\n\uFEFFa,1人\n"),
            "facts.csv:2:1 forbidden_character");
  EXPECT_EQ(refusal_of<ParseError>(std::string("item,figure\na\0,1人\n", 19)),
            "facts.csv:2:1 forbidden_character");
  EXPECT_EQ(refusal_of<StructureError>("item\u202E,item,figure\n"), "facts.csv:1:1 unknown_column");
}

TEST(BulletinFaults, AreAllListedInTheOrderOfTheFile) {
  EXPECT_EQ(refusal_of<StructureError>("item,figure,period,colour\n"
                                       "a,12..3,11月,red\n"
                                       "b,1人\n"
                                       ",—,2016,blue\n"),
            "facts.csv:1:20 unknown_column | facts.csv:2:3 malformed_figure | facts.csv:2:9 "
            "period_without_year | facts.csv:3:1 wrong_field_count | facts.csv:4:1 empty_text | "
            "facts.csv:4:2 undeclared_mark");
}

TEST(BulletinFaults, CountColumnsInCharactersOfTheirLine) {
  EXPECT_EQ(refusal_of<ParseError>("item,note,figure\n甲乙,\"一\n二三\",—\n"),
            "facts.csv:3:5 undeclared_mark");
}

TEST(BulletinFaults, KeepTheFirstThousandAndCountTheOthers) {
  std::string text = "item,figure\n";
  for (int i = 0; i < 1234; ++i) text += "a,—\n";
  const std::vector<Fault> faults = faults_of<ParseError>(text);
  EXPECT_EQ(faults.size(), 1001U);
  EXPECT_EQ(faults[999].place.line, 1001U);
  EXPECT_EQ(faults[1000].message(Language::en), "facts.csv: 234 more faults are not listed");
}

TEST(BulletinFaults, OfAMegabyteOfJunkAreFewAndClear) {
  EXPECT_EQ(refusal_of<ParseError>("item,figure\na," + std::string(1'000'000, '9')),
            "facts.csv:2:3 too_many_digits");
  EXPECT_EQ(refusal_of<StructureError>(std::string(1'000'000, 'x')),
            "facts.csv:1 missing_column | facts.csv:1 missing_column | facts.csv:1:1 "
            "unknown_column");
  EXPECT_EQ(refusal_of<StructureError>("item,figure\n" + std::string(1'000'000, ',')),
            "facts.csv:2:3 wrong_field_count");
  EXPECT_EQ(refusal_of<StructureError>("item,figure\n" + std::string(1'000'001, '"')),
            "facts.csv:2:1 malformed_csv");
}

}  // namespace
}  // namespace edustat
