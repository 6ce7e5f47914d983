// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/unit.hpp"

#include "edustat/quantity/unit_system.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <type_traits>
#include <utility>

namespace edustat {
namespace {

static_assert(!std::is_constructible_v<Unit, std::string, std::string, Dimension, double>);
static_assert(!std::is_convertible_v<std::string, Unit>);
static_assert(std::is_nothrow_default_constructible_v<Unit>);

Dimension money_dimension() {
  return Dimension(Kind("money", Kind::Nature::measuring));
}

TEST(Unit, IsBareByDefault) {
  EXPECT_EQ(Unit().symbol(), "");
  EXPECT_EQ(Unit().dimension().is_ratio(), true);
  EXPECT_EQ(Unit().factor(), Rational(1));
}

TEST(Unit, StaysUsableAfterAMove) {
  Unit unit = Unit::parse("元");
  const Unit other = std::move(unit);
  unit = Unit::parse("人");
  EXPECT_EQ(other.symbol(), "元");
  EXPECT_EQ(unit.symbol(), "人");
}

TEST(Unit, RefusesAFactorThatIsNotAboveZero) {
  for (const Rational& factor : {Rational(0), Rational(-2)}) {
    try {
      static_cast<void>(Unit("美元", "USD", money_dimension(), factor));
      FAIL();
    } catch (const UnitError& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_factor);
    }
  }
}

TEST(Unit, RefusesASymbolThatIsNoPlainText) {
  EXPECT_THROW(static_cast<void>(Unit("", "", money_dimension(), 1)), UnitError);
  EXPECT_THROW(static_cast<void>(Unit("\xFF", "", money_dimension(), 1)), UnitError);
  EXPECT_THROW(static_cast<void>(Unit("a\nb", "", money_dimension(), 1)), UnitError);
  EXPECT_THROW(static_cast<void>(Unit("\u202E元", "", money_dimension(), 1)), UnitError);
}

TEST(Unit, UsesItsSymbolInEnglishWhereNoneIsGiven) {
  const Unit unit("€", "", money_dimension(), 1);
  EXPECT_EQ(unit.symbol(Language::en), "€");
}

TEST(Unit, ComparesByMeaningAndKeepsTheWriting) {
  const Unit heads = Unit::parse("名");
  EXPECT_EQ(heads, Unit::parse("人"));
  EXPECT_EQ(heads.hash(), Unit::parse("人").hash());
  EXPECT_EQ(heads.symbol(), "名");
  EXPECT_EQ(heads == Unit::parse("人次"), false);
}

TEST(Unit, ComposesSymbolsInBothLanguages) {
  const Unit price = Unit::parse("元") / Unit::parse("平方米");
  EXPECT_EQ(price.symbol(), "元/平方米");
  EXPECT_EQ(price.symbol(Language::en), "CNY/m²");
  EXPECT_EQ(price.dimension().to_string(), "money/area");
  const Unit yearly = Unit::parse("元") / (Unit::parse("人") * Unit::parse("年"));
  EXPECT_EQ(yearly.symbol(), "元/人·年");
  EXPECT_EQ(yearly.symbol(Language::en), "CNY/person·year");
  EXPECT_EQ(yearly, Unit::parse("元/人") / Unit::parse("年"));
}

TEST(Unit, CancelsEqualUnits) {
  EXPECT_EQ((Unit::parse("元") / Unit::parse("元")).symbol(), "");
  EXPECT_EQ((Unit::parse("元/人") * Unit::parse("名")).symbol(), "元");
  EXPECT_EQ((Unit::parse("元") / Unit::parse("元/人")).symbol(), "人");
  EXPECT_EQ((Unit() / Unit::parse("人")).symbol(), "/人");
}

TEST(Unit, KeepsUnitsOfOneKindApartInACompound) {
  const Unit both = Unit::parse("亩") / Unit::parse("平方米");
  EXPECT_EQ(both.dimension().is_ratio(), true);
  EXPECT_EQ(both.factor(), Rational(2000) / Rational(3));
}

TEST(Unit, LeavesTheBareUnitOutOfACompound) {
  EXPECT_EQ((Unit::parse("元") * Unit()).symbol(), "元");
  EXPECT_EQ((Unit() * Unit::parse("元")).symbol(), "元");
  EXPECT_EQ((Unit::parse("倍") * Unit::parse("元")).symbol(), "元");
}

TEST(Unit, HasPowers) {
  EXPECT_EQ(Unit::parse("平方米").pow(2).symbol(), "平方米^2");
  EXPECT_EQ(Unit::parse("亩").pow(2).factor(), Rational(4'000'000) / Rational(9));
  EXPECT_EQ(Unit::parse("元/人").pow(-1).symbol(), "人/元");
  EXPECT_EQ(Unit::parse("元").pow(0), Unit());
  EXPECT_EQ(Unit::parse("平方米^2"), Unit::parse("平方米") * Unit::parse("平方米"));
  EXPECT_EQ(Unit::parse("人^-1"), Unit() / Unit::parse("人"));
  EXPECT_THROW(static_cast<void>(Unit::parse("元").pow(65)), LimitError);
}

TEST(Unit, TakesAScaleWord) {
  const Unit wan = Unit::parse("元").with_scale("万");
  EXPECT_EQ(wan.symbol(), "万元");
  EXPECT_EQ(wan.symbol(Language::en), "10,000 CNY");
  EXPECT_EQ(wan.factor(), Rational(10'000));
  EXPECT_EQ(wan.without_scale().symbol(), "元");
  EXPECT_EQ(wan, Unit::parse("万元"));
}

TEST(Unit, TakesAScaleWordInFrontOfACompound) {
  const Unit unit = Unit::parse("元/亩").with_scale("万");
  EXPECT_EQ(unit.symbol(), "万元/亩");
  EXPECT_EQ(unit.without_scale().symbol(), "元/亩");
  EXPECT_EQ(Unit::parse("元/万人").without_scale().symbol(), "元/万人");
}

TEST(Unit, RefusesAnotherOrASecondScaleWord) {
  EXPECT_THROW(static_cast<void>(Unit::parse("元").with_scale("k")), UnitError);
  EXPECT_THROW(static_cast<void>(Unit::parse("元").with_scale("万万")), UnitError);
  EXPECT_THROW(static_cast<void>(Unit::parse("万元").with_scale("万")), UnitError);
  EXPECT_THROW(static_cast<void>(Unit().with_scale("万")), UnitError);
}

TEST(Unit, PrintsItsSymbol) {
  std::ostringstream stream;
  stream << Unit::parse("平方米/生");
  EXPECT_EQ(stream.str(), "平方米/生");
}

}  // namespace
}  // namespace edustat
