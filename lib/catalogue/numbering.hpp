// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace edustat::detail {

/// Finds the number of an equal value in a growing list: a few values are compared as they stand,
/// many by their hash.
template <typename Value, typename Hash>
class Numbering {
 public:
  /// The number of the value for which `is_same` holds, or -1; `hash` gives the hash of that value.
  template <typename Same, typename HashOfWanted>
  [[nodiscard]] std::int32_t find(const std::vector<Value>& values, const Same& is_same,
                                  const HashOfWanted& hash) const {
    if (values.size() <= few) {
      for (std::size_t i = 0; i < values.size(); ++i) {
        if (is_same(values[i])) return static_cast<std::int32_t>(i);
      }
      return -1;
    }
    const auto alike = numbers_.equal_range(hash());
    for (auto i = alike.first; i != alike.second; ++i) {
      if (is_same(values[static_cast<std::size_t>(i->second)])) return i->second;
    }
    return -1;
  }

  /// Takes note of the value at the end of the list and gives its number.
  std::int32_t add_last(const std::vector<Value>& values) {
    if (values.size() > few) {
      for (std::size_t i = numbers_.size(); i < values.size(); ++i) {
        numbers_.emplace(Hash{}(values[i]), static_cast<std::int32_t>(i));
      }
    }
    return static_cast<std::int32_t>(values.size()) - 1;
  }

 private:
  static constexpr std::size_t few = 16;
  std::unordered_multimap<std::size_t, std::int32_t> numbers_;
};

}  // namespace edustat::detail
