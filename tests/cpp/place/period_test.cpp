// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/period.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat {
namespace {

std::string canonical(std::string_view text) {
  return Period::parse(text).to_string();
}

/// The fault of a text that is no period.
Fault fault_of(std::string_view text) {
  try {
    (void)Period::parse(text);
  } catch (const Error& error) {
    return error.faults().front();
  }
  return Fault{ErrorCode::bad_value, {"read without an error"}};
}

TEST(Period, CountsMonthsFromJanuaryOfYearZero) {
  const Period period = Period::parse("2016-11");
  EXPECT_EQ(period.first_month(), 2016 * 12 + 10);
  EXPECT_EQ(period.last_month(), 2016 * 12 + 10);
  EXPECT_EQ(period.is_instant(), false);
}

TEST(Period, OfAYearHasItsTwelveMonths) {
  const Period period = Period::parse("2016");
  EXPECT_EQ(period.first_month(), 2016 * 12);
  EXPECT_EQ(period.last_month(), 2016 * 12 + 11);
}

TEST(Period, ReadsEveryWriting) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases{
      {"2016", "2016"},
      {"2016年", "2016"},
      {"2016年度", "2016"},
      {"2016-11", "2016-11"},
      {"2016年11月", "2016-11"},
      {"2016年1月", "2016-01"},
      {"2016年01月", "2016-01"},
      {"2014-2018", "2014-2018"},
      {"2014—2018年", "2014-2018"},
      {"2014年—2018年", "2014-2018"},
      {"2014年至2018年", "2014-2018"},
      {"2016-01..2016-11", "2016-01..2016-11"},
      {"2016-01-2016-11", "2016-01..2016-11"},
      {"2016年1—11月", "2016-01..2016-11"},
      {"2016年1月—11月", "2016-01..2016-11"},
      {"2016年11月—2017年3月", "2016-11..2017-03"},
      {"2016-01..2016-12", "2016"},
      {"2016-11..2016-11", "2016-11"},
      {"@2016-11", "@2016-11"},
      {"截至2016年11月底", "@2016-11"},
      {"截至2016年11月", "@2016-11"},
      {"截止到2016年11月末", "@2016-11"},
      {"2016年11月底", "@2016-11"},
      {"2016年底", "@2016-12"},
      {"截至2016年底", "@2016-12"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(canonical(text), expected) << text;
}

TEST(Period, FoldsEveryDash) {
  for (const std::string_view dash :
       {"-", "–", "—", "——", "−", "~", "～", "〜", "－", "至", "到"}) {
    const std::string text = "2014" + std::string(dash) + "2018";
    EXPECT_EQ(canonical(text), "2014-2018") << text;
  }
}

TEST(Period, FoldsFullWidth) {
  EXPECT_EQ(canonical("２０１６－１１"), "2016-11");
  EXPECT_EQ(canonical("＠２０１６－１１"), "@2016-11");
  EXPECT_EQ(canonical("截至２０１６年１１月底"), "@2016-11");
}

TEST(Period, IgnoresSpacesBetweenDigitsAndWords) {
  EXPECT_EQ(canonical("  截至 2016 年 11 月底\u3000"), "@2016-11");
}

TEST(Period, RefusesSpacesBetweenDigits) {
  EXPECT_EQ(fault_of("20 16").code, ErrorCode::malformed_period);
}

TEST(Period, AsksForTheYearThatIsLeftOut) {
  for (const std::string_view text : {"截至11月底", "11月", "1—11月", "今年", "截至目前",
                                      "今年1—11月", "20xx年11月", "截至20xx年11月底", "16年11月"}) {
    EXPECT_EQ(fault_of(text).code, ErrorCode::period_without_year) << text;
  }
}

TEST(Period, SaysThatTheYearIsNeeded) {
  const Fault fault = fault_of("截至11月底");
  EXPECT_EQ(fault.message(Language::zh),
            "第3个字符：时期“截至11月底”没有年份：请写明年份，如 截至2016年11月底");
  EXPECT_EQ(fault.message(Language::en),
            "column 3: period '截至11月底' names no year: write the year, as in "
            "截至2016年11月底 or @2016-11");
}

TEST(Period, RefusesWhatIsNoPeriodWithTheColumn) {
  const std::vector<std::pair<std::string_view, std::size_t>> cases{
      {"abc", 1},
      {"12016", 1},
      {"2016-13", 6},
      {"2016-00", 6},
      {"2016年13月", 6},
      {"2016-1", 6},
      {"2016-11-30", 9},
      {"2016年1月1日", 8},
      {"2014-18", 6},
      {"2016年11", 8},
      {"2014-2018年底", 11},
      {"截至2016-11", 10},
      {"截至2016年", 8},
      {"2016..", 7},
      {"2014年—2018年3月", 7},
      {"2016-11..2017", 10},
      {"2016年x月", 6},
      {"@2016", 6},
      {"@2016年11月", 10},
      {"2016 2017", 5},
      {"2016-11底", 8},
      {"2016\n", 5},
      {"-2016", 1},
  };
  for (const auto& [text, column] : cases) {
    const Fault fault = fault_of(text);
    EXPECT_EQ(fault.code, ErrorCode::malformed_period) << text;
    EXPECT_EQ(fault.place.column, column) << text;
  }
}

TEST(Period, RefusesAnEndBeforeItsBeginning) {
  EXPECT_EQ(fault_of("2018-2014").code, ErrorCode::period_ends_early);
  EXPECT_EQ(fault_of("2016年11—1月").code, ErrorCode::period_ends_early);
}

TEST(Period, RefusesEmptyText) {
  EXPECT_EQ(fault_of("").code, ErrorCode::empty_text);
  EXPECT_EQ(fault_of("  ").code, ErrorCode::empty_text);
}

TEST(Period, RefusesHostileText) {
  EXPECT_EQ(fault_of("2016\xFF").code, ErrorCode::invalid_utf8);
  EXPECT_EQ(fault_of("2016\u202E").code, ErrorCode::forbidden_character);
  EXPECT_EQ(fault_of("\uFEFF2016").code, ErrorCode::malformed_period);
  EXPECT_EQ(fault_of(std::string(1'000'000, '2')).code, ErrorCode::text_too_long);
}

TEST(Period, PrintsInBothLanguages) {
  struct Case {
    std::string_view text, zh, en;
  };
  const std::vector<Case> cases{
      {"2016", "2016年", "2016"},
      {"2016-11", "2016年11月", "November 2016"},
      {"2014-2018", "2014—2018年", "2014–2018"},
      {"2016-01..2016-11", "2016年1—11月", "January–November 2016"},
      {"2016-11..2017-03", "2016年11月—2017年3月", "November 2016 – March 2017"},
      {"@2016-11", "截至2016年11月底", "as at the end of November 2016"},
      {"0987", "0987年", "0987"},
  };
  for (const Case& it : cases) {
    const Period period = Period::parse(it.text);
    EXPECT_EQ(period.to_string(Language::zh), it.zh);
    EXPECT_EQ(period.to_string(Language::en), it.en);
  }
}

TEST(Period, IsReadBackFromItsTextAndFromItsChineseText) {
  std::vector<std::string> texts;
  for (int first = 1; first <= 30; ++first) {
    for (int last = first; last <= 30; ++last) {
      const auto month = [](int number) {
        return std::to_string(2015 + (number - 1) / 12) + (((number - 1) % 12) < 9 ? "-0" : "-") +
               std::to_string((number - 1) % 12 + 1);
      };
      texts.push_back(month(first) + ".." + month(last));
      if (first == last) texts.push_back("@" + month(first));
    }
  }
  for (const std::string& text : texts) {
    const Period period = Period::parse(text);
    EXPECT_EQ(Period::parse(period.to_string()), period) << text;
    EXPECT_EQ(Period::parse(period.to_string(Language::zh)), period) << text;
  }
}

TEST(Period, ContainsTheMonthsOfItsSpan) {
  const Period plan = Period::parse("2014-2018");
  EXPECT_EQ(plan.contains(Period::parse("2016")), true);
  EXPECT_EQ(plan.contains(Period::parse("2016-11")), true);
  EXPECT_EQ(plan.contains(Period::parse("@2018-12")), true);
  EXPECT_EQ(plan.contains(plan), true);
  EXPECT_EQ(plan.contains(Period::parse("2018-2019")), false);
  EXPECT_EQ(Period::parse("2016").contains(plan), false);
}

TEST(Period, OfAnInstantContainsItselfAlone) {
  const Period instant = Period::parse("@2016-11");
  EXPECT_EQ(instant.contains(instant), true);
  EXPECT_EQ(instant.contains(Period::parse("2016-11")), false);
}

TEST(Period, OfAnInstantIsNotItsMonth) {
  EXPECT_EQ(Period::parse("@2016-11") == Period::parse("2016-11"), false);
}

TEST(Period, IsOrderedByItsBeginning) {
  EXPECT_EQ(Period::parse("2014-2018") < Period::parse("2016"), true);
  EXPECT_EQ(Period::parse("2016-01") < Period::parse("2016"), true);
}

TEST(Period, HashesAlikeWhenEqual) {
  const std::hash<Period> hash;
  EXPECT_EQ(hash(Period::parse("2016年11月底")), hash(Period::parse("@2016-11")));
}

TEST(Period, PrintsToAStream) {
  EXPECT_EQ(testing::PrintToString(Period::parse("2016年11月底")), "@2016-11");
}

}  // namespace
}  // namespace edustat
