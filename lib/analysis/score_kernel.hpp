// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace edustat::detail {

/// Rows whose sums are kept apart while a block is read: neighbouring rows never wait for each
/// other, and a sum is the same for any width of a register and any order of the cells in memory.
inline constexpr std::size_t lanes = 8;

/// Cells side by side: `strips` times `width` numbers, where place `i` of every strip belongs to
/// the same lane of the same column.
struct Strips {
  const double* values;
  std::size_t strips;
  std::size_t width;
};

/// Two points among rows of values, and how columns are scaled. All three lists are padded with
/// zeros to whole lanes; so what stands in a row behind its columns counts nothing, as long as it
/// is a finite number that may be read.
struct PointPair {
  const double* first;
  const double* second;
  const double* factors;
  std::size_t padded_columns;  ///< a multiple of `lanes`
  std::size_t step;            ///< cells from a row to the next
};

/// Where divergences from `centres` are summed, with the cells and their minima.
struct DivergenceSums {
  const double* centres;
  const double* inverses;
  double* divergences;
  double* sums;
  double* lows;
};

/// What the loops of one instruction set do. All give the same bytes: no product and sum are fused,
/// and the order of additions is written out.
struct ScoreKernel {
  /// sums[i] += value, lows[i] and highs[i] the extremes; a NaN shows in the sum alone.
  void (*summarise)(const Strips& cells, double* sums, double* lows, double* highs);
  /// The same, and squares[i] += value * value.
  void (*summarise_squares)(const Strips& cells, double* sums, double* lows, double* highs,
                            double* squares);
  /// sums[i] += u ln u - u + 1 with u = value / centres[i], value not below 0, 0 ln 0 = 0;
  /// `inverses` are 1 / centre. Every term is within 12 units of the last place (2^-52), however
  /// near to 1 the u is.
  void (*add_divergences)(const Strips& cells, const double* centres, const double* inverses,
                          double* sums);
  /// The same, with sums and minima of the cells; a width that is no whole number of lanes has one
  /// strip.
  void (*summarise_divergences)(const DivergenceSums& into, const Strips& cells);
  /// The lengths of (value - point) * factor of each row, from two points.
  void (*distances)(const PointPair& points, const double* values, std::size_t rows,
                    double* to_first, double* to_second);
};

/// Every kernel that this machine can run, the fastest first.
[[nodiscard]] std::vector<const ScoreKernel*> score_kernels();
/// The fastest.
[[nodiscard]] const ScoreKernel& score_kernel();

}  // namespace edustat::detail
