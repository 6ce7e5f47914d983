// SPDX-License-Identifier: Apache-2.0
// Compiled once for each instruction set, with EDUSTAT_INSTRUCTIONS as the name of the namespace:
// see lib/CMakeLists.txt. Plain loops that the compiler makes vectors of. Nothing here may be an
// inline function of a header: the linker would keep one copy of it, perhaps that of another
// machine.
#include "analysis/logarithm_lanes.hpp"
#include "analysis/score_kernel.hpp"

#include <cstring>

namespace edustat::detail::EDUSTAT_INSTRUCTIONS {
namespace {

/// Runs body(cell, place) for every cell; one column's strips have a width that is known.
template <typename Body>
void each_cell(const Strips& cells, const Body& body) {
  const double* value = cells.values;
  if (cells.width == lanes) {
    for (std::size_t strip = 0; strip < cells.strips; ++strip, value += lanes) {
      for (std::size_t i = 0; i < lanes; ++i) body(value[i], i);
    }
    return;
  }
  for (std::size_t strip = 0; strip < cells.strips; ++strip, value += cells.width) {
    for (std::size_t i = 0; i < cells.width; ++i) body(value[i], i);
  }
}

void summarise(const Strips& cells, double* __restrict sums, double* __restrict lows,
               double* __restrict highs) {
  each_cell(cells, [=](double value, std::size_t i) {
    sums[i] += value;
    lows[i] = value < lows[i] ? value : lows[i];
    highs[i] = value > highs[i] ? value : highs[i];
  });
}

void summarise_squares(const Strips& cells, double* __restrict sums, double* __restrict lows,
                       double* __restrict highs, double* __restrict squares) {
  each_cell(cells, [=](double value, std::size_t i) {
    sums[i] += value;
    lows[i] = value < lows[i] ? value : lows[i];
    highs[i] = value > highs[i] ? value : highs[i];
    squares[i] += value * value;
  });
}

/// Adds u ln u - u + 1 for cells in memory, u = cell / centre.
inline void add_divergence(const double* value, const double* centre, const double* inverse,
                           double* sum) {
  Group cells;
  Group centres;
  Group inverses;
  Group sums;
  std::memcpy(&cells, value, sizeof cells);
  std::memcpy(&centres, centre, sizeof centres);
  std::memcpy(&inverses, inverse, sizeof inverses);
  std::memcpy(&sums, sum, sizeof sums);
  Group divergence;
  take_divergence(cells * inverses, (cells - centres) * inverses, divergence);
  sums += divergence;
  std::memcpy(sum, &sums, sizeof sums);
}

void add_divergences(const Strips& cells, const double* centres, const double* inverses,
                     double* sums) {
  const double* value = cells.values;
  for (std::size_t strip = 0; strip < cells.strips; ++strip, value += cells.width) {
    std::size_t place = 0;
    for (; place + group <= cells.width; place += group) {
      add_divergence(value + place, centres + place, inverses + place, sums + place);
    }
    for (; place < cells.width; ++place) {
      // Ones beside the last cells: they add nothing.
      double one_value[group];
      double one_centre[group];
      double one_inverse[group];
      double one_sum[group] = {sums[place]};
      for (std::size_t i = 0; i < group; ++i) {
        one_value[i] = i == 0 ? value[place] : 1;
        one_centre[i] = i == 0 ? centres[place] : 1;
        one_inverse[i] = i == 0 ? inverses[place] : 1;
      }
      add_divergence(one_value, one_centre, one_inverse, one_sum);
      sums[place] = one_sum[0];
    }
  }
}

/// Adds a group of cells to sums, and keeps the smaller ones.
inline void summarise_group(const double* value, double* sum, double* low) {
  Group cells;
  Group sums;
  Group lows;
  std::memcpy(&cells, value, sizeof cells);
  std::memcpy(&sums, sum, sizeof sums);
  std::memcpy(&lows, low, sizeof lows);
  sums += cells;
  lows = cells < lows ? cells : lows;
  std::memcpy(sum, &sums, sizeof sums);
  std::memcpy(low, &lows, sizeof lows);
}

void summarise_divergences(const DivergenceSums& into, const Strips& cells) {
  const std::size_t whole = cells.width - cells.width % group;
  const double* value = cells.values;
  for (std::size_t strip = 0; strip < cells.strips; ++strip, value += cells.width) {
    for (std::size_t place = 0; place < whole; place += group) {
      add_divergence(value + place, into.centres + place, into.inverses + place,
                     into.divergences + place);
      summarise_group(value + place, into.sums + place, into.lows + place);
    }
  }
  // What is left of a width stands in a strip of its own, at the end of all rows.
  value = cells.values;
  for (std::size_t place = whole; place < cells.width; ++place) {
    add_divergences({value + place, 1, 1}, into.centres + place, into.inverses + place,
                    into.divergences + place);
    into.sums[place] += value[place];
    into.lows[place] = value[place] < into.lows[place] ? value[place] : into.lows[place];
  }
}

/// A group of columns of a row, of two points and of factors.
void add_group(const PointPair& points, const double* value, std::size_t column, Group& to_first,
               Group& to_second) {
  Group cells;
  Group first;
  Group second;
  Group factors;
  std::memcpy(&cells, value + column, sizeof cells);
  std::memcpy(&first, points.first + column, sizeof first);
  std::memcpy(&second, points.second + column, sizeof second);
  std::memcpy(&factors, points.factors + column, sizeof factors);
  const Group from_first = (cells - first) * factors;
  const Group from_second = (cells - second) * factors;
  to_first += from_first * from_first;
  to_second += from_second * from_second;
}

void distances(const PointPair& points, const double* values, std::size_t rows, double* to_first,
               double* to_second) {
  for (std::size_t row = 0; row < rows; ++row, values += points.step) {
    Groups one = {};
    Groups other = {};
    for (std::size_t column = 0; column < points.padded_columns; column += lanes) {
      for (std::size_t side = 0; side < lanes / group; ++side) {
        add_group(points, values, column + side * group, one[side], other[side]);
      }
    }
    to_first[row] = total(one);
    to_second[row] = total(other);
  }
  for (std::size_t row = 0; row < rows; ++row) {
    to_first[row] = __builtin_sqrt(to_first[row]);
    to_second[row] = __builtin_sqrt(to_second[row]);
  }
}

}  // namespace

extern const ScoreKernel score_kernel;
const ScoreKernel score_kernel{summarise, summarise_squares, add_divergences, summarise_divergences,
                               distances};

}  // namespace edustat::detail::EDUSTAT_INSTRUCTIONS
