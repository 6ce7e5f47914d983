// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace edustat::detail {

/// The bytes of a file as UTF-8 without byte-order mark.
///
/// Without `encoding` only UTF-8 is read. `gbk` and `gb2312` are read as their superset GB18030.
/// @throws ParseError (likely_encoding, invalid_utf8, invalid_bytes) with the place, CodeError
/// (unknown_encoding), DependencyError (encoding_unavailable)
/// @source WHATWG Encoding Standard, 10.1 and 10.2: gb2312 is a label of gbk, whose decoder is
/// that of gb18030
[[nodiscard]] std::string to_utf8(std::string_view bytes,
                                  const std::optional<std::string>& encoding,
                                  std::string_view source);

}  // namespace edustat::detail
