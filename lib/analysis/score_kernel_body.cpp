// SPDX-License-Identifier: Apache-2.0
// Compiled once for each instruction set, with EDUSTAT_INSTRUCTIONS as the name of the namespace:
// see lib/CMakeLists.txt. Plain loops that the compiler makes vectors of. Nothing here may be an
// inline function of a header: the linker would keep one copy of it, perhaps that of another
// machine.
#include "analysis/score_kernel.hpp"

#include <cstdint>
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

/// ln 2 to the nearest double. Source: the constant M_LN2 of POSIX <math.h>.
constexpr double ln2 = 0.69314718055994530942;
/// The square root of 2. Source: the constant M_SQRT2 of POSIX <math.h>.
constexpr double sqrt2 = 1.41421356237309504880;

/// 2 (artanh(s)/s - 1) / s^2 for z = s^2, within 5e-16 of it where s lies between +-0.1716.
/// Source: worked out here, interpolation at the zeros of the Chebyshev polynomial with 50 digits.
inline double artanh_rest(double z) {
  double value = 0x1.2b584aae78c40p-3;
  value = value * z + 0x1.39fe606542db6p-3;
  value = value * z + 0x1.7462b4ab2ef6cp-3;
  value = value * z + 0x1.c71c62e5800a1p-3;
  value = value * z + 0x1.2492492df148dp-2;
  value = value * z + 0x1.99999999952e2p-2;
  return value * z + 0x1.5555555555558p-1;
}

/// u ln u - u + 1, where u = x / centre and t = u - 1 without cancellation.
///
/// u = 2^k f with f between the roots of 1/2 and 2, s = (f - 1) / (f + 1), ln f = 2s + s^3 R(s^2).
/// Where k is 0 the sum u (2s) - t is the product s t, so that nothing is lost near u = 1.
inline double divergence(double u, double t) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &u, sizeof bits);
  constexpr std::uint64_t mantissa = 0x000FFFFFFFFFFFFF;
  constexpr std::uint64_t exponent_of_one = 0x3FF0000000000000;
  // The biased exponent as a double: written below the point of 2^52.
  constexpr std::uint64_t exponent_of_2_52 = 0x4330000000000000;
  const std::uint64_t exponent_bits = (bits >> 52U) | exponent_of_2_52;
  const std::uint64_t fraction_bits = (bits & mantissa) | exponent_of_one;
  double k = 0;
  double f = 0;
  std::memcpy(&k, &exponent_bits, sizeof k);
  std::memcpy(&f, &fraction_bits, sizeof f);
  k -= 0x1p52 + 1023.0;
  const bool is_above = f > sqrt2;
  k = is_above ? k + 1.0 : k;
  f = is_above ? f * 0.5 : f;
  const bool is_near = k == 0.0;
  const double s = (is_near ? t : f - 1.0) / (f + 1.0);
  const double z = s * s;
  const double leading = is_near ? s * t : u * (k * ln2 + 2.0 * s) - t;
  return leading + u * (s * z * artanh_rest(z));
}

void add_divergences(const Strips& cells, const double* __restrict centres,
                     const double* __restrict inverses, double* __restrict sums) {
  each_cell(cells, [=](double value, std::size_t i) {
    sums[i] += divergence(value * inverses[i], (value - centres[i]) * inverses[i]);
  });
}

/// A sum of lanes in an order that never changes.
inline double folded(const double* lane) {
  return ((lane[0] + lane[4]) + (lane[1] + lane[5])) + ((lane[2] + lane[6]) + (lane[3] + lane[7]));
}

void distances(const PointPair& points, const double* __restrict values, std::size_t rows,
               double* __restrict to_first, double* __restrict to_second) {
  const double* __restrict first = points.first;
  const double* __restrict second = points.second;
  const double* __restrict factors = points.factors;
  const std::size_t whole = points.columns - points.columns % lanes;
  for (std::size_t row = 0; row < rows; ++row, values += points.columns) {
    double one[lanes] = {};
    double other[lanes] = {};
    for (std::size_t column = 0; column < whole; column += lanes) {
      for (std::size_t i = 0; i < lanes; ++i) {
        const double from_first = (values[column + i] - first[column + i]) * factors[column + i];
        const double from_second = (values[column + i] - second[column + i]) * factors[column + i];
        one[i] += from_first * from_first;
        other[i] += from_second * from_second;
      }
    }
    for (std::size_t column = whole; column < points.columns; ++column) {
      const double from_first = (values[column] - first[column]) * factors[column];
      const double from_second = (values[column] - second[column]) * factors[column];
      one[column - whole] += from_first * from_first;
      other[column - whole] += from_second * from_second;
    }
    to_first[row] = folded(one);
    to_second[row] = folded(other);
  }
  for (std::size_t row = 0; row < rows; ++row) {
    to_first[row] = __builtin_sqrt(to_first[row]);
    to_second[row] = __builtin_sqrt(to_second[row]);
  }
}

}  // namespace

extern const ScoreKernel score_kernel;
const ScoreKernel score_kernel{summarise, summarise_squares, add_divergences, distances};

}  // namespace edustat::detail::EDUSTAT_INSTRUCTIONS
