// SPDX-License-Identifier: Apache-2.0
#include "analysis/balance_sums.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"

#include <cstddef>

namespace edustat::detail {
namespace {

void expect_sum(const Rational& sum, const Decimal& total) {
  if (sum == total.value()) return;
  throw Error(Fault{ErrorCode::unbalanced_table,
                    {text::excerpt(total.to_string()), text::excerpt(sum.to_string())}});
}

Rational sum_of_decimals(const std::vector<Decimal>& figures) {
  Rational sum;
  for (const Decimal& figure : figures) sum += figure.value();
  return sum;
}

}  // namespace

void expect_sums(const BalancedTable& table) {
  std::vector<Rational> columns(table.column_totals.size());
  for (std::size_t row = 0; row < table.cells.size(); ++row) {
    expect_sum(sum_of_decimals(table.cells[row]), table.row_totals[row]);
    for (std::size_t column = 0; column < columns.size(); ++column) {
      columns[column] += table.cells[row][column].value();
    }
  }
  for (std::size_t column = 0; column < columns.size(); ++column) {
    expect_sum(columns[column], table.column_totals[column]);
  }
  expect_sum(sum_of_decimals(table.row_totals), table.total);
  expect_sum(sum_of_decimals(table.column_totals), table.total);
}

}  // namespace edustat::detail
