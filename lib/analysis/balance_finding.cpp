// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/balance_finding.hpp"

#include "edustat/analysis/balance.hpp"
#include "edustat/error/error.hpp"

#include "analysis/table_width.hpp"
#include "error/utf8.hpp"
#include "quantity/spread.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace edustat {
namespace {

using Print = BalanceFinding::Print;

/// A list is a table of one row whose columns have no totals.
enum class Shape : std::uint8_t { list, table };

/// The figures of a table with what is known of them, totals in the last row and column.
struct PrintedTable {
  std::vector<std::vector<Interval>> values{};
  std::vector<std::vector<Decimal>> prints{};

  [[nodiscard]] std::size_t height() const { return values.size() - 1; }
  [[nodiscard]] std::size_t width() const { return values.front().size() - 1; }
};

void check_options(const PrintOptions& options) {
  if (options.scale.sign() <= 0) {
    throw StructureError(Fault{ErrorCode::bad_scale, {text::excerpt(options.scale.to_string())}});
  }
  if (options.step && options.step->value().sign() <= 0) {
    throw StructureError(Fault{ErrorCode::bad_step, {text::excerpt(options.step->to_string())}});
  }
  if (options.precision == Precision::exact) {
    throw CodeError(
        Fault{ErrorCode::unknown_name,
              {std::string(name_of(options.precision)), "nearest, half_up, half_even, truncated"}});
  }
}

/// One unit of the last place of the print with most places.
Decimal finest_place(const std::vector<std::vector<Decimal>>& prints) {
  int places = prints.front().front().places().count();
  for (const auto& row : prints) {
    for (const Decimal& print : row) places = std::max(places, print.places().count());
  }
  return {Rational::power_of_ten(-places), DecimalPlaces(places)};
}

/// What is known of the totals follows from the cells.
std::vector<std::vector<Interval>> with_totals(std::span<const std::vector<Interval>> cells,
                                               const Rational& scale) {
  const Interval zero = Interval::exactly(Rational(0));
  const Interval factor = Interval::exactly(scale.reciprocal());
  std::vector<Interval> totals(cells.front().size() + 1, zero);
  std::vector<std::vector<Interval>> values;
  for (const std::vector<Interval>& row : cells) {
    std::vector<Interval>& line = values.emplace_back();
    Interval total = zero;
    for (std::size_t column = 0; column < row.size(); ++column) {
      line.push_back(row[column] * factor);
      total = total + line.back();
      totals[column] = totals[column] + line.back();
    }
    line.push_back(total);
    totals.back() = totals.back() + total;
  }
  values.push_back(std::move(totals));
  return values;
}

class Recogniser {
 public:
  Recogniser(PrintedTable table, Shape shape, const PrintOptions& options)
      : table_(std::move(table)),
        shape_(shape),
        precision_(options.precision),
        step_(options.step ? *options.step : finest_place(table_.prints)) {}

  BalanceFinding run() {
    for (std::size_t row = 0; row <= table_.height(); ++row) {
      if (shape_ == Shape::list && row == table_.height()) break;
      for (std::size_t column = 0; column <= table_.width(); ++column) judge(row, column);
    }
    add_sums();
    finding_.kind = kind();
    if (finding_.kind == BalanceFinding::Kind::balanced) finding_.is_least = is_least();
    return std::move(finding_);
  }

 private:
  [[nodiscard]] bool is_cell(std::size_t row, std::size_t column) const {
    return row < table_.height() && column < table_.width();
  }

  [[nodiscard]] Print print(std::size_t row, std::size_t column) const {
    Print print{row, column, table_.values[row][column], table_.prints[row][column]};
    if (row == table_.height()) print.row.reset();
    if (column == table_.width()) print.column.reset();
    if (shape_ == Shape::list) {
      print.row = std::exchange(print.column, std::nullopt);  // a list counts its parts by row
    }
    return print;
  }

  void judge(std::size_t row, std::size_t column) {
    const Interval& value = table_.values[row][column];
    const Rational& printed = table_.prints[row][column].value();
    const Rational& step = step_.value();
    const bool is_multiple = (printed / step).is_integer();
    if (is_multiple && value.intersect(detail::shortened(printed, step, precision_))) return;
    (is_cell(row, column) ? are_parts_ordinary_ : are_totals_ordinary_) = false;
    const Interval beside({printed - step, End::open}, {printed + step, End::open});
    (is_multiple && value.intersect(beside) ? finding_.moved : finding_.beyond)
        .push_back(print(row, column));
  }

  void add_sums() {
    const auto& prints = table_.prints;
    const std::size_t lines = shape_ == Shape::list ? 1 : table_.height() + 1;
    for (std::size_t row = 0; row < lines; ++row) {
      Rational sum;
      for (std::size_t i = 0; i < table_.width(); ++i) sum += prints[row][i].value();
      expect(sum, row, table_.width());
    }
    for (std::size_t column = 0; column <= table_.width() && shape_ == Shape::table; ++column) {
      Rational sum;
      for (std::size_t i = 0; i < table_.height(); ++i) sum += prints[i][column].value();
      expect(sum, table_.height(), column);
    }
  }

