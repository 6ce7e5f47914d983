// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "analysis/sample_data.hpp"
#include "number/wide.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <type_traits>

namespace edustat::detail {
namespace {

/// Calls `take(row)` for the rows that count.
template <typename Take>
void for_rows(std::size_t rows, const std::vector<std::size_t>& left_out, const Take& take) {
  auto next = left_out.begin();
  for (std::size_t row = 0; row < rows; ++row) {
    if (next != left_out.end() && *next == row) {
      ++next;
    } else {
      take(row);
    }
  }
}

/// The cells that count: where all do, they are borrowed.
template <typename Cell>
std::span<const Cell> kept(std::span<const Cell> cells, const std::vector<std::size_t>& left_out,
                           std::vector<Cell>& own) {
  if (left_out.empty()) return cells;
  for_rows(cells.size(), left_out, [&](std::size_t row) { own.push_back(cells[row]); });
  return own;
}

/// Looks at all whole numbers once: their sum, and the bound of their absolute values, exactly
/// where there are negative ones, else the largest number of as many bits, which takes no
/// comparison.
void look_at_wholes(SampleColumn& column) {
  std::uint64_t any = 0;
  std::uint64_t any_below = 0;  // of the numbers less 1: has a sign where a number is 0
  for (std::size_t begin = 0; begin < column.size; begin += sample_block_rows) {
    const std::size_t end = std::min(begin + sample_block_rows, column.size);
    std::uint64_t part = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const auto value = static_cast<std::uint64_t>(column.wholes[i]);
      any |= value;
      any_below |= value - 1;
      part += value;
    }
    // Right while no number has more than 53 bits; else the column is not worked on as whole.
    column.sum += static_cast<std::int64_t>(part);
  }
  column.has_negative = static_cast<std::int64_t>(any) < 0;
  column.has_zero = column.has_negative || static_cast<std::int64_t>(any_below) < 0;
  if (!column.has_negative) {
    const auto bits = static_cast<int>(std::bit_width(any));
    column.largest = std::min(whole_limit + 1, (std::int64_t{1} << std::min(bits, 62)) - 1);
    return;
  }
  const auto [lowest, highest] = std::minmax_element(column.wholes.begin(), column.wholes.end());
  // The lowest number of all has no absolute value; whole_limit is far from it.
  column.largest = *lowest < -whole_limit ? whole_limit + 1 : std::max(*highest, -*lowest);
}

/// Numbers that doubles do not hold, brought to at most 1, with what the doubles lose.
void take_exact(SampleColumn& column, std::vector<Rational> numbers) {
  Rational largest = 0;
  for (const Rational& number : numbers) largest = std::max(largest, number.abs());
  column.form = SampleColumn::Form::doubles;
  if (!largest.is_zero()) column.scale = largest;
  for (Rational& number : numbers) {
    number /= column.scale;
    column.has_negative = column.has_negative || number.sign() < 0;
    column.has_zero = column.has_zero || number.is_zero();
    const double high = number.to_double();
    if (high == 0 && !number.is_zero()) {
      throw LimitError(Fault{ErrorCode::number_too_large, {largest.to_string(), "10^308"}});
    }
    column.own_doubles.push_back(high);
    column.lost.push_back((number - exact_rational(high)).to_double());
  }
  column.doubles = column.own_doubles;
  column.exact = std::move(numbers);
}

/// The least common multiple, nothing where it or what it makes of the numbers is too large.
std::optional<std::int64_t> common_denominator(std::span<const Rational> numbers) {
  std::int64_t common = 1;
  for (const Rational& number : numbers) {
    const auto small = number.small();
    if (!small) return std::nullopt;
    const auto shared = static_cast<std::int64_t>(greatest_common_divisor(
        static_cast<std::uint64_t>(common), static_cast<std::uint64_t>(small->denominator)));
    const int128 next = static_cast<int128>(common) * (small->denominator / shared);
    if (next > whole_limit) return std::nullopt;
    common = static_cast<std::int64_t>(next);
  }
  for (const Rational& number : numbers) {
    const auto small = number.small();
    const int128 whole = static_cast<int128>(small->numerator) * (common / small->denominator);
    if (whole > whole_limit || whole < -whole_limit) return std::nullopt;
  }
  return common;
}

SampleColumn rational_column(std::span<const Rational> cells,
                             const std::vector<std::size_t>& left_out) {
  SampleColumn column;
  std::vector<Rational> own;
  const std::span<const Rational> numbers = kept(cells, left_out, own);
  column.size = numbers.size();
  const auto common = common_denominator(numbers);
  if (!common) {
    take_exact(column, {numbers.begin(), numbers.end()});
    return column;
  }
  column.form = SampleColumn::Form::wholes;
  column.scale = Rational(1) / Rational(*common);
  for (const Rational& number : numbers) {
    const auto small = *number.small();
    column.own_wholes.push_back(small.numerator * (*common / small.denominator));
  }
  column.wholes = column.own_wholes;
  look_at_wholes(column);
  return column;
}

SampleColumn whole_column(std::span<const std::int64_t> cells,
                          const std::vector<std::size_t>& left_out) {
  SampleColumn column;
  column.form = SampleColumn::Form::wholes;
  column.wholes = kept(cells, left_out, column.own_wholes);
  column.size = column.wholes.size();
  look_at_wholes(column);
  if (column.largest < whole_limit) return column;
  SampleColumn exact;
  exact.size = column.size;
  take_exact(exact, {column.wholes.begin(), column.wholes.end()});
  return exact;
}

/// What a look at all doubles tells.
struct Survey {
  double smallest = std::numeric_limits<double>::infinity();  ///< of the absolute values
  double largest = 0;                                         ///< of the absolute values
  bool is_finite = true;
  bool has_sign = false;
};

/// Looks at eight numbers side by side, since none waits for another.
Survey survey(std::span<const double> cells) noexcept {
  constexpr std::size_t lanes = 8;
  std::array<double, lanes> smallest;
  smallest.fill(std::numeric_limits<double>::infinity());
  std::array<double, lanes> largest{};
  std::array<double, lanes> nothing{};
  std::array<std::uint64_t, lanes> signs{};
  const auto look = [&](std::size_t lane, double cell) {
    const double size = std::abs(cell);
    largest[lane] = largest[lane] < size ? size : largest[lane];
    smallest[lane] = size < smallest[lane] ? size : smallest[lane];
    nothing[lane] += cell - cell;
    signs[lane] |= std::bit_cast<std::uint64_t>(cell);
  };
  std::size_t i = 0;
  for (; i + lanes <= cells.size(); i += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) look(lane, cells[i + lane]);
  }
  for (; i < cells.size(); ++i) look(i % lanes, cells[i]);
  Survey result;
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    result.largest = std::max(result.largest, largest[lane]);
    result.smallest = std::min(result.smallest, smallest[lane]);
    result.is_finite = result.is_finite && nothing[lane] == 0;
    result.has_sign = result.has_sign || std::bit_cast<std::int64_t>(signs[lane]) < 0;
  }
  return result;
}

