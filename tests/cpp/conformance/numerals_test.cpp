// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/quantity/numeral.hpp"

#include "tests/cpp/support/csv.hpp"
#include "tests/cpp/support/shared.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace edustat {
namespace {

using Key = std::tuple<std::string, std::string, std::string>;

Key key_of(const test::CsvRow& row) {
  return {row.at("source"), row.at("mode"), row.at("input")};
}

/// Rows that this library reads otherwise, each with its reason.
std::set<Key> listed_exceptions() {
  std::set<Key> keys;
  const std::filesystem::path root(EDUSTAT_PROJECT_ROOT);
  for (const test::CsvRow& row :
       test::read_csv(root / "tests" / "conformance" / "numerals_exceptions.csv")) {
    EXPECT_EQ(row.at("reason").empty(), false) << row.at("input");
    keys.insert(key_of(row));
  }
  return keys;
}

/// The value, nothing for refused text.
std::optional<Rational> value_of(const std::string& text) {
  try {
    return parse_number(text);
  } catch (const ParseError&) {
    return std::nullopt;
  }
}

/// Refused in one mode of the source and a number in another: judged there.
bool is_judged_elsewhere(const test::CsvRow& row, const std::set<std::string>& numbers) {
  return row.at("note").starts_with("accepted only in") && numbers.count(row.at("input")) == 1;
}

class NumeralRows : public testing::Test {
 protected:
  void SetUp() override {
    const auto path = shared_file("conformance/numerals/chinese_numerals.csv");
    if (!path) GTEST_SKIP() << shared_data_is_absent;
    for (test::CsvRow& row : test::read_csv(*path)) {
      if (row.at("expected_kind") == "number") numbers_.insert(row.at("input"));
      if (row.at("expected_kind") == "number" || row.at("expected_kind") == "error") {
        rows_.push_back(std::move(row));
      }
    }
  }

  [[nodiscard]] bool passes(const test::CsvRow& row) const {
    const std::optional<Rational> value = value_of(row.at("input"));
    if (row.at("expected_kind") == "number") return value == Rational::parse(row.at("expected"));
    return !value || is_judged_elsewhere(row, numbers_);
  }

  std::vector<test::CsvRow> rows_;
  std::set<std::string> numbers_;
};

TEST_F(NumeralRows, PassOrAreListedExceptions) {
  const std::set<Key> exceptions = listed_exceptions();
  EXPECT_EQ(rows_.size(), 257U);
  std::map<Key, bool> results;  // some rows stand there twice
  for (const test::CsvRow& row : rows_) {
    const bool is_first = results.try_emplace(key_of(row), passes(row)).second;
    if (!is_first && !passes(row)) results[key_of(row)] = false;
  }
  for (const auto& [key, has_passed] : results) {
    const auto& [source, mode, input] = key;
    EXPECT_EQ(has_passed, exceptions.count(key) == 0) << source << ' ' << mode << ": " << input;
  }
}

TEST_F(NumeralRows, HaveNoExceptionWithoutItsRow) {
  std::set<Key> known;
  std::set<std::string> sources;
  for (const test::CsvRow& row : rows_) {
    known.insert(key_of(row));
    sources.insert(row.at("source"));
  }
  for (const Key& key : listed_exceptions()) {
    if (sources.count(std::get<0>(key)) == 0) continue;  // a row of another file
    EXPECT_EQ(known.count(key), 1U) << std::get<2>(key);
  }
}

}  // namespace
}  // namespace edustat
