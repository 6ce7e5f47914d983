// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/masks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// The text with every masking sign beside a digit or another one written as `x`.
[[nodiscard]] std::string with_plain_masks(std::string_view text);
/// Lengths of the runs of `x` in a print.
[[nodiscard]] std::vector<std::size_t> runs_of_masks(std::string_view print);
/// The print with `digits` for its masks, one after the other; those of runs of another length stay
/// when `digits` is for runs of one length.
[[nodiscard]] std::string filled(std::string_view print, std::string_view digits);
/// The print with `digits` for every run of masks of just that length.
[[nodiscard]] std::string substituted(std::string_view print, std::string_view digits);
/// The runs of digits and masks of a text, each once.
[[nodiscard]] std::vector<Masks::Pattern> patterns_of(std::string_view text);
/// False when a range of years would end before it begins.
[[nodiscard]] bool is_sensible(const Masks::Pattern& pattern, std::string_view digits);

}  // namespace edustat::detail
