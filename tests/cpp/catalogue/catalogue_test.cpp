// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/catalogue.hpp"

#include "tests/cpp/catalogue/refusal.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <variant>

namespace edustat {
namespace {

std::string full_id(const Catalogue::Item& item) {
  return std::visit([](const auto* entry) { return entry->full_id(); }, item);
}

std::string found(const Catalogue& catalogue, std::string_view name) {
  std::string result;
  const std::string refused = refusal([&] { result = full_id(catalogue.find(name)); });
  return result.empty() ? refused : result;
}

TEST(Catalogue, ReadsEveryBuiltinOne) {
  for (const std::string& id : Catalogue::builtin_ids()) {
    const Catalogue catalogue = Catalogue::builtin(id);
    EXPECT_EQ(catalogue.id(), id);
    EXPECT_EQ(catalogue.edition().empty(), false) << id;
    EXPECT_EQ(catalogue.label().zh.empty(), false) << id;
  }
}

TEST(Catalogue, NamesTheBuiltinOnesWhenAnotherIsAsked) {
  const auto faults = faults_of([] { static_cast<void>(Catalogue::builtin("schools")); });
  EXPECT_EQ(faults.at(0).code, ErrorCode::unknown_catalogue);
  EXPECT_EQ(faults.at(0).arguments.at(1).find("school_improvement") != std::string::npos, true);
}

TEST(Catalogue, ReadsAllProgrammesTogether) {
  const Catalogue education = Catalogue::builtin("education");
  std::size_t measures = 0;
  std::size_t indicators = 0;
  std::size_t rules = 0;
  for (const std::string& id : Catalogue::builtin_ids()) {
    if (id == "education" || id == "uis") continue;  // uis is no programme
    const Catalogue one = Catalogue::builtin(id);
    measures += one.measures().size();
    indicators += one.indicators().size();
    rules += one.relations().size();
  }
  EXPECT_EQ(education.measures().size(), measures);
  EXPECT_EQ(education.indicators().size(), indicators);
  EXPECT_EQ(education.relations().size(), rules);
}

TEST(Catalogue, FindsEveryItemByItsFullId) {
  const Catalogue education = Catalogue::builtin("education");
  for (const Measure& measure : education.measures()) {
    EXPECT_EQ(std::get<const Measure*>(education.find(measure.full_id())), &measure);
  }
  for (const Indicator& indicator : education.indicators()) {
    EXPECT_EQ(std::get<const Indicator*>(education.find(indicator.full_id())), &indicator);
  }
}

TEST(Catalogue, WritesFormulasWithFullIds) {
  const Catalogue catalogue = Catalogue::builtin("school_improvement");
  const auto* rate = std::get<const Indicator*>(catalogue.find("start_rate"));
  EXPECT_EQ(rate->formula_text, "started_area / planned_area");
  EXPECT_EQ(rate->formula.text(),
            "school_improvement.started_area / school_improvement.planned_area");
  EXPECT_EQ(rate->unit, Unit::parse("%"));
}

constexpr std::string_view two_programmes = R"(
format = 1
id = "mine"
edition = "1"
label = { zh = "我的", en = "mine" }
source = "test"
extends = ["school_improvement", "standard_rural_schools"]
)";

TEST(Catalogue, FindsByIdLabelAndAliasWhereUnique) {
  const Catalogue catalogue = Catalogue::builtin("school_improvement");
  EXPECT_EQ(found(catalogue, "started_area"), "school_improvement.started_area");
  EXPECT_EQ(found(catalogue, "开工率"), "school_improvement.start_rate");
  EXPECT_EQ(found(catalogue, "竣工率（占开工）"), "school_improvement.completion_rate_of_started");
}

TEST(Catalogue, NamesAllMeaningsOfAnAmbiguousName) {
  const Catalogue catalogue = Catalogue::parse(two_programmes, "mine.toml");
  EXPECT_EQ(found(catalogue, "completion_rate"),
            ": ambiguous_item(completion_rate; school_improvement.completion_rate, "
            "standard_rural_schools.completion_rate)");
  EXPECT_EQ(found(catalogue, "standard_rural_schools.completion_rate"),
            "standard_rural_schools.completion_rate");
}

TEST(Catalogue, SuggestsSimilarNames) {
  const Catalogue catalogue = Catalogue::builtin("school_improvement");
  EXPECT_EQ(found(catalogue, "started_aera"), ": unknown_item_near(started_aera; started_area)");
  EXPECT_EQ(found(catalogue, "开公率"), ": unknown_item_near(开公率; 开工率)");
  EXPECT_EQ(found(catalogue, "nothing_like_it"), ": unknown_item(nothing_like_it)");
  EXPECT_EQ(found(catalogue, "\xFF"), ": unknown_item(\uFFFD)");
}

TEST(Catalogue, FindsCodeLists) {
  const Catalogue catalogue = Catalogue::builtin("vocational_training");
  EXPECT_EQ(catalogue.code_list("training_kind").rule, CodeList::Rule::partition);
  EXPECT_EQ(refusal([&] { static_cast<void>(catalogue.code_list("kind")); }),
            ": unknown_category(kind; vocational_training)");
}

TEST(Catalogue, LoadsAFile) {
  const auto path = std::filesystem::temp_directory_path() / "edustat_catalogue_test.toml";
  std::ofstream(path) << two_programmes;
  EXPECT_EQ(Catalogue::load(path).id(), "mine");
  std::filesystem::remove(path);
}

TEST(Catalogue, RefusesAMissingFileAndAFolder) {
  EXPECT_EQ(refusal([] { static_cast<void>(Catalogue::load("no/such.toml")); }),
            ": file_not_found(no/such.toml)");
  const auto folder = std::filesystem::temp_directory_path();
  EXPECT_EQ(faults_of([&] { static_cast<void>(Catalogue::load(folder)); }).at(0).code,
            ErrorCode::file_unreadable);
}

}  // namespace
}  // namespace edustat
