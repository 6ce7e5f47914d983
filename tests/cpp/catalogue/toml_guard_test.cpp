// SPDX-License-Identifier: Apache-2.0
#include "catalogue/toml_guard.hpp"

#include "edustat/catalogue/catalogue.hpp"

#include "tests/cpp/catalogue/catalogue_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace edustat {
namespace {

TEST(TomlGuard, MovesCharactersAndBack) {
  const std::string_view text = "a = \"ρ、。々 开工 ﹏\"";
  EXPECT_EQ(detail::guarded(text, "") == text, false);
  EXPECT_EQ(detail::unguarded(detail::guarded(text, "")), text);
}

TEST(TomlGuard, LeavesSpacesAndMostCharacters) {
  const std::string_view text = "a = \"开工面积\u3000\u00A0 1.5\"";
  EXPECT_EQ(detail::guarded(text, ""), text);
}

TEST(TomlGuard, RefusesCharactersWhereOthersAreMovedTo) {
  EXPECT_EQ(refusal([] { static_cast<void>(detail::guarded("a = \U000F03C1", "x.toml")); }),
            "x.toml:1:5: forbidden_character(U+F03C1)");
}

TEST(TomlGuard, RefusesSuchCharactersOutsideStrings) {
  for (const std::string_view text : {"a =0\"\\uρ2E%", "a = 。", "、 = 1", "a = 1 ρ", "a = [ρ]"}) {
    EXPECT_EQ(faults_of([&] { static_cast<void>(Catalogue::parse(text, "my.toml")); }).at(0).code,
              ErrorCode::malformed_toml)
        << text;
  }
}

TEST(TomlGuard, RefusesWhatTheReaderTakesForImpossible) {
  for (const std::string_view text : {"[{]", "[[", "[", "a = {", "a = [[[", "\"", "a = '"}) {
    EXPECT_EQ(faults_of([&] { static_cast<void>(Catalogue::parse(text, "my.toml")); }).at(0).code,
              ErrorCode::malformed_toml)
        << text;
  }
}

TEST(TomlGuard, KeepsSuchCharactersInsideStrings) {
  const Catalogue catalogue = Catalogue::parse(
      "format = 1\nid = \"mine\"\nedition = \"\"\"\\\n   ρ、。\"\"\"\nsource = \"《年鉴》\"\n"
      "label = { zh = \"目录、一\", en = \"ρ\" }\n",
      "my.toml");
  EXPECT_EQ(catalogue.edition(), "ρ、。");
  EXPECT_EQ(catalogue.label().zh, "目录、一");
}

}  // namespace
}  // namespace edustat
