// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <string>

namespace edustat::test {

/// What an error of class `E` says when `action` throws it, so that a test reads
/// `EXPECT_EQ(refused<ParseError>([] { return Rational::parse("x"); }), "...")`.
/// An error of another class passes through and fails the test.
template <typename E, typename Action>
std::string refused(Action&& action) {
  try {
    (void)action();
  } catch (const E& error) {
    return error.what();
  }
  return "nothing was refused";
}

}  // namespace edustat::test
