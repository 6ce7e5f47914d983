// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/reconcile.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace edustat {
namespace {

using Numbers = std::vector<std::size_t>;

Unknown exactly(const char* name, long long value) {
  Unknown unknown;
  unknown.name = name;
  unknown.print = Interval::exactly(Rational(value));
  return unknown;
}

Unknown hidden(const char* name) {
  Unknown unknown;
  unknown.name = name;
  return unknown;
}

Unknown printed(const char* name, const char* figure, Precision precision = Precision::nearest) {
  Unknown unknown = hidden(name);
  unknown.print = Figure(figure).interval(precision);
  return unknown;
}

std::vector<Relation> relations(std::initializer_list<const char*> texts) {
  std::vector<Relation> all;
  for (const char* text : texts) all.emplace_back(text);
  return all;
}

Bulletin handan() {
  return Bulletin::read_csv(std::string(EDUSTAT_PROJECT_ROOT) + "/examples/handan/facts.csv");
}

TEST(Joint, ThreeSumsThatPassAloneContradictOneAnother) {
  // b + c = 1, a + c = 1 and a + b = 3 give a = b = 3/2 and c = -1/2.
  const std::vector<Unknown> numbers{exactly("a", 1), exactly("b", 1), exactly("c", 1)};
  const Joint joint = reconcile(numbers, relations({"a + b == 3", "a + c == 1", "b + c == 1"}));
  EXPECT_EQ(joint.verdict, Verdict::impossible);
  // c = 1 alone is out, and so are a = 1 and b = 1.
  ASSERT_EQ(joint.conflicts.size(), 3U);
  EXPECT_EQ(joint.conflicts[0].numbers, (Numbers{0}));
  EXPECT_EQ(joint.conflicts[0].relations, (Numbers{0, 1, 2}));
  EXPECT_TRUE(joint.is_complete);
}

TEST(Joint, ThreePrintedSumsOfOneEachContradictTheOddOne) {
  // A=B=C=1 with the sums printed: only A+B=3 is out, with A and B.
  const std::vector<Unknown> numbers{exactly("a", 1),  exactly("b", 1),  exactly("c", 1),
                                     exactly("ab", 3), exactly("ac", 2), exactly("bc", 2)};
  const Joint joint = reconcile(numbers, relations({"ab == a + b", "ac == a + c", "bc == b + c"}));
  EXPECT_EQ(joint.verdict, Verdict::impossible);
  ASSERT_FALSE(joint.conflicts.empty());
  EXPECT_EQ(joint.conflicts[0].numbers, (Numbers{0, 1, 3}));
  EXPECT_EQ(joint.conflicts[0].relations, (Numbers{0}));
  EXPECT_EQ(joint.conflicts.size(), 6U);  // a is also ac - c, b bc - c, and c both
  EXPECT_EQ(joint.least, (std::vector<Numbers>{{3}}));
}

TEST(Joint, ThreeRoundedSumsThatPassAloneContradictOneAnother) {
  // a + b >= 5/2, a + c <= 3/2 and b + c <= 3/2 leave c <= 1/4, which no print of 1 is.
  const std::vector<Unknown> numbers{printed("a", "1"),  printed("b", "1"),  printed("c", "1"),
                                     printed("ab", "3"), printed("ac", "1"), printed("bc", "1")};
  const Joint joint = reconcile(numbers, relations({"ab == a + b", "ac == a + c", "bc == b + c"}));
  EXPECT_EQ(joint.verdict, Verdict::impossible);
  ASSERT_EQ(joint.conflicts.size(), 1U);
  EXPECT_EQ(joint.conflicts[0].numbers, (Numbers{2, 3, 4, 5}));
  EXPECT_EQ(joint.conflicts[0].relations, (Numbers{0, 1, 2}));
}

TEST(Joint, TwoRatesPinAHiddenPlan) {
  // 601500/0.27855 = 2159397.…; 410750/0.19025, 410850/0.19015: the narrower of both ends.
  std::vector<Unknown> numbers{printed("started", "60.16万"), printed("start_rate", "27.85%"),
                               printed("completed", "41.08万"),
                               printed("completion_rate", "19.02%"), hidden("plan")};
  numbers[4].domain = Interval::at_least(Rational(0));
  const Joint joint = reconcile(
      numbers, relations({"start_rate == started / plan", "completion_rate == completed / plan"}));
  EXPECT_EQ(joint.verdict, Verdict::consistent);
  ASSERT_TRUE(joint.intervals[4] && joint.intervals[4]->interval);
  const Interval plan = *joint.intervals[4]->interval;
  EXPECT_EQ(joint.intervals[4]->tightness, Tightness::tight);
  // 601550/0.27855 and 601650/0.27845; 410750/0.19025 and 410850/0.19015
  EXPECT_EQ(plan.low().value, Rational(601550) / Rational::parse("0.27855"));
  EXPECT_EQ(plan.high().value, Rational(410850) / Rational::parse("0.19015"));
}

TEST(Joint, WholeNumbersHaveNoHalves) {
  std::vector<Unknown> numbers{hidden("boys"), exactly("pupils", 7)};
  numbers[0].is_whole = true;
  EXPECT_EQ(reconcile(numbers, relations({"boys + boys == pupils"})).verdict, Verdict::impossible);
  numbers[0].is_whole = false;
  EXPECT_EQ(reconcile(numbers, relations({"boys + boys == pupils"})).verdict, Verdict::consistent);
}

TEST(Joint, AFixedPrintIsInNoConflict) {
  std::vector<Unknown> numbers{exactly("a", 1), exactly("b", 2)};
  numbers[0].is_fixed = true;
  const Joint joint = reconcile(numbers, relations({"a == b"}));
  ASSERT_EQ(joint.conflicts.size(), 1U);
  EXPECT_EQ(joint.conflicts[0].numbers, (Numbers{1}));
  EXPECT_EQ(joint.least, (std::vector<Numbers>{{1}}));
}

TEST(Joint, TheLightestPrintsAreWrong) {
  std::vector<Unknown> numbers{exactly("total", 5), exactly("a", 1), exactly("b", 2)};
  numbers[0].weight = Rational(3);
  numbers[2].weight = Rational(2);
  const Joint joint = reconcile(numbers, relations({"total == a + b"}));
  EXPECT_EQ(joint.least, (std::vector<Numbers>{{1}}));
  EXPECT_EQ(joint.intervals[1]->interval, Interval::exactly(Rational(3)));
}

TEST(Joint, OpenEndsStayOpen) {
  std::vector<Unknown> numbers{hidden("part"), printed("whole", "5", Precision::truncated)};
  numbers[0].domain = Interval::at_least(Rational(0));
  const Joint joint = reconcile(numbers, relations({"part < whole"}));
  EXPECT_EQ(joint.intervals[0]->interval, Interval::parse("[0, 6)"));
}

TEST(Joint, AQuotientByZeroSaysNothing) {
  const std::vector<Unknown> numbers{exactly("rate", 1), exactly("part", 0), exactly("whole", 0)};
  EXPECT_EQ(reconcile(numbers, relations({"rate == part / whole"})).verdict, Verdict::consistent);
}

TEST(Joint, ProductsOfHiddenNumbersAreDecidedToo) {
  // x * y = 6 and x + y = 5 hold for 2 and 3; x * y = 7 and x + y = 5 for no real numbers.
  const std::vector<Unknown> numbers{hidden("x"), hidden("y"), exactly("product", 6),
                                     exactly("sum", 5)};
  const auto both = relations({"product == x * y", "sum == x + y"});
  EXPECT_EQ(reconcile(numbers, both).verdict, Verdict::consistent);
  const std::vector<Unknown> others{hidden("x"), hidden("y"), exactly("product", 7),
                                    exactly("sum", 5)};
  EXPECT_EQ(reconcile(others, both).verdict, Verdict::impossible);
}

TEST(Joint, WithoutTimeItCannotTell) {
  const std::vector<Unknown> numbers{exactly("a", 1), exactly("b", 2)};
  ReconcileOptions options;
  options.time_limit = std::chrono::milliseconds(0);
  const Joint joint = reconcile(numbers, relations({"a == b"}), options);
  EXPECT_EQ(joint.verdict, Verdict::cannot_tell);
  EXPECT_FALSE(joint.is_complete);
}

TEST(Joint, ARelationNamesItsNumbers) {
  const std::vector<Unknown> numbers{exactly("a", 1)};
  EXPECT_THROW((void)reconcile(numbers, relations({"a == b"})), StructureError);
  EXPECT_THROW((void)reconcile(numbers, relations({"a == prev(a)"})), StructureError);
}

std::vector<std::string> prints(const Bulletin& bulletin, const Numbers& facts) {
  std::vector<std::string> texts;
  for (const std::size_t fact : facts) {
    texts.push_back(std::get<Figure>(bulletin.facts()[fact].figure).text());
  }
  return texts;
}

TEST(Reconcile, HandanIsImpossibleWhenRounded) {
  const Bulletin facts = handan();
  const Reconciliation result = reconcile(facts, Catalogue::builtin("education"));
  EXPECT_EQ(result.verdict, Verdict::impossible);
  EXPECT_TRUE(result.is_complete);
  ASSERT_FALSE(result.conflicts.empty());
  EXPECT_EQ(prints(facts, result.conflicts[0].facts),
            (std::vector<std::string>{"176.4万平方米", "112万平方米", "63.82%"}));
  ASSERT_EQ(result.conflicts[0].reasons.size(), 1U);
  EXPECT_EQ(result.conflicts[0].reasons[0].rule, "school_improvement.start_rate");
  ASSERT_FALSE(result.hypotheses.empty());
}

TEST(Reconcile, HandanCanBeTrueWhenCut) {
  ReconcileOptions options;
  options.precision = Precision::truncated;
  const Bulletin facts = handan();
  const Reconciliation result = reconcile(facts, Catalogue::builtin("education"), options);
  EXPECT_EQ(result.verdict, Verdict::consistent);
  for (const Reconciliation::Known& known : result.intervals) {
    if (known.item != "school_improvement.started_area" || known.scope.to_string() != "邯郸市") {
      continue;
    }
    // 0.6382 x 1764000 = 1125784.8; the plan is below 1765000 x 0.6383 = 1126599.5
    ASSERT_TRUE(known.bound && known.bound->interval);
    EXPECT_EQ(known.bound->interval->low().value, Rational::parse("1125784.8"));
    EXPECT_EQ(known.print, Interval::parse("[1120000, 1130000)"));
    EXPECT_TRUE(known.is_narrowed());
    EXPECT_LE(*known.bound->interval->high().value, Rational::parse("1126599.5"));
    EXPECT_GE(*known.bound->interval->high().value, Rational::parse("1126590"));
  }
}

TEST(Reconcile, AHiddenPlanIsAnItemOfItsOwn) {
  const Scope city = Scope::parse("邯郸市");
  const auto fact = [&](const char* item, const char* figure) {
    return Fact{.item = item, .scope = city, .figure = Figure(figure)};
  };
  const Bulletin facts({fact("school_improvement.started_area", "60.16万平方米"),
                        fact("school_improvement.start_rate", "27.85%"),
                        fact("school_improvement.completed_area", "41.08万平方米"),
                        fact("school_improvement.completion_rate", "19.02%")});
  const Reconciliation result = reconcile(facts, Catalogue::builtin("school_improvement"));
  EXPECT_EQ(result.verdict, Verdict::consistent);
  ASSERT_EQ(result.intervals.size(), 5U);
  const Reconciliation::Known& plan = result.intervals.back();
  EXPECT_EQ(plan.item, "school_improvement.planned_area");
  EXPECT_FALSE(plan.fact);
  EXPECT_EQ(plan.bound->interval->low().value, Rational(601550) / Rational::parse("0.27855"));
  EXPECT_EQ(plan.bound->interval->high().value, Rational(410850) / Rational::parse("0.19015"));
  EXPECT_FALSE(plan.print);
  EXPECT_FALSE(plan.is_narrowed());
  EXPECT_EQ(result.intervals[2].print, Interval::closed(Rational(410750), Rational(410850)));
  EXPECT_FALSE(result.intervals[2].is_narrowed());
  // The plan is at least 601550 / 0.27855, so the rate is below what is printed by a little.
  const Reconciliation::Known& rate = result.intervals[3];
  EXPECT_EQ(rate.print, Interval::parse("[0.19015, 0.19025]"));
  EXPECT_TRUE(rate.is_narrowed());
  EXPECT_EQ(rate.bound->interval->high().value,
            Rational(410850) * Rational::parse("0.27855") / 601550);
}

TEST(Reconcile, WhatTheOthersLetARateBeDoesNotRestOnItsPrint) {
  const Scope city = Scope::parse("邯郸市");
  const auto fact = [&](const char* item, const char* figure) {
    return Fact{.item = item, .scope = city, .figure = Figure(figure)};
  };
  const Bulletin facts({fact("school_improvement.planned_area", "176.4万平方米"),
                        fact("school_improvement.started_area", "112万平方米"),
                        fact("school_improvement.start_rate", "63.82%")});
  const Reconciliation result = reconcile(facts, Catalogue::builtin("school_improvement"));
  EXPECT_EQ(result.verdict, Verdict::impossible);
  const Reconciliation::Known& rate = result.intervals[2];
  ASSERT_TRUE(rate.bound);
  // 111.5/176.45 and 112.5/176.35
  EXPECT_EQ(rate.bound->interval, Interval::parse("[2230/3529, 2250/3527]"));
  EXPECT_TRUE(rate.is_narrowed());
}

TEST(Reconcile, APrintThatCountsIsWhole) {
  const auto printed = [](const char* figure) {
    const Bulletin facts(
        {Fact{.item = "school_improvement.schools_started", .figure = Figure(figure)}});
    ReconcileOptions options;
    options.precision = Precision::truncated;
    return reconcile(facts, Catalogue::builtin("education"), options).intervals.at(0);
  };
  EXPECT_EQ(printed("1.2万所").print, Interval::parse("[12000, 12999]"));
  EXPECT_EQ(printed("xx所").print, Interval::parse("[0, 99]"));
  EXPECT_FALSE(printed("xx所").is_narrowed());
}

/// Two sums that no single print mends: a + b = 3 and a + c = 4, all of them 1.
std::vector<Unknown> two_wrong_sums() {
  return {exactly("a", 1),  exactly("b", 1),  exactly("c", 1),
          exactly("ab", 3), exactly("ac", 4), exactly("bc", 2)};
}

TEST(Joint, PrintsOfALeastSetAreSoughtWithoutTheOthersOfTheirSet) {
  const Joint joint =
      reconcile(two_wrong_sums(), relations({"ab == a + b", "ac == a + c", "bc == b + c"}));
  EXPECT_EQ(joint.least, (std::vector<Numbers>{{0, 3}, {0, 4}, {3, 4}}));
  std::map<std::pair<std::size_t, Numbers>, Interval> allowed;
  for (const Allowed& one : joint.allowed) {
    allowed.emplace(std::pair(one.number, one.besides), *one.bound.interval);
    EXPECT_EQ(one.bound.tightness, Tightness::tight);
  }
  const std::map<std::pair<std::size_t, Numbers>, Interval> expected{
      {{3, {4}}, Interval::exactly(2)}, {{4, {3}}, Interval::exactly(2)},
      {{0, {3}}, Interval::exactly(3)}, {{3, {0}}, Interval::exactly(4)},
      {{0, {4}}, Interval::exactly(2)}, {{4, {0}}, Interval::exactly(3)}};
  EXPECT_EQ(allowed, expected);
}

TEST(Joint, WeightsSayWhichSetIsTheLeast) {
  std::vector<Unknown> numbers = two_wrong_sums();
  numbers[0].weight = Rational(3);
  const Joint joint = reconcile(numbers, relations({"ab == a + b", "ac == a + c", "bc == b + c"}));
  EXPECT_EQ(joint.least, (std::vector<Numbers>{{3, 4}}));
  EXPECT_EQ(joint.allowed.size(), 2U);
}

TEST(Joint, ARateOfALeastSetIsSoughtWithoutTheOtherRate) {
  // 112 of 176 and 61 of 176, both rates wrong, or the plan with one of them.
  std::vector<Unknown> numbers{exactly("plan", 176), exactly("started", 112),
                               printed("rate", "73%"), exactly("completed", 61),
                               printed("other", "44%")};
  numbers[0].weight = Rational(3);
  numbers[1].weight = Rational(3);
  numbers[3].weight = Rational(3);
  const Joint joint =
      reconcile(numbers, relations({"rate == started / plan", "other == completed / plan"}));
  EXPECT_EQ(joint.least, (std::vector<Numbers>{{2, 4}}));
  ASSERT_EQ(joint.allowed.size(), 2U);
  EXPECT_EQ(joint.allowed[0].bound.interval, Interval::exactly(Rational(112) / Rational(176)));
  EXPECT_EQ(joint.allowed[0].besides, (Numbers{4}));
  EXPECT_EQ(joint.allowed[1].bound.interval, Interval::exactly(Rational(61) / Rational(176)));
}

TEST(Reconcile, APrintThatIsFixedIsNotToBlame) {
  ReconcileOptions options;
  options.fixed = {0};  // 176.4万平方米
  const Reconciliation result = reconcile(handan(), Catalogue::builtin("education"), options);
  ASSERT_FALSE(result.conflicts.empty());
  EXPECT_EQ(result.conflicts[0].facts, (Numbers{1, 3}));
}

}  // namespace
}  // namespace edustat
