// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/series.hpp"

#include "edustat/audit/audit.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat {
namespace {

Catalogue finance() {
  return Catalogue::parse(R"(
format  = 1
id      = "finance"
edition = "1"
label   = { zh = "经费", en = "finance" }
source  = "made for the tests"

[measure.funds]
label   = { zh = "经费", en = "funds" }
unit    = "元"
regions = "sum"
time    = "flow"
source  = "test"

[measure.spent]
label   = { zh = "支出", en = "spent" }
unit    = "元"
regions = "sum"
time    = "cumulative"
origin  = "year"
source  = "test"

[measure.plan]
label   = { zh = "规划", en = "plan" }
unit    = "平方米"
regions = "sum"
time    = "plan"
source  = "test"

[indicator.increase]
label   = { zh = "增加额", en = "increase" }
formula = "funds - funds@-1y"
unit    = "元"
places  = 0
source  = "test"

[indicator.growth]
label   = { zh = "增长率", en = "growth" }
formula = "(funds - funds@-1y) / funds@-1y"
unit    = "%"
places  = 2
source  = "test"
)",
                          "finance.toml");
}

Fact reported(const char* item, const char* period, const char* figure, const char* vintage = "") {
  return {.item = item,
          .scope = Scope::parse("甲市"),
          .period = Period::parse(period),
          .figure = Figure(figure),
          .vintage = vintage};
}

SeriesAudit run(std::vector<std::vector<Fact>> series) {
  std::vector<Bulletin> bulletins;
  for (std::vector<Fact>& facts : series) bulletins.emplace_back(std::move(facts));
  return audit_series(bulletins, finance());
}

const SeriesAudit::Narrowed& narrowed(const SeriesAudit& found, std::size_t bulletin,
                                      std::size_t number) {
  for (const SeriesAudit::Narrowed& one : found.narrowed) {
    if (one.source == SeriesAudit::Source{bulletin, number}) return one;
  }
  throw std::out_of_range("not narrowed");
}

TEST(AuditSeries, GrowthAndIncreaseNarrowTheLevel) {
  // 2.76亿, up by 539.40万 or 2.00%. The base is at most 5394050 / 0.01995, so this year's is at
  // most 5394050 * (1 + 20000/399) = 275772496.8...; 2.755亿 is the print's own end.
  const SeriesAudit found =
      run({{reported("funds", "2016年", "2.76亿元"), reported("increase", "2016年", "539.40万元"),
            reported("growth", "2016年", "2.00%")}});
  EXPECT_EQ(found.verdict(), Verdict::consistent);
  const SeriesAudit::Narrowed& level = narrowed(found, 0, 0);
  EXPECT_EQ(level.interval.low().value, Rational(275500000));
  EXPECT_EQ(level.interval.high().value, Rational(5394050) * Rational(20399) / Rational(399));
  EXPECT_EQ(level.interval.high().value->floor(), Rational(275772496));
  EXPECT_EQ(level.printed, Interval::closed(Rational(275500000), Rational(276500000)));
}

TEST(AuditSeries, LastYearsBulletinNarrowsThisYears) {
  // 100.45万 to 100.55万 up by 9.995% to 10.005% is at most 110.61万; 111万 alone is 110.5 to
  // 111.5.
  const SeriesAudit found =
      run({{reported("funds", "2015年", "100.5万元")},
           {reported("funds", "2016年", "111万元"), reported("growth", "2016年", "10.00%")}});
  EXPECT_EQ(found.verdict(), Verdict::consistent);
  EXPECT_EQ(narrowed(found, 1, 0).interval.high().value,
            Rational(1005500) * Rational(110005) / Rational(100000));
}

TEST(AuditSeries, AGrowthThatTheLevelsDoNotAllowIsImpossible) {
  const SeriesAudit found =
      run({{reported("funds", "2015年", "100万元")},
           {reported("funds", "2016年", "120万元"), reported("growth", "2016年", "10.00%")}});
  EXPECT_EQ(found.verdict(), Verdict::impossible);
  ASSERT_EQ(found.remarks.size(), 1U);
  EXPECT_EQ(found.remarks[0].kind, SeriesAudit::Kind::growth);
  EXPECT_EQ(found.remarks[0].facts.size(), 3U);
}

TEST(AuditSeries, AnIncreaseIsTheDifferenceOfTwoBulletins) {
  const SeriesAudit found =
      run({{reported("funds", "2015年", "100万元")},
           {reported("funds", "2016年", "120万元"), reported("increase", "2016年", "25万元")}});
  EXPECT_EQ(found.verdict(), Verdict::impossible);
  EXPECT_EQ(found.remarks[0].kind, SeriesAudit::Kind::formula);
}

TEST(AuditSeries, AYearToDateFigureDoesNotFall) {
  const SeriesAudit found = run({{reported("spent", "2016年1月-2016年6月", "50万元")},
                                 {reported("spent", "2016年1月-2016年9月", "48万元")}});
  ASSERT_EQ(found.remarks.size(), 1U);
  EXPECT_EQ(found.remarks[0].kind, SeriesAudit::Kind::cumulative);
  EXPECT_EQ(found.verdict(), Verdict::impossible);
}

