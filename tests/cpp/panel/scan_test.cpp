// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/roll_up.hpp"

#include "panel/code_table.hpp"
#include "panel/scan_kernel.hpp"
#include "tests/cpp/panel/columns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <set>

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

/// A block of which the values under empty rows must not count.
struct GapBlock {
  std::vector<std::int64_t> values;
  std::vector<std::uint8_t> validity;
  std::size_t first_bit;
  std::vector<std::uint64_t> indices;
  std::vector<std::uint32_t> starts{};
  std::vector<std::uint64_t> cells{};

  [[nodiscard]] bool is_known(std::size_t row) const {
    const std::size_t bit = first_bit + row;
    return validity.empty() || (validity[bit / 8] >> (bit % 8) & 1) != 0;
  }
  [[nodiscard]] detail::ValueBlock block() const {
    return {values.data(), validity.empty() ? nullptr : validity.data(), first_bit};
  }
};

constexpr std::size_t cells_of_block = 16;

/// The memory ends with the last value and the last bit, so that a sanitizer sees what is read
/// beyond. `gaps`: of 64 rows; none for a column without gaps.
GapBlock random_block(std::mt19937_64& random, std::size_t rows, std::size_t longest,
                      std::optional<unsigned> gaps) {
  GapBlock one{
      std::vector<std::int64_t>(rows), {}, random() % 20, std::vector<std::uint64_t>(rows)};
  for (auto& value : one.values) value = static_cast<std::int64_t>(random());
  if (gaps) one.validity.assign((one.first_bit + rows + 7) / 8, 0);
  for (std::size_t row = 0; gaps && row < rows; ++row) {
    const std::size_t bit = one.first_bit + row;
    const bool is_known = random() % 64 >= *gaps;
    one.validity[bit / 8] |= static_cast<std::uint8_t>((is_known ? 1 : 0) << (bit % 8));
  }
  for (std::size_t row = 0; row < rows;) {
    const std::size_t end = std::min(rows, row + 1 + random() % longest);
    one.starts.push_back(static_cast<std::uint32_t>(row));
    one.cells.push_back(random() % cells_of_block);
    for (; row < end; ++row) one.indices[row] = one.cells.back();
  }
  one.starts.push_back(static_cast<std::uint32_t>(rows));
  return one;
}

TEST(ScanKernel, EveryInstructionSetAddsWhatIsKnownAndCountsTheRest) {
  using Numbers = std::vector<std::int64_t>;
  using Counts = std::vector<std::uint32_t>;
  std::mt19937_64 random(20161130);
  const std::optional<unsigned> shares[] = {{}, 0U, 1U, 30U, 64U};
  for (unsigned round = 0; round < 400; ++round) {
    const std::size_t rows = 1 + random() % (round % 2 == 0 ? 90 : 1500);
    const std::size_t longest = round % 4 < 2 ? 9 : 400;
    const GapBlock one = random_block(random, rows, longest, shares[round % 5]);
    Numbers sums(cells_of_block, 0);
    Counts unknown(cells_of_block, 0);
    Counts counts(cells_of_block, 0);
    for (std::size_t row = 0; row < rows; ++row) {
      std::int64_t& sum = sums[one.indices[row]];
      const std::uint64_t known =
          one.is_known(row) ? static_cast<std::uint64_t>(one.values[row]) : 0;
      sum = static_cast<std::int64_t>(static_cast<std::uint64_t>(sum) + known);
      unknown[one.indices[row]] += one.is_known(row) ? 0U : 1U;
      ++counts[one.indices[row]];
    }
    for (const detail::ScanKernel* kernel : detail::scan_kernels()) {
      Numbers by_run(cells_of_block, 0);
      Counts unknown_by_run(cells_of_block, 0);
      kernel->add_runs(one.block(), one.starts.data(), one.cells.data(), one.cells.size(),
                       by_run.data(), unknown_by_run.data());
      EXPECT_EQ(by_run, sums);
      EXPECT_EQ(unknown_by_run, unknown);
      Numbers by_row(cells_of_block, 0);
      Counts unknown_by_row(cells_of_block, 0);
      kernel->add_rows(one.block(), one.indices.data(), rows, by_row.data(), unknown_by_row.data());
      EXPECT_EQ(by_row, sums);
      EXPECT_EQ(unknown_by_row, unknown);
      Numbers lines(cells_of_block * detail::line_width, 0);
      Counts unknown_on_lines(lines.size(), 0);
      const detail::ValueBlock columns[] = {one.block(), one.block(), one.block()};
      kernel->add_lines[3](columns, one.indices.data(), rows, lines.data(),
                           unknown_on_lines.data());
      for (std::size_t cell = 0; cell < cells_of_block; ++cell) {
        const std::size_t line = cell * detail::line_width;
        EXPECT_EQ(lines[line + 2], sums[cell]);
        EXPECT_EQ(unknown_on_lines[line + 1], unknown[cell]);
        EXPECT_EQ(lines[line + detail::line_series], counts[cell]);
      }
      EXPECT_EQ(kernel->magnitudes(one.values.data(), rows),
                detail::scan_kernels().back()->magnitudes(one.values.data(), rows));
    }
  }
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
  const detail::CodeTable codes[] = {detail::CodeTable(cells[0]), detail::CodeTable(cells[1])};
  const detail::CodeCells tables[] = {codes[0].view(), codes[1].view()};
  for (const unsigned jump : {2U, 30U, 150U, 5000U}) {
    for (const std::size_t rows :
         {std::size_t{1}, std::size_t{64}, std::size_t{65}, std::size_t{3000}}) {
      const Keys one = random_keys(random, rows, jump);
      for (const bool has_editions : {false, true}) {
        std::vector<std::uint64_t> expected;
        std::vector<std::uint32_t> begins;
        std::vector<std::uint64_t> run_cells;
        for (std::size_t row = 0; row < rows; ++row) {
          const auto period = static_cast<std::size_t>(one.periods[row]);
          const auto place = static_cast<std::size_t>(one.regions[row] - 5);
          expected.push_back(plane_of[period] +
                             cells[has_editions ? edition_of[period] : 0][place]);
          if (row == 0 || expected[row] != expected[row - 1]) {
            begins.push_back(static_cast<std::uint32_t>(row));
            run_cells.push_back(expected[row]);
          }
        }
        begins.push_back(static_cast<std::uint32_t>(rows));
        const std::vector<std::int32_t> wide(one.periods.begin(), one.periods.end());
        detail::KeyBlock keys{
            one.periods.data(),
            one.regions.data(),
            0,
            5,
            plane_of.data(),
            has_editions ? edition_of.data() : nullptr,
            tables,
            std::set<std::int16_t>(one.periods.begin(), one.periods.end()).size() == 1};
        for (const detail::ScanKernel* kernel : detail::scan_kernels()) {
          for (const bool is_wide : {false, true}) {
            keys.periods = is_wide ? static_cast<const void*>(wide.data()) : one.periods.data();
            std::vector<std::uint64_t> found(rows);
            (is_wide ? kernel->indices32 : kernel->indices16)(keys, rows, found.data());
            EXPECT_EQ(found, expected);
            std::vector<std::uint32_t> starts(rows + 1);
            std::vector<std::uint64_t> cells_of_runs(rows + 1);
            const std::size_t runs = (is_wide ? kernel->runs32 : kernel->runs16)(
                keys, rows, starts.data(), cells_of_runs.data());
            starts.resize(runs + 1);
            cells_of_runs.resize(runs);
            EXPECT_EQ(starts, begins);
            EXPECT_EQ(cells_of_runs, run_cells);
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace edustat
