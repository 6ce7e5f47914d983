// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include "number/int128.hpp"
#include "panel/block_leaves.hpp"
#include "panel/polynomial.hpp"
#include "panel/ratio_kernel.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// Polynomials on the leaves of a block: side by side, or one row alone.
namespace edustat::detail {

/// No bound: more than any number that is asked for.
inline constexpr uint128 unbounded = ~uint128{0};

/// The largest absolute value, and of every sum on the way to it; `largest` gives that of a leaf.
template <typename Largest>
[[nodiscard]] uint128 bound_of(const WholePolynomial& polynomial, const Largest& largest) {
  uint128 sum = 0;
  for (const WholePolynomial::Term& term : polynomial.terms) {
    uint128 product = magnitude(term.coefficient);
    for (const LeafNumber leaf : term.leaves) {
      if (__builtin_mul_overflow(product, uint128{largest(leaf)}, &product)) return unbounded;
    }
    if (__builtin_add_overflow(sum, product, &sum)) return unbounded;
  }
  return sum;
}

/// The values of all rows, modulo 2^64; `memory` holds them where they are not those of a leaf.
[[nodiscard]] const std::int64_t* values_of(const WholePolynomial& polynomial,
                                            const BlockLeaves& leaves, const RatioKernel& kernel,
                                            std::vector<std::int64_t>& memory,
                                            std::vector<std::int64_t>& product);

/// The value of one row, or nothing where 128 bits are not enough.
[[nodiscard]] std::optional<int128> wide_value(const WholePolynomial& polynomial,
                                               const BlockLeaves& leaves, std::size_t row);

/// The value of one row, whatever its size.
[[nodiscard]] Rational exact_value(const WholePolynomial& polynomial, const BlockLeaves& leaves,
                                   std::size_t row);

/// The sign of one row.
[[nodiscard]] int sign_of(const WholePolynomial& polynomial, const BlockLeaves& leaves,
                          std::size_t row);

}  // namespace edustat::detail
