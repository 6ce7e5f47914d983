// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/dimension.hpp"

#include "edustat/error/error.hpp"

#include <gtest/gtest.h>

#include <string>

namespace edustat {
namespace {

const Kind area("area", Kind::Nature::measuring);
const Kind money("money", Kind::Nature::measuring);
const Kind person("person", Kind::Nature::counting);
const Kind pupil("pupil", Kind::Nature::counting);
const Kind school("school", Kind::Nature::counting);

ErrorCode code_of_kind(const std::string& name) {
  try {
    static_cast<void>(Kind(name, Kind::Nature::counting));
  } catch (const UnitError& error) {
    return error.code();
  }
  return ErrorCode::empty_text;
}

TEST(Kind, RefusesNamesOutsideItsAlphabet) {
  EXPECT_EQ(code_of_kind(""), ErrorCode::malformed_unit);
  EXPECT_EQ(code_of_kind("Desk"), ErrorCode::malformed_unit);
  EXPECT_EQ(code_of_kind("desk set"), ErrorCode::malformed_unit);
  EXPECT_EQ(code_of_kind("桌"), ErrorCode::malformed_unit);
  EXPECT_EQ(code_of_kind(std::string(31, 'a')), ErrorCode::malformed_unit);
}

TEST(Kind, KeepsThirtyBytes) {
  const std::string name(30, 'z');
  EXPECT_EQ(Kind(name, Kind::Nature::counting).name(), name);
}

TEST(Kind, ComparesByName) {
  EXPECT_EQ(Kind("area", Kind::Nature::counting) == area, true);
  EXPECT_EQ(area < money, true);
}

TEST(Dimension, IsARatioWithoutKinds) {
  EXPECT_EQ(Dimension().is_ratio(), true);
  EXPECT_EQ((Dimension(area) / Dimension(area)).is_ratio(), true);
  EXPECT_EQ(Dimension(area).is_ratio(), false);
}

TEST(Dimension, DoesNotDependOnTheOrderOfItsFactors) {
  const Dimension one = Dimension(money) / Dimension(person) * Dimension(area);
  const Dimension other = Dimension(area) * Dimension(money) / Dimension(person);
  EXPECT_EQ(one == other, true);
  EXPECT_EQ(one.hash(), other.hash());
  EXPECT_EQ(one.to_string(), "area·money/person");
}

TEST(Dimension, HasATextForm) {
  EXPECT_EQ(Dimension().to_string(), "ratio");
  EXPECT_EQ((Dimension(area) / Dimension(person)).to_string(), "area/person");
  EXPECT_EQ((Dimension() / Dimension(person)).to_string(), "1/person");
  EXPECT_EQ(Dimension(area).pow(2).to_string(), "area^2");
  EXPECT_EQ(Dimension(area).pow(-2).to_string(), "1/area^2");
}

TEST(Dimension, ListsItsFactorsByName) {
  const auto factors = (Dimension(pupil).pow(-1) * Dimension(area)).factors();
  ASSERT_EQ(factors.size(), 2U);
  EXPECT_EQ(factors[0], (Dimension::Factor{area, 1}));
  EXPECT_EQ(factors[1], (Dimension::Factor{pupil, -1}));
}

TEST(Dimension, CountsHeadsOnlyAloneAndToThePowerOne) {
  EXPECT_EQ(Dimension(person).is_count(), true);
  EXPECT_EQ(Dimension(area).is_count(), false);
  EXPECT_EQ(Dimension().is_count(), false);
  EXPECT_EQ(Dimension(person).pow(2).is_count(), false);
  EXPECT_EQ((Dimension(person) / Dimension(pupil)).is_count(), false);
}

TEST(Dimension, SeparatesMeasuringFromCountingKinds) {
  const Dimension per_pupil = Dimension(area) / Dimension(pupil);
  EXPECT_EQ(per_pupil.measuring_part() == Dimension(area), true);
  EXPECT_EQ(per_pupil.counting_power(), -1);
  EXPECT_EQ((Dimension(person) * Dimension(school)).counting_power(), 2);
  EXPECT_EQ((Dimension(money) / Dimension(area)).measuring_part().to_string(), "money/area");
}

TEST(Dimension, DropsOnlyCountsThatDivide) {
  EXPECT_EQ((Dimension(area) / Dimension(pupil)).without_divisor_counts() == Dimension(area), true);
  EXPECT_EQ((Dimension(person) / Dimension(area)).without_divisor_counts().to_string(),
            "person/area");
}

TEST(Dimension, LeavesPointsOutOfTheMeasuringPart) {
  const Dimension points(Kind("percentage_point", Kind::Nature::point));
  EXPECT_EQ(points.measuring_part().is_ratio(), true);
  EXPECT_EQ(points == Dimension(), false);
}

TEST(Dimension, HoldsFourKinds) {
  const Dimension four = Dimension(area) * Dimension(money) * Dimension(person) / Dimension(pupil);
  EXPECT_EQ(four.factors().size(), 4U);
  EXPECT_EQ((four / Dimension(area)).factors().size(), 3U);
  try {
    static_cast<void>(four * Dimension(school));
    FAIL();
  } catch (const LimitError& error) {
    EXPECT_EQ(error.code(), ErrorCode::too_many_kinds);
  }
}

TEST(Dimension, StopsAtPowersOfSixtyFour) {
  EXPECT_EQ(Dimension(area).pow(64).to_string(), "area^64");
  EXPECT_THROW(static_cast<void>(Dimension(area).pow(65)), LimitError);
  EXPECT_THROW(static_cast<void>(Dimension(area).pow(-64) / Dimension(area)), LimitError);
  EXPECT_THROW(static_cast<void>(Dimension().pow(1000)), LimitError);
}

TEST(Kind, NamesItsNature) {
  EXPECT_EQ(name_of(Kind::Nature::measuring), "measuring");
  EXPECT_EQ(name_of(Kind::Nature::counting), "counting");
  EXPECT_EQ(name_of(Kind::Nature::point), "point");
}

}  // namespace
}  // namespace edustat
