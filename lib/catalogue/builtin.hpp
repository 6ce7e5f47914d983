// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace edustat::builtin {

/// The text of a catalogue that is compiled into the archive.
struct Source {
  std::string_view id;    // the file's name without `.toml`
  std::string_view text;  // the whole file, byte for byte
};

/// Every compiled-in catalogue, in the order in which the build lists them.
///
/// The definition is generated from lib/catalogue/builtin/*.toml.
[[nodiscard]] std::span<const Source> sources() noexcept;

}  // namespace edustat::builtin
