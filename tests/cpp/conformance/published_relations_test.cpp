// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/check.hpp"

#include "tests/cpp/support/shared.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace edustat {
namespace {

/// A relation of a printed document, with the verdicts that its collector computed with exact
/// fractions.
struct Published {
  std::string id;
  std::string check;
  std::vector<NamedFigure> inputs{};
  bool nearest = false;
  bool truncated = false;
};

std::vector<Published> published_relations(const std::filesystem::path& path) {
  std::ifstream stream(path);
  const nlohmann::json root = nlohmann::json::parse(stream);
  std::vector<Published> rows;
  for (const auto& document : root.at("documents")) {
    for (const auto& relation : document.at("relations")) {
      if (!relation.contains("check") || !relation.value("checkable", true)) continue;
      Published row{.id = relation.at("id"), .check = relation.at("check")};
      for (const auto& [name, text] : relation.at("inputs").items()) {
        row.inputs.push_back({name, Figure(text.get<std::string>())});
      }
      row.nearest = relation.at("nearest").at("consistent");
      row.truncated = relation.at("truncate").at("consistent");
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

TEST(PublishedRelations, GetTheListedVerdicts) {
  const auto path = shared_file("bulletins/published_relations.json");
  if (!path) GTEST_SKIP() << shared_data_is_absent;
  const std::vector<Published> rows = published_relations(*path);
  EXPECT_EQ(rows.size(), 126U);
  for (const Published& row : rows) {
    const auto verdict = [&](Precision precision) {
      return check(Relation(row.check), row.inputs, precision).verdict();
    };
    EXPECT_EQ(verdict(Precision::nearest), row.nearest ? Verdict::consistent : Verdict::impossible)
        << row.id;
    EXPECT_EQ(verdict(Precision::truncated),
              row.truncated ? Verdict::consistent : Verdict::impossible)
        << row.id;
  }
}

}  // namespace
}  // namespace edustat
