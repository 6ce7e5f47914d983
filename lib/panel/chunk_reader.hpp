// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"

#include "number/int128.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace edustat::detail {

/// True for whole numbers, signed or not.
[[nodiscard]] bool is_whole(ColumnType type) noexcept;
/// True for decimals of any width.
[[nodiscard]] bool is_decimal(ColumnType type) noexcept;
/// True for texts of either kind of offsets.
[[nodiscard]] bool is_text(ColumnType type) noexcept;

/// The whole number in a valid row; one of 64 bits without sign wraps.
[[nodiscard]] std::int64_t whole_at(ColumnType type, const Chunk& chunk, std::size_t row);
/// The lowest and highest whole number, the wrong way round where there is none.
[[nodiscard]] std::pair<std::int64_t, std::int64_t> ends_of(ColumnType type, const Chunk& chunk);
/// The unscaled whole number of a decimal, or nothing beyond 128 bits.
[[nodiscard]] std::optional<int128> decimal_at(ColumnType type, const Chunk& chunk,
                                               std::size_t row);
/// The bytes of a text.
[[nodiscard]] std::string_view text_at(ColumnType type, const Chunk& chunk, std::size_t row);
/// A whole number, text or date as a text: a date as `2016-11`.
[[nodiscard]] std::string word_of(ColumnType type, const Chunk& chunk, std::size_t row);

}  // namespace edustat::detail
