// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat {

/// The faults with which a call is refused; none when it is not.
template <typename Call>
std::vector<Fault> faults_of(const Call& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.faults();
  }
  return {};
}

/// The first fault in one line: `8: operand_expected`, `a.toml:3:14: unknown_key(x, y)`.
template <typename Call>
std::string refusal(const Call& call) {
  const std::vector<Fault> faults = faults_of(call);
  if (faults.empty()) return "accepted";
  const Fault& fault = faults.front();
  std::string result = fault.place.source;
  for (const std::size_t number : {fault.place.line, fault.place.column}) {
    if (number != 0) result += (result.empty() ? "" : ":") + std::to_string(number);
  }
  result += ": " + std::string(name_of(fault.code));
  for (std::size_t i = 0; i < fault.arguments.size(); ++i) {
    result += (i == 0 ? "(" : "; ") + fault.arguments[i];
  }
  return fault.arguments.empty() ? result : result + ')';
}

}  // namespace edustat
