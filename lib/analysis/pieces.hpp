// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/sample_data.hpp"
#include "panel/crew.hpp"

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <vector>

namespace edustat::detail {

/// Units that a thread takes at a time: whole blocks.
inline constexpr std::size_t piece_units = 256 * sample_block_rows;

/// Units that earn a thread.
inline constexpr std::size_t thread_units = 4 * piece_units;

/// Calls act(begin, end) for one piece of the units after the other, on all processors where there
/// are several; gives what each gave, in order. So the result is the same for any number of
/// threads.
template <typename Act>
auto by_pieces(std::size_t units, const Act& act, std::size_t piece_size = piece_units) {
  const std::size_t pieces = (units + piece_size - 1) / piece_size;
  using Part = decltype(act(units, units));
  static_assert(!std::is_same_v<Part, bool>, "threads must not share the bytes of parts");
  std::vector<Part> parts(pieces);
  const auto earning = static_cast<unsigned>(std::max<std::size_t>(1, units / thread_units));
  const Work work{.threads = std::min(earning, processors())};
  Crew(work, pieces).run_pieces(pieces, [&](std::size_t piece, unsigned) {
    const std::size_t begin = piece * piece_size;
    parts[piece] = act(begin, std::min(begin + piece_size, units));
  });
  return parts;
}

}  // namespace edustat::detail
