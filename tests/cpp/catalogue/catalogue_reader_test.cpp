// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/catalogue.hpp"

#include "tests/cpp/catalogue/catalogue_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>

namespace edustat {
namespace {

/// Two areas and a sum of money; the text begins at line 6 and ends at line 29.
constexpr std::string_view measure_text =
    "[measure.planned]\n"
    "label = { zh = \"规划面积\", en = \"planned area\" }\n"
    "aliases = [\"规划\"]\n"
    "unit = \"平方米\"\n"
    "regions = \"sum\"\n"
    "time = \"plan\"\n"
    "source = \"test\"\n"
    "\n"
    "[measure.started]\n"
    "label = { zh = \"开工面积\", en = \"started area\" }\n"
    "unit = \"平方米\"\n"
    "regions = \"sum\"\n"
    "time = \"cumulative\"\n"
    "origin = \"programme\"\n"
    "source = \"test\"\n"
    "\n"
    "[measure.money]\n"
    "label = { zh = \"投资\", en = \"money\" }\n"
    "unit = \"元\"\n"
    "regions = \"sum\"\n"
    "time = \"flow\"\n"
    "source = \"test\"\n"
    "\n"
    "\n";

/// An indicator with this unit and formula; its table begins at line 30, its formula at line 33.
std::string rate(std::string_view unit, std::string_view formula, std::string_view more = "") {
  return join({head, measure_text,
               "[indicator.rate]\n"
               "label = { zh = \"开工率\", en = \"rate\" }\n"
               "unit = \"",
               unit, "\"\nformula = \"", formula, "\"\nsource = \"test\"\n", more});
}

std::string all_refused(const std::string& text) {
  std::string codes;
  for (const Fault& fault :
       faults_of([&] { static_cast<void>(Catalogue::parse(text, "my.toml")); })) {
    codes += (codes.empty() ? "" : " ") + std::to_string(fault.place.line) + ':' +
             std::string(name_of(fault.code));
  }
  return codes;
}

const Indicator& only_indicator(const Catalogue& catalogue) {
  return catalogue.indicators().front();
}

TEST(CatalogueReader, ReadsMeasures) {
  const Catalogue catalogue = Catalogue::parse(join({head, measure_text}), "my.toml");
  const Measure& started = catalogue.measures()[1];
  EXPECT_EQ(started.full_id(), "mine.started");
  EXPECT_EQ(started.label.zh, "开工面积");
  EXPECT_EQ(started.unit, Unit::parse("平方米"));
  EXPECT_EQ(started.regions, RegionRule::sum);
  EXPECT_EQ(started.time, TimeRule::cumulative);
  EXPECT_EQ(started.origin, Origin::programme);
  EXPECT_EQ(to_string(started.place), "my.toml:14:1");
}

TEST(CatalogueReader, KeepsTheOrderOfTheFile) {
  const Catalogue catalogue = Catalogue::parse(join({head, measure_text}), "my.toml");
  EXPECT_EQ(catalogue.measures()[0].id, "planned");
  EXPECT_EQ(catalogue.measures()[1].id, "started");
  EXPECT_EQ(catalogue.measures()[2].id, "money");
}

TEST(CatalogueReader, ReadsLabelsInFormulas) {
  const Catalogue catalogue = Catalogue::parse(rate("%", "开工面积 ÷ '规划'"), "my.toml");
  EXPECT_EQ(only_indicator(catalogue).formula.text(), "mine.started / mine.planned");
  EXPECT_EQ(only_indicator(catalogue).formula_text, "开工面积 ÷ '规划'");
}

TEST(CatalogueReader, AcceptsRatesOfRates) {
  const Catalogue catalogue =
      Catalogue::parse(rate("%", "started / planned",
                            "[indicator.difference]\nlabel = { zh = \"差\", en = \"difference\" "
                            "}\nunit = \"百分点\"\n"
                            "formula = \"rate - rate@-1y\"\nplaces = 2\nrounding = "
                            "\"half_even\"\nsource = \"test\"\n"),
                       "my.toml");
  EXPECT_EQ(catalogue.indicators()[1].formula.text(), "mine.rate - mine.rate@-1y");
  EXPECT_EQ(catalogue.indicators()[1].places, 2);
  EXPECT_EQ(catalogue.indicators()[1].rounding, Rounding::half_even);
}

TEST(CatalogueReader, RefusesWhatIsNotToml) {
  EXPECT_EQ(refused("format = = 1\n").substr(0, 26), "my.toml:1:10: malformed_to");
  EXPECT_EQ(refused("format = 1\nformat = 1\n").substr(0, 25), "my.toml:2:10: malformed_t");
  EXPECT_EQ(refused("id = \"\xFF\"\n"), "my.toml:1:7: invalid_utf8(FF)");
}

TEST(CatalogueReader, RefusesCharactersHiddenInEscapes) {
  EXPECT_EQ(refused(rate("%", "started / planned", "aliases = [\"a\\u202Eb\"]\n")),
            "my.toml:35:13: forbidden_character(U+202E)");
}

TEST(CatalogueReader, RefusesDuplicateTables) {
  const std::string text = join({head, measure_text, "[measure.money]\nunit = \"元\"\n"});
  EXPECT_EQ(faults_of([&] { static_cast<void>(Catalogue::parse(text, "my.toml")); }).at(0).place,
            (Place{.source = "my.toml", .line = 30, .column = 1}));
}

TEST(CatalogueReader, RefusesAnotherFormat) {
  EXPECT_EQ(refused("format = 2\nnew = true\n"), "my.toml:1:10: unknown_format(2; 1)");
}

TEST(CatalogueReader, RefusesMissingKeys) {
  EXPECT_EQ(all_refused("id = \"x\"\n"), "1:missing_key 1:missing_key 1:missing_key 1:missing_key");
  EXPECT_EQ(refused(join({head,
                          "[measure.x]\nlabel = { zh = \"甲\", en = \"x\" }\nunit = \"元\"\n"
                          "regions = \"sum\"\ntime = \"flow\"\n"})),
            "my.toml:6:1: missing_key(source; measure.x)");
  EXPECT_EQ(refused(join({head, measure_text,
                          "[indicator.x]\nlabel = { zh = \"甲\" }\nunit = \"%\"\n"
                          "formula = \"1\"\nsource = \"s\"\n"})),
            "my.toml:31:9: missing_key(en; indicator.x.label)");
}

TEST(CatalogueReader, RefusesUnknownKeys) {
  EXPECT_EQ(refused(join({head, "colour = 1\n"})).substr(0, 39),
            "my.toml:6:1: unknown_key(colour; dimens");
  EXPECT_EQ(refused(rate("%", "started / planned", "digits = 2\n")).substr(0, 40),
            "my.toml:35:1: unknown_key(digits; aliase");
}

TEST(CatalogueReader, RefusesWrongTypes) {
  EXPECT_EQ(refused(rate("%", "started / planned", "places = \"2\"\n")),
            "my.toml:35:10: wrong_type(places; integer)");
  EXPECT_EQ(refused(rate("%", "started / planned", "aliases = \"a\"\n")),
            "my.toml:35:11: wrong_type(aliases; array of strings)");
  EXPECT_EQ(refused(rate("%", "started / planned", "aliases = [\"a\", 1]\n")),
            "my.toml:35:17: wrong_type(aliases; array of strings)");
  EXPECT_EQ(refused(rate("%", "started / planned", "note = \"a\"\n")),
            "my.toml:35:8: wrong_type(note; table { zh, en })");
  EXPECT_EQ(refused(join({head, "measure = 3\n"})), "my.toml:6:11: wrong_type(measure; table)");
}

TEST(CatalogueReader, RefusesBareFloatsAnywhere) {
  EXPECT_EQ(refused(rate("%", "started / planned", "places = 2.0\n")),
            "my.toml:35:10: bare_float(indicator.rate.places)");
  EXPECT_EQ(
      refused(join({head, "[x]\ny = [ 1, { z = 0.1 } ]\n"})),
      "my.toml:6:2: unknown_key(x; dimension, edition, extends, format, id, indicator, label, "
      "measure, relation, source, unit)");
  EXPECT_EQ(all_refused(join({head, "[x]\ny = [ 1, { z = 0.1 } ]\n"})),
            "6:unknown_key 7:bare_float");
}

TEST(CatalogueReader, RefusesValuesThatAreNotAllowed) {
  EXPECT_EQ(refused(rate("%", "started / planned", "rounding = \"bankers\"\n")),
            "my.toml:35:13: bad_value(rounding; bankers; half_up, half_even, half_down, up, down, "
            "ceiling, floor)");
  EXPECT_EQ(refused(rate("%", "started / planned", "places = 31\n")),
            "my.toml:35:10: bad_value(places; 31; -30…30)");
  EXPECT_EQ(
      refused("format = 1\nid = \"我\"\nedition = \"1\"\nlabel = { zh = \"甲\", en = \"x\" }\n"
              "source = \"s\"\n"),
      "my.toml:2:7: bad_value(id; 我; a-z 0-9 _)");
}

TEST(CatalogueReader, WantsAnOriginExactlyForCumulativeMeasures) {
  const auto measure = [](std::string_view time) {
    return join({head,
                 "[measure.x]\nlabel = { zh = \"甲\", en = \"x\" }\nunit = \"元\"\nsource = \"s\"\n"
                 "regions = \"none\"\n",
                 time});
  };
  EXPECT_EQ(refused(measure("time = \"cumulative\"\n")),
            "my.toml:6:1: missing_key(origin; measure.x)");
  EXPECT_EQ(refused(measure("time = \"flow\"\norigin = \"year\"\n")),
            "my.toml:11:8: bad_value(time; flow; cumulative)");
  EXPECT_EQ(refused(measure("time = \"cumulative\"\norigin = \"school_year\"\n")), "accepted");
}

TEST(CatalogueReader, RefusesUnknownUnits) {
  EXPECT_EQ(refused(rate("斤", "started / planned")), "my.toml:32:9: unknown_unit(斤)");
}

TEST(CatalogueReader, RefusesUnknownNamesInFormulas) {
  EXPECT_EQ(refused(rate("%", "started / plannd")),
            "my.toml:33:22: unknown_item_near(plannd; planned)");
  EXPECT_EQ(refused(rate("%", "开工面积 / other.planned")),
            "my.toml:33:19: unknown_item(other.planned)");
}

TEST(CatalogueReader, RefusesMalformedFormulas) {
  EXPECT_EQ(refused(rate("%", "开工面积 / / planned")),
            "my.toml:33:19: operand_expected(开工面积 / ▲/ planned)");
  EXPECT_EQ(refused(rate("%", "a == b")), "my.toml:33:14: not_a_formula(a == b)");
  EXPECT_EQ(refused(rate("%", "")), "my.toml:33:12: empty_text");
}

TEST(CatalogueReader, PlacesFaultsInFormulasOfSeveralLines) {
  const std::string text =
      join({head, measure_text,
            "[indicator.rate]\nlabel = { zh = \"甲\", en = \"x\" }\nunit = \"%\"\n"
            "formula = \"\"\"\nstarted /\n  plannd\"\"\"\nsource = \"s\"\n"});
  EXPECT_EQ(refused(text), "my.toml:35:3: unknown_item_near(plannd; planned)");
}

TEST(CatalogueReader, RefusesAFormulaOfAnotherUnit) {
  EXPECT_EQ(refused(rate("%", "money / planned")),
            "my.toml:33:12: unit_mismatch(mine.rate; % (ratio); money/area)");
  EXPECT_EQ(refused(rate("%", "started + money")),
            "my.toml:33:12: mixed_units(mine.started; +; mine.money; area; money)");
}

TEST(CatalogueReader, RefusesCircles) {
  const std::string more =
      "[indicator.second]\nlabel = { zh = \"二\", en = \"second\" }\nunit = \"%\"\n"
      "formula = \"1 - third\"\nsource = \"s\"\n"
      "[indicator.third]\nlabel = { zh = \"三\", en = \"third\" }\nunit = \"%\"\n"
      "formula = \"rate * 2\"\nsource = \"s\"\n";
  EXPECT_EQ(refused(rate("%", "second", more)),
            "my.toml:30:1: cyclic_formula(mine.rate -> mine.second -> mine.third -> mine.rate)");
  EXPECT_EQ(refused(rate("%", "rate")), "my.toml:30:1: cyclic_formula(mine.rate -> mine.rate)");
}

TEST(CatalogueReader, ReportsEverythingAtOnceInOrder) {
  const std::string more =
      "colour = 1\n[relation.r]\nlabel = { zh = \"关\", en = \"r\" }\nseverity = \"firm\"\n"
      "statement = \"started <= nothing_such\"\nsource = \"s\"\n";
  EXPECT_EQ(all_refused(rate("%", "money / planned", more)),
            "33:unit_mismatch 35:unknown_key 38:bad_value 39:unknown_item");
}

std::string relation(std::string_view statement) {
  return rate("%", "started / planned",
              join({"[relation.r]\nlabel = { zh = \"关\", en = \"r\" }\nseverity = \"soft\"\n"
                    "statement = \"",
                    statement, "\"\nsource = \"s\"\n"}));
}

TEST(CatalogueReader, ReadsRelations) {
  const Catalogue catalogue = Catalogue::parse(relation("started ≤ planned"), "my.toml");
  EXPECT_EQ(catalogue.relations()[0].statement.text(), "mine.started <= mine.planned");
  EXPECT_EQ(catalogue.relations()[0].severity, Severity::soft);
  EXPECT_EQ(catalogue.relations()[0].full_id(), "mine.r");
}

TEST(CatalogueReader, RefusesRelationsThatDoNotCompare) {
  EXPECT_EQ(refused(relation("started <= money")),
            "my.toml:38:14: mixed_units(mine.started; <=; mine.money; area; money)");
  EXPECT_EQ(refused(relation("started")), "my.toml:38:21: not_a_relation(started)");
  EXPECT_EQ(refused(relation("started + planned >= 3")),
            "my.toml:38:14: mixed_units(mine.started + mine.planned; >=; 3; area; ratio)");
}

TEST(CatalogueReader, TakesTheLimitOfOneItemInItsUnit) {
  const auto limit = [](std::string_view unit, std::string_view statement) {
    const std::string text =
        join({head,
              "[measure.x]\nlabel = { zh = \"甲\", en = \"x\" }\nregions = \"none\"\n"
              "time = \"flow\"\nsource = \"s\"\nunit = \"",
              unit,
              "\"\n[relation.r]\nlabel = { zh = \"关\", en = \"r\" }\nseverity = \"hard\"\n"
              "source = \"s\"\nstatement = \"",
              statement, "\"\n"});
    return Catalogue::parse(text, "my.toml").relations()[0].statement.text();
  };
  EXPECT_EQ(limit("人/百名学生", "x >= 4.2"), "mine.x >= 0.042");
  EXPECT_EQ(limit("万元", "8.5 >= x"), "85000 >= mine.x");
  EXPECT_EQ(limit("亩", "x > -2"), "mine.x > -4000 / 3");
  EXPECT_EQ(limit("%", "x <= 100%"), "mine.x <= 1");
}

constexpr std::string_view kinds =
    "[dimension.kind]\nlabel = { zh = \"类别\", en = \"kind\" }\nrule = \"partition\"\n"
    "[dimension.kind.code.zz]\nlabel = { zh = \"后\", en = \"last\" }\n"
    "[dimension.kind.code.b2]\nlabel = { zh = \"前\", en = \"first\" }\naliases = [\"先\"]\n"
    "[dimension.group]\nlabel = { zh = \"人群\", en = \"group\" }\nrule = \"subset\"\n"
    "[dimension.group.code.poor]\nlabel = { zh = \"贫困\", en = \"poor\" }\n"
    "[measure.trained]\nlabel = { zh = \"培训\", en = \"trained\" }\nunit = \"人次\"\n"
    "regions = \"sum\"\ntime = \"flow\"\ndimensions = [\"kind\", \"人群\"]\nsource = \"s\"\n";

std::string share(std::string_view formula) {
  return join({head, kinds,
               "[indicator.share]\nlabel = { zh = \"占比\", en = \"share\" }\nunit = \"%\"\n"
               "dimensions = [\"kind\"]\nsource = \"s\"\nformula = \"",
               formula, "\"\n"});
}

TEST(CatalogueReader, ReadsCodeListsInOrder) {
  const Catalogue catalogue = Catalogue::parse(share("trained / total(trained)"), "my.toml");
  const CodeList& list = catalogue.code_list("kind");
  EXPECT_EQ(list.codes.size(), 2U);
  EXPECT_EQ(list.codes[0].id, "zz");
  EXPECT_EQ(list.codes[1].aliases.at(0), "先");
  EXPECT_EQ(catalogue.code_list("group").rule, CodeList::Rule::subset);
  EXPECT_EQ(catalogue.measures()[0].dimensions.at(1), "group");
  EXPECT_EQ(only_indicator(catalogue).dimensions.at(0), "kind");
}

TEST(CatalogueReader, WritesSumsOverCodesOut) {
  const auto formula = [](std::string_view text) {
    return only_indicator(Catalogue::parse(share(text), "my.toml")).formula.text();
  };
  EXPECT_EQ(formula("trained / sum(trained[kind=*])"),
            "mine.trained / (mine.trained[kind=zz] + mine.trained[kind=b2])");
  EXPECT_EQ(formula("trained[类别=先, group=贫困] / total(trained)"),
            "mine.trained[group=poor, kind=b2] / total(mine.trained)");
}

TEST(CatalogueReader, RefusesUnknownCategories) {
  EXPECT_EQ(refused(share("trained[kind=xx] / trained")),
            "my.toml:31:12: unknown_category(kind=xx; mine.trained)");
  EXPECT_EQ(refused(share("trained / trained[stage=xx]")),
            "my.toml:31:22: unknown_category(stage=xx; mine.trained)");
  EXPECT_EQ(refused(share("trained[kind=zz, 类别=b2] / trained")),
            "my.toml:31:12: repeated_dimension(kind)");
  EXPECT_EQ(refused(share("sum(trained[group=*]) / trained")),
            "my.toml:31:12: bad_value(sum; group; partition)");
  EXPECT_EQ(refused(rate("%", "started / planned", "dimensions = [\"stage\"]\n")),
            "my.toml:35:16: unknown_category(stage; mine.rate)");
}

TEST(CatalogueReader, BindsSubsets) {
  const auto part = [](std::string_view unit, std::string_view whole) {
    return join({head, measure_text,
                 "[measure.part]\nlabel = { zh = \"其中\", en = \"part\" }\nregions = \"sum\"\n"
                 "time = \"plan\"\nsource = \"s\"\nunit = \"",
                 unit, "\"\nsubset_of = \"", whole, "\"\n"});
  };
  EXPECT_EQ(Catalogue::parse(part("亩", "planned"), "my.toml").measures()[3].subset_of,
            "mine.planned");
  EXPECT_EQ(refused(part("亩", "planed")), "my.toml:36:14: unknown_item_near(planed; planned)");
  EXPECT_EQ(refused(part("元", "planned")),
            "my.toml:36:14: mixed_units(mine.part; <=; mine.planned; money; area)");
}

std::string part_of(std::string_view id, std::string_view whole) {
  return join({"[measure.", id, "]\nlabel = { zh = \"", id, "\", en = \"", id,
               "\" }\nregions = \"sum\"\ntime = \"plan\"\nsource = \"s\"\nunit = \"平方米\"\n"
               "subset_of = \"",
               whole, "\"\n"});
}

TEST(CatalogueReader, RefusesPartsThatContainEachOther) {
  EXPECT_EQ(refused(join({head, part_of("a", "a")})),
            "my.toml:6:1: cyclic_subset(mine.a -> mine.a)");
  EXPECT_EQ(refused(join({head, part_of("a", "b"), part_of("b", "c"), part_of("c", "b")})),
            "my.toml:13:1: cyclic_subset(mine.b -> mine.c -> mine.b)");
  EXPECT_EQ(all_refused(join({head, part_of("a", "b"), part_of("b", "a"), part_of("c", "c")})),
            "6:cyclic_subset 20:cyclic_subset");
  EXPECT_EQ(refused(join({head, measure_text, part_of("a", "planned"), part_of("b", "a")})),
            "accepted");
}

TEST(CatalogueReader, SaysInChineseThatAFileIsNotToml) {
  const auto faults =
      faults_of([] { static_cast<void>(Catalogue::parse("a = = 1\n", "我.toml")); });
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].message(Language::zh).rfind("我.toml:1:5：指标目录不符合 TOML 语法，", 0),
            0U);
}

TEST(CatalogueReader, RefusesOneIdForTwoItems) {
  const std::string text =
      join({head, measure_text,
            "[indicator.money]\nlabel = { zh = \"甲\", en = \"x\" }\nunit = \"%\"\n"
            "formula = \"1\"\nsource = \"s\"\n"});
  EXPECT_EQ(refused(text), "my.toml:30:1: duplicate_item(mine.money; my.toml:22:1)");
}

}  // namespace
}  // namespace edustat
