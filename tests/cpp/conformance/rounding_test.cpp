// SPDX-License-Identifier: Apache-2.0
// Rounding that others printed; what is left out stands in
// tests/conformance/rounding_exceptions.csv.
#include "edustat/number/rounding.hpp"

#include "edustat/analysis/apportion.hpp"
#include "edustat/analysis/balance.hpp"
#include "edustat/error/error.hpp"

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

using ControlledRounding = Printed;

std::optional<Rational> number_of(const nlohmann::json& value) {
  if (value.is_null()) return std::nullopt;
  return value.is_string() ? Rational::parse(value.get<std::string>())
                           : Rational(value.get<long long>());
}

std::vector<std::optional<Rational>> numbers_of(const nlohmann::json& values) {
  std::vector<std::optional<Rational>> numbers;
  for (const auto& value : values) numbers.push_back(number_of(value));
  return numbers;
}

Apportionment method_of(const std::string& name) {
  const std::map<std::string, Apportionment> methods{
      {"largest_remainder", Apportionment::largest_remainder},
      {"quota", Apportionment::quota},
      {"dhondt", Apportionment::dhondt},
      {"saintelague", Apportionment::sainte_lague},
      {"huntington", Apportionment::huntington_hill},
      {"adams", Apportionment::adams},
      {"dean", Apportionment::dean}};
  return methods.at(name);
}

void expect_places(const nlohmann::json& one) {
  const std::vector<Rational> weights = without_gaps(numbers_of(one.at("weights")));
  const std::string method = one.at("method");
  if (method == "within_quota") {
    EXPECT_EQ(is_within_quota(weights, one.at("rounded").get<std::vector<int>>()),
              one.at("expected").get<bool>());
    return;
  }
  const int total = one.at("total");
  if (one.at("expected").is_string()) {
    EXPECT_EQ(one.at("expected"), "error when ties are not allowed");
    EXPECT_THROW((void)apportion(weights, total, method_of(method), EqualClaims::refused),
                 StructureError);
    return;
  }
  EXPECT_EQ(apportion(weights, total, method_of(method)),
            one.at("expected").get<std::vector<int>>());
}

void expect_shares(const nlohmann::json& one) {
  const BalancedShares result =
      balanced_shares(numbers_of(one.at("weights")), DecimalPlaces(one.at("decimals")),
                      AbsentWeights::left_out, *number_of(one.at("total")));
  std::vector<std::optional<Rational>> shares;
  for (const auto& share : result.shares) {
    shares.push_back(share ? std::optional(share->value()) : std::nullopt);
  }
  EXPECT_EQ(shares, numbers_of(one.at("expected")));
}

TEST_F(ControlledRounding, EveryCaseAgrees) {
  const nlohmann::json cases = json("controlled_rounding_cases.json").at("cases");
  EXPECT_EQ(cases.size(), 35U);
  for (const auto& one : cases) {
    SCOPED_TRACE(one.at("id"));
    if (one.at("method") == "largest_remainder_shares") {
      expect_shares(one);
    } else {
      expect_places(one);
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
      {"quantlib_floor_and_ceiling", 2 * rows("quantlib_rounding.csv").size()}};
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
