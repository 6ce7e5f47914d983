// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/inference.hpp"

#include "edustat/quantity/unit.hpp"

#include "tests/cpp/catalogue/refusal.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace edustat {
namespace {

/// Units as texts, `` for a number without unit, and their dimensions.
class Units {
 public:
  explicit Units(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) units_.push_back(Unit::parse(text));
    for (std::size_t i = 0; i < texts.size(); ++i) {
      dimensions_.push_back(texts[i].empty() ? nullptr : &units_[i].dimension());
    }
  }
  [[nodiscard]] const std::vector<const Dimension*>& dimensions() const { return dimensions_; }

 private:
  std::vector<Unit> units_;
  std::vector<const Dimension*> dimensions_;
};

Inference inferred(std::string_view formula, const std::vector<std::string>& units) {
  return infer(Formula(formula), Units(units).dimensions());
}

std::string dimension(std::string_view formula, const std::vector<std::string>& units) {
  return inferred(formula, units).dimension.to_string();
}

bool fits(std::string_view formula, const std::vector<std::string>& units,
          std::string_view declared) {
  return inferred(formula, units).fits(Unit::parse(declared).dimension());
}

std::string compared(std::string_view relation, const std::vector<std::string>& units) {
  return refusal([&] { require_comparable(Relation(relation), Units(units).dimensions()); });
}

/// What is remarked on printed figures, in one line.
std::string remarks(std::string_view relation, const std::vector<std::string>& units) {
  std::string result;
  for (const UnitRemark& remark :
       infer_print(Relation(relation), Units(units).dimensions()).remarks) {
    static constexpr const char* names[] = {"mixed kinds", "quotient", "bare", "points"};
    result += (result.empty() ? "" : "; ") + std::string(names[static_cast<int>(remark.code)]);
    for (const std::string& argument : remark.arguments) result += ' ' + argument;
  }
  return result.empty() ? "nothing" : result;
}

std::string refused_print(std::string_view relation, const std::vector<std::string>& units) {
  return refusal(
      [&] { static_cast<void>(infer_print(Relation(relation), Units(units).dimensions())); });
}

/// What the bare numbers must be of, in one line.
std::string implied(std::string_view relation, const std::vector<std::string>& units) {
  std::string result;
  for (const auto& one : infer_print(Relation(relation), Units(units).dimensions()).implied) {
    result += (result.empty() ? "" : " ") + (one ? one->to_string() : std::string("-"));
  }
  return result;
}

TEST(Infer, MultipliesAndDividesDimensions) {
  EXPECT_EQ(dimension("a / b", {"平方米", "平方米"}), "ratio");
  EXPECT_EQ(dimension("a / b", {"元", "人次"}), "money/person_time");
  EXPECT_EQ(dimension("a * b", {"人", "元/人"}), "money");
  EXPECT_EQ(dimension("(a / b)^-2", {"元", "人"}), "person^2/money^2");
  EXPECT_EQ(dimension("100 * a", {"元"}), "money");
}

TEST(Infer, AddsOnlyWhatIsOfOneKind) {
  EXPECT_EQ(dimension("a + b - c", {"亩", "公顷", "平方米"}), "area");
  EXPECT_EQ(refusal([] {
              static_cast<void>(inferred("x * (a + b)", {"%", "人", "人次"}));
            }),
            ": mixed_units(a; +; b; person; person_time)");
  EXPECT_EQ(refusal([] {
              static_cast<void>(inferred("a - b / c", {"元", "平方米", "人"}));
            }),
            ": mixed_units(a; -; b / c; money; area/person)");
}

TEST(Infer, TakesAConstantAsARatio) {
  EXPECT_EQ(dimension("a / b - 1", {"元", "元"}), "ratio");
  EXPECT_EQ(refusal([] { static_cast<void>(inferred("a - 1", {"元"})); }),
            ": mixed_units(a; -; 1; money; ratio)");
}

TEST(Infer, LetsZeroFitEverything) {
  EXPECT_EQ(dimension("0 + a", {"元"}), "money");
  EXPECT_EQ(fits("0", {}, "平方米"), true);
}

TEST(Infer, LetsADifferenceOfRatesBeInPointsOrPerCent) {
  EXPECT_EQ(fits("a - b", {"%", "%"}, "百分点"), true);
  EXPECT_EQ(fits("a - b", {"%", "%"}, "%"), true);
  EXPECT_EQ(fits("a / b - c / d", {"人", "人", "元", "元"}, "百分点"), true);
  EXPECT_EQ(fits("a / b - 1", {"元", "元"}, "百分点"), false);
  EXPECT_EQ(fits("a / b", {"元", "元"}, "百分点"), false);
  EXPECT_EQ(fits("(a - b) * c", {"%", "%", "%"}, "百分点"), false);
}

TEST(Infer, DoesNotAddPointsToRates) {
  EXPECT_EQ(refusal([] {
              static_cast<void>(inferred("a + b", {"%", "百分点"}));
            }),
            ": mixed_units(a; +; b; ratio; percentage_point)");
}

