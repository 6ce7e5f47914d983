// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

/// 128-bit integers. A compiler without them needs this file changed and no other.
namespace edustat::detail {

// `using` cannot carry __extension__, without which -Wpedantic warns.
__extension__ typedef __int128 int128;            // NOLINT(modernize-use-using)
__extension__ typedef unsigned __int128 uint128;  // NOLINT(modernize-use-using)

/// 10 to the powers of 0 to 18, all that fit into int64.
inline constexpr auto small_powers_of_ten = [] {
  std::array<std::int64_t, 19> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// The absolute value; unlike std::abs it has one for the lowest number too.
[[nodiscard]] constexpr std::uint64_t magnitude(std::int64_t value) noexcept {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0U - bits : bits;
}

/// The absolute value.
[[nodiscard]] constexpr uint128 magnitude(int128 value) noexcept {
  const auto bits = static_cast<uint128>(value);
  return value < 0 ? 0U - bits : bits;
}

/// True when the value survives a conversion to int64.
[[nodiscard]] constexpr bool fits_int64(int128 value) noexcept {
  return value >= std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}

/// Greatest common divisor; of 0 and x it is x. One division where the sizes are far apart, else
/// none: it would cost more than all the rest of a small sum.
[[nodiscard]] constexpr std::uint64_t greatest_common_divisor(std::uint64_t a,
                                                              std::uint64_t b) noexcept {
  constexpr int far_apart = 8;
  if (a == 0 || b == 0) return a | b;
  const int bits_more = std::countl_zero(b) - std::countl_zero(a);
  if (bits_more >= far_apart) {
    a %= b;
  } else if (bits_more <= -far_apart) {
    b %= a;
  }
  if (a == 0 || b == 0) return a | b;
  const int twos = std::countr_zero(a | b);
  a >>= std::countr_zero(a);
  b >>= std::countr_zero(b);
  while (a != b) {
    const std::uint64_t difference = a > b ? a - b : b - a;
    b = a < b ? a : b;
    a = difference >> std::countr_zero(difference);
  }
  return a << twos;
}

/// The remainder, by a 64-bit division where the value allows.
[[nodiscard]] constexpr std::uint64_t remainder(uint128 value, std::uint64_t divisor) noexcept {
  constexpr uint128 limit = std::numeric_limits<std::uint64_t>::max();
  if (value <= limit) return static_cast<std::uint64_t>(value) % divisor;
  return static_cast<std::uint64_t>(value % divisor);
}

}  // namespace edustat::detail
