// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace edustat::detail {

/// The bytes of a file or pipe.
/// @throws FileError (file_not_found, file_unreadable) naming the path, LimitError (text_too_long)
/// beyond `most_bytes`
[[nodiscard]] std::string read_file(const std::filesystem::path& path, std::size_t most_bytes);

/// @throws LimitError (text_too_long) when `bytes` is more than `most_bytes`
void require_size(std::size_t bytes, std::size_t most_bytes, const std::string& source);

}  // namespace edustat::detail