TEST(AuditSeries, AFallWithinRoundingIsNone) {
  // 50.2万 was rounded to 50.2, 50万 to 50: both can be 50.3.
  EXPECT_EQ(run({{reported("spent", "2016年1月-2016年6月", "50.2万元")},
                 {reported("spent", "2016年1月-2016年9月", "50万元")}})
                .verdict(),
            Verdict::consistent);
}

TEST(AuditSeries, ANewYearStartsAgain) {
  EXPECT_TRUE(run({{reported("spent", "2016年1月-2016年12月", "50万元")},
                   {reported("spent", "2017年1月-2017年6月", "20万元")}})
                  .remarks.empty());
}

TEST(AuditSeries, AnotherValueInALaterBulletinIsARevisionWithItsVintages) {
  const SeriesAudit found = run({{reported("funds", "2015年", "100万元", "快报")},
                                 {reported("funds", "2015年", "103万元", "年报")}});
  ASSERT_EQ(found.remarks.size(), 1U);
  EXPECT_EQ(found.remarks[0].kind, SeriesAudit::Kind::revision);
  EXPECT_EQ(found.remarks[0].vintages.size(), 2U);
  EXPECT_EQ(found.verdict(), Verdict::consistent);
}

TEST(AuditSeries, ALaterPrintWithMorePlacesNarrowsTheEarlierOne) {
  const SeriesAudit found =
      run({{reported("funds", "2015年", "1.0亿元")}, {reported("funds", "2015年", "10321万元")}});
  EXPECT_EQ(found.remarks[0].kind, SeriesAudit::Kind::restatement);
  EXPECT_EQ(narrowed(found, 0, 0).interval,
            Interval::closed(Rational(103205000), Rational(103215000)));
}

TEST(AuditSeries, APlanThatChangesIsNamed) {
  const SeriesAudit found = run({{reported("plan", "2014-2018年", "176.4万平方米")},
                                 {reported("plan", "2014-2018年", "180万平方米")}});
  ASSERT_EQ(found.remarks.size(), 1U);
  EXPECT_EQ(found.remarks[0].kind, SeriesAudit::Kind::plan_change);
}

TEST(AuditSeries, PlansOfDifferentYearsAreDifferentPlans) {
  EXPECT_TRUE(
      run({{reported("plan", "2015年", "10万平方米")}, {reported("plan", "2016年", "12万平方米")}})
          .remarks.empty());
}

TEST(AuditSeries, FactsWithoutPeriodMeetNoOtherBulletin) {
  Fact undated{.item = "funds", .scope = Scope::parse("甲市"), .figure = Figure("1万元")};
  Fact again{.item = "funds", .scope = Scope::parse("甲市"), .figure = Figure("2万元")};
  const SeriesAudit found = run({{undated}, {again}});
  EXPECT_TRUE(found.remarks.empty());
  EXPECT_EQ(found.undated.size(), 2U);
}

Fact rate(const char* scope, const char* figure) {
  return {.item = "school_improvement.start_rate",
          .scope = Scope::parse(scope),
          .figure = Figure(figure)};
}

Verdict verdict_of_rates(const char* whole, const char* group, const char* rest) {
  return audit(Bulletin({rate("邯郸市", whole), rate("邯郸市>7个扶贫县", group),
                         rate("邯郸市>!7个扶贫县", rest)}),
               Catalogue::builtin("school_improvement"), {.as_of = "2016-12-31"})
      .verdict();
}

TEST(AuditOfRates, AWholeOutsideTheRatesOfItsPartsIsImpossibleWithoutAnyDenominator) {
  EXPECT_EQ(verdict_of_rates("70%", "50%", "60%"), Verdict::impossible);
  EXPECT_EQ(verdict_of_rates("40%", "50%", "60%"), Verdict::impossible);
  EXPECT_EQ(verdict_of_rates("55%", "50%", "60%"), Verdict::consistent);
}

TEST(AuditOfRates, APartThatMayLieFartherOutIsTheOneThatCounts) {
  // 60.2% is the lowest print, but about 70%, a ten more or less, may be 60%.
  EXPECT_EQ(verdict_of_rates("60.05%", "60.2%", "约70%"), Verdict::consistent);
}

TEST(AuditSeries, AHardRelationHoldsAcrossBulletins) {
  // Completed is at most started, of the same date.
  const auto of = [](const char* item, const char* figure) {
    return Bulletin({Fact{.item = item,
                          .scope = Scope::parse("邯郸市"),
                          .period = Period::parse("截至2016年11月底"),
                          .figure = Figure(figure)}});
  };
  const std::vector<Bulletin> series{of("school_improvement.started_area", "112万平方米"),
                                     of("school_improvement.completed_area", "130万平方米")};
  const SeriesAudit found = audit_series(series, Catalogue::builtin("school_improvement"));
  ASSERT_EQ(found.remarks.size(), 1U);
  EXPECT_EQ(found.remarks[0].kind, SeriesAudit::Kind::formula);
  EXPECT_EQ(found.verdict(), Verdict::impossible);
}

TEST(AuditOfRates, TouchingRoundedRatesAreConsistent) {
  // 60.5% may be printed as 60% and as 61%.
  EXPECT_EQ(verdict_of_rates("61%", "50%", "60%"), Verdict::consistent);
}

}  // namespace
}  // namespace edustat
