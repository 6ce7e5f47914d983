// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/quantity.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <vector>

namespace edustat {
namespace {

static_assert(!std::is_default_constructible_v<Quantity>);
static_assert(!std::is_constructible_v<Quantity, double, Unit>);
static_assert(!std::is_constructible_v<Quantity, float, Unit>);
static_assert(!std::is_constructible_v<Quantity, bool, Unit>);
static_assert(!std::is_constructible_v<Quantity, Rational>);
static_assert(!std::is_convertible_v<Rational, Quantity>);

Quantity quantity(std::string_view text) {
  return Quantity::parse(text);
}

Rational fraction(std::int64_t numerator, std::int64_t denominator) {
  return Rational(numerator) / Rational(denominator);
}

Fault fault_of_parse(std::string_view text) {
  try {
    static_cast<void>(Quantity::parse(text));
  } catch (const Error& error) {
    return error.faults().front();
  }
  return Fault{ErrorCode::bad_step};
}

template <typename Operation>
Fault fault_of_operation(Operation operation) {
  try {
    static_cast<void>(operation());
  } catch (const Error& error) {
    return error.faults().front();
  }
  return Fault{ErrorCode::bad_step};
}

TEST(Quantity, ReadsScaleWordsIntoItsNumber) {
  EXPECT_EQ(quantity("1.8万平方米").value(), Rational(18'000));
  EXPECT_EQ(quantity("1.8万平方米").unit().symbol(), "平方米");
  EXPECT_EQ(quantity("1,764,000 m²").value(), Rational(1'764'000));
  EXPECT_EQ(quantity("4000元/人").unit().symbol(), "元/人");
}

TEST(Quantity, ReadsRates) {
  EXPECT_EQ(quantity("63.82%").value(), fraction(3191, 50));
  EXPECT_EQ(quantity("63.82％").base_value(), fraction(3191, 5000));
  EXPECT_EQ(quantity("3.5‰").base_value(), fraction(7, 2000));
  EXPECT_EQ(quantity("4.31个百分点").value(), fraction(431, 100));
  EXPECT_EQ(quantity("4百分点").value(), Rational(4));
  EXPECT_EQ(quantity("百分之三点五").base_value(), fraction(7, 200));
  EXPECT_EQ(quantity("5百名学生"), quantity("500生"));
  EXPECT_EQ(quantity("16.97:1").base_value(), fraction(1697, 100));
}

TEST(Quantity, ReadsBareNumbersAndFractions) {
  EXPECT_EQ(quantity("410"), Quantity(410, Unit()));
  EXPECT_EQ(quantity("-7/3元"), Quantity(fraction(-7, 3), Unit::parse("元")));
  EXPECT_EQ(quantity("7/3万元").base_value(), fraction(70'000, 3));
  EXPECT_EQ(quantity("2/人"), Quantity(2, Unit::parse("/人")));
}

TEST(Quantity, IgnoresSpacesAround) {
  EXPECT_EQ(quantity(" 410 人\u3000"), quantity("410人"));
}

TEST(Quantity, RefusesTextThatIsNoExactFigure) {
  EXPECT_EQ(fault_of_parse("").code, ErrorCode::empty_text);
  EXPECT_EQ(fault_of_parse("  ").code, ErrorCode::empty_text);
  EXPECT_EQ(fault_of_parse("6xx万册").code, ErrorCode::malformed_figure);
  EXPECT_EQ(fault_of_parse("63%元").code, ErrorCode::malformed_figure);
  EXPECT_EQ(fault_of_parse("\xFF").code, ErrorCode::invalid_utf8);
  EXPECT_THROW(static_cast<void>(quantity("平方米")), ParseError);
  EXPECT_THROW(static_cast<void>(quantity("1/0元")), ZeroError);
}

TEST(Quantity, NamesAnUnknownUnitAndItsColumn) {
  const Fault fault = fault_of_parse("410美元");
  EXPECT_EQ(fault.code, ErrorCode::unknown_unit);
  EXPECT_EQ(fault.arguments, std::vector<std::string>{"美元"});
  EXPECT_EQ(fault.place.column, 4U);
}

TEST(Quantity, ReadsUnitsOfItsSystem) {
  const Unit dollar("美元", "USD", Dimension(Kind("us_dollar", Kind::Nature::measuring)), 1);
  const Quantity value = Quantity::parse("3.2万美元", UnitSystem().define(dollar));
  EXPECT_EQ(value, Quantity(32'000, dollar));
  EXPECT_THROW(static_cast<void>(value + quantity("1元")), UnitError);
}

TEST(Quantity, EqualsByMeaning) {
  EXPECT_EQ(quantity("1公顷"), quantity("10000平方米"));
  EXPECT_EQ(quantity("15亩"), quantity("1公顷"));
  EXPECT_EQ(quantity("1平方公里"), quantity("100公顷"));
  EXPECT_EQ(quantity("3名"), quantity("3人"));
  EXPECT_EQ(quantity("1百名学生"), quantity("100生"));
  EXPECT_EQ(quantity("50%"), quantity("0.5"));
  EXPECT_EQ(quantity("3人") == quantity("3人次"), false);
  EXPECT_EQ(quantity("3个百分点") == quantity("3%"), false);
}

TEST(Quantity, HashesByMeaning) {
  EXPECT_EQ(quantity("1公顷").hash(), quantity("10000平方米").hash());
  EXPECT_EQ(quantity("50%").hash(), quantity("0.5").hash());
  const std::unordered_set<Quantity> set{quantity("1公顷"), quantity("15亩"), quantity("1万㎡"),
                                         quantity("1人"), quantity("1人次")};
  EXPECT_EQ(set.size(), 3U);
}

TEST(Quantity, OrdersWithinADimensionOnly) {
  EXPECT_EQ(quantity("1亩") < quantity("667平方米"), true);
  EXPECT_EQ(quantity("1亩") > quantity("666平方米"), true);
  const Fault fault = fault_of_operation([] { return quantity("1人") < quantity("2人次"); });
  EXPECT_EQ(fault.code, ErrorCode::mixed_units);
  EXPECT_EQ(fault.arguments,
            (std::vector<std::string>{"人", "<", "人次", "person", "person_time"}));
}

TEST(Quantity, AddsInTheLeftUnit) {
  const Quantity sum = quantity("1公顷") + quantity("15亩");
  EXPECT_EQ(sum.value(), Rational(2));
  EXPECT_EQ(sum.unit().symbol(), "公顷");
  EXPECT_EQ((quantity("3人") + quantity("2名")).to_string(), "5人");
  EXPECT_EQ((quantity("3人") - quantity("5名")).to_string(), "-2人");
  EXPECT_EQ((-quantity("3人")).to_string(), "-3人");
}

TEST(Quantity, SaysWhyItDoesNotAdd) {
  const Fault fault = fault_of_operation([] { return quantity("1人") + quantity("2人次"); });
  EXPECT_EQ(fault.message(Language::en),
            "cannot compute '人' + '人次': the dimensions are person and person_time");
}

TEST(Quantity, RefusesSumsOfDifferentKinds) {
  const Fault fault = fault_of_operation([] { return quantity("1人") + quantity("2人次"); });
  EXPECT_EQ(fault.code, ErrorCode::mixed_units);
  EXPECT_EQ(fault.arguments,
            (std::vector<std::string>{"人", "+", "人次", "person", "person_time"}));
  EXPECT_THROW(static_cast<void>(quantity("1所") + quantity("1个")), UnitError);
  EXPECT_THROW(static_cast<void>(quantity("1元") - quantity("1平方米")), UnitError);
  EXPECT_THROW(static_cast<void>(quantity("1元") + quantity("1")), UnitError);
}

TEST(Quantity, TakesDifferencesOfRatesInPoints) {
  const Quantity difference = quantity("67.15%") - quantity("62.84%");
  EXPECT_EQ(difference.to_string(), "4.31个百分点");
  EXPECT_EQ((quantity("5‰") - quantity("1‰")).to_string(), "0.4个百分点");
  EXPECT_EQ((quantity("1.2") - quantity("1")).to_string(), "0.2");
  EXPECT_EQ((quantity("120%") - quantity("1")).to_string(), "20%");
  EXPECT_EQ((difference + difference).to_string(), "8.62个百分点");
}

TEST(Quantity, DoesNotAddPercentAndPoints) {
  EXPECT_THROW(static_cast<void>(quantity("5%") + quantity("1个百分点")), UnitError);
  EXPECT_THROW(static_cast<void>(quantity("5%") - quantity("1个百分点")), UnitError);
  EXPECT_THROW(static_cast<void>(quantity("5%") < quantity("1个百分点")), UnitError);
  EXPECT_EQ((quantity("5%") + quantity("1%")).to_string(), "6%");
}

TEST(Quantity, ComposesUnits) {
  EXPECT_EQ((quantity("410人") * quantity("4000元/人")).to_string(), "1640000元");
  EXPECT_EQ((quantity("164万元") / quantity("410人")).to_string(), "4000元/人");
  EXPECT_EQ((quantity("6平方米") / quantity("4生")).to_string(), "1.5平方米/生");
  EXPECT_EQ((quantity("3") / quantity("2人")).to_string(), "1.5/人");
}

TEST(Quantity, CancelsKindsToABareNumber) {
  EXPECT_EQ((quantity("112万平方米") / quantity("176.4万平方米")).unit().symbol(), "");
  EXPECT_EQ(quantity("112万平方米") / quantity("176.4万平方米"),
            Quantity(fraction(40, 63), Unit()));
  EXPECT_EQ((quantity("2公顷") / quantity("15亩")).to_string(), "2");
  EXPECT_EQ((quantity("3元/亩") * quantity("2000平方米/元")).to_string(), "9");
}

TEST(Quantity, KeepsTheUnitBesideARatio) {
  EXPECT_EQ((quantity("50%") * quantity("12元")).to_string(), "6元");
  EXPECT_EQ((quantity("12元") * quantity("50%")).to_string(), "6元");
  EXPECT_EQ((quantity("12元") / quantity("50%")).to_string(), "24元");
  EXPECT_EQ((quantity("50%") / quantity("2人")).to_string(), "0.25/人");
  EXPECT_EQ((quantity("4个百分点") * quantity("2")).to_string(), "8个百分点");
}

TEST(Quantity, RefusesDivisionByZero) {
  const Fault fault = fault_of_operation([] { return quantity("5元") / quantity("0人"); });
  EXPECT_EQ(fault.code, ErrorCode::division_by_zero);
  EXPECT_EQ(fault.arguments, std::vector<std::string>{"5元"});
  EXPECT_THROW(static_cast<void>(quantity("0人") / quantity("0人")), ZeroError);
}

TEST(Quantity, HasPowers) {
  EXPECT_EQ(quantity("120%").pow(2), quantity("1.44"));
  EXPECT_EQ(quantity("3元").pow(2).to_string(), "9元^2");
  EXPECT_EQ(quantity("2人").pow(-1).to_string(), "0.5/人");
  EXPECT_EQ(quantity("7元").pow(0).to_string(), "1");
  EXPECT_THROW(static_cast<void>(quantity("0元").pow(-1)), ZeroError);
  EXPECT_THROW(static_cast<void>(quantity("2元").pow(65)), LimitError);
}

TEST(Quantity, ConvertsWithinADimensionOnly) {
  EXPECT_EQ(quantity("10亩").in_unit(Unit::parse("平方米")).to_string(), "20000/3平方米");
  EXPECT_EQ(quantity("6188000元").in_unit(Unit::parse("万元")).to_string(), "618.8万元");
  EXPECT_EQ(quantity("0.5").in_unit(Unit::parse("%")).to_string(), "50%");
  EXPECT_EQ(quantity("4元/人·月").in_unit(Unit::parse("元/人·年")).to_string(), "48元/人·年");
  EXPECT_THROW(static_cast<void>(quantity("1元").in_unit(Unit::parse("人"))), UnitError);
}

TEST(Quantity, PrintsAllDigits) {
  EXPECT_EQ(quantity("1.8万平方米").to_string(), "18000平方米");
  EXPECT_EQ(quantity("7/3元").to_string(), "7/3元");
  EXPECT_EQ(quantity("1/1024").to_string(), "0.0009765625");
  EXPECT_EQ(quantity("-0.50元").to_string(), "-0.5元");
}

// Law 1: in_unit(u).in_unit(unit()) is the same quantity in the same unit.
TEST(QuantityLaws, UnitConversionsRoundTripExactly) {
  const auto words = UnitSystem().words();
  const Rational value = fraction(-1'234'567, 1'001);
  for (const auto& [from_word, from] : words) {
    for (const auto& [to_word, to] : words) {
      if (!(from.dimension() == to.dimension())) continue;
      const Quantity start(value, from);
      const Quantity back = start.in_unit(to).in_unit(from);
      EXPECT_EQ(start.in_unit(to), start) << from_word << " " << to_word;
      EXPECT_EQ(back.value(), value) << from_word << " " << to_word;
    }
  }
}

// Law 2: a / b * b == a, and a * b / b == a.
TEST(QuantityLaws, MultiplicationUndoesDivision) {
  const auto words = UnitSystem().words();
  const Rational three_sevenths = fraction(3, 7);
  for (const auto& [left_word, left] : words) {
    for (const auto& [right_word, right] : words) {
      const Quantity a(fraction(22, 9), left);
      const Quantity b(three_sevenths, right);
      EXPECT_EQ(a / b * b, a) << left_word << " " << right_word;
      EXPECT_EQ(a * b / b, a) << left_word << " " << right_word;
    }
  }
}

// Law 3: a + b == b + a, and equal quantities hash alike.
TEST(QuantityLaws, SumsDoNotDependOnTheirOrder) {
  std::mt19937_64 random(20171130);
  const std::vector<Unit> units{Unit::parse("亩"), Unit::parse("公顷"), Unit::parse("平方米"),
                                Unit::parse("万平方米"), Unit::parse("平方公里")};
  for (int i = 0; i < 2000; ++i) {
    const auto number = [&] {
      return fraction(static_cast<std::int64_t>(random() % 2'000'001) - 1'000'000,
                      static_cast<std::int64_t>(random() % 999) + 1);
    };
    const Quantity a(number(), units[random() % units.size()]);
    const Quantity b(number(), units[random() % units.size()]);
    EXPECT_EQ(a + b, b + a);
    EXPECT_EQ((a + b).hash(), (b + a).hash());
    EXPECT_EQ(a + b - b, a);
  }
}

// Law 4: parse(to_string()) is the same quantity.
TEST(QuantityLaws, TextFormReadsBack) {
  for (const auto& [word, unit] : UnitSystem().words()) {
    for (const Rational& value : {fraction(-7, 3), fraction(5, 4), Rational(12), Rational(0)}) {
      const Quantity start(value, unit);
      EXPECT_EQ(Quantity::parse(start.to_string()), start) << word << " " << start;
    }
  }
}

}  // namespace
}  // namespace edustat
