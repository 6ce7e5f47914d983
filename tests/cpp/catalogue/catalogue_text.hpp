// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"

#include "tests/cpp/catalogue/refusal.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace edustat {

/// The first five lines of a catalogue `mine`.
inline constexpr std::string_view head =
    "format = 1\n"
    "id = \"mine\"\n"
    "edition = \"1\"\n"
    "label = { zh = \"我的\", en = \"mine\" }\n"
    "source = \"test\"\n";

/// The parts one after the other.
inline std::string join(std::initializer_list<std::string_view> parts) {
  std::string result;
  for (const std::string_view part : parts) result += part;
  return result;
}

/// The first fault of a catalogue in `my.toml`, in one line.
inline std::string refused(const std::string& text) {
  return refusal([&] { static_cast<void>(Catalogue::parse(text, "my.toml")); });
}

}  // namespace edustat
