// SPDX-License-Identifier: Apache-2.0
// Rounding that others printed; what is left out stands in
// tests/conformance/rounding_exceptions.csv.
#include "edustat/number/rounding.hpp"

#include "tests/cpp/support/csv.hpp"
#include "tests/cpp/support/shared.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace edustat {
namespace {

using Row = test::CsvRow;

/// A folder of files that others wrote.
class Printed : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = shared_file("conformance/rounding");
    if (!folder_) GTEST_SKIP() << shared_data_is_absent;
  }

  [[nodiscard]] std::vector<Row> rows(const char* name) const {
    return test::read_csv(*folder_ / name);
  }
  [[nodiscard]] nlohmann::json json(const char* name) const {
    std::ifstream stream(*folder_ / name);
    return nlohmann::json::parse(stream);
  }

  std::optional<std::filesystem::path> folder_;
};

std::string rounded_by_standard(const std::string& value, const std::string& interval) {
  return round_to_step(Rational::parse(value), Decimal::parse(interval), Rounding::half_even)
      .to_string();
}

using NationalStandard = Printed;

TEST_F(NationalStandard, PrintedExamplesAgree) {
  const std::vector<Row> printed = rows("gbt8170_cases.csv");
  EXPECT_EQ(printed.size(), 50U);
  for (const Row& row : printed) {
    EXPECT_EQ(rounded_by_standard(row.at("value"), row.at("interval")), row.at("expected"));
  }
}

TEST_F(NationalStandard, RememberedExamplesAgree) {
  const std::vector<Row> remembered = rows("gbt8170_cases_unconfirmed.csv");
  EXPECT_EQ(remembered.size(), 15U);
  for (const Row& row : remembered) {
    EXPECT_EQ(rounded_by_standard(row.at("value"), row.at("interval")), row.at("expected"));
  }
}

TEST_F(NationalStandard, MeasuredValuesNeedNoMarkWhenRoundedOnce) {
  int compared = 0;
  const nlohmann::json marks = json("gbt8170_marks.json");
  for (const auto& mark : marks.at("successive_rounding_marks")) {
    if (!mark.contains("measured")) continue;
    ++compared;
    EXPECT_EQ(rounded_by_standard(mark.at("measured"), mark.at("interval")), mark.at("expected"));
  }
  EXPECT_EQ(compared, 2);
}

using QuantLib = Printed;

TEST_F(QuantLib, RoundingAgrees) {
  const std::vector<Row> printed = rows("quantlib_rounding.csv");
  EXPECT_EQ(printed.size(), 21U);
  const std::map<std::string, Rounding> columns{{"half_up", Rounding::half_up},
                                                {"away_from_zero", Rounding::up},
                                                {"toward_zero", Rounding::down}};
  for (const Row& row : printed) {
    const DecimalPlaces places(std::stoi(row.at("decimals")));
    for (const auto& [column, rounding] : columns) {
      EXPECT_EQ(round_to(Rational::parse(row.at("value")), places, rounding),
                Decimal::parse(row.at(column)))
          << row.at("value") << ' ' << column;
    }
  }
}

TEST_F(Printed, HasNothingThatIsLeftOutWithoutItsRule) {
  const nlohmann::json marks = json("gbt8170_marks.json");
  std::size_t without_result = 0;
  for (const auto& mark : marks.at("successive_rounding_marks")) {
    without_result += mark.contains("measured") ? 0U : 1U;
  }
  const std::map<std::string, std::size_t> left_out{
      {"marks", without_result},
      {"questions", marks.at("questions_without_printed_answers").at("items").size()},
      {"quantlib_floor_and_ceiling", 2 * rows("quantlib_rounding.csv").size()},
      {"shares", json("controlled_rounding_cases.json").at("cases").size()}};
  std::map<std::string, std::size_t> listed;
  const std::filesystem::path root(EDUSTAT_PROJECT_ROOT);
  for (const Row& row : test::read_csv(root / "tests/conformance/rounding_exceptions.csv")) {
    EXPECT_EQ(row.at("reason").empty(), false);
    listed[row.at("rule")] = std::stoul(row.at("rows"));
  }
  EXPECT_EQ(left_out, listed);
}

}  // namespace
}  // namespace edustat
