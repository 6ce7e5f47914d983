// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace edustat::detail {

/// What a unit with the value `ratio` times the mean adds to a measure, with the term in
/// `ratio` - 1 that the mean cancels taken out: so each term is at least 0 and nothing is lost
/// where values hardly differ. `excess` is ratio - 1, known better than by that subtraction.
/// @{
/// ratio ln ratio - excess
[[nodiscard]] double theil_t_term(double ratio, double excess) noexcept;
/// excess - ln ratio; infinite for a ratio of 0
[[nodiscard]] double theil_l_term(double ratio, double excess) noexcept;
/// (ratio^alpha - 1 - alpha excess) / (alpha (alpha - 1)), alpha neither 0 nor 1
[[nodiscard]] double entropy_term(double ratio, double excess, double alpha) noexcept;
/// @}

}  // namespace edustat::detail
