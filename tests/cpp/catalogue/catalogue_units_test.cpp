// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/catalogue.hpp"

#include "tests/cpp/catalogue/catalogue_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace edustat {
namespace {

TEST(CatalogueUnits, AppliesTheThingCounted) {
  const auto unit = [](std::string_view word, std::string_view counts) {
    const std::string text =
        join({head,
              "[measure.x]\nlabel = { zh = \"甲\", en = \"x\" }\nregions = \"none\"\n"
              "time = \"flow\"\nsource = \"s\"\nunit = \"",
              word, "\"\ncounts = \"", counts, "\"\n"});
    return Catalogue::parse(text, "my.toml").measures()[0].unit;
  };
  EXPECT_EQ(unit("套", "desk_set").dimension().to_string(), "desk_set");
  EXPECT_EQ(unit("套", "desk_set").symbol(), "套");
  EXPECT_EQ(unit("平方米/个", "project").dimension().to_string(), "area/project");
  EXPECT_EQ(refusal([&] { static_cast<void>(unit("平方米", "desk_set")); }),
            "my.toml:12:11: bad_value(counts; desk_set; 平方米)");
}

TEST(CatalogueUnits, DefinesUnits) {
  const std::string text =
      join({head,
            "[unit.\"台班\"]\nkind = \"shift\"\nnature = \"counting\"\nfactor = \"1\"\n"
            "symbol = \"shift\"\n[unit.\"大班\"]\nunit = \"台班\"\nfactor = \"1.5\"\n"
            "[measure.x]\nlabel = { zh = \"甲\", en = \"x\" }\nregions = \"none\"\n"
            "time = \"flow\"\nsource = \"s\"\nunit = \"元/大班\"\n"});
  const Catalogue catalogue = Catalogue::parse(text, "my.toml");
  EXPECT_EQ(catalogue.measures()[0].unit.dimension().to_string(), "money/shift");
  EXPECT_EQ(catalogue.measures()[0].unit.factor(), Rational(2) / Rational(3));
  EXPECT_EQ(catalogue.units().parse("台班").symbol(Language::en), "shift");
}

TEST(CatalogueUnits, RefusesMalformedUnits) {
  EXPECT_EQ(refused(join({head, "[unit.\"台班\"]\nfactor = \"1\"\n"})),
            "my.toml:6:1: missing_key(kind | unit; unit.台班)");
  EXPECT_EQ(refused(join({head, "[unit.\"台班\"]\nkind = \"shift\"\nfactor = \"1.x\"\n"})),
            "my.toml:8:11: malformed_number(1.x)");
  EXPECT_EQ(refused(join({head, "[unit.\"元\"]\nkind = \"shift\"\n"})),
            "my.toml:6:1: duplicate_unit(元)");
}

}  // namespace
}  // namespace edustat
