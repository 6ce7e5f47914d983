// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// Conversion of character sets by the C library (POSIX iconv).
namespace edustat::detail {

/// `bytes` in UTF-8; `from` is the name that iconv knows, `encoding` the one that a message says.
/// @throws ParseError (invalid_bytes) with line and column, DependencyError (encoding_unavailable)
[[nodiscard]] std::string decode(std::string_view bytes, std::string_view from,
                                 std::string_view encoding, std::string_view source);

/// True when all of `bytes` is text in the character set; false, too, where the C library has no
/// tables for it.
[[nodiscard]] bool is_decodable(std::string_view bytes, std::string_view from);

/// Two digits, `8F`.
[[nodiscard]] std::string hexadecimal(char byte);

}  // namespace edustat::detail
