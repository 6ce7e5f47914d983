// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/bulletin/reader.hpp"

#include "bulletin/reader/characters.hpp"

#include <cstddef>
#include <optional>

namespace edustat::reader {

/// Digits that are no statistic, and where they end.
struct Labelled {
  std::size_t end;
  Reading::Kind kind;
};

/// A year, month or day that begins here: `2016年`, `20xx-2018年`, `11月`, `28日`.
[[nodiscard]] std::optional<Labelled> date_at(const Characters& text, std::size_t position);
/// What the digits from `begin` to before `end` are, where their surroundings say so: the number
/// of a document, of a section, of a telephone, an ordinal.
[[nodiscard]] std::optional<Labelled> labelled(const Characters& text, std::size_t begin,
                                               std::size_t end);
/// True when the word behind a number is one of time: 3年, 5个月, 20天.
[[nodiscard]] bool is_duration(const Characters& text, std::size_t end);

}  // namespace edustat::reader
