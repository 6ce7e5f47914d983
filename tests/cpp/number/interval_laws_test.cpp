// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/interval.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <vector>

// Every interval on a small grid, open and closed, bounded or not. Each is stood for by points: its
// closed ends, points very near its ends, 0, and points very far out. Results over all pairs of
// points must lie in the interval of the result, reach each of its closed ends, come near each of
// its open ones, and run away where it has no end.
namespace edustat {
namespace {

const Rational near_by = Rational(1) / Rational(1 << 20);
const Rational far_out = 1 << 20;
const Rational close_enough = Rational(1) / Rational(1 << 10);
const Rational large_enough = 1 << 10;

std::vector<Interval> all_intervals() {
  std::vector<Interval::Bound> lows{{}};
  for (const int value : {-2, -1, 0, 1, 3}) {
    lows.push_back({value, End::closed});
    lows.push_back({value, End::open});
  }
  std::vector<Interval> intervals;
  for (const auto& low : lows) {
    for (const auto& high : lows) {
      const bool is_point = low.value == high.value && low.end == End::closed && high == low;
      if (!low.value || !high.value || *low.value < *high.value || is_point) {
        intervals.emplace_back(low, high);
      }
    }
  }
  return intervals;
}

std::vector<Rational> points_of(const Interval& interval) {
  std::vector<Rational> candidates{0, -near_by, near_by, -far_out, far_out};
  for (const auto* bound : {&interval.low(), &interval.high()}) {
    if (!bound->value) continue;
    candidates.push_back(*bound->value);
    candidates.push_back(*bound->value - near_by);
    candidates.push_back(*bound->value + near_by);
  }
  std::vector<Rational> points;
  for (const Rational& candidate : candidates) {
    if (interval.contains(candidate)) points.push_back(candidate);
  }
  return points;
}

/// The lowest result against the lower end, or the highest against the upper end with both negated.
void expect_tight(const Interval::Bound& low, const Rational& lowest, const std::string& what) {
  if (!low.value) {
    EXPECT_EQ(lowest < -large_enough, true) << what;
  } else if (low.end == End::closed) {
    EXPECT_EQ(lowest, *low.value) << what;
  } else {
    EXPECT_EQ(*low.value < lowest && lowest < *low.value + close_enough, true) << what;
  }
}

/// The interval must be the smallest that holds the points' results.
void expect_hull(const std::vector<Rational>& results, const Interval& interval,
                 const std::string& what) {
  const auto [lowest, highest] = std::minmax_element(results.begin(), results.end());
  EXPECT_EQ(interval.contains(*lowest) && interval.contains(*highest), true) << what;
  expect_tight(interval.low(), *lowest, what);
  expect_tight((-interval).low(), -*highest, what);
}

using Exact = std::function<std::optional<Rational>(const Rational&, const Rational&)>;
using Ranged = std::function<std::optional<Interval>(const Interval&, const Interval&)>;

void expect_hull_of_pairs(const Exact& exact, const Ranged& ranged) {
  const std::vector<Interval> intervals = all_intervals();
  EXPECT_EQ(intervals.size(), 66U);
  for (const Interval& left : intervals) {
    for (const Interval& right : intervals) {
      std::vector<Rational> results;
      for (const Rational& a : points_of(left)) {
        for (const Rational& b : points_of(right)) {
          if (const auto result = exact(a, b)) results.push_back(*result);
        }
      }
      const std::optional<Interval> interval = ranged(left, right);
      const std::string what = left.to_string() + " and " + right.to_string();
      EXPECT_EQ(interval.has_value(), !results.empty()) << what;
      if (interval && !results.empty()) expect_hull(results, *interval, what);
    }
  }
}

TEST(IntervalLaws, ASumIsTheHullOfAllSums) {
  expect_hull_of_pairs([](const Rational& a, const Rational& b) { return a + b; },
                       [](const Interval& a, const Interval& b) { return a + b; });
}

TEST(IntervalLaws, ADifferenceIsTheHullOfAllDifferences) {
  expect_hull_of_pairs([](const Rational& a, const Rational& b) { return a - b; },
                       [](const Interval& a, const Interval& b) { return a - b; });
}

TEST(IntervalLaws, AProductIsTheHullOfAllProducts) {
  expect_hull_of_pairs([](const Rational& a, const Rational& b) { return a * b; },
                       [](const Interval& a, const Interval& b) { return a * b; });
}

TEST(IntervalLaws, AQuotientIsTheHullOfAllQuotients) {
  const auto quotient = [](const Rational& a, const Rational& b) {
    return b.is_zero() ? std::nullopt : std::optional<Rational>(a / b);
  };
  expect_hull_of_pairs(quotient, divide);
}

TEST(IntervalLaws, APowerIsTheHullOfAllPowers) {
  for (const Interval& base : all_intervals()) {
    for (int exponent = -4; exponent <= 4; ++exponent) {
      std::vector<Rational> results;
      for (const Rational& point : points_of(base)) {
        if (exponent >= 0 || !point.is_zero()) results.push_back(point.pow(exponent));
      }
      const std::optional<Interval> power = base.pow(exponent);
      const std::string what = base.to_string() + "^" + std::to_string(exponent);
      EXPECT_EQ(power.has_value(), !results.empty()) << what;
      if (power && !results.empty()) expect_hull(results, *power, what);
    }
  }
}

TEST(IntervalLaws, AnIntersectionHoldsWhatBothHold) {
  const std::vector<Interval> intervals = all_intervals();
  for (const Interval& left : intervals) {
    for (const Interval& right : intervals) {
      const std::optional<Interval> common = left.intersect(right);
      const Interval hull = left.hull(right);
      for (const Interval& from : {left, right}) {
        for (const Rational& point : points_of(from)) {
          EXPECT_EQ(common && common->contains(point),
                    left.contains(point) && right.contains(point));
          EXPECT_EQ(hull.contains(point), true);
        }
      }
    }
  }
}

TEST(IntervalLaws, CanBeLessMeansThatSomeValuesAre) {
  const std::vector<Interval> intervals = all_intervals();
  for (const Interval& left : intervals) {
    const std::vector<Rational> lefts = points_of(left);
    const Rational lowest = *std::min_element(lefts.begin(), lefts.end());
    for (const Interval& right : intervals) {
      const std::vector<Rational> rights = points_of(right);
      const Rational highest = *std::max_element(rights.begin(), rights.end());
      EXPECT_EQ(left.can_be_less(right), lowest < highest) << left << " and " << right;
      EXPECT_EQ(left.can_be_at_most(right), lowest <= highest) << left << " and " << right;
    }
  }
}

TEST(IntervalLaws, TextReadsBack) {
  for (const Interval& interval : all_intervals()) {
    const Interval again = Interval::parse(interval.to_string());
    EXPECT_EQ(again, interval);
    EXPECT_EQ(again.hash(), interval.hash());
  }
}

}  // namespace
}  // namespace edustat
