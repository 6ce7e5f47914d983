// SPDX-License-Identifier: Apache-2.0
// General Decimal Arithmetic by Mike Cowlishaw: every row is compared, refused as it must be, or
// left out by a rule of tests/conformance/decimal_exceptions.csv. The Python tests sort the rows by
// the same rules and come to the same numbers.
#include "edustat/error/error.hpp"
#include "edustat/number/rounding.hpp"

#include "tests/cpp/support/csv.hpp"
#include "tests/cpp/support/shared.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat {
namespace {

using Row = test::CsvRow;
using Words = std::set<std::string, std::less<>>;

const std::map<std::string, Rounding> modes{
    {"half_up", Rounding::half_up},     {"half_even", Rounding::half_even},
    {"half_down", Rounding::half_down}, {"up", Rounding::up},
    {"down", Rounding::down},           {"ceiling", Rounding::ceiling},
    {"floor", Rounding::floor}};
const Words without_counterpart{"squareroot", "comparetotal"};
const Words conversions{"tosci", "toeng", "apply"};
const Words divisions{"divide", "divideint", "remainder"};
const Words roundings{"quantize", "tointegral", "tointegralx"};

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char character) {
    return static_cast<char>(std::tolower(character));
  });
  return text;
}

bool has_condition(const Row& row, std::string_view name) {
  return lower_case(row.at("conditions")).find(name) != std::string::npos;
}

bool is_inexact(const Row& row) {
  return has_condition(row, "inexact");
}

std::vector<std::string> operands_of(const Row& row) {
  std::vector<std::string> operands;
  for (const char* column : {"operand1", "operand2", "operand3"}) {
    if (static_cast<int>(operands.size()) < std::stoi(row.at("n_operands"))) {
      operands.push_back(row.at(column));
    }
  }
  return operands;
}

/// General Decimal Arithmetic also writes `.5` and `5.`, which our grammar refuses.
std::string in_our_grammar(std::string text) {
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text;
  const auto is_digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  const bool has_whole = point > 0 && is_digit(point - 1);
  if (has_whole && !is_digit(point + 1)) return text.erase(point, 1);
  if (!has_whole && is_digit(point + 1)) text.insert(point, 1, '0');
  return text;
}

Decimal decimal(const std::string& text) {
  return Decimal::parse(in_our_grammar(text));
}

enum class Outcome { number, beyond_limits, refused };

Outcome reading_of(const std::string& text) {
  try {
    (void)decimal(text);
  } catch (const LimitError&) {
    return Outcome::beyond_limits;
  } catch (const ParseError&) {
    return Outcome::refused;
  }
  return Outcome::number;
}

bool any(const std::vector<std::string>& texts, Outcome reading) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return reading_of(text) == reading; });
}

bool is_encoding(const std::string& text) {
  return text.find('#') != std::string::npos || text == "?";
}

bool divides_by_zero(const std::string& operation, const std::vector<std::string>& operands) {
  if (divisions.count(operation) != 0) return decimal(operands[1]).value().is_zero();
  return operation == "power" && decimal(operands[0]).value().is_zero() &&
         decimal(operands[1]).value().sign() < 0;
}

bool is_our_power(const Rational& exponent) {
  return exponent.is_integer() && exponent.abs() <= 64;
}

/// The precision or the exponents of the row, which we do not have, decide its result.
bool is_decided_by_format(const Row& row) {
  if (reading_of(row.at("expected")) == Outcome::refused || has_condition(row, "overflow")) {
    return true;
  }
  const bool is_shortened = is_inexact(row) && has_condition(row, "subnormal");
  return is_shortened && roundings.count(row.at("op")) == 0;
}

/// How the row is judged, or by which rule it is left out; the first that holds.
std::string group_of(const Row& row) {
  const std::string& operation = row.at("op");
  if (without_counterpart.count(operation) != 0) return "without_counterpart";
  const std::vector<std::string> operands = operands_of(row);
  if (is_encoding(row.at("expected")) ||
      std::any_of(operands.begin(), operands.end(), is_encoding)) {
    return "encoding";
  }
  if (has_condition(row, "conversion_syntax")) return "refused text";
  if (any(operands, Outcome::refused)) return "not_finite";
  if (any(operands, Outcome::beyond_limits)) return "beyond_limits";
  if (divides_by_zero(operation, operands)) return "zero divisor";
  if (is_decided_by_format(row)) return "format";
  if (reading_of(row.at("expected")) == Outcome::beyond_limits) return "beyond_limits";
  if (operation == "power" && !is_our_power(decimal(operands[1]).value())) return "power";
  if (is_inexact(row) && modes.count(row.at("rounding")) == 0) return "mode";
  if (roundings.count(operation) != 0) return "rounded to places";
  return is_inexact(row) ? "rounded to precision" : "exact";
}

