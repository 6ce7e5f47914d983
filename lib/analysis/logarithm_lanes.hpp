// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/lane_group.hpp"

#include <cstdint>
#include <cstring>

// For the sources that are compiled once for each instruction set, and for them alone: all names
// are their own.
namespace edustat::detail::EDUSTAT_INSTRUCTIONS {
namespace {

/// ln 2 to the nearest double. Source: the constant M_LN2 of POSIX <math.h>.
constexpr double ln2 = 0.69314718055994530942;
/// The square root of 2. Source: the constant M_SQRT2 of POSIX <math.h>.
constexpr double sqrt2 = 1.41421356237309504880;

/// 2 (artanh(s)/s - 1) / s^2 for z = s^2, within 5e-16 of it where s lies between +-0.1716.
/// Source: worked out here, interpolation at the zeros of the Chebyshev polynomial with 50 digits.
inline void artanh_rest(const Group& z, Group& value) {
  value = z * 0x1.2b584aae78c40p-3 + 0x1.39fe606542db6p-3;
  value = value * z + 0x1.7462b4ab2ef6cp-3;
  value = value * z + 0x1.c71c62e5800a1p-3;
  value = value * z + 0x1.2492492df148dp-2;
  value = value * z + 0x1.99999999952e2p-2;
  value = value * z + 0x1.5555555555558p-1;
}

/// ln u = k ln 2 + 2 s + rest.
struct Logarithm {
  Group k;
  Group s;
  Group rest;           ///< s^3 R(s^2)
  GroupChoice is_near;  ///< k is 0, and s is t / (u + 1)
};

/// The logarithm of u, where t = u - 1 without cancellation; u is a normal number or 0.
///
/// u = 2^k f with f between the roots of 1/2 and 2, s = (f - 1) / (f + 1).
inline void take_logarithm(const Group& u, const Group& t, Logarithm& result) {
  constexpr std::uint64_t mantissa = 0x000FFFFFFFFFFFFF;
  constexpr std::uint64_t exponent_of_one = 0x3FF0000000000000;
  // The biased exponent as a double: written below the point of 2^52.
  constexpr std::uint64_t exponent_of_2_52 = 0x4330000000000000;
  GroupBits bits;
  std::memcpy(&bits, &u, sizeof bits);
  const GroupBits exponent_bits = (bits >> 52U) | exponent_of_2_52;
  const GroupBits fraction_bits = (bits & mantissa) | exponent_of_one;
  Group k;
  Group f;
  std::memcpy(&k, &exponent_bits, sizeof k);
  std::memcpy(&f, &fraction_bits, sizeof f);
  k -= 0x1p52 + 1023.0;
  const auto is_above = f > sqrt2;
  result.k = is_above ? k + 1.0 : k;
  f = is_above ? f * 0.5 : f;
  result.is_near = result.k == 0.0;
  result.s = (result.is_near ? t : f - 1.0) / (f + 1.0);
  const Group z = result.s * result.s;
  artanh_rest(z, result.rest);
  result.rest = result.s * z * result.rest;
}

/// u ln u - t, where t = u - 1: near u = 1, u (2s) - t is the product s t, so that nothing is lost.
inline void take_divergence(const Group& u, const Group& t, Group& divergence) {
  Logarithm log;
  take_logarithm(u, t, log);
  const Group leading = log.is_near ? log.s * t : u * (log.k * ln2 + 2.0 * log.s) - t;
  divergence = leading + u * log.rest;
}

/// t - ln u, where t = u - 1: near u = 1, t - 2s is the product s t.
inline void take_shortfall(const Group& u, const Group& t, Group& shortfall) {
  Logarithm log;
  take_logarithm(u, t, log);
  const Group leading = log.is_near ? log.s * t : t - (log.k * ln2 + 2.0 * log.s);
  shortfall = leading - log.rest;
}

}  // namespace
}  // namespace edustat::detail::EDUSTAT_INSTRUCTIONS
