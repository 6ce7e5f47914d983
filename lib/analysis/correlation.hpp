// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/matrix.hpp"

#include <vector>

namespace edustat::detail {

/// How columns go together.
struct Correlations {
  Matrix coefficients;             ///< Pearson's, of every two columns
  std::vector<double> deviations;  ///< up to the same factor for all
};

/// Of columns with differences and without gaps; an absolute error of some 1e-16.
[[nodiscard]] Correlations correlations_of(const Matrix& table);

}  // namespace edustat::detail
