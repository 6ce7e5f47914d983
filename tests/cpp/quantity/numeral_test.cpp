// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/numeral.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat {
namespace {

using test::refused;

/// Texts with their values as Rational::parse reads them.
using Readings = std::vector<std::pair<std::string_view, std::string_view>>;

void expect_readings(const Readings& readings) {
  for (const auto& [text, value] : readings) {
    EXPECT_EQ(parse_number(text), Rational::parse(value)) << text;
  }
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

/// Where a text is refused, and why.
struct Refusal {
  std::string_view text;
  std::size_t column;
  ErrorCode code = ErrorCode::malformed_number;
};

void expect_refusals(const std::vector<Refusal>& refusals) {
  for (const Refusal& refusal : refusals) {
    try {
      const Rational value = parse_number(refusal.text);
      ADD_FAILURE() << refusal.text << " was read as " << value;
    } catch (const ParseError& error) {
      EXPECT_EQ(error.place().column, refusal.column) << refusal.text;
      EXPECT_EQ(name_of(error.code()), name_of(refusal.code)) << refusal.text;
    }
  }
}

TEST(ParseNumber, ReadsArabicDigits) {
  expect_readings({{"0", "0"},
                   {"010", "10"},
                   {"12.50", "12.5"},
                   {"-3.8", "-3.8"},
                   {"+7", "7"},
                   {" 42　", "42"},
                   {"1,764,000", "1764000"},
                   {"1,764.25", "1764.25"}});
}

TEST(ParseNumber, ReadsFullWidthCharacters) {
  expect_readings({{"３，０００", "3000"},
                   {"２.５万亿", "2500000000000"},
                   {"－１２．５％", "-1/8"},
                   {"３：２", "3/2"}});
}

TEST(ParseNumber, ReadsScaleWordsBehindArabicDigits) {
  expect_readings({{"1.00005万", "10000.5"},
                   {"176.4 万", "1764000"},
                   {"3百", "300"},
                   {"2.5千", "2500"},
                   {"5百万", "5000000"},
                   {"25千万", "250000000"},
                   {"3亿", "300000000"},
                   {"1.2万亿", "1200000000000"},
                   {"2兆", "2000000000000"},
                   {"1亿亿", "10000000000000000"},
                   {"3千万亿亿", "300000000000000000000000"},
                   {"三千万亿亿", "300000000000000000000000"},
                   {"1億", "100000000"}});
}

TEST(ParseNumber, ReadsChineseNumerals) {
  expect_readings({{"〇", "0"},
                   {"三十四", "34"},
                   {"十五", "15"},
                   {"一百零五", "105"},
                   {"一百一十", "110"},
                   {"一万零三十", "10030"},
                   {"三亿五千万", "350000000"},
                   {"五十万亿", "50000000000000"},
                   {"一亿亿", "10000000000000000"},
                   {"一万兆", "10000000000000000"},
                   {"壹佰贰拾叁万肆仟伍佰陆拾柒", "1234567"},
                   {"兩萬億", "2000000000000"},
                   {"廿二", "22"},
                   {"卅", "30"},
                   {"一百卌五", "145"},
                   {"负零点二", "-0.2"},
                   {"正三", "3"}});
}

TEST(ParseNumber, ReadsDecimalsBehindTheSpokenPoint) {
  expect_readings({{"一点五", "1.5"},
                   {"零点零五", "0.05"},
                   {"一百点123", "100.123"},
                   {"一点五万", "15000"},
                   {"十二点三亿", "1230000000"},
                   {"零点五万亿", "500000000000"}});
}

TEST(ParseNumber, ReadsShortForms) {
  expect_readings({{"两千六", "2600"},
                   {"一百二", "120"},
                   {"三万五", "35000"},
                   {"一百二十万三", "1203000"},
                   {"8千3", "8300"},
                   {"3亿5", "350000000"}});
}

TEST(ParseNumber, ReadsDigitsOneByOne) {
  expect_readings({{"一七二零", "1720"}, {"二〇一八", "2018"}, {"一七二零点一", "1720.1"}});
}

TEST(ParseNumber, ReadsMixedDigits) {
  expect_readings({{"100万三千", "1003000"},
                   {"200亿零四千230", "20000004230"},
                   {"1万600", "10600"},
                   {"1百01", "101"},
                   {"2千零30万", "20300000"}});
}

TEST(ParseNumber, ReadsPercentages) {
  expect_readings({{"63.82%", "0.6382"},
                   {"6‰", "0.006"},
                   {"百分之三点五", "0.035"},
                   {"百分之120", "1.2"},
                   {"百分之百", "1"},
                   {"百分之负三点八", "-0.038"},
                   {"负百分之三", "-0.03"},
                   {"千分之一", "0.001"},
                   {"万分之三", "0.0003"}});
}

TEST(ParseNumber, ReadsFractionsAndRatios) {
  expect_readings({{"三分之一", "1/3"},
                   {"二十五分之四", "4/25"},
                   {"16.97:1", "16.97"},
                   {"1：16.98", "50/849"},
                   {"3∶2", "3/2"}});
}

TEST(ParseNumber, ReadsTenths) {
  expect_readings({{"三成", "0.3"},
                   {"三成五", "0.35"},
                   {"三成半", "0.35"},
                   {"7.2成", "0.72"},
                   {"十成", "1"},
                   {"八折", "0.8"},
                   {"八五折", "0.85"},
                   {"85折", "0.85"},
                   {"9.5折", "0.95"}});
}

TEST(ParseNumber, ReadsMultiples) {
  expect_readings({{"翻番", "2"},
                   {"翻一番", "2"},
                   {"翻了两番", "4"},
                   {"翻10番", "1024"},
                   {"2倍", "2"},
                   {"增加2倍", "3"},
                   {"增长了一点五倍", "2.5"},
                   {"增加到2倍", "2"},
                   {"提高为3倍", "3"}});
}

TEST(ParseNumber, LosesNothingUpToItsLimit) {
  const std::string digits = repeated("7", 4096);
  EXPECT_EQ(parse_number(digits).to_string(), digits);
  const std::string decimals = "0." + repeated("3", 4095);
  EXPECT_EQ(parse_number(decimals), Rational::parse(decimals));
  EXPECT_EQ(parse_number(repeated("九", 4096)).to_string(), repeated("9", 4096));
  EXPECT_EQ(parse_number(repeated("７", 4096) + "万").to_string(), digits + "0000");
}

TEST(ParseNumber, RefusesMoreDigitsThanItsLimit) {
  EXPECT_EQ(refused<LimitError>([] { return parse_number(std::string(4097, '7')); }),
            "column 4097: the number has more than 4096 digits");
  EXPECT_EQ(refused<LimitError>([] { return parse_number(std::string(1U << 20U, '9')); }),
            "column 4097: the number has more than 4096 digits");
  EXPECT_EQ(refused<LimitError>([] { return parse_number("0." + std::string(1U << 20U, '0')); }),
            "column 4098: the number has more than 4096 digits");
  EXPECT_EQ(refused<LimitError>([] { return parse_number("翻65番"); }),
            "column 2: power 65 is outside -64 to 64");
}

TEST(ParseNumber, RefusesWhatDoesNotFitWithItsColumn) {
  expect_refusals({{"12..3", 4},       {"12.", 3},
                   {".5", 1},          {"--5", 2},
                   {"1e999999999", 2}, {"0x1F", 2},
                   {"12 34", 4},       {"10.1万零100", 6},
                   {"百十一", 1},      {"十一十二", 3, ErrorCode::scale_word_order},
                   {"三千五万", 3},    {"三万五亿", 3},
                   {"三万亿五", 4},    {"一百零", 4},
                   {"零点", 2},        {"两十", 2},
                   {"二十两", 3},      {"三万两", 3},
                   {"1/3", 2},         {"3:0", 3},
                   {"七八成", 3},      {"翻1.5番", 2},
                   {"增加30%", 5},     {"6xx", 2},
                   {"某", 1},          {"哈哈", 1},
                   {"410人", 4}});
}

TEST(ParseNumber, RefusesScaleWordsInTheWrongOrder) {
  expect_refusals({{"5万万亿", 3, ErrorCode::scale_word_order},
                   {"5万万", 3, ErrorCode::scale_word_order},
                   {"五万万", 3, ErrorCode::scale_word_order},
                   {"一亿亿亿", 4, ErrorCode::scale_word_order},
                   {"1亿亿亿", 4, ErrorCode::scale_word_order},
                   {"1兆亿", 3, ErrorCode::scale_word_order},
                   {"一兆亿", 3, ErrorCode::scale_word_order},
                   {"三百五千", 4, ErrorCode::scale_word_order},
                   {"三亿20000万", 8, ErrorCode::scale_word_order},
                   {"3万40000", 3, ErrorCode::scale_word_order},
                   {"一亿五千万二百亿", 8, ErrorCode::scale_word_order}});
}

TEST(ParseNumber, RefusesGroupsThatAreNotOfThree) {
  expect_refusals({{"1,23", 2, ErrorCode::bad_grouping},
                   {"1234,567", 5, ErrorCode::bad_grouping},
                   {"12,34,567", 3, ErrorCode::bad_grouping},
                   {"1,2345", 2, ErrorCode::bad_grouping},
                   {"1,764，000", 6, ErrorCode::bad_grouping},
                   {"1,,000", 2},
                   {"1.5,000", 4}});
}

TEST(ParseNumber, RefusesTextThatIsNotPlain) {
  expect_refusals({{"", 1, ErrorCode::empty_text},
                   {"  ", 3, ErrorCode::empty_text},
                   {"12\xFF", 3, ErrorCode::invalid_utf8},
                   {"1\xC0\xB0", 2, ErrorCode::invalid_utf8},
                   {"三\xE4\xB8", 2, ErrorCode::invalid_utf8},
                   {"12\u202E34", 3, ErrorCode::forbidden_character},
                   {std::string_view("1\0", 2), 2, ErrorCode::forbidden_character}});
}

TEST(ParseNumber, RefusesADecreaseByMultiples) {
  EXPECT_EQ(refused<ParseError>([] { return parse_number("减少2倍"); }),
            "column 1: '减少2倍' has no meaning: less by one time is already nothing, state a "
            "percentage such as 减少50%");
  expect_refusals({{"下降了3倍", 1, ErrorCode::meaningless_decrease}});
}

TEST(ParseNumber, QuotesOnlyTheBeginningOfALongText) {
  EXPECT_EQ(refused<ParseError>([] { return parse_number("1x" + std::string(1U << 20U, '1')); }),
            "column 2: cannot read '1x" + std::string(38, '1') + "…' as a number such as -12.50");
}

TEST(ReadNumeral, SaysHowFarTheNumberReaches) {
  const Numeral numeral = read_numeral("176.4万平方米，其中");
  EXPECT_EQ(numeral.value, Rational(1764000));
  EXPECT_EQ(numeral.length, std::string_view("176.4万").size());
  EXPECT_EQ(numeral.scale_word, "万");
  EXPECT_EQ(numeral.decimals, 1);
  EXPECT_EQ(numeral.last_place, Rational(1000));
  EXPECT_EQ(numeral.is_percent, false);
  EXPECT_EQ(read_numeral("63.82%。").length, 6U);
  EXPECT_EQ(read_numeral("3. Next").length, 1U);
}

TEST(ReadNumeral, NamesTheWorthOfTheLastDigit) {
  const std::vector<std::tuple<std::string_view, Rational, Rational>> rows{
      {"12000", 1, 1000},
      {"3600万", 10000, 1000000},
      {"0", 1, 1},
      {"0.050", Rational::parse("0.001"), Rational::parse("0.01")},
      {"三千", 1000, 1000},
      {"两千六", 100, 100},
      {"三亿五千万", 10000000, 10000000},
      {"1万600", 1, 100},
      {"百分之三点五", Rational::parse("0.001"), Rational::parse("0.001")},
      {"三成", Rational::parse("0.1"), Rational::parse("0.1")},
      {"16.90:1", Rational::parse("0.01"), Rational::parse("0.1")}};
  for (const auto& [text, last_place, last_nonzero_place] : rows) {
    const Numeral numeral = read_numeral(text);
    EXPECT_EQ(numeral.last_place, last_place) << text;
    EXPECT_EQ(numeral.last_nonzero_place, last_nonzero_place) << text;
  }
}

TEST(ReadNumeral, KeepsTheScaleWordOfAnUnfinishedNumber) {
  EXPECT_EQ(read_numeral("三万五").scale_word, "万");
  EXPECT_EQ(read_numeral("五千万").scale_word, "万");
  EXPECT_EQ(read_numeral("5千万").scale_word, "千万");
  EXPECT_EQ(read_numeral("三百").scale_word, "");
  EXPECT_EQ(read_numeral("一万零三").scale_word, "");
}

TEST(ReadNumeral, BoundsMaskedDigits) {
  for (const std::string_view text : {"6xx万", "6XX万", "6××万", "6**万", "6□□万", "６ｘｘ万"}) {
    const Numeral numeral = read_numeral(text);
    EXPECT_EQ(numeral.value, std::nullopt) << text;
    EXPECT_EQ(numeral.lowest, Rational(6000000)) << text;
    EXPECT_EQ(numeral.highest, Rational(6990000)) << text;
    EXPECT_EQ(numeral.last_place, Rational(10000)) << text;
  }
  EXPECT_EQ(read_numeral("-xx5").lowest, Rational(-995));
  EXPECT_EQ(read_numeral("-xx5").highest, Rational(-5));
  EXPECT_EQ(read_numeral("某万").lowest, Rational(0));
  EXPECT_EQ(read_numeral("某万").highest, std::nullopt);
}

TEST(ReadNumeral, TakesASingleTimesSignForAProduct) {
  EXPECT_EQ(refused<ParseError>([] { return read_numeral("410×4000"); }),
            "column 4: cannot read '410×4000' as a number such as -12.50");
}

}  // namespace
}  // namespace edustat
