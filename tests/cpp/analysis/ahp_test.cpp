// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/ahp.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace edustat {
namespace {

using Rows = std::vector<std::vector<double>>;

Ahp judged(const Rows& rows, const AhpOptions& options = {}) {
  return ahp(Matrix(rows).view(), options);
}

TEST(Ahp, ConsistentJudgementsGiveTheirRatios) {
  const Ahp result = judged({{1, 6, 3}, {1.0 / 6, 1, 0.5}, {1.0 / 3, 2, 1}});
  EXPECT_NEAR(result.weights[0], 2.0 / 3, 1e-15);
  EXPECT_NEAR(result.weights[1], 1.0 / 9, 1e-15);
  EXPECT_NEAR(result.weights[2], 2.0 / 9, 1e-15);
  EXPECT_NEAR(result.consistency_ratio, 0, 1e-14);
}

// For three items the eigenvalue is 1 + q + 1/q with q^3 = a12 a23 a31, and the weights are
// proportional to the geometric means of the rows. Here q^3 = 2 * 2 / 3 = 4/3.
TEST(Ahp, ThreeItemsHaveAClosedForm) {
  const Ahp result = judged({{1, 2, 3}, {0.5, 1, 2}, {1.0 / 3, 0.5, 1}});
  const double q = std::cbrt(4.0 / 3);
  EXPECT_NEAR(result.principal_eigenvalue, 1 + q + 1 / q, 1e-14);
  const double sum = std::cbrt(6.0) + 1 + std::cbrt(1.0 / 6);
  EXPECT_NEAR(result.weights[0], std::cbrt(6.0) / sum, 1e-15);
  EXPECT_NEAR(result.weights[1], 1 / sum, 1e-15);
}

TEST(Ahp, TheRatioDependsOnTheTable) {
  const Rows rows{{1, 2, 3}, {0.5, 1, 2}, {1.0 / 3, 0.5, 1}};
  const Ahp classic = judged(rows);
  const Ahp later = judged(rows, {RandomIndex::saaty_2005, Inconsistent::refuse});
  EXPECT_EQ(classic.random_index, 0.58);
  EXPECT_EQ(later.random_index, 0.52);
  EXPECT_EQ(classic.consistency_index, later.consistency_index);
  EXPECT_GT(later.consistency_ratio, classic.consistency_ratio);
}

TEST(Ahp, TwoItemsCannotDisagree) {
  const Ahp result = judged({{1, 4}, {0.25, 1}});
  EXPECT_EQ(result.weights, (std::vector<double>{0.8, 0.2}));
  EXPECT_EQ(result.random_index, std::nullopt);
  EXPECT_EQ(result.consistency_ratio, 0);
}

TEST(Ahp, InconsistentJudgementsAreRefusedUnlessAskedFor) {
  const Rows circle{{1, 3, 1.0 / 3}, {1.0 / 3, 1, 3}, {3, 1.0 / 3, 1}};
  const std::string text = test::refused<StructureError>([&] { return judged(circle); });
  EXPECT_NE(text.find("not below 0.1: revise them"), std::string::npos) << text;
  const Ahp result = judged(circle, {RandomIndex::saaty_1980, Inconsistent::report});
  EXPECT_EQ(result.is_consistent(), false);
  // Nobody is preferred: q^3 is 27, the eigenvalue 1 + 3 + 1/3.
  EXPECT_NEAR(result.principal_eigenvalue, 13.0 / 3, 1e-14);
  EXPECT_NEAR(result.weights[0], 1.0 / 3, 1e-15);
}

TEST(Ahp, ARoundedReciprocalIsRefused) {
  EXPECT_EQ(test::refused<StructureError>([] {
              return judged({{1, 3}, {0.33, 1}});
            }),
            "the judgement in row 1, column 2 is 3 and the one across the diagonal is 0.33, they "
            "must be reciprocal: write fractions, such as 1/3");
}

TEST(Ahp, ItemsBeyondTheTableAreRefused) {
  EXPECT_EQ(test::refused<LimitError>([] { return judged(Rows(12, std::vector<double>(12, 1))); }),
            "the random indices saaty_1980 are published for 3 to 11 items, not for 12");
}

TEST(Ahp, JudgementsBeyondADoubleAreRefused) {
  const double much = 0x1p+1000;
  const Matrix judgements({{1, much, much}, {1 / much, 1, much}, {1 / much, 1 / much, 1}});
  EXPECT_EQ(test::refused<LimitError>([&] { return ahp(judgements.view()); }),
            "ahp: the result is beyond the range of a double: give numbers whose size is between "
            "1e-150 and 1e150");
}

}  // namespace
}  // namespace edustat
