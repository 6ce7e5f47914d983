// SPDX-License-Identifier: Apache-2.0
#include "analysis/balance_sums.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat {
namespace {

/// 1 1 | 2, 1 2 | 3, 2 3 | 5
BalancedTable small_table() {
  const Rational cell = Rational(13) / Rational(10);
  return balanced_table(std::vector<std::vector<Rational>>{{cell, cell}, {cell, Rational(7) / 5}});
}

std::string said_of(const BalancedTable& table) {
  return test::refused<Error>([&] {
    detail::expect_sums(table);
    return 0;
  });
}

TEST(ExpectSums, PassesATableThatAddsUp) {
  EXPECT_EQ(said_of(small_table()), "nothing was refused");
}

TEST(ExpectSums, NamesATotalThatDoesNotHold) {
  BalancedTable table = small_table();
  table.cells[0][0] = Decimal::parse("2");
  EXPECT_EQ(said_of(table),
            "a balanced table has the total 2, but its figures add up to 3: this is a fault of the "
            "library, not of the figures, please report it");
}

TEST(ExpectSums, AddsUpColumnsAndTotalsToo) {
  BalancedTable table = small_table();
  table.column_totals[1] = Decimal::parse("4");
  EXPECT_NE(said_of(table), "nothing was refused");
  table = small_table();
  table.total = Decimal::parse("6");
  EXPECT_NE(said_of(table), "nothing was refused");
}

}  // namespace
}  // namespace edustat
