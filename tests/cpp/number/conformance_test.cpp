// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/number/rounding.hpp"

#include "tests/cpp/support/csv.hpp"
#include "tests/cpp/support/shared.hpp"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Cases that others wrote; the numbers of cases are stated so that none is left out silently. Of
// General Decimal Arithmetic these have no counterpart here: NaN and infinity, exponents beyond
// 4096, the mode 05up, results that the exponent range of the row cuts, square roots, inexact
// powers, and the total order that tells 1.0 from 1.
namespace edustat {
namespace {

using Row = test::CsvRow;

/// The rows of a shared file, none where it is absent.
std::vector<Row> shared_rows(std::string_view name) {
  const auto path = shared_file(name);
  return path ? test::read_csv(*path) : std::vector<Row>{};
}

const std::map<std::string, Rounding> modes{
    {"half_up", Rounding::half_up},     {"half_even", Rounding::half_even},
    {"half_down", Rounding::half_down}, {"up", Rounding::up},
    {"down", Rounding::down},           {"ceiling", Rounding::ceiling},
    {"floor", Rounding::floor}};

/// General Decimal Arithmetic also writes `.5` and `5.`, which our grammar refuses.
std::string in_our_grammar(std::string text) {
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text;
  const auto is_digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  if (!is_digit(point + 1)) return text.erase(point, 1);
  if (point == 0 || !is_digit(point - 1)) text.insert(point, 1, '0');
  return text;
}

/// Nothing for NaN, infinity, encodings, and numbers beyond the limits.
std::optional<Decimal> decimal(const std::string& text) {
  try {
    return Decimal::parse(in_our_grammar(text));
  } catch (const Error&) {
    return std::nullopt;
  }
}

bool has_any(const std::string& conditions, const std::set<std::string>& words) {
  for (const std::string& word : words) {
    if (conditions.find(word) != std::string::npos) return true;
  }
  return false;
}

/// The exact result of an operation that has one.
std::optional<Rational> exact_result(const Row& row) {
  static const std::set<std::string> identities{"plus", "reduce", "apply", "tosci", "toeng"};
  const auto left = decimal(row.at("operand1"));
  const auto right = decimal(row.at("operand2"));
  const std::string& operation = row.at("op");
  if (!left) return std::nullopt;
  const Rational& a = left->value();
  if (operation == "abs") return a.abs();
  if (operation == "minus") return -a;
  if (identities.count(operation) != 0) return a;
  if (!right) return std::nullopt;
  const Rational& b = right->value();
  if (operation == "add") return a + b;
  if (operation == "subtract") return a - b;
  if (operation == "multiply") return a * b;
  if (operation == "compare") return (a > b ? 1 : 0) - (a < b ? 1 : 0);
  if (operation == "power" && b.is_integer() && b.abs() <= 64 &&
      !has_any(row.at("conditions"), {"nexact"})) {
    return a.is_zero() && b.sign() < 0
               ? std::nullopt
               : std::optional(a.pow(static_cast<int>(b.small()->numerator)));
  }
  if (b.is_zero()) return std::nullopt;
  if (operation == "divide") return a / b;
  const Rational quotient = round_to_integer(a / b, Rounding::down);
  if (operation == "divideint") return quotient;
  if (operation == "remainder") return a - quotient * b;
  return std::nullopt;
}

/// True where the limits of the row's format, which we do not have, decide the result.
bool is_outside(const std::string& conditions) {
  if (has_any(conditions, {"Invalid", "Division", "syntax", "verflow"})) return true;
  return has_any(conditions, {"nexact"}) && has_any(conditions, {"ubnormal", "lamped"});
}

/// Decimal places that leave so many digits of a value other than 0.
int places_for(const Rational& value, int digits) {
  int places = digits - 1;
  for (Rational size = value.abs(); size >= 10; size /= 10) --places;
  for (Rational size = value.abs(); size < 1; size *= 10) ++places;
  return places;
}

/// The result in the precision of the row, which a library with exact numbers reaches by rounding
/// the exact result once.
Rational in_precision(const Rational& value, const Row& row) {
  if (value.is_zero() || !has_any(row.at("conditions"), {"nexact"})) return value;
  const DecimalPlaces places(places_for(value, std::stoi(row.at("precision"))));
  return round_to(value, places, modes.at(row.at("rounding"))).value();
}

TEST(GeneralDecimalArithmetic, ResultsAgreeExactlyOrAfterOneRounding) {
  const auto rows = shared_rows("conformance/decimal/gda_dectest.csv");
  if (rows.empty()) GTEST_SKIP() << shared_data_is_absent;
  int compared = 0;
  for (const Row& row : rows) {
    const auto expected = decimal(row.at("expected"));
    const auto exact = exact_result(row);
    if (is_outside(row.at("conditions")) || !expected || !exact ||
        modes.count(row.at("rounding")) == 0)
      continue;
    ++compared;
    EXPECT_EQ(in_precision(*exact, row), expected->value()) << row.at("id");
  }
  EXPECT_EQ(compared, 7378);
}

TEST(GeneralDecimalArithmetic, QuantizeIsRoundingToPlaces) {
  const auto rows = shared_rows("conformance/decimal/gda_dectest.csv");
  if (rows.empty()) GTEST_SKIP() << shared_data_is_absent;
  int compared = 0;
  for (const Row& row : rows) {
    const bool is_quantize = row.at("op") == "quantize";
    const bool is_whole = row.at("op") == "tointegral" || row.at("op") == "tointegralx";
    const auto value = decimal(row.at("operand1"));
    const auto pattern = decimal(is_quantize ? row.at("operand2") : "1");
    const auto expected = decimal(row.at("expected"));
    if (!(is_quantize || is_whole) || !value || !pattern || !expected) continue;
    if (modes.count(row.at("rounding")) == 0) continue;
    ++compared;
    const Decimal rounded =
        round_to(value->value(), pattern->places(), modes.at(row.at("rounding")));
    EXPECT_EQ(rounded.to_string(), expected->to_string()) << row.at("id");
  }
  EXPECT_EQ(compared, 884);
}

TEST(NationalStandard, PrintedExamplesAgree) {
  const auto rows = shared_rows("conformance/rounding/gbt8170_cases.csv");
  if (rows.empty()) GTEST_SKIP() << shared_data_is_absent;
  for (const Row& row : rows) {
    const Decimal step = Decimal::parse(row.at("interval"));
    EXPECT_EQ(
        round_to_step(Rational::parse(row.at("value")), step, Rounding::half_even).to_string(),
        row.at("expected"));
  }
  EXPECT_EQ(rows.size(), 50U);
}

TEST(NationalStandard, RememberedExamplesAgree) {
  const auto rows = shared_rows("conformance/rounding/gbt8170_cases_unconfirmed.csv");
  if (rows.empty()) GTEST_SKIP() << shared_data_is_absent;
  for (const Row& row : rows) {
    const Decimal step = Decimal::parse(row.at("interval"));
    EXPECT_EQ(round_to_step(Rational::parse(row.at("value")), step, Rounding::half_even),
              Decimal::parse(row.at("expected")));
  }
  EXPECT_EQ(rows.size(), 15U);
}

TEST(QuantLib, RoundingAgrees) {
  const auto rows = shared_rows("conformance/rounding/quantlib_rounding.csv");
  if (rows.empty()) GTEST_SKIP() << shared_data_is_absent;
  for (const Row& row : rows) {
    const Rational value = Rational::parse(row.at("value"));
    const DecimalPlaces places(std::stoi(row.at("decimals")));
    const auto expected = [&](const char* column) { return Decimal::parse(row.at(column)); };
    EXPECT_EQ(round_to(value, places, Rounding::half_up), expected("half_up"));
    EXPECT_EQ(round_to(value, places, Rounding::up), expected("away_from_zero"));
    EXPECT_EQ(round_to(value, places, Rounding::down), expected("toward_zero"));
  }
  EXPECT_EQ(rows.size(), 21U);
}

}  // namespace
}  // namespace edustat
