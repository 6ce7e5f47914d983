// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bulletin/reader/figures.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

/// The turns of speech that stand between a name and its figure.
namespace edustat::reader {

/// The length of a word that says nothing of its own (达到, 为, 共) and ends before `end`; 0 when
/// none does behind `begin`.
[[nodiscard]] std::size_t filler_length(const Characters& text, std::size_t begin,
                                        std::size_t end) noexcept;
/// Where 同比增长 or 比上年增加 begins that ends before `end`; nothing for 增长到, which is a
/// level.
[[nodiscard]] std::optional<std::size_t> change_begin(const Characters& text, std::size_t begin,
                                                      std::size_t end) noexcept;
/// Where 分别 begins whose figures begin before `end`.
[[nodiscard]] std::optional<std::size_t> distribution(const Characters& text, std::size_t begin,
                                                      std::size_t end) noexcept;
/// Behind the last figure of the row a、b和c that begins with `first`.
[[nodiscard]] std::size_t row_end(const Characters& text, const std::vector<Spotted>& spotted,
                                  std::size_t first);
/// True when the clause speaks of 去年 or 上年同期.
[[nodiscard]] bool speaks_of_other_period(const Characters& text, std::size_t position) noexcept;
/// True when `words` consist of verbs of giving and counting: 资助, 共计.
[[nodiscard]] bool is_plain_verb(std::u32string_view words) noexcept;
/// True when the words end with one that turns a name into another: 未竣工, 计划竣工.
[[nodiscard]] bool ends_with_negation(std::u32string_view words) noexcept;
/// Words that narrow what follows to some schools, pupils or sources of money.
[[nodiscard]] const std::vector<std::u32string_view>& narrowing_words();

}  // namespace edustat::reader
