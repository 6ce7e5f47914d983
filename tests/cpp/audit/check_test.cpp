// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/check.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace edustat {
namespace {

Finding start_rate(Precision precision) {
  return check("rate == started / planned",
               {{"rate", "63.82%"}, {"started", "112万平方米"}, {"planned", "176.4万平方米"}},
               precision);
}

TEST(Check, FindsARateThatNoRoundedAreasCanGive) {
  const Finding finding = start_rate(Precision::nearest);
  EXPECT_EQ(finding.verdict(), Verdict::impossible);
  EXPECT_EQ(finding.tightness(), Tightness::tight);
  EXPECT_EQ(finding.computed().interval, Interval::parse("[2230/3529, 2250/3527]"));
}

TEST(Check, FindsTheSameRateConsistentWithCutAreas) {
  EXPECT_EQ(start_rate(Precision::truncated).verdict(), Verdict::consistent);
}

TEST(Check, SaysWhatTheAreaWouldHaveToBe) {
  const Finding finding = start_rate(Precision::nearest);
  EXPECT_EQ(finding.allowed(1).interval, Interval::parse("[45015101/40, 9009537/8]"));
}

TEST(Check, ExplainsInChinese) {
  EXPECT_EQ(start_rate(Precision::nearest).explain(Language::zh),
            "矛盾：rate == started / planned\n"
            "  rate 印作 63.82%，真值在 [63.815%, 63.825%]\n"
            "  started 印作 112万平方米，真值在 [111.5万平方米, 112.5万平方米]\n"
            "  planned 印作 176.4万平方米，真值在 [176.35万平方米, 176.45万平方米]\n"
            "  按关系式计算只能在 [63.19%, 63.79%]（紧界）\n"
            "  若其余各数无误，started 须在 [112.54万平方米, 112.62万平方米]\n"
            "  若其余各数无误，planned 须在 [174.696万平方米, 176.291万平方米]\n"
            "  矛盾不等于差错：分母、规划版本或口径可能与此处所设不同。");
}

TEST(Check, TakesChineseNames) {
  EXPECT_EQ(
      check("开工率 == 开工面积 / 规划面积",
            {{"开工率", "62.43%"}, {"开工面积", "57.3万平方米"}, {"规划面积", "91.8万平方米"}})
          .verdict(),
      Verdict::consistent);
}

TEST(Check, MultipliesHeadsByAStandard) {
  const Finding finding = check("funds == heads * standard",
                                {{"funds", "164万元"}, {"heads", "410人"}, {"standard", "4000元"}});
  EXPECT_EQ(finding.verdict(), Verdict::consistent);
  ASSERT_EQ(finding.notes().size(), 1U);
  EXPECT_EQ(finding.notes().front().code, Note::Code::quotient_as_numerator);
}

TEST(Check, NotesCountingKindsThatMix) {
  const Finding finding =
      check("x == a + b", {{"x", "1200人次"}, {"a", "1000人次"}, {"b", "200人"}});
  EXPECT_EQ(finding.verdict(), Verdict::consistent);
  ASSERT_EQ(finding.notes().size(), 1U);
  EXPECT_EQ(finding.notes().front().code, Note::Code::mixed_kinds);
}

TEST(Note, SpeaksBothLanguages) {
  const Note note{Note::Code::mixed_kinds, {"人次", "人"}};
  EXPECT_EQ(note.message(Language::zh), "计数单位不同类（人次、人），只就数字判断");
  EXPECT_EQ(note.message(Language::en),
            "different kinds are counted (人次, 人): judged by the numbers");
}

TEST(Note, HasANameForEachCode) {
  EXPECT_EQ(name_of(Note::Code::mixed_kinds), "mixed_kinds");
  EXPECT_EQ(name_of(Note::Code::mixed_vintages), "mixed_vintages");
  EXPECT_EQ(name_of(Note::Code::absent_parts), "absent_parts");
}

TEST(Check, RefusesAreaAgainstMoney) {
  EXPECT_THROW((void)check("x == a", {{"x", "3平方米"}, {"a", "3元"}}), UnitError);
}

TEST(Check, RefusesARateAgainstHeads) {
  EXPECT_THROW((void)check("x == a", {{"x", "3%"}, {"a", "3人"}}), UnitError);
}

TEST(Check, AcceptsAQuotientInItsNumeratorsUnit) {
  EXPECT_EQ(
      check("x == a / b", {{"x", "3.8平方米"}, {"a", "591189平方米"}, {"b", "156928人"}}).verdict(),
      Verdict::consistent);
}

TEST(Check, TakesABareWholeNumberOfHeadsAsExact) {
  EXPECT_EQ(check("x == a + b", {{"x", "11"}, {"a", "5人"}, {"b", "5人"}}).verdict(),
            Verdict::impossible);
}

TEST(Check, CannotTellWithMaskedDigits) {
  const Finding finding = check("part <= whole", {{"part", "387.5万册"}, {"whole", "6xx万册"}});
  EXPECT_EQ(finding.verdict(), Verdict::cannot_tell);
  ASSERT_EQ(finding.notes().size(), 1U);
  EXPECT_EQ(finding.notes().front().code, Note::Code::masked);
}

TEST(Check, IsImpossibleWhateverTheMaskHides) {
  EXPECT_EQ(check("part <= whole", {{"part", "900万册"}, {"whole", "6xx万册"}}).verdict(),
            Verdict::impossible);
}

TEST(Check, CannotTellWithAnEndlessFigure) {
  EXPECT_EQ(check("x == a + b", {{"x", "100人以上"}, {"a", "60人"}, {"b", "50人"}}).verdict(),
            Verdict::cannot_tell);
}

TEST(Check, CannotTellWhereTheDivisorIsZero) {
  const Finding finding = check("x == a / b", {{"x", "5%"}, {"a", "5人"}, {"b", "0人"}});
  EXPECT_EQ(finding.verdict(), Verdict::cannot_tell);
  EXPECT_EQ(finding.notes().back().code, Note::Code::undefined);
}

TEST(Check, NeverCallsAnOverlapOfOuterBoundsConsistent) {
  EXPECT_EQ(check("x == a * (1 - a)", {{"x", "0.9"}, {"a", "0.5"}}, Precision::nearest).verdict(),
            Verdict::impossible);
  EXPECT_EQ(check("x == a * (1 - a)", {{"x", "0.25"}, {"a", "0.5"}}, Precision::nearest).verdict(),
            Verdict::cannot_tell);
}

TEST(Check, SeesAnInputOnBothSides) {
  EXPECT_EQ(check("a == a + b", {{"a", "100.5万元"}, {"b", "3.2万元"}}).verdict(),
            Verdict::impossible);
  EXPECT_EQ(check("x * a == a + b", {{"x", "200%"}, {"a", "3.0万元"}, {"b", "3.0万元"}}).verdict(),
            Verdict::consistent);
}

TEST(Check, JudgesAGrowthOverFiveYears) {
  EXPECT_EQ(check("(1 + growth)^5 == after / before",
                  {{"growth", "12.3%"}, {"after", "178.6万人"}, {"before", "100.0万人"}})
                .verdict(),
            Verdict::consistent);
}

TEST(Check, NamesAMissingAndAnUnusedInput) {
  try {
    (void)check("x == a + b", {{"x", "1人"}, {"a", "1人"}, {"c", "1人"}, {"d", "1人"}});
    FAIL() << "accepted";
  } catch (const StructureError& error) {
    ASSERT_EQ(error.faults().size(), 3U);
    EXPECT_EQ(error.faults()[0].code, ErrorCode::missing_input);
    EXPECT_EQ(error.faults()[0].arguments[0], "b");
    EXPECT_EQ(error.faults()[1].code, ErrorCode::unused_input);
    EXPECT_EQ(error.faults()[1].arguments[0], "c");
  }
}

TEST(Check, ReservesThePrecisionName) {
  try {
    (void)check("precision == a", {{"precision", "1"}, {"a", "1"}});
    FAIL() << "accepted";
  } catch (const StructureError& error) {
    EXPECT_EQ(error.code(), ErrorCode::reserved_name);
  }
}

TEST(Check, RefusesWhatNeedsAPanel) {
  try {
    (void)check("x == prev(x)", {{"x", "1"}});
    FAIL() << "accepted";
  } catch (const StructureError& error) {
    EXPECT_EQ(error.code(), ErrorCode::needs_panel);
    EXPECT_EQ(error.place().column, 6U);
  }
}

TEST(CheckColumns, AgreesWithCheckRowByRow) {
  const Relation relation("x == a / b");
  const std::vector<std::string_view> x{"63.82%", "48.46%", "62.43%", "16.98:1"};
  const std::vector<std::string_view> a{"112万平方米", "85万平方米", "57.3万平方米",
                                        "10093.70万人"};
  const std::vector<std::string_view> b{"176.4万平方米", "176.4万平方米", "91.8万平方米",
                                        "594.49万人"};
  const std::vector<FigureColumn> columns{{"a", a}, {"b", b}, {"x", x}};
  for (const Precision precision : {Precision::nearest, Precision::truncated}) {
    const std::vector<Verdict> verdicts = check_columns(relation, columns, precision);
    for (std::size_t row = 0; row < x.size(); ++row) {
      EXPECT_EQ(verdicts[row],
                check(relation.text(), {{"x", x[row]}, {"a", a[row]}, {"b", b[row]}}, precision)
                    .verdict());
    }
  }
}

/// Law: a row of columns has the verdict of check(), whatever is printed: plain and odd figures,
/// zeros, amounts near the end of 64 bits, every comparison and precision.
TEST(CheckColumns, AgreesWithCheckOnRandomRows) {
  std::mt19937_64 random(20161130);
  const std::vector<std::string_view> relations{
      "x == a / b",        "x == a + b",  "x <= a - b",       "x >= a * 2 - b",
      "x < a / (b + 1/3)", "x > a * b",   "x * b == a",       "a == b * x / 100",
      "x == (a - b) / b",  "x == -a + b", "x - b == a^2 / a", "x / (a - b) == 50%"};
  const std::vector<std::string_view> scales{"", "", "万", "亿", "万亿"};
  const auto figure = [&](std::string_view unit) {
    std::string text = std::to_string(random() % (random() % 2 == 0 ? 100 : 1'000'000'000'000));
    if (random() % 2 == 0) text += '.' + std::to_string(random() % 1000);
    if (random() % 40 == 0) text.insert(0, "约");
    return text.append(scales[random() % scales.size()]).append(unit);
  };
  for (int round = 0; round < 20'000; ++round) {
    const Relation relation(relations[random() % relations.size()]);
    const auto precision = static_cast<Precision>(random() % 5);
    const std::string_view unit = random() % 2 == 0 ? "" : "%";
    const std::string x = figure(unit);
    const std::string a = figure(unit);
    const std::string b = figure(unit);
    const std::vector<std::string_view> x_column{x};
    const std::vector<std::string_view> a_column{a};
    const std::vector<std::string_view> b_column{b};
    const std::vector<FigureColumn> columns{{"x", x_column}, {"a", a_column}, {"b", b_column}};
    EXPECT_EQ(check_columns(relation, columns, precision).front(),
              check(relation.text(), {{"x", x}, {"a", a}, {"b", b}}, precision).verdict())
        << relation << ": x " << x << ", a " << a << ", b " << b << ", " << name_of(precision);
  }
}

/// The same where the figures count: whole heads are exact.
TEST(CheckColumns, AgreesWithCheckOnCounts) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 5'000; ++round) {
    const std::string a = std::to_string(1 + random() % 50) + (random() % 3 == 0 ? ".5万人" : "人");
    const std::string b = std::to_string(1 + random() % 50) + (random() % 3 == 0 ? "万人次" : "人");
    const std::string x = std::to_string(1 + random() % 100) + (random() % 3 == 0 ? "万人" : "名");
    const std::vector<std::string_view> x_column{x, x};
    const std::vector<std::string_view> a_column{a, a};
    const std::vector<std::string_view> b_column{b, b};
    const std::vector<FigureColumn> columns{{"x", x_column}, {"a", a_column}, {"b", b_column}};
    for (const Precision precision :
         {Precision::nearest, Precision::half_even, Precision::truncated}) {
      EXPECT_EQ(check_columns(Relation("x == a + b"), columns, precision).back(),
                check("x == a + b", {{"x", x}, {"a", a}, {"b", b}}, precision).verdict());
    }
  }
}

TEST(CheckColumns, ReportsEveryBadRow) {
  const Relation relation("x == a");
  const std::vector<std::string_view> x{"1人", "三千人人", "3人", "1,23人"};
  const std::vector<std::string_view> a{"1人", "1人", "3人", "1人"};
  try {
    (void)check_columns(relation, std::vector<FigureColumn>{{"x", x}, {"a", a}});
    FAIL() << "accepted";
  } catch (const ParseError& error) {
    ASSERT_EQ(error.faults().size(), 2U);
    EXPECT_EQ(error.faults()[0].place.line, 2U);
    EXPECT_EQ(error.faults()[1].place.line, 4U);
  }
}

TEST(CheckColumns, RefusesColumnsOfDifferentLength) {
  const std::vector<std::string_view> x{"1人"};
  const std::vector<std::string_view> a{"1人", "2人"};
  EXPECT_THROW(
      (void)check_columns(Relation("x == a"), std::vector<FigureColumn>{{"x", x}, {"a", a}}),
      StructureError);
}

}  // namespace
}  // namespace edustat
