// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>

namespace edustat {

/// A file of the data that stands beside the project and is no part of it, nothing where it is
/// absent. A test then skips and says so:
///
///     const auto path = shared_file("bulletins/figure_strings.csv");
///     if (!path) GTEST_SKIP() << shared_data_is_absent;
inline std::optional<std::filesystem::path> shared_file(std::string_view name) {
  const char* folder = std::getenv("EDUSTAT_SHARED");
  const std::filesystem::path root =
      folder != nullptr ? std::filesystem::path(folder)
                        : std::filesystem::path(EDUSTAT_PROJECT_ROOT) / ".." / "shared";
  std::filesystem::path path = root / name;
  if (!std::filesystem::exists(path)) return std::nullopt;
  return path;
}

inline constexpr std::string_view shared_data_is_absent =
    "the shared conformance data is absent: set EDUSTAT_SHARED to its folder";

}  // namespace edustat
