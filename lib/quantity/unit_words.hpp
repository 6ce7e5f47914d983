// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "quantity/word_index.hpp"

#include <vector>

namespace edustat::detail {

/// The built-in unit words with their units, in a fixed order.
[[nodiscard]] std::vector<WordIndex::Entry> builtin_words();

}  // namespace edustat::detail
