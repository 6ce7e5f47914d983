// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/sample.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/analysis/numbers.hpp"
#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace edustat {
namespace {

using test::numbers;
using test::refused;

const std::vector<std::int64_t> pupils{45, 37, 89};
const std::vector<std::int64_t> books{279, 137, 935};

TEST(Sample, MeanOfAPerSampleIsTheRatioOfSums) {
  EXPECT_EQ(Sample::per(numbers(books), numbers(pupils)).mean(), Rational(1351) / 171);
  EXPECT_EQ(Sample::per(numbers(books), numbers(pupils)).value(1), Rational(137) / 37);
}

TEST(Sample, MeanIsWeightedExactly) {
  const std::vector<Rational> values{Rational(1) / 3, Rational(1) / 7, Rational(5)};
  EXPECT_EQ(Sample::of(numbers(values)).mean(), Rational(115) / 63);
  // (15 + 37/7 + 445) / 171
  EXPECT_EQ(Sample::weighted(numbers(values), numbers(pupils)).mean(), Rational(3257) / 1197);
}

TEST(Sample, ADoubleIsTheNumberThatItIs) {
  const std::vector<double> values{0.1};
  EXPECT_EQ(Sample::of(numbers(values)).mean(),
            Rational(3602879701896397) / Rational(36028797018963968));
}

TEST(Sample, RefusesAGapWithItsRow) {
  Numbers values = numbers(books, "books");
  values.gaps = {1};
  EXPECT_EQ(refused<StructureError>([&] { return Sample::per(values, numbers(pupils)); }),
            "books:2: column 'books' has no value in this row: give one, or have the row left out "
            "(leave_out)");
}

TEST(Sample, LeavesOutRowsWithoutValueWhenAsked) {
  Numbers values = numbers(books, "books");
  values.gaps = {1};
  const Sample sample = Sample::per(values, numbers(pupils), GapRule::leave_out);
  EXPECT_EQ(sample.size(), 2U);
  EXPECT_EQ(sample.left_out()[0], 1U);
  EXPECT_EQ(sample.mean(), Rational(1214) / 134);
  EXPECT_EQ(sample.value(1), Rational(935) / 89);
}

TEST(Sample, ADenominatorOfZeroGivesNoValue) {
  const std::vector<std::int64_t> with_zero{45, 0, 89};
  EXPECT_EQ(refused<StructureError>(
                [&] { return Sample::per(numbers(books), numbers(with_zero, "pupils")); }),
            "pupils:2: column 'pupils' is 0 in this row and divides: mend it, or have the row left "
            "out (leave_out)");
  EXPECT_EQ(Sample::per(numbers(books), numbers(with_zero), GapRule::leave_out).left_out().size(),
            1U);
}

TEST(Sample, RefusesNegativeWeights) {
  const std::vector<std::int64_t> weights{1, 2, -3};
  EXPECT_EQ(refused<StructureError>(
                [&] { return Sample::weighted(numbers(books), numbers(weights, "pupils")); }),
            "pupils:3: column 'pupils' has -3, a value of at least 0 is expected");
}

TEST(Sample, RefusesColumnsOfDifferentLength) {
  const std::vector<std::int64_t> two{1, 2};
  EXPECT_EQ(refused<StructureError>(
                [&] { return Sample::weighted(numbers(books), numbers(two, "pupils")); }),
            "column 'pupils' has 2 rows where the others have 3, all must be equally long");
}

TEST(Sample, RefusesWhatIsNotFinite) {
  const std::vector<double> values{1, std::numeric_limits<double>::infinity()};
  EXPECT_THROW((void)Sample::of(numbers(values)), ParseError);
}

TEST(Sample, WholeNumbersBeyondDoublesStayExact) {
  const std::vector<std::int64_t> values{(std::int64_t{1} << 62) + 1, 1};
  EXPECT_EQ(Sample::of(numbers(values)).mean(), Rational((std::int64_t{1} << 61) + 1));
}

}  // namespace
}  // namespace edustat
