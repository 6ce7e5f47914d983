// SPDX-License-Identifier: Apache-2.0
// Serves the jobs of benchmarks/compare on generated columns: one line in, one line of JSON out.
//
//     edustat_panel_benchmark FOLDER CATALOGUE THREADS [MEASURES [BATCH_ROWS]]
//
// Lines in: `threads COUNT`, `run JOB`, `memory JOB`, `write PATH`, `quit`.
#include "edustat/panel/indicators.hpp"
#include "edustat/panel/rank.hpp"
#include "edustat/panel/roll_up.hpp"

#include "generated_panel.hpp"
#include "read_floor.hpp"

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat::benchmarks {
namespace {

constexpr std::string_view ranked = "spending_per_student";

/// A line of the kernel's account of this process, in MiB.
std::int64_t memory_kib(std::string_view key) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(key)) return std::strtoll(line.c_str() + key.size() + 1, nullptr, 10);
  }
  throw std::runtime_error("no " + std::string(key) + " in /proc/self/status");
}

struct Given {
  std::string folder;
  std::string catalogue;
  unsigned threads = 2;
  TableShape shape{};
};

/// Everything that stays in memory between two jobs.
class Engine {
 public:
  explicit Engine(const Given& given)
      : threads_(given.threads),
        catalogue_(Catalogue::load(given.catalogue)),
        generated_(read_table(given.folder, given.shape)),
        tree_(read_tree(given.folder)),
        panel_(import()) {}

  [[nodiscard]] std::map<std::string, std::function<void()>> jobs() {
    return {{"floor", [this] { checksum_ += read_once(generated_.memory, threads_); }},
            {"import", [this] { panel_ = import(); }},
            {"scan", [this] { scan(); }},
            {"county_sums", [this] { county_totals_ = roll_up(panel_, levels({"county"})); }},
            {"sums", [this] { sums(); }},
            {"indicators", [this] { indicators(); }},
            {"whole", [this] { whole(); }},
            {"import_whole", [this] {
               panel_ = import();
               whole();
             }}};
  }
  void write(const std::string& path) const;
  void use_threads(unsigned threads) noexcept { threads_ = threads; }
  [[nodiscard]] std::size_t rows() const noexcept { return panel_.rows(); }
  [[nodiscard]] std::size_t bytes() const noexcept { return generated_.bytes(); }

 private:
  [[nodiscard]] Panel import() const {
    return Panel::from_table(generated_.table, tree_, panel_options(catalogue_, threads_));
  }
  [[nodiscard]] RollUpOptions levels(std::vector<std::string> names) const {
    return {.levels = std::move(names), .groups = {}, .work = {.threads = threads_}};
  }
  /// The pass over the facts alone, without what builds the levels above from it.
  void scan() {
    RollUp sums(tree_, levels({"nation", "province", "city", "county"}));
    sums.add(panel_, {.threads = threads_});
  }
  void sums() { totals_ = roll_up(panel_, levels({"nation", "province", "city", "county"})); }
  void indicators() {
    const EvaluateOptions options{
        .indicators = {}, .partial = Partial::known_part, .work = {.threads = threads_}};
    indicators_ = evaluate(*totals_, catalogue_, options);
    ranks_ = rank(*indicators_, indicators_->column(ranked),
                  {.ties = RankOptions::Ties::lowest, .by = RankOptions::By::rounded});
  }
  void whole() {
    sums();
    indicators();
  }

  unsigned threads_;
  Catalogue catalogue_;
  GeneratedTable generated_;
  RegionTree tree_;
  Panel panel_;
  std::optional<Totals> county_totals_{};
  std::optional<Totals> totals_{};
  std::optional<Indicators> indicators_{};
  std::vector<std::vector<std::uint32_t>> ranks_{};
  std::uint64_t checksum_ = 0;
};

