// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/score_kernel.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

// For the sources that are compiled once for each instruction set, and for them alone: all names
// are their own.
namespace edustat::detail::EDUSTAT_INSTRUCTIONS {
namespace {

/// Lanes that one vector holds: all where a register does, else half of them, because the compiler
/// keeps vectors in memory that are wider than two registers.
#if defined(__AVX512F__)
constexpr std::size_t group = lanes;
#else
constexpr std::size_t group = lanes / 2;
#endif

/// Written as a vector, because the compiler keeps arrays of sums in memory and divides on both
/// sides of a choice. They go by reference: by value they are passed in another way by every
/// instruction set.
using Group = double __attribute__((vector_size(group * sizeof(double))));
using GroupBits = std::uint64_t __attribute__((vector_size(group * sizeof(double))));
using GroupChoice = std::int64_t __attribute__((vector_size(group * sizeof(double))));

/// All lanes, in as many groups as they need.
using Groups = Group[lanes / group];

/// The sum of all lanes, in the same order whatever a vector holds.
inline double total(const Groups& groups) {
  double lane[lanes];
  std::memcpy(lane, groups, sizeof lane);
  return ((lane[0] + lane[4]) + (lane[1] + lane[5])) + ((lane[2] + lane[6]) + (lane[3] + lane[7]));
}

}  // namespace
}  // namespace edustat::detail::EDUSTAT_INSTRUCTIONS
