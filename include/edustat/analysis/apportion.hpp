// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace edustat {

/// How a whole number of places is divided in proportion to weights.
/// @source M. L. Balinski, H. P. Young, Fair Representation, 1982
enum class Apportionment : std::uint8_t {
  largest_remainder,  ///< whole quotas first, then one each by the largest remainders (Hamilton)
  quota,            ///< as dhondt, but never beyond the quota rounded up (Balinski and Young 1975)
  dhondt,           ///< highest weight / (s + 1), s the places already given (Jefferson)
  sainte_lague,     ///< highest weight / (s + 1/2) (Webster)
  huntington_hill,  ///< highest weight / sqrt(s (s + 1))
  adams,            ///< highest weight / s
  dean              ///< highest weight / (s (s + 1) / (s + 1/2))
};

/// What parts get that have the same claim to the last place.
enum class EqualClaims : std::uint8_t {
  earlier_first,  ///< the earlier one gets it
  refused         ///< an error says which are equal
};

/// Divides `total` places (名额) in proportion to weights; the places add up to it exactly.
///
/// Exact: quotas, quotients and roots are compared as fractions. Only largest_remainder and quota
/// stay within the quota (see is_within_quota); the others move places from one end of the
/// weights to the other. Under huntington_hill, adams and dean every weight above 0 gets one place
/// before any gets two; where there are too few places, the largest weights get them.
/// @throws StructureError for no weights (nothing_to_balance), a weight below 0 (negative_weight),
/// places but no weight above 0 (weights_without_sum), equal claims if refused (equal_claims): to a
/// place that some of the equal parts got and others did not
/// @throws LimitError for a total below 0 or above 1,000,000 (total_out_of_range)
[[nodiscard]] std::vector<int> apportion(std::span<const Rational> weights, int total,
                                         Apportionment method = Apportionment::largest_remainder,
                                         EqualClaims equal_claims = EqualClaims::earlier_first);

/// True when every count is its quota, weight * sum(counts) / sum(weights), rounded down or up.
/// Without places every quota is 0.
/// @throws StructureError as apportion, and for lists of unequal length (unequal_lengths)
[[nodiscard]] bool is_within_quota(std::span<const Rational> weights, std::span<const int> counts);

/// `largest_remainder` and so on.
[[nodiscard]] std::string_view name_of(Apportionment method) noexcept;
/// `earlier_first` or `refused`.
[[nodiscard]] std::string_view name_of(EqualClaims claims) noexcept;

}  // namespace edustat