/// In the form of the reference: by level, region and month, whole hundredths, nothing for a gap.
void Engine::write(const std::string& path) const {
  std::ofstream file(path, std::ios::binary);
  file << "level,id,month";
  for (const Indicators::Column& column : indicators_->columns()) {
    file << ',' << column.indicator.substr(column.indicator.find('.') + 1);
  }
  file << ",rank\n";
  const auto rows = totals_->rows();
  const auto level_names = tree_.levels();
  std::size_t level = 0;
  std::size_t id = 0;
  for (std::size_t row = 0; row < rows.size(); ++row, ++id) {
    if (row > 0 && rows[row].level != rows[row - 1].level) id = 0;
    while (level_names[level] != rows[row].level) ++level;
    for (std::size_t period = 0; period < totals_->periods().size(); ++period) {
      file << level << ',' << id << ',' << period;
      for (std::size_t column = 0; column < indicators_->columns().size(); ++column) {
        file << ',';
        const CellStatus status = indicators_->statuses(period, column)[row];
        if (status == CellStatus::complete || status == CellStatus::partial) {
          file << indicators_->values(period, column)[row];
        }
      }
      file << ',';
      if (ranks_[period][row] != 0) file << ranks_[period][row];
      file << '\n';
    }
  }
  if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

void answer(Engine& engine, const std::string& verb, const std::string& argument) {
  if (verb == "threads") {
    engine.use_threads(static_cast<unsigned>(std::stoul(argument)));
    std::cout << "{\"threads\": " << argument << '}' << std::endl;
    return;
  }
  if (verb == "write") {
    engine.write(argument);
    std::cout << "{\"written\": \"" << argument << "\"}" << std::endl;
    return;
  }
  const auto jobs = engine.jobs();
  const auto job = jobs.find(argument);
  if (job == jobs.end()) throw std::runtime_error("no job " + argument);
  if (verb == "memory") {
    const std::int64_t before = memory_kib("VmRSS");
    std::ofstream("/proc/self/clear_refs") << '5' << std::flush;
    job->second();
    const std::int64_t peak = memory_kib("VmHWM") - before;
    std::cout << "{\"job\": \"" << argument
              << "\", \"resident_mib\": " << static_cast<double>(before) / 1024
              << ", \"peak_mib\": " << static_cast<double>(peak) / 1024 << '}' << std::endl;
    return;
  }
  const auto begin = std::chrono::steady_clock::now();
  job->second();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  std::cout << "{\"job\": \"" << argument << "\", \"seconds\": " << taken.count() << '}'
            << std::endl;
}

void serve(const Given& given) {
  const auto begin = std::chrono::steady_clock::now();
  Engine engine(given);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  std::cout.precision(9);
  std::cout << "{\"engine\": \"edustat\", \"version\": \"" << EDUSTAT_VERSION
            << "\", \"form\": \"exact\""
            << ", \"threads\": " << given.threads << ", \"rows\": " << engine.rows()
            << ", \"column_bytes\": " << engine.bytes() << ", \"load_seconds\": " << taken.count()
            << ", \"jobs\": [";
  std::string_view separator;
  for (const auto& [name, job] : engine.jobs()) {
    std::cout << separator << '"' << name << '"';
    separator = ", ";
  }
  std::cout << "]}" << std::endl;
  for (std::string line; std::getline(std::cin, line) && line != "quit";) {
    const std::size_t space = line.find(' ');
    if (space == std::string::npos) throw std::runtime_error("cannot read '" + line + "'");
    answer(engine, line.substr(0, space), line.substr(space + 1));
  }
}

}  // namespace
}  // namespace edustat::benchmarks

int main(int count, char** arguments) {
  try {
    if (count < 4 || count > 6) {
      throw std::runtime_error("usage: FOLDER CATALOGUE THREADS [MEASURES [BATCH_ROWS]]");
    }
    edustat::benchmarks::Given given{arguments[1], arguments[2], 2, {}};
    given.threads = static_cast<unsigned>(std::stoul(arguments[3]));
    if (count > 4) given.shape.measures = std::stoul(arguments[4]);
    if (count > 5) given.shape.batch_rows = std::stoul(arguments[5]);
    edustat::benchmarks::serve(given);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
