// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/explanation.hpp"
#include "edustat/audit/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// The stored explanation that covers a finding on a day, or null.
[[nodiscard]] const Explanation* explanation_for(const std::vector<Explanation>& stored,
                                                 const Finding::Subject& subject,
                                                 std::string_view day);

/// The asked day, or today where none is asked, after a look at the days of the explanations.
/// @throws ParseError (bad_value) for what is no day
[[nodiscard]] std::string day_of(std::string_view as_of, const std::vector<Explanation>& stored);

}  // namespace edustat::detail
