// SPDX-License-Identifier: Apache-2.0
// Laws of balanced rounding on random lists and tables, against every possible result.
#include "edustat/analysis/balance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <tuple>
#include <vector>

namespace edustat {
namespace {

using Row = std::vector<Rational>;

class RandomFigures {
 public:
  explicit RandomFigures(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return random_() % count; }

  /// Tenths, thirds and whole numbers around 0, so that ties and zeros are common.
  Rational figure() {
    const Rational digits = static_cast<std::int64_t>(below(61)) - (below(4) == 0 ? 40 : 0);
    const std::int64_t parts[] = {1, 2, 3, 10};
    return digits / Rational(parts[below(4)]);
  }

  Row row(std::size_t count) {
    Row row;
    for (std::size_t i = 0; i < count; ++i) row.push_back(figure());
    return row;
  }

 private:
  std::mt19937_64 random_;
};

/// What a result costs, the earlier number deciding.
using Cost = std::tuple<Rational, Rational, int>;

/// Adds what a count is away from its value.
void charge(Cost& cost, const Rational& value, const Rational& count, bool is_total) {
  (is_total ? std::get<0>(cost) : std::get<1>(cost)) += (count - value).abs();
  if (count != round_to_integer(value, Rounding::half_up)) ++std::get<2>(cost);
}

bool is_beside(const Rational& value, const Rational& count) {
  return count.is_integer() && (count - value).abs() < 1;
}

Rational sum_of(const Row& row) {
  Rational sum;
  for (const Rational& value : row) sum += value;
  return sum;
}

/// A table as all its sums, with cells by row.
struct Sums {
  std::vector<Rational> rows;
  std::vector<Rational> columns;
  Rational total{};

  Sums(const Row& cells, std::size_t width) : rows(cells.size() / width), columns(width) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      rows[i / width] += cells[i];
      columns[i % width] += cells[i];
      total += cells[i];
    }
  }
};

/// The cost of counts in place of cells; nothing when a figure is no neighbour of its value or the
/// grand total no ordinary rounding.
std::optional<Cost> cost_of(const Row& cells, const Row& counts, std::size_t width) {
  const Sums exact(cells, width);
  const Sums given(counts, width);
  Cost cost{};
  if (given.total != round_to_integer(exact.total, Rounding::half_up)) return std::nullopt;
  const auto add = [&](const Row& values, const Row& others, bool is_total) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!is_beside(values[i], others[i])) return false;
      charge(cost, values[i], others[i], is_total);
    }
    return true;
  };
  const bool is_table = add(cells, counts, false) && add(exact.rows, given.rows, true) &&
                        add(exact.columns, given.columns, true);
  return is_table ? std::optional(cost) : std::nullopt;
}

/// The sign of a sum, and where that is 0 of the first cell that is not.
int sign_of(const Row& cells) {
  const Rational sum = sum_of(cells);
  if (!sum.is_zero()) return sum.sign();
  const auto cell = std::find_if(cells.begin(), cells.end(),
                                 [](const Rational& value) { return !value.is_zero(); });
  return cell == cells.end() ? 0 : cell->sign();
}

/// The least cost of all 2^n tables, and of those that cost so the one with the larger earlier
/// cells (the smaller ones, where the sign is below 0).
std::pair<std::optional<Cost>, Row> least(const Row& cells, std::size_t width) {
  const int sign = sign_of(cells);
  std::optional<Cost> best;
  Row chosen;
  for (std::uint32_t sides = 0; sides < (1U << cells.size()); ++sides) {
    Row counts;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      counts.push_back(((sides >> i) & 1U) != 0 ? cells[i].floor() + 1 : cells[i].floor());
    }
    const std::optional<Cost> cost = cost_of(cells, counts, width);
    if (!cost) continue;
    const bool is_preferred = sign < 0 ? counts < chosen : counts > chosen;
    if (!best || *cost < *best || (*cost == *best && is_preferred)) {
      best = cost;
      chosen = counts;
    }
  }
  return {best, chosen};
}

Row values_of(const std::vector<Decimal>& decimals) {
  Row values;
  for (const Decimal& decimal : decimals) values.push_back(decimal.value());
  return values;
}

TEST(BalancedRoundLaws, IsTheNearestOfAllListsThatAddUp) {
  RandomFigures random(20261);
  for (int i = 0; i < 3000; ++i) {
    const Row parts = random.row(1 + random.below(7));
    const BalancedParts result = balanced_round(parts);
    const Row given = values_of(result.parts);
    // 1: the sum; 2: the neighbours; 3: least, with its ties
    ASSERT_EQ(sum_of(given), result.total.value());
    ASSERT_EQ(result.total.value(), round_to_integer(sum_of(parts), Rounding::half_up));
    Cost cost{};
    for (std::size_t j = 0; j < parts.size(); ++j) {
      ASSERT_TRUE(is_beside(parts[j], given[j])) << parts[j] << ' ' << given[j];
      charge(cost, parts[j], given[j], false);
    }
    ASSERT_EQ(static_cast<int>(result.moved.size()), std::get<2>(cost));
    std::optional<Cost> best;
    for (std::uint32_t sides = 0; sides < (1U << parts.size()); ++sides) {
      Rational sum;
      Cost other{};
      for (std::size_t j = 0; j < parts.size(); ++j) {
        const Rational side = ((sides >> j) & 1U) != 0 ? parts[j].ceiling() : parts[j].floor();
        sum += side;
        charge(other, parts[j], side, false);
      }
      if (sum == result.total.value() && (!best || other < *best)) best = other;
    }
    ASSERT_EQ(best, cost);
  }
}