[[noreturn]] void refuse_not_finite(std::span<const double> cells, const Numbers& numbers,
                                    const std::vector<std::size_t>& left_out) {
  std::optional<std::size_t> found;
  for_rows(cells.size(), left_out, [&](std::size_t row) {
    if (!found && !std::isfinite(cells[row])) found = row;
  });
  const std::size_t row = found.value_or(0);
  throw ParseError(Fault{ErrorCode::not_finite,
                         {std::to_string(cells[row])},
                         {.source = numbers.name, .line = row + 1}});
}

SampleColumn double_column(std::span<const double> cells, const Numbers& numbers,
                           const std::vector<std::size_t>& left_out) {
  // Squares of these, times weights of the same range, stay far from the ends of the doubles.
  constexpr int calm = 200;
  SampleColumn column;
  column.form = SampleColumn::Form::doubles;
  column.doubles = kept(cells, left_out, column.own_doubles);
  column.size = column.doubles.size();
  const Survey seen = survey(column.doubles);
  if (!seen.is_finite) refuse_not_finite(cells, numbers, left_out);
  const double largest = seen.largest;
  column.has_zero = seen.smallest == 0;
  column.has_negative = seen.has_sign && std::any_of(column.doubles.begin(), column.doubles.end(),
                                                     [](double cell) { return cell < 0; });
  int exponent = 0;
  (void)std::frexp(largest, &exponent);
  if (largest == 0 || (exponent < calm && exponent > -calm)) return column;
  std::vector<Rational> exact;
  for (const double cell : column.doubles) exact.push_back(exact_rational(cell));
  SampleColumn scaled;
  scaled.size = column.size;
  take_exact(scaled, std::move(exact));
  return scaled;
}

}  // namespace

