// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/slip.hpp"

#include "edustat/audit/hypothesis.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat {
namespace {

std::vector<std::string> texts(const std::vector<Slip>& found) {
  std::vector<std::string> result;
  for (const Slip& slip : found) {
    result.push_back(std::string(name_of(slip.kind)) + " " + slip.figure.text());
  }
  return result;
}

std::vector<Slip> mend(const char* printed, const char* allowed) {
  const Figure figure(printed);
  return slips(figure, Interval::parse(allowed), figure.unit());
}

TEST(Slips, GivesNothingForAPrintThatNeedsNoMending) {
  EXPECT_TRUE(mend("63.82%", "[0.6381, 0.6383]").empty());
}

TEST(Slips, ProposesTheUnitOfTheItemWhereOnlyTheKindDiffers) {
  const auto found = slips(Figure("770人"), Interval::parse("[700, 800]"), Unit::parse("人次"));
  EXPECT_EQ(texts(found), std::vector<std::string>{"unit 770人次"});
}

TEST(Slips, PutsTransposedDigitsBeforeMistypedOnes) {
  // 4573 printed as 4753: no other single digit gives 4573.
  EXPECT_EQ(texts(mend("4753人次", "[4573, 4573]")),
            std::vector<std::string>{"transposed 4573人次"});
}

TEST(Slips, FindsTheScaleWord) {
  const auto found = mend("176.4亿平方米", "[1763000, 1765000]");
  EXPECT_EQ(texts(found), std::vector<std::string>{"scale_word 176.4万平方米"});
}

TEST(Slips, FindsTheUnitOfLand) {
  // 300亩 are 200000平方米, so 20公顷.
  EXPECT_EQ(texts(mend("20亩", "[199000, 201000]")).front(), "unit 20公顷");
}

TEST(Slips, FindsAMovedPoint) {
  EXPECT_EQ(texts(mend("6.382%", "[0.63815, 0.63825]")),
            std::vector<std::string>{"decimal_point 63.82%"});
}

TEST(Slips, FindsADroppedDigitAndADoubledOne) {
  EXPECT_EQ(texts(mend("1293人", "[12993, 12993]")), std::vector<std::string>{"dropped 12993人"});
  EXPECT_EQ(texts(mend("1299人", "[12993, 12993]")), std::vector<std::string>{"dropped 12993人"});
  EXPECT_EQ(texts(mend("129933人", "[12993, 12993]")), std::vector<std::string>{"doubled 12993人"});
}

TEST(Slips, FindsALostSign) {
  EXPECT_EQ(texts(mend("2.00%", "[-0.0201, -0.0199]")).front(), "sign -2.00%");
}

TEST(Slips, ReadsACutFigureByItsOwnRule) {
  // 112/176.4 is 63.49..: 63.4% is cut, not rounded.
  const auto found = mend("63.4%", "[0.6347, 0.6349]");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().kind, Slip::Kind::rounding);
  EXPECT_EQ(found.front().precision, Precision::truncated);
  EXPECT_EQ(found.front().interval, Interval::parse("[0.634, 0.635)"));
}

TEST(Slips, ReadsAWholeCountAsRoundedToHundreds) {
  const auto found = mend("62200人次", "[62185, 62185]");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().kind, Slip::Kind::rounding);
  EXPECT_EQ(found.front().figure.last_place(), Rational(100));
}

TEST(Slips, LeavesMasksAndApproximateWordsAlone) {
  EXPECT_TRUE(mend("xx4万元", "[1, 2]").empty());
  EXPECT_TRUE(mend("约12万元", "[1, 2]").empty());
}

TEST(Slips, CountsNoHalfHeads) {
  // 1234.5人 would fit.
  EXPECT_TRUE(mend("12345人", "[1234, 1235]").empty());
}

TEST(Slips, EveryCorrectionMeetsWhatIsAllowed) {
  const Interval allowed = Interval::parse("[1000, 2000]");
  for (const Slip& slip : mend("176.4万平方米", "[1000, 2000]")) {
    EXPECT_TRUE(slip.interval.intersect(allowed)) << slip.figure.text();
  }
}

TEST(Slips, ExplainsItselfInBothLanguages) {
  const auto found = mend("4753人次", "[4573, 4573]");
  EXPECT_EQ(found.front().explain(Language::zh),
            "相邻两位颠倒：印作 4753人次，应为 4573人次；可能取值 [4573, 4573]；权重 1/25");
  EXPECT_EQ(
      found.front().explain(Language::en),
      "two neighbouring digits transposed: printed 4753人次, should be 4573人次; it can stand "
      "for [4573, 4573]; weight 1/25");
}

