// SPDX-License-Identifier: Apache-2.0
// Measures that the packages ineq (R) and inequality (Python) print.
#include "edustat/analysis/coefficient_of_variation.hpp"
#include "edustat/analysis/dispersion.hpp"

#include "tests/cpp/analysis/numbers.hpp"
#include "tests/cpp/support/csv.hpp"
#include "tests/cpp/support/shared.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

namespace edustat {
namespace {

using Json = nlohmann::json;

Json cases_of(const std::filesystem::path& folder) {
  std::ifstream stream(folder / "inequality_cases.json");
  return Json::parse(stream);
}

std::vector<Rational> set_of(const Json& cases, const std::filesystem::path& folder,
                             const std::string& name) {
  std::vector<Rational> values;
  if (cases["sets"][name].is_array()) {
    for (const Json& value : cases["sets"][name]) {
      values.push_back(value.is_string() ? Rational::parse(value.get<std::string>())
                                         : Rational(value.get<std::int64_t>()));
    }
    return values;
  }
  const std::string province = name == "ilocos_pangasinan" ? "Pangasinan"
                               : name == "ilocos_launion"  ? "La Union"
                                                           : "";
  for (const auto& row : test::read_csv(folder / "ilocos_income.csv")) {
    if (province.empty() || row.at("province") == province) {
      values.push_back(Rational::parse(row.at("income")));
    }
  }
  return values;
}

/// What the library gives, nothing for measures that it has not.
std::optional<double> measured(const std::string& measure, const Json& entry,
                               const Sample& sample) {
  const auto parameter = [&] { return entry["parameter"].get<double>(); };
  if (measure == "gini") return gini(sample);
  if (measure == "gini_corrected") {
    const Rational size = sample.size();
    return (exact_gini(sample) * size / (size - 1)).to_double();
  }
  if (measure == "cv_population") return CoefficientOfVariation(sample).value();
  if (measure == "cv_population_squared") {
    return CoefficientOfVariation(sample).squared().to_double();
  }
  if (measure == "theil_T") return theil_t(sample);
  if (measure == "theil_L") return theil_l(sample);
  if (measure == "atkinson") return atkinson(sample, parameter());
  if (measure == "generalised_entropy") return generalised_entropy(sample, parameter());
  if (measure == "equally_distributed_equivalent") {
    return sample.mean().to_double() * (1 - atkinson(sample, parameter()));
  }
  return std::nullopt;
}

/// Half a unit of the last printed digit, and what other programs lose in doubles.
double allowed(const Json& entry, const std::string& printed) {
  constexpr double lost_elsewhere = 1e-12;
  if (entry.contains("tolerance")) return entry["tolerance"].get<double>();
  const auto point = printed.find('.');
  const auto places = point == std::string::npos ? 0 : printed.size() - point - 1;
  return std::pow(10, -static_cast<double>(places)) / 2 + lost_elsewhere;
}

std::string printed_in(const Json& entry) {
  const auto text = entry["value"].get<std::string>();
  return text.substr(text.find_first_not_of(' '));
}

class Inequality : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = shared_file("conformance/inequality");
    if (!folder_) GTEST_SKIP() << shared_data_is_absent;
    cases_ = cases_of(*folder_);
  }
  /// True where the library has the measure; then it has to agree.
  bool agrees(const std::string& set, const Json& entry) const {
    const std::vector<Rational> values = set_of(cases_, *folder_, set);
    const auto measure = entry["measure"].get<std::string>();
    const auto result = measured(measure, entry, Sample::of(test::numbers(values)));
    if (!result) return false;
    const std::string printed = printed_in(entry);
    EXPECT_NEAR(*result, std::stod(printed), allowed(entry, printed)) << set << " " << measure;
    return true;
  }
  std::optional<std::filesystem::path> folder_;
  Json cases_;
};

TEST_F(Inequality, PublishedValuesAgree) {
  int judged = 0;
  int others = 0;
  for (const Json& entry : cases_["published"]) {
    if (!entry.contains("set") || entry.contains("groups")) continue;
    ++(agrees(entry["set"], entry) ? judged : others);
  }
  EXPECT_EQ(judged, 14);
  EXPECT_EQ(others, 4);  // two of Lorenz asymmetry, Herfindahl, Rosenbluth
}

TEST_F(Inequality, ComputedValuesAgree) {
  int judged = 0;
  int others = 0;
  for (const auto& [set, entries] : cases_["computed_by_cran_ineq"].items()) {
    for (const Json& entry : entries) {
      // ineq drops zeros before it takes the mean: 0 where 0 ln 0 = 0 gives ln 2.
      if (set == "theil_pysal" && entry["measure"] == "theil_T") continue;
      ++(agrees(set, entry) ? judged : others);
    }
  }
  EXPECT_EQ(judged, 108);
  EXPECT_EQ(others, 9);  // Ricci and Schutz, one in each set
}

TEST_F(Inequality, PublishedDecompositionAndLorenzCurveAgree) {
  int judged = 0;
  for (const Json& entry : cases_["published"]) {
    if (entry.contains("groups")) {
      const std::vector<Rational> values = set_of(cases_, *folder_, entry["set"]);
      const auto groups = entry["groups"].get<std::vector<std::size_t>>();
      const TheilDecomposition result =
          theil_decomposition(Sample::of(test::numbers(values)), groups);
      const bool is_between = entry["measure"] == "theil_T_between";
      EXPECT_NEAR(is_between ? result.between : result.within, std::stod(printed_in(entry)), 1e-15);
      ++judged;
    } else if (entry["measure"] == "lorenz_cumulative_share") {
      const auto values = entry["input"].get<std::vector<std::int64_t>>();
      const LorenzCurve curve = lorenz(Sample::of(test::numbers(values)));
      ASSERT_EQ(curve.amounts.size(), entry["value"].size());
      for (std::size_t i = 0; i < curve.amounts.size(); ++i) {
        EXPECT_NEAR(curve.amounts[i], std::stod(entry["value"][i].get<std::string>()), 5e-9);
      }
      ++judged;
    }
  }
  EXPECT_EQ(judged, 3);
}

}  // namespace
}  // namespace edustat
