// SPDX-License-Identifier: Apache-2.0
#include "lib/catalogue/builtin.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace edustat {
namespace {

TEST(Builtin, IdsAreUnique) {
  std::set<std::string_view> ids;
  for (const builtin::Source& source : builtin::sources()) ids.insert(source.id);
  EXPECT_EQ(ids.size(), builtin::sources().size());
}

TEST(Builtin, TextsAreTheFilesByteForByte) {
  for (const builtin::Source& source : builtin::sources()) {
    const std::string path = std::string(EDUSTAT_PROJECT_ROOT "/lib/catalogue/builtin/") +
                             std::string(source.id) + ".toml";
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    EXPECT_EQ(source.text, bytes) << path;
  }
}

}  // namespace
}  // namespace edustat
