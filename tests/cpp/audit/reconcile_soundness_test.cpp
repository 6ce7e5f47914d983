// SPDX-License-Identifier: Apache-2.0
// True numbers, printed under every rule, are never called impossible; on small grids the verdict
// is that of trying every value.
#include "edustat/audit/reconcile.hpp"

#include "tests/cpp/support/runs.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace edustat {
namespace {

/// The print of a true value in thousands, to `places`, by a rule.
Unknown print_of(const char* name, const Rational& value, int places, Precision rule) {
  const Rounding rounding = rule == Precision::truncated   ? Rounding::down
                            : rule == Precision::half_even ? Rounding::half_even
                                                           : Rounding::half_up;
  Unknown unknown;
  unknown.name = name;
  unknown.print =
      Figure(round_to(value, DecimalPlaces(places), rounding).to_string()).interval(rule);
  return unknown;
}

class JointSoundness : public testing::TestWithParam<Precision> {};

TEST_P(JointSoundness, TruePrintsAreNeverImpossible) {
  const Precision rule = GetParam();
  std::mt19937_64 random(20161130);
  const std::vector<Relation> relations{
      Relation("rate == a / plan"),      Relation("other == b / plan"),
      Relation("plan == c + d"),         Relation("a <= plan"),
      Relation("total == a + b"),        Relation("b <= a"),
      Relation("total == heads * each"),
  };
  const auto draw = [&](int most) {
    return Rational(static_cast<long long>(random() % static_cast<std::uint64_t>(most)) + 1);
  };
  const std::size_t cases = test::runs(15, 100'000);
  for (std::size_t run = 0; run < cases; ++run) {
    const Rational b = draw(5000) / draw(7);
    const Rational a = b + draw(3000) / draw(9);
    const Rational plan = a + draw(1000) / draw(3);
    const Rational c = plan / draw(5);
    const Rational heads = draw(400);
    const Rational total = a + b;
    std::vector<Unknown> numbers{
        print_of("a", a, 1, rule),
        print_of("b", b, 0, rule),
        print_of("plan", plan, static_cast<int>(random() % 2), rule),
        print_of("c", c, 1, rule),
        print_of("d", plan - c, 0, rule),
        print_of("rate", a / plan, 4, rule),
        print_of("other", b / plan, 3, rule),
        print_of("total", total, 1, rule),
        print_of("heads", heads, 0, Precision::exact),
        print_of("each", total / heads, 2, rule),
    };
    if (random() % 3 == 0) numbers[2].print = Interval::everything();
    const Joint joint = reconcile(numbers, relations);
    ASSERT_NE(joint.verdict, Verdict::impossible) << "run " << run;
    // and no true value is outside what the others allow
    ASSERT_TRUE(joint.intervals[0] && joint.intervals[0]->interval->contains(a));
    ASSERT_TRUE(joint.intervals[2] && joint.intervals[2]->interval->contains(plan));
  }
}

INSTANTIATE_TEST_SUITE_P(EachRule, JointSoundness,
                         testing::Values(Precision::nearest, Precision::half_up,
                                         Precision::half_even, Precision::truncated),
                         [](const auto& rule) { return std::string(name_of(rule.param)); });

TEST(ReconcileSoundness, OnSmallGridsTheVerdictIsThatOfTrying) {
  std::mt19937_64 random(7);
  const std::vector<std::string> pool{"a + b == c", "a - c == d", "a <= b",     "b + d >= c",
                                      "c < d",      "a + d == b", "a + a == d", "b == c"};
  // Most of them are wrong prints, of which all conflicts are sought.
  const std::size_t cases = test::runs(60, 1'000);
  std::size_t impossible = 0;
  for (std::size_t run = 0; run < cases; ++run) {
    std::vector<Unknown> numbers;
    std::vector<std::pair<int, int>> ranges;
    for (const char* name : {"a", "b", "c", "d"}) {
      const int low = static_cast<int>(random() % 6);
      const int high = low + static_cast<int>(random() % 3);
      Unknown unknown;
      unknown.name = name;
      unknown.print = Interval::closed(Rational(low), Rational(high));
      unknown.is_whole = true;
      numbers.push_back(unknown);
      ranges.emplace_back(low, high);
    }
    std::vector<std::size_t> chosen;
    std::vector<Relation> relations;
    for (std::size_t one = 0; one < pool.size(); ++one) {
      if (random() % 3 != 0) continue;
      chosen.push_back(one);
      relations.emplace_back(pool[one]);
    }
    bool is_possible = false;
    for (int a = ranges[0].first; a <= ranges[0].second; ++a) {
      for (int b = ranges[1].first; b <= ranges[1].second; ++b) {
        for (int c = ranges[2].first; c <= ranges[2].second; ++c) {
          for (int d = ranges[3].first; d <= ranges[3].second; ++d) {
            const bool holds[] = {a + b == c, a - c == d, a <= b,     b + d >= c,
                                  c < d,      a + d == b, a + a == d, b == c};
            bool all = true;
            for (const std::size_t one : chosen) all = all && holds[one];
            is_possible = is_possible || all;
          }
        }
      }
    }
    impossible += is_possible ? 0 : 1;
    const Joint joint = reconcile(numbers, relations);
    ASSERT_EQ(joint.verdict, is_possible ? Verdict::consistent : Verdict::impossible) << run;
  }
  EXPECT_GT(impossible, cases / 20);
}

}  // namespace
}  // namespace edustat
