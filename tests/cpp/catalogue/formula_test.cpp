// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/formula.hpp"

#include "tests/cpp/catalogue/refusal.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>

namespace edustat {
namespace {

std::string refused_formula(std::string_view text) {
  return refusal([text] { static_cast<void>(Formula(text)); });
}

std::string refused_relation(std::string_view text) {
  return refusal([text] { static_cast<void>(Relation(text)); });
}

/// The steps as short words: `a b /`, constants as they are, `n` for negate.
std::string steps(const Formula& formula) {
  std::string result;
  for (const Node& node : formula.nodes()) {
    const auto index = static_cast<std::size_t>(node.index);
    switch (node.operation) {
      case Node::Operation::constant:
        result += formula.constants()[index].to_string();
        break;
      case Node::Operation::reference:
        result += formula.references()[index].to_string();
        break;
      case Node::Operation::sum:
        result += "sum:" + formula.references()[index].to_string();
        break;
      case Node::Operation::power:
        result += '^' + std::to_string(node.index);
        break;
      default:
        result +=
            "+-*/n"[static_cast<int>(node.operation) - static_cast<int>(Node::Operation::add)];
    }
    result += ' ';
  }
  if (!result.empty()) result.pop_back();
  return result;
}

std::string reference(std::string_view text) {
  return Formula(text).references().front().to_string();
}

TEST(Formula, BindsProductsTighterThanSums) {
  EXPECT_EQ(steps(Formula("a + b * c - d / e")), "a b c * + d e / -");
}

TEST(Formula, JoinsEqualOperatorsFromTheLeft) {
  EXPECT_EQ(steps(Formula("a - b - c")), "a b - c -");
  EXPECT_EQ(steps(Formula("a / b / c")), "a b / c /");
}

TEST(Formula, BindsTheMinusSignBelowThePower) {
  EXPECT_EQ(steps(Formula("-a^2")), "a ^2 n");
  EXPECT_EQ(steps(Formula("-a * b")), "a n b *");
  EXPECT_EQ(steps(Formula("a - -b")), "a b n -");
  EXPECT_EQ(steps(Formula("+a")), "a");
}

TEST(Formula, TakesWholePowersOfEitherSign) {
  EXPECT_EQ(steps(Formula("a^-2")), "a ^-2");
  EXPECT_EQ(steps(Formula("a^(-2)")), "a ^-2");
  EXPECT_EQ(steps(Formula("(a^2)^3")), "a ^2 ^3");
  EXPECT_EQ(steps(Formula("a^+64")), "a ^64");
}

TEST(Formula, ReadsChineseSignsAndFullWidthForms) {
  const Formula plain("(a1 + b) * 12% / c - d");
  EXPECT_EQ(Formula("（ａ１＋ｂ）×１２％÷ｃ−ｄ"), plain);
  EXPECT_EQ(Formula("（a1 ＋ b）＊12％／c－d"), plain);
  EXPECT_EQ(Formula("(a1 + b) · 12% / c – d"), plain);
}

TEST(Formula, ReadsConstantsExactly) {
  EXPECT_EQ(Formula("0.1").constants()[0], Rational(1) / Rational(10));
  EXPECT_EQ(Formula("12.5%").constants()[0], Rational(1) / Rational(8));
  EXPECT_EQ(Formula("3‰").constants()[0], Rational(3) / Rational(1000));
  EXPECT_EQ(Formula("010").constants()[0], Rational(10));
  EXPECT_EQ(Formula("12345678901234567890").constants()[0],
            Rational::parse("12345678901234567890"));
}

TEST(Formula, KeepsEqualConstantsAndReferencesOnce) {
  const Formula formula("0.5 * a + 50% * b - a");
  EXPECT_EQ(formula.constants().size(), 1U);
  EXPECT_EQ(formula.references().size(), 2U);
}

TEST(Formula, KeepsEqualReferencesOnceInLongFormulas) {
  std::string text = "0";
  for (int i = 0; i < 1000; ++i) {
    text += " + x" + std::to_string(i % 40) + " * " + std::to_string(i % 50);
  }
  const Formula formula(text);
  EXPECT_EQ(formula.references().size(), 40U);
  EXPECT_EQ(formula.constants().size(), 50U);
  EXPECT_EQ(formula.nodes().size(), 4001U);
}

TEST(Formula, ReadsNamesOfAnyScript) {
  EXPECT_EQ(reference("开工面积"), "开工面积");
  EXPECT_EQ(reference("Ⅰ类_площадь2"), "Ⅰ类_площадь2");
  EXPECT_EQ(reference("'竣工率(占开工)'"), "'竣工率(占开工)'");
  EXPECT_EQ(reference("'it''s'"), "'it''s'");
  EXPECT_EQ(reference("school_improvement.started_area"), "school_improvement.started_area");
  EXPECT_EQ(reference("school.'竣工率(占开工)'"), "'school.竣工率(占开工)'");
  EXPECT_EQ(Formula("'started'"), Formula("started"));
}

TEST(Formula, ReadsCategoriesInTheOrderOfTheirDimensions) {
  EXPECT_EQ(reference("trained[ kind = disabled ]"), "trained[kind=disabled]");
  EXPECT_EQ(reference("x[grade=2, area='a b']"), "x[area='a b', grade=2]");
  EXPECT_EQ(reference("x［类别＝残疾人］"), "x[类别=残疾人]");
}

TEST(Formula, ReadsShiftsAndRelatives) {
  const Formula formula("x@-1y + x@+3m + x@-2p + prev(x) + parent(x) + total(x[k=a])");
  const auto references = formula.references();
  EXPECT_EQ(references[0].shift_months, -12);
  EXPECT_EQ(references[1].shift_months, 3);
  EXPECT_EQ(references[2].shift_periods, -2);
  EXPECT_EQ(references[3].shift_periods, -1);
  EXPECT_EQ(references[4].relative, Reference::Relative::parent);
  EXPECT_EQ(references[5].relative, Reference::Relative::total);
  EXPECT_EQ(references[4].needs_panel(), true);
  EXPECT_EQ(references[5].needs_panel(), false);
}

TEST(Formula, ReadsFunctionsInsideFunctions) {
  EXPECT_EQ(reference("prev(total(x[k=1]@-1y))"), "prev(total(x[k=1]@-1y))");
  EXPECT_EQ(reference("prev(prev(x))"), "x@-2p");
  EXPECT_EQ(reference("x@-12m@+7m"), "x@-5m");
}

TEST(Formula, ReadsSumsOverCategories) {
  EXPECT_EQ(steps(Formula("sum(x[kind=*]) / x")), "sum:x[kind=*] x /");
  EXPECT_EQ(steps(Formula("sum(prev(x[kind=*]))")), "sum:prev(x[kind=*])");
}

TEST(Formula, TakesFunctionNamesAsItemsWithoutBracket) {
  EXPECT_EQ(steps(Formula("sum + prev + total")), "sum prev + total +");
}

TEST(Formula, KnowsTheColumnOfEachStepInCharacters) {
  const Formula formula("开工面积 / 规划面积");
  EXPECT_EQ(formula.nodes()[0].column, 1U);
  EXPECT_EQ(formula.nodes()[1].column, 8U);
  EXPECT_EQ(formula.nodes()[2].column, 6U);
}

TEST(Formula, ComparesByTreeNotByWriting) {
  EXPECT_EQ(Formula("a/b"), Formula("( a ) / b"));
  EXPECT_EQ(Formula("a/b") == Formula("b/a"), false);
}

TEST(Formula, PrintsAsWritten) {
  std::ostringstream stream;
  stream << Formula("a/ b") << " | " << Relation("a≤b");
  EXPECT_EQ(stream.str(), "a/ b | a≤b");
}

TEST(Formula, RefusesWhatIsNotInTheGrammar) {
  EXPECT_EQ(refused_formula(""), "1: empty_text");
  EXPECT_EQ(refused_formula("  "), "1: empty_text");
  EXPECT_EQ(refused_formula("a + "), "5: operand_expected(a + ▲)");
  EXPECT_EQ(refused_formula("a + * b"), "5: operand_expected(a + ▲* b)");
  EXPECT_EQ(refused_formula("a b"), "3: operator_expected(a ▲b)");
  EXPECT_EQ(refused_formula("2a"), "2: operator_expected(2▲a)");
  EXPECT_EQ(refused_formula("(a"), "3: malformed_formula((a▲; ))");
  EXPECT_EQ(refused_formula("(a b)"), "4: operator_expected((a ▲b))");
  EXPECT_EQ(refused_formula("a)"), "2: operator_expected(a▲))");
  EXPECT_EQ(refused_formula("foo(a)"), "4: operator_expected(foo▲(a))");
  EXPECT_EQ(refused_formula("开工率！"), "4: operator_expected(开工率▲！)");
}

TEST(Formula, RefusesMalformedConstants) {
  EXPECT_EQ(refused_formula("5."), "3: malformed_formula(5.▲; 0-9)");
  EXPECT_EQ(refused_formula(".5"), "1: operand_expected(▲.5)");
  EXPECT_EQ(refused_formula("1.2.3"), "4: operator_expected(1.2▲.3)");
  EXPECT_EQ(refused_formula("1,234"), "2: operator_expected(1▲,234)");
  EXPECT_EQ(refused_formula("1e5"), "2: operator_expected(1▲e5)");
  EXPECT_EQ(refused_formula(std::string(4097, '1')), "1: too_many_digits(4096)");
  EXPECT_EQ(Formula(std::string(4096, '1')).constants().size(), 1U);
}

TEST(Formula, RefusesOtherExponentsThanSmallWholeNumbers) {
  EXPECT_EQ(refused_formula("a^b"), "3: exponent_expected(a^▲b)");
  EXPECT_EQ(refused_formula("a^0.5"), "4: exponent_expected(a^0▲.5)");
  EXPECT_EQ(refused_formula("a^2^3"), "4: operator_expected(a^2▲^3)");
  EXPECT_EQ(refused_formula("a^65"), "3: power_out_of_range(65; 64)");
  EXPECT_EQ(refused_formula("a^-99999999999999"), "3: power_out_of_range(-99999999999999; 64)");
}

TEST(Formula, RefusesMalformedReferences) {
  EXPECT_EQ(refused_formula("x[kind]"), "7: malformed_formula(x[kind▲]; =)");
  EXPECT_EQ(refused_formula("x[kind=]"), "8: name_expected(x[kind=▲])");
  EXPECT_EQ(refused_formula("x[kind=*]"), "8: name_expected(x[kind=▲*])");
  EXPECT_EQ(refused_formula("x[k=a"), "6: malformed_formula(x[k=a▲; ])");
  EXPECT_EQ(refused_formula("x[k=a, k=b]"), "8: repeated_dimension(k)");
  EXPECT_EQ(refused_formula("x@1y"), "3: malformed_formula(x@▲1y; + -)");
  EXPECT_EQ(refused_formula("x@-1d"), "5: malformed_formula(x@-1▲d; y m p)");
  EXPECT_EQ(refused_formula("x@-10000y"), "2: number_too_large(@-10000y; 9999)");
  EXPECT_EQ(refused_formula("'x"), "3: malformed_formula('x▲; ')");
  EXPECT_EQ(refused_formula("''"), "3: name_expected(''▲)");
  EXPECT_EQ(refused_formula("a."), "3: name_expected(a.▲)");
  EXPECT_EQ(refused_formula("sum(x)"), "6: malformed_formula(sum(x▲); […=*])");
  EXPECT_EQ(refused_formula("prev(a + b)"), "8: malformed_formula(prev(a ▲+ b); ))");
  EXPECT_EQ(refused_formula("parent(parent(x))"),
            "17: malformed_formula(parent(parent(x)▲); prev)");
}

TEST(Formula, RefusesTextThatCannotBeShown) {
  EXPECT_EQ(refused_formula("a\xFF"), "2: invalid_utf8(FF)");
  EXPECT_EQ(refused_formula("a \u202E b"), "3: forbidden_character(U+202E)");
}

TEST(Formula, RefusesComparisons) {
  EXPECT_EQ(refused_formula("a <= b"), "3: not_a_formula(a <= b)");
}

TEST(Formula, HasLimits) {
  EXPECT_EQ(refused_formula(std::string(65'537, ' ')), ": formula_too_long(65537; 65536)");
  EXPECT_EQ(refused_formula(std::string(201, '(') + "a"), "201: formula_too_deep(200)");
  EXPECT_EQ(refused_formula(std::string(201, '-') + "a"), "201: formula_too_deep(200)");
  const std::string deepest = std::string(200, '(') + "a" + std::string(200, ')');
  EXPECT_EQ(Formula(deepest), Formula("a"));
}

TEST(Formula, StandsAtItsPlaceInAFile) {
  const Place origin{.source = "my.toml", .line = 7, .column = 12};
  EXPECT_EQ(refusal([&] { static_cast<void>(Formula("开工面积 // b", origin)); }),
            "my.toml:7:18: operand_expected(开工面积 /▲/ b)");
  EXPECT_EQ(refusal([&] { static_cast<void>(Formula("a +\n  * b", origin)); }),
            "my.toml:8:3: operand_expected(a +\n  ▲* b)");
  EXPECT_EQ(refusal([&] { static_cast<void>(Formula("a \u202E", origin)); }),
            "my.toml:7:14: forbidden_character(U+202E)");
}

TEST(Relation, ReadsEveryComparison) {
  const std::pair<const char*, Comparison> cases[] = {
      {"a == b", Comparison::equal},      {"a = b", Comparison::equal},
      {"a ＝ b", Comparison::equal},      {"a ＝＝ b", Comparison::equal},
      {"a <= b", Comparison::at_most},    {"a ≤ b", Comparison::at_most},
      {"a >= b", Comparison::at_least},   {"a ≥ b", Comparison::at_least},
      {"a ＞＝ b", Comparison::at_least}, {"a < b", Comparison::less},
      {"a ＜ b", Comparison::less},       {"a > b", Comparison::greater},
      {"a ＞ b", Comparison::greater}};
  for (const auto& [text, comparison] : cases) {
    EXPECT_EQ(Relation(text).comparison(), comparison) << text;
    EXPECT_EQ(Relation(text).left().size(), 1U);
    EXPECT_EQ(Relation(text).right().size(), 1U);
  }
}

TEST(Relation, SharesReferencesOfBothSides) {
  const Relation relation("a - b <= b * 2");
  EXPECT_EQ(relation.references().size(), 2U);
  EXPECT_EQ(relation.left().size(), 3U);
  EXPECT_EQ(relation.right().size(), 3U);
  EXPECT_EQ(relation.right()[0].index, 1);
}

TEST(Relation, NeedsExactlyOneComparison) {
  EXPECT_EQ(refused_relation("a / b"), "6: not_a_relation(a / b)");
  EXPECT_EQ(refused_relation("a < b < c"), "7: not_a_relation(a < b < c)");
  EXPECT_EQ(refused_relation("a != b"), "3: operator_expected(a ▲!= b)");
  EXPECT_EQ(refused_relation("a =="), "5: operand_expected(a ==▲)");
}

TEST(Relation, OfAnIndicatorIsTheSameAsWritten) {
  const Relation implied(Reference{.item = "growth"}, Formula("now / growth - 1"));
  EXPECT_EQ(implied, Relation("growth == now / growth - 1"));
  EXPECT_EQ(implied.text(), "growth == now / growth - 1");
  EXPECT_EQ(implied.right()[0].column, 11U);
}

}  // namespace
}  // namespace edustat
