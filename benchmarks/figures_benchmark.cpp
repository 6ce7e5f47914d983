// SPDX-License-Identifier: Apache-2.0
// What one figure, one rounding and one check cost; texts are parsed inside the measured loop.
#include "edustat/audit/check.hpp"
#include "edustat/number/rounding.hpp"
#include "edustat/quantity/figure.hpp"
#include "edustat/quantity/render.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <string_view>
#include <vector>

namespace edustat {
namespace {

constexpr std::array<std::string_view, 4> texts{"176.4万平方米", "63.82%", "12993人", "8040.5万元"};

void parse_figure(benchmark::State& state) {
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(Figure(texts[next++ % texts.size()]));
  }
}
BENCHMARK(parse_figure);

void render_figure(benchmark::State& state) {
  std::vector<Quantity> quantities;
  for (const std::string_view text : texts) quantities.push_back(Quantity::parse(text));
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(render(quantities[next++ % quantities.size()]));
  }
}
BENCHMARK(render_figure);

void round_rate(benchmark::State& state) {
  const Rational rate = Rational(112) / Rational(176);
  for (auto _ : state) {
    benchmark::DoNotOptimize(round_to(rate, DecimalPlaces(4), Rounding::half_even));
  }
}
BENCHMARK(round_rate);

void check_rate(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        check("rate == started / planned",
              {{"rate", "63.82%"}, {"started", "112万平方米"}, {"planned", "176.4万平方米"}}));
  }
}
BENCHMARK(check_rate);

void check_growth(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        check("growth == increase / (now - increase)",
              {{"growth", "3.09%"}, {"increase", "48.72万人"}, {"now", "1626.89万人"}}));
  }
}
BENCHMARK(check_growth);

void check_columns_row(benchmark::State& state) {
  const Relation relation("rate == started / planned");
  constexpr std::size_t rows = 10'000;
  const std::vector<std::string_view> rate(rows, "63.82%");
  const std::vector<std::string_view> started(rows, "112万平方米");
  const std::vector<std::string_view> planned(rows, "176.4万平方米");
  const std::vector<FigureColumn> columns{
      {"rate", rate}, {"started", started}, {"planned", planned}};
  for (auto _ : state) benchmark::DoNotOptimize(check_columns(relation, columns));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}
BENCHMARK(check_columns_row);

}  // namespace
}  // namespace edustat
