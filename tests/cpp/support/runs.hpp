// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdlib>

namespace edustat::test {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool is_sanitized = true;
#elif defined(__has_feature)
inline constexpr bool is_sanitized = __has_feature(address_sanitizer);
#else
inline constexpr bool is_sanitized = false;
#endif

/// How many random cases a test runs: `longer` with EDUSTAT_LONG in the environment, otherwise
/// `everyday`, of which a quarter under sanitizers. They are many times slower, and find faults of
/// memory in the first cases as well as in the last.
inline std::size_t runs(std::size_t everyday, std::size_t longer) {
  if (std::getenv("EDUSTAT_LONG") != nullptr) return longer;
  return is_sanitized ? (everyday + 3) / 4 : everyday;
}

}  // namespace edustat::test
