// SPDX-License-Identifier: Apache-2.0
#include "catalogue/formula_text.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace edustat {
namespace {

std::string written(const Formula& formula) {
  std::vector<std::string> leaves;
  for (const Reference& reference : formula.references()) leaves.push_back(reference.to_string());
  return detail::formula_text(formula.nodes(), formula.constants(), leaves);
}

/// Random formulas with a fixed seed.
class Author {
 public:
  std::string formula(int depth) {
    if (depth == 0) return leaf();
    switch (pick(7)) {
      case 0:
        return formula(depth - 1) + sign(" + ", "＋") + formula(depth - 1);
      case 1:
        return formula(depth - 1) + sign("-", "−") + formula(depth - 1);
      case 2:
        return formula(depth - 1) + sign("*", "×") + formula(depth - 1);
      case 3:
        return formula(depth - 1) + sign(" / ", "÷") + formula(depth - 1);
      case 4:
        return "-" + formula(depth - 1);
      case 5:
        return "(" + formula(depth - 1) + ")^" + std::to_string(pick(129) - 64);
      default:
        return "（" + formula(depth - 1) + "）";
    }
  }

 private:
  std::string leaf() {
    static const std::vector<std::string> leaves{"a",
                                                 "开工面积",
                                                 "x[k=1]",
                                                 "'a b'",
                                                 "prev(x)",
                                                 "total(x[k=甲, j='b-c'])",
                                                 "parent(y@-1y)",
                                                 "sum(x[k=*])",
                                                 "cat.item@+3m",
                                                 "12",
                                                 "0.050",
                                                 "7.5%",
                                                 "3‰",
                                                 "1234567890123456789012.5"};
    return leaves[static_cast<std::size_t>(pick(static_cast<int>(leaves.size())))];
  }
  std::string sign(const char* plain, const char* chinese) {
    return pick(2) == 0 ? plain : chinese;
  }
  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  std::mt19937 random_{20161130};
};

TEST(FormulaText, ParsesBackToTheSameTree) {
  Author author;
  for (int i = 0; i < 1000; ++i) {
    const std::string text = author.formula(i % 7);
    const Formula formula(text);
    EXPECT_EQ(Formula(written(formula)), formula) << text;
    EXPECT_EQ(written(Formula(written(formula))), written(formula)) << text;
  }
}

TEST(FormulaText, HasTheFewestBrackets) {
  EXPECT_EQ(written(Formula("((a) - (b)) / (b)")), "(a - b) / b");
  EXPECT_EQ(written(Formula("(a / b) / c")), "a / b / c");
  EXPECT_EQ(written(Formula("a / (b / c)")), "a / (b / c)");
  EXPECT_EQ(written(Formula("-(a * b)^2")), "-(a * b)^2");
  EXPECT_EQ(written(Formula("(-a)^2")), "(-a)^2");
}

TEST(FormulaText, WritesConstantsWithAllDigits) {
  EXPECT_EQ(written(Formula("12.50%")), "0.125");
  EXPECT_EQ(written(Formula("3‰")), "0.003");
  EXPECT_EQ(written(Formula("1200")), "1200");
}

TEST(FormulaText, QuotesNamesThatAreNotPlain) {
  EXPECT_EQ(detail::quoted("开工率"), "开工率");
  EXPECT_EQ(detail::quoted("竣工率(占开工)"), "'竣工率(占开工)'");
  EXPECT_EQ(detail::quoted("a.b"), "a.b");
  EXPECT_EQ(detail::quoted("a.b.c"), "'a.b.c'");
  EXPECT_EQ(detail::quoted("2x"), "'2x'");
  EXPECT_EQ(detail::quoted("ａ"), "'ａ'");
  EXPECT_EQ(detail::quoted("it's"), "'it''s'");
}

}  // namespace
}  // namespace edustat
