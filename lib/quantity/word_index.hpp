// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/quantity/unit.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// Unit words by the bytes they begin with; finding one allocates nothing.
class WordIndex {
 public:
  /// One word and what it means.
  struct Entry {
    std::string word;
    Unit unit;
  };

  /// No words at all.
  WordIndex() = default;
  /// The words of `entries`, whose words differ.
  explicit WordIndex(std::vector<Entry> entries);

  /// The longest word at the start of `text`, nothing when there is none. A word that ends with an
  /// ASCII letter or digit is not found in front of another one: `ha` does not begin `hall`.
  [[nodiscard]] const Entry* longest(std::string_view text) const noexcept;
  /// The words in the order in which they were given.
  [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return entries_; }

 private:
  static constexpr std::size_t bucket_count = 256;
  [[nodiscard]] static std::size_t bucket_of(std::string_view text) noexcept;

  std::vector<Entry> entries_{};
  std::vector<std::uint32_t> order_{};                   // by bucket, long words first
  std::array<std::uint32_t, bucket_count + 1> begin_{};  // of each bucket in order_
};

/// The entry with the longer word, `left` when they are equally long; either may be absent.
[[nodiscard]] const WordIndex::Entry* longer(const WordIndex::Entry* left,
                                             const WordIndex::Entry* right) noexcept;

}  // namespace edustat::detail
