// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace edustat::differential {

/// Random numbers of one case: the seed and the number of the case decide all of them, so that any
/// case can be made again alone and on every machine.
class RandomSource {
 public:
  RandomSource(std::uint64_t seed, std::uint64_t number) : state_(seed) {
    state_ = next() + number;
    state_ = next();
  }

  /// @source SplitMix64: Steele, Lea, Flood, Fast Splittable Pseudorandom Number Generators, 2014
  std::uint64_t next() noexcept {
    std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }

  /// From 0 to count - 1.
  std::size_t below(std::size_t count) noexcept { return next() % count; }
  /// From low to high, both included.
  int between(int low, int high) noexcept {
    return low + static_cast<int>(below(static_cast<std::size_t>(high - low) + 1));
  }
  /// True once in so many times.
  bool once_in(std::size_t times) noexcept { return below(times) == 0; }

  template <typename T, std::size_t size>
  const T& pick(const std::array<T, size>& values) noexcept {
    return values[below(size)];
  }

 private:
  std::uint64_t state_;
};

}  // namespace edustat::differential