  void expect(const Rational& sum, std::size_t row, std::size_t column) {
    if (sum == table_.prints[row][column].value()) return;
    Print broken = print(row, column);
    const auto& known = finding_.broken;
    if (std::find(known.begin(), known.end(), broken) == known.end()) {
      finding_.broken.push_back(std::move(broken));
    }
  }

  [[nodiscard]] BalanceFinding::Kind kind() const {
    if (are_parts_ordinary_ && are_totals_ordinary_) return BalanceFinding::Kind::ordinary;
    if (!finding_.broken.empty()) return BalanceFinding::Kind::neither;
    if (are_parts_ordinary_) return BalanceFinding::Kind::summed;
    return finding_.beyond.empty() ? BalanceFinding::Kind::balanced : BalanceFinding::Kind::neither;
  }

  /// How far prints lie from exact values: totals first, then cells.
  template <typename Given>
  [[nodiscard]] std::pair<Rational, Rational> distance(Given given) const {
    std::pair<Rational, Rational> sums;
    for (std::size_t row = 0; row <= table_.height(); ++row) {
      for (std::size_t column = 0; column <= table_.width(); ++column) {
        const Rational away = (given(row, column) - *table_.values[row][column].low().value).abs();
        (is_cell(row, column) ? sums.second : sums.first) += away;
      }
    }
    return sums;
  }

  [[nodiscard]] std::optional<bool> is_least() const {
    std::vector<std::vector<Rational>> cells(table_.height());
    for (std::size_t row = 0; row < table_.height(); ++row) {
      for (std::size_t column = 0; column < table_.width(); ++column) {
        if (!table_.values[row][column].is_exact()) return std::nullopt;
        cells[row].push_back(*table_.values[row][column].low().value);
      }
    }
    return is_least_of(cells);
  }

  /// A grand total beside its value is its rounding up or down: the least table with the same one.
  [[nodiscard]] bool is_least_of(const std::vector<std::vector<Rational>>& cells) const {
    const bool is_up =
        table_.prints.back().back().value() > *table_.values.back().back().low().value;
    const BalancedTable least = balanced_table(
        cells, {.step = step_, .rounding = is_up ? Rounding::ceiling : Rounding::floor});
    const auto given = [&](std::size_t row, std::size_t column) -> Rational {
      if (is_cell(row, column)) return least.cells[row][column].value();
      if (row < table_.height()) return least.row_totals[row].value();
      return column < table_.width() ? least.column_totals[column].value() : least.total.value();
    };
    const auto printed = [&](std::size_t row, std::size_t column) -> Rational {
      return table_.prints[row][column].value();
    };
    return distance(printed) == distance(given);
  }

  PrintedTable table_;
  Shape shape_;
  Precision precision_;
  Decimal step_;
  bool are_parts_ordinary_ = true;
  bool are_totals_ordinary_ = true;
  BalanceFinding finding_{BalanceFinding::Kind::neither, {}, {}, {}, {}};
};

/// Prints of a table have a row and a column more than its values.
void expect_totals(std::span<const std::vector<Decimal>> prints, std::size_t height,
                   std::size_t width) {
  if (prints.size() != height + 1) {
    throw StructureError(
        Fault{ErrorCode::rows_of_prints,
              {std::to_string(height + 1), std::to_string(height), std::to_string(prints.size())}});
  }
  for (std::size_t row = 0; row < prints.size(); ++row) {
    if (prints[row].size() == width + 1) continue;
    throw StructureError(Fault{ErrorCode::cells_of_prints,
                               {std::to_string(row + 1), std::to_string(prints[row].size()),
                                std::to_string(width + 1), std::to_string(width)}});
  }
}

}  // namespace

BalanceFinding recognise_balance(std::span<const Interval> values, std::span<const Decimal> prints,
                                 const Decimal& total, const PrintOptions& options) {
  if (values.empty()) throw StructureError(Fault{ErrorCode::nothing_to_balance});
  if (values.size() != prints.size()) {
    throw StructureError(Fault{ErrorCode::unequal_lengths,
                               {std::to_string(values.size()), std::to_string(prints.size())}});
  }
  check_options(options);
  const std::vector<std::vector<Interval>> row{{values.begin(), values.end()}};
  std::vector<Decimal> line(prints.begin(), prints.end());
  line.push_back(total);
  return Recogniser({with_totals(row, options.scale), {line, line}}, Shape::list, options).run();
}

BalanceFinding recognise_balanced_table(std::span<const std::vector<Interval>> values,
                                        std::span<const std::vector<Decimal>> prints,
                                        const PrintOptions& options) {
  expect_totals(prints, values.size(), detail::table_width(values));
  check_options(options);
  return Recogniser({with_totals(values, options.scale), {prints.begin(), prints.end()}},
                    Shape::table, options)
      .run();
}

std::string_view name_of(BalanceFinding::Kind kind) noexcept {
  constexpr std::array<std::string_view, 4> names{"ordinary", "balanced", "summed", "neither"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace edustat
