// SPDX-License-Identifier: Apache-2.0
// A program of someone who has the archive and the headers, and nothing else: it reaches every
// library that the archive was built from, and sees none of their headers.

#include <edustat/audit/check.hpp>
#include <edustat/catalogue/catalogue.hpp>
#include <edustat/error/error.hpp>
#include <edustat/number/rational.hpp>
#include <edustat/number/rounding.hpp>
#include <iostream>
#include <string>

namespace {

int failures = 0;

void expect(bool holds, const char* fact) {
  std::cout << (holds ? "  holds: " : "  FAILS: ") << fact << '\n';
  if (!holds) ++failures;
}

void rounds_exactly() {
  const auto rate = edustat::Rational(112) / edustat::Rational::parse("176.4") * 100;
  const auto printed = edustat::round_to(rate, edustat::DecimalPlaces{2});
  expect(printed.to_string() == "63.49", "112 / 176.4 is 63.49%");
  expect(edustat::Rational(10).pow(40).to_string() == "1" + std::string(40, '0'),
         "10 to the 40 has 40 zeros");
}

void throws_and_catches() {
  try {
    (void)edustat::Rational::parse("12..3");
    expect(false, "12..3 is refused");
  } catch (const edustat::ParseError& error) {
    expect(error.place().column == 4, "12..3 is refused at column 4");
  }
}

void judges_a_print() {
  const auto finding = edustat::check(
      "rate == started / planned",
      {{"rate", "63.82%"}, {"started", "112万平方米"}, {"planned", "176.4万平方米"}});
  expect(finding.verdict() == edustat::Verdict::impossible, "63.82% cannot be 112 of 176.4");
}

void reads_catalogues() {
  expect(!edustat::Catalogue::builtin_ids().empty(), "catalogues are compiled in");
  (void)edustat::Catalogue::builtin("education");
  expect(true, "the catalogue of all programmes is well formed");
}

}  // namespace

int main() {
  rounds_exactly();
  throws_and_catches();
  judges_a_print();
  reads_catalogues();
  return failures == 0 ? 0 : 1;
}
