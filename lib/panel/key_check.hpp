// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panel/coded_column.hpp"
#include "panel/crew.hpp"
#include "panel/key_reader.hpp"
#include "panel/layout.hpp"
#include "panel/panel_data.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace edustat::detail {

/// What one walk over the keys finds.
struct KeyFindings {
  bool has_strangers = false;  ///< rows without a region, or whose region is not there then
  bool has_repeats = false;    ///< rows with the key of another
};

/// Walks over the keys of all batches: notes zones and rows of inner nodes, and finds whether any
/// row is a stranger or repeats another. Where the keys rise, or lie in stretches that do and do
/// not overlap, one walk proves that none repeats. Rows are named by another walk, only where there
/// are any.
///
/// `states`: by edition of the tree and region what a fact there is; the last is for no region.
[[nodiscard]] KeyFindings check_keys(Panel::Data& panel,
                                     const std::vector<std::vector<KeyState>>& states,
                                     const std::vector<std::size_t>& editions, Crew& crew);

/// By row of the panel: the number of the first row with the same key, or its own.
[[nodiscard]] std::vector<std::size_t> first_of_key(const Panel::Data& panel);

}  // namespace edustat::detail