Rational exact_rational(double value) {
  constexpr int digits = 53;
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);
  Rational result = static_cast<std::int64_t>(std::ldexp(fraction, digits));
  // Powers are taken in steps that Rational::pow allows.
  for (int rest = exponent - digits; rest != 0;) {
    const int step = std::clamp(rest, -62, 62);
    const Rational factor = std::int64_t{1} << std::abs(step);
    result = step > 0 ? result * factor : result / factor;
    rest -= step;
  }
  return result;
}

namespace {

constexpr std::int64_t narrow_limit = std::int64_t{1} << 52;

/// Whole numbers as doubles. Those of 0 to 2^52 are put into the fraction of 2^52 and it is taken
/// off again, because not every machine converts several numbers at once.
void load_wholes(std::span<const std::int64_t> wholes, bool is_wide, double* block) noexcept {
  if (is_wide) {
    for (std::size_t i = 0; i < wholes.size(); ++i) block[i] = static_cast<double>(wholes[i]);
    return;
  }
  constexpr double base = 4503599627370496;  // 2^52
  const auto bits = std::bit_cast<std::uint64_t>(base);
  for (std::size_t i = 0; i < wholes.size(); ++i) {
    block[i] = std::bit_cast<double>(bits | static_cast<std::uint64_t>(wholes[i])) - base;
  }
}

}  // namespace

void SampleColumn::load(std::size_t begin, std::size_t count, double* block) const noexcept {
  if (form == Form::ones) {
    std::fill_n(block, count, 1.0);
  } else if (form == Form::doubles) {
    std::copy_n(doubles.data() + begin, count, block);
  } else {
    load_wholes(wholes.subspan(begin, count), has_negative || largest >= narrow_limit, block);
  }
}

double SampleColumn::high(std::size_t row) const noexcept {
  if (form == Form::ones) return 1;
  return form == Form::doubles ? doubles[row] : static_cast<double>(wholes[row]);
}

Rational SampleColumn::unscaled(std::size_t row) const {
  if (form == Form::ones) return 1;
  if (form == Form::wholes) return wholes[row];
  return exact.empty() ? exact_rational(doubles[row]) : exact[row];
}

SampleColumn sample_column_of(const Numbers& numbers, const std::vector<std::size_t>& left_out) {
  SampleColumn column = std::visit(
      [&](const auto& cells) {
        using Cell = typename std::decay_t<decltype(cells)>::value_type;
        if constexpr (std::is_same_v<Cell, std::int64_t>) return whole_column(cells, left_out);
        if constexpr (std::is_same_v<Cell, double>) return double_column(cells, numbers, left_out);
        if constexpr (std::is_same_v<Cell, Rational>) return rational_column(cells, left_out);
      },
      numbers.cells);
  column.owner = numbers.owner;
  return column;
}

}  // namespace edustat::detail
