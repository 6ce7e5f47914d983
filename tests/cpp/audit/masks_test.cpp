// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/masks.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat {
namespace {

Fact fact(const char* item, const char* figure) {
  return {.item = item, .scope = Scope::parse("邯郸市"), .figure = Figure(figure)};
}

Bulletin aid() {
  return Bulletin({fact("student_aid.new_undergraduate_standard", "4000元"),
                   fact("student_aid.new_undergraduates_aided", "410人"),
                   fact("student_aid.new_undergraduate_funds", "xx4万元")});
}

Masks handan(std::string text = {}) {
  const std::string path = std::string(EDUSTAT_PROJECT_ROOT) + "/examples/handan/facts.csv";
  return masks(Bulletin::read_csv(path), Catalogue::builtin("education"),
               {.text = std::move(text)});
}

std::vector<std::string> digits_of(const Masks& found) {
  std::vector<std::string> digits;
  for (const Masks::Substitution& one : found.common) digits.push_back(one.digits);
  return digits;
}

const Masks::Masked& of(const Masks& found, const std::string& print) {
  for (const Masks::Masked& one : found.masked) {
    if (one.figure.text() == print) return one;
  }
  throw std::out_of_range(print);
}

TEST(Masks, AStandardTimesHeadsForcesTheFunds) {
  // 4000 x 410 = 1640000
  const Masks found = masks(aid(), Catalogue::builtin("student_aid"));
  ASSERT_EQ(found.masked.size(), 1U);
  const Masks::Masked& funds = found.masked.front();
  EXPECT_TRUE(funds.is_forced());
  EXPECT_EQ(funds.prints, std::vector<std::string>{"164万元"});
  EXPECT_EQ(funds.values, std::vector<Rational>{Rational(1640000)});
  EXPECT_EQ(funds.fillings, 100U);
}

TEST(Masks, NamesTheRelationThatForcesThem) {
  const Masks found = masks(aid(), Catalogue::builtin("student_aid"));
  ASSERT_EQ(found.masked.front().reasons.size(), 1U);
  const Masks::Reason& reason = found.masked.front().reasons.front();
  EXPECT_EQ(reason.allowed, Interval::closed(Rational(1640000), Rational(1640000)));
  EXPECT_EQ(reason.facts.size(), 3U);
}

TEST(Masks, LeavesTheFactsAsPrinted) {
  const Bulletin bulletin = aid();
  const Masks found = masks(bulletin, Catalogue::builtin("student_aid"));
  EXPECT_TRUE(std::get<Figure>(bulletin.facts()[2].figure).is_masked());
  EXPECT_TRUE(found.masked.front().figure.is_masked());
}

TEST(Masks, OfHandanAreAllSixteen) {
  EXPECT_EQ(digits_of(handan()), std::vector<std::string>{"16"});
}

TEST(Masks, OfTheHandanPartitionAreBoundedByTheTotal) {
  // 1.6万 is at most 16500, and the other kinds are 15866: at most 634 are left.
  const Masks found = handan();
  const Masks::Masked& heads = of(found, "xx5人次");
  EXPECT_EQ(heads.prints.front(), "005人次");
  EXPECT_EQ(heads.prints.back(), "625人次");
  EXPECT_EQ(heads.prints.size(), 63U);
}

TEST(Masks, OfAPartAreAtMostTheWhole) {
  // xx57 of 2999 heads: 57, 157, ... 2957.
  const Masks found = handan();
  EXPECT_EQ(of(found, "xx57名").prints.size(), 30U);
  EXPECT_EQ(of(found, "xx57名").prints.back(), "2957名");
}

TEST(Masks, CountsTheMasksOfTheText) {
  const Masks found = handan("20xx-2018年全面改薄，20xx年，图书6xx万册，(20xx-2020)");
  ASSERT_EQ(found.patterns.size(), 4U);
  EXPECT_EQ(found.patterns[0].range, "20xx-2018");
  EXPECT_EQ(found.patterns[1].range, "");
  EXPECT_EQ(found.common.front().in_text, 4U);
  EXPECT_EQ(digits_of(found), std::vector<std::string>{"16"});
}

TEST(Masks, ARangeOfYearsDoesNotEndBeforeItBegins) {
  const Bulletin none{std::vector<Fact>()};
  const Masks found =
      masks(none, Catalogue::builtin("student_aid"), {.text = "2014-20xx年，20xx-2018年"});
  // 14, 15, 16, 17, 18
  EXPECT_EQ(digits_of(found), (std::vector<std::string>{"14", "15", "16", "17", "18"}));
}

TEST(Masks, WordsWithAnXAreNoMasks) {
  const Bulletin none{std::vector<Fact>()};
  const Masks found = masks(none, Catalogue::builtin("student_aid"), {.text = "Excel 2016, docx"});
  EXPECT_TRUE(found.patterns.empty());
  EXPECT_TRUE(found.common.empty());
}

TEST(Masks, NoSubstitutionSurvivesWhereTwoFiguresDisagree) {
  // 164万元 here, and of 12 heads at most xx may be counted there.
  const Bulletin bulletin({fact("student_aid.new_undergraduate_standard", "4000元"),
                           fact("student_aid.new_undergraduates_aided", "410人"),
                           fact("student_aid.new_undergraduate_funds", "xx4万元"),
                           fact("fee_exemption.exempt_senior_high", "12名"),
                           fact("fee_exemption.exempt_senior_high_disabled", "xx名")});
  EXPECT_TRUE(masks(bulletin, Catalogue::builtin("education")).common.empty());
}

TEST(Masks, ExplainThemselves) {
  const std::string text = masks(aid(), Catalogue::builtin("student_aid")).explain(Language::en);
  EXPECT_NE(text.find("xx4万元: fillings that fit 1/100, 164万元"), std::string::npos) << text;
  EXPECT_NE(text.find("everywhere: 16"), std::string::npos) << text;
}

}  // namespace
}  // namespace edustat
