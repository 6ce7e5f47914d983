// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/figure.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace edustat {
namespace {

using test::refused;

static_assert(!std::is_default_constructible_v<Figure>);
static_assert(!std::is_constructible_v<Figure, double>);

Rational number(std::string_view text) {
  return Rational::parse(text);
}

TEST(Figure, ReadsDigitsScaleWordAndUnit) {
  const Figure figure("176.4万平方米");
  EXPECT_EQ(figure.value(), Rational(1764000));
  EXPECT_EQ(figure.unit().symbol(), "平方米");
  EXPECT_EQ(figure.places(), 1);
  EXPECT_EQ(figure.last_place(), Rational(1000));
  EXPECT_EQ(figure.scale_word(), "万");
  EXPECT_EQ(figure.qualifier(), Qualifier::none);
  EXPECT_EQ(figure.is_bare(), false);
  EXPECT_EQ(figure.is_exact_count(), false);
}

TEST(Figure, KeepsValuesInBaseUnits) {
  const std::vector<std::tuple<std::string_view, Rational, Rational, std::string_view>> rows{
      {"63.82%", number("3191/5000"), number("1/10000"), "%"},
      {"５．５％", number("11/200"), number("1/1000"), "%"},
      {"6‰", number("3/500"), number("1/1000"), "‰"},
      {"12.5亩", number("25000/3"), number("200/3"), "亩"},
      {"1.2万亿元", number("1200000000000"), number("100000000000"), "元"},
      {"4.31个百分点", number("431/10000"), number("1/10000"), "个百分点"},
      {"4.31百分点", number("431/10000"), number("1/10000"), "个百分点"},
      {"4000元/人", 4000, 1, "元/人"},
      {"1,764,000平方米", 1764000, 1, "平方米"},
      {"5百名学生", 500, 100, "百名学生"},
      {"三亿五千万元", 350000000, 10000000, "元"},
      {"2倍", 2, 1, "倍"},
      {"增加2倍", 3, 1, "倍"},
      {"-5.3%", number("-53/1000"), number("1/1000"), "%"}};
  for (const auto& [text, value, last_place, unit] : rows) {
    const Figure figure(text);
    EXPECT_EQ(figure.value(), value) << text;
    EXPECT_EQ(figure.last_place(), last_place) << text;
    EXPECT_EQ(figure.unit().symbol(), unit) << text;
  }
}

TEST(Figure, ReadsRatiosInWords) {
  const std::vector<std::tuple<std::string_view, Rational, Rational, std::string_view>> rows{
      {"百分之三点五", number("7/200"), number("1/1000"), "%"},
      {"千分之三", number("3/1000"), number("1/1000"), "‰"},
      {"三成五", number("7/20"), number("1/100"), ""},
      {"翻两番", 4, 1, "倍"},
      {"16.98:1", number("849/50"), number("1/100"), ""},
      {"三分之一", number("1/3"), number("1/3"), ""}};
  for (const auto& [text, value, last_place, unit] : rows) {
    const Figure figure(text);
    EXPECT_EQ(figure.value(), value) << text;
    EXPECT_EQ(figure.last_place(), last_place) << text;
    EXPECT_EQ(figure.unit().symbol(), unit) << text;
    EXPECT_EQ(figure.is_bare(), false) << text;
  }
}

TEST(Figure, IsBareWithoutUnit) {
  EXPECT_EQ(Figure("10.64万").is_bare(), true);
  EXPECT_EQ(Figure("410").is_bare(), true);
  EXPECT_EQ(Figure("约410").is_bare(), true);
  EXPECT_EQ(Figure("410人").is_bare(), false);
  EXPECT_EQ(Figure("100万以上").is_bare(), true);
}

TEST(Figure, IsAnExactCountAsAWholeNumberInACountingUnit) {
  for (const std::string_view text : {"410人", "50所", "12,993名", "三百所", "1万2993人", "0人"}) {
    EXPECT_EQ(Figure(text).is_exact_count(), true) << text;
  }
  for (const std::string_view text : {"4000元", "6.2万人次", "3百所", "三万五千人", "0.5人",
                                      "约410人", "4xx人", "410", "4000元/人", "5百名学生"}) {
    EXPECT_EQ(Figure(text).is_exact_count(), false) << text;
  }
}

TEST(Figure, ToleratesSpacesAroundItsParts) {
  const Figure figure("  176.4 万平方米　");
  EXPECT_EQ(figure.text(), "176.4 万平方米");
  EXPECT_EQ(figure.value(), Rational(1764000));
  EXPECT_EQ(Figure("410　人").value(), Rational(410));
  EXPECT_EQ(Figure("约 410 人 左右").value(), Rational(410));
}

TEST(Figure, ReadsQualifiers) {
  const std::vector<std::tuple<std::string_view, Qualifier, std::string_view, Rational>> rows{
      {"约12.2万㎡", Qualifier::about, "约", 122000},
      {"大约300人", Qualifier::about, "大约", 300},
      {"300人左右", Qualifier::about, "左右", 300},
      {"约300人左右", Qualifier::about, "约", 300},
      {"近300人", Qualifier::near, "近", 300},
      {"3600多万元", Qualifier::over, "多", 36000000},
      {"100余所", Qualifier::over, "余", 100},
      {"5万余人", Qualifier::over, "余", 50000},
      {"5千多万元", Qualifier::over, "多", 50000000},
      {"十余万平方米", Qualifier::over, "余", 100000},
      {"3亿元多", Qualifier::over, "多", 300000000},
      {"超过300人", Qualifier::at_least, "超过", 300},
      {"逾300人", Qualifier::at_least, "逾", 300},
      {"300人以上", Qualifier::at_least, "以上", 300},
      {"不足300人", Qualifier::under, "不足", 300}};
  for (const auto& [text, qualifier, word, value] : rows) {
    const Figure figure(text);
    EXPECT_EQ(figure.qualifier(), qualifier) << text;
    EXPECT_EQ(figure.qualifier_word(), word) << text;
    EXPECT_EQ(figure.value(), value) << text;
  }
}

TEST(Figure, HasNoValueWhenDigitsAreMasked) {
  for (const std::string_view text : {"6xx万册", "xx5人次", "20××年", "某万人", "约6x所"}) {
    const Figure figure(text);
    EXPECT_EQ(figure.is_masked(), true) << text;
    EXPECT_EQ(figure.value(), std::nullopt) << text;
  }
  EXPECT_EQ(Figure("6xx万册").last_place(), Rational(10000));
}

TEST(Figure, KeepsADeclaredLastPlace) {
  const Figure rate = Figure("94.3%").with_last_place(Figure::parse_last_place("0.01%"));
  EXPECT_EQ(rate.last_place(), number("1/10000"));
  EXPECT_EQ(rate.text(), "94.3%");
  const Figure heads = Figure("12000人").with_last_place(Figure::parse_last_place("1000"));
  EXPECT_EQ(heads.is_exact_count(), false);
  EXPECT_EQ(heads.interval(Precision::nearest), Interval::parse("[11500, 12500]"));
  EXPECT_EQ(heads.interval(Precision::exact), Interval::parse("[12000, 12000]"));
  EXPECT_EQ(heads == Figure("12000人"), false);
  EXPECT_EQ(Figure::parse_last_place("100元"), Rational(100));
}

TEST(Figure, RefusesALastPlaceThatItsDigitsDoNotKeep) {
  EXPECT_EQ(refused<ParseError>([] { return Figure("12345人").with_last_place(1000); }),
            "'12345人' has digits below its declared last place 1000");
  EXPECT_EQ(refused<ParseError>([] { return Figure("6xx万册").with_last_place(100000); }),
            "'6xx万册' has digits below its declared last place 100000");
  EXPECT_EQ(refused<ParseError>([] { return Figure("12人").with_last_place(0); }),
            "'12人' has digits below its declared last place 0");
  EXPECT_EQ(refused<ParseError>([] { return Figure::parse_last_place("约100"); }),
            "column 1: cannot read '约100' as a figure: a number and its unit are expected, such "
            "as 176.4万平方米");
}

TEST(Figure, RefusesUnknownUnitsWithTheirColumn) {
  EXPECT_EQ(refused<UnitError>([] { return Figure("12苹果"); }),
            "column 3: there is no unit '苹果', check the spelling or define it in table [unit] "
            "of a catalogue");
  EXPECT_EQ(refused<UnitError>([] { return Figure("1.5万人口"); }),
            "column 5: there is no unit '人口', check the spelling or define it in table [unit] "
            "of a catalogue");
}

TEST(Figure, RefusesWhatDoesNotFitWithItsColumn) {
  const std::vector<std::tuple<std::string_view, std::size_t, ErrorCode>> rows{
      {"", 1, ErrorCode::empty_text},
      {"约", 2, ErrorCode::malformed_figure},
      {"元", 1, ErrorCode::malformed_figure},
      {"万元", 1, ErrorCode::malformed_figure},
      {"63.82%%", 7, ErrorCode::malformed_figure},
      {"12 34人", 4, ErrorCode::malformed_figure},
      {"12人。", 4, ErrorCode::malformed_figure},
      {"410×4000", 4, ErrorCode::malformed_figure},
      {"七八个", 1, ErrorCode::malformed_figure},
      {"近100余人", 5, ErrorCode::malformed_figure},
      {"--5人", 2, ErrorCode::malformed_figure},
      {"1,23人", 2, ErrorCode::bad_grouping},
      {"5万万亿元", 3, ErrorCode::scale_word_order},
      {"减少2倍", 1, ErrorCode::meaningless_decrease},
      {"12\xFF", 3, ErrorCode::invalid_utf8},
      {"12\u202E人", 3, ErrorCode::forbidden_character},
      {"12人\u202E", 4, ErrorCode::forbidden_character}};
  for (const auto& [text, column, code] : rows) {
    try {
      const Figure figure(text);
      ADD_FAILURE() << text << " was read";
    } catch (const ParseError& error) {
      EXPECT_EQ(error.place().column, column) << text;
      EXPECT_EQ(name_of(error.code()), name_of(code)) << text;
    }
  }
}

TEST(Figure, RefusesHostileText) {
  EXPECT_EQ(refused<LimitError>([] { return Figure(std::string(1U << 20U, '7') + "人"); }),
            "column 4097: the number has more than 4096 digits");
  EXPECT_EQ(refused<UnitError>([] { return Figure("1e999999999"); }),
            "column 2: there is no unit 'e999999999', check the spelling or define it in table "
            "[unit] of a catalogue");
  EXPECT_EQ(refused<UnitError>([] { return Figure("7" + std::string(1U << 20U, 'q')); }),
            "column 2: there is no unit '" + std::string(40, 'q') +
                "…', check the spelling or define it in table [unit] of a catalogue");
}

TEST(Figure, ReadsTheUnitsOfAProgram) {
  const UnitSystem units = UnitSystem().define(
      Unit("千克", "kg", Dimension(Kind("mass", Kind::Nature::measuring)), 1), {});
  const Figure figure("约5千克", units);
  EXPECT_EQ(figure.value(), Rational(5));
  EXPECT_EQ(figure.scale_word(), "");
  EXPECT_EQ(Figure("5千克", units).value(), Rational(5));
}

TEST(Figure, LosesNothing) {
  const std::string digits(4000, '7');
  EXPECT_EQ(Figure(digits + "元").value()->to_string(), digits);
  EXPECT_EQ(Figure("9223372036854775807元").value()->to_string(), "9223372036854775807");
  EXPECT_EQ(Figure("999999999999999亩").value(), number("666666666666666000/1"));
  EXPECT_EQ(Figure("123456789012345.6亿元").value()->to_string(), "12345678901234560000000");
}

TEST(Figure, EqualsTheSamePrint) {
  EXPECT_EQ(Figure("410人"), Figure(" 410人"));
  EXPECT_EQ(Figure("410人").hash(), Figure("410人").hash());
  EXPECT_EQ(Figure("410人") == Figure("410名"), false);
}

TEST(Figure, PrintsAsPrinted) {
  std::ostringstream stream;
  stream << Figure("约12.2万㎡");
  EXPECT_EQ(stream.str(), "约12.2万㎡");
}

TEST(ParsePrecision, ReadsTheNamesThatNameOfGives) {
  for (const Precision precision : {Precision::exact, Precision::nearest, Precision::half_up,
                                    Precision::half_even, Precision::truncated}) {
    EXPECT_EQ(parse_precision(name_of(precision)), precision);
  }
  EXPECT_EQ(refused<CodeError>([] { return parse_precision("rounded"); }),
            "there is no name 'rounded', known are: exact, nearest, half_up, half_even, "
            "truncated");
}

}  // namespace
}  // namespace edustat
