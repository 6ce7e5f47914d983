// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/bulletin/reader.hpp"
#include "edustat/quantity/figure.hpp"
#include "edustat/quantity/unit_system.hpp"

#include "bulletin/reader/characters.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace edustat::reader {

/// A run of digits in the text, with what its writing says it is.
struct Spotted {
  std::size_t begin;   ///< first character, a qualifier in front included
  std::size_t number;  ///< first character of its digits
  std::size_t end;     ///< behind its unit
  Reading::Kind kind;
  std::optional<Figure> figure{};  ///< of a statistic
};

/// Every run of digits of the text, masked or written in Chinese, in order and without overlap.
[[nodiscard]] std::vector<Spotted> spot_figures(const Characters& text, const UnitSystem& units);

}  // namespace edustat::reader
