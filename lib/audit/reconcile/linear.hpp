// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"
#include "edustat/number/interval.hpp"
#include "edustat/number/rational.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>

namespace edustat::reconcile_detail {

/// A sum of numbers times coefficients, and a constant.
struct LinearSum {
  std::map<std::size_t, Rational> terms{};
  Rational constant{};
};

/// A quotient of two such sums.
struct LinearRatio {
  LinearSum top{};
  LinearSum bottom{};  ///< 1 where nothing is divided
};

/// The number that a reference means, or its value where that is known.
using LinearValueOf = std::function<LinearSum(std::size_t)>;

/// One side of a relation, where it is linear or a quotient of what is linear.
[[nodiscard]] std::optional<LinearRatio> linear_ratio(const Relation& relation,
                                                      std::span<const Node> side,
                                                      const LinearValueOf& value);

/// The reference of `rate` in `rate == top / bottom`, where it stands on the left alone.
[[nodiscard]] std::optional<std::size_t> rate_of(const Relation& relation);

/// A sum that lies in a range.
struct LinearRow {
  std::map<std::size_t, Rational> terms{};
  Interval range = Interval::everything();
};

/// `sum` compared with 0, as a row.
[[nodiscard]] LinearRow row_of(const LinearSum& sum, Comparison comparison);

/// left - factor * right
[[nodiscard]] LinearSum difference(const LinearSum& left, const Rational& factor,
                                   const LinearSum& right);

}  // namespace edustat::reconcile_detail