Fact fact(const char* item, const char* scope, const char* figure) {
  return {.item = item, .scope = Scope::parse(scope), .figure = Figure(figure)};
}

TEST(Hypotheses, NamesTheOtherDenominator) {
  // 85/112 is 75.89%, printed as the rate over the plan, which is 48.19%.
  const Bulletin bulletin({fact("school_improvement.planned_area", "邯郸市", "176.4万平方米"),
                           fact("school_improvement.started_area", "邯郸市", "112万平方米"),
                           fact("school_improvement.completed_area", "邯郸市", "85万平方米"),
                           fact("school_improvement.start_rate", "邯郸市", "63.5%"),
                           fact("school_improvement.completion_rate", "邯郸市", "75.89%")});
  const Catalogue catalogue = Catalogue::builtin("school_improvement");
  const auto found = hypotheses(bulletin, catalogue, suspects(bulletin, catalogue));
  bool is_named = false;
  for (const Hypothesis& one : found) {
    if (one.slip.kind != Slip::Kind::other_denominator) continue;
    is_named = true;
    EXPECT_EQ(one.fact, 4U);
    EXPECT_EQ(one.others, std::vector<std::size_t>{1U});
    EXPECT_TRUE(one.slip.interval.intersect(Interval::parse("[0.478, 0.485]")));
  }
  EXPECT_TRUE(is_named);
}

TEST(Hypotheses, NamesTheMeanOfRates) {
  // 10/100 and 90/100 of 1000: together 910/1100, but (10% + 90%) / 2 is 50%.
  const Bulletin bulletin({fact("school_improvement.planned_area", "甲市", "1100平方米"),
                           fact("school_improvement.started_area", "甲市", "910平方米"),
                           fact("school_improvement.start_rate", "甲市", "50%"),
                           fact("school_improvement.start_rate", "甲市>乙县", "10%"),
                           fact("school_improvement.start_rate", "甲市>丙县", "90%")});
  const Catalogue catalogue = Catalogue::builtin("school_improvement");
  const auto found = hypotheses(bulletin, catalogue, suspects(bulletin, catalogue));
  bool is_named = false;
  for (const Hypothesis& one : found) {
    if (one.slip.kind != Slip::Kind::mean_of_rates) continue;
    is_named = true;
    EXPECT_EQ(one.others, (std::vector<std::size_t>{3U, 4U}));
    EXPECT_EQ(one.slip.figure.text(), "83%");
  }
  EXPECT_TRUE(is_named);
}

TEST(Suspects, AreOnlyFactsThatStandInEveryContradictedRelation) {
  // Both rates contradict the plan: it is the only common figure.
  const Bulletin bulletin({fact("school_improvement.planned_area", "邯郸市", "167.4万平方米"),
                           fact("school_improvement.started_area", "邯郸市", "112万平方米"),
                           fact("school_improvement.completed_area", "邯郸市", "85万平方米"),
                           fact("school_improvement.start_rate", "邯郸市", "63.5%"),
                           fact("school_improvement.completion_rate", "邯郸市", "48.2%")});
  const Catalogue catalogue = Catalogue::builtin("school_improvement");
  const auto alone = suspects(bulletin, catalogue);
  ASSERT_EQ(alone.size(), 1U);
  EXPECT_EQ(alone.front().fact, 0U);
  EXPECT_TRUE(alone.front().allowed.contains(Rational(1764000)));
  EXPECT_EQ(hypotheses(bulletin, catalogue, alone).front().slip.figure.text(), "176.4万平方米");
}

TEST(Hypotheses, OfHandanBeginWithAnAreaThatWasCut) {
  // 63.82% of 176.4万 is 112.58万: 112万 when it is cut.
  const Bulletin bulletin =
      Bulletin::read_csv(std::string(EDUSTAT_PROJECT_ROOT) + "/examples/handan/facts.csv");
  const Catalogue catalogue = Catalogue::builtin("education");
  const auto found = hypotheses(bulletin, catalogue, suspects(bulletin, catalogue));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().fact, 1U);
  EXPECT_EQ(found.front().slip.kind, Slip::Kind::rounding);
  EXPECT_EQ(found.front().slip.precision, Precision::truncated);
}

TEST(Hypotheses, RefusesAFactThatTheBulletinDoesNotHave) {
  const Bulletin bulletin({fact("school_improvement.planned_area", "邯郸市", "167.4万平方米")});
  const std::vector<Suspect> none{{7, Interval::everything()}};
  EXPECT_THROW((void)hypotheses(bulletin, Catalogue::builtin("school_improvement"), none),
               StructureError);
}

}  // namespace
}  // namespace edustat
