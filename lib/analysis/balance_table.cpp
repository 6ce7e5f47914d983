// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/balance.hpp"

#include "analysis/balance_network.hpp"
#include "analysis/balance_steps.hpp"
#include "analysis/balance_sums.hpp"
#include "analysis/table_width.hpp"

#include <utility>

namespace edustat {
namespace {

/// A table as flows: from the source through its row total into each row, through the cell into
/// the column, through the column total into the drain, and as grand total back to the source.
class TableBalance {
 public:
  TableBalance(std::span<const std::vector<Rational>> rows, const BalanceOptions& options)
      : steps_(options),
        width_(detail::table_width(rows)),
        height_(rows.size()),
        network_(width_ + height_ + 2) {
    std::vector<Rational> columns(width_);
    std::vector<Rational> row_totals(height_);
    Rational total;
    for (std::size_t row = 0; row < height_; ++row) {
      for (std::size_t column = 0; column < width_; ++column) {
        const Rational& value = rows[row][column];
        row_totals[row] += value;
        columns[column] += value;
        add(row, height_ + column, value, BalanceNetwork::Role::cell);
      }
      total += row_totals[row];
    }
    for (std::size_t row = 0; row < height_; ++row) {
      add(source(), row, row_totals[row], BalanceNetwork::Role::total);
    }
    for (std::size_t column = 0; column < width_; ++column) {
      add(height_ + column, drain(), columns[column], BalanceNetwork::Role::total);
    }
    const StepFigure grand = steps_.figure(total);
    total_ = grand.at(grand.ordinary);
    direction_ = direction_of(figures_, total);
    network_.add_fixed(drain(), source(), total_);
  }

  BalancedTable run() {
    network_.settle();
    network_.prefer(width_ * height_, direction_ < 0 ? Side::lower : Side::upper);
    BalancedTable table{{}, {}, {}, steps_.written(total_), {}};
    for (std::size_t row = 0; row < height_; ++row) {
      std::vector<Decimal>& line = table.cells.emplace_back();
      for (std::size_t column = 0; column < width_; ++column) {
        line.push_back(settled(row * width_ + column, row, column, table.moved));
      }
    }
    const std::size_t totals = width_ * height_;
    for (std::size_t row = 0; row < height_; ++row) {
      table.row_totals.push_back(settled(totals + row, row, std::nullopt, table.moved));
    }
    for (std::size_t column = 0; column < width_; ++column) {
      table.column_totals.push_back(
          settled(totals + height_ + column, std::nullopt, column, table.moved));
    }
    detail::expect_sums(table);
    return table;
  }

 private:
  [[nodiscard]] std::size_t source() const { return height_ + width_; }
  [[nodiscard]] std::size_t drain() const { return height_ + width_ + 1; }

  void add(std::size_t from, std::size_t to, const Rational& value, BalanceNetwork::Role role) {
    figures_.push_back(steps_.figure(value));
    network_.add(from, to, figures_.back(), role);
  }

  [[nodiscard]] Decimal settled(std::size_t number, std::optional<std::size_t> row,
                                std::optional<std::size_t> column,
                                std::vector<MovedFigure>& moved) const {
    const StepFigure& figure = figures_[number];
    const Side side = network_.side(number);
    if (figure.at(side) != figure.at(figure.ordinary)) {
      moved.push_back(steps_.moved(figure, side, row, column));
    }
    return steps_.written(figure.at(side));
  }

  Steps steps_;
  std::size_t width_;
  std::size_t height_;
  BalanceNetwork network_;
  std::vector<StepFigure> figures_{};  // cells by row, row totals, column totals
  Rational total_{};
  int direction_ = 0;
};

}  // namespace

BalancedTable balanced_table(std::span<const std::vector<Rational>> rows,
                             const BalanceOptions& options) {
  return TableBalance(rows, options).run();
}

}  // namespace edustat
