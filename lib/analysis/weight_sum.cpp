// SPDX-License-Identifier: Apache-2.0
#include "analysis/weight_sum.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"

#include <cstddef>
#include <string>

namespace edustat::detail {

Rational sum_of_weights(std::span<const std::optional<Rational>> weights) {
  if (weights.empty()) throw StructureError(Fault{ErrorCode::nothing_to_balance});
  Rational sum;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (!weights[i]) continue;
    if (weights[i]->sign() < 0) {
      throw StructureError(Fault{ErrorCode::negative_weight,
                                 {text::excerpt(weights[i]->to_string()), std::to_string(i + 1)}});
    }
    sum += *weights[i];
  }
  return sum;
}

}  // namespace edustat::detail
