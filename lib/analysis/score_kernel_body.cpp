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

void add_squares(const Strips& cells, double* __restrict sums) {
  each_cell(cells, [=](double value, std::size_t i) { sums[i] += value * value; });
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

void square_distances(const Strips& strip, const double* __restrict targets,
                      const double* __restrict factors, double* __restrict squares) {
  for (std::size_t i = 0; i < strip.width; ++i) {
    const double distance = (strip.values[i] - targets[i]) * factors[i];
    squares[i] = distance * distance;
  }
}

}  // namespace

extern const ScoreKernel score_kernel;
const ScoreKernel score_kernel{summarise, add_squares, add_divergences, square_distances};

}  // namespace edustat::detail::EDUSTAT_INSTRUCTIONS
