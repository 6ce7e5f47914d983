// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace edustat::benchmarks {

/// Reads every byte once and gives a sum of all words: what memory alone costs.
///
/// Each of the threads takes the next free piece of a megabyte, as the machine reads fastest.
[[nodiscard]] std::uint64_t read_once(std::span<const std::span<const std::byte>> memory,
                                      unsigned threads);

}  // namespace edustat::benchmarks
