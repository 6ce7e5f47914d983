// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/bulletin/bulletin.hpp"

#include <string_view>
#include <variant>
#include <vector>

/// What the cells of a facts file say; the texts have no spaces at their ends.
namespace edustat::detail {

/// A figure, or the reason why there is none: `缺报`, `missing`, or a sign that the format
/// declares.
/// @throws ParseError (undeclared_mark, undeclared_blank, or as Figure), UnitError
[[nodiscard]] std::variant<Figure, Gap> read_figure(std::string_view text,
                                                    const Bulletin::Format& format);

/// `nearest`, `就近` and so on. @throws CodeError naming the known rules
[[nodiscard]] Precision read_precision(std::string_view text);

/// `training_kind=disabled; stage=primary` in the order of the dimensions; nothing for an empty
/// text. @throws ParseError (malformed_category)
[[nodiscard]] std::vector<Reference::Category> read_categories(std::string_view text);

}  // namespace edustat::detail
