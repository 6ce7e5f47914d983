// SPDX-License-Identifier: Apache-2.0
// What the joint audit costs as bulletins grow: verdict, conflicts and all intervals of figures
// that all hang together, with about as many relations.
#include "edustat/audit/reconcile.hpp"
#include "edustat/number/rounding.hpp"
#include "edustat/quantity/figure.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace edustat {
namespace {

struct Question {
  std::vector<Unknown> unknowns{};
  std::vector<Relation> relations{};
};

/// Regions, each above four smaller ones, that print the area planned, started and completed and
/// the rate started; true, or with one rate that is five points too high.
class PrintedRegions {
 public:
  PrintedRegions(std::size_t figures, bool is_true) : areas_(figures / 4) {
    for (std::size_t region = areas_.size(); region-- > 0;) add_areas(region);
    for (std::size_t region = 0; region < areas_.size(); ++region) {
      print(region, !is_true && region == areas_.size() / 2);
      relate(region);
    }
  }
  [[nodiscard]] const Question& question() const noexcept { return question_; }

 private:
  static constexpr std::size_t below = 4;
  static constexpr std::array<const char*, 3> measures{"planned", "started", "completed"};

  void add_areas(std::size_t region) {
    std::array<std::int64_t, 3>& own = areas_[region];
    for (std::size_t part = below * region + 1; part <= below * (region + 1); ++part) {
      if (part >= areas_.size()) break;
      for (std::size_t i = 0; i < own.size(); ++i) own[i] += areas_[part][i];
    }
    if (own[0] != 0) return;
    own[0] = 100'000 + static_cast<std::int64_t>(random_() % 900'000);
    own[1] = own[0] * (50 + static_cast<std::int64_t>(random_() % 50)) / 100;
    own[2] = own[1] * (50 + static_cast<std::int64_t>(random_() % 50)) / 100;
  }

  void print(std::size_t region, bool is_wrong) {
    const std::array<std::int64_t, 3>& own = areas_[region];
    for (std::size_t i = 0; i < own.size(); ++i) {
      add(measures[i] + std::to_string(region), Rational(own[i]) / 10'000, 1, "万平方米");
    }
    const Rational rate = Rational(own[1]) / own[0] * 100 + (is_wrong ? 5 : 0);
    add("rate" + std::to_string(region), rate, 2, "%");
  }

  void add(std::string name, const Rational& value, int places, const char* unit) {
    Unknown unknown;
    unknown.name = std::move(name);
    const Decimal printed = round_to(value, DecimalPlaces(places), Rounding::half_up);
    unknown.print = Figure(printed.to_string() + unit).interval(Precision::nearest);
    if (unit[0] != '%') unknown.domain = Interval::at_least(Rational(0));
    question_.unknowns.push_back(std::move(unknown));
  }

  void relate(std::size_t region) {
    const std::string own = std::to_string(region);
    question_.relations.emplace_back("rate" + own + " == started" + own + " / planned" + own);
    question_.relations.emplace_back("started" + own + " <= planned" + own);
    question_.relations.emplace_back("completed" + own + " <= started" + own);
    if (below * region + 1 >= areas_.size()) return;
    for (const std::string measure : measures) {
      std::string sum;
      for (std::size_t part = below * region + 1; part <= below * (region + 1); ++part) {
        if (part >= areas_.size()) break;
        sum += (sum.empty() ? "" : " + ") + measure + std::to_string(part);
      }
      question_.relations.emplace_back(measure + own + " == " + sum);
    }
  }

  std::mt19937_64 random_{20161130};
  std::vector<std::array<std::int64_t, 3>> areas_;
  Question question_{};
};

void reconcile_all(benchmark::State& state, bool is_true) {
  const PrintedRegions regions(static_cast<std::size_t>(state.range(0)), is_true);
  const Question& question = regions.question();
  ReconcileOptions options;
  options.time_limit = std::chrono::minutes(10);
  std::size_t conflicts = 0;
  for (auto _ : state) {
    const Joint joint = reconcile(question.unknowns, question.relations, options);
    if (joint.verdict != (is_true ? Verdict::consistent : Verdict::impossible)) {
      state.SkipWithError("another verdict than the true one");
      break;
    }
    conflicts = joint.conflicts.size();
  }
  state.counters["figures"] = static_cast<double>(question.unknowns.size());
  state.counters["relations"] = static_cast<double>(question.relations.size());
  state.counters["conflicts"] = static_cast<double>(conflicts);
}

void reconcile_true(benchmark::State& state) {
  reconcile_all(state, true);
}
BENCHMARK(reconcile_true)->Arg(100)->Arg(200)->Arg(500)->Arg(1000)->Unit(benchmark::kMillisecond);

void reconcile_wrong(benchmark::State& state) {
  reconcile_all(state, false);
}
BENCHMARK(reconcile_wrong)->Arg(100)->Arg(200)->Arg(500)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace edustat
