// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/figure.hpp"

#include "tests/cpp/support/csv.hpp"
#include "tests/cpp/support/shared.hpp"

#include <gtest/gtest.h>

#include <string>

namespace edustat {
namespace {

TEST(FigureStrings, AreReadAsListed) {
  const auto path = shared_file("bulletins/figure_strings.csv");
  if (!path) GTEST_SKIP() << shared_data_is_absent;
  const auto rows = test::read_csv(*path);
  EXPECT_EQ(rows.size(), 364U);
  for (const test::CsvRow& row : rows) {
    const std::string& text = row.at("printed");
    const Figure figure(text);
    EXPECT_EQ(figure.text(), text);
    EXPECT_EQ(figure.value(), Rational::parse(row.at("value"))) << text;
    EXPECT_EQ(figure.last_place(), Rational::parse(row.at("last_digit_unit"))) << text;
    EXPECT_EQ(figure.unit().symbol(), row.at("unit")) << text;
    EXPECT_EQ(std::to_string(figure.places()), row.at("decimals")) << text;
    EXPECT_EQ(figure.scale_word(), row.at("scale_word")) << text;
    EXPECT_EQ(figure.qualifier_word(), row.at("qualifier")) << text;
    EXPECT_EQ(figure.is_exact_count(), row.at("natural_count") == "True") << text;
  }
}

}  // namespace
}  // namespace edustat