/// A rounding, and the one that does to negated figures what it does to figures.
struct Mirror {
  Rounding rounding;
  Rounding mirrored;
};

constexpr Mirror mirrors[] = {
    {Rounding::half_up, Rounding::half_up},     {Rounding::half_even, Rounding::half_even},
    {Rounding::half_down, Rounding::half_down}, {Rounding::up, Rounding::up},
    {Rounding::down, Rounding::down},           {Rounding::ceiling, Rounding::floor},
    {Rounding::floor, Rounding::ceiling}};

/// Parts of which many add up to about nothing.
Row parts_around_zero(RandomFigures& random) {
  Row parts = random.row(1 + random.below(12));
  const Rational rest[] = {0, Rational(3) / Rational(10), Rational(-1) / Rational(2)};
  if (random.below(2) == 0) parts.push_back(rest[random.below(3)] - sum_of(parts));
  return parts;
}

Row negated(Row values) {
  for (Rational& value : values) value = -value;
  return values;
}

TEST(BalancedRoundLaws, NegatingThePartsNegatesTheResult) {
  RandomFigures random(20262);
  for (int i = 0; i < 2000; ++i) {
    const Row parts = parts_around_zero(random);
    for (const Mirror& mirror : mirrors) {
      const BalancedParts result = balanced_round(parts, {.rounding = mirror.rounding});
      const BalancedParts other = balanced_round(negated(parts), {.rounding = mirror.mirrored});
      ASSERT_EQ(values_of(other.parts), negated(values_of(result.parts)));
    }
  }
}

TEST(BalancedTableLaws, NegatingTheCellsNegatesTheResult) {
  RandomFigures random(20266);
  for (int i = 0; i < 500; ++i) {
    const Row cells = parts_around_zero(random);
    std::vector<Row> rows(2);
    for (std::size_t j = 0; j < 2 * (cells.size() / 2); ++j) rows[j % 2].push_back(cells[j]);
    if (rows.front().empty()) continue;
    const std::vector<Row> others{negated(rows[0]), negated(rows[1])};
    for (const Mirror& mirror : mirrors) {
      const BalancedTable table = balanced_table(rows, {.rounding = mirror.rounding});
      const BalancedTable other = balanced_table(others, {.rounding = mirror.mirrored});
      ASSERT_EQ(values_of(other.cells[0]), negated(values_of(table.cells[0])));
      ASSERT_EQ(values_of(other.cells[1]), negated(values_of(table.cells[1])));
    }
  }
}

TEST(BalancedTableLaws, IsTheNearestOfAllTablesThatAddUp) {
  RandomFigures random(20263);
  for (int i = 0; i < 1500; ++i) {
    const std::size_t width = 1 + random.below(3);
    const std::size_t height = 1 + random.below(3);
    std::vector<Row> rows;
    Row cells;
    for (std::size_t row = 0; row < height; ++row) {
      rows.push_back(random.row(width));
      cells.insert(cells.end(), rows.back().begin(), rows.back().end());
    }
    const BalancedTable table = balanced_table(rows);
    Row given;
    for (const auto& line : table.cells) {
      for (const Decimal& cell : line) given.push_back(cell.value());
    }
    const auto [best, chosen] = least(cells, width);
    ASSERT_TRUE(best.has_value());
    ASSERT_EQ(cost_of(cells, given, width), best);
    ASSERT_EQ(given, chosen);
    const Sums sums(given, width);
    ASSERT_EQ(values_of(table.row_totals), sums.rows);
    ASSERT_EQ(values_of(table.column_totals), sums.columns);
    ASSERT_EQ(table.total.value(), sums.total);
    ASSERT_EQ(static_cast<int>(table.moved.size()), std::get<2>(*best));
  }
}

TEST(BalancedTableLaws, HoldsEverySumOfLargeTables) {
  RandomFigures random(20264);
  for (const std::size_t size : {20U, 60U}) {
    std::vector<Row> rows;
    Row cells;
    for (std::size_t row = 0; row < size; ++row) {
      Row& line = rows.emplace_back();
      for (std::size_t column = 0; column < size; ++column) {
        line.push_back(Rational(random.below(1'000'000)) / Rational(10000));
      }
      cells.insert(cells.end(), line.begin(), line.end());
    }
    const BalancedTable table = balanced_table(rows);
    Row given;
    for (const auto& line : table.cells) {
      for (const Decimal& cell : line) given.push_back(cell.value());
    }
    EXPECT_TRUE(cost_of(cells, given, size).has_value());
    const Sums sums(given, size);
    EXPECT_EQ(values_of(table.row_totals), sums.rows);
    EXPECT_EQ(values_of(table.column_totals), sums.columns);
  }
}

}  // namespace
}  // namespace edustat
