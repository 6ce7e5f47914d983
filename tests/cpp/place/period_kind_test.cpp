// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/period.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace edustat {
namespace {

struct KindCase {
  std::string_view text, canonical, zh, en, kind;
};

const std::vector<KindCase> kind_cases{
    {"2016-11", "2016-11", "2016年11月", "November 2016", "month"},
    {"2016年1—2月", "2016-01..2016-02", "2016年1—2月", "January–February 2016", "two_months"},
    {"2016-02..2016-03", "2016-02..2016-03", "2016年2—3月", "February–March 2016", "span"},
    {"2016-07..2016-09", "2016Q3", "2016年第三季度", "third quarter of 2016", "quarter"},
    {"2016Q3", "2016Q3", "2016年第三季度", "third quarter of 2016", "quarter"},
    {"2016年三季度", "2016Q3", "2016年第三季度", "third quarter of 2016", "quarter"},
    {"2016年第3季度", "2016Q3", "2016年第三季度", "third quarter of 2016", "quarter"},
    {"2016年前三季度", "2016-01..2016-09", "2016年1—9月", "January–September 2016", "span"},
    {"2016年前两季度", "2016H1", "2016年上半年", "first half of 2016", "half_year"},
    {"2016H2", "2016H2", "2016年下半年", "second half of 2016", "half_year"},
    {"2016年上半年", "2016H1", "2016年上半年", "first half of 2016", "half_year"},
    {"2016", "2016", "2016年", "2016", "year"},
    {"2016/17", "2016/17", "2016/17学年", "school year 2016/17", "school_year"},
    {"2016/2017学年", "2016/17", "2016/17学年", "school year 2016/17", "school_year"},
    {"2016-2017学年", "2016/17", "2016/17学年", "school year 2016/17", "school_year"},
    {"2016—2017学年度", "2016/17", "2016/17学年", "school year 2016/17", "school_year"},
    {"2016-17学年", "2016/17", "2016/17学年", "school year 2016/17", "school_year"},
    {"1999/00", "1999/00", "1999/00学年", "school year 1999/00", "school_year"},
    {"2016-09..2017-08", "2016/17", "2016/17学年", "school year 2016/17", "school_year"},
    {"2016/17学年第一学期", "2016/17T1", "2016/17学年第一学期", "first term of 2016/17", "term"},
    {"2016年秋季学期", "2016/17T1", "2016/17学年第一学期", "first term of 2016/17", "term"},
    {"2016-2017学年下学期", "2016/17T2", "2016/17学年第二学期", "second term of 2016/17", "term"},
    {"2017年春季学期", "2016/17T2", "2016/17学年第二学期", "second term of 2016/17", "term"},
    {"2014-2018", "2014-2018", "2014—2018年", "2014–2018", "plan_period"},
    {"“十三五”", "2016-2020", "2016—2020年", "2016–2020", "plan_period"},
    {"十五时期", "2001-2005", "2001—2005年", "2001–2005", "plan_period"},
    {"“十五五”", "2026-2030", "2026—2030年", "2026–2030", "plan_period"},
    {"一五", "1953-1957", "1953—1957年", "1953–1957", "plan_period"},
    {"2016-09..2018-08", "2016-09..2018-08", "2016年9月—2018年8月", "September 2016 – August 2018",
     "span"},
    {"2016年三季度末", "@2016-09", "截至2016年9月底", "as at the end of September 2016", "instant"},
    {"截至2016年上半年末", "@2016-06", "截至2016年6月底", "as at the end of June 2016", "instant"},
};

TEST(PeriodKind, IsReadNamedAndPrinted) {
  for (const KindCase& it : kind_cases) {
    const Period period = Period::parse(it.text);
    EXPECT_EQ(period.to_string(), it.canonical) << it.text;
    EXPECT_EQ(period.to_string(Language::zh), it.zh) << it.text;
    EXPECT_EQ(period.to_string(Language::en), it.en) << it.text;
    EXPECT_EQ(name_of(period.kind()), it.kind) << it.text;
  }
}

TEST(PeriodKind, HasMonthsThatAnyoneCanCount) {
  const Period school_year = Period::parse("2016/17");
  EXPECT_EQ(school_year.first_month(), 2016 * 12 + 8);
  EXPECT_EQ(school_year.last_month(), 2017 * 12 + 7);
  const Period spring = Period::parse("2017年春季学期");
  EXPECT_EQ(spring.first_month(), 2017 * 12 + 2);
  EXPECT_EQ(spring.months(), 6);
  EXPECT_EQ(Period::parse("@2016-09").months(), 0);
}

TEST(PeriodKind, HasAWordInBothLanguages) {
  EXPECT_EQ(name_of(Period::Kind::school_year, Language::zh), "学年");
  EXPECT_EQ(name_of(Period::Kind::two_months, Language::en), "two months");
  EXPECT_EQ(name_of(Period::Kind::instant), "instant");
}

TEST(PeriodKind, RefusesWhatIsNoSuchPeriodWithTheColumn) {
  const std::vector<std::pair<std::string_view, std::size_t>> refused{
      {"2016/18", 6},         {"2016/2018学年", 6},  {"2014-2018学年", 6}, {"2016/7", 6},
      {"2016/17学期", 8},     {"2016/17T3", 8},      {"2016Q5", 5},        {"2016H3", 5},
      {"2016年五季度", 6},    {"2016年前一季度", 6}, {"2016学年", 5},      {"9999/00", 6},
      {"2016Q1..2016Q2", 7},  {"2016年夏季学期", 6}, {"“十三五", 1},       {"十六五", 1},
      {"2016-01..2016Q2", 10}};
  for (const auto& [text, column] : refused) {
    try {
      (void)Period::parse(text);
      ADD_FAILURE() << text;
    } catch (const ParseError& error) {
      EXPECT_EQ(error.place().column, column) << text;
    }
  }
}

TEST(PeriodKind, OfTheTermBeforeTheFirstSchoolYearIsWrittenAsASpan) {
  const Period term = Period::of_months(2, 7);
  EXPECT_EQ(name_of(term.kind()), "term");
  EXPECT_EQ(term.to_string(), "0000-03..0000-08");
}

/// Every span of up to three years from every month, and every instant: 432 of each length.
TEST(PeriodKind, IsReadBackInEveryForm) {
  constexpr int begin = 1998 * 12;
  for (int first = begin; first < begin + 36; ++first) {
    for (int last = first; last < first + 36; ++last) {
      const Period period = Period::of_months(first, last);
      ASSERT_EQ(Period::parse(period.to_string()), period);
      ASSERT_EQ(Period::parse(period.to_string(Language::zh)), period);
    }
    const Period instant = Period::instant(first / 12, first % 12 + 1);
    ASSERT_EQ(Period::parse(instant.to_string()), instant);
    ASSERT_EQ(Period::parse(instant.to_string(Language::zh)), instant);
  }
}

}  // namespace
}  // namespace edustat
