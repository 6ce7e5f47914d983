// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/sample.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace edustat::test {

/// Columns as tests write them.
inline Numbers numbers(const std::vector<std::int64_t>& cells, std::string name = "values") {
  return {.cells = std::span<const std::int64_t>(cells), .name = std::move(name)};
}
inline Numbers numbers(const std::vector<double>& cells, std::string name = "values") {
  return {.cells = std::span<const double>(cells), .name = std::move(name)};
}
inline Numbers numbers(const std::vector<Rational>& cells, std::string name = "values") {
  return {.cells = std::span<const Rational>(cells), .name = std::move(name)};
}

}  // namespace edustat::test
