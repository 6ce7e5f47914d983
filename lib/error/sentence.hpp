// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace edustat::detail {

/// What is said about one code. `{0}`, `{1}` ... stand for the arguments of the fault.
struct Sentence {
  ErrorCode code;
  std::string_view name;
  std::string_view zh;
  std::string_view en;
};

/// Two parts of the table, one behind the other.
template <std::size_t first, std::size_t second>
consteval std::array<Sentence, first + second> joined(const std::array<Sentence, first>& left,
                                                      const std::array<Sentence, second>& right) {
  std::array<Sentence, first + second> all{};
  for (std::size_t i = 0; i < first; ++i) all[i] = left[i];
  for (std::size_t i = 0; i < second; ++i) all[first + i] = right[i];
  return all;
}

}  // namespace edustat::detail
