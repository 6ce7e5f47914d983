// SPDX-License-Identifier: Apache-2.0
#include "edustat/bulletin/reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat {
namespace {

BulletinText read_prose(std::string_view text, const BulletinText::Options& options = {}) {
  return read_bulletin(text, Catalogue::builtin("education"), options);
}

/// `figure = scope item[code]` of every fact, or `figure ? reason`, statistics and changes alone.
std::vector<std::string> told(const BulletinText& read) {
  std::vector<std::string> lines;
  for (const Reading& reading : read.readings()) {
    std::string line = reading.text;
    if (reading.fact) {
      const Fact& fact = read.facts()[*reading.fact];
      line += " = " + fact.scope.to_string() + ' ' + fact.item.substr(fact.item.find('.') + 1);
      for (const auto& category : fact.categories) line += '[' + category.code + ']';
    } else if (reading.kind == Reading::Kind::change) {
      line += " ~" + (reading.items.empty() ? std::string() : ' ' + reading.items.front());
    } else if (reading.reason) {
      line += " ? " + std::string(name_of(*reading.reason));
    } else {
      continue;
    }
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

std::vector<std::string> kinds(const BulletinText& read) {
  std::vector<std::string> lines;
  for (const Reading& reading : read.readings()) {
    lines.push_back(reading.text + ' ' + std::string(name_of(reading.kind)));
  }
  return lines;
}

// Passages in the wording of several cities.

TEST(ReaderPassages, AShareOfThePlanIsTheRateOfTheFigureInFront) {
  EXPECT_EQ(told(read_prose("全省开工面积1203.5万平方米，占规划的92.31%，竣工面积1010万平方米。")),
            (Lines{"1203.5万平方米 = 全省 started_area", "92.31% = 全省 start_rate",
                   "1010万平方米 = 全省 completed_area"}));
}

TEST(ReaderPassages, RegionsThatBeginTheirHalfOfTheSentence) {
  EXPECT_EQ(told(read_prose("全市情况如下。魏县规划校舍建设面积12.6万平方米，开工面积10万平方米；"
                            "馆陶县规划校舍建设面积8.4万平方米。")),
            (Lines{"12.6万平方米 = 全市>魏县 planned_area", "10万平方米 = 全市>魏县 started_area",
                   "8.4万平方米 = 全市>馆陶县 planned_area"}));
}

TEST(ReaderPassages, RatesThatAreNamedOneByOneAndPrintedAsARow) {
  EXPECT_EQ(
      told(read_prose("全市开工面积50.2万平方米、竣工面积40.1万平方米，开工率和竣工率分别为83.67%和"
                      "66.83%。")),
      (Lines{"50.2万平方米 = 全市 started_area", "40.1万平方米 = 全市 completed_area",
             "83.67% = 全市 start_rate", "66.83% = 全市 completion_rate"}));
}

TEST(ReaderPassages, ARowThatDoesNotMatchItsNamesIsNotBound) {
  EXPECT_EQ(told(read_prose("全市开工面积50.2万平方米，开竣工率分别达到83.67%、66.83%、5%。")),
            (Lines{"50.2万平方米 = 全市 started_area", "83.67% ? distribution",
                   "66.83% ? distribution", "5% ? distribution"}));
}

TEST(ReaderPassages, OneItemOfARowOfRegions) {
  EXPECT_EQ(
      told(read_prose("全市通报：魏县、馆陶县开工面积分别为3.1万平方米、4.2万平方米。")),
      (Lines{"3.1万平方米 = 全市>魏县 started_area", "4.2万平方米 = 全市>馆陶县 started_area"}));
}

TEST(ReaderPassages, AFigureOfSeveralRegionsTogetherIsNotBound) {
  EXPECT_EQ(told(read_prose("全市通报：魏县、馆陶县开工面积3.1万平方米。")),
            (Lines{"3.1万平方米 ? scope_unclear"}));
}

TEST(ReaderPassages, PartsInBracketsHaveTheItemOfTheirWhole) {
  EXPECT_EQ(
      told(read_prose(
          "全市竣工面积30万平方米（其中魏县5万平方米、馆陶县4万平方米），开工面积35万平方米。")),
      (Lines{"30万平方米 = 全市 completed_area", "5万平方米 = 全市>魏县 completed_area",
             "4万平方米 = 全市>馆陶县 completed_area", "35万平方米 = 全市 started_area"}));
}

TEST(ReaderPassages, WordsThatNarrowANameKeepItUnbound) {
  EXPECT_EQ(
      told(read_prose(
          "全市未竣工面积3.2万平方米，幼儿园竣工面积1.1万平方米，计划开工面积2万平方米。")),
      (Lines{"3.2万平方米 ? restricted", "1.1万平方米 ? restricted", "2万平方米 ? restricted"}));
}

TEST(ReaderPassages, KindsBehindTheirTotalWithoutBrackets) {
  EXPECT_EQ(told(read_prose(
                "全市举办各级各类培训5.1万人次，其中农村实用技术培训1.2万人次、残疾人培训300人。")),
            (Lines{"5.1万人次 = 全市 trained", "1.2万人次 = 全市 trained[practical_skills]",
                   "300人 = 全市 trained[disabled]"}));
}

TEST(ReaderPassages, GrowthIsAChangeAndNoFact) {
  EXPECT_EQ(told(read_prose("全市资助人次5.1万人次，比上年增加2000人次，同比增长4.08%。")),
            (Lines{"5.1万人次 = 全市 aid_person_times", "2000人次 ~ student_aid.aid_person_times",
                   "4.08% ~ student_aid.aid_person_times"}));
}

TEST(ReaderPassages, ALevelBehindAChangeIsALevel) {
  EXPECT_EQ(told(read_prose("全市规划建设面积60万平方米，开工面积45万平方米，开工率提高到75%。")),
            (Lines{"60万平方米 = 全市 planned_area", "45万平方米 = 全市 started_area",
                   "75% = 全市 start_rate"}));
}

TEST(ReaderPassages, APersonTimesAStandardIsTheirProduct) {
  EXPECT_EQ(
      told(read_prose("全市按每人3000元标准资助贫困大学生200人，共60万元。")),
      (Lines{"3000元 = 全市 new_undergraduate_standard", "200人 = 全市 new_undergraduates_aided",
             "60万元 = 全市 new_undergraduate_funds"}));
}

TEST(ReaderPassages, OtherPeriodsAreNotBound) {
  EXPECT_EQ(told(read_prose("去年全市竣工面积20万平方米，今年规划建设面积30万平方米。"
                            "全市一季度竣工面积3万平方米。")),
            (Lines{"20万平方米 ? other_period", "30万平方米 = 全市 planned_area",
                   "3万平方米 ? other_period"}));
}

TEST(ReaderPassages, MoneyMeansWhatTheSentenceSpeaksOf) {
  EXPECT_EQ(told(read_prose("全市校舍建设规划投资3.5亿元，已完成投资2.8亿元，投资完成率80%。"
                            "全市规划采购价值2.1亿元，已完成投资1.5亿元。")),
            (Lines{"3.5亿元 = 全市 construction_investment_planned",
                   "2.8亿元 = 全市 construction_investment_completed",
                   "80% = 全市 investment_completion_rate", "2.1亿元 = 全市 procurement_planned",
                   "1.5亿元 = 全市 procurement_completed"}));
}

TEST(ReaderPassages, ACompletionRateIsThatOfTheProgramme) {
  EXPECT_EQ(told(read_prose("全市共有128所农村标准化学校建设任务，竣工90所，完成率70.31%。")),
            (Lines{"128所 = 全市 planned_schools", "90所 = 全市 completed_schools",
                   "70.31% = 全市 completion_rate"}));
}

TEST(ReaderPassages, TheVerbAloneMeansAnAreaWhereAnAreaFollows) {
  EXPECT_EQ(
      told(read_prose("全市全面改薄项目已开工60.16万平方米，开工率27.85%，已竣工41.08万平方米。"
                      "全市有50所农村标准化学校建设任务，已开工30所。")),
      (Lines{"60.16万平方米 = 全市 started_area", "27.85% = 全市 start_rate",
             "41.08万平方米 = 全市 completed_area", "50所 = 全市 planned_schools",
             "30所 = 全市 started_schools"}));
}

TEST(ReaderPassages, APartThatTheCatalogueHasNoNameForIsNotItsWhole) {
  EXPECT_EQ(told(read_prose("全市发放资助资金1052.3万元。其中，学前教育发放资助资金129.8万元。")),
            (Lines{"1052.3万元 = 全市 aid_funds_paid", "129.8万元 ? restricted"}));
}

TEST(ReaderPassages, AYearThatBeginsASentenceHoldsForItsParagraph) {
  const BulletinText read = read_prose(
      "2018年，全市竣工面积20万平方米。全市开工面积45万平方米。\n全市规划建设面积60万平方米。");
  ASSERT_EQ(read.facts().size(), 3U);
  EXPECT_EQ(read.facts()[0].period, Period::parse("2018年"));
  EXPECT_EQ(read.facts()[1].period, Period::parse("2018年"));
  EXPECT_EQ(read.facts()[2].period, std::nullopt);
}

TEST(ReaderPassages, AShortNameNeedsItsProgramme) {
  EXPECT_EQ(
      told(read_prose("全市课桌凳3万套，竣工率63.8%，普通高中12万人。")),
      (Lines{"3万套 ? programme_unclear", "63.8% ? ambiguous", "12万人 ? programme_unclear"}));
}

TEST(ReaderPassages, AGroupEndsWithItsHalfOfTheSentence) {
  EXPECT_EQ(told(read_prose("全市规划建设面积60万平方米，其中3个贫困县规划建设面积20万平方米；"
                            "开工面积45万平方米；全市竣工面积30万平方米。")),
            (Lines{"60万平方米 = 全市 planned_area", "3个 = 全市>3个贫困县 scope_size",
                   "20万平方米 = 全市>3个贫困县 planned_area", "45万平方米 ? scope_unclear",
                   "30万平方米 = 全市 completed_area"}));
}

TEST(ReaderPassages, ANameAroundItsFigureAndThePlaceItComesFrom) {
  EXPECT_EQ(
      told(read_prose("全市从市直学校选派62名优秀教师到山区任教；在4个贫困县选拔30名乡村校长。")),
      (Lines{"62名 = 全市>市直学校 teachers_seconded", "4个 = 全市>4个贫困县 scope_size",
             "30名 = 全市>4个贫困县 rural_principals_trained"}));
}

TEST(ReaderPassages, FiguresWithoutANameAreListed) {
  EXPECT_EQ(told(read_prose("全市教育经费总投入达23.4亿元，参会120人。")),
            (Lines{"23.4亿元 ? no_item", "120人 ? no_item"}));
}

TEST(ReaderPassages, QualifiersAndFullWidthBelongToTheFigure) {
  const BulletinText text = read_prose("规划建设面积约１２.２万㎡，开工面积近10万平方米。");
  ASSERT_EQ(text.facts().size(), 2U);
  EXPECT_EQ(std::get<Figure>(text.facts()[0].figure).value(), Rational(122000));
  EXPECT_EQ(std::get<Figure>(text.facts()[1].figure).qualifier(), Qualifier::near);
  EXPECT_EQ(text.readings()[1].text, "近10万平方米");
}

// What is no statistic.

TEST(Reader, DigitsWithAUnitInLatinLettersAreNoTelephone) {
  EXPECT_EQ(kinds(read_prose("购置数字教育资源4409876GB。")), (Lines{"4409876GB statistic"}));
}

TEST(Reader, TellsYearsDocumentsTelephonesAndSections) {
  EXPECT_EQ(
      kinds(read_prose("1.根据〔2016〕35号文件，第2次会议于2016年5月3日召开，历时3天，"
                       "电话0310-3113456。")),
      (Lines{"1 section_number", "2016 date", "35号 document_number", "2 ordinal", "2016年 date",
             "5月 date", "3日 date", "3天 duration", "0310-3113456 phone_number"}));
}

TEST(Reader, RangesOfYearsNameAProgramme) {
  EXPECT_EQ(
      kinds(read_prose("2014-2018年全面改薄，2016—2017学年，计划（20xx-2020）")),
      (Lines{"2014 date", "2018年 date", "2016 date", "2017 date", "20xx date", "2020 date"}));
}

TEST(Reader, ChineseNumeralsAreFiguresWhereTheyCount) {
  EXPECT_EQ(kinds(read_prose("不让一所学校掉队，资助人次三十四万人次，十三五时期，千方百计")),
            (Lines{"一所 word", "三十四万人次 statistic"}));
}

// Places, periods, scopes.

TEST(Reader, BytesAndCharactersSayWhereAFigureStands) {
  const std::string text = "全市\n规划建设面积176.4万平方米。";
  const BulletinText found = read_prose(text);
  const Reading& reading = found.readings().front();
  EXPECT_EQ(reading.character_begin, 9U);
  EXPECT_EQ(reading.character_end, 18U);
  EXPECT_EQ(reading.byte_begin, 25U);
  EXPECT_EQ(text.substr(reading.byte_begin, reading.byte_end - reading.byte_begin),
            "176.4万平方米");
  EXPECT_EQ(found.facts().front().place.line, 2U);
  EXPECT_EQ(found.facts().front().place.column, 7U);
}

TEST(Reader, BytesAndCharactersSayWhereItsSentenceStands) {
  const std::string text = "改薄通报。全市竣工面积85万平方米！开工率63.82%\n完毕";
  const BulletinText all = read_prose(text);
  std::vector<std::string> sentences;
  for (const Reading& reading : all.readings()) {
    const std::size_t begin = reading.sentence_byte_begin;
    sentences.push_back(text.substr(begin, reading.sentence_byte_end - begin));
    EXPECT_LE(reading.sentence_character_begin, reading.character_begin);
    EXPECT_GE(reading.sentence_character_end, reading.character_end);
  }
  EXPECT_EQ(sentences, (std::vector<std::string>{"全市竣工面积85万平方米", "开工率63.82%"}));
  EXPECT_EQ(all.readings()[0].sentence_character_begin, 5U);
  EXPECT_EQ(all.readings()[0].sentence_character_end, 17U);
}

TEST(Reader, ASentenceIsCutFarFromItsFigure) {
  const BulletinText all = read_prose(std::string(6000, ',') + "竣工面积85万平方米");
  EXPECT_EQ(all.readings()[0].sentence_character_begin, 4004U);
}

TEST(Reader, ThePeriodOfTheTextIsTheFirstThatItStates) {
  const BulletinText text =
      read_prose("截至2016年11月底，全市竣工面积85万平方米。2015年竣工面积40万平方米。");
  EXPECT_EQ(text.period(), Period::instant(2016, 11));
  EXPECT_EQ(text.facts()[0].period, Period::instant(2016, 11));
  EXPECT_EQ(text.facts()[1].period, Period::year(2015));
}

TEST(Reader, TheYearOfTheTextIsItsPeriod) {
  const BulletinText text =
      read_prose("截至2016年11月底，开工面积50万平方米。2016年竣工面积40万平方米。");
  EXPECT_EQ(text.facts()[1].period, Period::instant(2016, 11));
}

TEST(Reader, AMonthWithoutAYearIsTakenFromTheCaller) {
  EXPECT_EQ(read_prose("截至11月底，竣工面积85万平方米。").facts()[0].period, std::nullopt);
  const BulletinText::Options options{.period = Period::instant(2016, 11)};
  EXPECT_EQ(read_prose("截至11月底，竣工面积85万平方米。", options).facts()[0].period,
            Period::instant(2016, 11));
}

TEST(Reader, TheRegionIsTheWhole) {
  const BulletinText::Options options{.region = Scope::parse("邯郸市")};
  EXPECT_EQ(
      told(read_prose("我市竣工面积85万平方米，其中魏县5万平方米。", options)),
      (Lines{"85万平方米 = 邯郸市 completed_area", "5万平方米 = 邯郸市>魏县 completed_area"}));
}

TEST(Reader, ListedRegionsAreKnownAnywhere) {
  const BulletinText::Options options{.regions = {"冀南新区"}};
  EXPECT_EQ(told(read_prose("全市通报。到年底冀南新区竣工面积5万平方米。", options)),
            (Lines{"5万平方米 = 全市>冀南新区 completed_area"}));
}

TEST(Reader, SeveralCataloguesAreOneLexicon) {
  const std::vector<Catalogue> catalogues{Catalogue::builtin("school_improvement"),
                                          Catalogue::builtin("student_loans")};
  const BulletinText text = read_bulletin(
      "全市规划建设面积30万平方米，办理贷款人数7012人，资助人次5万人次。", catalogues, {});
  EXPECT_EQ(told(text), (Lines{"30万平方米 = 全市 planned_area", "7012人 = 全市 borrowers",
                               "5万人次 ? no_item"}));
}

TEST(Reader, NamesTheReasonInBothLanguages) {
  const BulletinText text = read_prose("全市未竣工面积3.2万平方米。");
  const Reading& reading = text.readings().front();
  EXPECT_EQ(reading.explain(Language::zh),
            "3.2万平方米：统计数，没有归入指标：名称前的词改变了它的含义"
            "（school_improvement.completed_area）");
  EXPECT_NE(reading.explain(Language::en).find("change its meaning"), std::string::npos);
  EXPECT_EQ(reading.context, "全市未竣工面积3.2万平方米");
}

TEST(Reader, InvalidTextIsRefusedWithItsPlace) {
  try {
    read_prose("全市\n竣工\xFF");
    FAIL();
  } catch (const ParseError& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_utf8);
    EXPECT_EQ(error.place().line, 2U);
  }
}

TEST(Reader, AnEmptyTextHasNoFigures) {
  EXPECT_TRUE(read_prose("").readings().empty());
}

TEST(Reader, TooLongATextIsRefused) {
  EXPECT_THROW(read_prose(std::string((16U << 20U) + 1, '1')), LimitError);
}

}  // namespace
}  // namespace edustat
