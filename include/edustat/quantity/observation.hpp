// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"
#include "edustat/quantity/quantity.hpp"

#include <cstdint>
#include <string_view>
#include <variant>

namespace edustat {

/// Why there is no value. A gap is never 0, and a nil return (零报告) is a 0, not a gap.
enum class Gap : std::uint8_t {
  missing,         ///< 缺报: due but not known
  not_applicable,  ///< 不适用: cannot exist here
  suppressed,      ///< 不公布: withheld, masked digits among them
  undefined        ///< 无意义: 0/0 or x/0
};

/// `missing` and so on, or the Chinese word.
[[nodiscard]] std::string_view name_of(Gap gap, Language language) noexcept;

/// A quantity, or the reason why there is none.
using Observation = std::variant<Quantity, Gap>;

}  // namespace edustat
