// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace edustat::detail {

/// A word that counts units in a power of ten, `万` in 万元.
struct ScaleWord {
  std::string_view word;
  std::string_view english;
  int exponent;
};

// @source GB/T 15835-2011 (万 and 亿 behind digits); the others are powers of ten by definition
inline constexpr std::array scale_words{
    ScaleWord{"万亿", "1,000,000,000,000", 12},
    ScaleWord{"千万", "10,000,000", 7},
    ScaleWord{"百万", "1,000,000", 6},
    ScaleWord{"十万", "100,000", 5},
    ScaleWord{"亿", "100,000,000", 8},
    ScaleWord{"万", "10,000", 4},
    ScaleWord{"千", "1,000", 3},
    ScaleWord{"百", "100", 2},
};

/// The longest scale word at the start of `text`, nothing when there is none.
[[nodiscard]] constexpr const ScaleWord* scale_word_at(std::string_view text) noexcept {
  for (const ScaleWord& scale : scale_words) {
    if (text.substr(0, scale.word.size()) == scale.word) return &scale;
  }
  return nullptr;
}

}  // namespace edustat::detail
