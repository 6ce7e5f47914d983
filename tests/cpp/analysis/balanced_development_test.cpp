// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/balanced_development.hpp"

#include "edustat/error/error.hpp"

#include "lib/analysis/root_sum.hpp"
#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

namespace edustat {
namespace {

using test::refused;

const std::vector<std::string> measures{"teachers",
                                        "teachers_above_required_degree",
                                        "backbone_teachers",
                                        "arts_sports_teachers",
                                        "teachers_mid_title",
                                        "teaching_area",
                                        "sports_area",
                                        "equipment_value",
                                        "multimedia_rooms",
                                        "computers",
                                        "books"};

/// A school that has `amount` of everything.
School school(const Rational& primary, const Rational& junior, const Rational& amount) {
  School result{.name = "school", .primary_pupils = primary, .junior_pupils = junior};
  for (const std::string& measure : measures) result.amounts[measure] = amount;
  return result;
}

const BalanceIndicator& indicator(const BalanceAssessment& assessment, std::string_view id) {
  for (const BalanceIndicator& candidate : assessment.indicators) {
    if (candidate.id == id) return candidate;
  }
  throw std::runtime_error("no such indicator");
}

/// A primary school of 100 pupils that just meets each limit of high-quality balance.
School at_the_limits() {
  School result{.name = "limits", .primary_pupils = 100};
  result.amounts = {{"teachers_above_required_degree", Rational::parse("4.2")},
                    {"backbone_teachers", 1},
                    {"arts_sports_teachers", Rational::parse("0.9")},
                    {"teaching_area", 450},
                    {"sports_area", 750},
                    {"equipment_value", 200'000},
                    {"multimedia_rooms", Rational::parse("2.3")}};
  return result;
}

const BalanceRules quality{.regime = BalanceRegime::high_quality};

TEST(BalancedDevelopment, CoefficientOfTheWorkedExample) {
  const std::vector<std::int64_t> pupils{45, 37, 89, 76, 55};
  const std::vector<std::int64_t> books{279, 137, 935, 160, 402};
  std::vector<School> schools;
  for (std::size_t i = 0; i < pupils.size(); ++i) {
    schools.push_back(school(pupils[i], 0, pupils[i] * 2));
    schools.back().amounts["books"] = books[i];
  }
  const BalanceAssessment result = balanced_development(schools, {.places = 5});
  EXPECT_EQ(result.indicators.size(), 8U);
  EXPECT_EQ(indicator(result, "b_books").rounded, Decimal::parse("0.51526"));
  EXPECT_EQ(indicator(result, "b_computers").rounded, Decimal::parse("0"));
  // An eighth of 0.515263...
  EXPECT_EQ(result.rounded_mean, Decimal::parse("0.06441"));
  EXPECT_TRUE(result.is_met);
  // 160 books for 76 pupils and 935 for 89 stand farthest from 6.33.
  EXPECT_EQ(indicator(result, "b_books").drivers, (std::vector<std::size_t>{2, 3}));
}

TEST(BalancedDevelopment, AMeanAtTheThresholdIsMetExactly) {
  // 7 and 33 around 20: 13/20, the threshold of primary schools.
  const BalanceAssessment result =
      balanced_development(std::vector{school(100, 0, 700), school(100, 0, 3300)}, {});
  EXPECT_TRUE(result.is_met);
  EXPECT_TRUE(result.is_met_rounded);
  EXPECT_EQ(result.rounded_mean, Decimal::parse("0.65"));
}

TEST(BalancedDevelopment, ExactAndRoundedVerdictsMayDiffer) {
  // 26002 / 40000 = 0.65005.
  const BalanceAssessment result =
      balanced_development(std::vector{school(100, 0, 6999), school(100, 0, 33'001)}, {});
  EXPECT_FALSE(result.is_met);
  EXPECT_TRUE(result.is_met_rounded);
}

TEST(BalancedDevelopment, TellsIrrationalMeansFromTheThreshold) {
  const Rational below = Rational::parse("0.6499999999999999999999");
  const std::vector<Rational> roots{Rational(2), Rational(3)};
  // The roots of 2 and 3 add to 3.14626436994197234232913506571557...
  EXPECT_EQ(detail::compare_root_sum(roots, Rational::parse("3.146264369941972342329135065715")),
            std::strong_ordering::greater);
  EXPECT_EQ(detail::compare_root_sum(roots, Rational::parse("3.146264369941972342329135065716")),
            std::strong_ordering::less);
  const std::vector<Rational> squares{Rational(1) / 4, Rational(16) / 25};
  EXPECT_EQ(detail::compare_root_sum(squares, Rational::parse("1.3")), std::strong_ordering::equal);
  EXPECT_EQ(detail::compare_root_sum(squares, below * 2), std::strong_ordering::greater);
}

TEST(BalancedDevelopment, SplitsConditionsOfSchoolsWithSeveralStages) {
  const auto books_of = [](const School& one, Stage stage) {
    const BalanceAssessment result = balanced_development(std::vector{one}, {.stage = stage});
    return indicator(result, "b_books").amounts.front();
  };
  // Nine-year school 1:1.1.
  EXPECT_EQ(books_of(school(100, 100, 21), Stage::primary), Rational(10));
  EXPECT_EQ(books_of(school(100, 100, 21), Stage::junior), Rational(11));
  // Complete secondary school 1:1.2.
  School complete = school(0, 100, 22);
  complete.senior_pupils = 100;
  EXPECT_EQ(books_of(complete, Stage::junior), Rational(10));
  // Twelve-year school 1:1.1:1.32.
  School twelve_year = school(100, 100, 342);
  twelve_year.senior_pupils = 100;
  EXPECT_EQ(books_of(twelve_year, Stage::primary), Rational(100));
  EXPECT_EQ(books_of(twelve_year, Stage::junior), Rational(110));
}

TEST(BalancedDevelopment, TeachersAreNotSplit) {
  const BalanceAssessment result =
      balanced_development(std::vector{school(100, 100, 21)}, {.stage = Stage::junior});
  EXPECT_EQ(indicator(result, "b_teacher_pupil").amounts.front(), Rational(21));
}

TEST(BalancedDevelopment, MultimediaRoomsAreOfTheStageUnlessNamed) {
  const auto rooms_of = [](const BalanceRules& rules) {
    const std::vector schools{school(100, 100, 21)};
    return indicator(balanced_development(schools, rules), "q_multimedia_rooms").amounts.front();
  };
  BalanceRules rules{.regime = BalanceRegime::high_quality};
  EXPECT_EQ(rooms_of(rules), Rational(21));
  rules.split.emplace_back("multimedia_rooms");
  EXPECT_EQ(rooms_of(rules), Rational(10));
}

TEST(BalancedDevelopment, RefusesToSplitWhatIsNoMeasure) {
  EXPECT_THROW((void)balanced_development(std::vector{school(100, 0, 1)}, {.split = {"pools"}}),
               CodeError);
}

TEST(BalancedDevelopment, LeavesOutTheKindsThatAreNamed) {
  std::vector<School> schools{school(100, 0, 700), school(100, 0, 9'999), school(0, 100, 5)};
  schools[1].kind = "民办";
  const BalanceAssessment result =
      balanced_development(schools, {.left_out = {"民办"}, .source = "made for the test"});
  EXPECT_EQ(result.schools, (std::vector<std::size_t>{0}));
  EXPECT_EQ(result.left_out, (std::vector<std::size_t>{1}));
  EXPECT_EQ(result.without_pupils, (std::vector<std::size_t>{2}));
}

TEST(BalancedDevelopment, ASchoolAtTheLimitsPasses) {
  const BalanceAssessment result = balanced_development(std::vector{at_the_limits()}, quality);
  EXPECT_EQ(result.indicators.size(), 7U);
  EXPECT_EQ(result.verdicts.front().met, 7);
  EXPECT_TRUE(result.verdicts.front().passes);
  EXPECT_TRUE(result.is_met);
}

TEST(BalancedDevelopment, OneIndicatorMayHave85PercentOfItsLimit) {
  School one = at_the_limits();
  one.amounts["sports_area"] = Rational::parse("637.5");
  const BalanceAssessment just = balanced_development(std::vector{one}, quality);
  EXPECT_EQ(just.verdicts.front().met, 6);
  EXPECT_TRUE(just.verdicts.front().passes);
  EXPECT_EQ(indicator(just, "q_sports_area").shortfalls.front(), Rational::parse("112.5"));
  one.amounts["sports_area"] = 637;
  const BalanceAssessment less = balanced_development(std::vector{one}, quality);
  EXPECT_EQ(less.verdicts.front().missed_badly, 1);
  EXPECT_FALSE(less.verdicts.front().passes);
  one.amounts["sports_area"] = 700;
  one.amounts["backbone_teachers"] = Rational::parse("0.9");
  EXPECT_FALSE(balanced_development(std::vector{one}, quality).verdicts.front().passes);
}

TEST(BalancedDevelopment, ShortfallsAreInTheUnitOfTheMeasure) {
  School one = at_the_limits();
  one.amounts["backbone_teachers"] = 0;
  const BalanceAssessment result = balanced_development(std::vector{one, at_the_limits()}, quality);
  EXPECT_EQ(indicator(result, "q_backbone_teachers").shortfalls,
            (std::vector<Rational>{Rational(1), Rational(0)}));
  EXPECT_EQ(indicator(result, "q_backbone_teachers").values[1], Rational(1));
}

TEST(BalancedDevelopment, LimitsOfJuniorSchoolsAreHigher) {
  School one = at_the_limits();
  std::swap(one.primary_pupils, one.junior_pupils);
  BalanceRules rules = quality;
  rules.stage = Stage::junior;
  const BalanceAssessment result = balanced_development(std::vector{one}, rules);
  // Only backbone teachers and teachers of arts and sports have the same limit.
  EXPECT_EQ(result.verdicts.front().met, 2);
  EXPECT_EQ(*indicator(result, "q_sports_area").limit, Rational::parse("10.2"));
}

TEST(BalancedDevelopment, SaysWhatWouldBringACoefficientToItsThreshold) {
  // (33 - f) / (33 + f) is 0.55 at f = 9.5806...; to two places 9.59, and 2.59 books for 100.
  const BalanceAssessment result = balanced_development(
      std::vector{school(0, 100, 700), school(0, 100, 3300)}, {.stage = Stage::junior});
  const auto& lift = indicator(result, "b_books").lift;
  ASSERT_TRUE(lift.has_value());
  EXPECT_EQ(lift->floor, Rational::parse("9.59"));
  EXPECT_EQ(lift->amount, Rational(259));
  EXPECT_EQ(lift->schools, (std::vector<std::size_t>{0}));
  EXPECT_FALSE(result.is_met);
}

TEST(BalancedDevelopment, RefusesAnAbsentAmountWithItsSchool) {
  School one = school(100, 0, 700);
  one.amounts.erase("books");
  EXPECT_EQ(refused<StructureError>([&] { return balanced_development(std::vector{one}, {}); }),
            "school: column 'books' has no value in this row: give one, or have the row left out "
            "(leave_out)");
}

TEST(BalancedDevelopment, RefusesAnAmountOfNoMeasure) {
  School one = school(100, 0, 700);
  one.amounts["swimming_pools"] = 1;
  EXPECT_THROW((void)balanced_development(std::vector{one}, {}), CodeError);
}

TEST(BalancedDevelopment, RefusesSharesOfZero) {
  EXPECT_THROW((void)balanced_development(std::vector{school(1, 0, 1)}, {.junior_share = 0}),
               StructureError);
}

TEST(BalanceThresholds, AreThoseOfTheRegulations) {
  EXPECT_EQ(regulation_of(BalanceRegime::basic), "教督〔2012〕3号");
  EXPECT_EQ(regulation_of(BalanceRegime::high_quality), "教督〔2017〕6号");
  EXPECT_EQ(threshold_of(BalanceRegime::basic, Stage::primary), Rational::parse("0.65"));
  EXPECT_EQ(threshold_of(BalanceRegime::basic, Stage::junior), Rational::parse("0.55"));
  EXPECT_EQ(threshold_of(BalanceRegime::high_quality, Stage::primary), Rational::parse("0.50"));
  EXPECT_EQ(threshold_of(BalanceRegime::high_quality, Stage::junior), Rational::parse("0.45"));
}

}  // namespace
}  // namespace edustat
