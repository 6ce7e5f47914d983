// SPDX-License-Identifier: Apache-2.0
// What exact ratios cost: one rounding alone, and 19 indicators of a country by month with a rank.
#include "edustat/panel/indicators.hpp"
#include "edustat/panel/rank.hpp"

#include "panel/layout.hpp"
#include "panel/ratio_kernel.hpp"
#include "panel/totals_builder.hpp"
#include "panel/totals_data.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace edustat {
namespace {

void round_ratios(benchmark::State& state) {
  constexpr std::size_t size = 1024;
  const auto kernels = detail::ratio_kernels();
  const auto number = static_cast<std::size_t>(state.range(0));
  if (number >= kernels.size()) return state.SkipWithError("not on this machine");
  const detail::RatioKernel& kernel = kernels[number];
  std::mt19937_64 random(20240607);
  std::vector<std::int64_t> top(size);
  std::vector<std::int64_t> bottom(size);
  std::vector<std::int64_t> rounded(size);
  for (std::size_t i = 0; i < size; ++i) {
    top[i] = static_cast<std::int64_t>(random() % 100'000'000'000);
    bottom[i] = static_cast<std::int64_t>(random() % 1'000'000'000) + 1;
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        kernel.round({top.data(), 10'000, bottom.data(), rounded.data(), size}, Rounding::half_up));
    benchmark::ClobberMemory();
  }
  state.SetLabel(std::string(kernel.name));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(size));
}
BENCHMARK(round_ratios)->DenseRange(0, 2);

/// A nation, 31 provinces, 340 cities and 3000 counties.
RegionTree country() {
  std::vector<RegionRow> rows{{"0", "nation", "nation", ""}};
  const auto add = [&](char letter, int count, const std::string& level, char above, int parents) {
    for (int i = 0; i < count; ++i) {
      const int parent = i * parents / count;
      const std::string code = above == '0' ? "0" : above + std::to_string(parent);
      rows.push_back({letter + std::to_string(i), level, level, code});
    }
  };
  add('p', 31, "province", '0', 1);
  add('c', 340, "city", 'p', 31);
  add('x', 3000, "county", 'c', 340);
  return RegionTree(std::move(rows));
}

/// Ten measures over 60 months.
Totals country_totals() {
  const RegionTree tree = country();
  std::vector<Period> periods;
  for (int month = 0; month < 60; ++month) {
    periods.push_back(Period::parse("2019-01").shifted_by_months(month));
  }
  std::vector<Series> series(10);
  for (std::size_t i = 0; i < series.size(); ++i) series[i].measure = "m" + std::to_string(i);
  const auto layout = std::make_shared<detail::Layout>(tree, std::vector<std::string>{},
                                                       std::vector<std::string>{}, "");
  const std::size_t rows = layout->rows().size();
  const Totals::Data base(tree, layout);
  detail::TotalsBuilder builder(base, periods, series);
  std::mt19937_64 random(20240607);
  for (std::size_t period = 0; period < periods.size(); ++period) {
    for (std::size_t number = 0; number < series.size(); ++number) {
      for (std::size_t row = 0; row < rows; ++row) {
        const auto value = static_cast<std::int64_t>(random() % 10'000'000'000);
        const bool is_partial = random() % 100 != 0;
        builder.put(period, number, row,
                    {value, {}, is_partial ? CellStatus::partial : CellStatus::complete});
      }
    }
  }
  return Totals(std::move(builder).build());
}

/// 9 ratios, 4 shares of what is above, 4 growths over a year, 2 over a month.
Catalogue ratios() {
  std::string text =
      "format = 1\nid = \"t\"\nedition = \"1\"\nlabel = { zh = \"试\", en = \"test\" }\n"
      "source = \"test\"\n";
  const auto label = [](const std::string& id) {
    return "label = { zh = \"" + id + "数\", en = \"" + id + " n\" }\nsource = \"test\"\n";
  };
  for (int i = 0; i < 10; ++i) {
    const std::string id = "m" + std::to_string(i);
    text += "[measure." + id + "]\n" + label(id) +
            "unit = \"人\"\nregions = \"sum\"\ntime = \"flow\"\n";
  }
  int count = 0;
  const auto add = [&](const std::string& unit, const std::string& formula) {
    const std::string id = "r" + std::to_string(count++);
    text += "[indicator." + id + "]\n" + label(id) + "unit = \"" + unit + "\"\nformula = \"" +
            formula + "\"\nplaces = 2\n";
  };
  const auto measure = [](int i) { return "m" + std::to_string(i); };
  for (int i = 0; i < 9; ++i) add("", measure(i) + " / " + measure(i + 1));
  for (int i = 0; i < 4; ++i) add("%", measure(i) + " / parent(" + measure(i) + ")");
  for (int i = 0; i < 4; ++i) add("%", measure(i) + " / " + measure(i) + "@-1y - 1");
  for (int i = 0; i < 2; ++i) add("%", measure(i) + " / prev(" + measure(i) + ") - 1");
  return Catalogue::parse(text, "t.toml");
}

void evaluate_country(benchmark::State& state) {
  const Totals totals = country_totals();
  const Catalogue catalogue = ratios();
  const EvaluateOptions options{.partial = Partial::known_part,
                                .work = {.threads = static_cast<unsigned>(state.range(0))}};
  std::size_t cells = 0;
  for (auto _ : state) {
    const Indicators indicators = evaluate(totals, catalogue, options);
    cells = indicators.columns().size() * totals.rows().size() * totals.periods().size();
    benchmark::DoNotOptimize(indicators);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(cells));
}
BENCHMARK(evaluate_country)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

void rank_country(benchmark::State& state) {
  const Indicators indicators =
      evaluate(country_totals(), ratios(), {.partial = Partial::known_part});
  const RankOptions options{.work = {.threads = static_cast<unsigned>(state.range(0))}};
  for (auto _ : state) benchmark::DoNotOptimize(rank(indicators, 0, options));
}
BENCHMARK(rank_country)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace edustat
