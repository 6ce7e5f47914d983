// SPDX-License-Identifier: Apache-2.0
// What is called a minimal conflict is one: the prints of each are asked for alone.
#include "edustat/audit/reconcile.hpp"

#include "tests/cpp/support/runs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace edustat {
namespace {

/// The verdict on some of the prints alone.
Verdict verdict_on(std::vector<Unknown> numbers, const std::vector<std::size_t>& prints,
                   std::size_t without, const std::vector<Relation>& relations) {
  for (std::size_t number = 0; number < numbers.size(); ++number) {
    const bool is_in = std::binary_search(prints.begin(), prints.end(), number);
    if (!is_in || number == without) numbers[number].print = Interval::everything();
  }
  return reconcile(numbers, relations).verdict;
}

TEST(ReconcileConflicts, AreImpossibleAsAWholeAndPossibleWithoutEach) {
  std::mt19937_64 random(20161130);
  const std::vector<Relation> relations{
      Relation("rate == a / plan"), Relation("plan == c + d"), Relation("a < plan"),
      Relation("total == a + b"),   Relation("b <= a"),
  };
  const std::vector<std::string> names{"a", "b", "c", "d", "plan", "rate", "total"};
  std::size_t conflicts = 0;
  for (std::size_t run = 0; run < test::runs(20, 2'000); ++run) {
    std::vector<Unknown> numbers;
    for (const std::string& name : names) {
      const auto low = static_cast<long long>(random() % 8);
      Unknown unknown;
      unknown.name = name;
      const bool is_rate = name == "rate";
      const Rational low_end = is_rate ? Rational(low) / 8 : Rational(low);
      const Rational high_end = low_end + (is_rate ? Rational(1) / 4 : Rational(1));
      const bool is_cut = random() % 2 == 0;
      unknown.print =
          Interval({low_end, End::closed}, {high_end, is_cut ? End::open : End::closed});
      if (random() % 2 == 0 && !is_rate) unknown.domain = Interval::at_least(Rational(0));
      if (random() % 5 == 0) unknown.print = Interval::everything();
      numbers.push_back(std::move(unknown));
    }
    const Joint joint = reconcile(numbers, relations);
    for (const Conflict& conflict : joint.conflicts) {
      ++conflicts;
      EXPECT_EQ(verdict_on(numbers, conflict.numbers, names.size(), relations), Verdict::impossible)
          << run;
      for (const std::size_t number : conflict.numbers) {
        EXPECT_EQ(verdict_on(numbers, conflict.numbers, number, relations), Verdict::consistent)
            << run << " without " << names[number];
      }
    }
  }
  EXPECT_GT(conflicts, 20U);
}

}  // namespace
}  // namespace edustat
