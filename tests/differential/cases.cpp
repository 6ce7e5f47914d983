// SPDX-License-Identifier: Apache-2.0
// edustat_differential_cases SEED FIRST COUNT writes one line for each random case: the operation,
// its operands, and what the library gives, with tabs between them. compare.py judges the lines.
#include "cases.hpp"

#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace edustat::differential {
namespace {

/// Every operation as often as it weighs.
std::vector<const Operation*> weighed_operations() {
  std::vector<const Operation*> result;
  for (const auto operations : {number_operations(), interval_operations()}) {
    for (const Operation& operation : operations) {
      result.insert(result.end(), operation.weight, &operation);
    }
  }
  return result;
}

void write_cases(std::uint64_t seed, std::uint64_t first, std::uint64_t count) {
  constexpr std::size_t enough = std::size_t{1} << 16U;
  const std::vector<const Operation*> operations = weighed_operations();
  std::string lines;
  for (std::uint64_t number = first; number < first + count; ++number) {
    RandomSource random(seed, number);
    const Operation& operation = *operations[random.below(operations.size())];
    lines += operation.name;
    operation.write(random, lines);
    lines += '\n';
    if (lines.size() < enough && number + 1 < first + count) continue;
    std::fwrite(lines.data(), 1, lines.size(), stdout);
    lines.clear();
  }
}

}  // namespace
}  // namespace edustat::differential

int main(int count, char** arguments) {
  if (count != 4) {
    std::fputs("usage: edustat_differential_cases SEED FIRST COUNT\n", stderr);
    return 2;
  }
  try {
    edustat::differential::write_cases(std::stoull(arguments[1]), std::stoull(arguments[2]),
                                       std::stoull(arguments[3]));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
  return 0;
}