TEST(RequireComparable, WantsTheSameKindOnBothSides) {
  EXPECT_EQ(compared("a <= b", {"平方米", "亩"}), "accepted");
  EXPECT_EQ(compared("a <= b / 2", {"平方米", "元"}), ": mixed_units(a; <=; b / 2; area; money)");
  EXPECT_EQ(compared("a >= b", {"人次", "人"}), ": mixed_units(a; >=; b; person_time; person)");
}

TEST(RequireComparable, ComparesNumbersWithRatiosAndCountsPerCount) {
  EXPECT_EQ(compared("a / b <= 1", {"元", "元"}), "accepted");
  EXPECT_EQ(compared("a / b >= 1", {"人次", "人"}), "accepted");
  EXPECT_EQ(compared("a >= 0", {"元"}), "accepted");
  EXPECT_EQ(compared("a >= 1", {"元"}), ": mixed_units(a; >=; 1; money; ratio)");
}

TEST(InferPrint, HasNothingToSayOnWhatFits) {
  EXPECT_EQ(remarks("x == a / b", {"%", "平方米", "平方米"}), "nothing");
  EXPECT_EQ(remarks("x == a * b", {"元", "人", "元/人"}), "nothing");
  EXPECT_EQ(remarks("x == a - b", {"百分点", "%", "%"}), "nothing");
  EXPECT_EQ(remarks("(1 + g)^5 == a / b", {"%", "元", "元"}), "nothing");
  EXPECT_EQ(remarks("x == 9", {"个"}), "nothing");
}

TEST(InferPrint, RemarksMixedCountingKinds) {
  EXPECT_EQ(remarks("x == a + b", {"人次", "人次", "人"}), "mixed kinds person_time person");
  EXPECT_EQ(remarks("x == a - b", {"所", "个", "所"}), "mixed kinds item school");
  EXPECT_EQ(remarks("x == a / b", {"元/生", "元", "人"}), "mixed kinds money/pupil money/person");
}

TEST(InferPrint, RemarksAQuotientPrintedLikeItsNumerator) {
  EXPECT_EQ(remarks("x == a / b", {"平方米", "平方米", "人"}), "quotient area area/person");
  EXPECT_EQ(remarks("x == a * b", {"元", "人", "元"}), "quotient money money·person");
  EXPECT_EQ(remarks("x == -(100 * a / b)", {"元", "元", "人"}), "quotient money money/person");
  EXPECT_EQ(remarks("x == a * b + c * d", {"元", "人", "元", "人", "元"}),
            "quotient money money·person");
  EXPECT_EQ(remarks("x == a / b", {"人", "人次", "班"}),
            "mixed kinds person person_time; quotient person person_time/class");
}

TEST(InferPrint, RemarksPointsThatMeetRates) {
  EXPECT_EQ(remarks("x == a + b", {"%", "%", "百分点"}), "points a b");
  EXPECT_EQ(remarks("x == a / b - 1", {"百分点", "元", "元"}), "points x a / b - 1");
}

TEST(InferPrint, GivesBareNumbersTheUnitThatIsImplied) {
  EXPECT_EQ(implied("x == a + b", {"㎡", "", ""}), "- area area");
  EXPECT_EQ(implied("x == a - b", {"", "人", "人"}), "person - -");
  EXPECT_EQ(implied("x == a / b", {"元/人", "", "人"}), "- money -");
  EXPECT_EQ(implied("x == a / b", {"元/人", "元", ""}), "- - person");
  EXPECT_EQ(implied("x == a * b", {"元", "", "元"}), "- ratio -");
  EXPECT_EQ(implied("x == 2 * a", {"人", ""}), "- person");
  EXPECT_EQ(implied("(1 + g)^5 == a / b", {"", "元", "元"}), "ratio - -");
  EXPECT_EQ(implied("x == (a - b) / b", {"%", "", ""}), "- - -");
  EXPECT_EQ(implied("x == a / b", {"%", "人", "人"}), "");
}

TEST(InferPrint, RemarksBareNumbersThatTookAUnit) {
  EXPECT_EQ(remarks("x == a + b", {"㎡", "", "㎡"}), "bare a area");
  EXPECT_EQ(remarks("x == a / b", {"", "人", "人"}), "nothing");
  EXPECT_EQ(remarks("x == (a - b) / b", {"%", "", ""}), "nothing");
}

TEST(InferPrint, RefusesWhatNoPrintCanMean) {
  EXPECT_EQ(refused_print("x <= y", {"元", "平方米"}), ": mixed_units(x; <=; y; money; area)");
  EXPECT_EQ(refused_print("x == a / b", {"%", "平方米", "元"}),
            ": mixed_units(x; ==; a / b; ratio; area/money)");
  EXPECT_EQ(refused_print("x <= y", {"人", "%"}), ": mixed_units(x; <=; y; person; ratio)");
  EXPECT_EQ(refused_print("x == a * b", {"%", "%", "人"}),
            ": mixed_units(x; ==; a * b; ratio; person)");
  EXPECT_EQ(refused_print("x == a / b", {"%", "平方米", "人"}),
            ": mixed_units(x; ==; a / b; ratio; area/person)");
}

}  // namespace
}  // namespace edustat
