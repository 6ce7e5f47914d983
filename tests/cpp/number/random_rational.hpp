// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <random>

namespace edustat::test {

/// Numbers where arithmetic goes wrong if anywhere: around 0, at the ends of int64 and 32 bits,
/// beyond them, and small fractions as in bulletins.
class RandomRational {
 public:
  explicit RandomRational(std::uint64_t seed) : random_(seed) {}

  std::uint64_t below(std::uint64_t count) { return random_() % count; }

  Rational operator()() {
    switch (below(4)) {
      case 0:
        return Rational(small()) / Rational(small_above_zero());
      case 1:
        return Rational(edge()) / nonzero(edge());
      case 2:
        return Rational(small()) / Rational(100);
      default:
        return Rational(wide()) * Rational(wide()) / nonzero(wide()) / nonzero(wide());
    }
  }

  Rational other_than_zero() {
    Rational value = (*this)();
    return value.is_zero() ? Rational(1) : value;
  }

 private:
  static Rational nonzero(std::int64_t value) { return value == 0 ? 1 : value; }
  std::int64_t small_above_zero() { return static_cast<std::int64_t>(below(60)) + 1; }
  std::int64_t small() { return static_cast<std::int64_t>(below(2001)) - 1000; }
  std::int64_t wide() { return static_cast<std::int64_t>(random_() >> below(64)); }
  std::int64_t edge() {
    constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
    constexpr auto highest = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t word = std::int64_t{1} << 32;
    constexpr std::array edges{
        lowest,   lowest + 1, highest,         highest - 1,     word,
        word - 1, -word,      std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}};
    return edges[below(edges.size())];
  }

  std::mt19937_64 random_;
};

}  // namespace edustat::test
