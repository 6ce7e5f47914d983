// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace edustat::detail {

/// Number of a leaf: a column of whole numbers that formulas share.
using LeafNumber = std::uint32_t;

/// A sum of products of leaves with exact coefficients: a formula without division.
///
/// Terms stand in a fixed order, each product once and none with coefficient 0, so that equal
/// polynomials are equal term by term.
class Polynomial {
 public:
  /// One product.
  struct Term {
    std::vector<LeafNumber> leaves;  ///< ascending, a square twice
    Rational coefficient;            ///< not 0
    friend bool operator==(const Term&, const Term&) = default;
  };

  /// A number; no term at all for 0.
  [[nodiscard]] static Polynomial constant(const Rational& value);
  /// A leaf times a number.
  [[nodiscard]] static Polynomial leaf(LeafNumber number, const Rational& factor);

  [[nodiscard]] std::span<const Term> terms() const noexcept { return terms_; }
  [[nodiscard]] bool is_zero() const noexcept { return terms_.empty(); }
  /// The polynomial times a number.
  [[nodiscard]] Polynomial scaled(const Rational& factor) const;

  friend Polynomial operator+(const Polynomial& left, const Polynomial& right);
  friend Polynomial operator*(const Polynomial& left, const Polynomial& right);
  friend bool operator==(const Polynomial&, const Polynomial&) = default;

 private:
  std::vector<Term> terms_;
};

/// A polynomial whose coefficients are whole numbers without a common divisor, the first above 0.
struct WholePolynomial {
  /// One product.
  struct Term {
    std::vector<LeafNumber> leaves;
    std::int64_t coefficient;
    friend bool operator==(const Term&, const Term&) = default;
  };
  std::vector<Term> terms{};
  friend bool operator==(const WholePolynomial&, const WholePolynomial&) = default;
};

/// A polynomial is `factor` times the whole one; the factor of 0 is 1.
struct Primitive {
  WholePolynomial whole{};
  Rational factor = 1;
};

/// The whole polynomial of which this one is a multiple; nothing where a coefficient needs more
/// than 64 bits.
[[nodiscard]] std::optional<Primitive> primitive(const Polynomial& polynomial);

}  // namespace edustat::detail
