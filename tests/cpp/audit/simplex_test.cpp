// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/simplex.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace edustat::reconcile_detail {
namespace {

/// x * a + y * b <= c, as a line that bounds a region of the plane.
struct HalfPlane {
  Rational a, b, c;
};

/// The least and the greatest x of a bounded region, by trying where two lines meet.
std::optional<Interval> ends_by_trying(const std::vector<HalfPlane>& region) {
  std::optional<Rational> low;
  std::optional<Rational> high;
  for (const HalfPlane& one : region) {
    for (const HalfPlane& other : region) {
      const Rational slope = one.a * other.b - other.a * one.b;
      if (slope.is_zero()) continue;
      const Rational x = (one.c * other.b - other.c * one.b) / slope;
      const Rational y = (one.a * other.c - other.a * one.c) / slope;
      const bool is_in = std::all_of(region.begin(), region.end(), [&](const HalfPlane& half) {
        return half.a * x + half.b * y <= half.c;
      });
      if (!is_in) continue;
      low = low ? std::min(*low, x) : x;
      high = high ? std::max(*high, x) : x;
    }
  }
  if (!low) return std::nullopt;
  return Interval::closed(*low, *high);
}

TEST(Simplex, FindsTheEndsThatTryingEveryCornerFinds) {
  std::mt19937_64 random(20161130);
  const auto draw = [&](int most) {
    return Rational(static_cast<long long>(random() % static_cast<unsigned>(2 * most + 1)) - most);
  };
  std::size_t possible = 0;
  for (int run = 0; run < 2'000; ++run) {
    const std::vector<Interval> ranges{Interval::closed(Rational(-5), draw(5).abs()),
                                       Interval::closed(draw(3), Rational(4))};
    std::vector<HalfPlane> region{{Rational(1), Rational(0), *ranges[0].high().value},
                                  {Rational(-1), Rational(0), Rational(5)},
                                  {Rational(0), Rational(1), Rational(4)},
                                  {Rational(0), Rational(-1), -*ranges[1].low().value}};
    std::vector<LinearRow> rows;
    for (int row = 0; row < 3; ++row) {
      const HalfPlane half{draw(4), draw(4), draw(9) / 2};
      LinearSum sum{{}, -half.c};
      if (!half.a.is_zero()) sum.terms.emplace(0, half.a);
      if (!half.b.is_zero()) sum.terms.emplace(1, half.b);
      rows.push_back(row_of(sum, Comparison::at_most));
      region.push_back(half);
    }
    Simplex simplex(ranges, rows);
    const std::optional<Interval> expected = ends_by_trying(region);
    ASSERT_EQ(simplex.is_possible(), expected.has_value()) << "run " << run;
    if (!expected) continue;
    ++possible;
    EXPECT_EQ(simplex.least(0)->bound(), expected->low()) << "run " << run;
    EXPECT_EQ(simplex.greatest(0)->bound(), expected->high()) << "run " << run;
  }
  EXPECT_GT(possible, 500U);
}

TEST(Simplex, SaysThatThereIsNoEnd) {
  // x - y = 1 and y >= 0: x is at least 1, and as great as one likes.
  const std::vector<Interval> ranges{Interval::everything(), Interval::at_least(Rational(0))};
  const LinearSum sum{{{0, Rational(1)}, {1, Rational(-1)}}, Rational(-1)};
  const std::vector<LinearRow> rows{row_of(sum, Comparison::equal)};
  Simplex simplex(ranges, rows);
  ASSERT_TRUE(simplex.is_possible());
  EXPECT_EQ(simplex.least(0)->value, Rational(1));
  EXPECT_EQ(simplex.greatest(0), std::nullopt);
}

TEST(Simplex, OpenEndsAreComeNearTo) {
  // x < y < 6
  const std::vector<Interval> ranges{Interval::everything(), Interval::parse("[0, 6)")};
  const LinearSum sum{{{0, Rational(1)}, {1, Rational(-1)}}, Rational(0)};
  const std::vector<LinearRow> rows{row_of(sum, Comparison::less)};
  Simplex simplex(ranges, rows);
  ASSERT_TRUE(simplex.is_possible());
  EXPECT_EQ(simplex.greatest(0)->bound(), (Interval::Bound{Rational(6), End::open}));
  simplex.set(0, Reach::of(Interval::at_least(Rational(6))));
  EXPECT_FALSE(simplex.is_possible());
  simplex.set(1, Reach::of(Interval::closed(Rational(0), Rational(7))));
  EXPECT_TRUE(simplex.is_possible());
}

TEST(Simplex, ProvesWhatIsImpossible) {
  // x + y = 3 with x <= 1 and y <= 1: the row from below, x and y from above.
  const std::vector<Interval> ranges{Interval::closed(Rational(0), Rational(1)),
                                     Interval::closed(Rational(0), Rational(1))};
  const LinearSum sum{{{0, Rational(1)}, {1, Rational(1)}}, Rational(-3)};
  const std::vector<LinearRow> rows{row_of(sum, Comparison::equal)};
  Simplex simplex(ranges, rows);
  ASSERT_FALSE(simplex.is_possible());
  using Factors = std::map<std::size_t, Rational>;
  EXPECT_EQ(Factors(simplex.proof().begin(), simplex.proof().end()),
            (Factors{{0, Rational(-1)}, {1, Rational(-1)}, {2, Rational(1)}}));
}

}  // namespace
}  // namespace edustat::reconcile_detail
