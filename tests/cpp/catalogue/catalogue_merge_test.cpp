// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/catalogue.hpp"

#include "tests/cpp/catalogue/catalogue_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>

namespace edustat {
namespace {

std::string extension(std::string_view extends, std::string_view rest) {
  return join(
      {"format = 1\nid = \"standard_rural_schools\"\nedition = \"1\"\n"
       "label = { zh = \"我的\", en = \"mine\" }\nsource = \"test\"\nextends = ",
       extends, "\n", rest});
}

TEST(CatalogueMerge, RefusesUnknownCataloguesToExtend) {
  EXPECT_EQ(refused(extension("[\"schools\"]", "")).substr(0, 48),
            "my.toml:6:13: unknown_catalogue(schools; balance");
}

TEST(CatalogueMerge, MergesIdenticalRepeats) {
  const Catalogue catalogue = Catalogue::parse(
      extension("[\"education\", \"standard_rural_schools\", \"school_improvement\"]", ""),
      "my.toml");
  EXPECT_EQ(catalogue.measures().size(), Catalogue::builtin("education").measures().size());
  EXPECT_EQ(catalogue.relations().size(), Catalogue::builtin("education").relations().size());
}

constexpr std::string_view other_rate =
    "[indicator.completion_rate]\nlabel = { zh = \"竣工率\", en = \"rate\" }\nunit = \"‰\"\n"
    "formula = \"completed_schools / planned_schools\"\nsource = \"s\"\n";

TEST(CatalogueMerge, RefusesADifferentRepeatNamingBothPlaces) {
  const auto faults = faults_of([&] {
    static_cast<void>(
        Catalogue::parse(extension("[\"standard_rural_schools\"]", other_rate), "my.toml"));
  });
  EXPECT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults.at(0).code, ErrorCode::duplicate_item);
  EXPECT_EQ(to_string(faults.at(0).place), "my.toml:7:1");
  EXPECT_EQ(faults.at(0).arguments.at(1).substr(0, 28), "standard_rural_schools.toml:");
}

TEST(CatalogueMerge, ReplacesWhereTheFileSaysSo) {
  const std::string text =
      extension("[\"standard_rural_schools\"]", join({other_rate, "replaces = true\n"}));
  const Catalogue catalogue = Catalogue::parse(text, "my.toml");
  EXPECT_EQ(catalogue.indicators().front().unit.symbol(), "‰");
  EXPECT_EQ(catalogue.indicators().size(), 1U);
}

TEST(CatalogueMerge, RefusesToReplaceNothing) {
  EXPECT_EQ(refused(extension("[]", join({other_rate, "replaces = true\n"}))).substr(0, 30),
            "my.toml:7:1: unknown_item(stan");
}

TEST(CatalogueMerge, ChecksFormulasOverWhatWasReplaced) {
  const std::string text =
      extension("[\"standard_rural_schools\"]",
                "[measure.completed_schools]\nlabel = { zh = \"竣工数\", en = \"completed\" "
                "}\nunit = \"元\"\n"
                "regions = \"sum\"\ntime = \"flow\"\nsource = \"s\"\nreplaces = true\n");
  const auto faults = faults_of([&] { static_cast<void>(Catalogue::parse(text, "my.toml")); });
  EXPECT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults.at(0).place.source, "standard_rural_schools.toml");
}

}  // namespace
}  // namespace edustat
