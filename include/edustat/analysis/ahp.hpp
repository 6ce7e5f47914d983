// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace edustat {

/// Published tables of the mean consistency index of random judgements (平均随机一致性指标). The
/// consistency ratio depends on which is used, so a report names it.
enum class RandomIndex : std::uint8_t {
  saaty_1980,        ///< 0.58, 0.90, 1.12 ...: that of the Chinese textbooks; up to 11 items
  saaty_2005,        ///< 0.52, 0.89, 1.11 ...; up to 15 items
  donegan_dodd_1991  ///< 0.4914, 0.8286, 1.0591 ...; up to 15 items
};

/// What becomes of judgements whose consistency ratio is 0.1 or more.
enum class Inconsistent : std::uint8_t {
  refuse,  ///< an error
  report   ///< the result, with its ratio
};

/// How an AHP is judged.
struct AhpOptions {
  RandomIndex random_index = RandomIndex::saaty_1980;  ///< 0.58, 0.90, 1.12
  Inconsistent inconsistent = Inconsistent::refuse;    ///< at a ratio of 0.1 or more
};

/// Weights from pairwise judgements, with how consistent these are.
struct Ahp {
  std::vector<double> weights;           ///< principal eigenvector; the sum is 1
  double principal_eigenvalue = 0;       ///< n for consistent judgements, else more
  double consistency_index = 0;          ///< (principal eigenvalue - n) / (n - 1); 0 for one item
  std::optional<double> random_index{};  ///< of n items; nothing for one or two
  double consistency_ratio = 0;          ///< index over random index; 0 for one or two items
  RandomIndex table = RandomIndex::saaty_1980;  ///< which was used

  /// True below 0.1. @source  T. L. Saaty, The Analytic Hierarchy Process (1980)
  [[nodiscard]] bool is_consistent() const noexcept { return consistency_ratio < 0.1; }
};

/// 层次分析法: weights from a matrix of judgements, how many times the item of the row matters as
/// much as that of the column.
///
/// The matrix must be reciprocal: 0.33 across from 3 is refused, write 1/3. Weights within 1e-14 of
/// the eigenvector's where the ratio is below 0.1, the eigenvalue within 1e-14 of itself; the
/// consistency index is a difference of such and so good to n times 1e-14 in the absolute.
/// @throws StructureError (wrong_count where it is not square, gap_in_scores, score_cell_refused
/// for a cell that is not above 0, not_reciprocal, inconsistent_judgements), LimitError
/// (no_random_index; beyond_range)
/// @source  T. L. Saaty, The Analytic Hierarchy Process (1980)
[[nodiscard]] Ahp ahp(const MatrixView& judgements, const AhpOptions& options = {});

/// The random index of `items`; nothing for one or two, whose judgements cannot disagree.
/// @throws LimitError (no_random_index) beyond the table
[[nodiscard]] std::optional<double> random_index_of(std::size_t items, RandomIndex table);

/// `saaty_1980`, `saaty_2005` or `donegan_dodd_1991`.
[[nodiscard]] std::string_view name_of(RandomIndex table) noexcept;

/// `refuse` or `report`.
[[nodiscard]] std::string_view name_of(Inconsistent rule) noexcept;

}  // namespace edustat
