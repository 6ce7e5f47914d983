// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// A way around a fault of toml++ 3.3: asked whether one of certain characters is a space, it runs
/// into code that it declares unreachable, which is undefined behaviour. Among them are Greek
/// letters, 、 and 。, and it asks wherever they stand outside a string.
namespace edustat::detail {

/// The text with those characters moved to plane 15, where toml++ answers rightly; it has as many
/// characters in each line as before.
/// @throws ParseError (forbidden_character) when a character stands in the place of a moved one
[[nodiscard]] std::string guarded(std::string_view text, std::string_view name);

/// The characters moved back.
[[nodiscard]] std::string unguarded(std::string_view text);

}  // namespace edustat::detail
