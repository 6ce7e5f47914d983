// SPDX-License-Identifier: Apache-2.0
#include "panel/polynomial_value.hpp"

#include <algorithm>

namespace edustat::detail {

const std::int64_t* values_of(const WholePolynomial& polynomial, const BlockLeaves& leaves,
                              const RatioKernel& kernel, std::vector<std::int64_t>& memory,
                              std::vector<std::int64_t>& product) {
  const std::size_t size = leaves.range().size;
  const auto is_leaf = [](const WholePolynomial::Term& term) {
    return term.leaves.size() == 1 && term.coefficient == 1;
  };
  if (polynomial.terms.size() == 1 && is_leaf(polynomial.terms.front())) {
    return leaves[polynomial.terms.front().leaves.front()].values;
  }
  memory.assign(size, 0);
  for (const WholePolynomial::Term& term : polynomial.terms) {
    if (term.leaves.empty()) {
      for (std::int64_t& sum : memory) sum += term.coefficient;
      continue;
    }
    const std::int64_t* values = leaves[term.leaves.front()].values;
    if (term.leaves.size() > 1) {
      product.assign(values, values + size);
      for (std::size_t i = 1; i < term.leaves.size(); ++i) {
        kernel.multiply(product.data(), leaves[term.leaves[i]].values, size);
      }
      values = product.data();
    }
    kernel.add(memory.data(), values, term.coefficient, size);
  }
  return memory.data();
}

std::optional<int128> wide_value(const WholePolynomial& polynomial, const BlockLeaves& leaves,
                                 std::size_t row) {
  int128 sum = 0;
  for (const WholePolynomial::Term& term : polynomial.terms) {
    int128 product = term.coefficient;
    for (const LeafNumber leaf : term.leaves) {
      const std::int64_t* values = leaves[leaf].values;
      if (values == nullptr) return std::nullopt;
      if (__builtin_mul_overflow(product, int128{values[row]}, &product)) return std::nullopt;
    }
    if (__builtin_add_overflow(sum, product, &sum)) return std::nullopt;
  }
  return sum;
}

Rational exact_value(const WholePolynomial& polynomial, const BlockLeaves& leaves,
                     std::size_t row) {
  Rational sum;
  for (const WholePolynomial::Term& term : polynomial.terms) {
    Rational product = term.coefficient;
    for (const LeafNumber leaf : term.leaves) product *= leaves.value(leaf, row);
    sum += product;
  }
  return sum;
}

int sign_of(const WholePolynomial& polynomial, const BlockLeaves& leaves, std::size_t row) {
  if (const auto value = wide_value(polynomial, leaves, row)) {
    return *value < 0 ? -1 : *value > 0 ? 1 : 0;
  }
  return exact_value(polynomial, leaves, row).sign();
}

}  // namespace edustat::detail
