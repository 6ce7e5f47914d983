// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/render.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace edustat {
namespace {

using Scale = RenderStyle::Scale;

const RenderStyle english{.language = Language::en};

Rational ratio(std::int64_t numerator, std::int64_t denominator) {
  return Rational(numerator) / Rational(denominator);
}

std::string chinese(Rational value, std::string_view unit, const RenderStyle& style = {}) {
  return render(Quantity(std::move(value), Unit::parse(unit)), style);
}

std::string in_english(Rational value, std::string_view unit) {
  return render(Quantity(std::move(value), Unit::parse(unit)), english);
}

RenderStyle with_places(int places, Scale scale = Scale::automatic) {
  return {.places = DecimalPlaces(places), .scale = scale};
}

TEST(Render, WritesMeasuresWithAScaleWord) {
  EXPECT_EQ(chinese(1'764'000, "平方米"), "176.4万平方米");
  EXPECT_EQ(chinese(10'000, "元"), "1万元");
  EXPECT_EQ(chinese(9'999, "元"), "9999元");
  EXPECT_EQ(chinese(100'000'000, "元"), "1亿元");
  EXPECT_EQ(chinese(99'999'999, "元"), "9999.9999万元");
  EXPECT_EQ(chinese(12'345'678'901, "元"), "123.45678901亿元");
  EXPECT_EQ(chinese(-1'764'000, "平方米"), "-176.4万平方米");
  EXPECT_EQ(chinese(0, "平方米"), "0平方米");
}

TEST(Render, WritesEveryDigitOfCounts) {
  EXPECT_EQ(chinese(12'993, "人"), "12993人");
  EXPECT_EQ(chinese(62'000, "人次"), "6.2万人次");
  EXPECT_EQ(chinese(62'185, "人次"), "62185人次");
  EXPECT_EQ(chinese(1'764'000, "册"), "176.4万册");
  EXPECT_EQ(chinese(9'000, "人"), "9000人");
  EXPECT_EQ(chinese(120'000'000, "人"), "1.2亿人");
  EXPECT_EQ(chinese(123'400'000, "人"), "12340万人");
  EXPECT_EQ(chinese(62'000, ""), "6.2万");
}

TEST(Render, WritesRatesAndPoints) {
  EXPECT_EQ(chinese(ratio(6349, 100), "%"), "63.49%");
  EXPECT_EQ(chinese(ratio(431, 100), "个百分点"), "4.31个百分点");
  EXPECT_EQ(chinese(1'234'500, "%"), "1234500%");
  EXPECT_EQ(chinese(5, "%", {.scale = Scale::wan}), "5%");
  EXPECT_EQ(in_english(ratio(6349, 100), "%"), "63.49%");
  EXPECT_EQ(in_english(ratio(7, 2), "‰"), "3.5‰");
}

TEST(Render, WritesCompoundUnits) {
  EXPECT_EQ(chinese(6'188, "元/人"), "6188元/人");
  EXPECT_EQ(chinese(12'000, "元/人"), "1.2万元/人");
  EXPECT_EQ(chinese(ratio(21, 5), "人/百名学生"), "4.2人/百名学生");
  EXPECT_EQ(in_english(6'188, "元/人"), "6,188 CNY/person");
  EXPECT_EQ(in_english(ratio(21, 5), "人/百名学生"), "4.2 persons/100 pupils");
  EXPECT_EQ(in_english(2, "/人"), "2/person");
}

TEST(Render, TakesScaleWordsOutOfUnits) {
  EXPECT_EQ(chinese(ratio(3'094, 5), "万元"), "618.8万元");
  EXPECT_EQ(chinese(12'000, "万元"), "1.2亿元");
  EXPECT_EQ(chinese(ratio(1, 2), "万元"), "5000元");
  EXPECT_EQ(chinese(2, "万元/亩", {.scale = Scale::none}), "20000元/亩");
  EXPECT_EQ(in_english(ratio(3'094, 5), "万元"), "6,188,000 CNY");
}

TEST(Render, GroupsEnglishDigitsOnly) {
  EXPECT_EQ(in_english(1'764'000, "平方米"), "1,764,000 m²");
  EXPECT_EQ(in_english(-1'234, "元"), "-1,234 CNY");
  EXPECT_EQ(in_english(-123, "元"), "-123 CNY");
  EXPECT_EQ(in_english(ratio(12'345'678, 1'000), "元"), "12,345.678 CNY");
  EXPECT_EQ(chinese(1'764'001, "册"), "1764001册");
}

TEST(Render, CountsEnglishWordsInThePlural) {
  EXPECT_EQ(in_english(ratio(431, 100), "个百分点"), "4.31 percentage points");
  EXPECT_EQ(in_english(1, "个百分点"), "1 percentage point");
  EXPECT_EQ(in_english(62'000, "人次"), "62,000 person-times");
  EXPECT_EQ(in_english(7, "县"), "7 counties");
  EXPECT_EQ(in_english(3, "班"), "3 classes");
  EXPECT_EQ(in_english(5, "亩"), "5 mu");
  EXPECT_EQ(in_english(2, "天"), "2 days");
  EXPECT_EQ(in_english(3, "倍"), "3 times as much");
}

TEST(Render, RoundsOnceToTheStatedPlaces) {
  EXPECT_EQ(chinese(1'764'500, "平方米", with_places(1)), "176.5万平方米");
  EXPECT_EQ(chinese(ratio(85'3459, 10'0000), "元", with_places(2)), "8.53元");
  EXPECT_EQ(chinese(5, "元", with_places(2)), "5.00元");
  EXPECT_EQ(render(Quantity(ratio(5, 2), Unit::parse("元")),
                   {.places = DecimalPlaces(0), .rounding = Rounding::half_even}),
            "2元");
}

TEST(Render, ChoosesTheScaleWordOfThePrintedNumber) {
  EXPECT_EQ(chinese(99'999'999, "元", with_places(0)), "1亿元");
  EXPECT_EQ(chinese(ratio(99'996, 10), "元", with_places(0)), "1万元");
  EXPECT_EQ(chinese(99'999'999, "元", {.places = DecimalPlaces(0), .rounding = Rounding::down}),
            "9999万元");
}

TEST(Render, StopsEndlessDecimalsAtFourPlaces) {
  EXPECT_EQ(chinese(ratio(2'000, 3), "平方米"), "666.6667平方米");
  EXPECT_EQ(chinese(ratio(20'000'000, 3), "平方米"), "666.6667万平方米");
  EXPECT_EQ(in_english(ratio(1, 3), "%"), "0.3333%");
  EXPECT_EQ(chinese(ratio(1, 1024), "元"), "0.0009765625元");
}

TEST(Render, WritesTheStatedScaleWord) {
  EXPECT_EQ(chinese(12'993, "人", {.scale = Scale::wan}), "1.2993万人");
  EXPECT_EQ(chinese(1'764'000, "平方米", {.scale = Scale::none}), "1764000平方米");
  EXPECT_EQ(chinese(1'764'000, "元", {.scale = Scale::yi}), "0.01764亿元");
  EXPECT_EQ(chinese(1'764'000, "元", with_places(2, Scale::yi)), "0.02亿元");
}

TEST(Render, RoundsAlikeInBothLanguagesUnderAStatedScaleWord) {
  const Quantity built(1'764'400, Unit::parse("平方米"));
  RenderStyle style = with_places(1, Scale::wan);
  EXPECT_EQ(render(built, style), "176.4万平方米");
  style.language = Language::en;
  EXPECT_EQ(render(built, style), "1,764,000 m²");
}

TEST(Render, NeverPutsAScaleWordInFrontOfHundredPupils) {
  EXPECT_EQ(chinese(20'000, "百名学生"), "20000百名学生");
  EXPECT_EQ(in_english(12, "百名学生"), "12 × 100 pupils");
}

TEST(RenderInterval, WritesBothEndsWithTheirUnit) {
  const Interval rate =
      Interval::closed(ratio(1'115, 17'645) * Rational(10), ratio(1'125, 17'635) * Rational(10));
  EXPECT_EQ(render(rate, Unit::parse("%"), with_places(2)), "[63.19%, 63.79%]");
}

TEST(RenderInterval, ShowsOpenAndAbsentEnds) {
  const Unit yuan = Unit::parse("元");
  EXPECT_EQ(render(Interval({Rational(3), End::closed}, {Rational(4), End::open}), yuan),
            "[3元, 4元)");
  EXPECT_EQ(render(Interval({Rational(3), End::open}, {}), yuan), "(3元, ∞)");
  EXPECT_EQ(render(Interval({}, {ratio(1, 2), End::closed}), yuan), "(-∞, 0.5元]");
  EXPECT_EQ(render(Interval::everything(), yuan), "(-∞, ∞)");
  EXPECT_EQ(render(Interval::exactly(410), Unit::parse("人")), "[410人, 410人]");
}

TEST(RenderInterval, UsesOneScaleWord) {
  EXPECT_EQ(render(Interval::closed(9'500, 10'500), Unit::parse("平方米")),
            "[0.95万平方米, 1.05万平方米]");
  EXPECT_EQ(render(Interval::closed(61'500, 62'500), Unit::parse("人次")),
            "[6.15万人次, 6.25万人次]");
  EXPECT_EQ(render(Interval::closed(61'999, 62'000), Unit::parse("人次")),
            "[61999人次, 62000人次]");
  EXPECT_EQ(render(Interval::closed(-20'000, 5), Unit::parse("元")), "[-2万元, 0.0005万元]");
}

TEST(RenderInterval, TellsItsEndsApart) {
  EXPECT_EQ(render(Interval::closed(ratio(63'821, 100'000), ratio(63'824, 100'000)),
                   Unit::parse("%"), with_places(2)),
            "[63.821%, 63.824%]");
  EXPECT_EQ(render(Interval::closed(ratio(1, 3), ratio(100'001, 300'000)), Unit::parse("元")),
            "[0.33333元, 0.33334元]");
}

TEST(RenderInterval, WritesEnglish) {
  EXPECT_EQ(render(Interval::closed(1'763'500, 1'764'500), Unit::parse("平方米"), english),
            "[1,763,500 m², 1,764,500 m²]");
}

TEST(RenderStyle, NamesItsScale) {
  EXPECT_EQ(name_of(RenderStyle::Scale::automatic), "automatic");
  EXPECT_EQ(name_of(RenderStyle::Scale::none), "none");
  EXPECT_EQ(name_of(RenderStyle::Scale::wan), "wan");
  EXPECT_EQ(name_of(RenderStyle::Scale::yi), "yi");
}

}  // namespace
}  // namespace edustat
