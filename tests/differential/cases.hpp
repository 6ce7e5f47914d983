// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "random_source.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace edustat::differential {

/// An operation that puts random operands and the result of the library behind one another, each
/// with a tab in front.
struct Operation {
  std::string_view name;  ///< what the other side calls it
  std::size_t weight;     ///< how often it is chosen, against the others
  void (*write)(RandomSource& random, std::string& line);
};

std::span<const Operation> number_operations();
std::span<const Operation> interval_operations();

}  // namespace edustat::differential
