// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/observation.hpp"

#include <gtest/gtest.h>

#include <type_traits>
#include <variant>

namespace edustat {
namespace {

static_assert(!std::is_default_constructible_v<Observation>);
static_assert(!std::is_constructible_v<Observation, double>);

TEST(Observation, IsAQuantityOrAReason) {
  const Observation nil_return = Quantity(0, Unit::parse("人"));
  const Observation not_reported = Gap::missing;
  EXPECT_EQ(std::get<Quantity>(nil_return), Quantity(0, Unit::parse("人")));
  EXPECT_EQ(std::get<Gap>(not_reported), Gap::missing);
  EXPECT_EQ(nil_return == not_reported, false);
}

TEST(Gap, HasItsNameInBothLanguages) {
  EXPECT_EQ(name_of(Gap::missing, Language::zh), "缺报");
  EXPECT_EQ(name_of(Gap::not_applicable, Language::zh), "不适用");
  EXPECT_EQ(name_of(Gap::suppressed, Language::zh), "不公布");
  EXPECT_EQ(name_of(Gap::undefined, Language::zh), "无意义");
  EXPECT_EQ(name_of(Gap::missing, Language::en), "missing");
  EXPECT_EQ(name_of(Gap::not_applicable, Language::en), "not_applicable");
  EXPECT_EQ(name_of(Gap::suppressed, Language::en), "suppressed");
  EXPECT_EQ(name_of(Gap::undefined, Language::en), "undefined");
}

}  // namespace
}  // namespace edustat
