// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace edustat::detail {

/// Refuses what is neither empty nor a day of the calendar written as 2016-12-31: the order of such
/// texts is the order of the days. `key` says in the error what was to be a day.
/// @throws ParseError (bad_value)
void require_day(std::string_view text, std::string_view key);

}  // namespace edustat::detail
