// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/period.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {
namespace {

using Kind = Period::Kind;
using Strings = std::vector<std::string>;

Period parse(std::string_view text) {
  return Period::parse(text);
}

Strings texts(const std::vector<Period>& periods) {
  Strings result;
  for (const Period& period : periods) result.push_back(period.to_string());
  return result;
}

template <typename Call>
std::string code_of(Call call) {
  try {
    (void)call();
  } catch (const Error& error) {
    return std::string(name_of(error.code()));
  }
  return "nothing was thrown";
}

TEST(PeriodArithmetic, MakesPeriodsFromNumbers) {
  EXPECT_EQ(Period::month(2016, 11), parse("2016-11"));
  EXPECT_EQ(Period::year(2016), parse("2016"));
  EXPECT_EQ(Period::of_months(2016 * 12, 2016 * 12 + 10), parse("2016-01..2016-11"));
  EXPECT_EQ(Period::instant(2016, 11), parse("@2016-11"));
}

TEST(PeriodArithmetic, RefusesMonthsThatThereAreNot) {
  EXPECT_EQ(code_of([] { return Period::month(2016, 13); }), "period_out_of_range");
  EXPECT_EQ(code_of([] { return Period::month(10'000, 1); }), "period_out_of_range");
  EXPECT_EQ(code_of([] { return Period::instant(-1, 12); }), "period_out_of_range");
  EXPECT_EQ(code_of([] { return Period::of_months(5, 4); }), "period_ends_early");
  EXPECT_EQ(code_of([] { return Period::year(2'147'483'647); }), "period_out_of_range");
}

TEST(PeriodArithmetic, GoesToThePeriodBeforeAndAfter) {
  EXPECT_EQ(parse("2016-01").previous(), parse("2015-12"));
  EXPECT_EQ(parse("2016Q1").previous(), parse("2015Q4"));
  EXPECT_EQ(parse("2016H2").next(), parse("2017H1"));
  EXPECT_EQ(parse("2016/17").previous(), parse("2015/16"));
  EXPECT_EQ(parse("2016/17T2").next(), parse("2017/18T1"));
  EXPECT_EQ(parse("2011-2015").next(), parse("2016-2020"));
  EXPECT_EQ(parse("@2016-12").next(), parse("@2017-01"));
  EXPECT_EQ(parse("2016年1—11月").previous(), parse("2015-02..2015-12"));
}

TEST(PeriodArithmetic, GoesToTheSameOfLastYear) {
  EXPECT_EQ(parse("2016年1—11月").year_before(), parse("2015年1—11月"));
  EXPECT_EQ(parse("@2016-02").year_before(), parse("@2015-02"));
}

TEST(PeriodArithmetic, SaysWhereTimeEnds) {
  EXPECT_EQ(code_of([] { return parse("0000-01").previous(); }), "period_out_of_range");
  EXPECT_EQ(code_of([] { return parse("9999").next(); }), "period_out_of_range");
  EXPECT_EQ(code_of([] { return parse("2016").shifted_by_months(-2'147'483'647); }),
            "period_out_of_range");
  try {
    (void)parse("0000-01").previous();
    FAIL();
  } catch (const LimitError& error) {
    EXPECT_EQ(error.message(Language::en), "period '-1-12' is outside the years 0000 to 9999");
  }
}

TEST(PeriodArithmetic, ListsPeriodsInARow) {
  EXPECT_EQ(texts(Period::range(parse("2015-11"), parse("2016-02"))),
            (Strings{"2015-11", "2015-12", "2016-01", "2016-02"}));
  EXPECT_EQ(texts(Period::range(parse("2015Q3"), parse("2016Q1"))),
            (Strings{"2015Q3", "2015Q4", "2016Q1"}));
  EXPECT_EQ(texts(Period::range(parse("@2016-01"), parse("@2016-02"))),
            (Strings{"@2016-01", "@2016-02"}));
  EXPECT_EQ(texts(Period::range(parse("2016"), parse("2016"))), (Strings{"2016"}));
}

TEST(PeriodArithmetic, RefusesARowOfTwoKinds) {
  EXPECT_EQ(code_of([] { return Period::range(parse("2015"), parse("2016Q1")); }),
            "periods_not_in_row");
  EXPECT_EQ(code_of([] { return Period::range(parse("2015-11"), parse("@2016-02")); }),
            "periods_not_in_row");
  EXPECT_EQ(code_of([] { return Period::range(parse("2011-2015"), parse("2014-2018")); }),
            "periods_not_in_row");
  EXPECT_EQ(code_of([] { return Period::range(parse("2016"), parse("2015")); }),
            "period_ends_early");
}

TEST(PeriodArithmetic, DividesAPeriodIntoItsParts) {
  EXPECT_EQ(texts(parse("2016").divide(Kind::quarter)),
            (Strings{"2016Q1", "2016Q2", "2016Q3", "2016Q4"}));
  EXPECT_EQ(texts(parse("2016/17").divide(Kind::term)), (Strings{"2016/17T1", "2016/17T2"}));
  EXPECT_EQ(texts(parse("2016Q1").divide(Kind::month)), (Strings{"2016-01", "2016-02", "2016-03"}));
  EXPECT_EQ(parse("2014-2018").divide(Kind::year).size(), 5U);
  EXPECT_EQ(texts(parse("2016").divide(Kind::year)), (Strings{"2016"}));
}

TEST(PeriodArithmetic, RefusesPartsThatDoNotFillAPeriod) {
  EXPECT_EQ(code_of([] { return parse("2016/17").divide(Kind::half_year); }),
            "periods_do_not_divide");
  EXPECT_EQ(code_of([] { return parse("2016-01..2016-11").divide(Kind::quarter); }),
            "periods_do_not_divide");
  EXPECT_EQ(code_of([] { return parse("@2016-11").divide(Kind::month); }), "periods_do_not_divide");
  EXPECT_EQ(code_of([] { return parse("2014-2018").divide(Kind::plan_period); }),
            "periods_do_not_divide");
  try {
    (void)parse("2016/17").divide(Kind::half_year);
    FAIL();
  } catch (const StructureError& error) {
    EXPECT_EQ(error.message(Language::en),
              "period '2016/17' cannot be divided into whole periods of kind half_year");
  }
}

TEST(PeriodArithmetic, FindsThePeriodAroundAnother) {
  EXPECT_EQ(parse("2016-11").containing(Kind::quarter), parse("2016Q4"));
  EXPECT_EQ(parse("@2016-11").containing(Kind::quarter), parse("2016Q4"));
  EXPECT_EQ(parse("2016-08").containing(Kind::school_year), parse("2015/16"));
  EXPECT_EQ(parse("2017-02").containing(Kind::term), parse("2016/17T1"));
  EXPECT_EQ(parse("2016Q4").containing(Kind::quarter), parse("2016Q4"));
  EXPECT_EQ(code_of([] { return parse("2016").containing(Kind::school_year); }),
            "period_not_within");
  EXPECT_EQ(code_of([] { return parse("2016").containing(Kind::span); }), "period_not_within");
  EXPECT_EQ(code_of([] { return parse("0000-03").containing(Kind::school_year); }),
            "period_out_of_range");
}

/// The kinds that have a calendar of their own: length, and a month in which one of them begins.
struct Calendar {
  Kind kind;
  int length;
  int begin;
};
constexpr Calendar calendars[]{{Kind::month, 1, 0},       {Kind::two_months, 2, 0},
                               {Kind::quarter, 3, 0},     {Kind::half_year, 6, 0},
                               {Kind::year, 12, 0},       {Kind::term, 6, 8},
                               {Kind::school_year, 12, 8}};

/// Counts on through a calendar from its beginning, month by month.
std::optional<Period> tile_around(const Calendar& calendar, int first, int last) {
  for (int begin = calendar.begin; begin <= first; begin += calendar.length) {
    const int end = begin + calendar.length - 1;
    if (begin <= first && last <= end) return Period::of_months(begin, end);
  }
  return std::nullopt;
}

TEST(PeriodLaws, AgreeWithCountingThroughTheCalendar) {
  std::mt19937 random(20161130);
  for (int i = 0; i < 2'000; ++i) {
    const int first = 24 + static_cast<int>(random() % 600);
    const int last = first + static_cast<int>(random() % 26);
    const Period period = Period::of_months(first, last);
    for (const Calendar& calendar : calendars) {
      const std::optional<Period> expected = tile_around(calendar, first, last);
      if (expected) {
        ASSERT_EQ(period.containing(calendar.kind), *expected);
        ASSERT_EQ(period == *expected, period.kind() == calendar.kind);
      } else {
        ASSERT_EQ(code_of([&] { return period.containing(calendar.kind); }), "period_not_within");
      }
    }
  }
}

TEST(PeriodLaws, HoldForNextPreviousAndParts) {
  std::mt19937 random(20170301);
  for (int i = 0; i < 2'000; ++i) {
    const int first = 600 + static_cast<int>(random() % 600);
    const Period span = Period::of_months(first, first + static_cast<int>(random() % 40));
    const bool is_instant = random() % 4 == 0;
    const Period period = is_instant ? Period::instant(first / 12, first % 12 + 1) : span;
    ASSERT_EQ(period.next().previous(), period);
    ASSERT_EQ(period.previous().next(), period);
    ASSERT_EQ(period.next().kind(), period.kind());
    ASSERT_EQ(period.next().first_month(), period.last_month() + 1);
    ASSERT_EQ(period.shifted_by_months(12).year_before(), period);
    const Period later = period.next().next().next();
    ASSERT_EQ(Period::range(period, later).size(), 4U);
    for (const Calendar& calendar : calendars) {
      if (is_instant) continue;
      std::vector<Period> parts;
      try {
        parts = period.divide(calendar.kind);
      } catch (const StructureError&) {
        continue;
      }
      ASSERT_EQ(parts.front().first_month(), period.first_month());
      ASSERT_EQ(parts.back().last_month(), period.last_month());
      ASSERT_EQ(Period::range(parts.front(), parts.back()), parts);
      for (const Period& part : parts) {
        ASSERT_EQ(part.kind() == calendar.kind && period.contains(part), true);
      }
    }
  }
}

}  // namespace
}  // namespace edustat
