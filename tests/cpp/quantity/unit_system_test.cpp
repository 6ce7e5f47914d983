// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/unit_system.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace edustat {
namespace {

Rational fraction(int numerator, int denominator) {
  return Rational(numerator) / Rational(denominator);
}

/// The symbol and the bytes used by the unit at the start of a text.
std::pair<std::string, std::size_t> found(std::string_view text) {
  const UnitSystem::Match match = UnitSystem().match(text);
  return {match.unit.symbol(), match.length};
}

Fault fault_of(std::string_view text, const UnitSystem& units = UnitSystem()) {
  try {
    static_cast<void>(units.parse(text));
  } catch (const UnitError& error) {
    return error.faults().front();
  }
  return Fault{ErrorCode::empty_text};
}

ErrorCode code_of_definition(const Unit& unit, const std::vector<std::string>& words = {}) {
  try {
    static_cast<void>(UnitSystem().define(unit, words));
  } catch (const UnitError& error) {
    return error.code();
  }
  return ErrorCode::empty_text;
}

Unit us_dollar() {
  return Unit("美元", "USD", Dimension(Kind("us_dollar", Kind::Nature::measuring)), 1);
}

TEST(UnitSystem, KnowsTheFactorsOfArea) {
  EXPECT_EQ(Unit::parse("平方米").factor(), Rational(1));
  EXPECT_EQ(Unit::parse("亩").factor(), fraction(2000, 3));
  EXPECT_EQ(Unit::parse("公顷").factor(), Rational(10'000));
  EXPECT_EQ(Unit::parse("平方公里").factor(), Rational(1'000'000));
  for (const char* word : {"㎡", "m²", "m2", "平米"}) {
    EXPECT_EQ(Unit::parse(word), Unit::parse("平方米")) << word;
  }
  EXPECT_EQ(Unit::parse("km²"), Unit::parse("平方千米"));
}

TEST(UnitSystem, KnowsRatios) {
  EXPECT_EQ(Unit::parse("%").factor(), fraction(1, 100));
  EXPECT_EQ(Unit::parse("％"), Unit::parse("%"));
  EXPECT_EQ(Unit::parse("‰").factor(), fraction(1, 1000));
  EXPECT_EQ(Unit::parse("倍"), Unit());
}

TEST(UnitSystem, TellsPointsFromPercent) {
  for (const char* word : {"个百分点", "百分点", "pct", "percentage points"}) {
    EXPECT_EQ(Unit::parse(word).dimension().to_string(), "percentage_point") << word;
    EXPECT_EQ(Unit::parse(word).factor(), fraction(1, 100)) << word;
  }
  EXPECT_EQ(Unit::parse("百分点") == Unit::parse("%"), false);
}

TEST(UnitSystem, WritesEveryPercentagePointAlike) {
  EXPECT_EQ(Unit::parse("百分点").symbol(), "个百分点");
  EXPECT_EQ(Unit::parse("pct").symbol(Language::en), "percentage point");
}

TEST(UnitSystem, TakesEveryWritingOfEquipmentSets) {
  for (const char* word : {"台套件", "台/件/套", "台（件、套）", "台(件/套)", "台、件、套"}) {
    EXPECT_EQ(Unit::parse(word), Unit::parse("台件套")) << word;
  }
  EXPECT_EQ(Unit::parse("台件套") == Unit::parse("套"), false);
  EXPECT_EQ(Unit::parse("台件套") == Unit::parse("台"), false);
}

TEST(UnitSystem, KeepsCountingKindsApart) {
  const char* words[] = {"人", "人次", "生", "户", "台件套", "套", "册", "所", "个", "位", "间"};
  for (const char* left : words) {
    EXPECT_EQ(Unit::parse(left).dimension().is_count(), true) << left;
    for (const char* right : words) {
      EXPECT_EQ(Unit::parse(left) == Unit::parse(right), left == right) << left << right;
    }
  }
}

TEST(UnitSystem, CallsItemsAndPupilsByTheirWords) {
  EXPECT_EQ(Unit::parse("项"), Unit::parse("个"));
  EXPECT_EQ(Unit::parse("名学生"), Unit::parse("生"));
  EXPECT_EQ(Unit::parse("百名学生").factor(), Rational(100));
  EXPECT_EQ(Unit::parse("位").dimension().to_string(), "rank");
}

TEST(UnitSystem, DoesNotTakeMonthsForDays) {
  EXPECT_EQ(Unit::parse("年").factor(), Rational(12));
  EXPECT_EQ(Unit::parse("天").dimension() == Unit::parse("月").dimension(), false);
}

TEST(UnitSystem, ReadsCompoundUnits) {
  EXPECT_EQ(Unit::parse("人/百名学生").factor(), fraction(1, 100));
  EXPECT_EQ(Unit::parse("人/百名学生").dimension().to_string(), "person/pupil");
  EXPECT_EQ(Unit::parse("元／平方米"), Unit::parse("元/m²"));
  EXPECT_EQ(Unit::parse("元 / 人"), Unit::parse("元/人"));
  EXPECT_EQ(Unit::parse("元/人·年"), Unit::parse("元/人/年"));
  EXPECT_EQ(Unit::parse("元/生·年").dimension().to_string(), "money/pupil·time");
  EXPECT_EQ(Unit::parse("CNY/person").symbol(Language::en), "CNY/person");
  EXPECT_EQ(Unit::parse("1/人").symbol(), "/人");
}

TEST(UnitSystem, ReadsScaleWordsInsideUnits) {
  EXPECT_EQ(Unit::parse("万元").factor(), Rational(10'000));
  EXPECT_EQ(Unit::parse("亿元").factor(), Rational(100'000'000));
  EXPECT_EQ(Unit::parse("万亿元").factor(), Rational::power_of_ten(12));
  EXPECT_EQ(Unit::parse("万平方米"), Unit::parse("公顷"));
  EXPECT_EQ(Unit::parse("人/十万人").factor(), fraction(1, 100'000));
  EXPECT_EQ(Unit::parse("百名学生").symbol(), "百名学生");
}

TEST(UnitSystem, ReadsTheBareUnit) {
  EXPECT_EQ(Unit::parse(""), Unit());
  EXPECT_EQ(Unit::parse(" 1 "), Unit());
}

TEST(UnitSystem, NamesTheUnknownWordAndItsColumn) {
  const Fault fault = fault_of("元/桌·年");
  EXPECT_EQ(fault.code, ErrorCode::unknown_unit);
  EXPECT_EQ(fault.arguments, std::vector<std::string>{"桌"});
  EXPECT_EQ(fault.place.column, 3U);
  EXPECT_EQ(fault_of("人次数").arguments, std::vector<std::string>{"人次数"});
  EXPECT_EQ(fault_of("美元").arguments, std::vector<std::string>{"美元"});
  EXPECT_EQ(fault_of("万").arguments, std::vector<std::string>{"万"});
}

TEST(UnitSystem, RefusesCompoundsWithAMissingPart) {
  for (const char* text : {"元/", "元//人", "·元", "元·", "/"}) {
    EXPECT_EQ(fault_of(text).code, ErrorCode::malformed_unit) << text;
  }
}

TEST(UnitSystem, RefusesTextThatIsNotPlain) {
  EXPECT_THROW(static_cast<void>(Unit::parse("元\xFF")), ParseError);
  EXPECT_THROW(static_cast<void>(Unit::parse("\u202E元")), ParseError);
}

TEST(UnitSystem, MatchesTheLongestWord) {
  EXPECT_EQ(found("人次，其中"), std::make_pair(std::string("人次"), std::size_t{6}));
  EXPECT_EQ(found("人，其中").first, "人");
  EXPECT_EQ(found("个百分点").first, "个百分点");
  EXPECT_EQ(found("个月").first, "个月");
  EXPECT_EQ(found("台/件/套").first, "台/件/套");
  EXPECT_EQ(found("台/人").first, "台/人");
  EXPECT_EQ(found("km2").first, "km2");
}

TEST(UnitSystem, MatchesCompoundsAsFarAsTheyGo) {
  EXPECT_EQ(found("元/人·年。"), std::make_pair(std::string("元/人·年"), std::size_t{12}));
  EXPECT_EQ(found("元/，"), std::make_pair(std::string("元"), std::size_t{3}));
  EXPECT_EQ(found("元／平方米"), std::make_pair(std::string("元/平方米"), std::size_t{15}));
  EXPECT_EQ(found("人/百名学生").second, 16U);
  EXPECT_EQ(found("元/人次").first, "元/人次");
  EXPECT_EQ(found("元/人民币元").second, 16U);
  EXPECT_EQ(found("元/人/年").first, "元/人·年");
  EXPECT_EQ(found("元 / 人").first, "元/人");
  EXPECT_EQ(found("％，"), std::make_pair(std::string("%"), std::size_t{3}));
}

TEST(UnitSystem, MatchesNothingElse) {
  EXPECT_EQ(found(""), std::make_pair(std::string(), std::size_t{0}));
  EXPECT_EQ(found("万元").second, 0U);
  EXPECT_EQ(found("桌").second, 0U);
  EXPECT_EQ(found(" 元").second, 0U);
  EXPECT_EQ(found("/4").second, 0U);
  EXPECT_EQ(found("\xE4").second, 0U);
  EXPECT_EQ(found("\xEF\xBC人").second, 0U);
  EXPECT_EQ(found("/万倍").second, 0U);
}

TEST(UnitSystem, MatchesWholeEnglishWordsOnly) {
  EXPECT_EQ(found("hall").second, 0U);
  EXPECT_EQ(found("museum").second, 0U);
  EXPECT_EQ(found("ha,").second, 2U);
  EXPECT_EQ(found("persons").second, 7U);
  EXPECT_EQ(found("percentage points higher").second, 17U);
}

TEST(UnitSystem, ReadsBackEveryWordInBothLanguages) {
  for (const auto& [word, unit] : UnitSystem().words()) {
    EXPECT_EQ(Unit::parse(word), unit) << word;
    EXPECT_EQ(Unit::parse(unit.symbol()), unit) << word;
    EXPECT_EQ(Unit::parse(unit.symbol(Language::en)), unit) << word;
    EXPECT_EQ(found(word).second, word.size()) << word;
  }
}

TEST(UnitSystem, ReadsBackEveryQuotientOfTwoWords) {
  const auto words = UnitSystem().words();
  for (const auto& [left_word, left] : words) {
    for (const auto& [right_word, right] : words) {
      const Unit quotient = left / right;
      EXPECT_EQ(Unit::parse(quotient.symbol()), quotient) << quotient;
    }
  }
}

TEST(UnitSystem, AddsUnitsOfItsOwn) {
  const UnitSystem units = UnitSystem().define(us_dollar(), {"USD", "美金"});
  EXPECT_EQ(units.parse("美元"), us_dollar());
  EXPECT_EQ(units.parse("美金").symbol(), "美元");
  EXPECT_EQ(units.parse("亿美元/所").dimension().to_string(), "us_dollar/school");
  EXPECT_EQ(units.match("美元，").length, 6U);
  EXPECT_EQ(fault_of("美元").code, ErrorCode::unknown_unit);
  EXPECT_EQ(units.words().size(), UnitSystem().words().size() + 3);
}

TEST(UnitSystem, PrefersTheLongerWordWhoeverDefinedIt) {
  const UnitSystem units = UnitSystem().define(
      Unit("人日", "", Dimension(Kind("person_day", Kind::Nature::counting)), 1));
  EXPECT_EQ(units.match("人日").length, 6U);
  EXPECT_EQ(units.match("人次").unit.symbol(), "人次");
  EXPECT_EQ(units.match("人").unit.symbol(), "人");
  EXPECT_EQ(units.match("元/人日").unit.symbol(), "元/人日");
  EXPECT_EQ(units.match("元/人").unit.symbol(), "元/人");
}

TEST(UnitSystem, AcceptsAnEqualRepeatAndRefusesAnotherMeaning) {
  const UnitSystem once = UnitSystem().define(us_dollar());
  EXPECT_EQ(once.define(us_dollar()).words().size(), once.words().size());
  EXPECT_EQ(code_of_definition(Unit::parse("人"), {"名"}), ErrorCode::empty_text);
  EXPECT_EQ(code_of_definition(us_dollar(), {"元"}), ErrorCode::duplicate_unit);
  EXPECT_EQ(code_of_definition(us_dollar(), {"万元"}), ErrorCode::duplicate_unit);
  EXPECT_EQ(code_of_definition(Unit("元", "", Unit::parse("元").dimension(), 2)),
            ErrorCode::duplicate_unit);
}

TEST(UnitSystem, RefusesWordsThatNoTextCanHold) {
  for (const char* word : {"", " 桌", "桌 ", "3桌", "３桌", "\xFF", "桌\n"}) {
    EXPECT_EQ(code_of_definition(us_dollar(), {word}), ErrorCode::malformed_unit) << word;
  }
}

TEST(UnitSystem, LeavesTheSystemItCameFromUnchanged) {
  const UnitSystem before;
  static_cast<void>(before.define(us_dollar()));
  EXPECT_EQ(before.match("美元").length, 0U);
}

}  // namespace
}  // namespace edustat
