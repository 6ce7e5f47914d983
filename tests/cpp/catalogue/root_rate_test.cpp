// SPDX-License-Identifier: Apache-2.0
#include "lib/catalogue/root_rate.hpp"

#include "edustat/catalogue/bound.hpp"
#include "edustat/catalogue/catalogue.hpp"
#include "edustat/catalogue/evaluate.hpp"
#include "edustat/catalogue/formula.hpp"
#include "edustat/error/error.hpp"
#include "edustat/number/decimal.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <variant>

namespace edustat {
namespace {

using detail::RootRate;
using detail::round_root_rate;

constexpr std::array modes{Rounding::half_up, Rounding::half_even, Rounding::half_down,
                           Rounding::up,      Rounding::down,      Rounding::ceiling,
                           Rounding::floor};

Rational hundredths_of_percent(const Rational& quotient, int degree, Rounding rounding) {
  return round_root_rate(quotient, {degree, 10'000, rounding});
}

TEST(RootRate, IsTheGrowthThatCompounds) {
  EXPECT_EQ(hundredths_of_percent(Rational(144) / 100, 2, Rounding::half_up), 2000);
  EXPECT_EQ(hundredths_of_percent(Rational::parse("1.61051"), 5, Rounding::half_up), 1000);
  EXPECT_EQ(hundredths_of_percent(1, 7, Rounding::up), 0);
}

TEST(RootRate, DoublingInTenYearsIs718PerMyriad) {
  // 2^(1/10) = 1.07177...
  EXPECT_EQ(hundredths_of_percent(2, 10, Rounding::half_up), 718);
  EXPECT_EQ(hundredths_of_percent(2, 10, Rounding::down), 717);
  EXPECT_EQ(hundredths_of_percent(Rational(1) / 2, 10, Rounding::half_up), -670);
}

TEST(RootRate, NothingLeftIsMinusOneHundredPercent) {
  EXPECT_EQ(hundredths_of_percent(0, 3, Rounding::half_up), -10'000);
}

TEST(RootRate, TiesFollowTheRule) {
  const Rational tie = Rational::parse("1.00005");  // half of a hundredth of a percent, squared
  EXPECT_EQ(hundredths_of_percent(tie * tie, 2, Rounding::half_up), 1);
  EXPECT_EQ(hundredths_of_percent(tie * tie, 2, Rounding::half_even), 0);
  EXPECT_EQ(hundredths_of_percent(tie * tie, 2, Rounding::half_down), 0);
  const Rational fall = Rational::parse("0.99995");
  EXPECT_EQ(hundredths_of_percent(fall * fall, 2, Rounding::half_up), -1);
  EXPECT_EQ(hundredths_of_percent(fall * fall, 2, Rounding::half_even), 0);
}

TEST(RootRate, ReachesBeyondTheRangeOfDoubles) {
  const Rational large = Rational::power_of_ten(400);
  EXPECT_EQ(hundredths_of_percent(large * large, 2, Rounding::half_up), (large - 1) * 10'000);
}

/// The law by which it is defined: k is the rounded value exactly when whole powers say so.
TEST(RootRate, LiesBetweenTheWholePowers) {
  std::mt19937_64 random(2016);
  for (int i = 0; i < 6000; ++i) {
    const Rational quotient = Rational(static_cast<std::int64_t>(random() % 4'000'000)) /
                              static_cast<std::int64_t>(random() % 1'000'000 + 1);
    const int degree = static_cast<int>(random() % 12) + 1;
    const auto power_at = [&](const Rational& k) { return (1 + k / 10'000).pow(degree); };
    const Rational floor = hundredths_of_percent(quotient, degree, Rounding::floor);
    ASSERT_LE(power_at(floor), quotient);
    ASSERT_GT(power_at(floor + 1), quotient);
    const bool is_exact = power_at(floor) == quotient;
    ASSERT_EQ(hundredths_of_percent(quotient, degree, Rounding::ceiling),
              is_exact ? floor : floor + 1);
    const bool is_above = power_at(floor + Rational(1) / 2) <= quotient;
    ASSERT_EQ(hundredths_of_percent(quotient, degree, Rounding::half_even),
              is_above ? floor + 1 : floor)
        << quotient << ' ' << degree;
  }
}

/// With degree 1 there is no root: plain rounding of plain growth.
TEST(RootRate, OfDegreeOneIsPlainGrowth) {
  std::mt19937_64 random(8);
  for (int i = 0; i < 7000; ++i) {
    const Rational quotient = Rational(static_cast<std::int64_t>(random() % 40'000)) /
                              static_cast<std::int64_t>(random() % 20'000 + 1);
    const Rounding mode = modes[static_cast<std::size_t>(i) % modes.size()];
    ASSERT_EQ(hundredths_of_percent(quotient, 1, mode),
              round_to_integer((quotient - 1) * 10'000, mode))
        << quotient << ' ' << name_of(mode);
  }
}

class MapFacts final : public Facts {
 public:
  std::map<std::string, Observation> observations{};
  Observation look_up(const Reference& reference) const override {
    const auto found = observations.find(reference.to_string());
    return found == observations.end() ? Observation(Gap::missing) : found->second;
  }
};

Indicator average_growth(std::string_view formula) {
  return Indicator{.id = "growth",
                   .catalogue = "test",
                   .unit = Unit::parse("%"),
                   .formula = Formula(formula),
                   .places = 2};
}

Observation growth_of(const char* after, const char* before) {
  MapFacts facts;
  facts.observations = {{"a", Quantity::parse(after)}, {"b", Quantity::parse(before)}};
  return evaluate(average_growth("root_rate(a, b, 5)"), facts);
}

TEST(RootFormula, KeepsItsDegree) {
  const Formula formula("root_rate(x + y, x@-5y, 5)");
  EXPECT_EQ(formula.root(), 5);
  EXPECT_EQ(formula.references().size(), 3U);
  EXPECT_EQ(Formula("x / y").root(), 0);
  EXPECT_NE(Formula("root_rate(x, y, 5)"), Formula("x / y"));
  EXPECT_NE(Formula("root_rate(x, y, 5)"), Formula("root_rate(x, y, 4)"));
}

TEST(RootFormula, IsANameWithoutBrackets) {
  EXPECT_EQ(Formula("root_rate / 2").references().front().item, "root_rate");
}

ErrorCode code_of(const char* text) {
  try {
    const Formula formula(text);
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::more_faults;
}

TEST(RootFormula, StandsAlone) {
  EXPECT_EQ(code_of("1 + root_rate(x, y, 5)"), ErrorCode::root_stands_alone);
  EXPECT_EQ(code_of("root_rate(x, y, 5) * 100"), ErrorCode::root_stands_alone);
  EXPECT_EQ(code_of("root_rate(root_rate(x, y, 2), y, 5)"), ErrorCode::root_stands_alone);
}

TEST(RootFormula, HasAWholeDegreeFrom1To64) {
  EXPECT_EQ(code_of("root_rate(x, y, 0)"), ErrorCode::power_out_of_range);
  EXPECT_EQ(code_of("root_rate(x, y, 65)"), ErrorCode::power_out_of_range);
  EXPECT_EQ(code_of("root_rate(x, y, n)"), ErrorCode::exponent_expected);
  EXPECT_EQ(code_of("root_rate(x, y)"), ErrorCode::malformed_formula);
}

TEST(RootFormula, AsAConstraintIsAWholePower) {
  Reference name;
  name.item = "growth";
  EXPECT_EQ(Relation(name, Formula("root_rate(x + 1, y, 5)")),
            Relation("(1 + growth)^5 == (x + 1) / y"));
}

TEST(RootFormula, IsRoundedOnce) {
  // 1.2 times in five years is 3.71372...% a year.
  EXPECT_EQ(std::get<Quantity>(growth_of("120人", "100人")), Quantity::parse("3.71%"));
}

TEST(RootFormula, IsUndefinedUnlessTheBaseIsAboveZero) {
  EXPECT_EQ(growth_of("120人", "0人"), Observation(Gap::undefined));
  EXPECT_EQ(growth_of("120元", "-3元"), Observation(Gap::undefined));
  EXPECT_EQ(growth_of("-120元", "3元"), Observation(Gap::undefined));
  EXPECT_EQ(std::get<Quantity>(growth_of("0人", "3人")), Quantity::parse("-100%"));
}

TEST(RootFormula, KeepsTheReasonOfAGap) {
  MapFacts facts;
  facts.observations = {{"a", Gap::not_applicable}, {"b", Gap::suppressed}};
  EXPECT_EQ(evaluate(average_growth("root_rate(a, b, 5)"), facts), Observation(Gap::suppressed));
}

TEST(RootFormula, HasNoValueWithoutPlaces) {
  EXPECT_THROW(static_cast<void>(evaluate(Formula("root_rate(a, b, 5)"), MapFacts(), Unit())),
               StructureError);
}

TEST(RootFormula, AsAnIntervalEnclosesTheRoot) {
  const Interval after = Interval::closed(121, 144);
  const Bound range =
      bound(Formula("root_rate(a, b, 2)"), std::array{after, Interval::exactly(100)});
  EXPECT_EQ(range.interval, Interval::closed(Rational::parse("0.1"), Rational::parse("0.2")));
  EXPECT_EQ(range.tightness, Tightness::tight);
}

constexpr const char* head = R"(format = 1
id = "test"
edition = "1"
label = { zh = "试", en = "test" }
source = "test"
[measure.a]
label = { zh = "甲", en = "a" }
unit = "人"
regions = "sum"
time = "stock"
source = "test"
[indicator.growth]
label = { zh = "年均增长", en = "average growth" }
unit = "%"
formula = "root_rate(sum_of, a@-3y, 3)"
source = "test"
[indicator.sum_of]
label = { zh = "和", en = "sum" }
unit = "人"
formula = "a + a"
source = "test"
)";

TEST(RootFormula, IsResolvedByACatalogue) {
  const Catalogue catalogue = Catalogue::parse(head, "test.toml");
  EXPECT_EQ(catalogue.indicators().front().formula,
            Formula("root_rate(test.sum_of, test.a@-3y, 3)"));
}

TEST(RootFormula, NoFormulaGoesOnFromIt) {
  const std::string text = std::string(head) + R"([indicator.twice]
label = { zh = "两倍", en = "twice" }
unit = "%"
formula = "growth + growth"
source = "test"
)";
  try {
    static_cast<void>(Catalogue::parse(text, "test.toml"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::root_in_formula);
  }
}

}  // namespace
}  // namespace edustat
