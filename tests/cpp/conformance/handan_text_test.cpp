// SPDX-License-Identifier: Apache-2.0
// The raw report of Handan: every statistic against the facts that were taken from it by hand, and
// the relations that are published for it.
#include "edustat/audit/audit.hpp"
#include "edustat/bulletin/reader.hpp"

#include "tests/cpp/support/shared.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

namespace edustat {
namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

BulletinText read_handan(const std::filesystem::path& path) {
  return read_bulletin(content_of(path), Catalogue::builtin("education"),
                       {.region = Scope::parse("邯郸市")});
}

Bulletin by_hand() {
  return Bulletin::read_csv(std::string(EDUSTAT_PROJECT_ROOT) + "/examples/handan/facts.csv");
}

TEST(HandanText, BindsEveryStatisticAsByHand) {
  const auto path = shared_file("bulletins/handan_original.txt");
  const auto listed = shared_file("bulletins/handan_figures.json");
  if (!path || !listed) GTEST_SKIP() << shared_data_is_absent;
  const BulletinText read = read_handan(*path);
  std::map<std::size_t, const Reading*> by_character;
  for (const Reading& reading : read.readings()) by_character[reading.character_begin] = &reading;
  const Bulletin expected = by_hand();
  std::size_t fact = 0;
  std::size_t bound = 0;
  const auto json = nlohmann::json::parse(content_of(*listed));
  for (const auto& figure : json["figures"]) {
    const auto found = by_character.find(figure["char_offset"].get<std::size_t>());
    ASSERT_NE(found, by_character.end()) << figure["context"];
    const Reading& reading = *found->second;
    if (figure["category"] != "statistic") {
      EXPECT_FALSE(reading.fact) << reading.text;
      continue;
    }
    EXPECT_EQ(reading.text, figure["printed"]);
    const Fact& by_eye = expected.facts()[fact++];
    if (!reading.fact) continue;
    ++bound;
    const Fact& own = read.facts()[*reading.fact];
    EXPECT_EQ(own.item, by_eye.item) << reading.text;
    EXPECT_EQ(own.scope, by_eye.scope) << reading.text;
    EXPECT_EQ(own.categories, by_eye.categories) << reading.text;
    EXPECT_EQ(std::get<Figure>(own.figure), std::get<Figure>(by_eye.figure));
  }
  EXPECT_EQ(fact, 75U);
  EXPECT_EQ(bound, 75U);
}

/// The printed figures of a relation, as one text that does not depend on their order.
template <typename Texts>
std::string key_of(const Texts& texts) {
  const std::multiset<std::string> sorted(texts.begin(), texts.end());
  std::string key;
  for (const std::string& text : sorted) key += text + '|';
  return key;
}

TEST(HandanText, JudgesThePublishedRelations) {
  const auto path = shared_file("bulletins/handan_original.txt");
  const auto listed = shared_file("bulletins/published_relations.json");
  if (!path || !listed) GTEST_SKIP() << shared_data_is_absent;
  const BulletinText read = read_handan(*path);
  const auto json = nlohmann::json::parse(content_of(*listed));
  for (const auto& [precision, member] :
       {std::pair(Precision::nearest, "nearest"), std::pair(Precision::truncated, "truncate")}) {
    std::map<std::string, bool> judged;
    for (const Finding& finding :
         audit(read, Catalogue::builtin("education"), {.precision = precision}).findings) {
      std::vector<std::string> texts;
      for (const Finding::Input& input : finding.inputs()) texts.push_back(input.figure.text());
      judged[key_of(texts)] = finding.verdict() != Verdict::impossible;
    }
    std::size_t found = 0;
    for (const auto& document : json["documents"]) {
      if (document["id"] != "seed-handan") continue;
      for (const auto& relation : document["relations"]) {
        if (!relation.contains("inputs")) continue;  // two rates over one plan: a joint question
        std::vector<std::string> texts;
        for (const auto& input : relation["inputs"]) texts.push_back(input);
        const auto own = judged.find(key_of(texts));
        if (own == judged.end()) continue;
        ++found;
        EXPECT_EQ(own->second, relation[member]["consistent"].get<bool>()) << relation["id"];
      }
    }
    EXPECT_GE(found, 30U);
  }
}

}  // namespace
}  // namespace edustat
