// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "analysis/pieces.hpp"
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
  struct Seen {
    WholesSeen bits{};
    int128 sum = 0;
  };
  const auto parts = by_pieces(column.size, [&](std::size_t first, std::size_t last) {
    Seen seen;
    for (std::size_t begin = first; begin < last; begin += sample_block_rows) {
      const std::size_t count = std::min(sample_block_rows, last - begin);
      seen.bits.sum = 0;
      sample_kernel().look(column.wholes.data() + begin, count, seen.bits);
      // Right while no number has more than 53 bits; else the column is not worked on as whole.
      seen.sum += static_cast<std::int64_t>(seen.bits.sum);
    }
    return seen;
  });
  WholesSeen seen;
  for (const Seen& part : parts) {
    seen.any |= part.bits.any;
    seen.any_below |= part.bits.any_below;
    column.sum += part.sum;
  }
  column.has_negative = static_cast<std::int64_t>(seen.any) < 0;
  column.has_zero = column.has_negative || static_cast<std::int64_t>(seen.any_below) < 0;
  if (!column.has_negative) {
    const auto bits = static_cast<int>(std::bit_width(seen.any));
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
  bool has_sign = false;
  WideDouble sum{};
};

Survey survey_of(std::span<const double> cells) noexcept {
  DoublesSeen seen{};
  for (double& smallest : seen.smallest) smallest = std::numeric_limits<double>::infinity();
  sample_kernel().survey(cells.data(), cells.size(), seen);
  Survey result;
  WideSum sum;
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    result.largest = std::max(result.largest, seen.largest[lane]);
    result.smallest = std::min(result.smallest, seen.smallest[lane]);
    result.has_sign = result.has_sign || static_cast<std::int64_t>(seen.bits[lane]) < 0;
    sum.add({seen.high[lane], seen.low[lane]});
  }
  result.sum = sum.total();
  return result;
}

Survey survey(std::span<const double> cells) {
  Survey result;
  WideSum sum;
  for (const Survey& part : by_pieces(cells.size(), [&](std::size_t begin, std::size_t end) {
         return survey_of(cells.subspan(begin, end - begin));
       })) {
    result.largest = std::max(result.largest, part.largest);
    result.smallest = std::min(result.smallest, part.smallest);
    result.has_sign = result.has_sign || part.has_sign;
    sum.add(part.sum);
  }
  result.sum = sum.total();
  return result;
}

void refuse_not_finite(std::span<const double> cells, const Numbers& numbers,
                       const std::vector<std::size_t>& left_out) {
  for_rows(cells.size(), left_out, [&](std::size_t row) {
    if (std::isfinite(cells[row])) return;
    throw ParseError(Fault{ErrorCode::not_finite,
                           {std::to_string(cells[row])},
                           {.source = numbers.name, .line = row + 1}});
  });
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
  // A sum that is not finite has such a number, or is too large itself.
  if (!std::isfinite(seen.sum.high)) refuse_not_finite(cells, numbers, left_out);
  column.double_sum = seen.sum;
  column.has_zero = seen.smallest == 0;
  column.has_negative = seen.has_sign && std::any_of(column.doubles.begin(), column.doubles.end(),
                                                     [](double cell) { return cell < 0; });
  column.is_calm = seen.smallest > std::ldexp(1, -calm);
  int exponent = 0;
  (void)std::frexp(seen.largest, &exponent);
  if (seen.largest == 0 || (exponent < calm && exponent > -calm)) return column;
  std::vector<Rational> exact;
  for (const double cell : column.doubles) exact.push_back(exact_rational(cell));
  SampleColumn scaled;
  scaled.size = column.size;
  take_exact(scaled, std::move(exact));
  return scaled;
}

constexpr SampleBlock ones_block() noexcept {
  SampleBlock block{};
  for (double& one : block) one = 1;
  return block;
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

std::vector<std::size_t> nan_rows(std::span<const double> cells) {
  std::vector<std::size_t> rows;
  const auto parts = by_pieces(cells.size(), [&](std::size_t begin, std::size_t end) {
    return int{sample_kernel().has_nan(cells.data() + begin, end - begin)};
  });
  const bool has_any = std::find(parts.begin(), parts.end(), 1) != parts.end();
  for (std::size_t row = 0; has_any && row < cells.size(); ++row) {
    if (std::isnan(cells[row])) rows.push_back(row);
  }
  return rows;
}

const double* SampleColumn::load(std::size_t begin, std::size_t count,
                                 SampleBlock& block) const noexcept {
  constexpr std::int64_t narrow_limit = std::int64_t{1} << 52;
  static constexpr SampleBlock all_ones = ones_block();
  if (form == Form::ones) return all_ones.data();
  if (form == Form::doubles) return doubles.data() + begin;
  if (!has_negative && largest < narrow_limit) {
    sample_kernel().load(wholes.data() + begin, count, block.data());
  } else {
    for (std::size_t i = 0; i < count; ++i) block[i] = static_cast<double>(wholes[begin + i]);
  }
  return block.data();
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