/// The exact result; throws ZeroError where there is none.
Rational exact_result(const std::string& operation, const std::vector<std::string>& operands) {
  const Rational a = decimal(operands[0]).value();
  if (operation == "abs") return a.abs();
  if (operation == "minus") return -a;
  if (operands.size() == 1) return a;
  const Rational b = decimal(operands[1]).value();
  if (operation == "add") return a + b;
  if (operation == "subtract") return a - b;
  if (operation == "multiply") return a * b;
  if (operation == "compare") return (a > b ? 1 : 0) - (a < b ? 1 : 0);
  if (operation == "power") return a.pow(static_cast<int>(b.small()->numerator));
  if (operation == "divide") return a / b;
  const Rational quotient = round_to_integer(a / b, Rounding::down);
  return operation == "divideint" ? quotient : a - quotient * b;
}

/// Decimal places that leave so many digits of a value other than 0.
DecimalPlaces places_for(const Rational& value, int digits) {
  int places = digits - 1;
  for (Rational size = value.abs(); size >= 10; size /= 10) --places;
  for (Rational size = value.abs(); size < 1; size *= 10) ++places;
  return DecimalPlaces(places);
}

class GeneralDecimalArithmetic : public testing::Test {
 protected:
  void SetUp() override {
    const auto path = shared_file("conformance/decimal/gda_dectest.csv");
    if (!path) GTEST_SKIP() << shared_data_is_absent;
    for (Row& row : test::read_csv(*path)) rows_[group_of(row)].push_back(std::move(row));
  }

  std::map<std::string, std::vector<Row>> rows_;
};

TEST_F(GeneralDecimalArithmetic, HasNoRowThatIsLeftOutWithoutItsRule) {
  std::map<std::string, std::size_t> expected{{"exact", 4825},
                                              {"rounded to precision", 2798},
                                              {"rounded to places", 884},
                                              {"refused text", 99},
                                              {"zero divisor", 129}};
  const std::filesystem::path root(EDUSTAT_PROJECT_ROOT);
  for (const Row& row : test::read_csv(root / "tests/conformance/decimal_exceptions.csv")) {
    EXPECT_EQ(row.at("reason").empty(), false);
    expected[row.at("rule")] = std::stoul(row.at("rows"));
  }
  std::map<std::string, std::size_t> counts;
  std::size_t total = 0;
  for (const auto& [group, rows] : rows_) total += counts[group] = rows.size();
  EXPECT_EQ(counts, expected);
  EXPECT_EQ(total, 17549U);
}

TEST_F(GeneralDecimalArithmetic, ExactResultsAgree) {
  for (const Row& row : rows_["exact"]) {
    EXPECT_EQ(exact_result(row.at("op"), operands_of(row)), decimal(row.at("expected")).value())
        << row.at("id");
  }
}

TEST_F(GeneralDecimalArithmetic, ResultsInPrecisionAreTheExactOnesRoundedOnce) {
  for (const Row& row : rows_["rounded to precision"]) {
    const Rational exact = exact_result(row.at("op"), operands_of(row));
    const DecimalPlaces places = places_for(exact, std::stoi(row.at("precision")));
    EXPECT_EQ(round_to(exact, places, modes.at(row.at("rounding"))), decimal(row.at("expected")))
        << row.at("id");
  }
}

TEST_F(GeneralDecimalArithmetic, QuantizeIsRoundingToPlaces) {
  for (const Row& row : rows_["rounded to places"]) {
    const bool is_quantize = row.at("op") == "quantize";
    const DecimalPlaces places =
        is_quantize ? decimal(row.at("operand2")).places() : DecimalPlaces(0);
    const auto mode = modes.find(row.at("rounding"));  // 05up only where nothing is rounded
    const Decimal rounded = round_to(decimal(row.at("operand1")).value(), places,
                                     mode == modes.end() ? Rounding::down : mode->second);
    EXPECT_EQ(rounded.to_string(), decimal(row.at("expected")).to_string()) << row.at("id");
  }
}

TEST_F(GeneralDecimalArithmetic, TextThatIsNoNumberIsRefused) {
  for (const Row& row : rows_["refused text"]) {
    EXPECT_THROW((void)Decimal::parse(row.at("operand1")), Error) << row.at("id");
  }
}

TEST_F(GeneralDecimalArithmetic, ZeroDivisorsAreRefused) {
  for (const Row& row : rows_["zero divisor"]) {
    EXPECT_THROW((void)exact_result(row.at("op"), operands_of(row)), ZeroError) << row.at("id");
  }
}

}  // namespace
}  // namespace edustat
