// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/roll_up.hpp"

#include "panel/scan_kernel.hpp"
#include "tests/cpp/panel/columns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

namespace edustat {
namespace {

using test::Columns;
using test::region;

struct Fact {
  std::int32_t school;
  std::int32_t month;
  std::vector<std::optional<std::int64_t>> values;
};

struct Case {
  RegionTree tree;
  std::vector<std::int32_t> county_of;
  std::vector<Fact> facts;
};

constexpr std::size_t measures = 9;

/// Schools in uneven counties, each with a fact for most months.
Case random_case(unsigned seed, std::int32_t schools, std::int32_t counties, std::int32_t months) {
  std::mt19937_64 random(seed);
  std::vector<RegionRow> rows{region("N", "nation", "")};
  for (std::int32_t i = 0; i < counties; ++i) {
    rows.push_back(region("c" + std::to_string(i), "county", "N"));
  }
  std::vector<std::int32_t> county_of;
  for (std::int32_t i = 0; i < schools; ++i) {
    county_of.push_back(
        i < counties ? i : static_cast<std::int32_t>(random() % std::uint64_t(counties)));
  }
  std::sort(county_of.begin(), county_of.end());
  for (std::int32_t i = 0; i < schools; ++i) {
    rows.push_back(region(std::to_string(i), "school",
                          "c" + std::to_string(county_of[static_cast<std::size_t>(i)])));
  }
  std::vector<Fact> facts;
  for (std::int32_t month = 0; month < months; ++month) {
    for (std::int32_t school = 0; school < schools; ++school) {
      if (random() % 20 == 0) continue;
      Fact& fact = facts.emplace_back();
      fact.school = school;
      fact.month = month;
      for (std::size_t k = 0; k < measures; ++k) {
        const auto value = static_cast<std::int64_t>(random() % 2'000'000) - 1'000'000;
        fact.values.push_back(random() % 10 == 0 ? std::nullopt : std::optional(value));
      }
    }
  }
  return {RegionTree(std::move(rows)), std::move(county_of), std::move(facts)};
}

Table table_of(const std::vector<Fact>& facts, std::size_t batch) {
  std::vector<std::int32_t> schools;
  std::vector<std::int32_t> months;
  for (const Fact& fact : facts) schools.push_back(fact.school);
  for (const Fact& fact : facts) months.push_back(fact.month);
  Columns columns;
  columns.codes("school", schools).codes("month", months);
  for (std::size_t k = 0; k < measures; ++k) {
    Columns::Numbers values;
    for (const Fact& fact : facts) values.push_back(fact.values[k]);
    columns.numbers("m" + std::to_string(k), values);
  }
  return columns.table(batch);
}

/// Sums by hand: by row code, month and measure.
using Sums = std::map<std::tuple<std::string, std::int32_t, std::size_t>, std::pair<Rational, int>>;

Sums sums_of(const Case& one) {
  Sums sums;
  for (const Fact& fact : one.facts) {
    for (std::size_t k = 0; k < measures; ++k) {
      if (!fact.values[k]) continue;
      const auto county = one.county_of[static_cast<std::size_t>(fact.school)];
      for (const std::string& code : {std::string("N"), "c" + std::to_string(county)}) {
        auto& [sum, known] = sums[{code, fact.month, k}];
        sum += Rational(*fact.values[k]);
        ++known;
      }
    }
  }
  return sums;
}

void expect_equal(const Case& one, const Sums& sums, std::size_t batch, unsigned threads) {
  PanelOptions options;
  options.region = "school";
  options.period = "month";
  options.first_period = Period::parse("2016-01");
  options.work.threads = threads;
  RollUpOptions wanted;
  wanted.levels = {"nation", "county"};
  wanted.work.threads = threads;
  const Panel panel = Panel::from_table(table_of(one.facts, batch), one.tree, options);
  const Totals totals = roll_up(panel, wanted);
  std::size_t mismatches = 0;
  for (std::size_t period = 0; period < totals.periods().size(); ++period) {
    for (std::size_t k = 0; k < measures; ++k) {
      for (std::size_t row = 0; row < totals.rows().size(); ++row) {
        const auto found =
            sums.find({totals.rows()[row].code, static_cast<std::int32_t>(period), k});
        const int known = found == sums.end() ? 0 : found->second.second;
        const Rational sum = found == sums.end() ? Rational() : found->second.first;
        const bool is_same = totals.sum(period, k, row) == sum &&
                             totals.coverage(period, k, row).known == std::uint32_t(known);
        mismatches += is_same ? 0 : 1;
      }
    }
  }
  EXPECT_EQ(mismatches, 0U) << "batch " << batch << ", threads " << threads;
}

class Scan : public ::testing::TestWithParam<unsigned> {};

TEST_P(Scan, LongRunsGiveTheSumsOfAnyOrder) {
  const Case one = random_case(GetParam(), 6000, 40, 6);
  const Sums sums = sums_of(one);
  for (const std::size_t batch : {std::size_t{0}, std::size_t{7777}}) {
    for (const unsigned threads : {1U, 2U, 3U}) expect_equal(one, sums, batch, threads);
  }
}

TEST_P(Scan, ScatteredRowsGiveTheSame) {
  Case one = random_case(GetParam(), 6000, 40, 6);
  const Sums sums = sums_of(one);
  std::shuffle(one.facts.begin(), one.facts.end(), std::mt19937_64(GetParam()));
  for (const unsigned threads : {1U, 2U, 3U}) expect_equal(one, sums, 9001, threads);
}

TEST_P(Scan, AFactForEachCellGivesTheSame) {
  Case one = random_case(GetParam(), 300, 300, 12);
  const Sums sums = sums_of(one);
  for (const unsigned threads : {1U, 2U}) expect_equal(one, sums, 0, threads);
  std::shuffle(one.facts.begin(), one.facts.end(), std::mt19937_64(GetParam()));
  for (const unsigned threads : {1U, 2U}) expect_equal(one, sums, 100, threads);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Scan, ::testing::Values(1U, 2U));

TEST(ScanKernel, EveryInstructionSetGivesTheSameBytes) {
  std::mt19937_64 random(20161130);
  constexpr std::size_t rows = 1000;
  std::vector<std::int64_t> values(rows);
  std::vector<std::uint64_t> indices(rows);
  for (auto& value : values) value = static_cast<std::int64_t>(random());
  for (auto& index : indices) index = random() % 16;
  std::sort(indices.begin(), indices.begin() + 500);
  std::vector<std::vector<std::int64_t>> results;
  for (const detail::ScanKernel* kernel : detail::scan_kernels()) {
    std::vector<std::int64_t> sums(16 * detail::line_width, 0);
    std::vector<std::uint32_t> starts(rows + 1);
    const std::size_t runs = kernel->runs(indices.data(), rows, starts.data());
    kernel->add_runs(values.data(), indices.data(), starts.data(), runs, sums.data());
    kernel->add_rows(values.data(), indices.data(), rows, sums.data() + 16);
    const std::int64_t* columns[] = {values.data(), values.data(), values.data()};
    kernel->add_lines[3](columns, indices.data(), rows, sums.data());
    sums.push_back(static_cast<std::int64_t>(kernel->magnitudes(values.data(), rows)));
    results.push_back(sums);
  }
  for (const auto& result : results) EXPECT_EQ(result, results.front());
}

/// Keys of rows: regions mostly one after the other, and now and then a jump or another period.
struct Keys {
  std::vector<std::int16_t> periods;
  std::vector<std::int32_t> regions;
};

Keys random_keys(std::mt19937_64& random, std::size_t rows, unsigned jump) {
  Keys keys;
  std::int16_t period = 0;
  std::int32_t region_code = 5;
  for (std::size_t row = 0; row < rows; ++row) {
    if (random() % jump == 0) period = static_cast<std::int16_t>(random() % 3);
    const bool is_jump = random() % jump == 0 || region_code == 404;
    region_code = is_jump ? static_cast<std::int32_t>(5 + random() % 400) : region_code + 1;
    keys.periods.push_back(period);
    keys.regions.push_back(region_code);
  }
  return keys;
}

TEST(ScanKernel, RowsInOrderAndOthersGetTheCellOfTheirKeys) {
  std::mt19937_64 random(20240607);
  const std::vector<std::uint64_t> plane_of{1000, 5000, 9000};
  const std::vector<std::uint16_t> edition_of{0, 1, 0};
  std::vector<std::uint32_t> cells[2] = {std::vector<std::uint32_t>(401),
                                         std::vector<std::uint32_t>(401)};
  for (auto& table : cells) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      table[i] = static_cast<std::uint32_t>(i / 90 + random() % 200 / 199);
    }
  }
  const std::uint32_t* tables[] = {cells[0].data(), cells[1].data()};
  for (const unsigned jump : {2U, 30U, 150U, 5000U}) {
    for (const std::size_t rows :
         {std::size_t{1}, std::size_t{64}, std::size_t{65}, std::size_t{3000}}) {
      const Keys one = random_keys(random, rows, jump);
      for (const bool has_editions : {false, true}) {
        std::vector<std::uint64_t> expected;
        std::vector<std::uint32_t> begins;
        for (std::size_t row = 0; row < rows; ++row) {
          const auto period = static_cast<std::size_t>(one.periods[row]);
          const auto place = static_cast<std::size_t>(one.regions[row] - 5);
          expected.push_back(plane_of[period] +
                             cells[has_editions ? edition_of[period] : 0][place]);
          if (row == 0 || expected[row] != expected[row - 1]) {
            begins.push_back(static_cast<std::uint32_t>(row));
          }
        }
        begins.push_back(static_cast<std::uint32_t>(rows));
        const std::vector<std::int32_t> wide(one.periods.begin(), one.periods.end());
        detail::KeyBlock keys{one.periods.data(),
                              one.regions.data(),
                              0,
                              5,
                              plane_of.data(),
                              has_editions ? edition_of.data() : nullptr,
                              tables};
        for (const detail::ScanKernel* kernel : detail::scan_kernels()) {
          std::vector<std::uint64_t> found(rows);
          keys.periods = one.periods.data();
          kernel->indices16(keys, rows, found.data());
          EXPECT_EQ(found, expected);
          keys.periods = wide.data();
          kernel->indices32(keys, rows, found.data());
          EXPECT_EQ(found, expected);
          std::vector<std::uint32_t> starts(rows + 1);
          starts.resize(kernel->runs(expected.data(), rows, starts.data()) + 1);
          EXPECT_EQ(starts, begins);
        }
      }
    }
  }
}

}  // namespace
}  // namespace edustat
