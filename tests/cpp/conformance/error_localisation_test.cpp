// SPDX-License-Identifier: Apache-2.0
// Published cases of error localisation (which fields of a record must be wrong) and of sums of
// rounded reports.
#include "edustat/audit/reconcile.hpp"

#include "tests/cpp/support/shared.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace edustat {
namespace {

nlohmann::json json_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  return nlohmann::json::parse(file);
}

std::vector<Unknown> unknowns_of(const nlohmann::json& one) {
  std::vector<Unknown> numbers;
  for (const auto& [name, value] : one["record"].items()) {
    Unknown unknown;
    unknown.name = name;
    if (!value.is_null()) {
      unknown.print = Interval::exactly(Rational(value.get<long long>()));
    }
    const auto weights = one.value("weights", nlohmann::json());
    if (weights.contains(name) && weights[name].is_string()) unknown.is_fixed = true;  // Inf
    if (weights.contains(name) && weights[name].is_number()) {
      unknown.weight = Rational(weights[name].get<long long>());
    }
    numbers.push_back(std::move(unknown));
  }
  return numbers;
}

TEST(ErrorLocalisation, FindsEveryLeastSetOfTheLinearCases) {
  const auto path = shared_file("conformance/errorloc/errorloc_cases.json");
  if (!path) GTEST_SKIP() << shared_data_is_absent;
  std::size_t cases = 0;
  const auto json = json_of(*path);
  for (const auto& one : json["error_localisation"]) {
    // Conditions and categories are not relations between numbers.
    if (!one.contains("all_minimum_sets") || one["all_minimum_sets"].is_null()) continue;
    ++cases;
    const std::vector<Unknown> numbers = unknowns_of(one);
    std::vector<Relation> relations;
    for (const auto& rule : one["rules"]) relations.emplace_back(rule.get<std::string>());
    const Joint joint = reconcile(numbers, relations);
    std::set<std::set<std::string>> expected;
    for (const auto& set : one["all_minimum_sets"])
      expected.insert(set.get<std::set<std::string>>());
    std::set<std::set<std::string>> own;
    for (const auto& set : joint.least) {
      std::set<std::string> names;
      for (const std::size_t number : set) names.insert(numbers[number].name);
      own.insert(names);
    }
    if (joint.least.empty()) own.insert(std::set<std::string>());
    EXPECT_EQ(own, expected) << one["id"];
    EXPECT_EQ(joint.verdict == Verdict::consistent, expected.begin()->empty()) << one["id"];
    EXPECT_TRUE(joint.is_complete) << one["id"];
  }
  EXPECT_EQ(cases, 27U);
}

TEST(RoundedSums, HaveThePublishedVerdicts) {
  const auto path = shared_file("conformance/xbrl/calc11_cases.json");
  if (!path) GTEST_SKIP() << shared_data_is_absent;
  const auto range = [](const nlohmann::json& report) {
    const Rational value = Rational::parse(report["value"].get<std::string>());
    if (!report.contains("decimals") || report["decimals"].is_null() ||
        report["decimals"].is_string()) {
      return Interval::exactly(value);
    }
    Rational half = Rational(1) / Rational(2);
    const int decimals = report["decimals"].get<int>();
    for (int place = 0; place < std::abs(decimals); ++place) {
      half = decimals < 0 ? half * Rational(10) : half / Rational(10);
    }
    return Interval::closed(value - half, value + half);
  };
  std::size_t cases = 0;
  const auto json = json_of(*path);
  for (const auto& one : json["calculations"]) {
    if (one.value("mode", "round") != "round") continue;
    ++cases;
    std::vector<Unknown> numbers(1);
    numbers[0].name = "total";
    numbers[0].print = range(one["total"]);
    std::vector<Relation> relations;
    std::string sum;
    std::map<std::string, std::string> first_of_item;
    for (const auto& report : one["contributors"]) {
      Unknown unknown;
      unknown.name = "part" + std::to_string(numbers.size());
      unknown.print = range(report);
      const std::string item = report.value("item", unknown.name);
      const auto [known, is_new] = first_of_item.try_emplace(item, unknown.name);
      if (is_new) {
        const int weight = report["weight"].get<int>();
        sum +=
            (weight < 0 ? " - " : " + ") + std::to_string(std::abs(weight)) + " * " + unknown.name;
      } else {
        relations.emplace_back(unknown.name + " == " + known->second);  // reported twice
      }
      numbers.push_back(std::move(unknown));
    }
    relations.emplace_back("total == 0" + sum);
    EXPECT_EQ(reconcile(numbers, relations).verdict == Verdict::consistent,
              one["expected_consistent_calc11"].get<bool>())
        << one["id"];
  }
  EXPECT_GE(cases, 4U);
}

}  // namespace
}  // namespace edustat
