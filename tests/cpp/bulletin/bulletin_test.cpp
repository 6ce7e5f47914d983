// SPDX-License-Identifier: Apache-2.0
#include "edustat/bulletin/bulletin.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace edustat {
namespace {

Bulletin read(std::string_view text, const Bulletin::Format& format = {}) {
  return Bulletin::parse_csv(text, "facts.csv", format);
}

/// The only fact of a text.
Fact fact_of(std::string_view text, const Bulletin::Format& format = {}) {
  return read(text, format).facts().front();
}

/// The figure of a column `figure` with one cell.
std::variant<Figure, Gap> figure_of(std::string_view cell, const Bulletin::Format& format = {}) {
  return fact_of("item,figure\na," + std::string(cell) + "\n", format).figure;
}

constexpr std::string_view whole_row =
    "item,category,scope,period,figure,precision,unit_in_last_place,vintage,source,note\n"
    "vocational_training.trained,training_kind=disabled,邯郸市>7个扶贫县,截至2016年11月底,"
    "94.3%,half_up,0.01%,快报,bulletin,in words\n";

TEST(Bulletin, ReadsEveryColumn) {
  const Fact fact = fact_of(whole_row);
  EXPECT_EQ(fact.item, "vocational_training.trained");
  EXPECT_EQ(fact.categories, (std::vector<Reference::Category>{{"training_kind", "disabled"}}));
  EXPECT_EQ(fact.scope, Scope::parse("邯郸市>7个扶贫县"));
  EXPECT_EQ(fact.period, Period::parse("@2016-11"));
  EXPECT_EQ(std::get<Figure>(fact.figure).text(), "94.3%");
  EXPECT_EQ(std::get<Figure>(fact.figure).last_place(), Rational::parse("1/10000"));
  EXPECT_EQ(fact.precision, Precision::half_up);
  EXPECT_EQ(fact.vintage, "快报");
  EXPECT_EQ(fact.source, "bulletin");
  EXPECT_EQ(fact.note, "in words");
  EXPECT_EQ(fact.place, (Place{.source = "facts.csv", .line = 2}));
}

TEST(Bulletin, NeedsOnlyItemAndFigure) {
  const Fact fact = fact_of("figure,item\n410人,学生数\n");
  EXPECT_EQ(fact.item, "学生数");
  EXPECT_EQ(fact.categories.size(), 0U);
  EXPECT_EQ(fact.scope, Scope());
  EXPECT_EQ(fact.period, std::nullopt);
  EXPECT_EQ(fact.precision, std::nullopt);
}

TEST(Bulletin, ReadsChineseHeadWords) {
  const Fact fact = fact_of(
      "指标,类别,范围,时期,数值,精度,末位单位,版本,来源,备注\n"
      "培训人数,类型=残疾,邯郸市,2016年,12000人,去尾,1000,年报,总结,无\n");
  EXPECT_EQ(fact.item, "培训人数");
  EXPECT_EQ(fact.categories, (std::vector<Reference::Category>{{"类型", "残疾"}}));
  EXPECT_EQ(fact.scope.name(), "邯郸市");
  EXPECT_EQ(fact.period, Period::parse("2016"));
  EXPECT_EQ(std::get<Figure>(fact.figure).last_place(), Rational(1000));
  EXPECT_EQ(fact.precision, Precision::truncated);
  EXPECT_EQ(fact.vintage, "年报");
  EXPECT_EQ(fact.source, "总结");
  EXPECT_EQ(fact.note, "无");
  EXPECT_EQ(fact_of("项目,数据\n甲,1所\n").item, "甲");
}

TEST(Bulletin, ReadsEveryPrecision) {
  const std::vector<std::pair<std::string_view, Precision>> cases{
      {"exact", Precision::exact},
      {"nearest", Precision::nearest},
      {"half_up", Precision::half_up},
      {"half_even", Precision::half_even},
      {"truncated", Precision::truncated},
      {"精确", Precision::exact},
      {"就近", Precision::nearest},
      {"四舍五入", Precision::half_up},
      {"四舍六入五成双", Precision::half_even},
      {"去尾", Precision::truncated},
  };
  for (const auto& [name, precision] : cases) {
    const std::string text = "item,figure,precision\na,1.5," + std::string(name);
    EXPECT_EQ(fact_of(text).precision, precision) << name;
  }
}

TEST(Bulletin, ReadsEveryGapWord) {
  const std::vector<std::pair<std::string_view, Gap>> cases{
      {"missing", Gap::missing},
      {"缺报", Gap::missing},
      {"not_applicable", Gap::not_applicable},
      {"不适用", Gap::not_applicable},
      {"suppressed", Gap::suppressed},
      {"不公布", Gap::suppressed},
      {"undefined", Gap::undefined},
      {"无意义", Gap::undefined},
  };
  for (const auto& [word, gap] : cases) EXPECT_EQ(std::get<Gap>(figure_of(word)), gap) << word;
}

TEST(Bulletin, ReadsMarksAsDeclared) {
  const Bulletin::Format format{
      .marks = {{"—", Gap::not_applicable}, {"", Gap::missing}, {"0", Gap::suppressed}}};
  EXPECT_EQ(std::get<Gap>(figure_of(" — ", format)), Gap::not_applicable);
  EXPECT_EQ(std::get<Gap>(figure_of("", format)), Gap::missing);
  EXPECT_EQ(std::get<Gap>(figure_of("0", format)), Gap::suppressed);
}

TEST(Bulletin, KeepsANilReturnAsAFigure) {
  EXPECT_EQ(std::get<Figure>(figure_of("0人")).value(), Rational(0));
}

TEST(Bulletin, ReadsMaskedFigures) {
  EXPECT_EQ(std::get<Figure>(figure_of("6xx万册")).is_masked(), true);
}

TEST(Bulletin, ReadsInTheUnitsOfItsFormat) {
  const Unit bowl("碗", "bowl", Dimension(Kind("bowl", Kind::Nature::counting)), Rational(1));
  const Bulletin::Format format{.units = UnitSystem().define(bowl)};
  EXPECT_EQ(std::get<Figure>(figure_of("3碗", format)).unit(), bowl);
}

TEST(Bulletin, IgnoresTheLastPlaceOfAGap) {
  const Fact fact = fact_of("item,figure,unit_in_last_place\na,缺报,1000\n");
  EXPECT_EQ(std::get<Gap>(fact.figure), Gap::missing);
}

TEST(Bulletin, ReadsSeveralCategoriesInTheOrderOfTheirDimensions) {
  const std::vector<Reference::Category> expected{{"kind", "boarder"}, {"stage", "primary"}};
  EXPECT_EQ(fact_of("item,category,figure\na,stage=primary; kind=boarder,1人").categories,
            expected);
  EXPECT_EQ(fact_of("item,category,figure\na,kind ＝ boarder；stage=primary；,1人").categories,
            expected);
}

TEST(Bulletin, TrimsItsCells) {
  const Fact fact = fact_of(" item , figure,scope\n 甲 ,\u3000410人 , 市 > 县 \n");
  EXPECT_EQ(fact.item, "甲");
  EXPECT_EQ(std::get<Figure>(fact.figure).text(), "410人");
  EXPECT_EQ(fact.scope.to_string(), "市>县");
}

TEST(Bulletin, ReadsQuotedCells) {
  const Fact fact = fact_of("item,figure,note\na,\"1,234人\",\"said \"\"so\"\",\nand more\"\n");
  EXPECT_EQ(std::get<Figure>(fact.figure).value(), Rational(1234));
  EXPECT_EQ(fact.note, "said \"so\",\nand more");
}

TEST(Bulletin, CountsLinesThroughQuotedLineEnds) {
  const Bulletin bulletin = read("item,figure,note\r\na,1人,\"x\r\ny\"\r\nb,2人,z");
  EXPECT_EQ(bulletin.facts()[0].place.line, 2U);
  EXPECT_EQ(bulletin.facts()[1].place.line, 4U);
}

TEST(Bulletin, SkipsBlankRows) {
  const Bulletin bulletin = read("\n\nitem,figure\n\na,1人\n,\n , \nb,2人\n\n");
  EXPECT_EQ(bulletin.facts().size(), 2U);
  EXPECT_EQ(bulletin.facts()[1].place.line, 8U);
}

TEST(Bulletin, OfAHeadAloneHasNoFacts) {
  EXPECT_EQ(read("item,figure\n").facts().size(), 0U);
}

TEST(Bulletin, KeepsTheOrderOfTheTextAndItsRepeats) {
  const Bulletin bulletin = read("item,figure\nb,1人\na,2人\nb,1人\n");
  EXPECT_EQ(bulletin.facts().size(), 3U);
  EXPECT_EQ(bulletin.facts()[1].item, "a");
  EXPECT_EQ(bulletin.facts()[2].item, "b");
}

TEST(Bulletin, KnowsItsName) {
  EXPECT_EQ(read("item,figure\n").name(), "facts.csv");
  EXPECT_EQ(Bulletin({}, "title").name(), "title");
}

TEST(Bulletin, OfHandanHasEveryStatistic) {
  const std::filesystem::path path =
      std::filesystem::path(EDUSTAT_PROJECT_ROOT) / "examples/handan/facts.csv";
  const Bulletin bulletin = Bulletin::read_csv(path);
  std::size_t masked = 0;
  for (const Fact& fact : bulletin.facts()) masked += std::get<Figure>(fact.figure).is_masked();
  EXPECT_EQ(bulletin.facts().size(), 75U);
  EXPECT_EQ(masked, 8U);
  EXPECT_EQ(bulletin.name(), path.string());
  EXPECT_EQ(bulletin.facts()[0].place, (Place{.source = path.string(), .line = 2}));
}

}  // namespace
}  // namespace edustat
