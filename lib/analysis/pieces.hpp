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
/// are several; gives what each gave, in order, if anything. So the result is the same for any
/// number of threads.
template <typename Act>
auto by_pieces(std::size_t units, const Act& act, std::size_t piece_size = piece_units) {
  const std::size_t pieces = (units + piece_size - 1) / piece_size;
  const auto earning = static_cast<unsigned>(std::max<std::size_t>(1, units / thread_units));
  const Work work{.threads = std::min(earning, processors())};
  Crew crew(work, pieces);
  const auto act_on = [&](std::size_t piece) {
    const std::size_t begin = piece * piece_size;
    return act(begin, std::min(begin + piece_size, units));
  };
  using Part = decltype(act_on(0));
  if constexpr (std::is_void_v<Part>) {
    crew.run_pieces(pieces, [&](std::size_t piece, unsigned) { act_on(piece); });
  } else {
    static_assert(!std::is_same_v<Part, bool>, "threads must not share the bytes of parts");
    std::vector<Part> parts(pieces);
    crew.run_pieces(pieces, [&](std::size_t piece, unsigned) { parts[piece] = act_on(piece); });
    return parts;
  }
}

}  // namespace edustat::detail
